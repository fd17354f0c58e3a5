/** Lets a limited number of tasks run at once; the others wait in the order in which they came. */
export class Gate {
  readonly #waiting: (() => void)[] = []
  readonly #limit: number
  #free: number

  constructor(limit: number) {
    this.#limit = limit
    this.#free = limit
  }

  /** Tasks that run now. */
  get running(): number {
    return this.#limit - this.#free
  }

  async pass<Value>(task: () => Promise<Value>): Promise<Value> {
    if (this.#free > 0) this.#free--
    else
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve)
      })
    try {
      return await task()
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#free++
      else next()
    }
  }
}
