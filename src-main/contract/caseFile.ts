import { z } from 'zod'
import { failureSchema } from './result'
import { oneLine } from './texts'

/** Where the shared case file lies. The password travels beside it. */
export const postgresLocationSchema = z.object({
  host: oneLine(253).trim().min(1),
  port: z.number().int().min(1).max(65_535),
  database: oneLine(63).trim().min(1),
  /** The app's role, with the least rights that it needs. */
  role: oneLine(63).trim().min(1),
  /** PEM of the CA that signed the server's certificate. The host name is checked against it (verify-full). */
  caCertificate: z.string().max(200_000)
})
export type PostgresLocation = z.infer<typeof postgresLocationSchema>

export const caseFileStateSchema = z.object({
  kind: z.enum(['sqlite', 'postgres']),
  /** `host/database`; empty: on this PC. */
  place: z.string(),
  state: z.enum(['ready', 'passwordNeeded', 'unreachable']),
  /** Why it is not ready. */
  failure: failureSchema.nullable()
})
export type CaseFileState = z.infer<typeof caseFileStateSchema>

/** What the wizard finds on the server. */
export const postgresCheckSchema = z.object({
  version: z.string(),
  /** `empty`: to be prepared by its owner. `ready`: holds a case file of this version. `older`: to be brought up to date. */
  schema: z.enum(['empty', 'ready', 'older']),
  /** Those that count; what an interrupted move from this PC has left there does not. */
  statements: z.number().int()
})
export type PostgresCheck = z.infer<typeof postgresCheckSchema>
