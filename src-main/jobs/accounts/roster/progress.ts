import type { RosterFile } from './types'

/** A file is gone through once as a table; what is made into one first, XML, twice. */
interface Way {
  readonly bytes: number
  readonly passes: number
  reached: number
}

/** How far the reading of a roster has come, by the bytes of its files. */
export class ReadingProgress {
  readonly #ways = new Map<string, Way>()
  #told = 0

  /** `tell` is told each percent that is reached, from 1 to 100, at most once and never a smaller one. */
  constructor(private readonly tell: (percent: number) => void) {}

  /** To be called for every file before the first is read. */
  expect({ name, bytes }: RosterFile, passes: number): void {
    this.#ways.set(name, { bytes: bytes.length, passes, reached: 0 })
  }

  /** What the last pass over a file, as a table, is to be told. */
  through(file: Pick<RosterFile, 'name'>): (share: number) => void {
    const passes = this.#ways.get(file.name)?.passes ?? 1
    return (share) => {
      this.reach(file, passes, share)
    }
  }

  /**
   * `share`: how much of the file this pass over it has read, from 0 to 1. A file that was not expected, or that is read
   * once more, changes nothing.
   */
  reach({ name }: Pick<RosterFile, 'name'>, pass: number, share: number): void {
    const way = this.#ways.get(name)
    if (way === undefined) return
    way.reached = Math.max(way.reached, (pass - 1 + share) / way.passes)
    let done = 0
    let all = 0
    for (const { bytes, reached } of this.#ways.values()) {
      done += bytes * reached
      all += bytes
    }
    const percent = all === 0 ? 0 : Math.floor((done / all) * 100)
    if (percent <= this.#told) return
    this.#told = percent
    this.tell(percent)
  }
}
