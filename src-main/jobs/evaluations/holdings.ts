import type { Holding, HoldingFact } from '../../contract/disclosures'
import type { Judgment } from '../../contract/evaluations'
import type { FlagCertainty } from '../../contract/flags'
import type { Text } from '../../contract/language'
import { statementKinds, type StatementKindName, type StatementPayload } from '../../contract/ledger'
import { germanDate } from '../../core/documents/words'
import { bodyOf, type LedgerView, type SoundItem } from '../../core/ledger'
import { data, day, dayOf, rule, whether, words, written } from '../../desks/holdings'
import type { HoldingSubject } from '../../desks/job'
import { evidenceOf, sourcesOf } from './evidence/records'
import { loginsIn } from './evidence/concern'
import { payloadOf as evaluationPayloadOf, readEvaluation } from './evaluation/records'
import { canBeEvaluated } from './flags/course'
import { payloadOf as flagPayloadOf, readFlags, type FlagRecord } from './flags/records'
import { orderState, readOrders, wordsOf, type OrderRecord } from './orders/records'
import { subjectOf } from './orders/course'
import { schoolWindow } from './orders/window'

export interface EvaluationHoldingParts {
  readonly ledger: LedgerView
  readonly now: Date
  /** What the directory takes for one name. */
  readonly fold: (login: string) => string
}

const label = {
  flag: { de: 'Hinweis', en: 'Flag' },
  seen: { de: 'Beobachtung', en: 'Observation' },
  happenedOn: { de: 'Geschehen am', en: 'Happened on' },
  rule: { de: 'Regel', en: 'Rule' },
  certainty: { de: 'Wie sicher', en: 'How sure' },
  question: { de: 'Frage', en: 'Question' },
  reply: { de: 'Antwort', en: 'Reply' },
  answer: { de: 'Antwort der Schulleitung', en: 'Answer of the leadership' },
  reason: { de: 'Grund', en: 'Reason' },
  order: { de: 'Anordnung', en: 'Order' },
  occasion: { de: 'Anlass', en: 'Occasion' },
  suspicion: { de: 'Verdacht', en: 'Suspicion' },
  window: { de: 'Zeitraum', en: 'Window of time' },
  source: { de: 'Quelle', en: 'Source' },
  contents: { de: 'Inhalte von Nachrichten', en: 'Contents of messages' },
  expires: { de: 'Gültig bis', en: 'In force until' },
  destroyed: { de: 'Vernichtet am', en: 'Destroyed on' },
  there: { de: 'Noch vorhanden, versiegelt', en: 'Still there, sealed' },
  pseudonym: { de: 'Kennung', en: 'Pseudonym' },
  identity: { de: 'Steht für', en: 'Stands for' },
  judgment: { de: 'Ergebnis', en: 'Conclusion' },
  findings: { de: 'Feststellungen', en: 'Findings' },
  notFound: { de: 'Nicht gefunden', en: 'Not found' },
  summary: { de: 'Zusammenfassung', en: 'Summary' },
  toldOn: { de: 'Unterrichtet am', en: 'Told on' },
  authority: { de: 'Empfänger', en: 'Recipient' },
  until: { de: 'Aufgeschoben bis', en: 'Put off until' }
} as const satisfies Record<string, Text>

const certainties: Readonly<Record<FlagCertainty, Text>> = {
  seen: { de: 'selbst gesehen', en: 'seen' },
  heard: { de: 'gehört', en: 'heard' },
  supposed: { de: 'vermutet', en: 'supposed' }
}

const judgments: Readonly<Record<Judgment, Text>> = {
  noViolation: { de: 'kein Verstoß', en: 'no violation' },
  violation: { de: 'Verstoß', en: 'violation' },
  lawEnforcement: { de: 'Übergabe an die Strafverfolgung', en: 'handing over to law enforcement' }
}

/**
 * Flags about the person or reported by them; orders that name them or under which their pseudonym was revealed, with evidence,
 * conclusion, notice and hand-over (P19 to P24, P27). Who has reported, ordered and evaluated is left out: only what somebody has
 * typed can name them.
 */
export function evaluationHoldings(
  parts: EvaluationHoldingParts,
  subject: HoldingSubject
): readonly Holding[] {
  const flags = readFlags(parts.ledger).flatMap((flag) => flagHoldings(parts.ledger, flag, subject))
  const orders = readOrders(parts.ledger).flatMap((order) => orderHoldings(parts, order, subject))
  return [...flags, ...orders]
}

function flagHoldings(ledger: LedgerView, flag: FlagRecord, { person }: HoldingSubject): readonly Holding[] {
  const { reported } = flag
  // What a standing order has found is about pseudonyms, of which nobody alone knows whose they are (GDPR Art. 11).
  if (reported === null) return []
  const told = flagPayloadOf(ledger, reported, 'flag.reported')
  const isAbout = told?.person === person
  const isOwn = flag.reporter === person
  if (!isAbout && !isOwn) return []
  // What is reported about somebody is looked into until it is answered; whoever has reported it knows what they wrote.
  const underWay = isAbout && !isOwn && canBeEvaluated(flag.state)
  const held = holder('flag', underWay, data(label.flag, flag.number))
  const worded = (item: SoundItem | null, kind: 'flag.asked' | 'flag.replied', text: Text) =>
    item === null ? [] : [held(item, written(text, flagPayloadOf(ledger, item, kind)?.words))]
  return [
    held(reported, [
      ...day(label.happenedOn, told?.happenedOn),
      ...written(label.seen, told?.seen),
      ...rule(label.rule, told?.rule),
      ...words(label.certainty, told === null ? null : certainties[told.certainty])
    ]),
    ...worded(flag.asked, 'flag.asked', label.question),
    ...worded(flag.replied, 'flag.replied', label.reply),
    ...flag.answers.map((item) => {
      const answer = flagPayloadOf(ledger, item, 'flag.answered')
      return held(item, [
        ...written(label.answer, isOwn ? answer?.message : ''),
        ...written(label.reason, isAbout ? answer?.reason : '')
      ])
    })
  ]
}

