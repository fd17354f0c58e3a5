import type { LedgerProblemCode, Statement } from '../../../contract/ledger'
import { bodyOf, type SoundItem } from '../../../core/ledger'
import { expiryOf, stateAt, type SaidStandingOrder } from './course'

interface KnownStandingOrder extends SaidStandingOrder {
  readonly flagDays: number
}

/** A flag that a standing order has found. */
interface FoundFlag {
  readonly standingOrder: string
  /** When it last grew. */
  readonly grownAt: string
}

/**
 * Judges the order of the statements about standing orders (P19): nothing is found but under one in force, what is withdrawn or over
 * stays so, and no flag expires before its time. A part of `FlagRule`, which asks it last.
 */
export class StandingOrderRule {
  private readonly orders = new Map<string, KnownStandingOrder>()
  private readonly flags = new Map<string, FoundFlag>()

  judge(statement: Statement): LedgerProblemCode | null {
    return this.isRight(statement) ? null : 'wrongTransition'
  }

  take({ statement }: SoundItem): void {
    const { time } = statement
    if (statement.kind === 'standingOrder.given') {
      const { standingOrder, until, flagDays } = bodyOf(statement, 'standingOrder.given')
      this.orders.set(standingOrder, { until, flagDays, isWithdrawn: false })
    } else if (statement.kind === 'standingOrder.withdrawn') {
      const { standingOrder } = bodyOf(statement, 'standingOrder.withdrawn')
      const known = this.orders.get(standingOrder)
      if (known !== undefined) this.orders.set(standingOrder, { ...known, isWithdrawn: true })
    } else if (statement.kind === 'flag.found') {
      const { flag, standingOrder } = bodyOf(statement, 'flag.found')
      this.flags.set(flag, { standingOrder, grownAt: time })
    } else if (statement.kind === 'flag.grown') {
      const { flag } = bodyOf(statement, 'flag.grown')
      const known = this.flags.get(flag)
      if (known !== undefined) this.flags.set(flag, { ...known, grownAt: time })
    }
  }

  private isRight(statement: Statement): boolean {
    const { kind, time } = statement
    if (kind === 'standingOrder.given') {
      const { standingOrder, until } = bodyOf(statement, kind)
      const isOver = stateAt({ isWithdrawn: false, until }, time) !== 'given'
      return !this.orders.has(standingOrder) && !isOver && areDifferent(statement)
    }
    if (kind === 'standingOrder.withdrawn') return this.isInForce(bodyOf(statement, kind).standingOrder, time)
    if (kind === 'flag.found') return this.isInForce(bodyOf(statement, kind).standingOrder, time)
    if (kind === 'flag.grown') {
      const known = this.flags.get(bodyOf(statement, kind).flag)
      return known !== undefined && this.isInForce(known.standingOrder, time)
    }
    if (kind !== 'flag.expired') return true
    const known = this.flags.get(bodyOf(statement, kind).flag)
    const order = known === undefined ? undefined : this.orders.get(known.standingOrder)
    return known !== undefined && order !== undefined && expiryOf(known.grownAt, order.flagDays) <= time
  }

  private isInForce(id: string, time: string): boolean {
    const known = this.orders.get(id)
    return known !== undefined && stateAt(known, time) === 'given'
  }
}

/** Each rule and each source is named once. */
function areDifferent(statement: Statement): boolean {
  const { rules, sources } = bodyOf(statement, 'standingOrder.given')
  return new Set(rules.map(({ id }) => id)).size === rules.length && new Set(sources).size === sources.length
}
