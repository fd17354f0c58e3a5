import type { LedgerProblemCode, Statement } from '../../../contract/ledger'
import {
  bodyOf,
  type Appointments,
  type LedgerRule,
  type SignedBy,
  type SoundItem
} from '../../../core/ledger'
import { nextState, orderIdOf, OrderMoves, stateAt, type SaidState } from '../orders/course'

interface KnownOrder {
  readonly state: SaidState
  readonly evaluators: readonly string[]
  readonly expires: string
}

/**
 * Judges statements about evidence: it is sealed only under an order that is in force (P19), for pairs of different persons, at least
 * one of them two of its evaluators and no evaluator beside somebody who is none (P21); it is destroyed once, after that.
 */
export class EvidenceRule implements LedgerRule {
  private readonly orders = new Map<string, KnownOrder>()
  private readonly moves = new OrderMoves()
  /** The order of each, and whether it is there still. */
  private readonly evidence = new Map<string, { readonly order: string; readonly isDestroyed: boolean }>()

  judge(statement: Statement, _signedBy: SignedBy, appointments: Appointments): LedgerProblemCode | null {
    if (statement.kind === 'evidence.sealed') return this.judgeSealed(statement, appointments)
    if (statement.kind !== 'evidence.destroyed') return null
    const { order, evidence } = bodyOf(statement, 'evidence.destroyed')
    const known = this.evidence.get(evidence)
    return known?.order === order && !known.isDestroyed ? null : 'wrongTransition'
  }

  private judgeSealed(statement: Statement, appointments: Appointments): LedgerProblemCode | null {
    const { order: id, evidence, recipients } = bodyOf(statement, 'evidence.sealed')
    const order = this.orders.get(id)
    const isInForce = order !== undefined && stateAt(order, statement.time) === 'given'
    if (!isInForce || this.evidence.has(evidence)) return 'wrongTransition'
    /** Who of the evaluators has a key, by its fingerprint. */
    const holders = new Map<string, string>()
    for (const person of order.evaluators) {
      for (const { role, fingerprint } of appointments.appointmentsOf(person, statement.time)) {
        if (role === 'evaluator') holders.set(fingerprint, person)
      }
    }
    let evaluatorPairs = 0
    for (const [one, other] of recipients) {
      const [first, second] = [holders.get(one), holders.get(other)]
      if (one >= other || (first !== undefined) !== (second !== undefined)) return 'fourEyesBroken'
      if (first === undefined) continue
      if (first === second) return 'fourEyesBroken'
      evaluatorPairs++
    }
    return evaluatorPairs > 0 ? null : 'fourEyesBroken'
  }

  take({ statement, signedBy }: SoundItem): void {
    if (statement.kind === 'evidence.sealed') {
      const { order, evidence } = bodyOf(statement, 'evidence.sealed')
      this.evidence.set(evidence, { order, isDestroyed: false })
    } else if (statement.kind === 'evidence.destroyed') {
      const { order, evidence } = bodyOf(statement, 'evidence.destroyed')
      this.evidence.set(evidence, { order, isDestroyed: true })
    }
    const move = this.moves.take(statement, signedBy.person)
    if (move === null) return
    const id = orderIdOf(statement)
    const known = this.orders.get(id)
    const state = nextState(known?.state ?? 'none', move)
    if (state === null) return
    if (move === 'given') {
      const { evaluators, expires } = bodyOf(statement, 'order.given')
      this.orders.set(id, { state, evaluators, expires })
    } else if (known !== undefined) this.orders.set(id, { ...known, state })
  }
}
