import { DatabaseError } from 'pg'
import type { PostgresLocation } from '../../../contract/caseFile'
import type { Failure } from '../../../contract/result'
import { StoreFailure } from '../port'

/** Host, where it is not the usual port, and database, for a sentence. */
export function placeOf({ host, port, database }: PostgresLocation): string {
  return `${port === usualPort ? host : `${host}:${port}`}/${database}`
}

const usualPort = 5432

/** SQLSTATE, https://www.postgresql.org/docs/15/errcodes-appendix.html */
const states: Readonly<Record<string, Failure['code']>> = {
  '28000': 'store.wrongCredentials',
  '28P01': 'store.wrongCredentials',
  '3D000': 'store.noDatabase',
  '42501': 'store.noRight',
  // A standby, or a database that was made read-only.
  '25006': 'store.noRight',
  '53100': 'store.full',
  '53300': 'store.unreachable',
  '55P03': 'store.unreachable',
  '57014': 'store.unreachable',
  '57P01': 'store.unreachable',
  '57P02': 'store.unreachable',
  '57P03': 'store.unreachable',
  '25P03': 'store.unreachable'
}

const notTrusted = new Set([
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'INVALID_CA',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
])
const expired = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'])
const networkCodes = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT'
])
/** pg and its pool give these no code. */
const networkWords =
  /^(Connection terminated|timeout expired|timeout exceeded|Query read timeout|Client (was closed|has encountered a connection error))/
const encryptionWords = /does not support SSL|establishing an SSL connection/
const signInWords = /^SASL: |SCRAM-SERVER/

/** What a person can do something about; null: everything else. */
export function failureOf(error: unknown, location: PostgresLocation): Failure | null {
  const code = codeOf(error, location)
  if (code === null) return null
  const server = placeOf(location)
  if (code === 'store.full') return { code, parameters: { place: server } }
  if (code === 'store.certificateWrongHost') return { code, parameters: { server: location.host } }
  return { code, parameters: { server, role: location.role, reason: reasonOf(error) } }
}

/** The error as it is thrown to the callers of the store. */
export function thrown(error: unknown, location: PostgresLocation): unknown {
  const failure = failureOf(error, location)
  return failure === null ? error : new StoreFailure(failure, { cause: error })
}

/** Whether the connection is of no use after this error: anything but a refusal of the one statement. */
export function breaksConnection(error: unknown): boolean {
  return !(error instanceof DatabaseError && error.severity === 'ERROR')
}

/** Class 22 (data) and 23 (constraint): what stands in a row does not fit. */
export function refusesRow(error: unknown): boolean {
  return error instanceof DatabaseError && /^2[23]/.test(error.code ?? '')
}

/**
 * A text that is no JSON, or holds escapes that make no text: invalid or untranslatable text representation. 54001: it is
 * nested deeper than the server reads.
 */
export function foundNoJson(error: unknown): boolean {
  return error instanceof DatabaseError && ['22P02', '22P05', '54001'].includes(error.code ?? '')
}

function codeOf(error: unknown, location: PostgresLocation): Failure['code'] | null {
  if (!(error instanceof Error)) return null
  if (error instanceof DatabaseError) {
    const state = error.code ?? ''
    return states[state] ?? (state.startsWith('08') ? 'store.unreachable' : null)
  }
  const code = 'code' in error ? String(error.code) : ''
  if (notTrusted.has(code)) return 'store.certificateNotTrusted'
  if (expired.has(code)) return 'store.certificateExpired'
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'store.certificateWrongHost'
  if (networkCodes.has(code) || networkWords.test(error.message)) return 'store.unreachable'
  if (/^(ERR_SSL|ERR_OSSL|EPROTO)/.test(code) || encryptionWords.test(error.message)) {
    return 'store.encryptionFailed'
  }
  if (signInWords.test(error.message)) return 'store.wrongCredentials'
  return error.cause === undefined ? null : codeOf(error.cause, location)
}

/** A code or pg's own words; never those of the server, which may repeat what was sent. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}
