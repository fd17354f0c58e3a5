import { z } from 'zod'
import { fail, type Result } from '../../../contract/result'
import { openEvidence, releaseHalf, sealedPairSchema } from '../../../core/evidence'
import { bodyOf, type LedgerView } from '../../../core/ledger'
import type { EvidenceShelf } from '../../../world/store/port'
import { readContent } from '../evidence/content'
import type { OpenedEvidence } from '../evidence/event'
import { evidenceOf, type EvidenceRecord } from '../evidence/records'
import type { EvidenceDesk, SealedContents } from './ports'

const recipientsSchema = z.array(sealedPairSchema)

/** The evidence that lies sealed in the store, as the ledger tells of it. */
export class SealedEvidenceDesk implements EvidenceDesk, SealedContents {
  constructor(
    private readonly ledger: LedgerView,
    private readonly shelf: Pick<EvidenceShelf, 'findEvidence'>
  ) {}

  keptOf(order: string): ReturnType<EvidenceDesk['keptOf']> {
    const found = this.newest(order)
    return found === null ? null : { evidence: found.id, sealedAt: found.sealed.statement.time }
  }

  isKept(order: string, evidence: string): boolean {
    return this.find(order, evidence) !== null
  }

  /** `evidence.damaged`: it is not what the ledger says was sealed, or gone from the store. */
  async open(
    order: string,
    evidence: string,
    keys: Parameters<EvidenceDesk['open']>[2]
  ): Promise<Result<OpenedEvidence>> {
    if (this.newest(order)?.id !== evidence) return fail('evidence.damaged')
    const content = await this.content(order, evidence, keys)
    if (!content.ok) return content
    try {
      return await readContent(content.value, { order, evidence })
    } finally {
      content.value.fill(0)
    }
  }

  /** Failures as with `open`. */
  async content(
    order: string,
    evidence: string,
    [one, other]: Parameters<EvidenceDesk['open']>[2]
  ): Promise<Result<Uint8Array>> {
    const found = this.find(order, evidence)
    const kept = await this.shelf.findEvidence(evidence)
    if (found === null || kept === null) return fail('evidence.damaged')
    const recipients = readRecipients(kept.recipients)
    if (recipients === null) return fail('evidence.damaged')
    const { digest } = bodyOf(found.sealed.statement, 'evidence.sealed')
    const { head, parts } = kept
    return openEvidence({ order, evidence, digest }, { head, parts, recipients }, one, other)
  }

  /** `evidence.notForThese`, `evidence.damaged`, `evidence.keyUnusable`. */
  async release(
    order: string,
    evidence: string,
    own: Parameters<EvidenceDesk['release']>[2],
    { fingerprint, publicKey }: Parameters<EvidenceDesk['release']>[3]
  ): Promise<Result<string>> {
    const kept = this.newest(order)?.id === evidence ? await this.shelf.findEvidence(evidence) : null
    const recipients = kept === null ? null : readRecipients(kept.recipients)
    if (recipients === null) return fail('evidence.damaged')
    return releaseHalf({ order, evidence }, recipients, own, fingerprint, publicKey)
  }

  private find(order: string, evidence: string): EvidenceRecord | null {
    return (
      evidenceOf(this.ledger, order).find(({ id, destroyed }) => id === evidence && destroyed === null) ??
      null
    )
  }

  /** null: nothing was sealed for the order, or it was destroyed. */
  private newest(order: string): EvidenceRecord | null {
    return evidenceOf(this.ledger, order).find(({ destroyed }) => destroyed === null) ?? null
  }
}

function readRecipients(text: string): z.infer<typeof recipientsSchema> | null {
  try {
    const read = recipientsSchema.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
