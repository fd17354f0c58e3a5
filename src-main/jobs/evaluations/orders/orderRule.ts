import type { LedgerProblemCode, Statement } from '../../../contract/ledger'
import {
  bodyOf,
  type Appointments,
  type LedgerRule,
  type SignedBy,
  type SoundItem
} from '../../../core/ledger'
import { moveOf, nextState, orderIdOf, OrderMoves, stateAt, type SaidState } from './course'

/** What the rule remembers of an order: only what bodies and signers say. */
interface KnownOrder {
  readonly state: SaidState
  readonly evaluators: readonly string[]
  readonly expires: string
  /** It was concluded that there is a violation, from which cases can begin. */
  readonly isViolation: boolean
}

/**
 * Judges the order of the statements about orders: at least two different evaluators who are appointed just then (P20, P21), of
 * whom whoever orders is none; nobody orders on a flag of their own; what is concluded, withdrawn or has expired stays so. A case
 * begins only from a violation that was concluded, opened by one of those who may evaluate under the order.
 */
export class OrderRule implements LedgerRule {
  private readonly orders = new Map<string, KnownOrder>()
  private readonly moves = new OrderMoves()
  /** Who has reported each flag; null: a standing order has found it. */
  private readonly reporters = new Map<string, string | null>()
  /** Who opened each case from which nothing was pursued yet. */
  private readonly openers = new Map<string, string>()

  judge(statement: Statement, signedBy: SignedBy, appointments: Appointments): LedgerProblemCode | null {
    if (statement.kind === 'order.pursued') return this.judgePursued(statement, signedBy)
    const move = moveOf(statement)
    if (move === null) return null
    const known = this.orders.get(orderIdOf(statement))
    if (nextState(known?.state ?? 'none', move) === null) return 'wrongTransition'
    if (move === 'given') return this.judgeGiven(statement, signedBy, appointments)
    return known !== undefined && stateAt(known, statement.time) === 'given' ? null : 'wrongTransition'
  }

  private judgePursued(statement: Statement, { person }: SignedBy): LedgerProblemCode | null {
    const { order, case: opened } = bodyOf(statement, 'order.pursued')
    const known = this.orders.get(order)
    const mayBegin = known?.isViolation === true && person !== null && known.evaluators.includes(person)
    return mayBegin && this.openers.get(opened) === person ? null : 'wrongTransition'
  }

  private judgeGiven(
    statement: Statement,
    { person }: SignedBy,
    appointments: Appointments
  ): LedgerProblemCode | null {
    const { evaluators, expires, flag } = bodyOf(statement, 'order.given')
    if (stateAt({ state: 'given', expires }, statement.time) === 'expired') return 'wrongTransition'
    const isTwice = new Set(evaluators).size < evaluators.length
    if (isTwice || person === null || evaluators.includes(person)) return 'fourEyesBroken'
    if (flag !== null && !this.reporters.has(flag)) return 'wrongTransition'
    if (flag !== null && this.reporters.get(flag) === person) return 'fourEyesBroken'
    const isAppointed = (evaluator: string): boolean =>
      appointments.appointmentsOf(evaluator, statement.time).some(({ role }) => role === 'evaluator')
    return evaluators.every(isAppointed) ? null : 'notAppointed'
  }

  take({ statement, signedBy }: SoundItem): void {
    if (statement.kind === 'flag.reported') {
      const { flag, by } = bodyOf(statement, 'flag.reported')
      this.reporters.set(flag, by)
    }
    if (statement.kind === 'flag.found') this.reporters.set(bodyOf(statement, 'flag.found').flag, null)
    this.takeCase(statement, signedBy)
    const move = this.moves.take(statement, signedBy.person)
    if (move === null) return
    const id = orderIdOf(statement)
    const known = this.orders.get(id)
    const state = nextState(known?.state ?? 'none', move)
    if (state === null) return
    if (move === 'given') {
      const { evaluators, expires } = bodyOf(statement, 'order.given')
      this.orders.set(id, { state, evaluators, expires, isViolation: false })
    } else if (known !== undefined) {
      const isViolation =
        move === 'concluded' && bodyOf(statement, 'evaluation.closed').judgment === 'violation'
      this.orders.set(id, { ...known, state, isViolation })
    }
  }

  /** One case begins from one thing, whichever job it is of. */
  private takeCase(statement: Statement, { person }: SignedBy): void {
    if (statement.kind === 'case.opened') {
      const { case: id } = bodyOf(statement, 'case.opened')
      if (person !== null && !this.openers.has(id)) this.openers.set(id, person)
    }
    if (statement.kind === 'flag.pursued') this.openers.delete(bodyOf(statement, 'flag.pursued').case)
    if (statement.kind === 'order.pursued') this.openers.delete(bodyOf(statement, 'order.pursued').case)
  }
}
