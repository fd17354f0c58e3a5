import type { Plan, PlanProgress, Step } from '../../contract/plan'
import type { Failure } from '../../contract/result'
import type { PlanJournal, SealedSecret, StepRecord } from '../../world/store/port'
import type { Executor, PreparedStep } from './executor'
import { ProgressMeter, progressOf } from './progress'
import { Schedule } from './schedule'

/** Steps under way at once where the executor does not say. */
const defaultConcurrency = 32
/** Intents are written ahead in stretches of this many steps for each step under way. */
const intentsAhead = 8
/** Outcomes wait at most this long (milliseconds) for others to share a transaction with. */
const outcomeDelay = 50

export interface Run {
  readonly hash: string
  readonly plan: Plan
  readonly journal: PlanJournal
  readonly executor: Executor
  /** Now (ISO, UTC). */
  readonly now: () => string
  /** Finishes what is under way, then stops. */
  readonly signal: AbortSignal
  readonly onProgress: (progress: PlanProgress) => void
}

/** What became of a step, until it is written down. */
interface Settled {
  readonly step: Step
  readonly succeeded: boolean
  readonly record: StepRecord
}

interface Begun {
  readonly step: Step
  readonly prepared: PreparedStep
}

/**
 * [Note: intents in stretches]
 *
 * An intent must be on the disk before its step touches the world. One flush to the disk for each step would
 * cost more than the directory's own work, so intents are written ahead for a stretch of steps, together with
 * the outcomes that have come in since, in one transaction. A crash then leaves more steps `started` than were
 * really begun. That is safe: `started` only says "nobody knows", and a resumed run reads back each of them
 * before it does anything. Outcomes may come late for the same reason. Only a step that follows another one, on
 * its target or by need, waits until that outcome is on the disk: else a crash would leave both uncertain, and
 * what the second has done could not be told from what somebody else has done to the first.
 */
class RunningPlan {
  private readonly schedule: Schedule
  private readonly meter: ProgressMeter
  private readonly concurrency: number
  private readonly begun: Begun[] = []
  private readonly outcomes: Settled[] = []
  private readonly uncertain: ReadonlySet<string>
  private underWay = 0
  private stoppedBy: Failure | null = null
  private broken: { error: unknown } | null = null
  private wake: () => void = () => undefined
  private timer: NodeJS.Timeout | undefined
  private outcomesDue = false

  constructor(
    private readonly run: Run,
    records: ReadonlyMap<string, StepRecord>
  ) {
    const { plan, executor, hash } = run
    const settled = new Set<string>()
    const succeeded = new Set<string>()
    const uncertain = new Set<string>()
    for (const record of records.values()) {
      if (record.outcome === 'started') uncertain.add(record.step)
      if (record.outcome === 'done') succeeded.add(record.step)
      if (record.outcome === 'done' || record.outcome === 'undone') settled.add(record.step)
    }
    this.uncertain = uncertain
    this.concurrency = executor.concurrency ?? defaultConcurrency
    this.schedule = new Schedule(
      plan.steps.filter((step) => !settled.has(step.id)),
      succeeded
    )
    // Failed steps are tried again, so they count as remaining.
    const remembered = new Map([...records].filter(([, record]) => record.outcome !== 'failed'))
    this.meter = new ProgressMeter(progressOf(hash, plan, remembered, 'running', null), run.onProgress)
  }

  async finish(): Promise<PlanProgress> {
    const { journal, hash, signal } = this.run
    const cancel = (): void => {
      this.stoppedBy ??= { code: 'application.cancelled', parameters: {} }
      this.wake()
    }
    if (signal.aborted) cancel()
    signal.addEventListener('abort', cancel)
    try {
      await journal.setPlanState(hash, 'running', null)
      await this.work()
    } finally {
      signal.removeEventListener('abort', cancel)
      clearTimeout(this.timer)
    }
    const state = this.stoppedBy === null ? 'finished' : 'interrupted'
    await journal.setPlanState(hash, state, this.stoppedBy)
    return this.meter.end(state, this.stoppedBy)
  }

  private get stopping(): boolean {
    return this.stoppedBy !== null || this.broken !== null
  }

  private async work(): Promise<void> {
    for (;;) {
      try {
        await this.write()
      } catch (error) {
        this.broken ??= { error }
        this.outcomes.length = 0
      }
      this.start()
      if (this.ended()) break
      await this.event()
    }
    if (this.broken !== null) throw this.broken.error
    if (!this.stopping && this.schedule.unsettled > 0)
      throw new Error('The needs of the steps run in a circle')
  }

