import { createHash } from 'node:crypto'
import { z } from 'zod'
import { fail, type Failure, type Result } from '../../contract/result'
import { StoreFailure } from '../../world/store/port'

/** After so many wrong passphrases in a row each further one costs a wait that doubles, at most ten minutes. */
const freeAttempts = 5
const firstWait = 5_000
const longestWait = 600_000
/** Who has not tried for so long begins anew, milliseconds. */
const forgottenAfter = 86_400_000
/** So many names are counted each for itself, more than a school has people who sign in. */
const mostNames = 2_000
/** All further names are counted together: making names up must not push a victim's count out. */
const others = 'others'

interface Attempts {
  readonly failed: number
  /** Instant (milliseconds) before which no further attempt is made. */
  readonly notBefore: number
  /** When the last one began. */
  readonly at: number
}

/** Keeps the counts when the app ends, on this PC. They hold digests and numbers, no names and no secrets. */
export interface AttemptMemory {
  /** undefined: nothing kept. */
  read(): Promise<unknown>
  write(attempts: unknown): Promise<void>
}

const keptSchema = z.record(
  z.string(),
  z.object({ failed: z.number().int().min(0), notBefore: z.number(), at: z.number() })
)

const noMemory: AttemptMemory = { read: async () => undefined, write: async () => undefined }

/**
 * Slows down whoever guesses, for each name apart.
 *
 * [Note: an attempt counts when it begins]
 *
 * A guess takes half a second or more. What is counted only when it has turned out wrong lets everybody through who asks
 * meanwhile. So each attempt counts as a wrong one from its beginning, and is taken back when it was right or when nobody
 * could say. The counts belong to this PC, not to the open case file, and outlive the app.
 */
export class Throttle {
  private readonly attempts = new Map<string, Attempts>()
  private writing: Promise<void> = Promise.resolve()
  private next: Promise<void> | null = null

  constructor(
    private readonly now: () => number,
    private readonly memory: AttemptMemory = noMemory
  ) {}

  static async open(now: () => number, memory: AttemptMemory): Promise<Throttle> {
    const throttle = new Throttle(now, memory)
    const kept = keptSchema.safeParse(await memory.read())
    for (const [name, attempts] of Object.entries(kept.data ?? {}).slice(0, mostNames)) {
      throttle.attempts.set(name, attempts)
    }
    return throttle
  }

  /**
   * Makes an attempt for a name. `people.tooManyAttempts`: not yet.
   *
   * @param isWrong whether the work failed because the secret was wrong, and not for want of an answer
   */
  async attempt<Value>(
    name: string,
    work: () => Promise<Result<Value>>,
    isWrong: (failure: Failure) => boolean
  ): Promise<Result<Value>> {
    const counted = this.countedName(createHash('sha256').update(name, 'utf8').digest('hex'))
    const seconds = this.wait(counted)
    if (seconds > 0) return fail('people.tooManyAttempts', { seconds })
    this.begin(counted)
    await this.save()
    let result: Result<Value>
    try {
      result = await work()
    } catch (error) {
      await this.takeBack(counted)
      throw error
    }
    if (result.ok && counted !== others) {
      this.attempts.delete(counted)
      await this.save()
    } else if (result.ok || !isWrong(result.failure)) {
      await this.takeBack(counted)
    }
    return result
  }

  /** Seconds that the name still has to wait; 0: none. */
  private wait(name: string): number {
    const known = this.attempts.get(name)
    if (known === undefined) return 0
    // A clock that was ahead for a while must not lock anybody out: from now on it is the longest wait.
    const notBefore = Math.min(known.notBefore, this.now() + longestWait)
    if (notBefore < known.notBefore) this.attempts.set(name, { ...known, notBefore, at: this.now() })
    return Math.max(0, Math.ceil((notBefore - this.now()) / 1000))
  }

  private countedName(name: string): string {
    for (const [known, { at }] of this.attempts) {
      if (at + forgottenAfter < this.now()) this.attempts.delete(known)
    }
    return this.attempts.has(name) || this.attempts.size < mostNames ? name : others
  }

  private begin(name: string): void {
    const failed = (this.attempts.get(name)?.failed ?? 0) + 1
    const delay = failed < freeAttempts ? 0 : Math.min(longestWait, firstWait * 2 ** (failed - freeAttempts))
    this.attempts.set(name, { failed, notBefore: this.now() + delay, at: this.now() })
  }

  private async takeBack(name: string): Promise<void> {
    const known = this.attempts.get(name)
    if (known === undefined) return
    const failed = known.failed - 1
    if (failed <= 0) this.attempts.delete(name)
    else this.attempts.set(name, { ...known, failed, notBefore: failed < freeAttempts ? 0 : known.notBefore })
    await this.save()
  }

  /** On the disk when it resolves, where the disk takes it. Attempts that come together are written together. */
  private save(): Promise<void> {
    this.next ??= this.writing.then(() => {
      this.next = null
      this.writing = this.write()
      return this.writing
    })
    return this.next
  }

  private async write(): Promise<void> {
    try {
      await this.memory.write(Object.fromEntries(this.attempts))
    } catch (error) {
      // A full disk keeps nobody from signing in; in memory it counts on.
      if (!(error instanceof StoreFailure)) throw error
    }
  }
}
