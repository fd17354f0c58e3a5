import type { Statement } from '../../../contract/ledger'
import type { StandingOrderState } from '../../../contract/standingOrders'
import { germanDayOf } from '../../../core/calendar'

/** What a standing order is known by, from what was said of it alone. */
export interface SaidStandingOrder {
  readonly isWithdrawn: boolean
  /** The last day on which it is in force, in Germany. */
  readonly until: string
}

/** Where a standing order stands at an instant (ISO, UTC). */
export function stateAt({ isWithdrawn, until }: SaidStandingOrder, instant: string): StandingOrderState {
  if (isWithdrawn) return 'withdrawn'
  return germanDayOf(instant) > until ? 'expired' : 'given'
}

/** When a flag that last grew then expires (ISO, UTC). */
export function expiryOf(grownAt: string, flagDays: number): string {
  return new Date(Date.parse(grownAt) + flagDays * 86_400_000).toISOString()
}

export function subjectOf(id: string): string {
  return `standingOrder:${id}`
}

/** Id of the standing order that a statement is about; empty: none. */
export function standingOrderIdOf({ body: { standingOrder } }: Pick<Statement, 'body'>): string {
  return typeof standingOrder === 'string' ? standingOrder : ''
}
