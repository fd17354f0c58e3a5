import type { Plan, RunState, Step, StepKind } from '../../contract/plan'
import type { Failure, Result } from '../../contract/result'
import type { Executor } from '../../core/plan'
import type { StepRecord } from '../../world/store/port'

/** How the steps of one run are carried out; whether they can be taken back says their kind. */
export type Carrying = Omit<Executor, 'undoable'>

/** What is to be carried out, as the ledger hears of it. */
export interface RunToPrepare<Context> {
  readonly hash: string
  readonly plan: Plan
  /** What this plan did is taken back; false also for a plan that itself is an undo. */
  readonly undoes: boolean
  readonly context: Context
}

/** What has been carried out; of an undo, the undo's own plan. */
export interface SettledRun {
  readonly hash: string
  readonly plan: Plan
  readonly state: RunState
  readonly records: ReadonlyMap<string, StepRecord>
}

/**
 * How the plans of one job are carried out. Engine, turn, ledger and list are the desk's.
 *
 * @typeParam Context what the job hands to its own runs; undefined: nothing
 */
export interface PlanOwner<Context = undefined> {
  /** `Plan.job`. */
  readonly job: string
  /** Types of targets that stand in its plans. A plan with any other is refused, not guessed. */
  readonly targets: readonly string[]
  /** Kinds of steps that stand in its plans; `undo` is the engine's own. */
  readonly kinds: Readonly<Record<string, StepKind>>
  /**
   * The step as this version carries it out: brings images that an older version has kept up to date. The plan and its hash
   * stay as they are.
   */
  read(step: Step): Step
  /** Touches nothing outside yet; may write down what must be known before. */
  prepare(run: RunToPrepare<Context>): Promise<Result<Carrying>>
  /** A run stopped before its end: the connection may be gone. */
  stopped(failure: Failure): void
  /** A run has ended, and the ledger knows. */
  settled(run: SettledRun): Promise<void>
}
