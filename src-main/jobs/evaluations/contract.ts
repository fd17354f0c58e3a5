import type { Text } from '../../contract/language'
import { z } from 'zod'
import { daySchema } from '../../contract/accounts'
import {
  destructionReasonSchema,
  evidenceStateSchema,
  readSourceSchema,
  recipientPairSchema,
  sourceCountsSchema
} from '../../contract/evidence'
import {
  closeStepSchema,
  declineStepSchema,
  evaluationMarkSchema,
  evaluationOverviewSchema,
  evaluationPageSchema,
  evaluationQuerySchema,
  evaluationRefSchema,
  evaluationStateSchema,
  evaluationTimelineQuerySchema,
  evaluationTimelineSchema,
  judgmentSchema,
  openStepSchema,
  pseudonymTextSchema,
  releaseStepSchema,
  revealStepSchema,
  searchedSchema
} from '../../contract/evaluations'
import { evaluationRecordSchema } from '../../contract/evaluationRecord'
import {
  flagAnswerSchema,
  flagAreaSchema,
  flagCertaintySchema,
  flagOutcomeSchema,
  flagPageSchema,
  flagQuerySchema,
  flagQuestionSchema,
  flagReplySchema,
  flagSchema,
  newFlagSchema,
  timeOfDaySchema
} from '../../contract/flags'
import {
  newNoticeSchema,
  noticeLetterSchema,
  noticeRecipientSchema,
  noticesSchema,
  noticeWaySchema,
  postponementSchema
} from '../../contract/notices'
import {
  ageRecipientsSchema,
  bundledFileSchema,
  handoverDecisionSchema,
  handoverRefSchema,
  handoverStateSchema,
  handoverStepResultSchema,
  handoverStepSchema
} from '../../contract/handovers'
import { nothing, type Operation, savedSchema, signedIn } from '../../contract/operation'
import {
  enteredSourceSchema,
  fewestEvaluators,
  logSourceSchema,
  logSourcesSchema,
  sourcePreviewSchema,
  sourceTrialSchema,
  mostEvaluators,
  newOrderSchema,
  orderPageSchema,
  orderPayloadSchema,
  orderPreparationSchema,
  orderQuerySchema,
  orderSchema,
  orderWithdrawalSchema
} from '../../contract/orders'
import { checkedSourceSchema } from '../../contract/sourceChecks'
import { fingerprintSchema, personIdSchema, personNamesSchema } from '../../contract/people'
import { foundMatterSchema } from '../../contract/foundMatter'
import {
  flagDaysSchema,
  newStandingOrderSchema,
  standingOrderSchema,
  standingOrdersSchema,
  standingOrderWithdrawalSchema,
  standingPreparationSchema,
  standingRuleSchema
} from '../../contract/standingOrders'
import { noPayload, statementKind } from '../../contract/statement'

