import type { SharedWork } from '../../world/store/port'

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

  /** Carries out work in this process' turn; null: another PC has it. Works of this process share the turn. */
  async during<Value>(work: () => Promise<Value>): Promise<Value | null> {
    this.runs += 1
    const taken = (this.taken ??= this.lock(lockName, wait))
    try {
      return (await taken) === null ? null : await work()
    } finally {
      this.runs -= 1
      if (this.runs === 0) {
        this.taken = null
        await taken.then((release) => release?.()).catch(() => undefined)
      }
    }
  }
}
