import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { InboxItem } from '../../src-main/contract/inbox'
import type { Failure } from '../../src-main/contract/result'
import { call, on } from './api'
import { useSession } from './session'

/** What the case file has waiting for whoever is signed in, oldest first. */
export const useInbox = defineStore('inbox', () => {
  const session = useSession()
  const items = shallowRef<readonly InboxItem[]>([])
  const failure = ref<Failure | null>(null)
  /** It has been read; until then nobody can say that nothing waits. */
  const loaded = ref(false)
  let asked = 0

  /** Asks anew; an answer that a later question has overtaken is dropped. */
  async function load(): Promise<void> {
    asked += 1
    const mine = asked
    if (!session.mayAsk('inbox.list')) {
      items.value = []
      failure.value = null
      loaded.value = false
      return
    }
    const answer = await call('inbox.list')
    if (mine !== asked) return
    failure.value = answer.ok ? null : answer.failure
    if (!answer.ok) return
    items.value = answer.value
    loaded.value = true
  }

  // What waits names people: the next person starts with what is theirs.
  watch(
    () => session.person?.person,
    () => {
      items.value = []
      loaded.value = false
      void load()
    }
  )
  on('ledger.changed', () => void load())
  on('application.state', () => void load())

  return {
    items: computed(() => items.value.toSorted((left, right) => left.since.localeCompare(right.since))),
    failure: computed(() => failure.value),
    loaded: computed(() => loaded.value),
    load
  }
})
