import { randomBytes } from 'node:crypto'
import { chmod, lstat, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import type { BigIntStats } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fail, succeed, type Result } from '../../../contract/result'
import type { FileAccess, FileMark, FileStreams, FolderAccess, SecretFiles } from '../port'

const bytesInMegabyte = 1_000_000

/** Files of this PC. */
export const localFiles: FileAccess & FileStreams & FolderAccess & SecretFiles = {
  async read(file, maximumBytes) {
    try {
      const handle = await open(file, 'r')
      try {
        const { size } = await handle.stat()
        if (size > maximumBytes) {
          const megabytes = Math.floor(maximumBytes / bytesInMegabyte)
          return fail('application.fileTooLarge', { file: basename(file), megabytes })
        }
        return succeed<Uint8Array>(await handle.readFile())
      } finally {
        await handle.close()
      }
    } catch {
      return fail('application.fileNotReadable', { file: basename(file) })
    }
  },

  async exists(file) {
    return lstat(file).then(
      () => true,
      () => false
    )
  },

  async list(folder) {
    try {
      const entries = await readdir(folder, { withFileTypes: true })
      const files = entries.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name))
      return succeed(files.toSorted())
    } catch {
      return fail('application.fileNotReadable', { file: folder })
    }
  },

  async readStream(file) {
    try {
      const handle = await open(file, 'r')
      return succeed<AsyncIterable<Uint8Array>>(handle.createReadStream())
    } catch {
      return fail('application.fileNotReadable', { file: basename(file) })
    }
  },

  async makeFolder(folder) {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      return succeed()
    } catch {
      return fail('application.fileNotWritable', { file: folder })
    }
  },

  async writePrivately(file, content) {
    try {
      return await writeDraft(
        file,
        (handle) => handle.writeFile(content),
        async () => succeed()
      )
    } catch {
      return fail('application.fileNotWritable', { file })
    }
  },

  async claim(file) {
    try {
      await removeLeftDrafts(file)
      const handle = await open(file, 'wx', 0o600)
      try {
        const mark = markFrom(await handle.stat({ bigint: true }))
        await syncFolder(dirname(file))
        return succeed(mark)
      } finally {
        await handle.close()
      }
    } catch {
      return fail('application.fileNotWritable', { file })
    }
  },

  async markOf(file) {
    return stat(file, { bigint: true }).then(markFrom, () => null)
  },

  async lookFor(file, mark) {
    const found = await localFiles.markOf(file)
    if (found !== null && isSameFile(found, mark)) return 'here'
    const folder = await localFiles.markOf(dirname(file))
    return folder !== null && deviceOf(folder) === deviceOf(mark) ? 'gone' : 'away'
  },

  async overwrite(file, mark, content) {
    try {
      await removeLeftDrafts(file)
      // An earlier writing that was cut short has left it without any rights.
      if ((await localFiles.lookFor(file, mark)) === 'here') await chmod(file, 0o600)
      const handle = await open(file, 'r+')
      try {
        const isSame = isSameFile(markFrom(await handle.stat({ bigint: true })), mark)
        if (!isSame) return fail('application.fileNotWritable', { file })
        await handle.chmod(0o000)
        await handle.truncate()
        await handle.writeFile(content)
        await handle.sync()
        await handle.chmod(0o600)
        await handle.sync()
        return succeed()
      } finally {
        await handle.close()
      }
    } catch {
      return fail('application.fileNotWritable', { file })
    }
  },

  async remove(file, mark) {
    if ((await localFiles.lookFor(file, mark)) !== 'here') return false
    try {
      await rm(file, { force: true })
      await syncFolder(dirname(file))
      return true
    } catch {
      return false
    }
  },

  async writeStreamPrivately(file, content, inspect) {
    try {
      return await writeDraft(
        file,
        async (handle) => {
          for await (const bytes of content) await handle.appendFile(bytes)
        },
        inspect
      )
    } catch (error) {
      if (isSystemError(error)) return fail('application.fileNotWritable', { file })
      throw error
    }
  }
}

/** Fills a file under another name, and gives it its own when it is complete. A failed one is removed. */
async function writeDraft(
  file: string,
  fill: (handle: FileHandle) => Promise<void>,
  inspect: (draft: string) => Promise<Result<undefined>>
): Promise<Result<undefined>> {
  await removeLeftDrafts(file)
  // In the same folder, so that the renaming is atomic.
  const draft = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}`)
  try {
    const handle = await open(draft, 'wx', 0o600)
    try {
      await fill(handle)
      await handle.sync()
    } finally {
      await handle.close()
    }
    const inspected = await inspect(draft)
    if (!inspected.ok) {
      await rm(draft, { force: true })
      return inspected
    }
    await rename(draft, file)
    await syncFolder(dirname(file))
    return succeed()
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** Nobody writes for so long, milliseconds: a draft that old was left by a process that was killed. */
const longestWriting = 60 * 60_000

/** Removes what earlier attempts at the same file have left behind, should their process have been killed. */
async function removeLeftDrafts(file: string): Promise<void> {
  const folder = dirname(file)
  const start = `.${basename(file)}.`
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    if (!name.startsWith(start) || !/^[0-9a-f]{12}$/.test(name.slice(start.length))) continue
    const draft = join(folder, name)
    const found = await lstat(draft).catch(() => null)
    if (found?.isFile() === true && Date.now() - found.mtimeMs > longestWriting)
      await rm(draft, { force: true })
  }
}

/** Device, number and birth (nanoseconds since 1970; 0: the file system does not know). */
function markFrom({ dev, ino, birthtimeNs }: BigIntStats): string {
  return [dev, ino, birthtimeNs].join(':')
}

/** A memory stick gets other numbers each time it is put in; when a file was made stays. */
function isSameFile(left: FileMark, right: FileMark): boolean {
  const [leftDevice, leftNumber, leftBirth = '0'] = left.split(':')
  const [rightDevice, rightNumber, rightBirth] = right.split(':')
  if (leftDevice === rightDevice && leftNumber === rightNumber) return true
  return leftBirth !== '0' && leftBirth === rightBirth
}

function deviceOf(mark: FileMark): string | undefined {
  return mark.split(':')[0]
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

/** What a file system answers that knows no syncing of folders: network shares, memory sticks. */
const noFolderSync = ['EINVAL', 'ENOTSUP', 'EPERM']

/** Makes the new name itself lasting. Windows cannot open folders and needs no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && noFolderSync.includes(String(error.code)))) throw error
  } finally {
    await handle.close()
  }
}
