import type { Statement, StatementPayload } from '../../../contract/ledger'
import type { OrderState } from '../../../contract/orders'
import { germanDayOf } from '../../../core/calendar'
import { bodyOf, type LedgerView, type SoundItem } from '../../../core/ledger'
import type { Confidence } from '../../../core/people/reading'
import { moveOf, nextState, orderIdOf, OrderMoves, stateAt, type SaidState } from './course'

/** An order as the ledger tells it. What is personal about it stays in the ledger until somebody reads it. */
export interface OrderRecord {
  readonly id: string
  /** `2026-003`: year and place in it. */
  readonly number: string
  /** By what was said alone; whether its last day is over, `orderState` knows. */
  readonly state: SaidState
  /** Who gave it. */
  readonly by: string
  readonly evaluators: readonly string[]
  /** Contents of e-mail, forum and messenger may be read (P24). */
  readonly contents: boolean
  /** The last day on which it is in force, in Germany. */
  readonly expires: string
  /** Id of the flag that it was given on; null: none. */
  readonly flag: string | null
  readonly given: SoundItem
  readonly withdrawn: SoundItem | null
  /** Ids of the cases that began from it, oldest first. */
  readonly cases: readonly string[]
}

/** What an order allows and why, in its words. */
export type OrderWords = StatementPayload<'order.given'>

/** The orders of a ledger; each statement about one is folded in once. */
class OrderBook {
  private place = 0
  private jointPlace = 0
  private readonly moves = new OrderMoves()
  private readonly records = new Map<string, OrderRecord>()
  private readonly inYear = new Map<string, number>()
  private readonly givenIds = new Set<string>()

  constructor(private readonly ledger: LedgerView) {}

  /** Folds in what was said since. */
  update(): this {
    const items = this.ledger.inArea('order')
    for (; this.place < items.length; this.place += 1) {
      const item = items[this.place]
      if (item === undefined) continue
      const before = this.records.get(orderIdOf(item.statement))
      if (before !== undefined) this.put(withItem(before, item))
      else if (item.statement.kind === 'order.given') this.put(this.given(item))
    }
    // Nothing that changes the state stands behind a conclusion or a withdrawal, so that the two areas need not be read as one.
    const said = this.ledger.inArea('evaluation')
    for (; this.jointPlace < said.length; this.jointPlace += 1) {
      const item = said[this.jointPlace]
      const before = item === undefined ? undefined : this.records.get(orderIdOf(item.statement))
      if (item === undefined || before === undefined) continue
      const move = this.moves.take(item.statement, item.signedBy.person)
      const state = move === null ? null : nextState(before.state, move)
      if (state !== null) this.put({ ...before, state })
    }
    return this
  }

  get all(): readonly OrderRecord[] {
    return [...this.records.values()]
  }

  get unended(): readonly OrderRecord[] {
    return [...this.givenIds].flatMap((id) => this.find(id) ?? [])
  }

  find(id: string): OrderRecord | null {
    return this.records.get(id) ?? null
  }

  private put(record: OrderRecord): void {
    this.records.set(record.id, record)
    if (record.state === 'given') this.givenIds.add(record.id)
    else this.givenIds.delete(record.id)
  }

  private given(item: SoundItem): OrderRecord {
    const { statement, signedBy } = item
    const { order: id, evaluators, contents, expires, flag } = bodyOf(statement, 'order.given')
    const year = germanDayOf(statement.time).slice(0, 4)
    const place = (this.inYear.get(year) ?? 0) + 1
    this.inYear.set(year, place)
    return {
      id,
      number: `${year}-${String(place).padStart(3, '0')}`,
      state: 'given',
      by: signedBy.person ?? '',
      evaluators,
      contents,
      expires,
      flag,
      given: item,
      withdrawn: null,
      cases: []
    }
  }
}

function withItem(before: OrderRecord, item: SoundItem): OrderRecord {
  const { statement } = item
  if (statement.kind === 'order.pursued')
    return { ...before, cases: [...before.cases, bodyOf(statement, 'order.pursued').case] }
  const move = moveOf(statement)
  const state = move === null ? null : nextState(before.state, move)
  if (state === null) return before
  return { ...before, state, ...(move === 'withdrawn' ? { withdrawn: item } : {}) }
}

const books = new WeakMap<object, OrderBook>()

function bookOf(ledger: LedgerView): OrderBook {
  const { reading } = ledger
  const known = books.get(reading)
  if (known !== undefined) return known.update()
  const book = new OrderBook(ledger)
  books.set(reading, book)
  return book.update()
}

/** All orders, in the order in which they were given. */
export function readOrders(ledger: LedgerView): readonly OrderRecord[] {
  return bookOf(ledger).all
}

/** Orders that nothing has ended but perhaps the day, in no order. */
export function unendedOrders(ledger: LedgerView): readonly OrderRecord[] {
  return bookOf(ledger).unended
}

/** null: there is no such order. */
export function readOrder(ledger: LedgerView, id: string): OrderRecord | null {
  return bookOf(ledger).find(id)
}

/** Where an order stands now. Only under one that is `given` anything is read, sealed or opened. */
export function orderState(record: OrderRecord, now: Date): OrderState {
  return stateAt(record, now.toISOString())
}

/** What an order allows and why; null: it was erased, or is to be read from the store still. */
export function wordsOf(ledger: LedgerView, { given }: OrderRecord): OrderWords | null {
  // Its shape was checked when it was read.
  return ledger.payloadOf(given) as OrderWords | null
}

/** Why it was withdrawn; empty: it was not, or the reason was erased. */
export function withdrawalReason(ledger: LedgerView, { withdrawn }: OrderRecord): string {
  if (withdrawn === null) return ''
  return (ledger.payloadOf(withdrawn) as StatementPayload<'order.withdrawn'> | null)?.reason ?? ''
}

/** Sequence number of the newest statement about an order, whichever job has said it. */
export function versionOf(ledger: LedgerView, { given }: OrderRecord): number {
  return newestOf(ledger, given.statement).sequence
}

function newestOf(ledger: LedgerView, given: Statement): Statement {
  return ledger.about(given.subject).at(-1)?.statement ?? given
}

/** Who stands how to an order: the evaluators whom it names read it, and nobody whom it is about. */
export function confidenceOf(ledger: LedgerView, record: OrderRecord): Confidence {
  return {
    reporter: null,
    entrusted: record.evaluators,
    concerned: () => concernedOf(ledger, record),
    handedOver: false
  }
}

/** Whom an order is about, once it was read: whoever looks at a list asks it of every order. */
const read = new WeakMap<SoundItem, { readonly persons: readonly string[] }>()

function concernedOf(ledger: LedgerView, record: OrderRecord): ReturnType<Confidence['concerned']> {
  const known = read.get(record.given)
  if (known !== undefined) return known
  const words = wordsOf(ledger, record)
  if (words === null) return ledger.isAwaiting ? 'unread' : { persons: [] }
  const concerned = { persons: words.scope.concerned.map(({ person }) => person) }
  read.set(record.given, concerned)
  return concerned
}
