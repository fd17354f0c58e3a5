import type { PayloadRow } from '../../world/store/port'
import type { Breath } from '../cooperation'
import { isNewer, type LedgerItem } from './replay'
import { RepeatedWords } from './repeatedWords'
import { isCanonical, isHashed, readDetails } from './statement'

/**
 * What is personal about the statements of one ledger, checked against them. Kept by the item and not by the payload's
 * hash: a second statement that names the hash of another one must neither show it in a wrong shape nor throw doubt on
 * it. Numbers will not do either, since a damaged ledger may have one twice. Kept are texts: objects made of them would
 * take several times as much memory, and most are never asked for.
 */
export class Payloads {
  /** Canonical JSON, of a shape that the kind declares. */
  private readonly checked = new Map<LedgerItem, string>()
  private readonly changedItems = new Set<LedgerItem>()
  /** Of statements that a checkpoint vouches for, the texts that they name: read when somebody asks, or by `readAll`. */
  private readonly unread = new Map<LedgerItem, string>()
  private waiting: Awaited[] = []
  private readonly words = new RepeatedWords()

  /** null: nothing, erased, or not what was signed. */
  of(item: LedgerItem): Readonly<Record<string, unknown>> | null {
    this.read(item)
    const text = this.checked.get(item)
    return text === undefined ? null : (JSON.parse(text) as Record<string, unknown>)
  }

  /** Items whose payload is there but is not what was signed. */
  changed({ items, strays }: { items: readonly LedgerItem[]; strays: readonly LedgerItem[] }): LedgerItem[] {
    if (this.changedItems.size === 0) return []
    return [...items, ...strays].filter((item) => this.changedItems.has(item))
  }

  /** The item's payload is to be asked for, where it has one. */
  await(item: LedgerItem): void {
    const hash = hashOf(item)
    if (hash !== null) this.waiting.push({ item, hash })
  }

  get isAwaiting(): boolean {
    return this.waiting.length > 0
  }

  /** Hashes to ask for. */
  get awaited(): readonly string[] {
    return this.waiting.map(({ hash }) => hash)
  }

  /** All that were waiting, which have an answer now: what is not there was erased. */
  answered(): readonly Awaited[] {
    const items = this.waiting
    this.waiting = []
    return items
  }

  /** Compares it with the statement, and reads it later. */
  takeUnread(item: LedgerItem, row: PayloadRow): void {
    if (isHashed(hashOf(item), row)) this.unread.set(item, this.words.once(row.text))
    else this.changedItems.add(item)
  }

  /** Reads what is still unread. `breath`: between two. */
  async readAll(breath: Breath): Promise<void> {
    for (const item of [...this.unread.keys()]) {
      this.read(item)
      await breath()
    }
  }

  private read(item: LedgerItem): void {
    const text = this.unread.get(item)
    if (text === undefined) return
    this.unread.delete(item)
    this.keep(item, text)
  }

  take(item: LedgerItem, row: PayloadRow): void {
    if (isHashed(hashOf(item), row)) this.keep(item, this.words.once(row.text))
    else this.changedItems.add(item)
  }

  /** `text`: what the statement names. */
  private keep(item: LedgerItem, text: string): void {
    const { statement, newer } = item
    if (statement !== null) {
      if (readDetails(statement, text) === null) this.changedItems.add(item)
      else this.checked.set(item, text)
    } else if (newer !== null && !isCanonical(text)) this.changedItems.add(item)
  }
}

/** A statement whose payload is to be asked for. */
interface Awaited {
  readonly item: LedgerItem
  readonly hash: string
}

function hashOf(item: LedgerItem): string | null {
  if (item.statement !== null) return item.statement.payload
  return isNewer(item) ? item.newer.payload : null
}
