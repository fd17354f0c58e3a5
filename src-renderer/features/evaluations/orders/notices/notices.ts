import type { Notices } from '../../../../../src-main/contract/notices'
import { call } from '../../../../shared/api'
import { useCurrent } from '../../../../shared/current'

/** Who is to be notified under an order. Whom it is about hears of it by the notice and sees nothing here. */
export function useNotices(order: () => string) {
  return useCurrent<Notices>(order, (id) => call('notices.state', { order: id }), 'orders.notFound')
}
