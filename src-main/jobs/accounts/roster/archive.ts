import { crc32 } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { fail, succeed, type Result } from '../../../contract/result'
import { startsWith } from './encoding'
import { rosterLimits } from './limits'
import type { RosterFile } from './types'

const zipSignatures = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06]
] as const
const spreadsheetParts: ReadonlySet<string> = new Set(['[Content_Types].xml', 'META-INF/manifest.xml'])
/** Text shrinks ten- to fiftyfold; what shrinks more and is large was made to fill memory. */
const suspiciousRatio = 200
const suspiciousBytes = 10 * 1024 * 1024

export function isArchive(bytes: Uint8Array): boolean {
  return zipSignatures.some((signature) => startsWith(bytes, signature))
}

/**
 * The files of a zip, unpacked in memory; folders, hidden files and macOS's side files are left out. The sizes
 * that the archive declares are checked first and enforced while unpacking.
 *
 * A zip that is really a spreadsheet of Excel or LibreOffice stays one file; it was unpacked once, so that its sizes are known
 * to be true.
 *
 * `outer`: the zip that it lies in, where nothing but a spreadsheet may be.
 *
 * Fails with `roster.archiveDamaged`, `roster.archiveEncrypted`, `roster.archiveTooLarge`,
 * `roster.archiveNested`, `roster.archiveUnsafe`, `roster.tooManyFiles`,
 * `roster.spreadsheetTooLarge`.
 */
export async function unpack(
  archive: RosterFile,
  signal?: AbortSignal,
  outer: string | null = null
): Promise<Result<RosterFile[]>> {
  const { bytes, name } = archive
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    const entries = await listEntries(zip)
    if (entries === null) return fail('roster.tooManyFiles', { name, limit: rosterLimits.files })
    const isWorkbook = entries.some(({ fileName }) => spreadsheetParts.has(fileName))
    if (outer !== null && !isWorkbook) return fail('roster.archiveNested', { file: outer, entry: name })
    const wanted = isWorkbook ? entries : entries.filter(isWanted)
    const refusal = findRefusal(archive, wanted, isWorkbook)
    if (refusal !== null) return refusal
    const files: RosterFile[] = []
    for (const entry of wanted) {
      signal?.throwIfAborted()
      const unpacked = await readEntry(zip, entry)
      if (unpacked === null) return fail('roster.archiveDamaged', { file: name })
      if (isWorkbook) continue
      const file = { name: entry.fileName, bytes: unpacked }
      if (isArchive(unpacked)) {
        const spreadsheet = await unpack(file, signal, name)
        if (!spreadsheet.ok) return spreadsheet
      }
      files.push(file)
    }
    return succeed(isWorkbook ? [archive] : files)
  } catch (error) {
    if (signal?.aborted === true) throw error
    const message = error instanceof Error ? error.message : ''
    if (/relative path|absolute path|invalid characters in fileName/u.test(message))
      return fail('roster.archiveUnsafe', { file: name })
    if (message.includes('encrypt')) return fail('roster.archiveEncrypted', { file: name })
    return fail('roster.archiveDamaged', { file: name })
  }
}

async function listEntries(zip: ZipFile): Promise<Entry[] | null> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    if (entries.length === rosterLimits.files) return null
    entries.push(entry)
  }
  return entries
}

function isWanted(entry: Entry): boolean {
  const parts = entry.fileName.split('/')
  const last = parts.at(-1) ?? ''
  return last !== '' && !last.startsWith('.') && !parts.includes('__MACOSX')
}

function findRefusal(
  archive: RosterFile,
  wanted: readonly Entry[],
  isWorkbook: boolean
): ReturnType<typeof fail> | null {
  const file = archive.name
  let total = 0
  for (const entry of wanted) {
    const size = entry.uncompressedSize
    total += size
    const explodes = size > suspiciousBytes && size > entry.compressedSize * suspiciousRatio
    if (isWorkbook && !explodes && size > rosterLimits.workbookBytes)
      return fail('roster.spreadsheetTooLarge', { file })
    if (explodes || size > rosterLimits.fileBytes || total > rosterLimits.totalBytes)
      return fail('roster.archiveTooLarge', { file, entry: entry.fileName })
    if (entry.isEncrypted()) return fail('roster.archiveEncrypted', { file })
  }
  return null
}

/** null: the content does not fit its checksum. yauzl itself ends the stream where the size does not fit. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array | null> {
  const stream = await zip.openReadStreamPromise(entry)
  const chunks: Buffer[] = []
  let checksum = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    checksum = crc32(chunk, checksum)
    chunks.push(chunk)
  }
  return checksum === entry.crc32 ? Buffer.concat(chunks) : null
}
