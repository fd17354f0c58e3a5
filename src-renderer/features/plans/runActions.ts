import type { OperationName } from '../../../src-main/contract/operations'
import type { PlanSummary } from '../../../src-main/contract/plan'
import { planLook } from '../../shared/looks'
import { natureOf } from './planNature'

/** What can be done with a plan as it stands. */
export interface RunActions {
  /** `first`: it never ran; `resume`: it was interrupted; `retry`: its failed steps once more. */
  readonly apply: 'first' | 'resume' | 'retry' | null
  readonly cancel: boolean
  readonly discard: boolean
  readonly undo: 'first' | 'again' | null
  readonly slips: boolean
  readonly showFailed: boolean
  /** Hash of the plan that this one takes back. */
  readonly original: string | null
  /** Hash of the plan that takes this one back. */
  readonly showUndo: string | null
}

const nothing: RunActions = {
  apply: null,
  cancel: false,
  discard: false,
  undo: null,
  slips: false,
  showFailed: false,
  original: null,
  showUndo: null
}

/**
 * @param moving a run is under way, or asked for
 * @param undoPlan the undo of this plan, where there is one
 * @param slips slips of this plan that wait to be printed
 */
export function actionsOf(
  plan: PlanSummary,
  { moving, undoPlan, slips }: { moving: boolean; undoPlan: PlanSummary | undefined; slips: number }
): RunActions {
  const { state, done, failed } = plan.progress
  const links = { original: plan.undoes, showUndo: undoPlan?.hash ?? null }
  // What a case has decided is carried out and taken back there (P26).
  const look = planLook(plan.job)
  if (look?.startedHere !== true) return { ...nothing, ...links }
  if (moving) return { ...nothing, cancel: true }
  const begun = state === 'finished' || state === 'interrupted'
  const mayRun = undoPlan === undefined
  const canTakeBack =
    begun &&
    natureOf(plan) !== 'undo' &&
    done > 0 &&
    plan.kinds.some(({ kind }) => look.kinds[kind]?.undoable === true)
  const undo = mayRun ? 'first' : 'again'
  return {
    apply: applyOf(plan, mayRun),
    cancel: false,
    discard: state === 'planned',
    undo: canTakeBack ? undo : null,
    slips: slips > 0,
    showFailed: begun && failed > 0,
    ...links
  }
}

/** What of it somebody may do: links stay, what main would refuse goes. */
export function permitted(actions: RunActions, mayAsk: (name: OperationName) => boolean): RunActions {
  return {
    ...actions,
    apply: mayAsk('plans.apply') ? actions.apply : null,
    cancel: actions.cancel && mayAsk('plans.cancel'),
    discard: actions.discard && mayAsk('plans.discard'),
    undo: mayAsk('plans.undo') ? actions.undo : null,
    slips: actions.slips && mayAsk('slips.pending')
  }
}

function applyOf({ progress }: PlanSummary, mayRun: boolean): RunActions['apply'] {
  if (progress.state === 'planned') return 'first'
  if (!mayRun) return null
  if (progress.state === 'interrupted') return 'resume'
  return progress.state === 'finished' && progress.failed > 0 ? 'retry' : null
}
