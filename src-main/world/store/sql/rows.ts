import type { Selectable } from 'kysely'
import { z } from 'zod'
import { planSchema, runStateSchema, stepOutcomeSchema, type Plan, type Step } from '../../../contract/plan'
import { failureSchema } from '../../../contract/result'
import type { PlanOverview, PlanRecord, StepRecord } from '../port'
import type { Database } from './schema'

// The database is written by this module alone, in one schema level; what it holds has the shapes written here. Anything
// else in a row was put there past the app or is damaged: such a plan is none, and hinders nobody at the others.

const headSchema = planSchema.omit({ steps: true })
const confirmationSchema = z.object({
  leavers: z.number().int(),
  governed: z.number().int(),
  renames: z.number().int().optional()
})

/** As it was written: what the hash of the plan is made of must not be touched. */
function isHead(head: unknown): head is z.infer<typeof headSchema> {
  return headSchema.safeParse(head).success
}

/** The value of a column that holds JSON; undefined: it does not. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A column that may be empty; undefined: damaged. */
function readOptional<Value>(text: string | null, schema: z.ZodType<Value>): Value | null | undefined {
  if (text === null) return null
  const read = schema.safeParse(jsonOf(text))
  return read.success ? read.data : undefined
}

export function planRow(
  plan: Plan,
  hash: string,
  confirmation: PlanRecord['confirmation'],
  createdAt: string
): Database['plans'] {
  const { format, job, day, basis, undoes } = plan
  const head: Omit<Plan, 'steps'> = { format, job, day, basis, undoes }
  return {
    hash,
    head: JSON.stringify(head),
    undoes,
    created_at: createdAt,
    state: 'planned',
    stopped_by: null,
    confirmation: confirmation === null ? null : JSON.stringify(confirmation)
  }
}

/** null: the row or one of its steps is damaged. */
export function planRecord(row: Database['plans'], steps: readonly (Step | null)[]): PlanRecord | null {
  const known = planHead(row)
  const sound = steps.filter((step) => step !== null)
  if (known === null || sound.length < steps.length) return null
  const { head, ...record } = known
  return { ...record, plan: { ...head, steps: sound } }
}

/** null: the row is damaged. */
export function planHead(
  row: Database['plans']
): (Omit<PlanRecord, 'plan'> & Pick<PlanOverview, 'head'>) | null {
  const head = jsonOf(row.head)
  const state = runStateSchema.safeParse(row.state)
  const stoppedBy = readOptional(row.stopped_by, failureSchema)
  const confirmation = readOptional(row.confirmation, confirmationSchema)
  if (!isHead(head) || !state.success) return null
  if (stoppedBy === undefined || confirmation === undefined) return null
  return {
    hash: row.hash,
    head,
    createdAt: row.created_at,
    state: state.data,
    stoppedBy,
    confirmation
  }
}

/** @param body the step as JSON, where it is written already */
export function stepRow(
  plan: string,
  step: Step,
  place: number,
  body = JSON.stringify(step)
): Database['plan_steps'] {
  return { plan, place, step: step.id, body }
}

/** null: damaged. Looked at by hand: a plan may have 30,000 steps, and lists read many plans. */
export function stepOf(row: Pick<Database['plan_steps'], 'body'>): Step | null {
  const step = jsonOf(row.body)
  return isStep(step) ? step : null
}

function isStep(step: unknown): step is Step {
  if (!isObject(step)) return false
  const { id, kind, target, before, after, reason, needs } = step
  return (
    [id, kind].every((word) => typeof word === 'string') &&
    isObject(target) &&
    [target['type'], target['name'], target['label'], target['schoolClass']].every(
      (word) => typeof word === 'string'
    ) &&
    [before, after].every((image) => image === null || isObject(image)) &&
    isObject(reason) &&
    isObject(reason['parameters']) &&
    Array.isArray(needs)
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

export function recordRow(
  plan: string,
  record: StepRecord
): Omit<Selectable<Database['step_records']>, 'sequence'> {
  return {
    plan,
    step: record.step,
    outcome: record.outcome,
    failure: record.failure === null ? null : JSON.stringify(record.failure),
    target_id: record.targetId,
    at: record.at
  }
}

/** A damaged record says that nobody knows what became of the step. */
export function stepRecord(row: Omit<Selectable<Database['step_records']>, 'plan' | 'sequence'>): StepRecord {
  const outcome = stepOutcomeSchema.safeParse(row.outcome)
  return {
    step: row.step,
    outcome: outcome.success ? outcome.data : 'started',
    failure: readOptional(row.failure, failureSchema) ?? null,
    targetId: row.target_id,
    at: row.at
  }
}
