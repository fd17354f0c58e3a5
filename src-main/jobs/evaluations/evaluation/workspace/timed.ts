import type { OrderScope } from '../../../../contract/orders'
import type { EvidenceEvent } from '../../evidence/event'
import type { TimedEvents } from './findings'
import { instantOf, mayLieIn } from './instants'

/** Whether an order covers an event: what it does not is not shown, even where it was sealed. */
export function coveredBy(scope: OrderScope, events: readonly EvidenceEvent[]): (event: number) => boolean {
  const from = Date.parse(scope.from)
  const until = Date.parse(scope.until)
  const sources = new Set(
    scope.sources.filter(({ contents }) => scope.contents || !contents).map(({ id }) => id)
  )
  return (event) => {
    const one = events[event]
    return one !== undefined && sources.has(one.source) && mayLieIn(one.time, one.timing, from, until)
  }
}

export function timedEvents(
  events: readonly EvidenceEvent[],
  covered: (event: number) => boolean
): TimedEvents {
  const at = new Float64Array(events.length)
  for (const [event, { time, timing }] of events.entries()) at[event] = instantOf(time, timing)
  const order = Uint32Array.from([...events.keys()].filter(covered)).sort(
    (left, right) => (at[left] ?? 0) - (at[right] ?? 0) || left - right
  )
  return { events, order, instants: Float64Array.from(order, (event) => at[event] ?? 0) }
}

/** The first place whose instant is not before this one. */
export function firstAt(instants: Float64Array, wanted: number): number {
  let low = 0
  let high = instants.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((instants[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
