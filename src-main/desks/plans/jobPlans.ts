import type { Plan, PlanProgress, PlanSummary, Step } from '../../contract/plan'
import { fail, succeed, type Result } from '../../contract/result'
import { unrecorded, undoKind, type Executor, type PlanEngine } from '../../core/plan'
import { StoreFailure, type PlanJournal, type PlanRecord } from '../../world/store/port'
import type { PlanOwner } from './owner'
import { overviewOf, summaryOf } from './view'
import type { RunFor, RunWitness, ToldRun, WitnessedRun } from './witness'

export interface JobPlansOptions {
  readonly journal: PlanJournal
  readonly engine: PlanEngine
  readonly witness: RunWitness
}

/** What a run is about: `told` is what the ledger hears of, `asked` the plan that was asked for. */
interface Run<Context> {
  readonly asked: PlanRecord
  readonly told: WitnessedRun
  readonly undoes: boolean
  readonly runFor: RunFor
  readonly context: Context
}

/** The plans of one job at the desk. Plans of other jobs are none of its own. */
export class JobPlans<Context = undefined> {
  constructor(
    private readonly options: JobPlansOptions,
    private readonly owner: PlanOwner<Context>
  ) {}

  /** `Plan.job`. */
  get job(): string {
    return this.owner.job
  }

  /** Keeps a plan under its hash. One that is there already stays as it is, whatever became of it. */
  async keep(plan: Plan, confirmation: PlanRecord['confirmation'] = null): Promise<string> {
    return this.options.engine.add(plan, confirmation)
  }

  /**
   * Keeps a plan that is to be carried out anew. One of the same content that has run already is another matter; the new
   * one is told apart from it by `basis.repeat`.
   */
  async keepAnew(plan: Plan, confirmation: PlanRecord['confirmation'] = null): Promise<PlanRecord> {
    for (let repeat = 1; ; repeat += 1) {
      const basis = repeat === 1 ? plan.basis : { ...plan.basis, repeat }
      const { hash, fresh } = await this.options.engine.keep({ ...plan, basis }, confirmation)
      if (fresh !== null) return fresh
      const known = await this.find(hash)
      if (known?.state === 'planned') return known
    }
  }

  /** null: this job has none of this hash. */
  async find(hash: string): Promise<PlanRecord | null> {
    const record = await this.options.journal.findPlan(hash)
    return record?.plan.job === this.job ? record : null
  }

  /** `plan.notFound`. */
  async summary(hash: string): Promise<Result<PlanSummary>> {
    const record = await this.find(hash)
    if (record === null) return fail('plan.notFound', { plan: hash })
    return succeed(await this.summarize(record))
  }

  /** What is told of a plan whose record is at hand. */
  async summarize(record: PlanRecord): Promise<PlanSummary> {
    const { engine, journal } = this.options
    return summaryOf(overviewOf(record, await journal.readSteps(record.hash)), engine.stateOf(record))
  }

  /** Carries out a plan or goes on with it. Single steps may have failed: the progress says so. */
  async apply(hash: string, runFor: RunFor, context: Context): Promise<Result<PlanProgress>> {
    const asked = await this.find(hash)
    if (asked === null) return fail('plan.notFound', { plan: hash })
    return this.run({ asked, told: toldAs(asked, false), undoes: false, runFor, context })
  }

  /** Takes back what a plan has done; the progress is that of the undo, which is a plan of its own. */
  async undo(hash: string, runFor: RunFor, context: Context): Promise<Result<PlanProgress>> {
    const asked = await this.find(hash)
    if (asked === null) return fail('plan.notFound', { plan: hash })
    if (runFor.kind !== 'owed')
      return this.run({ asked, told: toldAs(asked, true), undoes: true, runFor, context })
    // What is owed is told by the undo itself: that is what its word after an interruption is found by.
    const undo = await this.prepareUndo(hash)
    if (!undo.ok) return undo
    return this.run({ asked, told: toldAs(undo.value, false), undoes: true, runFor, context })
  }

  /** Keeps the plan that takes another one back, before it is carried out. `plan.nothingToUndo`. */
  async prepareUndo(hash: string): Promise<Result<PlanRecord>> {
    const undo = await this.options.engine.prepareUndo(hash, this.undoing)
    if (!undo.ok) return undo
    const kept = await this.find(undo.value)
    return kept === null ? fail('plan.notFound', { plan: undo.value }) : succeed(kept)
  }

  /** The same as `apply`, where a step that failed is a failure of the whole. */
  async carryOut(hash: string, runFor: RunFor, context: Context): Promise<Result<PlanProgress>> {
    return this.withoutFailure(await this.apply(hash, runFor, context))
  }

  /** The same as `undo`, where a step that failed is a failure of the whole. */
  async takeBack(hash: string, runFor: RunFor, context: Context): Promise<Result<PlanProgress>> {
    return this.withoutFailure(await this.undo(hash, runFor, context))
  }

  /** Asks a run to stop: what is under way ends, the rest stays open. */
  cancel(hash: string): void {
    this.options.engine.cancel(hash)
  }

