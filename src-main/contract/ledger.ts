import { z } from 'zod'
import { daySchema } from './accounts'
import { connectionSchema } from './directory'
import { planHashSchema } from './plan'
import {
  appointedRoleSchema,
  fingerprintSchema,
  personIdSchema,
  personNamesSchema,
  publicKeySchema,
  publicKeysSchema,
  roleSchema,
  type Role
} from './people'
import {
  decisionOutcomeSchema,
  evidenceSchema,
  hearingEventSchema,
  hearingPartySchema,
  measureSchema
} from './sanctions'

/** SHA-256, 64 lower-case hex digits. */
export const digestSchema = z.string().regex(/^[0-9a-f]{64}$/)

const caseId = z.uuid()
/** The person at whose wish the device signs; null: nobody, the app itself (what falls due). */
const by = personIdSchema.nullable()
const noPayload = z.null()
/** ISO, UTC, always to the millisecond: only equal spellings can be compared as text. */
const instant = z.iso.datetime({ precision: 3 })

/**
 * What leaves the case file. `journal`: the ledger with everything. `procedure`: the ledger without what its reader may not
 * read. `names`: names and ids for a service provider (P3). `slips`: password slips. `caseDocument`: what is handed out in a
 * case. `letter`: founding document and letters of appointment.
 */
export const copyKinds = ['journal', 'procedure', 'names', 'slips', 'caseDocument', 'letter'] as const

/** Who may sign a kind: this PC's device key, or the key of a person with one of the roles. */
export type Signer = 'device' | Role

/**
 * Who may read a kind's payload. `procedure`: everyone who reads the journal. `content`: facts, measures and names of
 * pupils, for those who work on what the statement is about (`core/people/reading.ts`).
 */
export type StatementReading = 'procedure' | 'content'

interface StatementKind {
  /** Signed as it stands, and so read by everyone who reads the journal: nothing personal but ids belongs here. */
  readonly body: z.ZodType
  /** What is personal: outside the chain, bound to it by a salted hash. `z.null()`: nothing. */
  readonly payload: z.ZodType
  /** No default: whoever adds a kind decides. */
  readonly reading: StatementReading
  readonly signers: readonly Signer[]
}

/**
 * Everything that the ledger can say. A statement's body holds ids, days, codes and hashes; names and words about
 * people stand in its payload, which may be erased without hurting the proof.
 */
