import type { LogEvent, Rejection, Timing } from '../events'
import { singleLines, suretyWithoutName, type LogFormat, type Sink } from './format'
import { addressOf, numberIn, percentDecoded, textOf } from './text'
import { exactEnd } from './times'

/**
 * Squid's own format: `time elapsed client result/status bytes method URL user hierarchy/peer type`. The time is the end of the
 * request, to the client's last byte. The user's column is not quoted: a name with a space has more columns.
 */
export const squid: LogFormat = {
  name: 'squid',
  namesRealm: true,
  timeOf(bytes) {
    const time = timeIn(bytes, bytes.indexOf(' '))
    return time < 0 ? null : { time, timing: exactEnd }
  },
  open: (sink) => singleLines((bytes, offset) => readLine(bytes, offset, sink), sink)
}

/** A column that only the peer's can look like: `HIER_DIRECT/10.0.0.1`, `TIMEOUT_FIRSTUP_PARENT/proxy`. */
const hierarchy = /^[A-Z_]+\/\S+$/

function readLine(bytes: string, offset: number, sink: Sink): Rejection | null {
  const timeEnd = bytes.indexOf(' ')
  const time = timeIn(bytes, timeEnd)
  if (time < 0) return 'timeUnreadable'
  // The elapsed time is padded on its left.
  let start = timeEnd + 1
  while (bytes.charCodeAt(start) === 32) start++
  const elapsedEnd = bytes.indexOf(' ', start)
  const clientEnd = bytes.indexOf(' ', elapsedEnd + 1)
  const resultEnd = bytes.indexOf(' ', clientEnd + 1)
  const sizeEnd = bytes.indexOf(' ', resultEnd + 1)
  const methodEnd = bytes.indexOf(' ', sizeEnd + 1)
  const urlEnd = bytes.indexOf(' ', methodEnd + 1)
  // From the other end: type, peer, and all the rest is the user.
  const typeStart = lastSpace(bytes, bytes.length - 1)
  const peerStart = lastSpace(bytes, typeStart - 1)
  if (elapsedEnd < 0 || urlEnd < 0 || methodEnd <= sizeEnd || sizeEnd <= resultEnd) return 'columns'
  if (resultEnd <= clientEnd || clientEnd <= elapsedEnd || peerStart <= urlEnd) return 'columns'
  const slash = bytes.indexOf('/', clientEnd + 1)
  const elapsed = numberIn(bytes, start, elapsedEnd)
  const status = numberIn(bytes, slash + 1, resultEnd)
  const size = numberIn(bytes, resultEnd + 1, sizeEnd)
  if (elapsed < 0 || slash > resultEnd || status < 0 || size < 0) return 'malformed'
  const peerSlash = bytes.indexOf('/', peerStart + 1)
  if (peerSlash < 0 || peerSlash > typeStart || !isCapital(bytes.charCodeAt(peerStart + 1)))
    return 'malformed'
  const user = bytes.slice(urlEnd + 1, peerStart)
  // A content type or a name with such a column in it would move the border between name and peer.
  if (user.includes(' ') && user.split(' ').some((part) => hierarchy.test(part))) return 'ambiguous'
  const method = bytes.slice(sizeEnd + 1, methodEnd)
  // A connection that was closed before it asked for anything.
  if (method === '-') return null
  sink.event(
    requestEvent({
      // Without a spread, which would be most of the time of a line.
      time,
      timing: exactEnd,
      elapsed,
      status,
      size,
      method,
      offset,
      person: nameOf(user),
      isProved: provesName(user, status),
      client: bytes.slice(elapsedEnd + 1, clientEnd),
      result: bytes.slice(clientEnd + 1, slash),
      url: bytes.slice(methodEnd + 1, urlEnd)
    })
  )
  return null
}

/** `1795826081.850` at the beginning of a line, in milliseconds; -1: none. */
function timeIn(bytes: string, end: number): number {
  const seconds = numberIn(bytes, 0, end - 4)
  const thousandths = numberIn(bytes, end - 3, end)
  if (seconds < 0 || thousandths < 0 || bytes.charCodeAt(end - 4) !== 46) return -1
  return seconds * 1000 + thousandths
}

/** A loop is several times as fast as `lastIndexOf`, and each line asks twice. */
function lastSpace(bytes: string, from: number): number {
  let place = from
  while (place >= 0 && bytes.charCodeAt(place) !== 32) place--
  return place
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90
}

export interface WebRequest {
  readonly time: number
  readonly timing: Timing
  /** Milliseconds, -1: not known. */
  readonly elapsed: number
  readonly client: string
  readonly result: string
  /** -1: not known. */
  readonly status: number
  readonly size: number
  readonly method: string
  readonly url: string
  readonly person: string | null
  /** Squid has let them in by a sign-in. */
  readonly isProved: boolean
  readonly offset: number
}

/** What one request is, in whatever order the columns stood. */
export function requestEvent(request: WebRequest): LogEvent {
  const { person, isProved, client, result } = request
  const address = addressOf(client)
  return {
    act: result.startsWith('TCP_DENIED') ? 'webRefused' : 'webRequest',
    time: request.time,
    timing: request.timing,
    person,
    surety: person === null ? suretyWithoutName(address, null) : isProved ? 'proved' : 'claimed',
    address,
    device: null,
    details: {
      method: request.method,
      url: request.url,
      result,
      status: request.status,
      bytes: request.size,
      milliseconds: request.elapsed
    },
    offset: request.offset
  }
}

/**
 * With 407 the proxy asks for a sign-in: the name is one whose password was wrong or not yet looked at. A space in the column may
 * come from an address with a space (`uri_whitespace allow`), so that such a name proves nothing.
 */
export function provesName(user: string, status: number): boolean {
  return status !== 407 && !user.includes(' ')
}

/** The name in a column that Squid's own formats write: `dom\\anna`, `j%c3%bcrgen`; null: `-`. */
export function nameOf(user: string): string | null {
  if (user === '-' || user === '') return null
  if (!user.includes('%') && !user.includes('\\')) return textOf(user)
  return textOf(percentDecoded(user.replaceAll('\\\\', '\\')))
}
