import type { EvaluationOverview, EvaluationState } from '../../../contract/evaluations'
import { pseudonymOf } from '../../../contract/evaluations'
import { bodyOf, type LedgerView } from '../../../core/ledger'
import type { Actor } from '../../../core/people/actor'
import { orderState, wordsOf, type OrderRecord } from '../orders/records'
import { conclusionOf, type CaseKnowledge } from './conclusion'
import type { Asking } from './elsewhere/asking'
import type { Releasing } from './elsewhere/releasing'
import type { EvidenceDesk } from './ports'
import { payloadOf, readEvaluation, sessionsWith, type EvaluationRecord } from './records'
import type { Seats } from './seats'
import type { Session } from './session'

/** What a look at an evaluation needs besides the order. */
export interface Look {
  readonly ledger: LedgerView
  readonly evidence: Pick<EvidenceDesk, 'keptOf'>
  readonly now: Date
  readonly asker: Actor
  readonly cases: CaseKnowledge
  readonly seats: Pick<Seats, 'waiting'>
  /** Of whoever asks; null: none is open for them. */
  readonly session: Session | null
  /** null: nobody shares the case file. */
  readonly asking: Asking | null
  readonly releasing: Releasing | null
}

export function stateOf(look: Look, order: OrderRecord): EvaluationState {
  const { ledger, evidence, session } = look
  const record = readEvaluation(ledger, order.id)
  const words = wordsOf(ledger, order)
  const named = (person: string) => ({ person, name: ledger.nameOfPerson(person) })
  const kept = evidence.keptOf(order.id)
  return {
    order: order.id,
    number: order.number,
    state: nameOfState(look, order, record),
    expires: order.expires,
    about:
      words === null
        ? null
        : {
            ...{ occasion: words.occasion, suspicion: words.suspicion, rule: words.rule },
            ...{ from: words.scope.from, until: words.scope.until, contents: words.scope.contents }
          },
    evaluators: order.evaluators.map(named),
    sealedAt: kept?.sealedAt ?? null,
    waiting: waitingOf(look, order),
    session:
      session === null
        ? null
        : {
            id: session.id,
            openedAt: new Date(session.openedAt).toISOString(),
            persons: session.persons.map(named),
            endsAt: new Date(session.endsAt).toISOString(),
            isShared: session.line !== null
          },
    revealed: session === null ? [] : revealedOf(ledger, record, session.evidence),
    conclusion: record.closed === null ? null : conclusionOf(look, order, record.closed),
    elsewhere: elsewhereOf(look, order.id)
  }
}

function elsewhereOf(
  { ledger, asking, releasing, asker }: Look,
  order: string
): EvaluationState['elsewhere'] {
  const waitsFor = asking?.waitsFor(order) ?? null
  return {
    isOffered: asking !== null,
    waitsFor:
      waitsFor === null
        ? null
        : {
            person: { person: waitsFor.person, name: ledger.nameOfPerson(waitsFor.person) },
            checkNumber: waitsFor.checkNumber
          },
    failure: asking?.failure ?? null,
    ...(releasing?.viewOf(asker, order) ?? { asked: null, released: null })
  }
}

function nameOfState(
  { evidence, now, session }: Look,
  order: OrderRecord,
  { closed }: EvaluationRecord
): EvaluationState['state'] {
  if (closed !== null) return 'closed'
  if (orderState(order, now) !== 'given') return 'ended'
  if (session !== null) return 'open'
  return evidence.keptOf(order.id) === null ? 'nothingSealed' : 'sealed'
}

function waitingOf({ ledger, seats: { waiting } }: Look, { id }: OrderRecord): EvaluationState['waiting'] {
  if (waiting === null || waiting.joint.order !== id) return null
  const { person } = waiting.evaluator
  return {
    act: waiting.joint.act,
    person: { person, name: ledger.nameOfPerson(person) },
    until: new Date(waiting.until).toISOString()
  }
}

/** Pseudonyms stay the same as long as the evidence does. */
function revealedOf(
  ledger: LedgerView,
  record: EvaluationRecord,
  evidence: string
): EvaluationState['revealed'] {
  const sessions = sessionsWith(record, evidence)
  return record.revealed.flatMap(({ item }) => {
    const { pseudonym, session } = bodyOf(item.statement, 'evaluation.revealed')
    const payload = payloadOf(ledger, item, 'evaluation.revealed')
    if (payload === null || !sessions.has(session)) return []
    return [{ pseudonym: pseudonymOf(pseudonym), ...payload, at: item.statement.time }]
  })
}

export function overviewOf({ workspace }: Session): EvaluationOverview {
  const { count, window, findings, idleRules, stays, sources } = workspace
  return {
    events: count,
    ...window,
    findings: [...findings],
    idleRules: idleRules.map(({ missing, ...rule }) => ({ ...rule, missing: [...missing] })),
    stays: [...stays],
    sources: [...sources]
  }
}
