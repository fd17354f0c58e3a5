import { fail, succeed, type Result } from '../../contract/result'
import type { Ledger } from './ledger'

/** The longest that this PC's clock may be ahead of the ledger's before nothing is ended by it, milliseconds. */
const tolerated = 120_000

/** Differences below this are the way to the store, milliseconds. */
const passage = 1_000

/**
 * [Note: what ends by time ends by the ledger's time]
 *
 * Where several PCs share a case file, a server tells the time of statements. A PC whose own clock is ahead would otherwise
 * end early what was decided, and whoever may set the clock would not need the leadership. So days are compared with this
 * PC's clock, put right by how far it was off when the ledger was last asked.
 */
export class LedgerClock {
  /** Milliseconds; negative: behind. */
  private ahead = 0

  constructor(
    private readonly ledger: Pick<Ledger, 'time'>,
    private readonly own: { now(): Date }
  ) {}

  now(): Date {
    return new Date(this.own.now().getTime() - this.ahead)
  }

  /** Asks the ledger anew; to be called before something is ended. */
  async follow(): Promise<void> {
    const time = Date.parse(await this.ledger.time())
    const ahead = this.own.now().getTime() - time
    this.ahead = Math.abs(ahead) < passage ? 0 : ahead
  }

  /**
   * `ledger.clockAhead`: by minutes. What other programs on this PC tell of time is then wrong as well, and a server that
   * does not answer leaves this clock as it was; so nothing is ended until somebody has put the clock right.
   */
  async check(): Promise<Result<undefined>> {
    await this.follow()
    if (this.ahead <= tolerated) return succeed()
    return fail('ledger.clockAhead', { minutes: Math.round(this.ahead / 60_000) })
  }
}
