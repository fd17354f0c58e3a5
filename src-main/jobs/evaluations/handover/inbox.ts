import type { InboxItem } from '../../../contract/inbox'
import type { LedgerView } from '../../../core/ledger'
import type { Actor } from '../../../core/people/actor'
import type { SealedContents } from '../evaluation/ports'
import { orderIdOf } from '../orders/course'
import { evaluates } from '../orders/evaluators'
import { readOrder } from '../orders/records'
import { maySee } from '../orders/views'
import { isMade, readHandover } from './records'

/** What the leadership has decided waits for the evaluators of its order until two of them have made the bundle. */
export function handoverItems(
  ledger: LedgerView,
  evidence: Pick<SealedContents, 'isKept'>,
  asker: Actor
): InboxItem[] {
  const orders = new Set(ledger.ofKind('handover.decided').map(({ statement }) => orderIdOf(statement)))
  return [...orders].flatMap((id): InboxItem[] => {
    const record = readOrder(ledger, id)
    if (record === null || !evaluates(asker, record) || !maySee({ ledger, asker }, record)) return []
    const handover = readHandover(ledger, id)
    const { decision } = handover
    if (decision === null || isMade(handover) || !evidence.isKept(id, decision.evidence)) return []
    return [
      {
        id: `handoverToMake ${decision.handover}`,
        kind: 'handoverToMake',
        since: decision.item.statement.time,
        deadline: null,
        parameters: { number: record.number },
        to: `/orders/${id}/evaluation`
      }
    ]
  })
}
