import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, succeed } from '../../../contract/result'
import type { OpenSecretBox, SecretBox } from '../port'

/** Name of the key file in the data folder. */
export const deviceKeyFile = 'device.key'
const keyBytes = 32
/** AES-256-GCM, NIST SP 800-38D: a nonce of 96 bits, a tag of 128. */
const nonceBytes = 12
const tagBytes = 16

/**
 * Seals with a random key that lies beside the store (`device.key`, mode 0600). It keeps secrets out of copies of
 * the database alone; whoever reads the whole data folder as this user can open them. Fails with
 * `store.keyUnusable`; a key that cannot be read is never replaced, since that would lose what it sealed.
 */
export const openDeviceSecretBox: OpenSecretBox = async (folder) => {
  const file = join(folder, deviceKeyFile)
  try {
    return succeed(new DeviceSecretBox(await readKey(folder, file)))
  } catch {
    return fail('store.keyUnusable', { file })
  }
}

async function readKey(folder: string, file: string): Promise<Buffer> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    const handle = await open(file, 'wx', 0o600)
    try {
      const key = randomBytes(keyBytes)
      await handle.writeFile(key)
      await handle.sync()
      return key
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const key = await readFile(file)
  if (key.length !== keyBytes) throw new Error('The device key has the wrong length')
  return key
}

class DeviceSecretBox implements SecretBox {
  constructor(private readonly key: Buffer) {}

  seal(secret: string, context: readonly string[]): Uint8Array {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce)
    cipher.setAAD(Buffer.from(JSON.stringify(context), 'utf8'))
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
  }

  derive(purpose: string): Uint8Array {
    return new Uint8Array(hkdfSync('sha256', this.key, '', `netzwart ${purpose}`, keyBytes))
  }

  open(sealed: Uint8Array, context: readonly string[]): string | null {
    if (sealed.length < nonceBytes + tagBytes) return null
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, nonceBytes), {
      authTagLength: tagBytes
    })
    decipher.setAAD(Buffer.from(JSON.stringify(context), 'utf8'))
    decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
    try {
      const opened = [decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]
      return Buffer.concat(opened).toString('utf8')
    } catch {
      return null
    }
  }
}
