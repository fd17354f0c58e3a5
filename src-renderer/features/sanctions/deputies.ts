import type { Appointment } from '../../../src-main/contract/people'
import type { SanctionCase } from '../../../src-main/contract/sanctions'

/** Who of the leadership may decide on a case: is appointed now, has neither opened nor proposed it (P21), and is not whom it is about. */
export function whoCanDecide(
  appointments: readonly Appointment[],
  { opened, proposal, person: concerned }: Pick<SanctionCase, 'opened' | 'proposal' | 'person'>,
  self: string | null
): Appointment[] {
  const excluded = [opened.person, proposal?.person, concerned.account, self]
  const able = appointments.filter(
    ({ role, state, person }) => role === 'leadership' && state === 'active' && !excluded.includes(person)
  )
  return able.filter((one, place) => able.findIndex(({ person }) => person === one.person) === place)
}