export const statementKinds = {
  /** A PC's key. Signs for itself as long as the case file is not founded, later an administrator signs for it. */
  'device.registered': {
    body: z.object({ key: publicKeySchema, fingerprint: fingerprintSchema }),
    payload: z.object({ computer: z.string() }),
    reading: 'procedure',
    signers: ['device', 'administrator', 'leadership']
  },
  /** The root of trust: signed by the leadership's key that it names itself. */
  founding: {
    body: z.object({
      school: z.string(),
      leadership: z.object({ person: personIdSchema, keys: publicKeysSchema }),
      devices: z.array(fingerprintSchema)
    }),
    payload: z.object({ names: personNamesSchema }),
    reading: 'procedure',
    signers: ['leadership']
  },
  'appointment.made': {
    body: z.object({
      appointment: z.uuid(),
      person: personIdSchema,
      role: appointedRoleSchema,
      deputy: z.boolean(),
      from: daySchema,
      until: daySchema.nullable(),
      keys: publicKeysSchema
    }),
    payload: z.object({ names: personNamesSchema, scope: z.string() }),
    reading: 'procedure',
    signers: ['leadership']
  },
  'appointment.revoked': {
    body: z.object({ appointment: z.uuid() }),
    payload: z.object({ reason: z.string() }),
    reading: 'procedure',
    signers: ['leadership']
  },
  /** From `from` on nothing that this key has signed counts. */
  'key.revoked': {
    body: z.object({ key: fingerprintSchema, from: z.number().int().min(1) }),
    payload: z.object({ reason: z.string() }),
    reading: 'procedure',
    signers: ['leadership']
  },
  /** P25: the written agreement between administrator and leadership; `text` is the digest of its words. */
  'agreement.signed': {
    body: z.object({ agreement: z.literal('administrator'), text: digestSchema }),
    payload: noPayload,
    reading: 'procedure',
    signers: ['administrator']
  },
  /** P7. */
  'session.signedIn': {
    body: z.object({
      person: personIdSchema,
      roles: z.array(roleSchema),
      kind: z.enum(['window', 'commandLine'])
    }),
    payload: z.object({ names: personNamesSchema, computer: z.string() }),
    reading: 'procedure',
    signers: ['device']
  },
  'plan.begun': {
    body: z.object({
      plan: planHashSchema,
      job: z.string(),
      steps: z.number().int(),
      kinds: z.record(z.string(), z.number().int()),
      undoes: planHashSchema.nullable(),
      by
    }),
    /** `subject`: whom a plan of one step is about. `reason`: what was stated for it. */
    payload: z.object({ subject: z.string(), reason: z.string() }),
    reading: 'content',
    signers: ['device', 'administrator']
  },
  'plan.ended': {
    body: z.object({
      plan: planHashSchema,
      state: z.string(),
      done: z.number().int(),
      failed: z.number().int(),
      remaining: z.number().int()
    }),
    payload: noPayload,
    reading: 'procedure',
    signers: ['device']
  },
  'settings.changed': {
    body: z.object({ document: z.string(), digest: digestSchema, by }),
    payload: noPayload,
    reading: 'procedure',
    signers: ['device']
  },
  /**
   * The directory that this case file works with, and its certificate: where secrets go. `digest`: of the connection in
   * the payload, which may be erased. `former`: of the connection that the store held before; null: none.
   */
  'connection.changed': {
    body: z.object({ digest: digestSchema, former: digestSchema.nullable() }),
    payload: z.object({ connection: connectionSchema }),
    reading: 'procedure',
    signers: ['administrator']
  },
  'case.opened': {
    body: z.object({ case: caseId, rule: z.string() }),
    payload: z.object({
      person: personIdSchema,
      names: personNamesSchema,
      schoolClass: z.string(),
      happenedOn: daySchema,
      facts: z.string(),
      evidence: z.array(evidenceSchema)
    }),
    reading: 'content',
    signers: ['administrator', 'evaluator']
  },
  /** `plan`: what carrying the measures out would do, computed from the account as it was then. */
  'case.proposed': {
    body: z.object({ case: caseId, plan: planHashSchema }),
    payload: z.object({ measures: z.array(measureSchema), reasons: z.string() }),
    reading: 'content',
    signers: ['administrator', 'evaluator']
  },
  'case.hearing': {
    body: z.object({ case: caseId, party: hearingPartySchema, event: hearingEventSchema, on: daySchema }),
    payload: z.object({ note: z.string() }),
    reading: 'content',
    signers: ['administrator', 'evaluator', 'leadership']
  },
  /** P26. `plan` is what was approved, exactly; null: refused. `proposal`: sequence number of what was decided on. */
  'case.decided': {
    body: z.object({
      case: caseId,
      proposal: z.number().int(),
      outcome: decisionOutcomeSchema,
      plan: planHashSchema.nullable(),
      /** An approval that is not carried out by then expires; null: refused. */
      expires: instant.nullable()
    }),
    payload: z.object({ measures: z.array(measureSchema), reasons: z.string() }),
    reading: 'content',
    signers: ['leadership']
  },
  'case.withdrawn': {
    body: z.object({ case: caseId }),
    payload: z.object({ reason: z.string() }),
    reading: 'content',
    signers: ['administrator', 'evaluator']
  },
  /** Carried out and read back: the measure is in force. */
  'case.enforced': {
    body: z.object({ case: caseId, plan: planHashSchema }),
    payload: noPayload,
    reading: 'procedure',
    signers: ['device']
  },
  'case.enforcementFailed': {
    body: z.object({ case: caseId, plan: planHashSchema, code: z.string() }),
    payload: noPayload,
    reading: 'procedure',
    signers: ['device']
  },
  'case.expired': {
    body: z.object({ case: caseId }),
    payload: noPayload,
    reading: 'procedure',
    signers: ['device']
  },
  /** Ending a measure before its day is a decision like the measure itself. */
  'case.liftDecided': {
    body: z.object({ case: caseId, plan: planHashSchema, expires: instant }),
    payload: z.object({ reasons: z.string() }),
    reading: 'content',
    signers: ['leadership']
  },
  'case.lifted': {
    body: z.object({ case: caseId, plan: planHashSchema }),
    payload: noPayload,
    reading: 'procedure',
    signers: ['device']
  },
  /** The last day of every measure has passed and the account is free again. */
  'case.ended': {
    body: z.object({ case: caseId }),
    payload: noPayload,
    reading: 'procedure',
    signers: ['device']
  },
  /** The clock of the PC or the server ran behind the last statement; the only kind that may be older than it. */
  'clock.wentBack': {
    body: z.object({ last: instant }),
    payload: noPayload,
    reading: 'procedure',
    signers: ['device']
  },
  'backup.made': {
    body: z.object({ statements: z.number().int(), head: digestSchema, by }),
    payload: noPayload,
    reading: 'procedure',
    signers: ['device']
  },
  /** The case file moved from one store into another; the chain goes on. */
  'store.moved': {
    body: z.object({ from: z.enum(['sqlite', 'postgres']), to: z.enum(['sqlite', 'postgres']), by }),
    payload: noPayload,
    reading: 'procedure',
    signers: ['device']
  },
  /** Something personal was saved outside the case file or printed. Said before it is written. */
  'copy.made': {
    /** `count`: statements, names, slips or documents. */
    body: z.object({ what: z.enum(copyKinds), count: z.number().int(), by }),
    payload: noPayload,
    reading: 'procedure',
    signers: ['device']
  }
} as const satisfies Record<string, StatementKind>

