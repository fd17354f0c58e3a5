import { isInForce } from './cases'
import type { StandingCase } from './casePlans'
import { isOver } from './measures'
import { groupsOf, suspensionOf } from './sanctionPlan'
import type { Demanded } from './steps'
import { strongest } from '../../core/suspensions'

/** What the cases in force ask of an account now, all but one. */
export function demandedBy(cases: readonly StandingCase[], except: string | null, now: Date): Demanded {
  const standing = cases
    .filter(({ record }) => isInForce(record) && record.id !== except)
    .flatMap((one) =>
      one.measures.filter((measure) => !isOver(measure, now)).map((measure) => ({ measure, one }))
    )
  return {
    suspension: strongest(
      standing.flatMap(({ measure, one }) =>
        measure.kind === 'suspension' ? [suspensionOf(measure, one.starts)] : []
      ),
      now
    ),
    groups: standing.flatMap(({ measure, one }) => groupsOf(measure, one))
  }
}
