import type { Selectable } from 'kysely'
import type { Plan, RunState, Step, StepOutcome } from '../../../contract/plan'
import type { Failure } from '../../../contract/result'
import type { PlanOverview, PlanRecord, StepRecord } from '../port'
import type { Database } from './schema'

// The database is written by this module alone, in one schema level; what it holds has the shapes written here.

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

export function planRecord(row: Database['plans'], steps: readonly Step[]): PlanRecord {
  const { head, ...record } = planHead(row)
  return { ...record, plan: { ...head, steps: [...steps] } }
}

export function planHead(row: Database['plans']): Omit<PlanRecord, 'plan'> & Pick<PlanOverview, 'head'> {
  return {
    hash: row.hash,
    head: JSON.parse(row.head) as Omit<Plan, 'steps'>,
    createdAt: row.created_at,
    state: row.state as RunState,
    stoppedBy: row.stopped_by === null ? null : (JSON.parse(row.stopped_by) as Failure),
    confirmation:
      row.confirmation === null ? null : (JSON.parse(row.confirmation) as PlanRecord['confirmation'])
  }
}

export function stepRow(plan: string, step: Step, place: number): Database['plan_steps'] {
  return { plan, place, step: step.id, body: JSON.stringify(step) }
}

export function stepOf(row: Pick<Database['plan_steps'], 'body'>): Step {
  return JSON.parse(row.body) as Step
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

export function stepRecord(row: Omit<Selectable<Database['step_records']>, 'plan' | 'sequence'>): StepRecord {
  return {
    step: row.step,
    outcome: row.outcome as StepOutcome,
    failure: row.failure === null ? null : (JSON.parse(row.failure) as Failure),
    targetId: row.target_id,
    at: row.at
  }
}
