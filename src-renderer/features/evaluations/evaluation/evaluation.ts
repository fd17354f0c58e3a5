import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { EvaluationState } from '../../../../src-main/contract/evaluations'
import type { Failure, Result } from '../../../../src-main/contract/result'
import { call, on } from '../../../shared/api'

/** Asks again whether the evaluation is still open, so that it does not stay on the screen when main has closed it. */
const lookInterval = 10_000

/** How the evaluation under an order stands, read again whenever the ledger changes and while it is open. */
export function useEvaluation(order: () => string) {
  const current = shallowRef<EvaluationState | null>(null)
  const failure = ref<Failure | null>(null)
  let generation = 0

  async function load(): Promise<void> {
    generation += 1
    const startedIn = generation
    const answer = await call('evaluations.state', { order: order() })
    if (startedIn !== generation) return
    failure.value = answer.ok ? null : answer.failure
    current.value = answer.ok ? answer.value : null
  }

  function take(next: EvaluationState): void {
    generation += 1
    failure.value = null
    current.value = next
  }

  const stop = on('ledger.changed', () => void load())
  const timer = window.setInterval(() => {
    const now = current.value
    if (now === null) return
    const { asked, released } = now.elsewhere
    if ([now.session, now.waiting, asked, released].some((one) => one !== null)) void load()
  }, lookInterval)
  void load()
  onScopeDispose(() => {
    generation += 1
    stop()
    window.clearInterval(timer)
  })
  watch(order, () => {
    current.value = null
    void load()
  })

  return { current: computed(() => current.value), failure: computed(() => failure.value), load, take }
}

type Person = EvaluationState['evaluators'][number]

/** What two do together: who may take part, and who waits for the other. */
export interface JointState {
  readonly evaluators: readonly Person[]
  /** Of an open evaluation the two who have opened it. */
  readonly session?: { readonly persons: readonly Person[]; readonly isShared: boolean } | null
  readonly waiting: { readonly act: string; readonly person: Person; readonly until: string } | null
  /** Absent: the second one is never asked at another PC. */
  readonly elsewhere?: Pick<EvaluationState['elsewhere'], 'isOffered' | 'waitsFor' | 'failure'>
}

/** Whoever waits for the other does not wait any longer. */
export function cancelStep(order: string): Promise<Result<EvaluationState>> {
  return call('evaluations.cancel', { order })
}
