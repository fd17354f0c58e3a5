import { z } from 'zod'
import { judgmentSchema, pseudonymTextSchema } from '../../../../contract/evaluations'
import { evaluationRecordSchema } from '../../../../contract/evaluationRecord'
import { fingerprintSchema, personIdSchema } from '../../../../contract/people'
import { failureSchema } from '../../../../contract/result'
import { canonicalJson } from '../../../../core/canonicalJson'
import { draft, readCanonical, sha256, type Draft } from '../../../../core/ledger'
import { isSignedBy } from '../../../../core/people/keys'
import { sealFor, type PassingKeys } from '../../../../core/people/passingKeys'
import { subjectOf } from '../../orders/course'

/**
 * [Note: two PCs, one evaluation]
 *
 * The first of two asks from their PC, the second answers from another one; what they say lies for minutes in the table
 * `exchanges`, in a thread whose id is that of the session. `ask` is signed with the first one's key and names who asks whom for
 * what, until when, and the passing key of the asking PC, so that nobody can put another key in its place. The ask for opening
 * holds ids and keys alone and lies there in the clear; one for a pseudonym or the conclusion is sealed for the passing key of
 * the answering PC. `answer` is signed with the second one's key over the digest of the ask, and holds their half, sealed for the
 * asking PC, and the passing key of theirs. `sign` lays a statement before the answering PC, `signed` is its signature over
 * exactly that, `end` says what became of it. `session` says that an open evaluation rests on a released half: the asking PC
 * prolongs it, and whoever has released deletes it to take their half back.
 */
export type ExchangeKind = 'ask' | 'answer' | 'sign' | 'signed' | 'end' | 'session'

/** A public X25519 key, base64url. */
const passingKey = z.string().length(43)

const ask = {
  format: z.literal('netzwart-ask-1'),
  id: z.uuid(),
  /** Also the id of the session. */
  thread: z.uuid(),
  order: z.uuid(),
  evidence: z.uuid(),
  by: personIdSchema,
  byKey: fingerprintSchema,
  to: personIdSchema,
  toKey: fingerprintSchema,
  /** Of the asking PC. */
  publicKey: passingKey,
  until: z.iso.datetime()
}
const words = {
  open: { act: z.literal('open') },
  reveal: {
    act: z.literal('reveal'),
    pseudonym: pseudonymTextSchema,
    identity: z.string(),
    reason: z.string()
  },
  close: {
    act: z.literal('close'),
    judgment: judgmentSchema,
    findings: z.string(),
    notFound: z.string(),
    summary: z.string(),
    foundCount: z.number().int().min(0),
    notedCount: z.number().int().min(0),
    recording: evaluationRecordSchema
  }
}
const askSchema = z.discriminatedUnion('act', [
  z.strictObject({ ...ask, ...words.open }),
  z.strictObject({ ...ask, ...words.reveal }),
  z.strictObject({ ...ask, ...words.close })
])
export type Ask = z.infer<typeof askSchema>

/** What is to be done together, without who asks whom. */
const askWordsSchema = z.discriminatedUnion('act', [
  z.object(words.open),
  z.object(words.reveal),
  z.object(words.close)
])
export type AskWords = z.infer<typeof askWordsSchema>

const signedSchema = z.strictObject({ text: z.string(), signature: z.string() })

const answerSchema = z.strictObject({
  format: z.literal('netzwart-answer-1'),
  /** SHA-256 of the ask. */
  ask: fingerprintSchema,
  /** Sealed for the asking PC; null: the act needs none. */
  half: z.string().max(400).nullable(),
  /** Of the answering PC. */
  publicKey: passingKey
})
export type Answer = z.infer<typeof answerSchema>

export const laidSchema = z.strictObject({ text: z.string(), salt: z.string().nullable() })
export const signatureSchema = z.strictObject({ signature: z.string().max(200) })
export const endSchema = z.strictObject({ failure: failureSchema.nullable() })
export const sessionSchema = z.strictObject({ order: z.uuid(), by: personIdSchema, to: personIdSchema })

/** Signed with a person's key. */
interface SignedText {
  readonly text: string
  readonly signature: string
}

/** Signs as the one who says it; the format stands in front, so that the signature counts for nothing else. */
export function signMessage(message: Ask | Answer, sign: (text: string) => string): SignedText {
  const text = canonicalJson(message)
  return { text, signature: sign(`${message.format}\n${text}`) }
}

/** What somebody with this key has signed; null: they have not. */
function readSigned<Message>(
  value: unknown,
  format: Ask['format'] | Answer['format'],
  schema: z.ZodType<Message>,
  keyOf: (message: Message) => string | null
): { readonly message: Message; readonly digest: string } | null {
  const signed = signedSchema.safeParse(value)
  if (!signed.success) return null
  const { text, signature } = signed.data
  const message = schema.safeParse(readCanonical(text))
  const key = message.success ? keyOf(message.data) : null
  if (!message.success || key === null || !isSignedBy(key, `${format}\n${text}`, signature)) return null
  return { message: message.data, digest: sha256(text) }
}

export function readAsk(value: unknown, keyOf: (ask: Ask) => string | null): ReadAsk | null {
  const read = readSigned(value, 'netzwart-ask-1', askSchema, keyOf)
  return read === null ? null : { ask: read.message, digest: read.digest }
}

/** An ask whose signature is right, and the SHA-256 of its text. */
export interface ReadAsk {
  readonly ask: Ask
  readonly digest: string
}

export function readAnswer(value: unknown, key: string): Answer | null {
  return readSigned(value, 'netzwart-answer-1', answerSchema, () => key)?.message ?? null
}

/** Eight digits, by which two see on two screens that both have the same ask before them. */
export function checkNumberOf(digest: string): string {
  const digits = String(Number.parseInt(digest.slice(0, 12), 16) % 100_000_000).padStart(8, '0')
  return `${digits.slice(0, 4)} ${digits.slice(4)}`
}

/** For the holder of the key alone, base64url. */
export function sealMessage(publicKey: string, message: unknown): string {
  const sealed = sealFor(publicKey, Buffer.from(JSON.stringify(message), 'utf8'))
  // Keys come with a signed message: whoever signs a worthless one harms themselves.
  return sealed ?? ''
}

/** undefined: it is not for these keys, or no message. */
export function unsealMessage(keys: PassingKeys, content: string): unknown {
  const bytes = keys.unseal(content)
  return bytes === null ? undefined : readJson(Buffer.from(bytes).toString('utf8'))
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What both say by an act, in this order, each right behind the other. Both PCs make it of the ask alone. */
export function draftsOf(
  asked: Ask | ({ order: string; evidence: string; thread: string } & AskWords)
): Draft[] {
  const { order, evidence, thread: session } = asked
  const subject = subjectOf(order)
  switch (asked.act) {
    case 'open':
      return [draft('evaluation.opened', subject, { order, evidence, session }, null)]
    case 'reveal': {
      const { pseudonym, identity, reason } = asked
      return [draft('evaluation.revealed', subject, { order, session, pseudonym }, { identity, reason })]
    }
    case 'close': {
      const { judgment, findings, notFound, summary, foundCount, notedCount, recording } = asked
      return [
        draft('evaluation.recorded', subject, { order, session, foundCount, notedCount }, recording),
        draft('evaluation.closed', subject, { order, judgment }, { findings, notFound, summary })
      ]
    }
  }
}
