import type { CorrelationType } from './shape'
import type { EventPlace } from './event'

/** Reference to an event that a finding rests on. */
export interface EventReference {
  readonly at: number
  readonly place: EventPlace
  /** Its number in the order in which events came in; tells events of one instant apart. */
  readonly order: number
}

/** What a related rule has found, as a correlation sees it. */
export interface Input {
  readonly at: number
  readonly order: number
  /** Which of the related rules, from 0. */
  readonly step: number
  /** Of `value_count` the texts, of `value_sum` the numbers. */
  readonly values: readonly string[]
  readonly from: EventReference | Episode
}

/** A time for which a correlation was met without a break; grows while it is still going on. */
export interface Episode {
  readonly from: number
  to: number
  /** The most that was counted. */
  value: number
  /** By order; at most `mostReferences`. */
  readonly references: Map<number, EventReference>
  /** Other correlations' episodes that belong to it, as far as they had come at an instant. */
  readonly parts: Map<Episode, number>
  /** Events that belong to it but are not among the references. */
  more: number
}

/** What is counted within the window of one group; inputs come and go in the order of time. */
interface Count {
  add(input: Input): void
  remove(input: Input): void
  readonly value: number | bigint
}

export function makeCount(type: CorrelationType): Count {
  if (type === 'value_count') return new DistinctCount((input) => input.values)
  if (type === 'temporal') return new DistinctCount((input) => [String(input.step)])
  return type === 'value_sum' ? new SumCount() : new PlainCount()
}

class PlainCount implements Count {
  value = 0

  add(): void {
    this.value++
  }

  remove(): void {
    this.value--
  }
}

class DistinctCount implements Count {
  private readonly counts = new Map<string, number>()

  constructor(private readonly valuesOf: (input: Input) => readonly string[]) {}

  get value(): number {
    return this.counts.size
  }

  add(input: Input): void {
    for (const value of this.valuesOf(input)) this.counts.set(value, (this.counts.get(value) ?? 0) + 1)
  }

  remove(input: Input): void {
    for (const value of this.valuesOf(input)) {
      const left = (this.counts.get(value) ?? 0) - 1
      if (left > 0) this.counts.set(value, left)
      else this.counts.delete(value)
    }
  }
}

/** Whole numbers of any size, so that what is added and taken away again leaves nothing behind. */
class SumCount implements Count {
  value = 0n

  add(input: Input): void {
    for (const value of input.values) this.value += BigInt(value)
  }

  remove(input: Input): void {
    for (const value of input.values) this.value -= BigInt(value)
  }
}

/** The beginning of an ordered sequence, up to one of its steps. */
export interface Chain {
  readonly start: number
  readonly input: Input
  readonly previous: Chain | null
}

/**
 * Follows sequences of steps. Of all that have come to the same step, the one that began last can still become everything that the
 * others can, so it alone is kept.
 */
export class Chains {
  private readonly best: (Chain | null)[]

  constructor(
    private readonly steps: number,
    private readonly span: number
  ) {
    this.best = Array<Chain | null>(steps).fill(null)
  }

  /** @param inputs of one event, the last step first, so that it is not two steps of one sequence */
  add(input: Input): Chain | null {
    const { step, at } = input
    const previous = step === 0 ? null : (this.best[step - 1] ?? null)
    if (step > 0 && (previous === null || at - previous.start > this.span)) return null
    const chain = { start: previous?.start ?? at, input, previous }
    const known = this.best[step] ?? null
    if (known === null || chain.start >= known.start) this.best[step] = chain
    return step === this.steps - 1 ? chain : null
  }
}
