import { open, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, succeed, type Result } from '../../../contract/result'
import type { Compression, Ending, LogFiles, OpenedLog } from '../port'
import { canUnpack, unpack } from './unpacking'

/** As strings, pieces of this size live and die among V8's young objects; larger ones cost half as much again (measured). */
const pieceBytes = 65_536

/** How packed files begin. */
const beginnings: readonly {
  readonly name: Compression | 'xz' | 'bzip2'
  readonly bytes: readonly number[]
}[] = [
  { name: 'gzip', bytes: [0x1f, 0x8b] },
  { name: 'zstd', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { name: 'xz', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { name: 'bzip2', bytes: [0x42, 0x5a, 0x68] }
]

/** Log files of this PC and of what is mounted on it. */
export const localLogs: LogFiles = {
  async open(file): Promise<Result<OpenedLog>> {
    let handle: FileHandle
    try {
      handle = await open(file, 'r')
    } catch {
      return fail('application.fileNotReadable', { file: basename(file) })
    }
    try {
      const { size, mtimeMs } = await handle.stat()
      const compression = await compressionOf(handle)
      if (compression === 'xz' || compression === 'bzip2' || !canUnpack(compression)) {
        await handle.close()
        return fail('logs.compressionUnknown', { file: basename(file), compression })
      }
      return succeed<OpenedLog>({
        compression,
        changedAt: mtimeMs,
        async read(take) {
          try {
            if (compression !== 'none') return await unpack(compression, handle, take)
            return await readPlain(handle, size, take)
          } finally {
            await handle.close()
          }
        }
      })
    } catch {
      await handle.close()
      return fail('application.fileNotReadable', { file: basename(file) })
    }
  }
}

/** By content: a name says what somebody called it. */
async function compressionOf(handle: FileHandle): Promise<Compression | 'xz' | 'bzip2'> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0)
  const start = buffer.subarray(0, bytesRead)
  const found = beginnings.find(({ bytes }) => bytes.every((byte, place) => start[place] === byte))
  return found?.name ?? 'none'
}

async function readPlain(
  handle: FileHandle,
  sizeAtBegin: number,
  take: (bytes: Uint8Array) => void
): Promise<Ending> {
  const buffer = Buffer.allocUnsafe(pieceBytes)
  let position = 0
  for (;;) {
    const bytesRead = await handle.read(buffer, 0, pieceBytes, position).then(
      (answer) => answer.bytesRead,
      () => null
    )
    if (bytesRead === null) return 'unreadable'
    // A log that was emptied in place (copytruncate) ends before the length that it had.
    if (bytesRead === 0) return position < sizeAtBegin ? 'shrunk' : 'whole'
    position += bytesRead
    take(buffer.subarray(0, bytesRead))
  }
}
