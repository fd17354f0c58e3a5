import { randomBytes } from 'node:crypto'
import { lstat, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail, succeed } from '../../../contract/result'
import type { FileAccess } from '../port'

const bytesInMegabyte = 1_000_000

/** Files of this PC. */
export const localFiles: FileAccess = {
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

  async writePrivately(file, content) {
    // In the same folder, so that the renaming is atomic.
    const draft = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}`)
    try {
      const handle = await open(draft, 'wx', 0o600)
      try {
        await handle.writeFile(content)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(draft, file)
      await syncFolder(dirname(file))
      return succeed()
    } catch {
      await rm(draft, { force: true })
      return fail('application.fileNotWritable', { file })
    }
  }
}

/** Makes the new name itself lasting. Windows cannot open folders and needs no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
