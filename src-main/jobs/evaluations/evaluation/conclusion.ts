import type { Conclusion } from '../../../contract/evaluations'
import { permits } from '../../../contract/operations'
import type { EvidencePeriods } from '../../../contract/settings'
import { bodyOf, type LedgerView } from '../../../core/ledger'
import type { Actor } from '../../../core/people/actor'
import { mayRead } from '../../../core/people/reading'
import type { SubjectKnowledge } from '../../../desks/job'
import { evaluates } from '../orders/evaluators'
import { readOrder, type OrderRecord } from '../orders/records'
import { payloadOf, readEvaluation, type JointItem } from './records'

const day = 86_400_000

/** What is known of cases; absent: nothing. */
export type CaseKnowledge = SubjectKnowledge | undefined

/** Who looks at a conclusion, and what cases are called. */
export interface ConclusionLook {
  readonly ledger: LedgerView
  readonly asker: Actor
  readonly cases: CaseKnowledge
}

/** What the two have concluded and what began from it, for whoever may read it. */
export function conclusionOf(
  { ledger, asker, cases }: ConclusionLook,
  order: OrderRecord,
  closed: JointItem
): Conclusion {
  return {
    ...concludedWords(ledger, closed),
    cases: order.cases.map((id) => ({
      id,
      number: cases?.nameOf(id) ?? '',
      mayRead: mayRead(asker, { of: 'case', authors: () => cases?.authorsOf(id) ?? [] })
    })),
    mayPropose: mayPropose(asker, order, closed)
  }
}

export type ConcludedWords = Omit<Conclusion, 'cases' | 'mayPropose'>

export function concludedWords(ledger: LedgerView, { item, persons }: JointItem): ConcludedWords {
  const { judgment } = bodyOf(item.statement, 'evaluation.closed')
  const words = payloadOf(ledger, item, 'evaluation.closed')
  return {
    ...{ judgment, at: item.statement.time },
    persons: persons.map((person) => ({ person, name: ledger.nameOfPerson(person) })),
    ...{ findings: words?.findings ?? '', notFound: words?.notFound ?? '', summary: words?.summary ?? '' }
  }
}

/** A violation can become a case, proposed by those who may evaluate under the order; they decide on none. */
export function mayPropose(asker: Actor, order: OrderRecord, { item }: JointItem): boolean {
  return (
    bodyOf(item.statement, 'evaluation.closed').judgment === 'violation' &&
    evaluates(asker, order) &&
    asker.fingerprint !== null &&
    permits('sanctions.open', asker.roles)
  )
}

/**
 * Until when evidence under an order is kept beyond its period (ISO, UTC): something was found, and the leadership has to decide on
 * it, or a case is under way that began from it. null: it is not.
 */
export function heldUntil(
  ledger: LedgerView,
  { id, cases }: Pick<OrderRecord, 'id' | 'cases'>,
  knowledge: CaseKnowledge,
  periods: EvidencePeriods
): string | null {
  const { closed } = readEvaluation(ledger, id)
  if (closed === null) return null
  const { statement } = closed.item
  if (bodyOf(statement, 'evaluation.closed').judgment === 'noViolation') return null
  const isUnderWay = cases.some((one) => knowledge?.isUnderWay?.(one) === true)
  // Whatever the school has set, a case holds it at least as long as what was only found.
  const days = isUnderWay ? Math.max(periods.case.days, periods.found.days) : periods.found.days
  return new Date(Date.parse(statement.time) + days * day).toISOString()
}

/** Whether evidence under an order is kept beyond its period. */
export function holdsEvidence(
  ledger: LedgerView,
  order: string,
  now: Date,
  cases: CaseKnowledge,
  periods: EvidencePeriods
): boolean {
  const record = readOrder(ledger, order)
  const until = record === null ? null : heldUntil(ledger, record, cases, periods)
  return until !== null && now.toISOString() < until
}
