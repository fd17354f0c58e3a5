import type { LedgerHead } from '../../contract/ledger'

/** Remembers one head, outside the store. */
export interface HeadMemory {
  /** null: none yet. */
  read(): Promise<LedgerHead | null>
  write(head: LedgerHead): Promise<void>
}
