import { ledgerHeadSchema, type LedgerHead } from '../../contract/ledger'
import type { CopiedRow } from '../../world/store/port'

/** Rows by table, and the newest statement among them. */
export interface Counted {
  readonly rows: Readonly<Record<string, number>>
  readonly head: LedgerHead | null
}

/** Counts the rows of a copy as they go by. */
export class Tally {
  private readonly rows = new Map<string, number>()
  private head: LedgerHead | null = null
  private hasKnown: boolean

  /** `known`: a statement that must be among them; null: none. */
  constructor(private readonly known: LedgerHead | null) {
    this.hasKnown = known === null
  }

  async *watch(rows: AsyncIterable<CopiedRow>): AsyncGenerator<CopiedRow> {
    for await (const row of rows) {
      this.take(row)
      yield row
    }
  }

  take({ table, row }: CopiedRow): void {
    this.rows.set(table, this.rowsOf(table) + 1)
    if (table !== 'statements') return
    const statement = ledgerHeadSchema.safeParse(row)
    if (!statement.success) return
    const { sequence, hash } = statement.data
    if (this.head === null || sequence > this.head.sequence) this.head = { sequence, hash }
    if (sequence === this.known?.sequence && hash === this.known.hash) this.hasKnown = true
  }

  get counted(): Counted {
    return { rows: Object.fromEntries(this.rows), head: this.head }
  }

  /** The statement that must be among the rows has gone by. */
  get isComplete(): boolean {
    return this.hasKnown
  }

  rowsOf(table: string): number {
    return this.rows.get(table) ?? 0
  }
}
