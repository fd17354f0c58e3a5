import { z } from 'zod'
import { daySchema } from './accounts'
import { gather } from './jobs'
import { fingerprintSchema, personIdSchema, roleSchema } from './people'
import { digestSchema, instant, type StatementKind } from './statement'
import { ledgerProblemCodes } from './verification'

export * from './verification'
export { type Signer } from './statement'

/**
 * Everything that the ledger can say, each kind declared by its job or desk. A statement's body holds ids, days, codes and
 * hashes; names and words about people stand in its payload, which may be erased without hurting the proof.
 */
export const statementKinds = gather('statements') satisfies Record<string, StatementKind>

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
