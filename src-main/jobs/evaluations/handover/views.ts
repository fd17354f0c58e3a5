import type { HandoverState } from '../../../contract/handovers'
import { bodyOf, type LedgerView } from '../../../core/ledger'
import type { Actor } from '../../../core/people/actor'
import { readEvaluation } from '../evaluation/records'
import type { SealedContents } from '../evaluation/ports'
import type { Seats } from '../evaluation/seats'
import { evaluates } from '../orders/evaluators'
import { versionOf, type OrderRecord } from '../orders/records'
import { leads } from '../orders/views'
import { isMade, readHandover } from './records'

export interface HandoverLook {
  readonly ledger: LedgerView
  readonly evidence: Pick<SealedContents, 'isKept'>
  readonly asker: Actor
  readonly seats: Seats<'handOver'>
}

/** The evidence that the two have concluded on; null: they have not concluded that it is to be handed over. */
export function concludedEvidence(ledger: LedgerView, order: string): string | null {
  const { closed, opened } = readEvaluation(ledger, order)
  const last = opened.at(-1)
  if (closed === null || last === undefined) return null
  const { judgment } = bodyOf(closed.item.statement, 'evaluation.closed')
  return judgment === 'lawEnforcement' ? bodyOf(last.item.statement, 'evaluation.opened').evidence : null
}

/** They lead and are none of those who evaluated, so that two different offices take part (P21). */
export function mayDecide(asker: Actor, { evaluators }: OrderRecord): boolean {
  return (
    leads(asker) && asker.fingerprint !== null && asker.person !== null && !evaluators.includes(asker.person)
  )
}

/** How the hand-over stands for one person. */
export function handoverStateOf(
  { ledger, evidence: contents, asker, seats }: HandoverLook,
  record: OrderRecord
): HandoverState {
  const { id, number } = record
  const evidence = concludedEvidence(ledger, id)
  const handover = readHandover(ledger, id)
  const { decision, made } = handover
  const isKept = evidence !== null && contents.isKept(id, evidence)
  const named = (person: string) => ({ person, name: ledger.nameOfPerson(person) })
  const { waiting } = seats
  return {
    ...{ order: id, number, version: versionOf(ledger, record) },
    state:
      evidence === null
        ? 'notConcluded'
        : decision !== null && isMade(handover)
          ? 'made'
          : isKept
            ? decision === null
              ? 'undecided'
              : 'decided'
            : 'destroyed',
    decision:
      decision === null
        ? null
        : {
            handover: decision.handover,
            at: decision.item.statement.time,
            by: ledger.nameOf(decision.item.statement.key),
            authority: decision.words?.authority ?? '',
            reference: decision.words?.reference ?? '',
            reason: decision.words?.reason ?? '',
            recipients: [...decision.recipients]
          },
    made: made.map(({ item: { statement }, persons, words }) => {
      const { digest, bytes } = bodyOf(statement, 'handover.made')
      const authority = words?.authority ?? ''
      return { at: statement.time, persons: persons.map(named), digest, bytes, authority }
    }),
    evaluators: record.evaluators.map(named),
    waiting:
      waiting?.joint.order === id
        ? {
            act: waiting.joint.act,
            person: named(waiting.evaluator.person),
            until: new Date(waiting.until).toISOString()
          }
        : null,
    may: {
      decide: isKept && mayDecide(asker, record),
      make: isKept && decision !== null && evaluates(asker, record)
    }
  }
}
