import { setImmediate } from 'node:timers/promises'

const longestTurn = 8

/**
 * Lets the event loop run now and then during long work, so that the window stays fluent. Has no influence on
 * any result.
 */
export class Pace {
  #since = performance.now()

  /** Call it between small pieces of work; it only waits once 8 ms have passed since the last time. */
  async breathe(): Promise<void> {
    if (performance.now() - this.#since < longestTurn) return
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
  let runs: Value[][] = []
  for (let start = 0; start < values.length; start += pieceSize) {
    await pace.breathe()
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

async function merge<Value extends object>(
  first: readonly Value[],
  second: readonly Value[],
  compare: (first: Value, second: Value) => number,
  pace: Pace
): Promise<Value[]> {
  const merged: Value[] = []
  let place = 0
  for (const value of first) {
    if (merged.length % 256 === 0) await pace.breathe()
    for (; place < second.length; place += 1) {
      const other = second[place]
      if (other === undefined || compare(value, other) <= 0) break
      merged.push(other)
    }
    merged.push(value)
  }
  return [...merged, ...second.slice(place)]
}
