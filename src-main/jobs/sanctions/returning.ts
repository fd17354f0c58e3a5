import type { Suspension } from '../../contract/accounts'
import type { StandingCase } from './casePlans'
import { isInForce } from './cases'
import { demandedBy } from './demands'
import { originalSuspension } from './release'
import { suspensionOf } from './sanctionPlan'
import { reachOf, strongest } from '../../core/suspensions'

/**
 * The suspension of a person who comes back after leaving. Leaving covers every other suspension, so what began or ended
 * meanwhile does not show in the directory.
 *
 * @param cases all of the person that are or were in force
 * @param before what was in force when they left
 */
export function suspensionAtReturn(
  cases: readonly StandingCase[],
  before: Suspension,
  now: Date
): Suspension {
  const reach = reachOf(before, now)
  const isOf = ({ measures, starts }: StandingCase): boolean =>
    measures.some(
      (measure) => measure.kind === 'suspension' && reachOf(suspensionOf(measure, starts), now) === reach
    )
  const over = cases.find((one) => !isInForce(one.record) && isOf(one))
  const left = over === undefined || reach === 0 ? before : originalSuspension(over, cases)
  return strongest([left, demandedBy(cases, null, now).suspension], now)
}
