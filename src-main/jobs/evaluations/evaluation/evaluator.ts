import type { Ledger } from '../../../core/ledger'
import type { OrderRecord } from '../orders/records'
import type { Evaluator } from './seats'

/** null: the order does not name this person, or they are no evaluator (any more). `now`: ISO, UTC. */
export function evaluatorOf(
  ledger: Ledger,
  { evaluators }: OrderRecord,
  person: string,
  now: string
): Evaluator | null {
  if (!evaluators.includes(person)) return null
  const newest = ledger.authority
    .appointmentsOf(person, now)
    .filter(({ role }) => role === 'evaluator')
    .toSorted((left, right) => right.sequence - left.sequence)[0]
  const names = { login: ledger.nameOfPerson(person), givenName: '', familyName: '' }
  return newest === undefined ? null : { person, names, fingerprint: newest.fingerprint }
}
