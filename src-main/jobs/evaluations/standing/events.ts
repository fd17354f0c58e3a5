import type { LogEvent } from '../logs/events'
import { Waiting } from '../rules/waiting'

/** So much later than the newest event of a log another one may still be written: threads and queues are a little late. */
export const settleTime = 15 * 60_000
/** A log that says nothing for so long is taken to be complete. */
const quietTime = 24 * 3_600_000
const minute = 60_000

/** An event that waits until nothing earlier can come. */
interface WaitingEvent {
  readonly at: number
  readonly order: number
  readonly event: LogEvent
  readonly namesRealm: boolean
}

export type Release = (event: LogEvent, at: number, namesRealm: boolean) => void

/**
 * Brings the events of a log into the order of time and says up to when it was considered: all events before `until` were released,
 * and none behind it. `until` is a whole minute, so that events of one instant are always on one side of it.
 *
 * [Note: each event once] The next reading begins at `until` (and a little before, for windows), whatever files the log lies in by
 * then: neither rotation nor packing nor a file that was read before matters.
 */
export class EventOrder {
  /** Everything before it was released. */
  until: number
  private readonly waiting = new Waiting<WaitingEvent>()
  private newest = Number.NEGATIVE_INFINITY
  private order = 0

  /**
   * @param begun up to when the log was considered before
   * @param now what claims to be later is not considered until then
   * @param mostWaiting so many events wait at the most; where there are more, the oldest are not waited for any longer
   */
  constructor(
    begun: number,
    private readonly now: number,
    private readonly release: Release,
    private readonly mostWaiting = 200_000
  ) {
    this.until = begun
  }

  push(event: LogEvent, at: number, namesRealm: boolean): void {
    if (at >= this.now) return
    this.newest = Math.max(this.newest, at)
    if (at < this.until) this.release(event, at, namesRealm)
    else this.waiting.add({ at, order: this.order++, event, namesRealm })
    this.settle(floor(this.newest - settleTime))
    // Where too many wait, whole minutes go.
    while (this.waiting.size > this.mostWaiting) this.settle(floor(this.waiting.first?.at ?? at) + minute)
  }

  /** There is no more to read for now. */
  finish(): void {
    if (this.now - this.newest > quietTime && this.newest > Number.NEGATIVE_INFINITY)
      this.settle(floor(this.newest) + minute)
  }

  private settle(until: number): void {
    if (until <= this.until) return
    for (let { first } = this.waiting; first !== undefined && first.at < until; first = this.waiting.first) {
      this.waiting.removeFirst()
      this.release(first.event, first.at, first.namesRealm)
    }
    this.until = until
  }
}

function floor(at: number): number {
  return Math.floor(at / minute) * minute
}
