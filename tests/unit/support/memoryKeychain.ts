import type { Keychain } from '../../../src-main/world/secrets/port'

/** A keychain in memory; `available` false: one that keeps nothing. */
export class MemoryKeychain implements Keychain {
  readonly kept = new Map<string, { secret: string; place: string }>()
  constructor(readonly available = true) {}

  async keep(name: string, secret: string, place: string): Promise<void> {
    if (!this.available) throw new Error('This keychain keeps nothing')
    this.kept.set(name, { secret, place })
  }

  async read(name: string, place: string): Promise<string | null> {
    const kept = this.kept.get(name)
    return kept?.place === place ? kept.secret : null
  }

  async forget(name: string): Promise<void> {
    this.kept.delete(name)
  }
}
