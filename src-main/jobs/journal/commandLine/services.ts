import type { LedgerVerification, PrintedLedger } from '../../../contract/ledger'
import type { Result } from '../../../contract/result'
import type { JournalJob } from '..'

/** What `ledger` asks of the open case file. */
export interface OpenJournal {
  readonly journal: JournalJob
}

/** What the words of `ledger` work with beside operations. */
export interface OwnServices {
  readonly ledger: LedgerServices
}

/** The ledger, for whoever verifies it. */
export interface LedgerServices {
  /** Reads the open case file's ledger anew, checks it and compares it with paper. */
  verify(printed?: PrintedLedger): Promise<LedgerVerification>
  export(file: string): Promise<Result<undefined>>
  /** Checks an exported ledger: `ledger.fileUnreadable`. */
  verifyExport(bytes: Uint8Array, file: string, printed: PrintedLedger): Result<LedgerVerification>
}
