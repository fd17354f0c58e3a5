import { z } from 'zod'
import { oneLine } from './texts'

/** The kinds of servers that are asked for logs, instead of reading files. */
const logServerKinds = ['journalGateway'] as const

/** Values of one field of the journal, of which an entry must have one; empty: any. */
const fieldValues = z.array(oneLine(200).trim().min(1)).max(20)

/** What is asked of a server besides its address, which stands in the source's `path`. */
export const logServerSchema = z.object({
  kind: z.enum(logServerKinds),
  /** The only CA that is trusted, PEM; null: the public ones, or a loopback address. */
  caCertificate: z.string().max(20_000).nullable(),
  /** Computers that have written (`_HOSTNAME`). */
  hosts: fieldValues,
  /** Units of systemd (`_SYSTEMD_UNIT`: `slapd.service`), which no ordinary program can choose. */
  units: fieldValues,
  /** Names that programs give themselves (`SYSLOG_IDENTIFIER`). */
  identifiers: fieldValues
})
export type LogServer = z.infer<typeof logServerSchema>

/** The pinned CA of a source as a person compares it. */
export const pinnedAuthoritySchema = z.object({
  subject: z.string(),
  /** SHA-256 over the DER form, upper-case hex pairs with colons. */
  fingerprint: z.string()
})
