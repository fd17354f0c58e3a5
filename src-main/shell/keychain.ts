import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { safeStorage } from 'electron'
import type { Keychain } from '../world/secrets/port'

/**
 * Secrets encrypted with a key of the operating system's keychain, one file each.
 *
 * On Linux without a keyring Chromium falls back to `basic_text`, a password that stands in its source code;
 * that is no protection, so nothing is kept there. Must be called when the app is ready.
 */
export function openKeychain(folder: string): Keychain {
  const available = isAvailable()
  const fileOf = (name: string): string => join(folder, `${encodeURIComponent(name)}.secret`)
  return {
    available,
    async keep(name, secret) {
      if (!available) throw new Error('the keychain is not available')
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = fileOf(name)
      await writeFile(`${file}.new`, safeStorage.encryptString(secret), { mode: 0o600 })
      await rename(`${file}.new`, file)
    },
    async read(name) {
      if (!available) return null
      const kept = await readFile(fileOf(name)).catch(() => null)
      if (kept === null) return null
      try {
        return safeStorage.decryptString(kept)
      } catch {
        // Another user's or another PC's key: as good as not kept, the person enters it again.
        return null
      }
    },
    async forget(name) {
      await rm(fileOf(name), { force: true })
    }
  }
}

function isAvailable(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  if (process.platform !== 'linux') return true
  const backend = safeStorage.getSelectedStorageBackend()
  return backend !== 'basic_text' && backend !== 'unknown'
}