  /** Puts a plan aside that was never begun. `plan.notFound`, `plan.begun`. */
  async discard(hash: string): Promise<Result<undefined>> {
    if ((await this.find(hash)) === null) return fail('plan.notFound', { plan: hash })
    return this.options.engine.discard(hash)
  }

  private async run(run: Run<Context>): Promise<Result<PlanProgress>> {
    const { told, runFor } = run
    const declared = this.checkDeclared(run.asked.plan)
    if (!declared.ok) return declared
    if (runFor.kind === 'decision') return this.work(run)
    const { witness, engine } = this.options
    const isResumed = runFor.kind === 'owed' && witness.last(told.hash) !== null
    if (!isResumed) return this.work(run, (words) => this.begin(words, runFor))
    const progress = await engine.progress(told.hash)
    if (!progress.ok) return progress
    const isOver = progress.value.remaining + progress.value.failed === 0
    if (witness.last(told.hash) === 'ended' && isOver) return progress
    // The last change was made, and the app died before its word about it.
    if (isOver && (await this.isSettled(run))) return this.end(run, progress.value)
    return this.work(run, (words) =>
      witness.last(words.hash) === 'begun' ? Promise.resolve(succeed()) : this.begin(words, runFor)
    )
  }

  /** Prepares, lets it be told, carries out. `begin` absent: nothing is told. */
  private async work(
    run: Run<Context>,
    begin?: (told: WitnessedRun) => Promise<Result<undefined>>
  ): Promise<Result<PlanProgress>> {
    const { asked, told, undoes, context } = run
    const { engine } = this.options
    const { hash } = asked
    const carrying = await this.owner.prepare({ ...told, context })
    if (!carrying.ok) return carrying
    const begun = begin === undefined ? succeed() : await begin(told)
    if (!begun.ok) return begun
    const executor: Executor = {
      ...(carrying.value.concurrency === undefined ? {} : { concurrency: carrying.value.concurrency }),
      ...this.undoing,
      prepare: (step, stepContext) => carrying.value.prepare(this.owner.read(step), stepContext)
    }
    const progress = await (undoes ? engine.undo(hash, executor) : engine.apply(hash, executor))
    if (!progress.ok) return progress
    if (progress.value.stoppedBy !== null) this.owner.stopped(progress.value.stoppedBy)
    return this.end(run, progress.value)
  }

  private begin(told: WitnessedRun, runFor: ToldRun): Promise<Result<undefined>> {
    return this.options.witness.begun(told, runFor)
  }

  /** The directory may be changed already: a store that fails now is `plan.unrecorded`. */
  private async end(run: Run<Context>, progress: PlanProgress): Promise<Result<PlanProgress>> {
    const { journal, witness } = this.options
    try {
      if (isToldAsEnded(run.runFor, progress)) {
        const ended = await witness.ended(run.told.hash, progress)
        if (!ended.ok) throw unrecorded(ended.failure)
      }
      const hash = progress.plan
      const record = await this.find(hash)
      if (record !== null) {
        const { plan, state } = record
        await this.owner.settled({ hash, plan, state, records: await journal.readSteps(hash) })
      }
    } catch (error) {
      throw error instanceof StoreFailure ? unrecorded(error) : error
    }
    return succeed(progress)
  }

  /** Whether the journal knows of no step any more that a run of it would touch. */
  private async isSettled({ asked, undoes }: Run<Context>): Promise<boolean> {
    const outcomes = [...(await this.options.journal.readSteps(asked.hash)).values()]
    const open = outcomes.filter(({ outcome }) => outcome === 'started' || outcome === 'done')
    return undoes ? open.length === 0 : open.every(({ outcome }) => outcome === 'done')
  }

  private get undoing(): Pick<Executor, 'undoable'> {
    return { undoable: ({ kind }: Step) => this.owner.kinds[kind]?.undoable === true }
  }

  /** `plan.unknownTarget`, `plan.unknownStep`: a newer version has kept it, or nobody of us. */
  private checkDeclared({ steps, undoes }: Plan): Result<undefined> {
    const { kinds, targets } = this.owner
    for (const { kind, target } of steps) {
      if (!targets.includes(target.type)) return fail('plan.unknownTarget', { target: target.type })
      const isKnown = Object.hasOwn(kinds, kind) || (kind === undoKind && undoes !== null)
      if (!isKnown) return fail('plan.unknownStep', { kind })
    }
    return succeed()
  }

  private async withoutFailure(progress: Result<PlanProgress>): Promise<Result<PlanProgress>> {
    if (!progress.ok) return progress
    const { stoppedBy, plan } = progress.value
    if (stoppedBy !== null) return { ok: false, failure: stoppedBy }
    for (const { failure } of (await this.options.journal.readSteps(plan)).values()) {
      if (failure !== null) return { ok: false, failure }
    }
    return progress
  }
}

function isToldAsEnded({ kind }: RunFor, { remaining, failed }: PlanProgress): boolean {
  return kind === 'owed' ? remaining + failed === 0 : kind !== 'decision'
}

function toldAs({ hash, plan }: PlanRecord, undoes: boolean): WitnessedRun {
  return { hash, plan, undoes }
}
