import { fail, succeed, type Result } from '../../contract/result'
import type { LedgerShelf } from '../../world/store/port'
import { fullName, type Actor } from './actor'
import { openSigner, type Signer } from './keys'

/** Signatures of persons: each asks for the passphrase anew. */
export interface Signing {
  /** The person types the passphrase for each signature; false: it was given once, at the command line's start. */
  readonly needsPassphrase: boolean
  /**
   * Opens the actor's key for the time of the work and wipes it afterwards. `people.noKey`,
   * `people.wrongPassphrase`, `people.keyDamaged`, `people.tooManyAttempts`.
   */
  sign<Value>(
    actor: Actor,
    passphrase: string,
    work: (signer: Signer) => Promise<Result<Value>>
  ): Promise<Result<Value>>
}

/** After so many wrong passphrases in a row each further one costs a wait that doubles, at most ten minutes. */
const freeAttempts = 5
const longestWait = 600_000

interface Attempts {
  readonly failed: number
  /** Instant (milliseconds) before which no further attempt is made. */
  readonly notBefore: number
}

/** Slows down whoever guesses, for each name apart. Kept in memory: it guards a window, not a stolen file. */
export class Throttle {
  private readonly attempts = new Map<string, Attempts>()

  constructor(private readonly now: () => number) {}

  /** Seconds that `name` still has to wait; 0: none. */
  wait(name: string): number {
    const { notBefore } = this.attempts.get(name) ?? { notBefore: 0 }
    return Math.max(0, Math.ceil((notBefore - this.now()) / 1000))
  }

  failed(name: string): void {
    const failed = (this.attempts.get(name)?.failed ?? 0) + 1
    const delay = failed < freeAttempts ? 0 : Math.min(longestWait, 5_000 * 2 ** (failed - freeAttempts))
    this.attempts.set(name, { failed, notBefore: this.now() + delay })
  }

  succeeded(name: string): void {
    this.attempts.delete(name)
  }
}

/** Signing as the app does it. */
export class PassphraseSigning implements Signing {
  private readonly throttle: Throttle
  /** Stays open: the command line gets its passphrase once, at its start. */
  private held: Signer | null = null

  constructor(
    private readonly shelf: Pick<LedgerShelf, 'findKey'>,
    now: () => number
  ) {
    this.throttle = new Throttle(now)
  }

  get needsPassphrase(): boolean {
    return this.held === null
  }

  async sign<Value>(
    actor: Actor,
    passphrase: string,
    work: (signer: Signer) => Promise<Result<Value>>
  ): Promise<Result<Value>> {
    if (this.held !== null && this.held.fingerprint === actor.fingerprint) return work(this.held)
    const opened = await this.open(actor, passphrase)
    if (!opened.ok) return opened
    try {
      return await work(opened.value)
    } finally {
      opened.value.wipe()
    }
  }

  /** Opens the actor's key until `release`. */
  async hold(actor: Pick<Actor, 'fingerprint' | 'names'>, passphrase: string): Promise<Result<undefined>> {
    const opened = await this.open(actor, passphrase)
    if (!opened.ok) return opened
    this.release()
    this.held = opened.value
    return succeed()
  }

  release(): void {
    this.held?.wipe()
    this.held = null
  }

  private async open(
    { fingerprint, names }: Pick<Actor, 'fingerprint' | 'names'>,
    passphrase: string
  ): Promise<Result<Signer>> {
    const row = fingerprint === null ? null : await this.shelf.findKey(fingerprint)
    if (fingerprint === null || row === null) return fail('people.noKey', { name: fullName(names) })
    const seconds = this.throttle.wait(fingerprint)
    if (seconds > 0) return fail('people.tooManyAttempts', { seconds })
    const opened = await openSigner(row, passphrase)
    if (!opened.ok) {
      if (opened.failure.code === 'people.wrongPassphrase') this.throttle.failed(fingerprint)
      return opened
    }
    this.throttle.succeeded(fingerprint)
    return succeed(opened.value)
  }
}
