import { computed, onBeforeUnmount, onMounted, ref, shallowRef, watch } from 'vue'
import type { AccountPage } from '../../../src-main/contract/accounts'
import type { Failure } from '../../../src-main/contract/result'
import { call, on } from '../../shared/api'
import { useApplication } from '../../shared/application'
import { useInbox } from '../../shared/inbox'
import { waits } from '../../shared/looks'
import { useSession } from '../../shared/session'
import { useWaiting } from '../../shared/waiting'
import { inOrder, itemOfInbox, itemOfLockouts } from './startItems'

/** Days and hours on the screen move on by themselves (milliseconds). */
const clockPeriod = 60_000

/** Everything that waits for whoever is signed in, from the case file, this PC and the directory. */
export function useStart() {
  const application = useApplication()
  const session = useSession()
  const inbox = useInbox()
  const waiting = useWaiting()
  const accounts = shallowRef<AccountPage | null>(null)
  const failure = ref<Failure | null>(null)
  const now = ref(new Date())

  const administers = computed(() => session.is('administrator'))

  let asked = 0

  /** Asks anew; an answer that a later question has overtaken is dropped. */
  async function loadAccounts(): Promise<void> {
    if (!administers.value) return
    asked += 1
    const mine = asked
    const answer = await call('accounts.query', { limit: 1 })
    if (mine !== asked) return
    failure.value = answer.ok ? null : answer.failure
    if (answer.ok) accounts.value = answer.value
  }

  async function load(): Promise<void> {
    await Promise.all([loadAccounts(), waiting.load(), inbox.load()])
  }

  const timer = setInterval(() => {
    now.value = new Date()
  }, clockPeriod)
  const stopListening = on('accounts.changed', () => void loadAccounts())
  // What failed for want of a password or a server is over when the directory is there again.
  watch(
    () => application.directory?.state,
    () => void loadAccounts()
  )
  onMounted(() => void load())
  onBeforeUnmount(() => {
    clearInterval(timer)
    stopListening()
  })

  const lockedOut = computed(
    () => accounts.value?.facets.states.find(({ name }) => name === 'lockedOut')?.count ?? 0
  )
  const items = computed(() =>
    inOrder([
      ...inbox.items.map(itemOfInbox),
      administers.value ? itemOfLockouts(lockedOut.value) : null,
      ...waits()
    ])
  )

  return {
    items,
    accounts: computed(() => accounts.value),
    now: computed(() => now.value),
    loaded: computed(() => inbox.loaded && waiting.loaded),
    failure: computed(() => inbox.failure ?? waiting.failure ?? failure.value),
    load
  }
}