export type StatementKindName = keyof typeof statementKinds
export const statementKindNames = Object.keys(statementKinds) as [StatementKindName, ...StatementKindName[]]
export type StatementBody<Name extends StatementKindName> = z.output<(typeof statementKinds)[Name]['body']>
export type StatementPayload<Name extends StatementKindName> = z.output<
  (typeof statementKinds)[Name]['payload']
>
/** Something that leaves the case file; `by` null: nobody, as long as the case file is not founded. */
export type Copy = StatementBody<'copy.made'>

/**
 * A statement as it is signed. Its text is its canonical JSON (RFC 8785); the signature is Ed25519 over
 * `netzwart-statement-1\n` and that text; its hash is SHA-256 over the text, a line feed and the signature.
 */
export const statementSchema = z.strictObject({
  format: z.literal(1),
  /** Random id of the ledger, given by its first statement: no statement fits into another ledger. */
  ledger: z.uuid(),
  sequence: z.number().int().min(1),
  /** Hash of the statement before; 64 zeros in the first. */
  previous: digestSchema,
  time: instant,
  /** Fingerprint of the key that signs. */
  key: fingerprintSchema,
  kind: z.enum(statementKindNames),
  /**
   * What it is about: `case:<id>`, `person:<id>` (founding, appointments, sign-ins), `plan:<hash>`,
   * `device:<fingerprint>`, `document:<name>`, `connection`, `ledger`.
   */
  subject: z.string().max(200),
  body: z.record(z.string(), z.json()),
  /** SHA-256 over the salt (hex), a line feed and the payload's canonical JSON; null: no payload. */
  payload: digestSchema.nullable()
})
export type Statement = z.infer<typeof statementSchema>

/**
 * A statement of a kind that only a newer version knows. Its place in the chain is read; what it says is not, and it has
 * no effect here.
 */
export const newerStatementSchema = statementSchema.extend({
  kind: z
    .string()
    .regex(/^[a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)?$/)
    .refine((kind) => !Object.hasOwn(statementKinds, kind))
})
export type NewerStatement = z.infer<typeof newerStatementSchema>

/** What verification can find. `docs/case-file.md` says what each means. */
export const ledgerProblemCodes = [
  'notReadable',
  'missing',
  'wrongOrder',
  'chainBroken',
  'wrongHash',
  'wrongLedger',
  'wrongSignature',
  'unknownKey',
  'revokedKey',
  'notAppointed',
  'wrongSigner',
  'timeBackwards',
  'payloadChanged',
  'fourEyesBroken',
  'wrongTransition',
  'planChanged',
  'documentChanged',
  'planNotOfCase',
  'truncated'
] as const
export const ledgerProblemSchema = z.object({
  /** Sequence number of the statement; of one that is missing, the number it should have. */
  sequence: z.number().int(),
  code: z.enum(ledgerProblemCodes)
})
export type LedgerProblem = z.infer<typeof ledgerProblemSchema>
export type LedgerProblemCode = LedgerProblem['code']

/** The newest statement, as printed on documents: `42:3f5a …`. */
export const ledgerHeadSchema = z.object({ sequence: z.number().int(), hash: digestSchema })
export type LedgerHead = z.infer<typeof ledgerHeadSchema>

