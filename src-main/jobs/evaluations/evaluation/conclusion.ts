import type { Conclusion } from '../../../contract/evaluations'
import { bodyOf, type LedgerView } from '../../../core/ledger'
import { payloadOf, readEvaluation, type JointItem } from './records'

/** Days for which evidence outlives its period where the leadership has still to decide on what was found. */
const longestHold = 90
const day = 86_400_000

/** What the two have concluded, for whoever may read it. */
export function conclusionOf(ledger: LedgerView, { item, persons }: JointItem): Conclusion {
  const { judgment } = bodyOf(item.statement, 'evaluation.closed')
  const words = payloadOf(ledger, item, 'evaluation.closed')
  return {
    ...{ judgment, at: item.statement.time },
    persons: persons.map((person) => ({ person, name: ledger.nameOfPerson(person) })),
    ...{ findings: words?.findings ?? '', notFound: words?.notFound ?? '', summary: words?.summary ?? '' }
  }
}

/**
 * Until when evidence under an order is kept beyond its period (ISO, UTC): something was found, and the leadership has to decide on
 * it. null: it is not.
 */
export function heldUntil(ledger: LedgerView, order: string): string | null {
  const { closed } = readEvaluation(ledger, order)
  if (closed === null) return null
  const { statement } = closed.item
  if (bodyOf(statement, 'evaluation.closed').judgment === 'noViolation') return null
  return new Date(Date.parse(statement.time) + longestHold * day).toISOString()
}

export function holdsEvidence(ledger: LedgerView, order: string, now: Date): boolean {
  const until = heldUntil(ledger, order)
  return until !== null && now.toISOString() < until
}
