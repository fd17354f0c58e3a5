import type { Act, LogEvent, Rejection, Surety, Timing } from './events'
import type { Sink } from './formats/format'

/** How many offsets of one reason are shown. */
const shownOffsets = 5

/** From the first to the last instant, both in milliseconds since 1970. */
export interface Span {
  readonly first: number
  readonly last: number
  readonly events: number
}

/** What is counted of a file. Nothing that stands in it is kept, only how much of what. */
export class Tally implements Sink {
  parsedLines = 0
  rejectedLines = 0
  readonly rejections = new Map<Rejection, { lines: number; readonly offsets: number[] }>()
  readonly acts = new Map<Act, number>()
  readonly persons: Record<Surety, number> = { proved: 0, claimed: 0, address: 0, device: 0, unknown: 0 }
  private readonly timings = new Map<Timing, { first: number; last: number; events: number }>()
  /** Of the last event; the next one is nearly always of the same kind. */
  private timing: Timing | null = null
  private span = { first: 0, last: 0, events: 0 }

  event({ act, surety, time, timing }: LogEvent): void {
    this.acts.set(act, (this.acts.get(act) ?? 0) + 1)
    this.persons[surety]++
    if (timing !== this.timing) {
      this.timing = timing
      this.span = this.timings.get(timing) ?? { first: time, last: time, events: 0 }
      this.timings.set(timing, this.span)
    }
    const { span } = this
    span.events++
    if (time < span.first) span.first = time
    if (time > span.last) span.last = time
  }

  parsed(lines: number): void {
    this.parsedLines += lines
  }

  rejected(reason: Rejection, offset: number, lines: number): void {
    this.rejectedLines += lines
    const known = this.rejections.get(reason)
    if (known === undefined) this.rejections.set(reason, { lines, offsets: [offset] })
    else {
      known.lines += lines
      if (known.offsets.length < shownOffsets) known.offsets.push(offset)
    }
  }

  /** Of all events whose time is known in this way; null: none. */
  spanOf(isMeant: (timing: Timing) => boolean): Span | null {
    const meant = [...this.timings].filter(([timing]) => isMeant(timing)).map(([, span]) => span)
    if (meant.length === 0) return null
    return {
      first: Math.min(...meant.map(({ first }) => first)),
      last: Math.max(...meant.map(({ last }) => last)),
      events: meant.reduce((sum, { events }) => sum + events, 0)
    }
  }
}
