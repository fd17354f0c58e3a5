import type { EvidenceEvent } from '../../evidence/event'
import type { Act } from '../../logs/events'
import type { TimedEvents } from './findings'

/** From the event that began it to the one that ended it, by place in the evidence. */
export interface Stay {
  readonly begin: number
  readonly end: number
  readonly from: number
  readonly until: number
}

const begins: ReadonlySet<Act> = new Set(['networkStart', 'signIn'])
const ends: ReadonlySet<Act> = new Set(['networkStop', 'signOut'])

/**
 * Stays in the network and at computers whose begin and end the same log tells: same session, access point or computer, device and
 * name. What lacks one of the two is no stay, since nobody knows how long it was; a session's number that begins again before it has
 * ended ends nothing.
 */
export function staysOf({ events, order, instants }: TimedEvents): readonly Stay[] {
  const open = new Map<string, { readonly event: number; readonly from: number }>()
  const stays: Stay[] = []
  for (const [place, event] of order.entries()) {
    const one = events[event]
    if (one === undefined || !(begins.has(one.act) || ends.has(one.act))) continue
    const key = keyOf(one)
    if (key === null) continue
    const at = instants[place] ?? 0
    if (begins.has(one.act)) {
      open.set(key, { event, from: at })
      continue
    }
    const begun = open.get(key)
    if (begun === undefined) continue
    open.delete(key)
    stays.push({ begin: begun.event, end: event, from: begun.from, until: at })
  }
  return stays.toSorted((left, right) => left.from - right.from)
}

/** null: nothing says which begin belongs to which end. */
function keyOf({ source, person, device, details: { session, station } }: EvidenceEvent): string | null {
  if (session === undefined || session === '') return null
  return JSON.stringify([source, session, station ?? '', device ?? '', person ?? ''])
}
