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
