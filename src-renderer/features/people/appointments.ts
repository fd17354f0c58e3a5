import { appointedRoles, type AppointedRole, type Appointment } from '../../../src-main/contract/people'

/** The appointments of one role that hold or will hold, and what is missing there. */
export interface RoleGroup {
  readonly role: AppointedRole
  readonly appointments: readonly Appointment[]
  readonly advice: 'deputy' | 'second' | null
}

/** Whether an appointment holds today or will hold. */
export function isOpen({ state }: Appointment): boolean {
  return state === 'active' || state === 'planned'
}

/** By role, in the order of the contract; who leads stands before who stands in. */
export function groupsOf(appointments: readonly Appointment[]): RoleGroup[] {
  return appointedRoles.map((role) => {
    const own = appointments
      .filter((appointment) => appointment.role === role && isOpen(appointment))
      .toSorted((left, right) => Number(left.deputy) - Number(right.deputy) || left.sequence - right.sequence)
    return { role, appointments: own, advice: adviceFor(role, own) }
  })
}

/** Ended and revoked ones, newest first. */
export function pastOf(appointments: readonly Appointment[]): Appointment[] {
  return appointments
    .filter((appointment) => !isOpen(appointment))
    .toSorted((left, right) => right.sequence - left.sequence)
}

/** P21: an evaluation needs two; and without a second person of the leadership a forgotten passphrase locks it out. */
function adviceFor(role: AppointedRole, appointments: readonly Appointment[]): RoleGroup['advice'] {
  const people = new Set(appointments.map(({ person }) => person)).size
  if (role === 'leadership' && people === 1) return 'deputy'
  return role === 'evaluator' && people === 1 ? 'second' : null
}
