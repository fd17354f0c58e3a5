import type { Rejection } from '../events'
import { singleLines, type LogFormat, type Sink } from './format'
import { webEvent } from './squid'
import { unquoted } from './text'
import { exactEnd, webServerTime } from './times'

/**
 * Squid's `logformat combined`: `client ident user [time] "method URL HTTP/1.1" status bytes "referrer" "agent" result:peer`.
 * Quotation marks inside of quotes are escaped, brackets in the user's column as well, so that both borders are sure.
 */
export const squidCombined: LogFormat = {
  name: 'squid-combined',
  namesRealm: true,
  timeOf(bytes) {
    const time = webServerTime(/^[^[]*\[([^\]]{26})\]/.exec(bytes)?.[1] ?? '')
    return time === null ? null : { time, timing: exactEnd }
  },
  open: (sink) => singleLines((bytes, offset) => readLine(bytes, offset, sink), sink)
}

const quoted = String.raw`"((?:[^"\\]|\\[^])*)"`
const form = new RegExp(
  String.raw`^(\S+) ([^[]*) \[([^\]]{26})\] ${quoted} (\d{3}|0) (\d+|-) ${quoted} ${quoted} ([A-Z_]+):[A-Z_]+$`
)

function readLine(bytes: string, offset: number, sink: Sink): Rejection | null {
  const found = form.exec(bytes)
  if (found === null) return 'malformed'
  const [, client = '', names = '', written = '', line = '', status = '', size = '', , , result = ''] = found
  const time = webServerTime(written)
  if (time === null) return 'timeUnreadable'
  // Two columns without quotes: where more than one space stands, only an absent ident tells them apart.
  const border = names.indexOf(' ')
  if (border < 0) return 'columns'
  if (names.includes(' ', border + 1) && !names.startsWith('- ')) return 'ambiguous'
  const request = unquoted(line)
  const methodEnd = request.indexOf(' ')
  const urlEnd = request.lastIndexOf(' HTTP/')
  // A connection that was closed before it asked for anything.
  if (methodEnd < 0 || urlEnd <= methodEnd || request.startsWith('- ')) return null
  sink.event(
    webEvent({
      ...{ time, elapsed: -1, client, result, status: Number(status), offset },
      size: size === '-' ? 0 : Number(size),
      method: request.slice(0, methodEnd),
      url: request.slice(methodEnd + 1, urlEnd),
      user: names.slice(border + 1)
    })
  )
  return null
}
