import type { Plan, PlanProgress, RunState } from '../../contract/plan'
import { fail, succeed, type Result } from '../../contract/result'
import { StoreFailure, type PlanJournal, type PlanRecord, type SharedWork } from '../../world/store/port'
import type { Executor } from './executor'
import { hashPlan, writePlan } from './hash'
import { progressOf } from './progress'
import { runPlan } from './run'
import { SharedTurn } from './sharedTurn'
import { invertPlan, isInverse, takenBack } from './undo'

export interface PlanEngineOptions {
  readonly journal: PlanJournal
  /** Held while plans are carried out, where other PCs share the journal. Default: nobody else is there. */
  readonly lock?: SharedWork['lock']
  /** Now (ISO, UTC). */
  readonly now: () => string
  /** At most ten times a second for each run. */
  readonly onProgress: (progress: PlanProgress, plan: Plan) => void
}

/** Knows which steps can be taken back. */
type Undoing = Pick<Executor, 'undoable'>

/** Keeps plans, carries them out and takes them back. One run of a plan at a time. */
export class PlanEngine {
  private readonly running = new Map<string, AbortController>()
  private readonly works = new Set<Promise<unknown>>()
  private readonly turn: SharedTurn

  constructor(private readonly options: PlanEngineOptions) {
    this.turn = new SharedTurn(options.lock ?? (async () => async () => undefined))
  }

  /** Keeps a plan under its hash. A plan that is there already stays as it is. */
  async add(plan: Plan, confirmation: PlanRecord['confirmation']): Promise<string> {
    return (await this.keep(plan, confirmation)).hash
  }

  /** The same. `fresh`: what was kept just now; null: the plan was there already. */
  async keep(
    plan: Plan,
    confirmation: PlanRecord['confirmation']
  ): Promise<{ readonly hash: string; readonly fresh: PlanRecord | null }> {
    const { hash, steps } = writePlan(plan)
    const createdAt = this.options.now()
    const isFresh = await this.options.journal.addPlan(plan, hash, confirmation, createdAt, steps)
    const fresh = { hash, plan, createdAt, state: 'planned' as const, stoppedBy: null, confirmation }
    return { hash, fresh: isFresh ? fresh : null }
  }

  /** Whether any plan is being carried out or taken back. */
  get isBusy(): boolean {
    return this.running.size > 0
  }

  isRunning(hash: string): boolean {
    return this.running.has(hash)
  }

  /** `running` in the journal without a run in this process was left over by a crash. */
  stateOf(record: Pick<PlanRecord, 'hash' | 'state'>): RunState {
    if (this.running.has(record.hash)) return 'running'
    return record.state === 'running' ? 'interrupted' : record.state
  }

  /** `plan.notFound`. */
  async progress(hash: string): Promise<Result<PlanProgress>> {
    const { journal } = this.options
    const record = await journal.findPlan(hash)
    if (record === null) return fail('plan.notFound', { plan: hash })
    const steps = await journal.readSteps(hash)
    return succeed(progressOf(hash, record.plan, steps, this.stateOf(record), record.stoppedBy))
  }

  /**
   * Carries out a plan or goes on with it; see `runPlan`. Steps that failed are tried again.
   * Fails with `plan.*` where the plan may not run, with `application.busy` while it does, and with
   * `plan.runningElsewhere` while another PC carries out plans, `plan.runningHere` while another job of this app does.
   */
  async apply(hash: string, executor: Executor): Promise<Result<PlanProgress>> {
    // Going on with an undo also marks what it takes back in the original.
    const record = await this.options.journal.findPlan(hash)
    if (record === null) return fail('plan.notFound', { plan: hash })
    const { undoes, job } = record.plan
    if (undoes !== null) return this.undo(undoes, executor)
    return this.inTurn(hash, job, async (signal) => {
      const found = await this.runnable(hash)
      if (!found.ok) return found
      if ((await this.options.journal.findUndo(hash)) !== null) return fail('plan.undone')
      return succeed(await this.run(found.value, executor, signal))
    })
  }

  /**
   * Takes back what a plan has done, as a plan of its own that is kept, resumed and listed like any other. Steps
   * whose target has changed since are refused one by one and stay `done` in the original. Answers the progress
   * of the undo.
   */
  async undo(hash: string, executor: Executor): Promise<Result<PlanProgress>> {
    const record = await this.options.journal.findPlan(hash)
    if (record === null) return fail('plan.notFound', { plan: hash })
    return this.inTurn(hash, record.plan.job, async (signal) => {
      const original = await this.runnable(hash)
      if (!original.ok) return original
      const undo = await this.undoOf(original.value, executor)
      if (!undo.ok) return undo

      this.running.set(undo.value.hash, this.running.get(hash) ?? new AbortController())
      try {
        const progress = await this.run(undo.value, executor, signal)
        await this.markUndone(original.value, undo.value)
        return succeed(progress)
      } finally {
        this.running.delete(undo.value.hash)
      }
    })
  }

