import type { Judgment } from '../../../contract/evaluations'
import type { LedgerProblemCode, Statement, StatementBody } from '../../../contract/ledger'
import { bodyOf, type LedgerRule, type SignedBy, type SoundItem } from '../../../core/ledger'
import { completes, type Half } from '../evaluation/course'
import { orderIdOf, OrderMoves } from '../orders/course'

/** What the rule remembers of an order: only what bodies and signers say. */
interface KnownOrder {
  readonly evaluators: readonly string[]
  /** What the two have concluded; null: nothing yet. */
  judgment: Judgment | null
  /** The last decision of the leadership, which alone holds. */
  decision: StatementBody<'handover.decided'> | null
  half: Half | null
}

/**
 * Judges statements about hand-overs: the leadership decides once the two have concluded so and while the evidence is there (P23, P26);
 * what was decided last is made by two different evaluators whom the order names (P21), for exactly the recipients of that decision.
 */
export class HandoverRule implements LedgerRule {
  private readonly orders = new Map<string, KnownOrder>()
  private readonly moves = new OrderMoves()
  /** Evidence that is there, and its order. */
  private readonly kept = new Map<string, string>()
  private readonly handovers = new Set<string>()

  judge(statement: Statement, { person }: SignedBy): LedgerProblemCode | null {
    if (!isHandover(statement)) return null
    const known = this.orders.get(orderIdOf(statement))
    if (known?.judgment !== 'lawEnforcement' || !this.isKept(statement)) return 'wrongTransition'
    const isEvaluator = person !== null && known.evaluators.includes(person)
    if (statement.kind === 'handover.decided') {
      if (this.handovers.has(bodyOf(statement, 'handover.decided').handover)) return 'wrongTransition'
      return isEvaluator ? 'fourEyesBroken' : null
    }
    if (!follows(statement, known.decision)) return 'wrongTransition'
    if (!isEvaluator) return 'fourEyesBroken'
    const isSecond = known.half !== null && completes(known.half, statement)
    return isSecond && known.half?.person === person ? 'fourEyesBroken' : null
  }

  take({ statement, signedBy: { person } }: SoundItem): void {
    const id = orderIdOf(statement)
    if (statement.kind === 'order.given') {
      const { evaluators } = bodyOf(statement, 'order.given')
      this.orders.set(id, { evaluators, judgment: null, decision: null, half: null })
    }
    if (statement.kind === 'evidence.sealed') this.kept.set(bodyOf(statement, 'evidence.sealed').evidence, id)
    if (statement.kind === 'evidence.destroyed')
      this.kept.delete(bodyOf(statement, 'evidence.destroyed').evidence)
    const move = this.moves.take(statement, person)
    const known = this.orders.get(id)
    if (known === undefined) return
    if (move === 'concluded') known.judgment = bodyOf(statement, 'evaluation.closed').judgment
    if (statement.kind === 'handover.decided') {
      known.decision = bodyOf(statement, 'handover.decided')
      known.half = null
      this.handovers.add(known.decision.handover)
    }
    if (statement.kind !== 'handover.made') return
    const isSecond = known.half !== null && completes(known.half, statement)
    known.half = isSecond ? null : { statement, person }
  }

  private isKept({ body: { evidence, order } }: Statement): boolean {
    return typeof evidence === 'string' && this.kept.get(evidence) === order
  }
}

function isHandover({ kind }: Statement): boolean {
  return kind === 'handover.decided' || kind === 'handover.made'
}

function follows(statement: Statement, decision: KnownOrder['decision']): boolean {
  const { handover, evidence, recipients } = bodyOf(statement, 'handover.made')
  return (
    decision?.handover === handover &&
    decision.evidence === evidence &&
    JSON.stringify(decision.recipients) === JSON.stringify(recipients)
  )
}