/** What somebody has on paper, to be compared with a ledger. */
export interface PrintedLedger {
  /** From any document; of the hash at least the first 16 digits. null: not compared. */
  readonly head: LedgerHead | null
  /** Fingerprint of the leadership's key, from the founding document. null: not compared. */
  readonly root: string | null
}

export const ledgerVerificationSchema = z.object({
  statements: z.number().int(),
  /** null: the ledger is empty. */
  head: ledgerHeadSchema.nullable(),
  /** Fingerprint of the leadership's key in the founding statement; null: not founded. */
  root: fingerprintSchema.nullable(),
  problems: z.array(ledgerProblemSchema),
  /** Sequence numbers of `clock.wentBack`, to be looked at. */
  clockNotices: z.array(z.number().int()),
  /** Sequence numbers of statements of kinds that this version does not know. No fault, and without effect here. */
  unknownKinds: z.array(z.number().int()),
  /**
   * Sequence numbers of proposals and decisions whose plan could not be compared with their case: the plan, or what is
   * personal about the case, is not there.
   */
  uncheckedPlans: z.array(z.number().int()),
  /** The same, where only the groups of the modules could not be compared with the settings. */
  uncheckedGroups: z.array(z.number().int())
})
export type LedgerVerification = z.infer<typeof ledgerVerificationSchema>

/** An entry of the journal, in the window's terms. */
export const ledgerEntrySchema = z.object({
  sequence: z.number().int(),
  time: z.iso.datetime(),
  kind: z.enum(statementKindNames),
  subject: z.string(),
  /** What the subject is called: number of a case, name of a person or PC; empty: not known, or withheld. */
  about: z.string(),
  hash: digestSchema,
  previous: digestSchema,
  body: z.record(z.string(), z.json()),
  /** null: none, erased, or not for this role's eyes (`withheld`). */
  payload: z.record(z.string(), z.json()).nullable(),
  /** The reader's role does not see contents (P25: the DPO reads procedure). */
  withheld: z.boolean(),
  signer: z.object({
    kind: z.enum(['device', 'person']),
    fingerprint: fingerprintSchema,
    /** Person's name or computer's name; empty: not known any more. */
    name: z.string(),
    role: roleSchema.nullable()
  }),
  /** The person named in the statement, at whose wish a device signed; empty: nobody. */
  by: z.string(),
  /** Problems that verification found at this statement. */
  problems: z.array(z.enum(ledgerProblemCodes))
})
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>

export const ledgerQuerySchema = z.object({
  text: z.string().max(200).default(''),
  kinds: z.array(z.enum(statementKindNames)).max(50).default([]),
  /** Exactly this subject, for example `case:<id>`. */
  subject: z.string().max(200).nullable().default(null),
  /** Signed by this person or at their wish, or about them. */
  person: personIdSchema.nullable().default(null),
  from: daySchema.nullable().default(null),
  until: daySchema.nullable().default(null),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100)
})
export const ledgerPageSchema = z.object({
  all: z.number().int(),
  total: z.number().int(),
  rows: z.array(ledgerEntrySchema),
  /** Persons who have signed or asked for something, for the filter. */
  people: z.array(z.object({ person: personIdSchema, name: z.string() }))
})
export type LedgerPage = z.infer<typeof ledgerPageSchema>

/**
 * An exported ledger: one JSON document, `netzwart-ledger-1`. Texts and signatures are as they lie in the store,
 * so that a verifier needs nothing of the app.
 */
export const ledgerExportSchema = z.object({
  format: z.literal('netzwart-ledger-1'),
  exportedAt: z.iso.datetime(),
  /** Payloads that are there but not for whom this was exported. Absent: nothing was left out. Not signed. */
  withheld: z.object({ payloads: z.number().int(), reader: z.string() }).optional(),
  /** `hash` as it stands there; one that is none is a problem of its statement. */
  statements: z.array(z.object({ text: z.string(), signature: z.string(), hash: z.string() })),
  payloads: z.array(z.object({ hash: digestSchema, salt: z.string(), text: z.string() })),
  /** Plans of cases by their hash, for whoever may read the cases: canonical JSON. Absent: made before they went along. */
  plans: z.array(z.object({ hash: digestSchema, text: z.string() })).optional(),
  /** Settings that were in force, by the digest that `settings.changed` names: canonical JSON. */
  settings: z.array(z.object({ digest: digestSchema, text: z.string() })).optional()
})
export type LedgerExport = z.infer<typeof ledgerExportSchema>
