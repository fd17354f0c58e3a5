import type { LedgerHead } from '../../../src-main/contract/ledger'
import type { Result } from '../../../src-main/contract/result'
import type { HeadMemory } from '../../../src-main/core/ledger'
import type {
  Appendix,
  LedgerShelf,
  PayloadRow,
  SealedKeyRow,
  StatementRow
} from '../../../src-main/world/store/port'

/** A ledger's rows in memory. A test changes them behind the ledger's back, as an attacker would. */
export class MemoryLedgerShelf implements LedgerShelf {
  rows: StatementRow[] = []
  payloads = new Map<string, PayloadRow>()
  readonly sealedKeys: SealedKeyRow[] = []
  /** The store's clock (ISO, UTC). */
  time = '2026-08-03T06:00:00.000Z'
  /** A newer version works on it, too. */
  newer = false
  /** What appends answer, or throw, instead of writing; null: they write. */
  refusal: Result<never> | Error | null = null

  async readStatements(after: number, limit: number) {
    return this.rows.filter(({ sequence }) => sequence > after).slice(0, limit)
  }
  async readPayloads(hashes: readonly string[]) {
    return hashes.flatMap((hash) => this.payloads.get(hash) ?? [])
  }
  async append<Value>(
    after: number,
    compose: (fresh: readonly StatementRow[], time: string) => Result<{ appendix: Appendix; value: Value }>
  ): Promise<Result<Value>> {
    const composed = compose(
      this.rows.filter(({ sequence }) => sequence > after),
      this.time
    )
    if (!composed.ok) return composed
    if (this.refusal instanceof Error) throw this.refusal
    if (this.refusal !== null) return this.refusal
    const { statements, payloads } = composed.value.appendix
    this.rows.push(...statements)
    for (const payload of payloads) this.payloads.set(payload.hash, payload)
    return { ok: true, value: composed.value.value }
  }
  async isNewer() {
    return this.newer
  }
  async readTime() {
    return this.time
  }
  async keepKey(key: SealedKeyRow) {
    this.sealedKeys.unshift(key)
  }
  async findKey(fingerprint: string) {
    return this.sealedKeys.find((key) => key.fingerprint === fingerprint) ?? null
  }
  async keysOf(person: string) {
    return this.sealedKeys.filter((key) => key.person === person)
  }
}

/** The newest head that a PC has seen. */
export class MemoryHead implements HeadMemory {
  head: LedgerHead | null = null
  async read() {
    return this.head
  }
  async write(head: LedgerHead) {
    this.head = head
  }
}
