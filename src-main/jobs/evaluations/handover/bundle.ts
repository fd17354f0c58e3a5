import { createHash } from 'node:crypto'
import type { BundledFile } from '../../../contract/handovers'
import type { LedgerExport } from '../../../contract/ledger'
import { succeed, type Result } from '../../../contract/result'
import type { Printer } from '../../../world/documents/port'
import { archiveOf, describeFile, textFile, type FileContent } from './archive'
import { encryptTo } from './encryption'
import { fileNames, hashesText, readmeText, type Sealed } from './readme'
import { transferRecord, type TransferInput } from './transferRecord'

export interface BundleInput {
  readonly printer: Printer
  /** Of the order. */
  readonly number: string
  readonly time: Date
  readonly sealed: Sealed
  /** The bytes that were sealed; wiped here. */
  readonly evidence: Uint8Array
  /** Complete HTML page. */
  readonly protocol: string
  readonly journal: LedgerExport
  readonly record: Omit<TransferInput, 'files' | 'sealed' | 'number'>
}

export interface Bundle {
  /** Encrypted. */
  readonly bytes: Uint8Array
  /** SHA-256 of them. */
  readonly digest: string
  readonly files: readonly BundledFile[]
}

/**
 * The bundle for law enforcement (P23): a ZIP archive encrypted with age to the recipients of the decision. All of it is made in memory;
 * what is in the clear is wiped. What the printer answers.
 */
export async function makeBundle(input: BundleInput): Promise<Result<Bundle>> {
  const { printer, number, time, sealed, evidence, record } = input
  const files: FileContent[] = [{ name: fileNames.evidence, bytes: evidence, isPacked: true }]
  try {
    const protocol = await printer.toPdf(input.protocol)
    if (!protocol.ok) return protocol
    files.push({ name: fileNames.protocol, bytes: protocol.value, isPacked: true })
    files.push(textFile(fileNames.journal, JSON.stringify(input.journal)))
    files.push(textFile(fileNames.readme, readmeText(number, sealed)))
    // The record cannot name itself.
    const described = files.map(describeFile)
    const printed = await printer.toPdf(transferRecord({ ...record, number, sealed, files: described }))
    if (!printed.ok) return printed
    const recordFile = { name: fileNames.record, bytes: printed.value, isPacked: true }
    files.push(recordFile)
    described.push(describeFile(recordFile))
    const hashes = textFile(fileNames.hashes, hashesText(described, sealed))
    files.push(hashes)
    described.push(describeFile(hashes))
    const bytes = await encryptTo(record.recipients, archiveOf(files, time))
    return succeed({ bytes, digest: createHash('sha256').update(bytes).digest('hex'), files: described })
  } finally {
    for (const { bytes } of files) bytes.fill(0)
  }
}
