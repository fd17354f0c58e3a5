import type { LogEvent, Rejection } from '../logs/events'
import { ownsRealm, type LogFormat, type Sink } from '../logs/formats/format'
import type { KnownTime } from '../logs/formats/times'
import type { ConcernFilter } from './concern'
import type { WrittenEvent } from './content'
import { disorderOf, type TimeWindow } from './window'

/** Thrown where a file that was begun in its middle turns out not to be in order of time: it is read whole then. */
export class OutOfOrder extends Error {}

/** Thrown where an order covers more than can be looked at. */
export class TooMuch extends Error {}

export interface AccountOptions {
  readonly window: TimeWindow
  readonly filter: ConcernFilter
  /** Id of the source, and place of the file in it: they go along with each event. */
  readonly source: string
  readonly file: number
  /** How many more events there may be. */
  readonly room: number
  /** Takes each event instead of it being kept, in the order of the file. */
  readonly take?: (event: LogEvent, namesRealm: boolean) => void
  /** The file was not begun at its beginning. */
  readonly isSought: boolean
}

/** These lines say nothing that an order could ask for. */
const ordinary: readonly Rejection[] = ['empty', 'otherProgram']

/** What becomes of a file that an order covers: events in its scope are kept, all else is counted and thrown away at once. */
export class Account implements Sink {
  readonly kept: WrittenEvent[] = []
  parsedLines = 0
  outside = 0
  alike = 0
  /** Rejected lines among those of the window. */
  rejectedInside = 0
  isOutOfOrder = false
  readonly rejections: Partial<Record<Rejection, number>> = {}
  /** The earliest and the latest time of all that was read. */
  first: KnownTime | null = null
  last: KnownTime | null = null
  /** By what is known of the zone: local time and UTC are not compared. */
  private readonly latest = { written: Number.NEGATIVE_INFINITY, unknown: Number.NEGATIVE_INFINITY }
  private isInside = false
  /** Time of the first line or event in the order of the file. */
  begun: KnownTime | null = null

  /** @param findFormat null until the file was recognised */
  constructor(
    private readonly options: AccountOptions,
    private readonly findFormat: () => LogFormat | null
  ) {}

  get format(): LogFormat | null {
    return this.findFormat()
  }

  event(event: LogEvent): void {
    const { window, filter, source, file, room, take } = this.options
    this.note(event)
    if (!window.covers(event)) {
      this.outside++
      return
    }
    const namesRealm = ownsRealm(this.format, event)
    const concern = filter.judge(event, namesRealm)
    if (concern !== 'concerned') {
      this.outside++
      if (concern === 'alike') this.alike++
      return
    }
    if (take !== undefined) {
      take(event, namesRealm)
      return
    }
    if (this.kept.length >= room) throw new TooMuch()
    // As text: what a reader hands over are parts of lines, each of which would keep a whole piece of the file in memory.
    this.kept.push({ time: event.time, text: JSON.stringify({ ...event, source, file }) })
  }

  time(known: KnownTime): void {
    this.note(known)
  }

  get lines(): number {
    return this.parsedLines + Object.values(this.rejections).reduce((sum, lines) => sum + lines, 0)
  }

  parsed(lines: number): void {
    this.parsedLines += lines
  }

  rejected(reason: Rejection, _offset: number, lines: number): void {
    this.rejections[reason] = (this.rejections[reason] ?? 0) + lines
    // When the records of a damaged block were written nobody knows any more.
    const isInside = this.isInside || reason === 'blockDamaged'
    if (isInside && !ordinary.includes(reason)) this.rejectedInside += lines
  }

  /** A line or an event has this time. */
  note({ time, timing }: KnownTime): void {
    const { window, isSought } = this.options
    this.begun ??= { time, timing }
    if (this.first === null || time < this.first.time) this.first = { time, timing }
    if (this.last === null || time > this.last.time) this.last = { time, timing }
    const latest = this.latest[timing.zone]
    if (time < latest - disorderOf(timing)) {
      if (isSought) throw new OutOfOrder()
      this.isOutOfOrder = true
    }
    if (time > latest) this.latest[timing.zone] = time
    const stretch = window.stretch(timing)
    this.isInside = time >= stretch.from && time < stretch.until
  }
}
