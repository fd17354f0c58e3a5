import { setTimeout as delay } from 'node:timers/promises'
import type { LockHolder, SharedWork } from '../../world/store/port'

const lockName = 'plans'
/** A short run of another PC or another job, like a new password, is waited for; milliseconds. */
const wait = 10_000

/** The works that share the turn at this moment. */
interface Turn {
  readonly job: string
  works: number
  /** The lock of the store. */
  readonly taken: ReturnType<SharedWork['lock']>
  readonly over: Promise<void>
  readonly end: () => void
}

/**
 * The turn of this process among all PCs that share the store: while plans run here, none runs elsewhere. Two PCs that
 * carry out the same plan would each take the other's half-done steps for changes by a stranger. The same holds among the
 * jobs of this app, whose plans may be about the same account.
 */
export class SharedTurn {
  private turn: Turn | null = null

  constructor(private readonly lock: SharedWork['lock']) {}

  /**
   * Carries out work of a job in this turn, which all works of this job share; else says who has it: another job of this
   * app, or another PC.
   */
  async during<Value>(
    job: string,
    work: () => Promise<Value>
  ): Promise<{ value: Value } | { holder: LockHolder }> {
    const patience = AbortSignal.timeout(wait)
    while (this.turn !== null && this.turn.job !== job) {
      await Promise.race([
        this.turn.over,
        delay(wait, undefined, { signal: patience, ref: false }).catch(ended)
      ])
      if (patience.aborted) return { holder: 'thisApp' }
    }
    const turn = (this.turn ??= this.begin(job))
    turn.works += 1
    try {
      const taken = await turn.taken
      return typeof taken === 'string' ? { holder: taken } : { value: await work() }
    } finally {
      turn.works -= 1
      if (turn.works === 0) {
        this.turn = null
        await turn.taken.then((taken) => (typeof taken === 'string' ? undefined : taken())).catch(ended)
        turn.end()
      }
    }
  }

  private begin(job: string): Turn {
    let end = (): void => undefined
    const over = new Promise<void>((resolve) => (end = resolve))
    return { job, works: 0, taken: this.lock(lockName, wait), over, end }
  }
}

function ended(): void {
  return undefined
}
