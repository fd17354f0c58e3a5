import type { Appointment } from '../../../src-main/contract/people'
import type { SanctionCase } from '../../../src-main/contract/sanctions'

/** Who of the leadership may decide on a case: is appointed now, and has neither opened nor proposed it (P21). */
export function whoCanDecide(
  appointments: readonly Appointment[],
  { opened, proposal }: Pick<SanctionCase, 'opened' | 'proposal'>,
  self: string | null
): Appointment[] {
  const excluded = [opened.person, proposal?.person, self]
  const able = appointments.filter(
    ({ role, state, person }) => role === 'leadership' && state === 'active' && !excluded.includes(person)
  )
  return able.filter((one, place) => able.findIndex(({ person }) => person === one.person) === place)
}
