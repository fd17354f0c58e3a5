import type { LedgerProblem } from '../../../contract/ledger'
import type { LedgerView } from '../../../core/ledger'
import { readOrders, wordsOf } from './records'

/**
 * Orders about somebody who gave them, withdrew them, has signed a notice about them, or is to evaluate under them (P21). The ledger's own rule does not know
 * whom an order is about: that is personal. Of what was erased nobody can say it any more.
 */
export function ownOrders(ledger: LedgerView): LedgerProblem[] {
  return readOrders(ledger).flatMap((record) => {
    const concerned = wordsOf(ledger, record)?.scope.concerned.map(({ person }) => person) ?? []
    const isIn = (person: string | null): boolean => person !== null && concerned.includes(person)
    const { given, withdrawn, evaluators } = record
    const faulty = [
      ...(isIn(given.signedBy.person) || evaluators.some(isIn) ? [given] : []),
      ...(withdrawn !== null && isIn(withdrawn.signedBy.person) ? [withdrawn] : []),
      ...ledger
        .about(given.statement.subject)
        .filter(({ statement, signedBy }) => statement.kind.startsWith('notice.') && isIn(signedBy.person))
    ]
    return faulty.map(({ statement }) => ({ sequence: statement.sequence, code: 'fourEyesBroken' as const }))
  })
}
