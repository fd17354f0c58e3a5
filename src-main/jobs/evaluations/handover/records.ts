import type { StatementPayload } from '../../../contract/ledger'
import { bodyOf, type LedgerView, type SoundItem } from '../../../core/ledger'
import { completes } from '../evaluation/course'
import { subjectOf } from '../orders/course'

/** The last decision of the leadership, which alone holds. */
export interface Decision {
  readonly item: SoundItem
  readonly handover: string
  readonly evidence: string
  readonly recipients: readonly string[]
  /** null: erased. */
  readonly words: StatementPayload<'handover.decided'> | null
}

/** A bundle that two have made. */
export interface MadeBundle {
  readonly item: SoundItem
  readonly persons: readonly [string, string]
  /** null: erased. */
  readonly words: StatementPayload<'handover.made'> | null
}

/** What the ledger tells of handing over what was sealed under an order. */
export interface HandoverRecord {
  readonly decision: Decision | null
  /** Oldest first. */
  readonly made: readonly MadeBundle[]
}

export function readHandover(ledger: LedgerView, order: string): HandoverRecord {
  let decision: Decision | null = null
  const made: MadeBundle[] = []
  let half: SoundItem | null = null
  for (const item of ledger.about(subjectOf(order))) {
    const { statement, signedBy } = item
    if (statement.kind === 'handover.decided') {
      const { handover, evidence, recipients } = bodyOf(statement, 'handover.decided')
      // Its shape was checked when it was read.
      const words = ledger.payloadOf(item) as StatementPayload<'handover.decided'> | null
      decision = { item, handover, evidence, recipients, words }
    }
    if (statement.kind !== 'handover.made') continue
    const first: SoundItem | null = half
    if (first === null || !completes({ ...first, person: first.signedBy.person }, statement)) {
      half = item
      continue
    }
    const words = ledger.payloadOf(item) as StatementPayload<'handover.made'> | null
    made.push({ item, words, persons: [first.signedBy.person ?? '', signedBy.person ?? ''] })
    half = null
  }
  return { decision, made }
}

/** Whether a bundle was made on the decision that holds. */
export function isMade({ decision, made }: HandoverRecord): boolean {
  return made.some(({ item }) => bodyOf(item.statement, 'handover.made').handover === decision?.handover)
}
