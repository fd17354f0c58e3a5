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

/** What handing over needs of the evidence under an order. */
export interface SealedContents {
  /** Whether it is there still. */
  isKept(order: string, evidence: string): boolean
  /** The bytes that were sealed, opened with the keys of two persons; the caller's to wipe. */
  content(
    order: string,
    evidence: string,
    keys: readonly [PersonKeys, PersonKeys]
  ): Promise<Result<Uint8Array>>
}
