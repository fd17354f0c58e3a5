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

/** Whether evidence under an order is kept beyond its period: something was found, and the leadership has to decide on it. */
export function holdsEvidence(ledger: LedgerView, order: string, now: Date): boolean {
  const { closed } = readEvaluation(ledger, order)
  if (closed === null) return false
  const { judgment } = bodyOf(closed.item.statement, 'evaluation.closed')
  const until = Date.parse(closed.item.statement.time) + longestHold * day
  return judgment !== 'noViolation' && now.getTime() < until
}
