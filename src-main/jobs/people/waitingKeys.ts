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
  /** So many signatures are being made with it. */
  uses: number
}

/**
 * New keys whose passphrase was chosen and that no statement names yet. Forgetting one wipes it, at the latest when the
 * signature that is just being made with it is done.
 */
export class WaitingKeys<Owner> {
  private readonly waiting = new Map<string, Waiting<Owner>>()

  /** Answers the fingerprint, by which the key is asked for. */
  keep(keys: NewPersonKeys, owner: Owner): string {
    const { fingerprint } = keys.row
    const timer = setTimeout(() => {
      this.forget(fingerprint)
    }, patience)
    timer.unref()
    this.waiting.set(fingerprint, { owner, keys, timer, uses: 0 })
    return fingerprint
  }

  /** null: there is none, or it has waited for too long. */
  find(fingerprint: string): Pick<Waiting<Owner>, 'owner' | 'keys'> | null {
    return this.waiting.get(fingerprint) ?? null
  }

  /** Signs with keys that are there when it begins; they stay whole until it is done. */
  async using<Value>(fingerprints: readonly string[], work: () => Promise<Value>): Promise<Value> {
    const used = fingerprints.flatMap((fingerprint) => this.waiting.get(fingerprint) ?? [])
    for (const one of used) one.uses += 1
    try {
      return await work()
    } finally {
      for (const one of used) {
        one.uses -= 1
        if (this.waiting.get(one.keys.row.fingerprint) !== one) wipe(one)
      }
    }
  }

  get owners(): readonly (readonly [fingerprint: string, owner: Owner])[] {
    return [...this.waiting].map(([fingerprint, { owner }]) => [fingerprint, owner])
  }

  forget(fingerprint: string): void {
    const found = this.waiting.get(fingerprint)
    if (found === undefined) return
    clearTimeout(found.timer)
    this.waiting.delete(fingerprint)
    wipe(found)
  }

  close(): void {
    for (const fingerprint of [...this.waiting.keys()]) this.forget(fingerprint)
  }
}

function wipe({ keys, uses }: Waiting<unknown>): void {
  if (uses === 0) keys.signer.wipe()
}
