import { z } from 'zod'
import { acts, rejections, sureties, type LogEvent, type Rejection } from '../logs/events'

/** An event that an order covers. */
export interface EvidenceEvent extends LogEvent {
  /** Id of the source. */
  readonly source: string
  /** Index in `EvidenceSource.files`. */
  readonly file: number
}

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
  'readUntil',
  // All files of a log
  'beginsLater',
  'endsEarlier',
  'namesAlike'
] as const

export const gapSchema = z.strictObject({
  code: z.enum(gapCodes),
  /** Name of the file; empty: the whole source. */
  file: z.string(),
  /** What is missing, in names of files; empty: it has none. */
  names: z.array(z.string()),
  /** How many lines or events; 0: not counted. */
  count: z.number().int().min(0),
  /** From when on, or until when, something is known (as `LogEvent.time`); null: it has no time. */
  time: z.number().nullable()
})
export type Gap = z.infer<typeof gapSchema>

/** A gap, with what it has. */
export function gapOf(code: Gap['code'], file: string, more: Partial<Gap> = {}): Gap {
  return { code, file, names: [], count: 0, time: null, ...more }
}

const count = z.number().int().min(0)

export const evidenceFileSchema = z.strictObject({
  name: z.string(),
  /** Place of the first byte that was read in the unpacked file. */
  from: count,
  /** How many bytes were read from there, and their SHA-256. */
  bytes: count,
  sha256: z.string(),
  /** `parsed` and `rejected` together. */
  lines: count,
  parsed: count,
  rejected: z.partialRecord(z.enum(rejections), count)
})
export type EvidenceFile = z.infer<typeof evidenceFileSchema> & {
  readonly rejected: Readonly<Partial<Record<Rejection, number>>>
}

export const evidenceSourceSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  /** null: none of its files was recognised. */
  format: z.string().nullable(),
  files: z.array(evidenceFileSchema),
  /** Events that are in the evidence. */
  events: count,
  /** Events in the files read that the order does not cover. They were counted and thrown away. */
  outside: count,
  gaps: z.array(gapSchema)
})
export type EvidenceSource = z.infer<typeof evidenceSourceSchema>

export const evidenceEventSchema = z.strictObject({
  act: z.enum(acts),
  time: z.number(),
  timing: z.strictObject({
    zone: z.enum(['written', 'unknown']),
    year: z.enum(['written', 'fileChange']),
    edge: z.enum(['start', 'end', 'moment', 'received'])
  }),
  person: z.string().nullable(),
  surety: z.enum(sureties),
  address: z.string().nullable(),
  device: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  offset: z.number(),
  source: z.uuid(),
  file: count
})

/** Evidence that two persons have opened, in memory alone. */
export interface OpenedEvidence {
  readonly evidence: string
  readonly order: string
  /** ISO, UTC. */
  readonly sealedAt: string
  /** By time. */
  readonly events: readonly EvidenceEvent[]
  readonly sources: readonly EvidenceSource[]
}
