import { fail, succeed, type Result } from '../../contract/result'
import { StoreFailure } from '../../world/store/port'

/** What a check does; answers whether everything was as the checkpoint said. */
export type Check = (signal: AbortSignal, onProgress: (done: number) => void) => Promise<boolean>

/**
 * [Note: nobody signs before the whole is sound]
 *
 * What a checkpoint vouches for is shown at once, and verified from its beginning while people already read. Until that is
 * done nothing is said in the ledger: whoever wants to sign waits, and where the check finds something else than the
 * checkpoint said, whatever was waiting is refused (`ledger.checkpointWrong`), since it was decided by what was shown.
 */
export class WholeCheck {
  private done = 0
  private running: Promise<boolean> | null = null
  private isOver = false
  private readonly ending = new AbortController()

  constructor(
    private readonly check: Check,
    /** How many statements are to be checked. */
    private readonly all: number,
    private readonly onProgress: () => void
  ) {}

  /** Whole percent of what is checked; null: all. */
  get percent(): number | null {
    return this.isOver ? null : Math.floor((this.done * 100) / Math.max(1, this.all))
  }

  /** Begins, or begins again where the store has failed. Whoever waits is told how it ended. */
  start(): Promise<boolean> {
    this.running ??= this.run().catch((error: unknown) => {
      this.running = null
      throw error
    })
    return this.running
  }

  /** Waits for the end: `ledger.checkpointWrong`, `application.cancelled`, `store.*`. */
  async wait(): Promise<Result<undefined>> {
    if (this.isOver) return succeed()
    try {
      return (await this.start()) ? succeed() : fail('ledger.checkpointWrong')
    } catch (error) {
      if (error instanceof StoreFailure) return { ok: false, failure: error.failure }
      if (error instanceof Stopped) return fail('application.cancelled')
      throw error
    }
  }

  /** Nobody needs the answer any more; ends when nothing is read any more. */
  async stop(): Promise<void> {
    this.ending.abort(new Stopped())
    await this.running?.catch(() => undefined)
  }

  private async run(): Promise<boolean> {
    if (this.ending.signal.aborted) throw new Stopped()
    this.done = 0
    const isSound = await this.check(this.ending.signal, (done) => {
      this.done = done
      this.onProgress()
    })
    this.isOver = true
    this.onProgress()
    return isSound
  }
}

/** Why a check that was stopped has no answer. */
class Stopped extends Error {}