const operations = {
  /** Reports what was seen. Nothing is searched because of it (P19). */
  'flags.report': { input: newFlagSchema, output: flagSchema, role: signedIn },
  /** Flags that the asker may read: own ones; of others only the leadership, and what it has handed to who proposes. */
  'flags.query': { input: flagQuerySchema, output: flagPageSchema, role: signedIn },
  'flags.flag': { input: z.object({ flag: z.uuid() }), output: flagSchema, role: signedIn },
  /** The reporter answers what the leadership has asked. */
  'flags.reply': { input: flagReplySchema, output: flagSchema, role: signedIn },
  'flags.ask': { input: flagQuestionSchema, output: flagSchema, role: 'leadership' },
  'flags.answer': { input: flagAnswerSchema, output: flagSchema, role: 'leadership' },
  /** Orders that the asker may read: the leadership all, evaluators those that name them; never whom one is about. */
  'orders.query': { input: orderQuerySchema, output: orderPageSchema, role: ['leadership', 'evaluator'] },
  'orders.order': {
    input: z.object({ order: z.uuid() }),
    output: orderSchema,
    role: ['leadership', 'evaluator']
  },
  /** What there is to choose from for a new order, and what a flag already says. Nothing is read for it but rules and settings. */
  'orders.prepare': {
    input: z.object({ flag: z.uuid().nullable() }),
    output: orderPreparationSchema,
    role: 'leadership'
  },
  /** Orders an evaluation of logs. Nothing is read by it yet. */
  'orders.give': { input: newOrderSchema, output: orderSchema, role: 'leadership' },
  'orders.withdraw': { input: orderWithdrawalSchema, output: orderSchema, role: 'leadership' },
  /** The order as a printed document (P22). */
  'orders.saveDocument': {
    input: z.object({ order: z.uuid() }),
    output: savedSchema,
    role: ['leadership', 'evaluator']
  },
  /** Who is to be told that contents were read under an order (P24), and who was. */
  'notices.state': { input: z.object({ order: z.uuid() }), output: noticesSchema, role: 'leadership' },
  'notices.give': { input: newNoticeSchema, output: noticesSchema, role: 'leadership' },
  'notices.postpone': { input: postponementSchema, output: noticesSchema, role: 'leadership' },
  /** What is given to them on paper. */
  'notices.saveLetter': { input: noticeLetterSchema, output: savedSchema, role: 'leadership' },
  /** Rules that the leadership lets run over named sources, with pseudonyms alone. */
  'standingOrders.list': { input: nothing, output: standingOrdersSchema, role: 'leadership' },
  'standingOrders.order': {
    input: z.object({ standingOrder: z.uuid() }),
    output: standingOrderSchema,
    role: 'leadership'
  },
  /** What there is to choose from. Nothing is read for it but rules and settings. */
  'standingOrders.prepare': { input: nothing, output: standingPreparationSchema, role: 'leadership' },
  /** Switches rules on, from now on. */
  'standingOrders.give': { input: newStandingOrderSchema, output: standingOrderSchema, role: 'leadership' },
  'standingOrders.withdraw': {
    input: standingOrderWithdrawalSchema,
    output: standingOrderSchema,
    role: 'leadership'
  },
  /** Where logs of the school's services lie. */
  'logSources.read': { input: nothing, output: logSourcesSchema, role: 'administrator' },
  'logSources.save': { input: enteredSourceSchema, output: logSourcesSchema, role: 'administrator' },
  'logSources.remove': { input: z.object({ id: z.uuid() }), output: logSourcesSchema, role: 'administrator' },
  /** Looks whether a part of a source can be read. It is counted; nothing of it is shown or evaluated (P19). */
  'logSources.check': {
    input: z.object({ id: z.uuid() }),
    output: checkedSourceSchema,
    role: 'administrator'
  },
  'logSources.cancelCheck': { input: z.object({ id: z.uuid() }), output: nothing, role: 'administrator' },
  /** Looks at the beginning of a file and says its structure, so that a format can be described; nothing of its content is answered (P19). */
  'logSources.preview': { input: sourceTrialSchema, output: sourcePreviewSchema, role: 'administrator' },
  /** Asks for a file or a folder with the dialog of this PC; null: the person closed it. */
  'logSources.choose': {
    input: z.object({ folder: z.boolean() }),
    output: z.object({ path: z.string() }).nullable(),
    role: 'administrator'
  },
  /** What lies sealed for an order. */
  'evidence.state': {
    input: z.object({ order: z.uuid() }),
    output: evidenceStateSchema,
    role: ['leadership', 'evaluator']
  },
  /** Reads what the order covers and seals it at once; nobody sees anything of it by that. */
  'evidence.gather': { input: z.object({ order: z.uuid() }), output: evidenceStateSchema, role: 'evaluator' },
  /** Breaks off what is being gathered; nothing of it is kept. */
  'evidence.cancel': { input: z.object({ order: z.uuid() }), output: evidenceStateSchema, role: 'evaluator' },
  /** What is known of the evaluation under an order, for the evaluators whom it names. */
  'evaluations.state': { input: evaluationRefSchema, output: evaluationStateSchema, role: 'evaluator' },
  /** One of the two opens the evidence; done when the other one has, too (P21). */
  'evaluations.open': { input: openStepSchema, output: evaluationStateSchema, role: 'evaluator' },
  /** The same for one pseudonym. */
  'evaluations.reveal': { input: revealStepSchema, output: evaluationStateSchema, role: 'evaluator' },
  /** The same for the conclusion (P22). */
  'evaluations.close': { input: closeStepSchema, output: evaluationStateSchema, role: 'evaluator' },
  /** What was ordered, read, asked, found and concluded, as a printed document (P22). Only of a concluded evaluation. */
  'evaluations.saveProtocol': {
    input: evaluationRefSchema,
    output: savedSchema,
    role: ['leadership', 'evaluator']
  },
  /** Whoever has done their part does not wait any longer. */
  'evaluations.cancel': { input: evaluationRefSchema, output: evaluationStateSchema, role: 'evaluator' },
  /** Whoever is asked at another PC releases their half, or signs what was shown (P21). */
  'evaluations.release': { input: releaseStepSchema, output: evaluationStateSchema, role: 'evaluator' },
  /** They do not. */
  'evaluations.decline': { input: declineStepSchema, output: evaluationStateSchema, role: 'evaluator' },
  /** Whoever has released their half takes it back: the other PC closes what it has opened. */
  'evaluations.takeBack': { input: evaluationRefSchema, output: evaluationStateSchema, role: 'evaluator' },
  /** Ends the open session. */
  'evaluations.leave': { input: evaluationRefSchema, output: evaluationStateSchema, role: 'evaluator' },
  /** Of an open session alone: findings, stays, sources and gaps, all by pseudonyms. */
  'evaluations.overview': { input: evaluationRefSchema, output: evaluationOverviewSchema, role: 'evaluator' },
  'evaluations.events': { input: evaluationQuerySchema, output: evaluationPageSchema, role: 'evaluator' },
  'evaluations.timeline': {
    input: evaluationTimelineQuerySchema,
    output: evaluationTimelineSchema,
    role: 'evaluator'
  },
  'evaluations.mark': { input: evaluationMarkSchema, output: nothing, role: 'evaluator' },
  /** Whether evidence is handed over to law enforcement, to whom, and what was made for that (P23). */
  'handovers.state': {
    input: handoverRefSchema,
    output: handoverStateSchema,
    role: ['leadership', 'evaluator']
  },
  /** The leadership decides to whom it is handed over, at its discretion (P23, P26). Nothing is opened by it. */
  'handovers.decide': { input: handoverDecisionSchema, output: handoverStateSchema, role: 'leadership' },
  /** One of the two makes the encrypted bundle; done when the other one has, too (P21). */
  'handovers.make': { input: handoverStepSchema, output: handoverStepResultSchema, role: 'evaluator' },
  /** Whoever has done their part does not wait any longer. */
  'handovers.cancel': { input: handoverRefSchema, output: handoverStateSchema, role: 'evaluator' }
} as const satisfies Record<string, Operation>

