import { open, readdir, stat, type FileHandle } from 'node:fs/promises'
import { basename, join } from 'node:path'
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
        size,
        peek: (from, length) => peek(handle, from, length),
        close: () => handle.close(),
        async read(take, from = 0) {
          try {
            if (compression !== 'none') return await unpack(compression, handle, take)
            return await readPlain(handle, size, take, from)
          } finally {
            await handle.close()
          }
        }
      })
    } catch {
      await handle.close()
      return fail('application.fileNotReadable', { file: basename(file) })
    }
  },

  async list(folder) {
    try {
      if (!(await stat(folder)).isDirectory()) return succeed(null)
      const names = (await readdir(folder)).toSorted()
      const files: string[] = []
      // What a link leads to counts; a pipe or a socket would never end.
      for (const name of names) if (await isFile(join(folder, name))) files.push(join(folder, name))
      return succeed(files)
    } catch {
      return fail('application.fileNotReadable', { file: basename(folder) })
    }
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false
  )
}

async function peek(handle: FileHandle, from: number, length: number): Promise<Uint8Array | null> {
  const buffer = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const bytesRead = await handle.read(buffer, filled, length - filled, from + filled).then(
      (answer) => answer.bytesRead,
      () => null
    )
    if (bytesRead === null) return null
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
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
  take: (bytes: Uint8Array) => void,
  from: number
): Promise<Ending> {
  const buffer = Buffer.allocUnsafe(pieceBytes)
  let position = from
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
