import type { InboxItem } from '../../../contract/inbox'
import type { EvidencePeriods } from '../../../contract/settings'
import type { LedgerView } from '../../../core/ledger'
import type { Actor } from '../../../core/people/actor'
import { dayAfter, germanStartOf } from '../../../core/calendar'
import { orderIdOf } from '../orders/course'
import { orderState, readOrder, unendedOrders } from '../orders/records'
import { mayPropose } from './conclusion'
import { evaluates } from '../orders/evaluators'
import { leads, maySee } from '../orders/views'
import type { ReadAsk } from './elsewhere/messages'
import type { EvidenceDesk } from './ports'
import { readEvaluation } from './records'
import { patienceElsewhere } from './seats'

/** Days for which the leadership is told what was concluded. */
const toldDays = 14
const day = 86_400_000

/** What waits in evaluations for the one who asks. */
export function evaluationItems(
  ledger: LedgerView,
  evidence: Pick<EvidenceDesk, 'keptOf'>,
  asker: Actor,
  now: Date,
  periods: EvidencePeriods
): InboxItem[] {
  return [
    ...openItems(ledger, evidence, asker, now),
    ...concludedItems(ledger, asker, now, periods.found.days)
  ]
}

/** What is asked of somebody at another PC waits for minutes. */
export function askedItems(ledger: LedgerView, asks: readonly ReadAsk[]): InboxItem[] {
  return asks.map(({ ask: { id, order, until } }) => ({
    id: `evaluationAsked ${id}`,
    kind: 'evaluationAsked',
    since: new Date(Date.parse(until) - patienceElsewhere).toISOString(),
    deadline: until,
    parameters: { number: readOrder(ledger, order)?.number ?? '' },
    to: `/orders/${order}/evaluation`
  }))
}

/** What is sealed and not concluded waits for the evaluators whom the order names. */
function openItems(
  ledger: LedgerView,
  evidence: Pick<EvidenceDesk, 'keptOf'>,
  asker: Actor,
  now: Date
): InboxItem[] {
  return unendedOrders(ledger).flatMap((record): InboxItem[] => {
    const { id, number, expires } = record
    if (orderState(record, now) !== 'given' || !evaluates(asker, record)) return []
    const kept = maySee({ ledger, asker }, record) ? evidence.keptOf(id) : null
    if (kept === null || readEvaluation(ledger, id).closed !== null) return []
    return [
      {
        id: `evaluationOpen ${id}`,
        kind: 'evaluationOpen',
        since: kept.sealedAt,
        deadline: germanStartOf(dayAfter(expires)),
        parameters: { number },
        to: `/orders/${id}/evaluation`
      }
    ]
  })
}

/**
 * What was concluded: the leadership is told of it, and a violation waits for a case that one of its evaluators proposes, for as long
 * as the evidence is kept for that. What was concluded long ago is not gone through.
 */
function concludedItems(ledger: LedgerView, asker: Actor, now: Date, keptDays: number): InboxItem[] {
  const said = ledger.ofKind('evaluation.closed')
  const age = (time: string): number => now.getTime() - Date.parse(time)
  const shownDays = Math.max(keptDays, toldDays)
  const before = said.findLastIndex(({ statement }) => age(statement.time) >= shownDays * day)
  const orders = new Set(said.slice(before + 1).map(({ statement }) => orderIdOf(statement)))
  return [...orders].flatMap((id): InboxItem[] => {
    const record = readOrder(ledger, id)
    if (record === null || record.cases.length > 0 || !maySee({ ledger, asker }, record)) return []
    const { closed } = readEvaluation(ledger, id)
    if (closed === null) return []
    const since = closed.item.statement.time
    const about = { since, parameters: { number: record.number }, to: `/orders/${id}` }
    if (mayPropose(asker, record, closed) && age(since) < keptDays * day) {
      const deadline = new Date(Date.parse(since) + keptDays * day).toISOString()
      const to = `/orders/${id}/evaluation`
      return [{ ...about, id: `evaluationToPropose ${id}`, kind: 'evaluationToPropose', deadline, to }]
    }
    return leads(asker) && age(since) <= toldDays * day
      ? [{ ...about, id: `evaluationConcluded ${id}`, kind: 'evaluationConcluded', deadline: null }]
      : []
  })
}