function orderHoldings(
  { ledger, now, fold }: EvaluationHoldingParts,
  order: OrderRecord,
  { person, account }: HoldingSubject
): readonly Holding[] {
  const appointed = order.evaluators.includes(person) ? [evaluatorOf(order)] : []
  const said = wordsOf(ledger, order)
  const { revealed, closed } = readEvaluation(ledger, order.id)
  const isNamed = said?.scope.concerned.some((one) => one.person === person) === true
  const own = revealed.filter(({ item }) => {
    const identity = evaluationPayloadOf(ledger, item, 'evaluation.revealed')?.identity
    if (identity === undefined || account === null) return false
    if (identity.toLowerCase() === account.mail?.toLowerCase()) return true
    return loginsIn(identity, false).some((login) => fold(login) === fold(account.login))
  })
  const notices = ledger
    .about(subjectOf(order.id))
    .filter(({ statement }) => statement.kind === 'notice.given')
    .filter((item) => personalOf(ledger, item, 'notice.given')?.person === person)
  if (!isNamed && own.length === 0 && notices.length === 0) return appointed
  const held = holder('evaluation', orderState(order, now) === 'given', data(label.order, order.number))
  const given = said === null ? [] : orderFacts(said, order)
  const conclusion = closed === null ? null : evaluationPayloadOf(ledger, closed.item, 'evaluation.closed')
  return [
    ...appointed,
    held(order.given, given),
    ...evidenceOf(ledger, order.id).map((one) =>
      held(one.sealed, [
        ...(sourcesOf(ledger, one) ?? []).flatMap(({ name }) => data(label.source, name)),
        ...(one.destroyed === null
          ? whether(label.there, true)
          : dayOf(label.destroyed, one.destroyed.statement.time))
      ])
    ),
    ...own.map(({ item }) => {
      const payload = evaluationPayloadOf(ledger, item, 'evaluation.revealed')
      return held(item, [
        ...data(label.pseudonym, bodyOf(item.statement, 'evaluation.revealed').pseudonym),
        ...data(label.identity, payload?.identity),
        ...written(label.reason, payload?.reason)
      ])
    }),
    ...(closed === null
      ? []
      : [
          held(closed.item, [
            ...words(label.judgment, judgments[bodyOf(closed.item.statement, 'evaluation.closed').judgment]),
            ...written(label.findings, conclusion?.findings),
            ...written(label.notFound, conclusion?.notFound),
            ...written(label.summary, conclusion?.summary)
          ])
        ]),
    ...notices.map((item) => held(item, day(label.toldOn, bodyOf(item.statement, 'notice.given').on))),
    ...outcomeHoldings(ledger, order, held)
  ]
}

/** Whom an order names to evaluate: that alone, since all else in it is about others. */
function evaluatorOf({ number, given, expires }: OrderRecord): Holding {
  return {
    ...{ id: `evaluator:${given.sequence}`, area: 'role', at: given.statement.time },
    title: { de: 'Mit einer Auswertung beauftragt', en: 'Entrusted with an evaluation' },
    facts: [...data(label.order, number), ...day(label.expires, expires)],
    underWay: false
  }
}

function orderFacts(said: StatementPayload<'order.given'>, order: OrderRecord): readonly HoldingFact[] {
  const { from, until } = schoolWindow(said.scope)
  return [
    ...written(label.occasion, said.occasion),
    ...written(label.suspicion, said.suspicion),
    ...rule(label.rule, said.rule),
    ...data(label.window, `${germanDate(from.day)}, ${from.time} – ${germanDate(until.day)}, ${until.time}`),
    ...said.scope.sources.flatMap(({ name }) => data(label.source, name)),
    ...whether(label.contents, order.contents),
    ...written(label.reason, said.contentsReason),
    ...day(label.expires, order.expires)
  ]
}

/** What came of it beyond the two: put off notices, and to whom evidence went. */
function outcomeHoldings(ledger: LedgerView, order: OrderRecord, held: Hold): readonly Holding[] {
  return ledger.about(subjectOf(order.id)).flatMap((item) => {
    const { kind } = item.statement
    if (kind === 'notice.postponed') {
      const reason = personalOf(ledger, item, kind)?.reason
      return [
        held(item, [
          ...day(label.until, bodyOf(item.statement, kind).until),
          ...written(label.reason, reason)
        ])
      ]
    }
    if (kind !== 'handover.decided') return []
    const decided = personalOf(ledger, item, kind)
    return [
      held(item, [...data(label.authority, decided?.authority), ...written(label.reason, decided?.reason)])
    ]
  })
}

type Hold = (item: SoundItem, facts: readonly HoldingFact[]) => Holding

function holder(area: Holding['area'], underWay: boolean, before: readonly HoldingFact[]): Hold {
  return ({ sequence, statement }, facts) => ({
    ...{ id: `statement:${sequence}`, area, at: statement.time },
    ...{ title: statementKinds[statement.kind].name, facts: [...before, ...facts], underWay }
  })
}

function personalOf<Kind extends StatementKindName>(
  ledger: LedgerView,
  item: SoundItem,
  kind: Kind
): StatementPayload<Kind> | null {
  if (item.statement.kind !== kind) throw new TypeError(`${item.statement.kind} is no ${kind}`)
  // Its shape was checked when it was read.
  return ledger.payloadOf(item) as StatementPayload<Kind> | null
}
