import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { BundledFile } from '../../../contract/handovers'

/** A file of a bundle, which nobody has written anywhere yet. */
export interface FileContent {
  readonly name: string
  readonly bytes: Uint8Array
  /** It is packed already. */
  readonly isPacked: boolean
}

export function textFile(name: string, text: string): FileContent {
  return { name, bytes: new TextEncoder().encode(text), isPacked: false }
}

export function describeFile({ name, bytes }: FileContent): BundledFile {
  return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** The files as a ZIP archive, piece by piece. */
export function archiveOf(files: readonly FileContent[], time: Date): AsyncIterable<Uint8Array> {
  const zip = new ZipFile()
  for (const { name, bytes, isPacked } of files)
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), name, {
      ...{ mtime: time, mode: 0o100_600, compress: !isPacked }
    })
  zip.end()
  // What yazl gives out is a stream of Node, whatever its types say.
  return zip.outputStream as Readable
}
