import { z } from 'zod'
import { daySchema, personKindSchema } from './accounts'
import { passphraseSchema, personIdSchema, personNamesSchema } from './people'
import { foundMatterSchema } from './foundMatter'

/** What a flag (Hinweis) concerns. */
export const flagAreas = ['wlan', 'web', 'mail', 'files', 'account', 'software', 'device'] as const
export const flagAreaSchema = z.enum(flagAreas)
export type FlagArea = z.infer<typeof flagAreaSchema>

/** How sure the reporter is: has seen it, was told of it, supposes it. */
export const flagCertainties = ['seen', 'heard', 'supposed'] as const
export const flagCertaintySchema = z.enum(flagCertainties)
export type FlagCertainty = z.infer<typeof flagCertaintySchema>

/**
 * `open`: reported, waits for the leadership. `asked`: waits for one more word of the reporter. `replied`: has it, waits for
 * the leadership. `handedOver`: waits for who proposes cases. `closed`, `pursued` (a case was opened from it) and `expired` (a
 * standing order has found it and nobody has acted on it) are ends.
 */
export const flagStates = ['open', 'asked', 'replied', 'handedOver', 'closed', 'pursued', 'expired'] as const
export const flagStateSchema = z.enum(flagStates)
export type FlagState = z.infer<typeof flagStateSchema>

/** What the list can be narrowed to: the leadership has not answered yet, or it has. */
export const flagStandings = ['open', 'answered'] as const
export const flagStandingSchema = z.enum(flagStandings)
export type FlagStanding = z.infer<typeof flagStandingSchema>

/** What the leadership answers: nothing further is done, or those who propose cases get it. */
export const flagOutcomes = ['closed', 'handedOver'] as const
export const flagOutcomeSchema = z.enum(flagOutcomes)
export type FlagOutcome = z.infer<typeof flagOutcomeSchema>

/** A time of the school's clock, `HH:MM`. */
export const timeOfDaySchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

/** In characters. */
export const shortestFlag = 10
export const longestFlag = 5_000
/** Of an answer, a question, a reply. */
export const shortestWords = 3
export const longestWords = 2_000
const words = z.string().trim().min(shortestWords).max(longestWords)

const flagRef = { flag: z.uuid(), version: z.number().int() }

export const newFlagSchema = z.object({
  /** Whom it is about; null: not known. */
  account: personIdSchema.nullable(),
  /** What was seen, in the reporter's own words. */
  seen: z.string().trim().min(shortestFlag).max(longestFlag),
  happenedOn: daySchema,
  from: timeOfDaySchema.nullable(),
  until: timeOfDaySchema.nullable(),
  areas: z.array(flagAreaSchema).min(1).max(flagAreas.length),
  /** The rule that it may touch, as with a case; null: not known. */
  rule: z.string().trim().min(1).max(200).nullable(),
  certainty: flagCertaintySchema,
  /** Contents of e-mail, forum or messenger are concerned (P24). */
  contents: z.boolean()
})

export const flagReplySchema = z.object({ ...flagRef, words })
export const flagQuestionSchema = z.object({ ...flagRef, words, passphrase: passphraseSchema })
export const flagAnswerSchema = z.object({
  ...flagRef,
  outcome: flagOutcomeSchema,
  /** For the file and, where it is handed over, for who proposes. */
  reason: words,
  /** A sentence to the reporter; empty where nobody has reported it. */
  message: z.union([z.literal(''), words]),
  passphrase: passphraseSchema
})

const textSchema = z.object({ de: z.string(), en: z.string() })
const signedWords = z.object({ at: z.iso.datetime(), name: z.string(), words: z.string() })

export const flagSummarySchema = z.object({
  id: z.uuid(),
  /** `2026-014`: year and place in it. */
  number: z.string(),
  /** Sequence number of its newest statement. What is answered names it; a stale one is refused. */
  version: z.number().int(),
  /** To the reporter the end of what was handed over is none of their business: it stays `handedOver`. */
  state: flagStateSchema,
  reportedAt: z.iso.datetime(),
  /** Since when it is in this state (ISO, UTC). */
  since: z.iso.datetime(),
  /** null: a standing order has found it. */
  reporter: z.object({ person: personIdSchema, name: z.string() }).nullable(),
  /** What a standing order has found; null: somebody has reported it. */
  found: z
    .object({
      standingOrder: z.object({ id: z.uuid(), number: z.string() }),
      /** null: erased. */
      matter: foundMatterSchema.nullable(),
      /** Title of its rule; null: not known. */
      title: textSchema.nullable()
    })
    .nullable(),
  /** null: somebody's words were erased, or nobody has reported it. */
  content: z
    .object({
      /** null: not known. */
      person: z
        .object({ account: personIdSchema, names: personNamesSchema, schoolClass: z.string() })
        .nullable(),
      happenedOn: daySchema,
      areas: z.array(flagAreaSchema)
    })
    .nullable()
})
export type FlagSummary = z.infer<typeof flagSummarySchema>

export const flagSchema = flagSummarySchema.extend({
  /** null: erased. */
  details: z
    .object({
      seen: z.string(),
      from: timeOfDaySchema.nullable(),
      until: timeOfDaySchema.nullable(),
      rule: z.string().nullable(),
      certainty: flagCertaintySchema,
      contents: z.boolean()
    })
    .nullable(),
  /** What its rule says of itself, for what a standing order has found; null: not known. */
  explanation: z
    .object({
      description: textSchema,
      policy: z.array(z.string()),
      /** Innocent explanations. */
      innocent: z.array(textSchema)
    })
    .nullable(),
  /** When it expires unless somebody acts (ISO, UTC); null: it does not. */
  expiresAt: z.iso.datetime().nullable(),
  question: signedWords.nullable(),
  reply: signedWords.nullable(),
  /** Answers of the leadership, the newest last: what was handed over can still be closed. */
  answers: z.array(
    z.object({
      at: z.iso.datetime(),
      name: z.string(),
      outcome: flagOutcomeSchema,
      /** To the reporter; empty: not for this reader, or erased. */
      message: z.string(),
      /** Empty: not for this reader, or erased. */
      reason: z.string()
    })
  ),
  /** The case that was opened from it, for who works on cases; null: none. */
  case: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  /** What the signed-in person may do now. */
  may: z.object({
    reply: z.boolean(),
    ask: z.boolean(),
    close: z.boolean(),
    handOver: z.boolean(),
    propose: z.boolean(),
    /** Order an evaluation of logs. */
    order: z.boolean()
  }),
  /** The signed-in leadership may not answer since they have reported it themselves (P21). */
  answerRefusedBecauseOwn: z.boolean()
})
export type Flag = z.infer<typeof flagSchema>

export const flagQuerySchema = z.object({
  text: z.string().max(200).default(''),
  standing: flagStandingSchema.nullable().default(null),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100)
})
export const flagPageSchema = z.object({
  /** All that the asker may read. */
  all: z.number().int(),
  total: z.number().int(),
  rows: z.array(flagSummarySchema),
  standings: z.array(z.object({ name: flagStandingSchema, count: z.number().int() }))
})

/** A person as everybody at a school knows them: name, class, kind, and nothing of the account. */
export const foundPersonSchema = z.object({
  id: personIdSchema,
  givenName: z.string(),
  familyName: z.string(),
  classes: z.array(z.string()),
  kind: personKindSchema
})
export type FoundPerson = z.infer<typeof foundPersonSchema>
