import type { FileHandle } from 'node:fs/promises'
import type { Transform } from 'node:stream'
import * as zlib from 'node:zlib'
import type { Compression, Ending } from '../port'

const pieceBytes = 65_536

/** Node has zstd since 22.15; Netzwart also runs on 20. */
const makeZstd = (zlib as { createZstdDecompress?: () => Transform }).createZstdDecompress

export function canUnpack(compression: Compression): boolean {
  return compression !== 'zstd' || makeZstd !== undefined
}

/** Unpacks what a file holds from its beginning; files that were packed one behind the other are one. */
export async function unpack(
  compression: Exclude<Compression, 'none'>,
  handle: FileHandle,
  take: (bytes: Uint8Array) => void
): Promise<Ending> {
  const source = handle.createReadStream({ start: 0, highWaterMark: pieceBytes, autoClose: false })
  const unpacker =
    compression === 'zstd' && makeZstd !== undefined
      ? makeZstd()
      : zlib.createGunzip({ chunkSize: pieceBytes })
  source.on('error', (error) => unpacker.destroy(error))
  source.pipe(unpacker)
  try {
    for await (const bytes of unpacker as AsyncIterable<Uint8Array>) take(bytes)
    return 'whole'
  } catch (error) {
    if (source.errored !== null) return 'unreadable'
    const code = (error as NodeJS.ErrnoException).code ?? ''
    // What is not the unpacker's own error is a bug of whoever takes the bytes.
    if (code === 'Z_BUF_ERROR') return 'cutOff'
    if (code.startsWith('Z_') || code.startsWith('ZSTD_')) return 'damaged'
    throw error
  } finally {
    source.destroy()
    unpacker.destroy()
  }
}
