import { createHash } from 'node:crypto'
import type { SealedEvidence } from '../../../core/evidence'
import { draft, type Draft } from '../../../core/ledger'
import { subjectOf } from '../orders/course'
import type { EvidenceSource } from './event'

/** What is said of evidence that was sealed. */
export function sealedStatement(
  { order, evidence }: { readonly order: string; readonly evidence: string },
  { digest, recipients }: Pick<SealedEvidence, 'recipients'> & { readonly digest: string },
  sources: readonly EvidenceSource[]
): Draft {
  return draft(
    'evidence.sealed',
    subjectOf(order),
    {
      order,
      evidence,
      digest,
      recipients: recipients.map(({ pair }) => pair),
      sources: sources.map(countsOf)
    },
    { sources: sources.map(({ id, name, files, gaps }) => ({ id, name, files, gaps })) }
  )
}

function countsOf({ id, files, events }: EvidenceSource) {
  const hash = createHash('sha256')
  const sums = { lines: 0, parsed: 0, rejected: 0 }
  for (const { sha256, lines, parsed: read, rejected } of files) {
    hash.update(`${sha256}\n`)
    sums.lines += lines
    sums.parsed += read
    for (const count of Object.values(rejected)) sums.rejected += count
  }
  return { id, files: files.length, ...sums, events, sha256: hash.digest('hex') }
}
