import type { FlagState } from '../../../contract/flags'
import type { LedgerProblemCode, Statement } from '../../../contract/ledger'
import { bodyOf, type LedgerRule, type SignedBy, type SoundItem } from '../../../core/ledger'
import { StandingOrderRule } from '../standing/standingOrderRule'
import { flagIdOf, moveOf, nextState, type FlagMove, type FlagOrigin } from './course'

/** What the rule remembers of a flag: only what bodies and signers say. */
interface KnownFlag {
  readonly state: FlagState
  /** null: a standing order has found it. */
  readonly reporter: string | null
}

/**
 * Judges the order of the statements about flags: nobody answers what they have reported themselves (P21), only the reporter
 * replies, and what was handed over leads to one case, by whoever opened it. Where that is right, `StandingOrderRule` judges
 * whether something may be found now, or a flag expire.
 */
export class FlagRule implements LedgerRule {
  private readonly standing = new StandingOrderRule()
  private readonly flags = new Map<string, KnownFlag>()
  /** Who opened each case. */
  private readonly openers = new Map<string, string>()

  judge(statement: Statement, { person }: SignedBy): LedgerProblemCode | null {
    const move = moveOf(statement)
    if (move === null) return this.standing.judge(statement)
    const known = this.flags.get(flagIdOf(statement))
    if (nextState(known?.state ?? 'none', move, originOf(known, move)) === null) return 'wrongTransition'
    switch (move) {
      case 'asked':
      case 'closed':
      case 'handedOver':
        return person === known?.reporter ? 'fourEyesBroken' : null
      case 'replied':
        return bodyOf(statement, 'flag.replied').by === known?.reporter ? null : 'wrongTransition'
      case 'pursued': {
        const opener = this.openers.get(bodyOf(statement, 'flag.pursued').case)
        return opener !== undefined && opener === person ? null : 'wrongTransition'
      }
      case 'found':
      case 'grown':
      case 'expired':
        return this.standing.judge(statement)
      case 'reported':
        return null
    }
  }

  take(item: SoundItem): void {
    const { statement, signedBy } = item
    this.standing.take(item)
    if (statement.kind === 'case.opened') {
      const { case: id } = bodyOf(statement, 'case.opened')
      if (signedBy.person !== null && !this.openers.has(id)) this.openers.set(id, signedBy.person)
    }
    // One case begins from one thing: what an order has led to begins from no flag.
    if (statement.kind === 'order.pursued') this.openers.delete(bodyOf(statement, 'order.pursued').case)
    const move = moveOf(statement)
    if (move === null) return
    const id = flagIdOf(statement)
    const known = this.flags.get(id)
    const state = nextState(known?.state ?? 'none', move, originOf(known, move))
    if (state === null) return
    const reporter = move === 'reported' ? bodyOf(statement, 'flag.reported').by : (known?.reporter ?? null)
    this.flags.set(id, { state, reporter })
    if (move === 'pursued') this.openers.delete(bodyOf(statement, 'flag.pursued').case)
  }
}

function originOf(known: KnownFlag | undefined, move: FlagMove): FlagOrigin {
  if (known === undefined) return move === 'found' ? 'found' : 'reported'
  return known.reporter === null ? 'found' : 'reported'
}
