import { z } from 'zod'
import type { Text } from './language'
import { personIdSchema, personNamesSchema } from './people'
import { digestSchema } from './statement'

/** What is held on a person, by what it belongs to; in the order in which a report tells it. */
export const holdingAreas = [
  'account',
  'history',
  'role',
  'flag',
  'evaluation',
  'case',
  'session',
  'statement'
] as const
export const holdingAreaSchema = z.enum(holdingAreas)
export type HoldingArea = z.infer<typeof holdingAreaSchema>

const textSchema = z.object({ de: z.string(), en: z.string() }) satisfies z.ZodType<Text>

/**
 * What is known, label by label. `data`: kept as it is, such as a login. `words`: said by the app, in both languages. `written`: typed by
 * somebody, so that it may name others.
 */
export const holdingFactSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('data'), label: textSchema, value: z.string() }),
  z.object({ kind: z.literal('words'), label: textSchema, value: textSchema }),
  z.object({ kind: z.literal('written'), label: textSchema, value: z.string() })
])
export type HoldingFact = z.infer<typeof holdingFactSchema>

/** One thing that the app holds on a person. */
export const holdingSchema = z.object({
  /** The same as long as it is held. */
  id: z.string(),
  area: holdingAreaSchema,
  /** When it came about (ISO, UTC); null: it is so now. */
  at: z.iso.datetime().nullable(),
  title: textSchema,
  facts: z.array(holdingFactSchema),
  /** Something is still being looked into, which telling it might defeat (GDPR Art. 23). */
  underWay: z.boolean()
})
export type Holding = z.infer<typeof holdingSchema>

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Letters and digits, with signs between them that nobody sees (soft hyphens), joined by points, hyphens, apostrophes and an at sign: how names, logins and addresses are written. */
const wordPattern = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\p{Cf}]|[.@_'’-](?=[\p{L}\p{N}]))*/gu

/** The words of a text: what is blackened is whole words. */
export function wordsIn(text: string): readonly Stretch[] {
  return [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length
  }))
}

/** Characters of a written fact, from `from` up to before `to`, in UTF-16 units. */
export const blackeningSchema = z.object({
  holding: z.string().max(200),
  /** Place among the facts of the holding. */
  fact: z.number().int().min(0).max(1000),
  from: z.number().int().min(0),
  to: z.number().int().min(1)
})
export type Blackening = z.infer<typeof blackeningSchema>

/** Characters at most of the reason for what is left out. */
export const longestOmissionReason = 2_000
const mostHoldings = 20_000

/** Everything that is held on a person, for the leadership to look through before it is given. */
export const disclosureDraftSchema = z.object({
  person: personIdSchema,
  names: personNamesSchema,
  /** Empty: none, or no account any more. */
  schoolClass: z.string(),
  /** SHA-256 over the holdings: what is saved must be what was looked at. */
  digest: digestSchema,
  holdings: z.array(holdingSchema),
  /** Where names of others were found. */
  suggested: z.array(blackeningSchema),
  /** When the person was told before, newest first (ISO, UTC). */
  given: z.array(z.object({ at: z.iso.datetime(), sequence: z.number().int() }))
})
export type DisclosureDraft = z.infer<typeof disclosureDraftSchema>

export const disclosureFormats = ['pdf', 'json'] as const

export const savedDisclosureSchema = z.object({
  person: personIdSchema,
  digest: digestSchema,
  format: z.enum(disclosureFormats),
  /** Ids of the holdings that are left out. */
  omitted: z.array(z.string().max(200)).max(mostHoldings),
  /** Why, for the record; it is not told. Empty only where nothing is left out. */
  reason: z.string().trim().max(longestOmissionReason),
  blackened: z.array(blackeningSchema).max(mostHoldings)
})
export type SavedDisclosure = z.infer<typeof savedDisclosureSchema>
