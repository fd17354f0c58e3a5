import type { z } from 'zod'
import type { PlanSummary, RunState, Step, StepOutcome, StepRow, stepPageSchema } from '../../contract/plan'
import type { ParsedInput } from '../../contract/operations'
import { holdsWords, searchKey, searchWords } from '../../contract/search'
import type { PlanOverview, PlanRecord, StepRecord } from '../../world/store/port'

const collator = new Intl.Collator('de', { numeric: true, sensitivity: 'base' })

/** What the steps of a plan come to, as the store counts them for a list. */
export function overviewOf(record: PlanRecord, records: ReadonlyMap<string, StepRecord>): PlanOverview {
  const { plan, ...others } = record
  const { steps, ...head } = plan
  const tallies = new Map<string, { kind: string; schoolClass: string; count: number }>()
  for (const { kind, target } of steps) {
    const key = JSON.stringify([kind, target.schoolClass])
    const tally = tallies.get(key) ?? { kind, schoolClass: target.schoolClass, count: 0 }
    tally.count += 1
    tallies.set(key, tally)
  }
  const outcomes: Partial<Record<StepOutcome, number>> = {}
  for (const { outcome } of records.values()) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  const subject = steps.length === 1 ? (steps[0]?.target.label ?? null) : null
  return { ...others, head, tallies: [...tallies.values()], subject, outcomes }
}

/** What a list of plans shows of one. `state`: as the engine sees it. */
export function summaryOf(overview: PlanOverview, state: RunState): PlanSummary {
  const kinds = new Map<string, number>()
  const classes = new Map<string, Record<string, number>>()
  let steps = 0
  for (const { kind, schoolClass, count } of overview.tallies) {
    steps += count
    kinds.set(kind, (kinds.get(kind) ?? 0) + count)
    const inClass = classes.get(schoolClass) ?? {}
    inClass[kind] = (inClass[kind] ?? 0) + count
    classes.set(schoolClass, inClass)
  }
  const { job, day, basis, undoes } = overview.head
  const { done = 0, failed = 0, undone = 0 } = overview.outcomes
  return {
    hash: overview.hash,
    job,
    day,
    createdAt: overview.createdAt,
    basis,
    undoes,
    progress: {
      plan: overview.hash,
      state,
      steps,
      done,
      failed,
      remaining: steps - done - failed - undone,
      rate: 0,
      stoppedBy: overview.stoppedBy
    },
    subject: overview.subject,
    kinds: [...kinds].map(([kind, count]) => ({ kind, count })),
    classes: [...classes]
      .map(([name, counts]) => ({ name, kinds: counts }))
      .sort((left, right) => collator.compare(left.name, right.name)),
    // Whoever resumes a plan has answered the guard at its beginning.
    confirmation: state === 'planned' ? overview.confirmation : null
  }
}

/** The steps that a query asks for, in the plan's order. */
export function stepsOf(
  steps: readonly Step[],
  records: ReadonlyMap<string, StepRecord>,
  query: ParsedInput<'plans.steps'>
): z.infer<typeof stepPageSchema> {
  const words = searchWords(query.text)
  const rows: StepRow[] = []
  let total = 0
  for (const step of steps) {
    const record = records.get(step.id)
    const outcome = record?.outcome ?? 'open'
    if (query.kind !== null && step.kind !== query.kind) continue
    if (query.schoolClass !== null && step.target.schoolClass !== query.schoolClass) continue
    if (query.outcome !== null && outcome !== query.outcome) continue
    if (words.length > 0) {
      const { name, label, schoolClass } = step.target
      if (!holdsWords(searchKey([name, label, schoolClass]), words)) continue
    }
    if (total >= query.offset && rows.length < query.limit) {
      rows.push({ step, outcome, failure: record?.failure ?? null })
    }
    total += 1
  }
  return { total, rows }
}
