import { open, readFile, rm } from 'node:fs/promises'
import { uptime } from 'node:os'
import { join } from 'node:path'

const heldHere = new Set<string>()

interface Holder {
  readonly pid: number
  /** When the machine started, seconds since 1970: process numbers come again after a restart. */
  readonly boot: number
}

function bootTime(): number {
  return Math.round(Date.now() / 1000 - uptime())
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function readHolder(file: string): Promise<Holder | null> {
  try {
    const [pid = 0, boot = 0] = (await readFile(file, 'utf8')).split(' ').map(Number)
    return pid > 0 ? { pid, boot } : null
  } catch {
    return null
  }
}

/** Takes the folder for this process; null: another one has it. Answers how to give it back. */
export async function lockFolder(folder: string): Promise<(() => Promise<void>) | null> {
  const file = join(folder, 'lock')
  if (heldHere.has(file)) return null
  heldHere.add(file)
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const handle = await open(file, 'wx', 0o600)
      await handle.writeFile(`${process.pid} ${bootTime()}`)
      await handle.close()
      return async () => {
        await rm(file, { force: true })
        heldHere.delete(file)
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        heldHere.delete(file)
        throw error
      }
      const holder = await readHolder(file)
      const sameBoot = holder !== null && Math.abs(holder.boot - bootTime()) < 30
      if (holder !== null && sameBoot && holder.pid !== process.pid && isAlive(holder.pid)) break
      // Left behind by a process that was killed.
      await rm(file, { force: true })
    }
  }
  heldHere.delete(file)
  return null
}
