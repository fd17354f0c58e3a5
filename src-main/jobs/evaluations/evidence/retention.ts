import type { destructionReasons } from '../../../contract/evidence'
import type { LedgerView } from '../../../core/ledger'
import { readOrder, wordsOf } from '../orders/records'
import type { EvidenceRecord } from './records'

const day = 86_400_000
/** Where the order was erased that says it. */
const usualDays = 7

/**
 * When evidence is destroyed (ISO, UTC) unless a case holds it: all of it lies under one seal, so that the source that is kept for the
 * shortest time counts.
 */
export function keptUntil(ledger: LedgerView, { order: id, sealed }: EvidenceRecord): string {
  const order = readOrder(ledger, id)
  const sources = (order === null ? null : wordsOf(ledger, order))?.scope.sources ?? []
  const days = sources.length === 0 ? usualDays : Math.min(...sources.map(({ keptDays }) => keptDays))
  return new Date(Date.parse(sealed.statement.time) + days * day).toISOString()
}

/** Why evidence is to be destroyed now; null: it is not. */
export function dueDestruction(
  ledger: LedgerView,
  record: EvidenceRecord,
  now: Date
): (typeof destructionReasons)[number] | null {
  if (record.destroyed !== null) return null
  const order = readOrder(ledger, record.order)
  if (order?.state === 'withdrawn') return 'withdrawn'
  // How long it is kept is not read yet, and not erased either.
  if (order !== null && wordsOf(ledger, order) === null && ledger.isAwaiting) return null
  return keptUntil(ledger, record) <= now.toISOString() ? 'keptLongEnough' : null
}
