import { fail, succeed, type Result } from '../../contract/result'
import type { LedgerShelf, SealedKeyRow } from '../../world/store/port'
import { fullName, type Actor } from './actor'
import { openKeys, openSigner, type PersonKeys, type Signer } from './keys'
import type { Throttle } from './throttle'

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

/** What is sealed for two persons: each opens their part with their passphrase. */
export interface Unsealing {
  /**
   * Opens all keys of a person for the time of the work and wipes them afterwards; the passphrase is asked for also where the
   * command line was given one. Failures as with `sign`.
   */
  unseal<Value>(
    actor: Pick<Actor, 'fingerprint' | 'names'>,
    passphrase: string,
    work: (keys: PersonKeys) => Promise<Result<Value>>
  ): Promise<Result<Value>>
}

/** Signing as the app does it. */
export class PassphraseSigning implements Signing, Unsealing {
  /** Stays open: the command line gets its passphrase once, at its start. */
  private held: Signer | null = null

  constructor(
    private readonly shelf: Pick<LedgerShelf, 'findKey'>,
    private readonly throttle: Throttle
  ) {}

  get needsPassphrase(): boolean {
    return this.held === null
  }

  async sign<Value>(
    actor: Actor,
    passphrase: string,
    work: (signer: Signer) => Promise<Result<Value>>
  ): Promise<Result<Value>> {
    if (this.held !== null && this.held.fingerprint === actor.fingerprint) return work(this.held)
    return withOpened(await this.open(actor, passphrase, openSigner), work)
  }

  async unseal<Value>(
    actor: Pick<Actor, 'fingerprint' | 'names'>,
    passphrase: string,
    work: (keys: PersonKeys) => Promise<Result<Value>>
  ): Promise<Result<Value>> {
    return withOpened(await this.open(actor, passphrase, openKeys), work)
  }

  /** Opens the actor's key until `release`. */
  async hold(actor: Pick<Actor, 'fingerprint' | 'names'>, passphrase: string): Promise<Result<undefined>> {
    const opened = await this.open(actor, passphrase, openSigner)
    if (!opened.ok) return opened
    this.release()
    this.held = opened.value
    return succeed()
  }

  release(): void {
    this.held?.wipe()
    this.held = null
  }

  private async open<Opened>(
    { fingerprint, names }: Pick<Actor, 'fingerprint' | 'names'>,
    passphrase: string,
    openRow: (row: SealedKeyRow, passphrase: string) => Promise<Result<Opened>>
  ): Promise<Result<Opened>> {
    const row = fingerprint === null ? null : await this.shelf.findKey(fingerprint)
    if (fingerprint === null || row === null) return fail('people.noKey', { name: fullName(names) })
    return this.throttle.attempt(
      `key ${fingerprint}`,
      () => openRow(row, passphrase),
      ({ code }) => code === 'people.wrongPassphrase'
    )
  }
}

/** Hands what was opened to the work, and wipes it whatever becomes of that. */
async function withOpened<Opened extends Signer, Value>(
  opened: Result<Opened>,
  work: (opened: Opened) => Promise<Result<Value>>
): Promise<Result<Value>> {
  if (!opened.ok) return opened
  try {
    return await work(opened.value)
  } finally {
    opened.value.wipe()
  }
}
