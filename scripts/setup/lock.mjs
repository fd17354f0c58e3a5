import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** Whether a process of this id runs. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * Does the work while no other process does it. A lock whose owner is gone (killed) is taken over, so that
 * nothing has to be cleaned up by hand. Making a folder is the one step that is atomic everywhere.
 */
export async function withLock(folder, name, work) {
  const lock = join(folder, `${name}.lock`)
  await mkdir(folder, { recursive: true })
  for (;;) {
    try {
      await mkdir(lock)
      await writeFile(join(lock, 'pid'), String(process.pid))
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const owner = await readOwner(lock)
      if (owner !== null && !isAlive(owner)) await rm(lock, { recursive: true, force: true })
      else await delay(200)
    }
  }
  try {
    return await work()
  } finally {
    await rm(lock, { recursive: true, force: true })
  }
}

/** null: nobody knows yet, the owner is between making the lock and signing it. */
async function readOwner(lock) {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const text = await readFile(join(lock, 'pid'), 'utf8').catch(() => '')
    if (text !== '') return Number(text)
    await delay(100)
  }
  // A whole second without a signature: the owner was killed in between.
  return -1
}
