import { postgresLocationSchema, type PostgresLocation } from '../../src-main/contract/caseFile'
import type { Certificate } from '../../src-main/contract/directory'

/** Where a shared case file lies or is to lie, while somebody types it in. */
export interface PostgresDraft {
  host: string
  /** As typed. */
  port: string
  database: string
  role: string
  password: string
  /** The CA that signed the server's certificate; null: not chosen yet. */
  certificate: Certificate | null
  keepPassword: boolean
}

export function emptyPostgresDraft(): PostgresDraft {
  return {
    host: '',
    port: '5432',
    database: 'netzwart',
    role: 'netzwart',
    password: '',
    certificate: null,
    keepPassword: true
  }
}

/** A port that exists. */
export function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 65_535
}

/** A server's name or address alone: no scheme, no port, no path. */
export function isHost(text: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9.:-]*[A-Za-z0-9])?$/.test(text.trim())
}

/** What main is asked with; null: something is missing or impossible. */
export function locationOf(draft: PostgresDraft): PostgresLocation | null {
  const { host, port, database, role, certificate } = draft
  if (!isHost(host) || !isPort(port) || certificate === null) return null
  const parsed = postgresLocationSchema.safeParse({
    host,
    port: Number(port),
    database,
    role,
    caCertificate: certificate.pem
  })
  return parsed.success ? parsed.data : null
}

/** Whether everything is there to try it. */
export function isComplete(draft: PostgresDraft): boolean {
  return locationOf(draft) !== null && draft.password !== ''
}
