import type { StatementPayload } from '../../../../contract/ledger'
import { bodyOf, type LedgerView, type SoundItem } from '../../../../core/ledger'
import { evidenceOf } from '../../evidence/records'
import { orderState, type OrderRecord } from '../records'
import type { NoticeFacts } from './duty'
import { keyOf } from './recipients'

/** What the ledger tells of the notices under an order. */
export interface NoticeRecord extends NoticeFacts {
  /** By recipient (`keyOf`). */
  readonly given: ReadonlyMap<string, SoundItem>
  /** The newest; null: it was not put off. */
  readonly postponed: SoundItem | null
}

export function readNotices(ledger: LedgerView, order: OrderRecord, now: Date): NoticeRecord {
  const items = ledger.about(order.given.statement.subject)
  const given = new Map<string, SoundItem>()
  let postponed: SoundItem | null = null
  let postponedUntil: string | null = null
  for (const item of items) {
    const { statement } = item
    if (statement.kind === 'notice.given') given.set(keyOf(bodyOf(statement, 'notice.given')), item)
    if (statement.kind !== 'notice.postponed') continue
    postponed = item
    postponedUntil = bodyOf(statement, 'notice.postponed').until
  }
  return {
    ...{ given, postponed, postponedUntil, contents: order.contents },
    hasEnded: orderState(order, now) !== 'given',
    sealedAt: evidenceOf(ledger, order.id).at(-1)?.sealed.statement.time ?? null
  }
}

/** What a notice says of somebody; null: erased. */
export function toldOf(ledger: LedgerView, item: SoundItem): StatementPayload<'notice.given'> | null {
  // Its shape was checked when it was read.
  return ledger.payloadOf(item) as StatementPayload<'notice.given'> | null
}

/** Why it was put off; empty: erased. */
export function postponementReason(ledger: LedgerView, item: SoundItem): string {
  return (ledger.payloadOf(item) as StatementPayload<'notice.postponed'> | null)?.reason ?? ''
}
