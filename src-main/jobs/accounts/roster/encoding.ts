import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { RosterEncoding } from '../../../contract/roster'
import { fail, succeed, type Result } from '../../../contract/result'
import type { Breath } from '../../../core/cooperation'
import {
  bytesOfWindows1252,
  decodedOnceMore,
  encodedTwice,
  encodingByLetters,
  type FoundEncoding
} from './letters'

/** Even, so that UTF-16 is never cut within a code unit; small enough to decode in a millisecond. */
export const chunkBytes = 64 * 1024
const probeBytes = 64 * 1024

const byteOrderMarks: readonly { encoding: RosterEncoding; mark: readonly number[] }[] = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] }
]

/** First bytes of files that people pick by mistake. */
const binarySignatures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x1f, 0x8b], // gzip
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66] // SQLite
]
/** Excel up to 2003 and other OLE files. */
const oleSignature = [0xd0, 0xcf, 0x11, 0xe0]

export function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/**
 * Finds how a text file is encoded: by its byte order mark, by the NUL pattern of UTF-16, as UTF-8 if every
 * byte of it is valid UTF-8, else as what most of its lines beyond ASCII are: one line that was pasted in must not turn
 * the others into something else. Which encoding of one byte for a letter it is, and whether UTF-8 was encoded twice, say
 * the letters (see `letters.ts`).
 *
 * @param override what a person chose; only binary files are still refused.
 * @returns `roster.binaryFile`, `roster.spreadsheet` for files that are no text.
 */
export async function findEncoding(
  file: { readonly name: string; readonly bytes: Uint8Array },
  override: RosterEncoding | null,
  breath: Breath
): Promise<Result<FoundEncoding>> {
  const { bytes, name } = file
  if (startsWith(bytes, oleSignature)) return fail('roster.spreadsheet', { file: name })
  if (binarySignatures.some((signature) => startsWith(bytes, signature)))
    return fail('roster.binaryFile', { file: name })
  const marked = byteOrderMarks.find(({ mark }) => startsWith(bytes, mark))
  const unmarked = marked === undefined ? findUnmarkedUtf16(bytes) : undefined
  const wide = override?.startsWith('utf-16') === true || marked?.encoding.startsWith('utf-16') === true
  if (!wide && unmarked === undefined && looksBinary(bytes)) return fail('roster.binaryFile', { file: name })
  const certain = override ?? (marked?.encoding === 'utf-8' ? null : marked?.encoding) ?? unmarked
  if (certain !== undefined) return succeed({ encoding: certain, isCertain: true, example: '' })
  const utf8: FoundEncoding = { encoding: 'utf-8', isCertain: true, example: '' }
  if (await isStrictUtf8(bytes, breath)) {
    const twice = isAscii(bytes) ? null : await encodedTwice(bytes, breath)
    return succeed(twice ?? utf8)
  }
  if (marked !== undefined || (await isMostlyUtf8(bytes, breath))) return succeed(utf8)
  return succeed(await encodingByLetters(bytes, breath))
}

/** The file's text in pieces of at most 64 KiB of its bytes, without the byte order mark. */
export function* decodeChunks(bytes: Uint8Array, encoding: RosterEncoding): Generator<string> {
  const mark = byteOrderMarks.find((candidate) => candidate.encoding === encoding)?.mark
  const body = mark !== undefined && startsWith(bytes, mark) ? bytes.subarray(mark.length) : bytes
  if (encoding === 'utf-8') {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    for (const chunk of chunksOf(body)) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
    return
  }
  if (encoding === 'utf-8-doubled') {
    const outer = new TextDecoder('utf-8')
    const inner = new TextDecoder('utf-8')
    for (const chunk of chunksOf(bytes)) {
      const text = outer.decode(chunk, { stream: true })
      yield inner.decode(bytesOfWindows1252(text), { stream: true })
    }
    yield inner.decode(bytesOfWindows1252(outer.decode()), { stream: true }) + inner.decode()
    return
  }
  const decoder = iconv.getDecoder(encoding, { stripBOM: false })
  for (const chunk of chunksOf(body))
    yield decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length))
  const rest = decoder.end()
  if (rest !== undefined) yield rest
}

/** A row's text, and as it would be if it were UTF-8 that was taken for Windows-1252 (`MÃ¼ller`). */
export function readingsOf(text: string): readonly string[] {
  const decoded = decodedOnceMore(text)
  return decoded === null ? [text] : [text, decoded]
}

function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += chunkBytes)
    yield bytes.subarray(start, start + chunkBytes)
}

/** ASCII text in UTF-16 has a NUL in every other byte; text in any other encoding has none. */
function findUnmarkedUtf16(bytes: Uint8Array): RosterEncoding | undefined {
  const probe = bytes.subarray(0, 4096)
  const pairs = Math.floor(probe.length / 2)
  if (pairs < 4) return undefined
  let evenZeros = 0
  let oddZeros = 0
  for (let index = 0; index < pairs * 2; index += 2) {
    if (probe[index] === 0) evenZeros += 1
    if (probe[index + 1] === 0) oddZeros += 1
  }
  if (oddZeros > pairs * 0.6 && evenZeros < pairs * 0.1) return 'utf-16le'
  if (evenZeros > pairs * 0.6 && oddZeros < pairs * 0.1) return 'utf-16be'
  return undefined
}

/** A stray control character in a name is that row's problem; many of them mean that this is no text. */
function looksBinary(bytes: Uint8Array): boolean {
  const probe = bytes.subarray(0, probeBytes)
  let controls = 0
  for (const byte of probe) {
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a) || byte === 0x7f) controls += 1
  }
  return controls >= 8 && controls > probe.length * 0.04
}

const lineFeed = 0x0a

/** More of the lines beyond ASCII are valid UTF-8 than are not. */
async function isMostlyUtf8(bytes: Uint8Array, breath: Breath): Promise<boolean> {
  let balance = 0
  let start = 0
  while (start < bytes.length) {
    await breath()
    const feed = bytes.indexOf(lineFeed, start)
    const end = feed === -1 ? bytes.length : feed
    const line = bytes.subarray(start, end)
    if (!isUtf8(line)) balance -= 1
    else if (!isAscii(line)) balance += 1
    start = end + 1
  }
  return balance > 0
}

async function isStrictUtf8(bytes: Uint8Array, breath: Breath): Promise<boolean> {
  const size = 8 * 1024 * 1024
  let start = 0
  while (start < bytes.length) {
    await breath()
    let end = Math.min(start + size, bytes.length)
    // Back to the beginning of a character, at most the three continuation bytes that a valid one can have.
    for (let steps = 0; steps < 3 && end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80; steps += 1)
      end -= 1
    if (!isUtf8(bytes.subarray(start, end))) return false
    start = end
  }
  return true
}
