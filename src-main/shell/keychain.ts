import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Keychain } from '../world/secrets/port'
import type { Cipher } from './cipher'

/**
 * Secrets encrypted by the operating system's cipher, one file each.
 *
 * @param cipher null: the system has none; then nothing is ever kept
 */
export function openKeychain(folder: string, cipher: Cipher | null): Keychain {
  const fileOf = (name: string): string => join(folder, `${encodeURIComponent(name)}.secret`)
  return {
    available: cipher !== null,
    async keep(name, secret) {
      if (cipher === null) throw new Error('this system cannot keep a secret')
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = fileOf(name)
      await writeFile(`${file}.new`, await cipher.encrypt(secret), { mode: 0o600, flush: true })
      await rename(`${file}.new`, file)
    },
    async read(name) {
      const kept = cipher === null ? null : await readFile(fileOf(name)).catch(() => null)
      if (cipher === null || kept === null) return null
      // Another user's or another PC's key: as good as not kept, the person enters it again.
      return await cipher.decrypt(kept).catch(() => null)
    },
    async forget(name) {
      await rm(fileOf(name), { force: true })
    }
  }
}
