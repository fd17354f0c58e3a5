import type { Rejection } from '../events'
import { singleLines, suretyWithoutName, type LogFormat, type Sink } from './format'
import { addressOf, numberIn, textOf } from './text'
import { exact } from './times'

const columnCount = 20

/**
 * e2guardian with `logfileformat = 6`: 20 columns between tabs. The filter checks no password itself, so its names are claims, also those of
 * requests that it let through. Not every 403 is a block: the reason says it.
 */
export const e2guardian: LogFormat = {
  name: 'e2guardian',
  namesRealm: true,
  timeOf(bytes) {
    const time = timeIn(bytes.slice(0, Math.max(0, bytes.indexOf('\t'))))
    return time < 0 ? null : { time, timing: exact }
  },
  open: (sink) => singleLines((bytes, offset) => readLine(bytes, offset, sink), sink)
}

function readLine(bytes: string, offset: number, sink: Sink): Rejection | null {
  const columns = bytes.split('\t')
  if (columns.length !== columnCount) return 'columns'
  const [written = '', , user = '', client = '', , url = '', method = '', status = '', size = ''] = columns
  const reason = columns[15] ?? ''
  const time = timeIn(written)
  if (time < 0) return 'timeUnreadable'
  const statusNumber = numberIn(status, 0, status.length)
  const bytesSent = numberIn(size, 0, size.length)
  if (statusNumber < 0 || bytesSent < 0) return 'malformed'
  const address = addressOf(client)
  const person = user === '-' || user === '' ? null : textOf(user)
  sink.event({
    act: reason.startsWith('*DENIED*') ? 'webRefused' : 'webRequest',
    time,
    timing: exact,
    person,
    surety: person === null ? suretyWithoutName(address, null) : 'claimed',
    address,
    device: null,
    details: { method, url: textOf(url), status: statusNumber, bytes: bytesSent, reason: textOf(reason) },
    offset
  })
  return null
}

/** Milliseconds; -1: no time. */
function timeIn(written: string): number {
  const dot = written.indexOf('.')
  const seconds = numberIn(written, 0, dot)
  const thousandths = numberIn(written, dot + 1, written.length)
  return seconds < 0 || thousandths < 0 || written.length - dot !== 4 ? -1 : seconds * 1000 + thousandths
}
