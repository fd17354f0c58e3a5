import { z } from 'zod'
import { daySchema } from '../../contract/accounts'
import {
  destructionReasonSchema,
  readSourceSchema,
  recipientPairSchema,
  sourceCountsSchema
} from '../../contract/evidence'
import { judgmentSchema, pseudonymTextSchema, searchedSchema } from '../../contract/evaluations'
import { evaluationRecordSchema } from '../../contract/evaluationRecord'
import { flagAreaSchema, flagCertaintySchema, flagOutcomeSchema, timeOfDaySchema } from '../../contract/flags'
import { noticeRecipientSchema, noticeWaySchema } from '../../contract/notices'
import { ageRecipientsSchema, bundledFileSchema } from '../../contract/handovers'
import { fewestEvaluators, logSourceSchema, mostEvaluators, orderPayloadSchema } from '../../contract/orders'
import { fingerprintSchema, personIdSchema, personNamesSchema } from '../../contract/people'
import { foundMatterSchema } from '../../contract/foundMatter'
import { flagDaysSchema, standingRuleSchema } from '../../contract/standingOrders'
import { noPayload, statementKind } from '../../contract/statement'

const flagId = z.uuid()
const subject = ({ flag }: { readonly flag: string }): string => `flag:${flag}`

const orderId = z.uuid()
const recordedCount = z.number().int().min(0)
const standingOrderId = z.uuid()
const standingSubject = ({ standingOrder }: { readonly standingOrder: string }): string =>
  `standingOrder:${standingOrder}`
const orderSubject = ({ order }: { readonly order: string }): string => `order:${order}`

/** What is said about evaluations, in the order in which the kinds came; see `contract.ts`. */
export const statements = {
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
