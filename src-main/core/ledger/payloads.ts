import type { Statement } from '../../contract/ledger'
import type { PayloadRow } from '../../world/store/port'
import type { Breath } from '../cooperation'
import { isNewer, type LedgerItem } from './replay'
import { isNewerPayload, readPayload } from './statement'

/**
 * What is personal about the statements of one ledger, checked against them. Kept by the statement's text and not by
 * the payload's hash: a second statement that names the hash of another one must neither show it in a wrong shape nor
 * throw doubt on it. Numbers will not do either, since a damaged ledger may have one twice.
 */
export class Payloads {
  private readonly byStatement = new Map<string, Readonly<Record<string, unknown>>>()
  private readonly changedTexts = new Set<string>()
  /** Of statements that a checkpoint vouches for: compared and read when somebody asks for it, or by `readAll`. */
  private readonly unread = new Map<string, { readonly statement: Statement; readonly row: PayloadRow }>()
  private waiting: Awaited[] = []

  /** null: nothing, erased, or not what was signed. */
  of({ row }: LedgerItem): Readonly<Record<string, unknown>> | null {
    this.read(row.text)
    return this.byStatement.get(row.text) ?? null
  }

  /** Items whose payload is there but is not what was signed. */
  changed({ items, strays }: { items: readonly LedgerItem[]; strays: readonly LedgerItem[] }): LedgerItem[] {
    if (this.changedTexts.size === 0) return []
    return [...items, ...strays].filter(({ row }) => this.changedTexts.has(row.text))
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

  /** The same as `take`, later. */
  takeUnread(item: LedgerItem, row: PayloadRow): void {
    const { statement } = item
    if (statement === null) this.take(item, row)
    else this.unread.set(item.row.text, { statement, row })
  }

  /** Compares and reads what is still unread. `breath`: between two. */
  async readAll(breath: Breath): Promise<void> {
    for (const text of [...this.unread.keys()]) {
      this.read(text)
      await breath()
    }
  }

  private read(text: string): void {
    const unread = this.unread.get(text)
    if (unread === undefined) return
    this.unread.delete(text)
    this.keep(text, unread.statement, unread.row)
  }

  private keep(text: string, statement: Statement, row: PayloadRow): void {
    const payload = readPayload(statement, row)
    if (payload === null) this.changedTexts.add(text)
    else this.byStatement.set(text, payload)
  }

  take({ row: { text }, statement, newer }: LedgerItem, row: PayloadRow): void {
    if (statement !== null) this.keep(text, statement, row)
    else if (newer !== null && !isNewerPayload(newer, row)) this.changedTexts.add(text)
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
