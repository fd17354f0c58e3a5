import type { Timing } from '../../logs/events'

const hour = 3_600_000
const school = new Intl.DateTimeFormat('en', {
  calendar: 'gregory',
  numberingSystem: 'latn',
  timeZone: 'Europe/Berlin',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit'
})
const offsets = new Map<number, number>()

/** Hours by which the school's clock is ahead of UTC, asked once for each hour. */
function offsetAt(instant: number): number {
  const start = Math.floor(instant / hour) * hour
  const known = offsets.get(start)
  if (known !== undefined) return known
  const parts = school.formatToParts(start)
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((one) => one.type === type)?.value ?? 0)
  const offset = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour')) - start
  offsets.set(start, offset)
  return offset
}

/**
 * The instant of an event: what the log says, or where it has local time without a zone, that time on the school's clock. In the
 * hour that comes twice in autumn it is the earlier one; `mayLieIn` knows both.
 */
export function instantOf(time: number, { zone }: Timing): number {
  return zone === 'written' ? time : (candidatesOf(time)[0] ?? time - hour)
}

/** Whether an event can lie in a window (`until` not included). */
export function mayLieIn(time: number, { zone }: Timing, from: number, until: number): boolean {
  const instants = zone === 'written' ? [time] : candidatesOf(time)
  return instants.some((instant) => instant >= from && instant < until)
}

/** Earliest first. In spring there is an hour that no clock shows; what claims to be in it is taken for winter time. */
function candidatesOf(local: number): readonly number[] {
  const found = [2, 1].map((hours) => local - hours * hour).filter((at) => at + offsetAt(at) === local)
  return found.length === 0 ? [local - hour] : found
}
