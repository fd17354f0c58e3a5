import type { LedgerVerification } from '../../../contract/ledger'
import type { Result } from '../../../contract/result'

/** What `demo` asks of the open case file. */
export interface OpenDemo {
  furnishDemo(): Promise<Result<undefined>>
  readonly journal: { verify(): Promise<LedgerVerification> }
}

/** What the words of `demo` work with beside operations. */
export interface OwnServices {
  readonly demoSchool: {
    /** Fills the demo school's case file with people and history, where it is empty. */
    furnish(): Promise<Result<undefined>>
    verify(): Promise<LedgerVerification>
  }
}
