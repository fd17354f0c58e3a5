import type { Result } from '../../../contract/result'
import type { PersonKeys } from '../../../core/people/keys'
import type { OpenedEvidence } from '../evidence/event'

/** What an evaluation needs of the evidence under an order. */
export interface EvidenceDesk {
  /** The newest that is kept; null: nothing was sealed, or it was destroyed. */
  keptOf(order: string): { readonly evidence: string; readonly sealedAt: string } | null
  /** Opens it with the keys of two persons; nothing is opened by one of them. */
  open(
    order: string,
    evidence: string,
    keys: readonly [PersonKeys, PersonKeys]
  ): Promise<Result<OpenedEvidence>>
}
