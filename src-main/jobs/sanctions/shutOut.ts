import { suspensionSchema, type Account, type Suspension } from '../../contract/accounts'
import type { Plan } from '../../contract/plan'
import { germanStartOf } from '../../core/calendar'
import { measuresOf, type CaseRecord } from './cases'
import { membershipSchema, type StartOfDay } from './measures'
import { suspensionOf } from './sanctionPlan'
import { isTakingAway, type Demanded } from './steps'
import { reachOf, strongest } from '../../core/suspensions'

/**
 * What stands against giving back. Whoever is suspended otherwise, by an everyday action or another case, or has left,
 * gets no module (P8, P9): the end of a case does not open a side door. What it would have given back comes with the end
 * of that suspension or with the return; the job of accounts reads it from the journal.
 *
 * @param starts when days began for the plan that the case was carried out by; where nobody knows it, in Germany
 */
export function standingAgainst(
  record: CaseRecord,
  plan: Plan,
  account: Account | null,
  demanded: Demanded,
  now: Date,
  starts: StartOfDay = germanStartOf
): Demanded {
  if (account === null || !isShutOutOtherwise(record, plan, account, demanded, now, starts)) return demanded
  const back = plan.steps.flatMap(({ after }) => membershipSchema.safeParse(after?.['membership']).data ?? [])
  return {
    ...demanded,
    groups: [...demanded.groups, ...back.flatMap(({ group, member }) => (member ? [group] : []))]
  }
}

function isShutOutOtherwise(
  record: CaseRecord,
  plan: Plan,
  account: Account,
  demanded: Demanded,
  now: Date,
  starts: StartOfDay
): boolean {
  if (account.leaverSince !== null) return true
  const current = reachOf(account.suspension, now)
  // One measure of the case is over, others go on: its own suspension is nobody else's.
  if (plan.basis['ends'] !== undefined) {
    return current > reachOf(strongest(ownSuspensions(record, starts), now), now)
  }
  // By decision, or as the taking back of an approval that has expired.
  const lift = plan.steps.find((step) => !isTakingAway(step) && step.after?.['suspension'] !== undefined)
  if (lift === undefined) return current > 0
  const lifted = reachOf(suspensionSchema.parse(lift.before?.['suspension']), now)
  const left = strongest([suspensionSchema.parse(lift.after?.['suspension']), demanded.suspension], now)
  return current > lifted || reachOf(left, now) > 0
}

function ownSuspensions(record: CaseRecord, starts: StartOfDay): Suspension[] {
  return measuresOf(record).flatMap((measure) =>
    measure.kind === 'suspension' ? [suspensionOf(measure, starts)] : []
  )
}
