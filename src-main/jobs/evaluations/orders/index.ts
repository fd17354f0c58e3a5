import type { JobHandlers } from '../../../contract/handlers'
import type { OperationName } from '../../../contract/operations'
import type { Order } from '../../../contract/orders'
import { succeed, type Result } from '../../../contract/result'
import type { Clock } from '../../../core/clock'
import type { Actor } from '../../../core/people/actor'
import type { House, OpenJob, SubjectKnowledge } from '../../../desks/job'
import { orderItems } from './inbox'
import { ownOrders } from './ownMatter'
import { confidenceOf, readOrder } from './records'
import { orderOf, pageOf, type Look } from './views'
import { OrderWork, type OrderWorkOptions } from './work'

export { OrderRule } from './orderRule'
export { ownOrders } from './ownMatter'

export type OrderOperation = Extract<OperationName, `orders.${string}`>

export interface OrdersOptions
  extends
    Pick<House, 'ledger' | 'signing' | 'subjects'>,
    Pick<OrderWorkOptions, 'directory' | 'settings' | 'mayPursue' | 'ruleIds'> {
  readonly ledgerClock: Clock
  /** Whether this person may read a flag. */
  readonly readsFlag: (asker: Actor, flag: string) => boolean
}

/** Orders: what the leadership lets two others evaluate, and nothing beside it (P19 to P21, P24). */
export interface Orders extends Pick<OpenJob<OrderOperation>, 'handlers' | 'inboxItems' | 'ledgerProblems'> {
  readonly subject: SubjectKnowledge
}

export function createOrders(options: OrdersOptions): Orders {
  const { ledger, ledgerClock, subjects, readsFlag } = options
  const now = (): Date => ledgerClock.now()
  const work = new OrderWork({ ...options, now })
  const lookOf = (asker: Actor): Look => ({ ledger, asker, now: now() })

  const seen = (asker: Actor, id: string): Result<Order> => {
    const found = work.find(asker, id)
    if (!found.ok) return found
    const { flag } = found.value
    const isShown = flag !== null && readsFlag(asker, flag)
    const named = isShown ? { id: flag, number: subjects()['flag']?.nameOf(flag) ?? '' } : null
    return succeed(orderOf(lookOf(asker), found.value, named))
  }

  /** Says something and answers the order as it is then. */
  const said = async (asker: Actor, id: Promise<Result<string>>): Promise<Result<Order>> => {
    const written = await id
    return written.ok ? seen(asker, written.value) : written
  }

  const handlers: JobHandlers<OrderOperation> = {
    'orders.query': async (query, asker) => succeed(pageOf(lookOf(asker), query)),
    'orders.order': async ({ order }, asker) => seen(asker, order),
    'orders.give': (input, asker) => said(asker, work.give(asker, input)),
    'orders.withdraw': (input, asker) => said(asker, work.withdraw(asker, input))
  }

  return {
    handlers,
    subject: {
      nameOf: (id) => readOrder(ledger, id)?.number ?? '',
      authorsOf: () => [],
      confidenceOf(id) {
        const record = readOrder(ledger, id)
        return record === null ? null : confidenceOf(ledger, record)
      }
    },
    inboxItems: (asker) => orderItems(lookOf(asker)),
    ledgerProblems: async () => ownOrders(ledger)
  }
}
