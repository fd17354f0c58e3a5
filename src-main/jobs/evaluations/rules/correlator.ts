import { isWithin, type Correlation } from './correlationReading'
import { Chains, makeCount, type Chain, type Episode, type EventReference, type Input } from './windows'

/** References that one finding names; what else belongs to it is counted. */
const mostReferences = 10_000

/** A finding of a correlation. */
export interface Found {
  readonly episode: Episode
  readonly group: readonly string[]
}

/** A window that meets the correlation, for correlations that refer to this one. */
export interface Met {
  /** The event that completed it. */
  readonly last: Input
  readonly episode: Episode
}

/** An input with the group that it belongs to. */
export interface GroupedInput extends Input {
  readonly key: string
  readonly group: readonly string[]
}

/** The window of one group: everything in it, in the order of time. */
interface Group {
  readonly group: readonly string[]
  readonly count: ReturnType<typeof makeCount>
  readonly chains: Chains
  inputs: Input[]
  /** Inputs that have left the window are behind this place. */
  first: number
  /** How many of `inputs` (with those that were cut off) are in the episode. */
  taken: number
  episode: Episode | null
}

/**
 * [Note: exact windows]
 *
 * One correlation on its way through time. For each instant t of an event the window of its group is everything from t minus
 * timespan to t, both included, with all events of that instant; a window that meets the condition is met, and windows that share
 * time are one finding. So nothing depends on where a clock's hour begins, and each event is added and taken away once.
 *
 * An event counts once, even where several related rules have found it. In `temporal_ordered` a step must come after the one before:
 * by time, and within an instant by the order of the log.
 */
export class Correlator {
  private readonly groups = new Map<string, Group>()
  /** Everything in any window, oldest first. */
  private held: { readonly at: number; readonly key: string }[] = []
  private firstHeld = 0

  constructor(private readonly correlation: Correlation) {}

  get heldCount(): number {
    return this.held.length - this.firstHeld
  }

  /** Takes out of the windows what an instant no longer reaches back to; answers the findings that are complete by that. */
  expire(at: number): readonly Found[] {
    const found: Found[] = []
    const oldest = at - this.correlation.span
    for (let head = this.held[this.firstHeld]; head !== undefined && head.at < oldest;) {
      const group = this.groups.get(head.key)
      if (group !== undefined) {
        const input = group.inputs[group.first++]
        if (input !== undefined) group.count.remove(input)
        if (group.first === group.inputs.length) {
          if (group.episode !== null) found.push({ episode: group.episode, group: group.group })
          this.groups.delete(head.key)
        } else if (group.first > 1_000 && group.first * 2 > group.inputs.length) {
          group.inputs = group.inputs.slice(group.first)
          group.taken -= group.first
          group.first = 0
        }
      }
      head = this.held[++this.firstHeld]
    }
    if (this.firstHeld > 10_000 && this.firstHeld * 2 > this.held.length) {
      this.held = this.held.slice(this.firstHeld)
      this.firstHeld = 0
    }
    return found
  }

  /**
   * Adds everything of one instant, in order.
   *
   * @returns windows that are met, and findings that are complete by a later one beginning
   */
  add(
    at: number,
    inputs: readonly GroupedInput[]
  ): { readonly met: readonly Met[]; readonly found: readonly Found[] } {
    const touched = new Map<string, Group>()
    const met: Met[] = []
    const found: Found[] = []
    const isOrdered = this.correlation.type === 'temporal_ordered'
    for (const input of inputs) {
      const group = this.groupOf(input)
      touched.set(input.key, group)
      const last = group.inputs.at(-1)
      const isCounted = last?.order === input.order && last.at === at && this.correlation.type !== 'temporal'
      if (!isOrdered && isCounted) continue
      group.inputs.push(input)
      group.count.add(input)
      this.held.push({ at, key: input.key })
      const chain = isOrdered ? group.chains.add(input) : null
      if (chain === null) continue
      const episode = this.reach(group, chain.start, at, this.correlation.rules.length, found)
      for (let link: Chain | null = chain; link !== null; link = link.previous) refer(episode, link.input)
      met.push({ last: input, episode })
    }
    if (isOrdered) return { met, found }
    for (const group of touched.values()) {
      const { count, inputs: held } = group
      const last = held.at(-1)
      if (last === undefined || !isWithin(count.value, this.correlation.limits)) continue
      const episode = this.reach(group, held[group.first]?.at ?? at, at, Number(count.value), found)
      for (const input of held.slice(Math.max(group.taken, group.first))) refer(episode, input)
      group.taken = held.length
      met.push({ last, episode })
    }
    return { met, found }
  }

  /** What is still going on when there are no more events. */
  finish(): readonly Found[] {
    return [...this.groups.values()].flatMap(({ episode, group }) =>
      episode === null ? [] : [{ episode, group }]
    )
  }

  private groupOf({ key, group }: GroupedInput): Group {
    const known = this.groups.get(key)
    if (known !== undefined) return known
    const { type, rules, span } = this.correlation
    const made: Group = {
      group,
      count: makeCount(type),
      chains: new Chains(rules.length, span),
      inputs: [],
      first: 0,
      taken: 0,
      episode: null
    }
    this.groups.set(key, made)
    return made
  }

  /** The episode that a window belongs to: the one under way, if they share time, else a new one. */
  private reach(group: Group, from: number, to: number, value: number, found: Found[]): Episode {
    const { episode } = group
    if (episode !== null && from <= episode.to) {
      episode.to = to
      episode.value = Math.max(episode.value, value)
      return episode
    }
    if (episode !== null) found.push({ episode, group: group.group })
    const begun: Episode = { from, to, value, references: new Map(), parts: new Map(), more: 0 }
    group.episode = begun
    group.taken = 0
    return begun
  }
}

function refer(episode: Episode, { from, at }: Input): void {
  if ('references' in from) episode.parts.set(from, at)
  else addReference(episode.references, from, () => episode.more++)
}

function addReference(
  references: Map<number, EventReference>,
  reference: EventReference,
  onTooMany: () => void
): void {
  if (references.has(reference.order)) return
  if (references.size < mostReferences) references.set(reference.order, reference)
  else onTooMany()
}

/** All events of an episode, those of its parts included, in the order of time, and how many more there are. */
export function referencesOf(episode: Episode): {
  readonly events: readonly EventReference[]
  readonly more: number
} {
  const references = new Map(episode.references)
  let { more } = episode
  for (const [part, until] of episode.parts) {
    const { events, more: moreOfPart } = referencesOf(part)
    more += moreOfPart
    for (const event of events) if (event.at <= until) addReference(references, event, () => more++)
  }
  const events = [...references.values()].sort(
    (left, right) => left.at - right.at || left.order - right.order
  )
  return { events, more }
}
