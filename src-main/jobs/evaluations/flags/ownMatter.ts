import type { LedgerProblem } from '../../../contract/ledger'
import type { LedgerView } from '../../../core/ledger'
import { payloadOf, readFlags } from './records'

/**
 * What somebody of the leadership has said about a flag that is about themselves (P21). The ledger's own rule does not know
 * whom a flag is about: that is personal. Of what was erased nobody can say it any more.
 */
export function ownMatters(ledger: LedgerView): LedgerProblem[] {
  return readFlags(ledger).flatMap((record) => {
    const concerned = payloadOf(ledger, record.reported, 'flag.reported')?.person ?? null
    return [record.asked, ...record.answers].flatMap((item) =>
      item !== null && concerned !== null && item.signedBy.person === concerned
        ? [{ sequence: item.statement.sequence, code: 'fourEyesBroken' as const }]
        : []
    )
  })
}
