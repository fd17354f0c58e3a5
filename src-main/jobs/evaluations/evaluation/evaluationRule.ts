import type { LedgerProblemCode, Statement } from '../../../contract/ledger'
import { germanDayOf } from '../../../core/calendar'
import { bodyOf, type LedgerRule, type SignedBy, type SoundItem } from '../../../core/ledger'
import { orderIdOf } from '../orders/course'
import { completes, isJoint, type Half } from './course'

/** What the rule remembers of an order: only what bodies and signers say. */
interface KnownOrder {
  readonly evaluators: readonly string[]
  /** The last day, in Germany. */
  readonly expires: string
  ended: boolean
  half: Half | null
  /** Who has opened each session. */
  readonly sessions: Map<string, readonly [string, string]>
}

/**
 * Judges the order of the statements about evaluations: evidence is opened under an order that is in force, by two different
 * evaluators whom it names (P20, P21); what is asked and revealed belongs to a session of theirs; after the conclusion nothing follows.
 */
export class EvaluationRule implements LedgerRule {
  private readonly orders = new Map<string, KnownOrder>()

  judge(statement: Statement, { person }: SignedBy): LedgerProblemCode | null {
    const { kind, time } = statement
    if (!kind.startsWith('evaluation.')) return null
    const known = this.orders.get(orderIdOf(statement))
    if (known === undefined || known.ended || germanDayOf(time) > known.expires) return 'wrongTransition'
    if (!isJoint(kind)) return known.sessions.has(sessionOf(statement)) ? null : 'wrongTransition'
    if (person === null || !known.evaluators.includes(person)) return 'fourEyesBroken'
    if (kind === 'evaluation.revealed' || kind === 'evaluation.recorded') {
      const pair = known.sessions.get(sessionOf(statement))
      if (pair === undefined) return 'wrongTransition'
      if (!pair.includes(person)) return 'fourEyesBroken'
    }
    const isSecond = known.half !== null && completes(known.half, statement)
    if (isSecond) return known.half?.person === person ? 'fourEyesBroken' : null
    return kind === 'evaluation.opened' && known.sessions.has(sessionOf(statement)) ? 'wrongTransition' : null
  }

  take({ statement, signedBy: { person } }: SoundItem): void {
    if (statement.kind === 'order.given') {
      const { order, evaluators, expires } = bodyOf(statement, 'order.given')
      this.orders.set(order, { evaluators, expires, ended: false, half: null, sessions: new Map() })
      return
    }
    const known = this.orders.get(orderIdOf(statement))
    if (known === undefined) return
    if (statement.kind === 'order.withdrawn') known.ended = true
    if (!isJoint(statement.kind)) return
    const { half } = known
    if (half === null || !completes(half, statement)) {
      known.half = { statement, person }
      return
    }
    known.half = null
    if (statement.kind === 'evaluation.closed') known.ended = true
    if (statement.kind === 'evaluation.opened') {
      known.sessions.set(sessionOf(statement), [half.person ?? '', person ?? ''])
    }
  }
}

function sessionOf({ body: { session } }: Statement): string {
  return typeof session === 'string' ? session : ''
}
