import { z } from 'zod'
import { lineRejections } from './lineRejections'
import { failureSchema } from './result'

const count = z.number().int().min(0)

/** What was found in one file, or at one server: numbers alone, nothing of what stands in it. */
export const checkedLogSchema = z.object({
  /** Name of the file, or of the server with its port. */
  name: z.string(),
  /** null: not recognised, empty, or not read. */
  format: z.string().nullable(),
  /** Of the unpacked file, as far as it was looked at. */
  bytes: count,
  /** Whether there is no more of it than was looked at. */
  isWhole: z.boolean(),
  /** `parsed` and `rejected` together. */
  lines: count,
  parsed: count,
  /** By reason, most lines first. */
  rejected: z.array(z.object({ reason: z.enum(lineRejections), lines: count })),
  /** In milliseconds since 1970; `zone` unknown: the log's own local time. null: nothing with a time was there. */
  span: z.object({ first: z.number(), last: z.number(), zone: z.enum(['written', 'unknown']) }).nullable(),
  /** What could not be read, and why. */
  problems: z.array(failureSchema)
})

/** How much of a source can be read. Nothing of it is evaluated or shown (P19). */
export const checkedSourceSchema = z.object({
  /** Empty: nothing is there, or nobody may look. */
  logs: z.array(checkedLogSchema),
  /** How many more files there are that were not looked at. */
  left: count
})
export type CheckedSource = z.infer<typeof checkedSourceSchema>

/** A source is looked at: bytes read so far. */
export const sourceCheckProgressSchema = z.object({ source: z.uuid(), bytes: count })
