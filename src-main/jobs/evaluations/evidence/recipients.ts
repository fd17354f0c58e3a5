import type { AppointedRole } from '../../../contract/people'
import { permittedPairs, type Pair, type Recipient } from '../../../core/evidence'
import type { Ledger } from '../../../core/ledger'

/**
 * Who may open what is sealed for an order at an instant (ISO, UTC): the evaluators whom it names, as long as they are appointed, and
 * as a way back the leadership with the data protection officer, never whom it is about.
 */
export function pairsFor(
  { authority }: Ledger,
  evaluators: readonly string[],
  concerned: readonly string[],
  instant: string
): readonly Pair[] {
  const holders = (role: AppointedRole, isMeant: (person: string) => boolean): Recipient[] => {
    const found = new Map<string, Recipient>()
    for (const { person, fingerprint, deputy } of authority.appointments.values()) {
      const keys = authority.keys.get(fingerprint)?.keys
      const isHeld = authority
        .appointmentsOfKey(fingerprint, instant)
        .some((appointment) => appointment.person === person && appointment.role === role)
      if (isHeld && !deputy && keys !== undefined && isMeant(person) && !concerned.includes(person))
        found.set(fingerprint, { person, fingerprint, keys })
    }
    return [...found.values()]
  }
  const anybodyElse = (person: string): boolean => !evaluators.includes(person)
  return permittedPairs(
    holders('evaluator', (person) => evaluators.includes(person)),
    holders('leadership', anybodyElse),
    holders('dpo', anybodyElse)
  )
}
