import type { PersonNames } from '../../../contract/people'
import type { Ledger } from '../../../core/ledger'
import type { Actor } from '../../../core/people/actor'
import type { OrderRecord } from './records'

/** Somebody who is appointed to evaluate (P20). */
export interface Evaluator {
  readonly person: string
  /** As they were called when they were appointed. */
  readonly names: PersonNames
}

/** Everybody who is appointed to evaluate at an instant (ISO, UTC), in the order of their appointments. */
export function appointedEvaluators(ledger: Ledger, instant: string): readonly Evaluator[] {
  const appointed = new Map<string, Evaluator>()
  for (const { person, role, sequence } of ledger.authority.appointments.values()) {
    if (role !== 'evaluator' || !isEvaluator(ledger, person, instant)) continue
    const names = namesIn(ledger, sequence)
    if (names !== null || !appointed.has(person)) appointed.set(person, { person, names: names ?? unnamed })
  }
  return [...appointed.values()]
}

function isEvaluator({ authority }: Ledger, person: string, instant: string): boolean {
  return authority.appointmentsOf(person, instant).some(({ role }) => role === 'evaluator')
}

const unnamed: PersonNames = { login: '', givenName: '', familyName: '' }

/** null: erased. */
function namesIn(ledger: Ledger, sequence: number): PersonNames | null {
  const item = ledger.numbered(sequence)
  const names = item === undefined ? null : ledger.payloadOf(item)?.['names']
  // The payload of an appointment has names in their declared shape.
  return (names as PersonNames | null | undefined) ?? null
}

/** The order names them, and they are appointed still. */
export function evaluates({ person, roles }: Actor, { evaluators }: OrderRecord): boolean {
  return person !== null && roles.includes('evaluator') && evaluators.includes(person)
}