const flagId = z.uuid()
const subject = ({ flag }: { readonly flag: string }): string => `flag:${flag}`

const orderId = z.uuid()
const recordedCount = z.number().int().min(0)
const standingOrderId = z.uuid()
const standingSubject = ({ standingOrder }: { readonly standingOrder: string }): string =>
  `standingOrder:${standingOrder}`
const orderSubject = ({ order }: { readonly order: string }): string => `order:${order}`

const statements = {
  /** `by`: who was signed in and reports. Whom it is about is in the payload alone. */
  'flag.reported': statementKind({
    body: z.object({ flag: flagId, by: personIdSchema }),
    payload: z.object({
      /** null: not known. */
      person: personIdSchema.nullable(),
      names: personNamesSchema.nullable(),
      schoolClass: z.string(),
      seen: z.string(),
      happenedOn: daySchema,
      from: timeOfDaySchema.nullable(),
      until: timeOfDaySchema.nullable(),
      areas: z.array(flagAreaSchema),
      rule: z.string().nullable(),
      certainty: flagCertaintySchema,
      contents: z.boolean()
    }),
    reading: 'confidential',
    subject,
    name: { de: 'Hinweis gemeldet', en: 'Flag reported' },
    signers: ['device']
  }),
  'flag.asked': statementKind({
    body: z.object({ flag: flagId }),
    payload: z.object({ words: z.string() }),
    reading: 'confidential',
    subject,
    name: { de: 'Rückfrage zum Hinweis', en: 'Question about a flag' },
    signers: ['leadership']
  }),
  'flag.replied': statementKind({
    body: z.object({ flag: flagId, by: personIdSchema }),
    payload: z.object({ words: z.string() }),
    reading: 'confidential',
    subject,
    name: { de: 'Rückfrage beantwortet', en: 'Question about a flag replied to' },
    signers: ['device']
  }),
  'flag.answered': statementKind({
    body: z.object({ flag: flagId, outcome: flagOutcomeSchema }),
    payload: z.object({ reason: z.string(), message: z.string() }),
    reading: 'confidential',
    subject,
    name: { de: 'Hinweis beantwortet', en: 'Flag answered' },
    signers: ['leadership']
  }),
  /** Said together with the opening of the case, by the same person. */
  'flag.pursued': statementKind({
    body: z.object({ flag: flagId, case: z.uuid() }),
    payload: noPayload,
    reading: 'procedure',
    subject,
    name: { de: 'Fall aus Hinweis eröffnet', en: 'Case opened from a flag' },
    signers: ['administrator', 'evaluator']
  }),
  /** Whom it is about is in the payload alone, since administrators read bodies (P25). */
  'order.given': statementKind({
    body: z.object({
      order: orderId,
      evaluators: z.array(personIdSchema).min(fewestEvaluators).max(mostEvaluators),
      contents: z.boolean(),
      /** The last day on which it is in force, in Germany. */
      expires: daySchema,
      flag: flagId.nullable()
    }),
    payload: orderPayloadSchema,
    reading: 'confidential',
    subject: orderSubject,
    name: { de: 'Auswertung angeordnet', en: 'Evaluation ordered' },
    signers: ['leadership']
  }),
  'order.withdrawn': statementKind({
    body: z.object({ order: orderId }),
    payload: z.object({ reason: z.string() }),
    reading: 'confidential',
    subject: orderSubject,
    name: { de: 'Anordnung zurückgezogen', en: 'Order withdrawn' },
    signers: ['leadership']
  }),
  /** Who can open it and how much it is stands in the body, names of files in the payload. */
  'evidence.sealed': statementKind({
    body: z.object({
      order: orderId,
      evidence: z.uuid(),
      /** SHA-256 of the sealed bytes (docs/evidence.md). */
      digest: fingerprintSchema,
      recipients: z.array(recipientPairSchema).min(1).max(100),
      sources: z.array(sourceCountsSchema).max(20)
    }),
    payload: z.object({ sources: z.array(readSourceSchema) }),
    reading: 'confidential',
    subject: orderSubject,
    name: { de: 'Beweismittel versiegelt', en: 'Evidence sealed' },
    signers: ['device']
  }),
  'evidence.destroyed': statementKind({
    body: z.object({ order: orderId, evidence: z.uuid(), reason: destructionReasonSchema }),
    payload: noPayload,
    reading: 'procedure',
    subject: orderSubject,
    name: { de: 'Beweismittel vernichtet', en: 'Evidence destroyed' },
    signers: ['device']
  }),
  /** Said by both, one right behind the other; before the second it has no effect. So are `revealed` and `closed`. */
  'evaluation.opened': statementKind({
    body: z.object({ order: orderId, evidence: z.uuid(), session: z.uuid() }),
    payload: noPayload,
    reading: 'procedure',
    subject: orderSubject,
    name: { de: 'Auswertung geöffnet', en: 'Evaluation opened' },
    signers: ['evaluator']
  }),
  'evaluation.searched': statementKind({
    body: z.object({ order: orderId, session: z.uuid() }),
    payload: searchedSchema,
    reading: 'confidential',
    subject: orderSubject,
    name: { de: 'In der Auswertung gesucht', en: 'Searched in the evaluation' },
    signers: ['device']
  }),
  'evaluation.revealed': statementKind({
    body: z.object({ order: orderId, session: z.uuid(), pseudonym: pseudonymTextSchema }),
    payload: z.object({ identity: z.string(), reason: z.string() }),
    reading: 'confidential',
    subject: orderSubject,
    name: { de: 'Pseudonym aufgedeckt', en: 'Pseudonym revealed' },
    signers: ['evaluator']
  }),
  'evaluation.marked': statementKind({
    body: z.object({ order: orderId, session: z.uuid() }),
    payload: z.object({
      /** Place in the evidence, and of the line that it comes from. */
      event: z.number().int(),
      source: z.string(),
      file: z.number().int(),
      offset: z.number().int(),
      marked: z.boolean(),
      note: z.string()
    }),
    reading: 'confidential',
    subject: orderSubject,
    name: { de: 'Ereignis vermerkt', en: 'Event marked' },
    signers: ['device']
  }),
  'evaluation.closed': statementKind({
    body: z.object({ order: orderId, judgment: judgmentSchema }),
    payload: z.object({ findings: z.string(), notFound: z.string(), summary: z.string() }),
    reading: 'confidential',
    subject: orderSubject,
    name: { de: 'Auswertung abgeschlossen', en: 'Evaluation closed' },
    signers: ['evaluator']
  }),
  /** What the two had before them and what they chose of it: said by both, in the same step as the conclusion and before it. */
  'evaluation.recorded': statementKind({
    body: z.object({
      order: orderId,
      session: z.uuid(),
      foundCount: recordedCount,
      notedCount: recordedCount
    }),
    payload: evaluationRecordSchema,
    reading: 'confidential',
    subject: orderSubject,
    name: { de: 'Auswertung festgehalten', en: 'Evaluation recorded' },
    signers: ['evaluator']
  }),
  /** Said together with the opening of the case, by the same person, who is one of those who evaluated. */
  'order.pursued': statementKind({
    body: z.object({ order: orderId, case: z.uuid() }),
    payload: noPayload,
    reading: 'procedure',
    subject: orderSubject,
    name: { de: 'Fall aus Auswertung eröffnet', en: 'Case opened from an evaluation' },
    signers: ['evaluator']
  }),
  /** Somebody concerned was told that contents were read (P24). Who it is stands in the payload alone. */
  'notice.given': statementKind({
    body: z.object({
      order: orderId,
      ...noticeRecipientSchema.shape,
      way: noticeWaySchema,
      /** The day on which they were told. */
      on: daySchema
    }),
    payload: z.object({ person: personIdSchema, names: personNamesSchema, guardians: z.boolean() }),
    reading: 'confidential',
    subject: orderSubject,
    name: { de: 'Betroffene benachrichtigt', en: 'Person concerned notified' },
    signers: ['leadership']
  }),
  'notice.postponed': statementKind({
    body: z.object({ order: orderId, until: daySchema }),
    payload: z.object({ reason: z.string() }),
    reading: 'confidential',
    subject: orderSubject,
    name: { de: 'Benachrichtigung aufgeschoben', en: 'Notice put off' },
    signers: ['leadership']
  }),
  /** The last one of an order holds; `recipients`: public keys of age, to which alone a bundle may be encrypted. */
  'handover.decided': statementKind({
    body: z.object({
      order: orderId,
      evidence: z.uuid(),
      handover: z.uuid(),
      recipients: ageRecipientsSchema
    }),
    payload: z.object({ authority: z.string(), reference: z.string(), reason: z.string() }),
    reading: 'confidential',
    subject: orderSubject,
    name: { de: 'Übergabe an die Strafverfolgung entschieden', en: 'Hand-over to law enforcement decided' },
    signers: ['leadership']
  }),
  /** Said by both, as `evaluation.opened`, before the bundle is written. `digest`: SHA-256 of the encrypted file. */
  'handover.made': statementKind({
    body: z.object({
      order: orderId,
      evidence: z.uuid(),
      handover: z.uuid(),
      recipients: ageRecipientsSchema,
      digest: fingerprintSchema,
      bytes: recordedCount
    }),
    payload: z.object({
      authority: z.string(),
      reference: z.string(),
      files: z.array(bundledFileSchema)
    }),
    reading: 'confidential',
    subject: orderSubject,
    name: { de: 'Beweismittel übergeben', en: 'Evidence handed over' },
    signers: ['evaluator']
  }),
  /** Which rules run over what, and until when, stands in the body; why, and where the logs lie, in the payload. */
  'standingOrder.given': statementKind({
    body: z.object({
      standingOrder: standingOrderId,
      rules: z.array(standingRuleSchema).min(1).max(100),
      sources: z.array(z.uuid()).min(1).max(20),
      /** The last day on which it is in force, in Germany. */
      until: daySchema,
      flagDays: flagDaysSchema
    }),
    payload: z.object({
      reason: z.string(),
      periodsReason: z.string(),
      /** As they stood in the settings when it was signed. */
      sources: z.array(logSourceSchema).min(1).max(20)
    }),
    reading: 'confidential',
    subject: standingSubject,
    name: { de: 'Daueranordnung gegeben', en: 'Standing order given' },
    signers: ['leadership']
  }),
  'standingOrder.withdrawn': statementKind({
    body: z.object({ standingOrder: standingOrderId }),
    payload: z.object({ reason: z.string() }),
    reading: 'confidential',
    subject: standingSubject,
    name: { de: 'Daueranordnung zurückgezogen', en: 'Standing order withdrawn' },
    signers: ['leadership']
  }),
  /** A rule of a standing order has found something. `run`: the reading in which it did; each is said once. */
  'flag.found': statementKind({
    body: z.object({ flag: flagId, standingOrder: standingOrderId, run: z.uuid() }),
    payload: foundMatterSchema,
    reading: 'confidential',
    subject,
    name: { de: 'Hinweis gefunden', en: 'Flag found' },
    signers: ['device']
  }),
  /** The same matter goes on. The payload holds all that was found by now. */
  'flag.grown': statementKind({
    body: z.object({ flag: flagId, run: z.uuid() }),
    payload: foundMatterSchema,
    reading: 'confidential',
    subject,
    name: { de: 'Hinweis gewachsen', en: 'Flag grown' },
    signers: ['device']
  }),
  /** Nobody has acted on a flag that a standing order has found. */
  'flag.expired': statementKind({
    body: z.object({ flag: flagId }),
    payload: noPayload,
    reading: 'procedure',
    subject,
    name: { de: 'Hinweis verfallen', en: 'Flag expired' },
    signers: ['device']
  })
} as const

