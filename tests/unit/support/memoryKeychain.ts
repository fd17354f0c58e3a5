import type { Keychain } from '../../../src-main/world/secrets/port'

/** A keychain in memory; `available` false: one that keeps nothing. */
export class MemoryKeychain implements Keychain {
  readonly kept = new Map<string, string>()
  constructor(readonly available = true) {}

  async keep(name: string, secret: string): Promise<void> {
    if (!this.available) throw new Error('This keychain keeps nothing')
    this.kept.set(name, secret)
  }

  async read(name: string): Promise<string | null> {
    return this.kept.get(name) ?? null
  }

  async forget(name: string): Promise<void> {
    this.kept.delete(name)
  }
}
