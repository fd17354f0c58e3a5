import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Flag } from '../../../src-main/contract/flags'
import type { Failure } from '../../../src-main/contract/result'
import { call, on } from '../../shared/api'

/** Failures after which the page shows something that is no longer so. */
const staleCodes: readonly Failure['code'][] = [
  'ledger.changedSince',
  'flags.notPossibleNow',
  'flags.notFound',
  'flags.ownReport'
]

export function isStale({ code }: Failure): boolean {
  return staleCodes.includes(code)
}

/** A flag as main keeps it, read again whenever the ledger changes, here or at another PC. */
export function useFlag(id: () => string) {
  const current = shallowRef<Flag | null>(null)
  const failure = ref<Failure | null>(null)
  let generation = 0

  async function load(): Promise<void> {
    generation += 1
    const startedIn = generation
    const answer = await call('flags.flag', { flag: id() })
    if (startedIn !== generation) return
    failure.value = answer.ok ? null : answer.failure
    // Whom it is not meant for any more keeps nothing of it on the screen.
    if (answer.ok) current.value = answer.value
    else if (answer.failure.code === 'flags.notFound') current.value = null
  }

  function take(next: Flag): void {
    generation += 1
    failure.value = null
    current.value = next
  }

  const stop = on('ledger.changed', () => void load())
  void load()
  onScopeDispose(() => {
    generation += 1
    stop()
  })
  watch(id, () => {
    current.value = null
    failure.value = null
    void load()
  })

  return { current: computed(() => current.value), failure: computed(() => failure.value), load, take }
}