/** What waits, with what a notification says: no names. Parameters: {number}, for who may read it also {name, schoolClass}. */
const inboxKinds = {
  flagToAnswer: { de: 'Ein Hinweis wartet auf Ihre Antwort.', en: 'A flag waits for your answer.' },
  flagFound: {
    de: 'Eine Daueranordnung hat etwas gefunden.',
    en: 'A standing order has found something.'
  },
  flagAsked: {
    de: 'Die Schulleitung hat eine Rückfrage zu Ihrem Hinweis.',
    en: 'The leadership has a question about your flag.'
  },
  flagAnswered: {
    de: 'Die Schulleitung hat Ihren Hinweis beantwortet.',
    en: 'The leadership has answered your flag.'
  },
  flagHandedOver: {
    de: 'Die Schulleitung hat einen Hinweis weitergegeben.',
    en: 'The leadership has handed over a flag.'
  },
  orderNamesYou: {
    de: 'Die Schulleitung hat eine Auswertung angeordnet, die Sie vornehmen sollen.',
    en: 'The leadership has ordered an evaluation that you are to make.'
  },
  orderExpires: {
    de: 'Eine Anordnung zur Auswertung läuft bald ab.',
    en: 'An order for an evaluation is about to expire.'
  },
  evaluationOpen: {
    de: 'Eine Auswertung wartet auf Sie und die zweite Person.',
    en: 'An evaluation waits for you and the second person.'
  },
  evaluationAsked: {
    de: 'An einem anderen Rechner wartet jemand auf Ihre Freigabe für eine Auswertung.',
    en: 'Somebody waits at another computer for your release for an evaluation.'
  },
  evaluationToPropose: {
    de: 'Aus einer Auswertung mit Verstoß wurde noch kein Fall vorgeschlagen.',
    en: 'No case was proposed yet from an evaluation with a violation.'
  },
  evaluationConcluded: {
    de: 'Eine Auswertung, die Sie sehen dürfen, ist abgeschlossen.',
    en: 'An evaluation that you may see is concluded.'
  },
  noticeDue: {
    de: 'Betroffene einer Auswertung sind zu benachrichtigen.',
    en: 'Persons whom an evaluation concerns are to be notified.'
  },
  handoverToMake: {
    de: 'Beweismittel sollen übergeben werden; das Paket machen Sie zu zweit.',
    en: 'Evidence is to be handed over; the bundle takes two of you.'
  },
  standingOrderExpires: {
    de: 'Eine Daueranordnung läuft bald ab.',
    en: 'A standing order is about to expire.'
  },
  standingOrderUnread: {
    de: 'Eine Daueranordnung kann nicht alles lesen, was sie soll.',
    en: 'A standing order cannot read all that it is to.'
  },
  noticeOverdue: {
    de: 'Die Benachrichtigung von Betroffenen ist überfällig.',
    en: 'The notice to persons concerned is overdue.'
  }
} as const satisfies Record<string, Text>

/** What standing orders have found in the last look: flags that are new, have grown, or that nobody has acted on in time. */
const dueDone: {
  readonly standing: { readonly found: number; readonly grown: number; readonly expired: number }
} = { standing: { found: 0, grown: 0, expired: 0 } }

export const contract = { operations, statements, inboxKinds, dueDone } as const