  /**
   * Keeps the plan that takes another one back, so that it can be told before it is carried out. Answers its hash.
   * `plan.nothingToUndo`, `plan.damaged`: what is kept as the undo does not follow from the plan.
   */
  async prepareUndo(hash: string, executor: Undoing): Promise<Result<string>> {
    const original = await this.runnable(hash)
    if (!original.ok) return original
    const undo = await this.undoOf(original.value, executor)
    return undo.ok ? succeed(undo.value.hash) : undo
  }

  /** Asks a run to stop: what is under way ends, the rest stays open. Nothing happens where nothing runs. */
  cancel(hash: string): void {
    this.running.get(hash)?.abort()
  }

  /** Asks every run to stop and waits for their ends. */
  async stop(): Promise<void> {
    for (const controller of this.running.values()) controller.abort()
    await Promise.allSettled(this.works)
  }

  /** Puts a plan aside that was never begun. */
  async discard(hash: string): Promise<Result<undefined>> {
    return this.exclusively(hash, async () => {
      const { journal } = this.options
      const record = await journal.findPlan(hash)
      if (record === null) return fail('plan.notFound', { plan: hash })
      if (record.state !== 'planned' && record.state !== 'discarded') return fail('plan.begun')
      await journal.setPlanState(hash, 'discarded', null)
      return succeed()
    })
  }

  private async run(record: PlanRecord, executor: Executor, signal: AbortSignal): Promise<PlanProgress> {
    const { journal, now, onProgress } = this.options
    const { hash, plan } = record
    try {
      return await runPlan({
        hash,
        plan,
        journal,
        executor,
        now,
        signal,
        onProgress: (progress) => onProgress(progress, plan)
      })
    } catch (error) {
      throw error instanceof StoreFailure ? unrecorded(error) : error
    }
  }

  private async runnable(hash: string): Promise<Result<PlanRecord>> {
    const record = await this.options.journal.findPlan(hash)
    if (record === null) return fail('plan.notFound', { plan: hash })
    if (hashPlan(record.plan) !== hash) return fail('plan.damaged', { plan: hash })
    if (record.state === 'discarded') return fail('plan.discarded')
    return succeed(record)
  }

  /** The undo that is kept, or a new one. One that somebody else has put there is never carried out. */
  private async undoOf({ hash, plan }: PlanRecord, executor: Undoing): Promise<Result<PlanRecord>> {
    const { journal, now } = this.options
    if (plan.undoes !== null) return fail('plan.undoOfUndo')
    const known = await journal.findUndo(hash)
    if (known !== null) {
      const undo = await this.runnable(known)
      if (!undo.ok) return undo
      return isInverse(undo.value.plan, plan, hash) ? undo : fail('plan.damaged', { plan: known })
    }
    const records = await journal.readSteps(hash)
    const inverse = invertPlan(plan, hash, records, executor.undoable.bind(executor), now().slice(0, 10))
    if (inverse === null) return fail('plan.nothingToUndo')
    return this.runnable(await this.add(inverse, null))
  }

  private async markUndone(original: PlanRecord, undo: PlanRecord): Promise<void> {
    const { journal, now } = this.options
    const records = await journal.readSteps(original.hash)
    const back = takenBack(undo.plan, await journal.readSteps(undo.hash))
    const fresh = back.filter((step) => records.get(step)?.outcome !== 'undone')
    if (fresh.length > 0) {
      await journal.record(
        original.hash,
        fresh.map((step) => ({
          step,
          outcome: 'undone',
          failure: null,
          targetId: records.get(step)?.targetId ?? null,
          at: now()
        }))
      )
    }
    if (back.length === undo.plan.steps.length) await journal.setPlanState(original.hash, 'undone', null)
  }

  /** Exclusively in this process, and in its turn among jobs and the PCs that share the journal. */
  private async inTurn<Value>(
    hash: string,
    job: string,
    work: (signal: AbortSignal) => Promise<Result<Value>>
  ): Promise<Result<Value>> {
    return this.exclusively(hash, async (signal) => {
      const turn = await this.turn.during(job, () => work(signal))
      if ('value' in turn) return turn.value
      return fail(turn.holder === 'thisApp' ? 'plan.runningHere' : 'plan.runningElsewhere')
    })
  }

  private async exclusively<Value>(
    hash: string,
    work: (signal: AbortSignal) => Promise<Result<Value>>
  ): Promise<Result<Value>> {
    if (this.running.has(hash)) return fail('application.busy')
    const controller = new AbortController()
    this.running.set(hash, controller)
    const running = work(controller.signal)
    this.works.add(running)
    try {
      return await running
    } finally {
      this.works.delete(running)
      this.running.delete(hash)
    }
  }
}

/**
 * A store that fails while a plan is carried out, or after it: the directory may be changed already, so that what the
 * store itself says about its last write would be only half of the truth.
 */
export function unrecorded(cause: unknown): StoreFailure {
  return new StoreFailure({ code: 'plan.unrecorded', parameters: {} }, { cause })
}
