import { safeStorage } from 'electron'

/** Encrypts with a key that the operating system keeps for this user. */
export interface Cipher {
  encrypt(plain: string): Promise<Uint8Array>
  /** @throws when the key is another user's, another PC's or gone */
  decrypt(encrypted: Uint8Array): Promise<string>
}

/** What Electron had before version 40 and keeps for a while: without waiting for the system's keyring. */
interface OlderSafeStorage {
  isEncryptionAvailable(): boolean
  encryptString(plain: string): Buffer
  decryptString(encrypted: Buffer): string
}

/**
 * The system's cipher; null: it has none. Must be called when the app is ready.
 *
 * On Linux without a keyring Chromium falls back to `basic_text`, a password that stands in its source code.
 * That is no protection, so it counts as none.
 */
export async function findCipher(): Promise<Cipher | null> {
  if (process.platform === 'linux') {
    const backend = safeStorage.getSelectedStorageBackend()
    if (backend === 'basic_text' || backend === 'unknown') return null
  }
  if ('encryptStringAsync' in safeStorage) {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return null
    return {
      encrypt: (plain) => safeStorage.encryptStringAsync(plain),
      decrypt: async (encrypted) => (await safeStorage.decryptStringAsync(Buffer.from(encrypted))).result
    }
  }
  const older: OlderSafeStorage = safeStorage
  if (!older.isEncryptionAvailable()) return null
  return {
    encrypt: async (plain) => older.encryptString(plain),
    decrypt: async (encrypted) => older.decryptString(Buffer.from(encrypted))
  }
}
