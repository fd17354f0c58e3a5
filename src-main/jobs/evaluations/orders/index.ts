import { filled } from '../../../contract/language'
import type { JobHandlers } from '../../../contract/handlers'
import type { OperationName } from '../../../contract/operations'
import type { Order, OrderPreparation } from '../../../contract/orders'
import { fail, succeed, type Result } from '../../../contract/result'
import { germanDayOf } from '../../../core/calendar'
import type { Clock } from '../../../core/clock'
import { fullName, type Actor } from '../../../core/people/actor'
import type { House, OpenJob, SubjectKnowledge } from '../../../desks/job'
import type { SavedDocument } from '../../../world/documents/port'
import { orderDocument } from './document'
import { appointedEvaluators } from './evaluators'
import { orderItems } from './inbox'
import { ownOrders } from './ownMatter'
import { confidenceOf, readOrder } from './records'
import { orderOf, pageOf, type Look } from './views'
import { OrderWork, type OrderWorkOptions } from './work'

export { tellDemoOrder } from './demo'
export { OrderRule } from './orderRule'
export { ownOrders } from './ownMatter'

export type OrderOperation = Extract<OperationName, `orders.${string}`>

export interface OrdersOptions
  extends
    Pick<House, 'ledger' | 'signing' | 'subjects' | 'desk'>,
    Pick<OrderWorkOptions, 'directory' | 'mayPursue' | 'pack' | 'pseudonymsOf'> {
  readonly settings: Pick<House['settings'], 'logSources' | 'settings'>
  readonly ledgerClock: Clock
  /** Whether this person may read a flag. */
  readonly readsFlag: (asker: Actor, flag: string) => boolean
  /** What a new order begins with that is given on a flag. */
  readonly flagBeginning: (asker: Actor, flag: string) => Promise<Result<OrderPreparation['beginning']>>
}

/** Orders: what the leadership lets two others evaluate, and nothing beside it (P19 to P21, P24). */
export interface Orders extends Pick<OpenJob<OrderOperation>, 'handlers' | 'inboxItems' | 'ledgerProblems'> {
  readonly subject: SubjectKnowledge
}

export function createOrders(options: OrdersOptions): Orders {
  const { ledger, ledgerClock, subjects, readsFlag, settings, pack, flagBeginning, desk } = options
  const now = (): Date => ledgerClock.now()
  const work = new OrderWork({ ...options, now })
  const lookOf = (asker: Actor): Look => ({ ledger, asker, now: now(), cases: subjects()['case'] })

  const seen = async (asker: Actor, id: string): Promise<Result<Order>> => {
    const rules = await pack()
    const found = work.find(asker, id)
    if (!found.ok) return found
    const { flag } = found.value
    const isShown = flag !== null && readsFlag(asker, flag)
    const named = isShown ? { id: flag, number: subjects()['flag']?.nameOf(flag) ?? '' } : null
    // Without their titles rules are shown as what they are: not known here.
    return succeed(orderOf(lookOf(asker), found.value, named, rules.ok ? rules.value : []))
  }

  /** Says something and answers the order as it is then. */
  const said = async (asker: Actor, id: Promise<Result<string>>): Promise<Result<Order>> => {
    const written = await id
    return written.ok ? seen(asker, written.value) : written
  }

  /** P21: whoever orders is not among those to choose from. */
  const prepared = async (asker: Actor, flag: string | null): Promise<Result<OrderPreparation>> => {
    await ledger.refresh()
    const beginning = flag === null ? succeed(null) : await flagBeginning(asker, flag)
    if (!beginning.ok) return beginning
    const sources = await settings.logSources()
    if (!sources.ok) return sources
    const rules = await pack()
    if (!rules.ok) return rules
    return succeed({
      sources: sources.value.map(({ id, name, contents }) => ({ id, name, contents })),
      evaluators: appointedEvaluators(ledger, now().toISOString())
        .filter(({ person }) => person !== asker.person)
        .map(({ person, names }) => ({ person, name: fullName(names) })),
      rules: rules.value.map(({ id, title }) => ({ id, title })),
      beginning: beginning.value
    })
  }

  const saved = async (asker: Actor, id: string): Promise<Result<SavedDocument>> => {
    const shown = await seen(asker, id)
    if (!shown.ok) return shown
    const read = await settings.settings()
    if (!read.ok) return read
    const { value: order } = shown
    const given = readOrder(ledger, id)?.given
    const { head } = ledger
    if (given === undefined || head === null) return fail('orders.notFound')
    const { sequence, hash, statement } = given
    const page = orderDocument({
      ...{ settings: read.value, head, day: germanDayOf(now().toISOString()), order },
      statement: { sequence, hash, key: statement.key }
    })
    return desk.savePdf({
      title: { de: 'Anordnung speichern', en: 'Save the order' },
      suggestedName: filled(
        { de: 'Anordnung-{number}.pdf', en: 'Order-{number}.pdf' },
        { number: order.number }
      ),
      copy: { what: 'letter', count: 1, by: asker.person },
      page: async () => succeed(page)
    })
  }

  const handlers: JobHandlers<OrderOperation> = {
    'orders.query': async (query, asker) => succeed(pageOf(lookOf(asker), query)),
    'orders.order': ({ order }, asker) => seen(asker, order),
    'orders.saveDocument': ({ order }, asker) => saved(asker, order),
    'orders.prepare': ({ flag }, asker) => prepared(asker, flag),
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
