import type { InboxItem } from '../../../contract/inbox'
import type { LedgerView } from '../../../core/ledger'
import type { Actor } from '../../../core/people/actor'
import { dayAfter, germanStartOf } from '../../../core/calendar'
import { orderState, unendedOrders } from '../orders/records'
import { evaluates, maySee } from '../orders/views'
import type { EvidenceDesk } from './ports'
import { readEvaluation } from './records'

/** What is sealed and not concluded waits for the evaluators whom the order names. */
export function evaluationItems(
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
