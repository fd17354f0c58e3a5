import { z } from 'zod'
import { pseudonymTextSchema, timeEdges, timeSureties } from './evaluations'
import { sureties } from './logEvents'

/** At most so many findings and so many noted events go into what is recorded; what is left out is counted. */
export const mostRecordedFindings = 200
export const mostRecordedEvents = 100
/** Characters of one text of an event. What is longer ends with an ellipsis. */
export const longestRecordedText = 500

const count = z.number().int().min(0)
/** Milliseconds since 1970, UTC. */
const milliseconds = z.number()
/** As it was when it was signed: later versions may know others. */
const openCode = z.string().min(1).max(40)

/** A masked text (`maskedTextSchema`) as it is signed: names and addresses stand as pseudonyms alone. */
export const recordedTextSchema = z.array(
  z.union([z.string(), z.strictObject({ pseudonym: pseudonymTextSchema })])
)
export type RecordedText = z.infer<typeof recordedTextSchema>

/** How many events are known how well. */
const suretyCountsSchema = z.strictObject({
  proved: count,
  claimed: count,
  address: count,
  device: count,
  unknown: count
})

export const recordedRuleSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** SHA-256 of the file that it stands in; null: this version has no such rule. */
  sha256: z.string().nullable(),
  findings: count,
  /** Why it found nothing; null: it found something. As `idleRuleSchema` has it. */
  because: z.enum(['noLog', 'notJoined', 'notKnown', 'nothingFound']).nullable()
})

export const recordedFindingSchema = z.strictObject({
  /** Title of its rule. */
  rule: z.string(),
  /** Of the first and the last event. */
  from: milliseconds,
  until: milliseconds,
  /** The most that was counted in one window. */
  value: z.number(),
  events: count,
  /** Of the events that are named; `events` may be more. */
  sureties: suretyCountsSchema,
  /** What its events have in common. */
  group: z.array(recordedTextSchema)
})

export const recordedEventSchema = z.strictObject({
  /** Its place in the evidence. */
  event: count,
  at: milliseconds,
  timeKnown: z.enum(timeSureties),
  edge: z.enum(timeEdges),
  act: openCode,
  surety: z.enum(sureties),
  person: pseudonymTextSchema.nullable(),
  address: pseudonymTextSchema.nullable(),
  device: pseudonymTextSchema.nullable(),
  details: z.array(z.strictObject({ name: z.string(), text: recordedTextSchema })),
  /** Id of the source, place of the file in it, and of the line in the file. */
  source: z.string(),
  file: count,
  offset: count,
  marked: z.boolean(),
  note: z.string()
})
export type RecordedEvent = z.infer<typeof recordedEventSchema>

/** What was read of a source, names masked. */
export const recordedSourceSchema = z.strictObject({
  id: z.string(),
  name: recordedTextSchema,
  /** null: not recognised. */
  format: z.string().nullable(),
  /** Events that the two could see. */
  events: count,
  /** Events that the order does not cover: counted and thrown away when they were read. */
  outside: count,
  files: z.array(
    z.strictObject({
      name: recordedTextSchema,
      from: count,
      bytes: count,
      sha256: z.string(),
      lines: count,
      parsed: count,
      rejected: count
    })
  ),
  gaps: z.array(
    z.strictObject({
      code: openCode,
      file: recordedTextSchema,
      names: z.array(recordedTextSchema),
      count,
      time: z.number().nullable()
    })
  )
})
export type RecordedSource = z.infer<typeof recordedSourceSchema>

/**
 * What the two had before them when they concluded, and what they chose of it: an event that they have marked or written a note
 * about. It is signed together with the conclusion, since evidence is destroyed and the protocol stays (P22). Nobody is named.
 */
export const evaluationRecordSchema = z.object({
  /** Events that the order covers. */
  events: count,
  applied: z.array(recordedRuleSchema),
  found: z.array(recordedFindingSchema),
  noted: z.array(recordedEventSchema),
  read: z.array(recordedSourceSchema)
})
export type EvaluationRecordContent = z.infer<typeof evaluationRecordSchema>
