import type { NewPersonKeys } from '../../core/people/keys'

/*
 * [Note: a secret leaves the window with its step]
 * Founding and appointing put several persons before one window, one after the other. Each hands their secrets to main
 * at the end of their own step, and the window forgets them there. What waits here for the signature that names it is
 * the new key, not the passphrase: a key that no statement names opens nothing.
 */

/** A new key waits this long for the signature that names it, milliseconds. */
const patience = 15 * 60_000

interface Waiting<Owner> {
  readonly owner: Owner
  readonly keys: NewPersonKeys
  readonly timer: NodeJS.Timeout
}

/** New keys whose passphrase was chosen and that no statement names yet. Forgetting one wipes it. */
export class WaitingKeys<Owner> {
  private readonly waiting = new Map<string, Waiting<Owner>>()

  /** Answers the fingerprint, by which the key is asked for. */
  keep(keys: NewPersonKeys, owner: Owner): string {
    const { fingerprint } = keys.row
    const timer = setTimeout(() => {
      this.forget(fingerprint)
    }, patience)
    timer.unref()
    this.waiting.set(fingerprint, { owner, keys, timer })
    return fingerprint
  }

  /** null: there is none, or it has waited for too long. */
  find(fingerprint: string): Pick<Waiting<Owner>, 'owner' | 'keys'> | null {
    return this.waiting.get(fingerprint) ?? null
  }

  get owners(): readonly (readonly [fingerprint: string, owner: Owner])[] {
    return [...this.waiting].map(([fingerprint, { owner }]) => [fingerprint, owner])
  }

  forget(fingerprint: string): void {
    const found = this.waiting.get(fingerprint)
    if (found === undefined) return
    clearTimeout(found.timer)
    found.keys.signer.wipe()
    this.waiting.delete(fingerprint)
  }

  close(): void {
    for (const fingerprint of [...this.waiting.keys()]) this.forget(fingerprint)
  }
}
