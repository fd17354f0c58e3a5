import type { Timing } from '../events'
import { numberIn } from './text'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const minute = 60_000
const day = 86_400_000

/** The log names the instant itself. */
export const exact: Timing = { zone: 'written', year: 'written', edge: 'moment' }
export const exactEnd: Timing = { zone: 'written', year: 'written', edge: 'end' }
export const exactStart: Timing = { zone: 'written', year: 'written', edge: 'start' }
export const exactReceived: Timing = { zone: 'written', year: 'written', edge: 'received' }
/** Local time with a year. */
export const local: Timing = { zone: 'unknown', year: 'written', edge: 'moment' }
export const localEnd: Timing = { zone: 'unknown', year: 'written', edge: 'end' }
export const localReceived: Timing = { zone: 'unknown', year: 'written', edge: 'received' }
/** Local time without a year. */
export const localYearless: Timing = { zone: 'unknown', year: 'fileChange', edge: 'moment' }

/** An instant and how it is known. */
export interface KnownTime {
  readonly time: number
  readonly timing: Timing
}

/** Milliseconds since 1970 of a calendar date and a time of day as if in UTC; null: there is no such one. */
function instant(
  ...[year, month, dayOfMonth, hour, minutes, seconds]: readonly [
    number,
    number,
    number,
    number,
    number,
    number
  ]
): number | null {
  // A leap second is written as 60.
  if (month < 0 || month > 11 || hour > 23 || minutes > 59 || seconds > 60) return null
  const time = Date.UTC(year, month, dayOfMonth, hour, minutes, seconds)
  const date = new Date(time - seconds * 1000)
  return date.getUTCDate() === dayOfMonth && date.getUTCMonth() === month ? time : null
}

/** `28/Nov/2026:01:01:53 +0000`: UTC; null: no such time. */
export function webServerTime(text: string): number | null {
  const found = /^(\d\d)\/(\w{3})\/(\d{4}):(\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)$/.exec(text)
  if (found === null) return null
  const [, d, month = '', y, h, m, s, sign, zoneHours, zoneMinutes] = found
  const time = instant(Number(y), months.indexOf(month), Number(d), Number(h), Number(m), Number(s))
  if (time === null) return null
  const shift = (Number(zoneHours) * 60 + Number(zoneMinutes)) * minute
  return sign === '-' ? time + shift : time - shift
}

/** `Sat Nov 28 00:45:52 2026`: local time; null: no such time. */
export function localTimeOfC(text: string): number | null {
  const found = /^\w{3} (\w{3}) ([ \d]\d) (\d\d):(\d\d):(\d\d) (\d{4})$/.exec(text)
  if (found === null) return null
  const [, month = '', d, h, m, s, y] = found
  return instant(Number(y), months.indexOf(month), Number(d), Number(h), Number(m), Number(s))
}

/** `Nov 28 01:44:24`: local time without a year, which is the latest that is not after the file's last change. */
export function yearlessTime(text: string, changedAt: number): number | null {
  const month = months.indexOf(text.slice(0, 3))
  const dayOfMonth = text.charAt(4) === ' ' ? numberIn(text, 5, 6) : numberIn(text, 4, 6)
  const hour = numberIn(text, 7, 9)
  const minutes = numberIn(text, 10, 12)
  const seconds = numberIn(text, 13, 15)
  const hasForm = text.length === 15 && text.charAt(9) === ':' && text.charAt(12) === ':'
  if (!hasForm || Math.min(dayOfMonth, hour, minutes, seconds) < 0) return null
  const latest = new Date(changedAt).getUTCFullYear() + 1
  // A day of grace, since the change of the file is in UTC and the line in a zone that nobody knows. 29 February
  // needs up to eight years back.
  for (let year = latest; year > latest - 10; year--) {
    const time = instant(year, month, dayOfMonth, hour, minutes, seconds)
    if (time !== null && time <= changedAt + day) return time
  }
  return null
}

const isoForm = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(Z|[+-]\d\d:?\d\d)?$/

/** `2026-11-28T01:05:22.186865+0000`, with or without zone; null: no such time. */
export function isoTime(text: string): KnownTime | null {
  const found = isoForm.exec(text)
  if (found === null) return null
  const [, y, mo, d, h, m, s, fraction = '', zone] = found
  const whole = instant(Number(y), Number(mo) - 1, Number(d), Number(h), Number(m), Number(s))
  if (whole === null) return null
  const time = whole + Number(fraction.padEnd(3, '0').slice(0, 3))
  if (zone === undefined) return { time, timing: local }
  if (zone === 'Z') return { time, timing: exact }
  const shift = (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * minute
  return { time: zone.startsWith('-') ? time + shift : time - shift, timing: exact }
}
