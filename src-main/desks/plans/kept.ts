import type { Plan } from '../../contract/plan'
import { hashPlan } from '../../core/plan'
import type { PlanJournal } from '../../world/store/port'

/**
 * A plan as it is kept, where it is what its hash names: whoever can write to the store can change the steps of a plan that the
 * ledger speaks of. null: it is gone, or another one.
 */
export async function keptPlan(hash: string, journal: Pick<PlanJournal, 'findPlan'>): Promise<Plan | null> {
  const record = await journal.findPlan(hash)
  return record !== null && hashPlan(record.plan) === hash ? record.plan : null
}
