import type { Result } from '../../../contract/result'
import type { HalfHolder } from '../../../core/evidence'
import type { OpenedEvidence } from '../evidence/event'

/** What an evaluation needs of the evidence under an order. */
export interface EvidenceDesk {
  /** The newest that is kept; null: nothing was sealed, or it was destroyed. */
  keptOf(order: string): { readonly evidence: string; readonly sealedAt: string } | null
  /** Opens it with the halves of two persons; nothing is opened by one of them. */
  open(
    order: string,
    evidence: string,
    keys: readonly [HalfHolder, HalfHolder]
  ): Promise<Result<OpenedEvidence>>
  /** The half of one of two, sealed anew for the passing key of the other one's PC; base64url. */
  release(
    order: string,
    evidence: string,
    own: HalfHolder,
    to: { readonly fingerprint: string; readonly publicKey: string }
  ): Promise<Result<string>>
}

/** What handing over needs of the evidence under an order. */
export interface SealedContents {
  /** Whether it is there still. */
  isKept(order: string, evidence: string): boolean
  /** The bytes that were sealed, opened with the keys of two persons; the caller's to wipe. */
  content(
    order: string,
    evidence: string,
    keys: readonly [HalfHolder, HalfHolder]
  ): Promise<Result<Uint8Array>>
}
