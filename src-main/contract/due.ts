import type { PlanProgress } from './plan'
import type { Failure } from './result'

/** What the passing of time has done to cases, by their numbers (`2026-014`). */
export interface DueCases {
  readonly enforced: readonly string[]
  readonly lifted: readonly string[]
  readonly ended: readonly string[]
  readonly expired: readonly string[]
}

/** Something due that could not be done yet. */
export interface DueWaiting {
  /** Number of the case; null: the suspensions whose end has come, or all cases. */
  readonly case: string | null
  /** Id of the account whose suspension or modules wait; null: it is not about one account. */
  readonly account: string | null
  readonly failure: Failure
}

/** What was done of what fell due, and what waits still. */
export interface DueReport {
  /** The run that lifted suspensions; null: no suspension was due, or it waits. */
  readonly lifted: PlanProgress | null
  readonly cases: DueCases
  readonly waiting: readonly DueWaiting[]
}
