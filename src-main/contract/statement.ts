import { z } from 'zod'
import type { Text } from './language'
import { personIdSchema, type Role } from './people'

/** SHA-256, 64 lower-case hex digits. */
export const digestSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** The person at whose wish the device signs; null: nobody, the app itself (what falls due). */
export const by = personIdSchema.nullable()
export const noPayload = z.null()
/** ISO, UTC, always to the millisecond: only equal spellings can be compared as text. */
export const instant = z.iso.datetime({ precision: 3 })

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
 * pupils, for those who work on what the statement is about (`core/people/reading.ts`). `confidential`: what somebody has
 * reported in confidence, for the leadership alone, except whom it is about; administrators do not read it (P25).
 */
export type StatementReading = 'procedure' | 'content' | 'confidential'

export interface StatementKind<
  Body extends z.ZodType = z.ZodType,
  Payload extends z.ZodType = z.ZodType,
  Signers extends readonly Signer[] = readonly Signer[]
> {
  /** Signed as it stands, and so read by everyone who reads the journal: nothing personal but ids belongs here. */
  readonly body: Body
  /** What is personal: outside the chain, bound to it by a salted hash. `z.null()`: nothing. */
  readonly payload: Payload
  /** No default: whoever adds a kind decides. */
  readonly reading: StatementReading
  /** What it is about, where its body says so; null: the one who speaks chooses. */
  readonly subject: ((body: z.output<Body>) => string) | null
  /** What a statement is called in the journal and in sentences. */
  readonly name: Text
  readonly signers: Signers
}

/** Declares a kind of statement; its types follow from its schemas. */
export function statementKind<
  Body extends z.ZodType,
  Payload extends z.ZodType,
  const Signers extends readonly Signer[]
>(kind: StatementKind<Body, Payload, Signers>): StatementKind<Body, Payload, Signers> {
  return kind
}
