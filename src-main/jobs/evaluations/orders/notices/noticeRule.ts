import type { LedgerProblemCode, Statement } from '../../../../contract/ledger'
import { longestPostponementDays } from '../../../../contract/notices'
import { germanDayOf } from '../../../../core/calendar'
import { bodyOf, type LedgerRule, type SoundItem } from '../../../../core/ledger'
import { completes, isJoint, type Half } from '../../evaluation/course'
import { orderIdOf } from '../course'
import { keyOf } from './recipients'

const day = 86_400_000

/** What the rule remembers of an order that allows contents to be read: only what bodies and signers say. */
interface KnownOrder {
  /** Sequence number of the statement that gave it. */
  readonly given: number
  /** The day of the first evidence under it, in Germany; null: there was none. */
  sealedOn: string | null
  half: Half | null
  /** Sequence numbers of the second statements that revealed a pseudonym. */
  readonly revealed: Set<number>
  readonly told: Set<string>
}

/**
 * Judges statements about notices (P24): there is something to tell only once evidence was sealed under an order that allows contents;
 * told is whom the order names or a revealing has named, once, on a day from then on; it is put off to a day that comes, not too far.
 */
export class NoticeRule implements LedgerRule {
  private readonly orders = new Map<string, KnownOrder>()

  judge(statement: Statement): LedgerProblemCode | null {
    const { kind, time } = statement
    if (kind !== 'notice.given' && kind !== 'notice.postponed') return null
    const known = this.orders.get(orderIdOf(statement))
    if (known?.sealedOn == null) return 'wrongTransition'
    const today = germanDayOf(time)
    if (kind === 'notice.postponed')
      return isPostponable(bodyOf(statement, kind).until, today) ? null : 'wrongTransition'
    const { named, place, on } = bodyOf(statement, kind)
    const isNamed = named === known.given || (known.revealed.has(named) && place === 0)
    if (!isNamed || known.told.has(keyOf({ named, place }))) return 'wrongTransition'
    return on >= known.sealedOn && on <= today ? null : 'wrongTransition'
  }

  take({ statement, signedBy: { person } }: SoundItem): void {
    const { kind, sequence, time } = statement
    if (kind === 'order.given') {
      const { order, contents } = bodyOf(statement, kind)
      if (contents)
        this.orders.set(order, {
          ...{ given: sequence, sealedOn: null, half: null },
          ...{ revealed: new Set(), told: new Set() }
        })
      return
    }
    const known = this.orders.get(orderIdOf(statement))
    if (known === undefined) return
    if (kind === 'evidence.sealed') known.sealedOn ??= germanDayOf(time)
    if (kind === 'notice.given') known.told.add(keyOf(bodyOf(statement, kind)))
    if (!isJoint(kind)) return
    const isSecond = known.half !== null && completes(known.half, statement)
    known.half = isSecond ? null : { statement, person }
    if (isSecond && kind === 'evaluation.revealed') known.revealed.add(sequence)
  }
}

/** Whether a notice can be put off to the end of a day, seen from another one (`YYYY-MM-DD`). */
export function isPostponable(until: string, today: string): boolean {
  const days = (Date.parse(until) - Date.parse(today)) / day
  return days > 0 && days <= longestPostponementDays
}
