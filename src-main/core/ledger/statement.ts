import { hash, randomBytes } from 'node:crypto'
import {
  newerStatementSchema,
  statementKinds,
  statementSchema,
  type NewerStatement,
  type Statement,
  type StatementBody,
  type StatementKindName,
  type StatementPayload
} from '../../contract/ledger'
import type { PayloadRow, StatementRow } from '../../world/store/port'
import { canonicalJson } from '../canonicalJson'
import type { Signer } from '../people/keys'

/** Stands in front of what is signed, so that no signature made for anything else counts here. */
const signedPrefix = 'netzwart-statement-1\n'

/** The hash before the first statement. */
export const noHash = '0'.repeat(64)

/** What is to be said, before it has its place in the chain. */
export interface Draft<Kind extends StatementKindName = StatementKindName> {
  readonly kind: Kind
  readonly subject: string
  readonly body: StatementBody<Kind>
  readonly payload: StatementPayload<Kind>
}

/** Types a draft by its kind. */
export function draft<Kind extends StatementKindName>(
  kind: Kind,
  subject: string,
  body: StatementBody<Kind>,
  payload: StatementPayload<Kind>
): Draft {
  return { kind, subject, body, payload }
}

/** The statement that admits a PC. */
export function deviceEntry(device: Signer, computer: string): Draft {
  const { fingerprint, publicKey } = device
  return draft('device.registered', `device:${fingerprint}`, { key: publicKey, fingerprint }, { computer })
}

export function sha256(text: string): string {
  return hash('sha256', text, 'hex')
}

export function hashOf(text: string, signature: string): string {
  return sha256(`${text}\n${signature}`)
}

export function payloadHash(salt: string, text: string): string {
  return sha256(`${salt}\n${text}`)
}

export function signedText(text: string): string {
  return signedPrefix + text
}

/** The place of a new statement. */
export interface Place {
  readonly ledger: string
  readonly sequence: number
  readonly previous: string
  readonly time: string
}

/** A statement in its place, not signed yet. */
export interface LaidOut {
  readonly sequence: number
  readonly text: string
  readonly payload: PayloadRow | null
}

/** A statement and what is personal about it. */
export interface WrittenStatement {
  readonly row: StatementRow
  readonly payload: PayloadRow | null
}

/** Puts a draft in its place and signs it. `salt`: 32 hex digits; only what is the same each time names one. */
export function writeStatement(said: Draft, place: Place, signer: Signer, salt?: string): WrittenStatement {
  const laid = layOut(said, place, signer.fingerprint, salt)
  return signedStatement(laid, signer.sign(signedText(laid.text)))
}

export function signedStatement({ sequence, text, payload }: LaidOut, signature: string): WrittenStatement {
  return { row: { sequence, hash: hashOf(text, signature), text, signature }, payload }
}

/** Puts a draft in its place, for the one with this key to sign. */
export function layOut(
  { kind, subject, body, payload }: Draft,
  place: Place,
  key: string,
  salt: string = randomBytes(16).toString('hex')
): LaidOut {
  const kindOf = statementKinds[kind]
  const payloadText = payload === null ? null : canonicalJson(kindOf.payload.parse(payload))
  const statement: Statement = {
    format: 1,
    ledger: place.ledger,
    sequence: place.sequence,
    previous: place.previous,
    time: place.time,
    key,
    kind,
    subject,
    body: kindOf.body.parse(body),
    payload: payloadText === null ? null : payloadHash(salt, payloadText)
  }
  return {
    sequence: place.sequence,
    text: canonicalJson(statement),
    payload:
      payloadText === null || statement.payload === null
        ? null
        : { hash: statement.payload, salt, text: payloadText }
  }
}

/** What a statement of this kind is about, where its body says so; null: the one who speaks chooses. */
function subjectOf({ kind, body }: Statement): string | null {
  const subject = statementKinds[kind].subject as ((body: Statement['body']) => string) | null
  return subject === null ? null : subject(body)
}

/**
 * Reads a row; null: it is no statement in its canonical form, its kind's body is not as declared, it stands under
 * another subject than its body says, or it lacks the payload that its kind has (or has one too many).
 */
export function readStatement(row: StatementRow): Statement | null {
  try {
    const parsed = statementSchema.safeParse(JSON.parse(row.text))
    if (!parsed.success || canonicalJson(parsed.data) !== row.text) return null
    const body = statementKinds[parsed.data.kind].body.safeParse(parsed.data.body)
    if (!body.success || canonicalJson(body.data) !== canonicalJson(parsed.data.body)) return null
    // Decisions are looked for by subject: one that is filed elsewhere would be a decision that nobody sees.
    if ((subjectOf(parsed.data) ?? parsed.data.subject) !== parsed.data.subject) return null
    const hasNoPayload = statementKinds[parsed.data.kind].payload.safeParse(null).success
    return hasNoPayload === (parsed.data.payload === null) ? parsed.data : null
  } catch {
    return null
  }
}

/** Reads a row that was read by this very version before, byte for byte. */
export function readSealedStatement(row: StatementRow): Statement {
  return JSON.parse(row.text) as Statement
}

/** Reads a row of a kind that only a newer version knows; null: it is none, or not in its canonical form. */
export function readNewerStatement(row: StatementRow): NewerStatement | null {
  try {
    const value: unknown = JSON.parse(row.text)
    if (!isShallow(value)) return null
    const parsed = newerStatementSchema.safeParse(value)
    return parsed.success && canonicalJson(parsed.data) === row.text ? parsed.data : null
  } catch {
    return null
  }
}

/** Whether these are the details that a statement names by this hash; null: it names none. */
export function isHashed(payload: string | null, { hash, salt, text }: PayloadRow): boolean {
  return hash === payload && payloadHash(salt, text) === hash && /^[0-9a-f]{32}$/.test(salt)
}

/** Of the details of a kind that only a newer version knows more cannot be said; what they say stays unread. */
export function isCanonical(text: string): boolean {
  return readCanonical(text) !== undefined
}

/** The value of a canonical text of whatever shape; undefined: it is none, or nests deeper than anything of ours. */
export function readCanonical(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return isShallow(value) && canonicalJson(value) === text ? value : undefined
  } catch {
    return undefined
  }
}

/** What goes through a value by calling itself comes to an end. */
function isShallow(value: unknown, levels = 20): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1))
}

/** Reads a payload; null: it is not what the statement was signed with, or not as declared. */
export function readPayload(statement: Statement, row: PayloadRow): Record<string, unknown> | null {
  return isHashed(statement.payload, row) ? readDetails(statement, row.text) : null
}

/** Reads the text of a payload that is known to be the statement's; null: it is not as declared. */
export function readDetails({ kind }: Statement, text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    // Hashed are the text's bytes in UTF-8; only in its canonical form is there one text to those bytes.
    if (canonicalJson(value) !== text) return null
    const parsed = statementKinds[kind].payload.safeParse(value)
    // What a schema would repair (a field it does not know, blanks around a word) was not said like this by the app.
    return parsed.success && canonicalJson(parsed.data) === text ? parsed.data : null
  } catch {
    return null
  }
}
