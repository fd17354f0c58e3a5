import { z } from 'zod'
import { fingerprintSchema } from './people'
import { instant } from './statement'

/** What is not known, and why: without it nobody could tell "nothing happened" from "nothing was read". */
export const gapCodes = [
  // The source
  'contentsNotOrdered',
  'nothingThere',
  // A file
  'notReadable',
  'packedUnknown',
  'formatUnknown',
  'partMissing',
  'cutOff',
  'damaged',
  'shrunk',
  'unreadable',
  'lastLineOpen',
  'linesRejected',
  'outOfOrder',
  'joinedFrom',
  // A server
  'notAnswered',
  'notUnderstood',
  'brokenOff',
  // All files of a log
  'beginsLater',
  'endsEarlier',
  'namesAlike'
] as const

const count = z.number().int().min(0)

export const gapSchema = z.strictObject({
  code: z.enum(gapCodes),
  /** Name of the file or the server; empty: the whole source. */
  file: z.string(),
  /** What is missing, in names of files; empty: it has none. */
  names: z.array(z.string()),
  /** How many lines or events; 0: not counted. */
  count,
  /**
   * From when on, or until when, something is known: milliseconds since 1970, in UTC or in the log's own local time; null: it has
   * no time.
   */
  time: z.number().nullable()
})
export type Gap = z.infer<typeof gapSchema>

export const evidenceFileSchema = z.strictObject({
  name: z.string(),
  /** Place of the first byte that was read in the unpacked file. */
  from: count,
  /** How many bytes were read from there, and their SHA-256. */
  bytes: count,
  sha256: fingerprintSchema,
  /** `parsed` and `rejected` together. */
  lines: count,
  parsed: count,
  /** By reason. */
  rejected: z.record(z.string(), count)
})
export type EvidenceFile = z.infer<typeof evidenceFileSchema>

/** Two persons who can open it together, by the fingerprints of their keys in ascending order. */
export const recipientPairSchema = z.tuple([fingerprintSchema, fingerprintSchema])

/** How much was read of a source and what became of it, in numbers alone. */
export const sourceCountsSchema = z.strictObject({
  id: z.uuid(),
  files: count,
  lines: count,
  parsed: count,
  rejected: count,
  /** Events that were sealed. */
  events: count,
  /** SHA-256 over the hashes of what was read of each file, each with a line feed. */
  sha256: fingerprintSchema
})

/** What was read of a source, by name; codes of gaps as they were when it was sealed. */
export const readSourceSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  files: z.array(evidenceFileSchema),
  gaps: z.array(gapSchema.extend({ code: z.string().min(1).max(40) }))
})

/** Why evidence was destroyed. */
export const destructionReasons = ['keptLongEnough', 'withdrawn'] as const
export const destructionReasonSchema = z.enum(destructionReasons)

/** What lies sealed for an order, as its evaluators see it. */
export const evidenceStateSchema = z.object({
  order: z.uuid(),
  /** It is being gathered on this PC: bytes read so far; null: it is not. */
  gathering: z.object({ bytes: z.number().int() }).nullable(),
  /** Newest first. */
  evidence: z.array(
    z.object({
      id: z.uuid(),
      sealedAt: instant,
      /** When it is destroyed, unless a case holds it (ISO, UTC); null: it is destroyed already. */
      destroyedFrom: z.iso.datetime().nullable(),
      destroyed: z.object({ at: instant, reason: destructionReasonSchema }).nullable(),
      events: z.number().int(),
      sources: z.array(readSourceSchema)
    })
  ),
  /** What the signed-in person may do now. */
  may: z.object({ gather: z.boolean() })
})
export type EvidenceState = z.infer<typeof evidenceStateSchema>

/** Gathering goes on: bytes read so far. */
export const evidenceProgressSchema = z.object({ order: z.uuid(), bytes: z.number().int() })
