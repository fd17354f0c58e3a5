import type { Copy } from '../../contract/ledger'
import { succeed, type Result } from '../../contract/result'
import type { Ledger } from './ledger'
import { draft } from './statement'

/** Says that a copy is made. Asked before the copy is written: what cannot be said is not saved. `ledger.*`, `store.*`. */
export type RecordCopy = (copy: Copy) => Promise<Result<undefined>>

/** Says it as this PC. */
export function copyRecorder(ledger: Ledger): RecordCopy {
  return async (copy) => {
    const said = await ledger.record(draft('copy.made', 'ledger', copy, null))
    return said.ok ? succeed() : said
  }
}
