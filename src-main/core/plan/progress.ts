import type { Plan, PlanProgress, RunState } from '../../contract/plan'
import type { Failure } from '../../contract/result'
import type { StepRecord } from '../../world/store/port'

/** How far a plan has come, by what the journal knows of its steps. */
export function progressOf(
  hash: string,
  plan: Plan,
  records: ReadonlyMap<string, StepRecord>,
  state: RunState,
  stoppedBy: Failure | null
): PlanProgress {
  let done = 0
  let failed = 0
  let undone = 0
  for (const record of records.values()) {
    if (record.outcome === 'done') done += 1
    else if (record.outcome === 'failed') failed += 1
    else if (record.outcome === 'undone') undone += 1
  }
  const steps = plan.steps.length
  return {
    plan: hash,
    state,
    steps,
    done,
    failed,
    remaining: steps - done - failed - undone,
    rate: 0,
    stoppedBy
  }
}

/** Milliseconds between two messages about progress: about ten a second. */
const messageInterval = 100
/** The rate is taken over this many milliseconds. */
const rateSpan = 3_000

/** Counts a run's settled steps and tells about them, at most ten times a second. */
export class ProgressMeter {
  private readonly samples: { at: number; settled: number }[] = []
  private lastMessage = -Infinity
  private settled = 0
  private current: PlanProgress

  constructor(
    start: PlanProgress,
    private readonly tell: (progress: PlanProgress) => void
  ) {
    this.current = start
    this.report(performance.now())
  }

  /** A step was settled in this run. */
  count(outcome: 'done' | 'failed'): void {
    this.settled += 1
    this.current = {
      ...this.current,
      [outcome]: this.current[outcome] + 1,
      remaining: this.current.remaining - 1
    }
    const now = performance.now()
    if (now - this.lastMessage >= messageInterval) this.report(now)
  }

  /** The last word about this run, always told. */
  end(state: RunState, stoppedBy: Failure | null): PlanProgress {
    this.current = { ...this.current, state, stoppedBy, rate: 0 }
    this.tell(this.current)
    return this.current
  }

  private report(now: number): void {
    this.samples.push({ at: now, settled: this.settled })
    while (this.samples.length > 2 && now - (this.samples[0]?.at ?? now) > rateSpan) this.samples.shift()
    const first = this.samples[0]
    const seconds = first === undefined ? 0 : (now - first.at) / 1000
    const rate = first === undefined || seconds <= 0 ? 0 : (this.settled - first.settled) / seconds
    this.lastMessage = now
    this.current = { ...this.current, rate: Math.round(rate * 10) / 10 }
    this.tell(this.current)
  }
}
