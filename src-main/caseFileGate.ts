import { setTimeout as delay } from 'node:timers/promises'
import { fail, type Result } from './contract/result'

/** How often it is looked whether what is under way has become a plan that is carried out, milliseconds. */
const lookPause = 100

/**
 * [Note: nobody works while the case file moves]
 *
 * What is done to the old place while its content is on the way to the new one would be acknowledged and lost. So
 * everything that works on the case file passes this gate. Moving, restoring and going into another case file close it:
 * what is under way ends first, what comes meanwhile waits, and then meets the case file that is open by then.
 */
export class CaseFileGate {
  private readonly underWay = new Set<Promise<unknown>>()
  private closed: Promise<void> | null = null

  /** @param isBusy whether a plan is being carried out; that is not waited for */
  constructor(private readonly isBusy: () => boolean) {}

  /** Works on the case file. Another one may be open by now than when it was asked for. */
  async enter<Value>(work: () => Promise<Value>): Promise<Value> {
    while (this.closed !== null) await this.closed
    const working = work()
    this.underWay.add(working)
    try {
      return await working
    } finally {
      this.underWay.delete(working)
    }
  }

  /** Works on the case file as the only one. `directory.planRunning`. */
  async exclusively<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
    while (this.closed !== null) await this.closed
    let reopen = (): void => undefined
    this.closed = new Promise((resolve) => (reopen = resolve))
    try {
      while (!this.isBusy() && this.underWay.size > 0) {
        await Promise.race([Promise.allSettled(this.underWay), delay(lookPause)])
      }
      if (this.isBusy()) return fail('directory.planRunning')
      return await work()
    } finally {
      this.closed = null
      reopen()
    }
  }
}
