import type { Statement, StatementKindName } from '../../../contract/ledger'
import type { OrderState } from '../../../contract/orders'
import { germanDayOf } from '../../../core/calendar'
import { completes, isJoint, type Half } from '../evaluation/course'

/** What can happen to an order. */
export const orderMoves = ['given', 'concluded', 'withdrawn'] as const
export type OrderMove = (typeof orderMoves)[number]

/** What statements make of an order; that it has expired is said by no statement, but by the day. */
export type SaidState = Exclude<OrderState, 'expired'>

/** The state machine of an order. What is not listed is not possible. Each move but the first asks for an order in force. */
const course: Readonly<Record<SaidState | 'none', Readonly<Partial<Record<OrderMove, SaidState>>>>> = {
  none: { given: 'given' },
  given: { concluded: 'concluded', withdrawn: 'withdrawn' },
  concluded: {},
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

/** What a statement about an order itself does to it; null: nothing. That it is concluded two say together (`OrderMoves`). */
export function moveOf({ kind }: Pick<Statement, 'kind'>): OrderMove | null {
  return movesByKind[kind] ?? null
}

const movesByKind: Readonly<Partial<Record<StatementKindName, OrderMove>>> = {
  'order.given': 'given',
  'order.withdrawn': 'withdrawn'
}

/** What statements do to their orders, in the order in which they stand in the ledger; only those without fault count. */
export class OrderMoves {
  /** What one of two has said last, by order. */
  private readonly halves = new Map<string, Half>()

  /** null: nothing. */
  take(statement: Statement, person: string | null): OrderMove | null {
    if (!isJoint(statement.kind)) return moveOf(statement)
    const id = orderIdOf(statement)
    const half = this.halves.get(id)
    if (half === undefined || !completes(half, statement)) {
      this.halves.set(id, { statement, person })
      return null
    }
    this.halves.delete(id)
    return statement.kind === 'evaluation.closed' ? 'concluded' : null
  }
}

export function subjectOf(id: string): string {
  return `order:${id}`
}

/** Id of the order that a statement is about; empty: none. */
export function orderIdOf({ body: { order } }: Pick<Statement, 'body'>): string {
  return typeof order === 'string' ? order : ''
}
