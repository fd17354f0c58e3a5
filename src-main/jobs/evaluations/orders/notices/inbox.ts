import type { InboxItem } from '../../../../contract/inbox'
import type { Actor } from '../../../../core/people/actor'
import { readOrders } from '../records'
import { leads, maySee } from '../views'
import { isConcerned, overviewOf, waitingOf, type NoticeLook } from './overview'

/** What waits for the leadership until everybody concerned was told (P24); also of orders that have ended. */
export function noticeItems(look: NoticeLook, asker: Actor): InboxItem[] {
  if (!leads(asker)) return []
  return readOrders(look.ledger).flatMap((order): InboxItem[] => {
    if (!order.contents || !maySee({ ledger: look.ledger, asker }, order)) return []
    const overview = overviewOf(look, order)
    const waiting = isConcerned(overview, asker) ? null : waitingOf(look, overview)
    if (waiting === null) return []
    const { since, deadline, isOverdue } = waiting
    const kind = isOverdue ? 'noticeOverdue' : 'noticeDue'
    const { id, number } = order
    return [
      {
        id: `${kind} ${id}`,
        kind,
        since: isOverdue ? deadline : since,
        deadline,
        parameters: { number },
        to: `/orders/${id}`
      }
    ]
  })
}

/** Under how many orders a notice is overdue. */
export function overdueCount(look: NoticeLook): number {
  return readOrders(look.ledger).filter(
    (order) => order.contents && waitingOf(look, overviewOf(look, order))?.isOverdue === true
  ).length
}
