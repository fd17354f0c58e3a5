import type { OrderSummary } from '../../../../src-main/contract/orders'
import { call } from '../../../shared/api'
import { textsOf } from '../../../shared/i18n/i18n'
import type { Finder, Found } from '../../../shared/looks'
import { orderListMessages } from './messages/list'
import { orderWordMessages } from './messages/words'
import { concernedText } from './words'

const list = textsOf(orderListMessages)
const words = textsOf(orderWordMessages)

/** Orders that a list of Strg/Ctrl+K has room for. */
const mostFound = 5

function orderFound({ id, number, content }: OrderSummary): Found {
  return {
    label: words('number', { number }),
    hint: concernedText(content),
    icon: 'i-lucide-gavel',
    to: { name: 'order', params: { id } }
  }
}

export const orderFinder: Finder = {
  id: 'orders',
  asks: 'orders.query',
  heading: () => list('title'),
  async find(text) {
    const answer = await call('orders.query', { text, limit: mostFound })
    return answer.ok ? answer.value.rows.map(orderFound) : []
  }
}
