import { z } from 'zod'
import { evidenceFileSchema, gapSchema, type Gap } from '../../../contract/evidence'
import { acts, sureties, type LogEvent } from '../logs/events'

/** An event that an order covers. */
export interface EvidenceEvent extends LogEvent {
  /** Id of the source. */
  readonly source: string
  /** Index in `EvidenceSource.files`. */
  readonly file: number
}

/** A gap, with what it has. */
export function gapOf(code: Gap['code'], file: string, more: Partial<Gap> = {}): Gap {
  return { code, file, names: [], count: 0, time: null, ...more }
}

const count = z.number().int().min(0)

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
