import type { StatementPayload } from '../../../contract/ledger'
import { bodyOf, type LedgerView, type SoundItem } from '../../../core/ledger'
import { subjectOf } from '../orders/course'

/** Sealed evidence as the ledger tells it. */
export interface EvidenceRecord {
  readonly id: string
  readonly order: string
  readonly sealed: SoundItem
  /** null: it is there still. */
  readonly destroyed: SoundItem | null
}

/** Evidence of an order, newest first. */
export function evidenceOf(ledger: LedgerView, order: string): readonly EvidenceRecord[] {
  const items = ledger.about(subjectOf(order))
  const destroyed = new Map<string, SoundItem>()
  for (const item of items) {
    if (item.statement.kind === 'evidence.destroyed')
      destroyed.set(bodyOf(item.statement, 'evidence.destroyed').evidence, item)
  }
  return items
    .filter(({ statement }) => statement.kind === 'evidence.sealed')
    .map((sealed) => {
      const { evidence: id } = bodyOf(sealed.statement, 'evidence.sealed')
      return { id, order, sealed, destroyed: destroyed.get(id) ?? null }
    })
    .toReversed()
}

/** What was read, by name; null: erased, or to be read from the store still. */
export function sourcesOf(
  ledger: LedgerView,
  { sealed }: EvidenceRecord
): StatementPayload<'evidence.sealed'>['sources'] | null {
  // Its shape was checked when it was read.
  return (ledger.payloadOf(sealed) as StatementPayload<'evidence.sealed'> | null)?.sources ?? null
}
