import type { LockHolder, SharedWork } from '../../world/store/port'

const lockName = 'plans'
/** Another PC's short run, like a new password, is waited for; milliseconds. */
const wait = 10_000

/**
 * The turn of this process among all PCs that share the store: while plans run here, none runs elsewhere. Two PCs that
 * carry out the same plan would each take the other's half-done steps for changes by a stranger.
 */
export class SharedTurn {
  private runs = 0
  private taken: ReturnType<SharedWork['lock']> | null = null

  constructor(private readonly lock: SharedWork['lock']) {}

  /**
   * Carries out work in this turn, which all works of this engine share; else says who has it: another engine of this app,
   * or another PC.
   */
  async during<Value>(work: () => Promise<Value>): Promise<{ value: Value } | { holder: LockHolder }> {
    this.runs += 1
    const taken = (this.taken ??= this.lock(lockName, wait))
    try {
      const turn = await taken
      return typeof turn === 'string' ? { holder: turn } : { value: await work() }
    } finally {
      this.runs -= 1
      if (this.runs === 0) {
        this.taken = null
        await taken.then((turn) => (typeof turn === 'string' ? undefined : turn())).catch(() => undefined)
      }
    }
  }
}