  private ended(): boolean {
    if (this.underWay > 0 || this.outcomes.length > 0 || this.begun.length > 0) return false
    return this.stopping || !this.schedule.hasReady
  }

  /** Resolves when there is something to write or to start. */
  private async event(): Promise<void> {
    while (!this.hasWork()) {
      await new Promise<void>((resolve) => (this.wake = resolve))
    }
  }

  private hasWork(): boolean {
    if (this.underWay === 0 || this.outcomesDue) return true
    if (this.stopping) return this.begun.length > 0
    return this.begun.length < this.concurrency && this.schedule.hasReady
  }

  /** One transaction: the outcomes that have come in and the intents of the next stretch. */
  private async write(): Promise<void> {
    const { run } = this
    const intents: Begun[] = []
    const withdrawn: StepRecord[] = []
    if (this.stopping) {
      // An intent that was not acted on is taken back, but not one that an earlier run may have acted on.
      for (const { step } of this.begun.splice(0)) {
        if (!this.uncertain.has(step.id)) withdrawn.push(this.record(step, 'open', null, null))
      }
    } else if (this.begun.length < this.concurrency) {
      while (intents.length < this.concurrency * intentsAhead) {
        const turn = this.schedule.take()
        if (turn === undefined) break
        if (turn.blockedBy === null) {
          const uncertain = this.uncertain.has(turn.step.id)
          const prepared = run.executor.prepare(turn.step, { plan: run.hash, uncertain })
          intents.push({ step: turn.step, prepared })
        } else {
          this.settle(turn.step, {
            kind: 'failed',
            failure: {
              code: 'plan.needFailed',
              parameters: { step: turn.blockedBy.id, name: turn.blockedBy.target.name }
            }
          })
        }
      }
    }
    const started = intents.map(({ step }) => this.record(step, 'started', null, null))
    const settled = this.outcomes.splice(0)
    const records = [...settled.map(({ record }) => record), ...withdrawn, ...started]
    this.outcomesDue = false
    clearTimeout(this.timer)
    this.timer = undefined
    if (records.length === 0) return
    const secrets = intents.flatMap(({ prepared }): SealedSecret[] =>
      prepared.secret === null ? [] : [prepared.secret]
    )
    await run.journal.record(run.hash, records, secrets)
    for (const { step, succeeded } of settled) this.schedule.settle(step, succeeded)
    this.begun.push(...intents)
  }

  private start(): void {
    while (!this.stopping && this.underWay < this.concurrency) {
      const next = this.begun.shift()
      if (next === undefined) return
      this.underWay += 1
      void this.carryOut(next)
    }
  }

  private async carryOut({ step, prepared }: Begun): Promise<void> {
    try {
      this.settle(step, await prepared.carryOut())
    } catch (error) {
      this.broken ??= { error }
    }
    this.underWay -= 1
    this.start()
    if (this.hasWork()) this.wake()
  }

  private settle(step: Step, result: Awaited<ReturnType<PreparedStep['carryOut']>>): void {
    if (result.kind === 'unknown') {
      // The record stays `started`: a resumed run reads back.
      this.stoppedBy ??= result.failure
      return
    }
    this.outcomes.push({
      step,
      succeeded: result.kind === 'done',
      record:
        result.kind === 'done'
          ? this.record(step, 'done', null, result.targetId)
          : this.record(step, 'failed', result.failure, null)
    })
    this.meter.count(result.kind)
    this.timer ??= setTimeout(() => {
      this.outcomesDue = true
      this.wake()
    }, outcomeDelay)
  }

  private record(
    step: Step,
    outcome: StepRecord['outcome'],
    failure: Failure | null,
    targetId: string | null
  ): StepRecord {
    return { step: step.id, outcome, failure, targetId: targetId ?? step.target.id, at: this.run.now() }
  }
}

/**
 * Carries out a plan, or goes on with one: steps that are done or undone are left alone, steps that failed are
 * tried again (a failure means that nothing happened), steps with a lost outcome are handed to the executor as
 * uncertain. Answers when everything is settled, the signal came, or the connection was lost
 * (`interrupted`, `stoppedBy`). Throws for bugs and for a store that cannot write; what is under way ends first.
 */
export async function runPlan(run: Run): Promise<PlanProgress> {
  const records = await run.journal.readSteps(run.hash)
  return new RunningPlan(run, records).finish()
}
