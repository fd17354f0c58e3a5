import { X509Certificate } from 'node:crypto'
import { request as requestPlain, type IncomingMessage } from 'node:http'
import { request as requestSecure } from 'node:https'
import { fail, succeed, type Failure, type Result } from '../../../contract/result'
import { createBreath } from '../../../core/cooperation'
import type { LogQuery } from '../port'
import { EntryCutter, NoJournal, type Entry } from './entries'

/** Which entries are asked for, as the gateway counts them. */
export interface EntryRange {
  /** Where to begin, this entry included; null: at the first, or, where `skip` is below zero, behind the last. */
  readonly cursor: string | null
  /** So many further on; below zero: back. */
  readonly skip: number
  /** null: all that follow. */
  readonly count: number | null
}

export interface Gateway {
  /** With its port, as sentences name it. */
  readonly host: string
  /** Asks once. `lost`: the server was reached, and went away before it had sent all. Whoever throws in `give` ends it. */
  ask(
    range: EntryRange,
    give: (entry: Entry) => void,
    signal?: AbortSignal
  ): Promise<Result<'whole' | 'lost'>>
}

/** Milliseconds until a connection is there, and for which a server may be silent. */
const connectTimeout = 10_000
const silenceTimeout = 60_000
/** Nothing else in the process waits longer, in milliseconds. */
const longestStretch = 15
const journalForm = 'application/vnd.fdo.journal'

/** Asks a gateway over HTTPS, or over HTTP on this PC. */
export function gatewayAt({ address, caCertificate, fields }: LogQuery): Gateway {
  const url = new URL('/entries', address)
  for (const [name, values] of Object.entries(fields))
    for (const value of values) url.searchParams.append(name, value)
  return {
    host: url.host,
    async ask(range, give, signal) {
      if (signal?.aborted === true) return fail('application.cancelled')
      if (caCertificate !== null && !isCertificate(caCertificate))
        return fail('logServer.certificateUnreadable')
      const answered = await answerOf(url, caCertificate, rangeHeader(range), signal)
      if (!answered.ok) return answered
      return takeEntries(answered.value, url, give, signal)
    }
  }
}

function rangeHeader({ cursor, skip, count }: EntryRange): string {
  // A count of none means all; the gateway refuses to be told so.
  if (count === null) return `entries=${cursor ?? ''}`
  return `entries=${cursor ?? ''}:${skip}:${count}`
}

function answerOf(
  url: URL,
  caCertificate: string | null,
  range: string,
  signal: AbortSignal | undefined
): Promise<Result<IncomingMessage>> {
  return new Promise((resolve) => {
    const asked = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, {
      headers: { accept: journalForm, range },
      agent: false,
      minVersion: 'TLSv1.2',
      ...(caCertificate === null ? {} : { ca: [caCertificate] }),
      ...(signal === undefined ? {} : { signal })
    })
    const connecting = setTimeout(() => asked.destroy(new Error('ETIMEDOUT')), connectTimeout)
    asked.once('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => clearTimeout(connecting))
    })
    asked.setTimeout(silenceTimeout, () => asked.destroy(new Error('ETIMEDOUT')))
    asked.once('error', (error) => {
      clearTimeout(connecting)
      resolve(
        signal?.aborted === true
          ? fail('application.cancelled')
          : { ok: false, failure: failureOf(error, url) }
      )
    })
    asked.once('response', (response) => {
      // What is lost from here on is seen by whoever reads it.
      asked.on('error', () => undefined)
      resolve(succeed(response))
    })
    asked.end()
  })
}

async function takeEntries(
  response: IncomingMessage,
  url: URL,
  give: (entry: Entry) => void,
  signal: AbortSignal | undefined
): Promise<Result<'whole' | 'lost'>> {
  const { statusCode = 0, headers } = response
  const reason = statusCode === 200 ? (headers['content-type'] ?? '') : `HTTP ${statusCode}`
  if (!reason.startsWith(journalForm)) {
    response.destroy()
    return fail('logServer.refused', { host: url.host, reason: reason.slice(0, 100) })
  }
  const breath = createBreath(longestStretch)
  let isTakers = false
  const cutter = new EntryCutter((entry) => {
    isTakers = true
    give(entry)
    isTakers = false
  })
  try {
    for await (const piece of response as AsyncIterable<Uint8Array>) {
      cutter.take(piece)
      await breath()
    }
    if (signal?.aborted === true) return fail('application.cancelled')
    return succeed(cutter.isBetweenEntries ? 'whole' : 'lost')
  } catch (error) {
    // What whoever takes has thrown is theirs.
    if (isTakers as boolean) throw error
    if (error instanceof NoJournal) return fail('logServer.refused', { host: url.host, reason: journalForm })
    // The connection: reset, silent for too long, or ended by the signal.
    return signal?.aborted === true ? fail('application.cancelled') : succeed('lost')
  } finally {
    response.destroy()
  }
}

function isCertificate(pem: string): boolean {
  try {
    // Node takes text without any certificate in it for an empty list of CAs.
    return new X509Certificate(pem).raw.length > 0
  } catch {
    return false
  }
}

/** Verification errors of OpenSSL that mean: this chain does not end at the pinned CA. */
const untrusted: readonly string[] = [
  ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'CERT_SIGNATURE_FAILURE', 'CERT_UNTRUSTED'],
  ...['CERT_CHAIN_TOO_LONG', 'CERT_REJECTED', 'CERT_REVOKED', 'INVALID_CA', 'INVALID_PURPOSE'],
  'PATH_LENGTH_EXCEEDED'
]

function failureOf(error: Error & { readonly code?: string }, { host, hostname }: URL): Failure {
  const { code = error.message } = error
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH')
    return fail('logServer.certificateWrongHost', { host: hostname }).failure
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID')
    return fail('logServer.certificateExpired', { host }).failure
  if (untrusted.includes(code)) return fail('logServer.certificateNotTrusted', { host }).failure
  if (code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS'))
    return fail('logServer.encryptionFailed', { host }).failure
  return fail('logServer.unreachable', { host, reason: code.slice(0, 100) }).failure
}
