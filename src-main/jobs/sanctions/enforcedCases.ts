import type { Plan } from '../../contract/plan'
import { fail, succeed, type Result } from '../../contract/result'
import type { Measure } from '../../contract/sanctions'
import { hashPlan } from '../../core/plan'
import type { PlanJournal } from '../../world/store/port'
import { isInForce, type CaseRecord } from './cases'
import { basisOf, isOver, suspensionOf, type AccountSnapshot } from './measures'
import type { Demanded } from './steps'
import { strongest } from './suspensions'

/** A case whose measures are or were in force, with the plan that was approved. */
export interface EnforcedCase {
  readonly record: CaseRecord
  readonly plan: Plan
  readonly snapshot: AccountSnapshot
  readonly measures: readonly Measure[]
}

/**
 * The kept plan of a hash that was signed. `sanctions.planChangedAfterApproval`: it is gone or is no longer what was
 * signed.
 */
export async function signedPlan(
  journal: Pick<PlanJournal, 'findPlan'>,
  hash: string
): Promise<Result<Plan>> {
  const plan = (await journal.findPlan(hash).catch(noPlan))?.plan
  return plan === undefined || hashPlan(plan) !== hash
    ? fail('sanctions.planChangedAfterApproval')
    : succeed(plan)
}

/** Somebody has written into the database what is no plan at all. */
function noPlan(error: unknown): null {
  if (error instanceof SyntaxError) return null
  throw error
}

/** The case with its approved plan; null: it was never in force, or its plan is not what was approved. */
export async function enforcedCase(
  journal: Pick<PlanJournal, 'findPlan'>,
  record: CaseRecord
): Promise<EnforcedCase | null> {
  const hash = record.enforcedAt === null ? null : (record.decision?.plan ?? null)
  if (hash === null) return null
  const plan = await signedPlan(journal, hash)
  const basis = plan.ok ? basisOf(plan.value) : null
  return plan.ok && basis !== null ? { record, plan: plan.value, ...basis } : null
}

/** Cases of an account that are or were in force. */
export async function enforcedCasesOf(
  journal: Pick<PlanJournal, 'findPlan'>,
  records: readonly CaseRecord[],
  account: string
): Promise<EnforcedCase[]> {
  const found: EnforcedCase[] = []
  for (const record of records) {
    const enforced = record.account === account ? await enforcedCase(journal, record) : null
    if (enforced !== null) found.push(enforced)
  }
  return found
}

/** The group of a module as the approved plan knew it; null: it is no refusal of a module. */
export function groupOf(measure: Measure, { snapshot }: Pick<EnforcedCase, 'snapshot'>): string | null {
  return measure.kind === 'moduleRefusal' ? (snapshot.modules[measure.module]?.group ?? null) : null
}

/** What the cases in force ask of an account now, all but one. */
export function demandedBy(cases: readonly EnforcedCase[], except: string | null, now: Date): Demanded {
  const standing = cases
    .filter(({ record }) => isInForce(record) && record.id !== except)
    .flatMap((one) =>
      one.measures.filter((measure) => !isOver(measure, now)).map((measure) => ({ measure, one }))
    )
  return {
    suspension: strongest(
      standing.flatMap(({ measure }) => (measure.kind === 'suspension' ? [suspensionOf(measure)] : [])),
      now
    ),
    groups: standing.flatMap(({ measure, one }) => groupOf(measure, one) ?? [])
  }
}
