/** Gives other work on the thread a turn when the current stretch has lasted long enough. */
export type Breath = () => Promise<void> | undefined

/**
 * Keeps long work from blocking the thread. Call the breath once for every small piece of work and await what
 * it returns: nothing while the stretch is young, so that the common case costs one look at the clock.
 *
 * `milliseconds`: the longest stretch of work without a pause. An aborted signal makes the breath throw the
 * signal's reason.
 */
export function createBreath(milliseconds: number, signal?: AbortSignal): Breath {
  let stretchBegan = performance.now()
  return () => {
    if (performance.now() - stretchBegan < milliseconds) return undefined
    return new Promise((resolve, reject) => {
      // A macrotask: promises alone would keep input, output and timers waiting.
      setImmediate(() => {
        stretchBegan = performance.now()
        if (signal?.aborted === true) reject(asError(signal.reason))
        else resolve()
      })
    })
  }
}

/** Runs works one after the other, in the order in which they are asked for; one that fails keeps nobody waiting. */
export function oneAfterTheOther(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}
