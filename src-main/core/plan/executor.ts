import type { Step } from '../../contract/plan'
import type { Failure } from '../../contract/result'
import type { SealedSecret } from '../../world/store/port'

/** What became of one step. */
export type StepResult =
  | {
      readonly kind: 'done'
      /** The lasting id of what the step made or changed; null: it has none. */
      readonly targetId: string | null
    }
  /** Refused for sure: the world is as it was. */
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Nobody knows whether it happened, since the answer was lost. The run stops; a resumed run reads back. */
  | { readonly kind: 'unknown'; readonly failure: Failure }

export interface StepContext {
  /** Hash of the plan. */
  readonly plan: string
  /**
   * An earlier run has begun this step and left no outcome: read back first, never repeat blindly.
   */
  readonly uncertain: boolean
}

/** A step that is ready to go. */
export interface PreparedStep {
  /** Written in the same transaction as the intent, so that no password is lost between the two. */
  readonly secret: SealedSecret | null
  /** Touches the outside world. Throws only for bugs. */
  carryOut(): Promise<StepResult>
}

/** What a job knows about carrying out its steps. The engine knows everything else. */
export interface Executor {
  /** Most steps under way at once; the engine's own default where absent. */
  readonly concurrency?: number
  /** Touches nothing yet. */
  prepare(step: Step, context: StepContext): PreparedStep
  /** False for a step that nothing can take back, for example a new password. */
  undoable(step: Step): boolean
}
