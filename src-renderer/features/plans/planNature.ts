import type { PlanSummary } from '../../../src-main/contract/plan'
import { planLook } from '../../shared/looks'
import type { PlanLook } from '../../shared/planLooks'

/** What a plan is to a person: something to be reviewed as a whole, one everyday action, or the undo of another plan. */
export type PlanNature = 'review' | 'action' | 'undo'

/** How the job shows what is to be reviewed as a whole; null: it is an everyday action. */
export function reviewOf(
  plan: Pick<PlanSummary, 'job' | 'basis'>
): ReturnType<NonNullable<PlanLook['review']>> {
  return planLook(plan.job)?.review?.(plan) ?? null
}

export function natureOf(plan: Pick<PlanSummary, 'job' | 'undoes' | 'basis'>): PlanNature {
  if (plan.undoes !== null) return 'undo'
  return reviewOf(plan) === null ? 'action' : 'review'
}

/** The plan, or what it takes back, is an everyday action. An undo carries the basis of its original. */
export function isEveryday(plan: Pick<PlanSummary, 'job' | 'basis'>): boolean {
  return reviewOf(plan) === null
}

export function isOpen({ progress }: Pick<PlanSummary, 'progress'>): boolean {
  return ['planned', 'running', 'interrupted'].includes(progress.state)
}

/** Steps of a plan that an undo has taken back. */
export function undoneSteps({ steps, done, failed, remaining }: PlanSummary['progress']): number {
  return steps - done - failed - remaining
}

/**
 * What the list shows: what waits, the big plans, and the everyday ones; each newest first. Plans that were put
 * aside changed nothing and are left out, those too that the wizard computed to find the doubtful rows.
 */
export function grouped(plans: readonly PlanSummary[]): {
  readonly open: readonly PlanSummary[]
  readonly rosters: readonly PlanSummary[]
  readonly everyday: readonly PlanSummary[]
} {
  const open = plans.filter(isOpen)
  const kept = plans.filter((plan) => !isOpen(plan) && plan.progress.state !== 'discarded')
  return {
    open,
    rosters: kept.filter((plan) => !isEveryday(plan)),
    everyday: kept.filter(isEveryday)
  }
}

/** How far a run has come, 0 to 100; an empty plan is done. */
export function percentOf({ steps, remaining }: { steps: number; remaining: number }): number {
  return steps === 0 ? 100 : Math.floor(((steps - remaining) / steps) * 100)
}

/** Seconds that a run still needs at its rate (steps a second); null: nobody knows yet. */
export function secondsLeft({ remaining, rate }: { remaining: number; rate: number }): number | null {
  return rate > 0 ? Math.ceil(remaining / rate) : null
}
