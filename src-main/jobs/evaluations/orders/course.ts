import type { Statement, StatementKindName } from '../../../contract/ledger'
import type { OrderState } from '../../../contract/orders'
import { germanDayOf } from '../../../core/calendar'

/** What can happen to an order. */
export const orderMoves = ['given', 'withdrawn'] as const
export type OrderMove = (typeof orderMoves)[number]

/** What statements make of an order; that it has expired is said by no statement, but by the day. */
export type SaidState = Exclude<OrderState, 'expired'>

/** The state machine of an order. What is not listed is not possible. Each move but the first asks for an order in force. */
const course: Readonly<Record<SaidState | 'none', Readonly<Partial<Record<OrderMove, SaidState>>>>> = {
  none: { given: 'given' },
  given: { withdrawn: 'withdrawn' },
  withdrawn: {}
}

/** The state after a move; null: not possible in this state. `none`: there is no such order yet. */
export function nextState(state: SaidState | 'none', move: OrderMove): SaidState | null {
  return course[state][move] ?? null
}

/** Where an order stands at an instant (ISO, UTC). `expires`: the last day on which it is in force, in Germany. */
export function stateAt(
  { state, expires }: { readonly state: SaidState; readonly expires: string },
  instant: string
): OrderState {
  return state === 'given' && germanDayOf(instant) > expires ? 'expired' : state
}

/** What a statement does to its order; null: nothing. */
export function moveOf({ kind }: Pick<Statement, 'kind'>): OrderMove | null {
  return movesByKind[kind] ?? null
}

const movesByKind: Readonly<Partial<Record<StatementKindName, OrderMove>>> = {
  'order.given': 'given',
  'order.withdrawn': 'withdrawn'
}

export function subjectOf(id: string): string {
  return `order:${id}`
}

/** Id of the order that a statement is about; empty: none. */
export function orderIdOf({ body: { order } }: Pick<Statement, 'body'>): string {
  return typeof order === 'string' ? order : ''
}
