import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, succeed } from '../../../contract/result'
import type { OpenSecretBox, SecretBox } from '../port'

/** Name of the key file in the data folder. */
export const deviceKeyFile = 'device.key'
const draftPrefix = `.${deviceKeyFile}.`
const keyBytes = 32
/** AES-256-GCM, NIST SP 800-38D: a nonce of 96 bits, a tag of 128. */
const nonceBytes = 12
const tagBytes = 16

/**
 * Seals with a random key that lies beside the store (`device.key`, mode 0600). It keeps secrets out of copies of
 * the database alone; whoever reads the whole data folder as this user can open them. Fails with
 * `store.keyUnusable`, or `store.full` at the first start; a key that was used is never replaced, since that would lose
 * what it sealed.
 */
export const openDeviceSecretBox: OpenSecretBox = async (folder, wasUsed = async () => true) => {
  const file = join(folder, deviceKeyFile)
  try {
    return succeed(new DeviceSecretBox(await readKey(folder, file, wasUsed)))
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && fullCodes.has(String(error.code))
    return isFull ? fail('store.full', { place: folder }) : fail('store.keyUnusable', { file })
  }
}

/** Disk full; the person's share of it is used up. */
const fullCodes = new Set(['ENOSPC', 'EDQUOT'])

async function readKey(folder: string, file: string, wasUsed: () => Promise<boolean>): Promise<Buffer> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await removeDrafts(folder)
  const key = await readFile(file).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (key?.length === keyBytes) return key
  if (key !== null && (key.length > keyBytes || (await wasUsed()))) {
    throw new Error('The device key has the wrong length')
  }
  return makeKey(folder, file)
}

/** The key has its name only when all of it lies on the disk: half a key would be one for good. */
async function makeKey(folder: string, file: string): Promise<Buffer> {
  const key = randomBytes(keyBytes)
  const draft = join(folder, `${draftPrefix}${randomBytes(6).toString('hex')}`)
  try {
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(key)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await syncFolder(folder)
  return key
}

/** Drafts of first starts that were killed. The store's lock lets one process alone work in the folder. */
async function removeDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(draftPrefix)) await rm(join(folder, name), { force: true })
  }
}

/** Makes the new name lasting. Not every system and file system knows it; there the name lasts by itself, or nobody can help. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
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
