import { computed, onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import type { AccountPage } from '../../../src-main/contract/accounts'
import type { Failure } from '../../../src-main/contract/result'
import { call, on } from '../../shared/api'
import { useInbox } from '../../shared/inbox'
import { waits } from '../../shared/looks'
import { useSession } from '../../shared/session'
import { useWaiting } from '../../shared/waiting'
import { inOrder, itemOfInbox, itemOfLockouts } from './startItems'

/** Days and hours on the screen move on by themselves (milliseconds). */
const clockPeriod = 60_000

/** Everything that waits for whoever is signed in, from the case file, this PC and the directory. */
export function useStart() {
  const session = useSession()
  const inbox = useInbox()
  const waiting = useWaiting()
  const accounts = shallowRef<AccountPage | null>(null)
  const failure = ref<Failure | null>(null)
  const now = ref(new Date())

  const administers = computed(() => session.is('administrator'))

  async function loadAccounts(): Promise<void> {
    if (!administers.value) return
    const answer = await call('accounts.query', { limit: 1 })
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
