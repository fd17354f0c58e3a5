import type { InboxItem } from '../../../contract/inbox'
import { permits } from '../../../contract/operations'
import { dayAfter, germanStartOf } from '../../../core/calendar'
import type { LedgerView } from '../../../core/ledger'
import type { Actor } from '../../../core/people/actor'
import { readStandingOrders, standingStateAt, type StandingOrderRecord } from './records'

/** The leadership is told so many days before one ends. */
const toldBefore = 7

/**
 * What waits in standing orders for the leadership.
 *
 * @param troubled ids of those whose last run could not read everything
 */
export function standingItems(
  ledger: LedgerView,
  { roles }: Actor,
  now: Date,
  troubled: ReadonlySet<string>
): InboxItem[] {
  if (!permits('standingOrders.give', roles)) return []
  return readStandingOrders(ledger)
    .filter((record) => standingStateAt(record, now.toISOString()) === 'given')
    .flatMap((record) => {
      const end = germanStartOf(dayAfter(record.until))
      const soon = new Date(Date.parse(end) - toldBefore * 86_400_000).toISOString()
      return [
        ...(now.toISOString() >= soon ? [item('standingOrderExpires', record, soon, end)] : []),
        ...(troubled.has(record.id)
          ? [item('standingOrderUnread', record, record.given.statement.time, null)]
          : [])
      ]
    })
}

function item(
  kind: InboxItem['kind'],
  { id, number }: StandingOrderRecord,
  since: string,
  deadline: string | null
): InboxItem {
  return { id: `${kind} ${id}`, kind, since, deadline, parameters: { number }, to: `/standing-orders/${id}` }
}
