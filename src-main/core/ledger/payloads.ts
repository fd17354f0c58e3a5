import type { PayloadRow } from '../../world/store/port'
import type { LedgerItem } from './replay'
import { readPayload } from './statement'

/**
 * What is personal about the statements of one ledger, checked against them. Kept by the statement's text and not by
 * the payload's hash: a second statement that names the hash of another one must neither show it in a wrong shape nor
 * throw doubt on it. Numbers will not do either, since a damaged ledger may have one twice.
 */
export class Payloads {
  private readonly byStatement = new Map<string, Readonly<Record<string, unknown>>>()
  private readonly changed = new Set<string>()

  /** null: nothing, erased, or not what was signed. */
  of({ row }: LedgerItem): Readonly<Record<string, unknown>> | null {
    return this.byStatement.get(row.text) ?? null
  }

  /** There is one, but it is not what was signed. */
  isChanged({ row }: LedgerItem): boolean {
    return this.changed.has(row.text)
  }

  /** Items with a payload that has not been taken yet; those of erased ones stay among them. */
  awaited(items: readonly LedgerItem[]): readonly LedgerItem[] {
    return items.filter(
      ({ row, statement }) =>
        statement?.payload != null && !this.byStatement.has(row.text) && !this.changed.has(row.text)
    )
  }

  /** Takes the rows that belong to the items. */
  take(items: readonly LedgerItem[], rows: readonly PayloadRow[]): void {
    const byHash = new Map(rows.map((row) => [row.hash, row]))
    for (const { row, statement } of items) {
      const kept = statement?.payload == null ? undefined : byHash.get(statement.payload)
      if (statement === null || kept === undefined) continue
      const payload = readPayload(statement, kept)
      if (payload === null) this.changed.add(row.text)
      else this.byStatement.set(row.text, payload)
    }
  }
}
