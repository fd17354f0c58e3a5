import type { Rejection } from '../events'
import { singleLines, type LogFormat, type Sink } from './format'
import { nameOf, provesName, requestEvent } from './squid'
import { exactEnd, webServerTime } from './times'

/**
 * Squid's built-in `combined`: `client ident user [time] "method URL HTTP/1.1" status bytes "referrer" "agent" result:peer`. Referrer and agent are
 * written as they come (5.7), quotation marks and all: nothing is read of them, and what stands behind them is sought from the end. An address of
 * a page has no space by default; where it has one, the line could be read in more than one way.
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

/** Brackets in the user's column are escaped, so that its border is sure. */
const form =
  /^(\S+) ([^[]*) \[([^\]]{26})\] "(\S+) (\S+) HTTP\/\d+\.\d+" (\d{3}|0) (\d+|-) ".*" ([A-Z_]+):[A-Z_]+$/s

function readLine(bytes: string, offset: number, sink: Sink): Rejection | null {
  const found = form.exec(bytes)
  if (found === null) return isOfForm(bytes)
  const [
    ,
    client = '',
    names = '',
    written = '',
    method = '',
    url = '',
    status = '',
    size = '',
    result = ''
  ] = found
  const time = webServerTime(written)
  if (time === null) return 'timeUnreadable'
  // Two columns without quotes: where more than one space stands, only an absent ident tells them apart.
  const border = names.indexOf(' ')
  if (border < 0) return 'columns'
  if (names.includes(' ', border + 1) && !names.startsWith('- ')) return 'ambiguous'
  // A connection that was closed before it asked for anything.
  if (method === '-') return null
  const user = names.slice(border + 1)
  sink.event(
    requestEvent({
      ...{ time, timing: exactEnd, elapsed: -1, client, result, method, url, offset },
      ...{ status: Number(status), size: size === '-' ? 0 : Number(size) },
      person: nameOf(user),
      isProved: provesName(user, Number(status))
    })
  )
  return null
}

function isOfForm(bytes: string): Rejection | null {
  const [, request] = /^\S+ [^[]* \[[^\]]{26}\] "([^"]*)" /.exec(bytes) ?? []
  if (request === undefined || !/^[A-Z_]+:[A-Z_]+$/.test(bytes.slice(bytes.lastIndexOf(' ') + 1)))
    return 'malformed'
  return request.includes(' HTTP/') && !request.startsWith('- ') ? 'ambiguous' : null
}
