import type { Order } from '../../../../src-main/contract/orders'
import { call } from '../../../shared/api'
import { useCurrent } from '../../../shared/current'

/** An order as main keeps it. */
export function useOrder(id: () => string) {
  return useCurrent<Order>(id, (order) => call('orders.order', { order }), 'orders.notFound')
}
