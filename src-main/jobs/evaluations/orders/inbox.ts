import type { InboxItem } from '../../../contract/inbox'
import { dayAfter, germanStartOf } from '../../../core/calendar'
import { evidenceOf } from '../evidence/records'
import { orderState, unendedOrders, type OrderRecord } from './records'
import { evaluates } from './evaluators'
import { leads, maySee, type Look } from './views'

/** The leadership is told so many days before an order ends. */
const toldBefore = 3

/** What waits in orders for the one who asks; those that were withdrawn are not gone through. */
export function orderItems(look: Look): InboxItem[] {
  return unendedOrders(look.ledger)
    .filter((record) => orderState(record, look.now) === 'given' && maySee(look, record))
    .flatMap((record) => itemsOf(look, record))
}

function itemsOf({ ledger, asker, now }: Look, record: OrderRecord): InboxItem[] {
  const end = germanStartOf(dayAfter(record.expires))
  const soon = new Date(Date.parse(end) - toldBefore * 86_400_000).toISOString()
  const items: InboxItem[] = []
  // What is sealed already waits as an evaluation.
  const isSealed = evidenceOf(ledger, record.id).some(({ destroyed }) => destroyed === null)
  if (evaluates(asker, record) && !isSealed)
    items.push(item('orderNamesYou', record, record.given.statement.time, end))
  if (leads(asker) && now.toISOString() >= soon) items.push(item('orderExpires', record, soon, end))
  return items
}

function item(
  kind: InboxItem['kind'],
  { id, number }: OrderRecord,
  since: string,
  deadline: string
): InboxItem {
  return { id: `${kind} ${id}`, kind, since, deadline, parameters: { number }, to: `/orders/${id}` }
}
