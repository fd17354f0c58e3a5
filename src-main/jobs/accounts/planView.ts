import type { z } from 'zod'
import type { PlanProgress, PlanSummary, Step, StepRow, stepPageSchema } from '../../contract/plan'
import type { ParsedInput } from '../../contract/operations'
import type { PlanRecord, StepRecord } from '../../world/store/port'

const collator = new Intl.Collator('de', { numeric: true, sensitivity: 'base' })

/** What a list of plans shows of one. */
export function summaryOf(record: PlanRecord, progress: PlanProgress): PlanSummary {
  const kinds = new Map<string, number>()
  const classes = new Map<string, Record<string, number>>()
  for (const { kind, target } of record.plan.steps) {
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    const inClass = classes.get(target.schoolClass) ?? {}
    inClass[kind] = (inClass[kind] ?? 0) + 1
    classes.set(target.schoolClass, inClass)
  }
  const { job, day, basis, undoes } = record.plan
  return {
    hash: record.hash,
    job,
    day,
    createdAt: record.createdAt,
    basis,
    undoes,
    progress,
    subject: record.plan.steps.length === 1 ? (record.plan.steps[0]?.target.label ?? null) : null,
    kinds: [...kinds].map(([kind, count]) => ({ kind, count })),
    classes: [...classes]
      .map(([name, counts]) => ({ name, kinds: counts }))
      .sort((left, right) => collator.compare(left.name, right.name)),
    // Whoever resumes a plan has answered the guard at its beginning.
    confirmation: progress.state === 'planned' ? record.confirmation : null
  }
}

/** The steps that a query asks for, in the plan's order. */
export function stepsOf(
  steps: readonly Step[],
  records: ReadonlyMap<string, StepRecord>,
  query: ParsedInput<'plans.steps'>
): z.infer<typeof stepPageSchema> {
  const words = query.text.split(/\s+/).filter(Boolean).map(fold)
  const rows: StepRow[] = []
  let total = 0
  for (const step of steps) {
    const record = records.get(step.id)
    const outcome = record?.outcome ?? 'open'
    if (query.kind !== null && step.kind !== query.kind) continue
    if (query.schoolClass !== null && step.target.schoolClass !== query.schoolClass) continue
    if (query.outcome !== null && outcome !== query.outcome) continue
    if (words.length > 0) {
      const text = fold(`${step.target.name}\n${step.target.label}\n${step.target.schoolClass}`)
      if (!words.every((word) => text.includes(word))) continue
    }
    if (total >= query.offset && rows.length < query.limit) {
      rows.push({ step, outcome, failure: record?.failure ?? null })
    }
    total += 1
  }
  return { total, rows }
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
}
