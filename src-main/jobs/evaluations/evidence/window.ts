import type { OrderScope } from '../../../contract/orders'
import type { LogEvent } from '../logs/events'

const hour = 3_600_000

/** How far lines of a log may change places and still be in order: threads and queues of a service write a little late. */
export const disorder = 5 * 60_000
/** In local time, an hour comes twice when summer time ends. */
const localDisorder = disorder + hour

const germanHour = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Berlin',
  hour: 'numeric',
  hourCycle: 'h23'
})

/** An event's time, as far as it is known. */
type Known = Pick<LogEvent, 'time' | 'timing'>

/**
 * The window of an order. A log in local time that names no zone is taken for one of the school's clock, which is one or two
 * hours ahead of UTC: what can lie in the window is in it, and the doubt stays with the event.
 */
export class TimeWindow {
  private readonly from: number
  private readonly until: number
  private readonly offsets = new Map<number, number>()

  constructor({ from, until }: Pick<OrderScope, 'from' | 'until'>) {
    this.from = Date.parse(from)
    this.until = Date.parse(until)
  }

  covers({ time, timing }: Known): boolean {
    if (timing.zone === 'written') return this.holds(time)
    if (time < this.from + hour || time >= this.until + 2 * hour) return false
    const instants = [1, 2]
      .filter((hours) => this.offsetAt(time - hours * hour) === hours)
      .map((hours) => time - hours * hour)
    // The hour that is left out in spring: a clock that nobody has put forward shows it.
    return (instants.length > 0 ? instants : [time - hour, time - 2 * hour]).some((instant) =>
      this.holds(instant)
    )
  }

  /** In which stretch of a log's own time everything lies that the window covers, with room for lines that changed places. */
  stretch({ zone }: LogEvent['timing']): { readonly from: number; readonly until: number } {
    return zone === 'written'
      ? { from: this.from - disorder, until: this.until + disorder }
      : { from: this.from + hour - localDisorder, until: this.until + 2 * hour + localDisorder }
  }

  /** Whether a log that begins or ends there leaves a part of the window out. */
  beginsBefore({ time, timing }: Known): boolean {
    return time > (timing.zone === 'written' ? this.from : this.from + 2 * hour)
  }

  endsAfter({ time, timing }: Known): boolean {
    return time < (timing.zone === 'written' ? this.until : this.until + hour)
  }

  /** Whether a file whose last change was then (UTC, by the server's clock) can hold anything of it; with a day for clocks that are wrong. */
  isOverBefore(changedAt: number): boolean {
    return changedAt < this.from - 24 * hour
  }

  private holds(instant: number): boolean {
    return instant >= this.from && instant < this.until
  }

  /** Hours that clocks in Germany are ahead of UTC. */
  private offsetAt(instant: number): number {
    const key = Math.floor(instant / hour)
    const known = this.offsets.get(key)
    if (known !== undefined) return known
    const shown = Number(germanHour.format(instant))
    const offset = (shown - new Date(instant).getUTCHours() + 24) % 24
    this.offsets.set(key, offset)
    return offset
  }
}

/** How far back a line of a log may lie behind an earlier one without being out of order. */
export function disorderOf({ zone }: LogEvent['timing']): number {
  return zone === 'written' ? disorder : localDisorder
}
