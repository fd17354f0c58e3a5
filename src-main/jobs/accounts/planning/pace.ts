import { setImmediate } from 'node:timers/promises'

const longestTurn = 8
const callsPerLook = 8

/**
 * Lets the event loop run now and then during long work, so that the window stays fluent. Has no influence on
 * any result.
 */
export class Pace {
  #since = performance.now()

  #calls = 0

  /**
   * Whether it is time to rest: 8 ms have passed since the last time. To be asked between small pieces of work; the
   * clock itself is only looked at every eighth time.
   */
  isDue(): boolean {
    this.#calls += 1
    return this.#calls % callsPerLook === 0 && performance.now() - this.#since >= longestTurn
  }

  /** Waiting for nothing costs, too, so it is only called when due. */
  async rest(): Promise<void> {
    await setImmediate()
    this.#since = performance.now()
  }
}

/** Pieces of this size are sorted in a few milliseconds. */
const pieceSize = 2000

/** Sorts without blocking: pieces first, then merged two by two. Stable; the input stays as it is. */
export async function sortInPieces<Value extends object>(
  values: readonly Value[],
  compare: (first: Value, second: Value) => number,
  pace: Pace
): Promise<Value[]> {
  if (await isSorted(values, compare, pace)) return [...values]
  let runs: Value[][] = []
  for (let start = 0; start < values.length; start += pieceSize) {
    if (pace.isDue()) await pace.rest()
    runs.push(values.slice(start, start + pieceSize).sort(compare))
  }
  while (runs.length > 1) {
    const merged: Value[][] = []
    for (let index = 0; index < runs.length; index += 2)
      merged.push(await merge(runs[index] ?? [], runs[index + 1] ?? [], compare, pace))
    runs = merged
  }
  return runs[0] ?? []
}

async function isSorted<Value>(
  values: readonly Value[],
  compare: (first: Value, second: Value) => number,
  pace: Pace
): Promise<boolean> {
  let before: Value | undefined
  for (const value of values) {
    if (pace.isDue()) await pace.rest()
    if (before !== undefined && compare(before, value) > 0) return false
    before = value
  }
  return true
}

async function merge<Value extends object>(
  first: readonly Value[],
  second: readonly Value[],
  compare: (first: Value, second: Value) => number,
  pace: Pace
): Promise<Value[]> {
  const merged: Value[] = []
  let place = 0
  let other = second[place]
  for (const value of first) {
    if (pace.isDue()) await pace.rest()
    while (other !== undefined && compare(value, other) > 0) {
      merged.push(other)
      place += 1
      other = second[place]
    }
    merged.push(value)
  }
  for (; place < second.length; place += 1) {
    const rest = second[place]
    if (rest !== undefined) merged.push(rest)
  }
  return merged
}
