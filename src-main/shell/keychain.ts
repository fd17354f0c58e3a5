import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Keychain } from '../world/secrets/port'
import type { Cipher } from './cipher'

/** What is encrypted: the secret and what it was entered for ([Note: a secret knows its place]). */
const entrySchema = z.object({ place: z.string(), secret: z.string() })

/**
 * Secrets encrypted by the operating system's cipher, one file each. What earlier versions kept names no place and is
 * given to nobody; the person enters it once more.
 *
 * @param cipher null: the system has none; then nothing is ever kept
 */
export function openKeychain(folder: string, cipher: Cipher | null): Keychain {
  const fileOf = (name: string): string => join(folder, `${encodeURIComponent(name)}.secret`)
  return {
    available: cipher !== null,
    async keep(name, secret, place) {
      if (cipher === null) throw new Error('this system cannot keep a secret')
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = fileOf(name)
      const sealed = await cipher.encrypt(JSON.stringify({ place, secret }))
      await writeFile(`${file}.new`, sealed, { mode: 0o600, flush: true })
      await rename(`${file}.new`, file)
    },
    async read(name, place) {
      const kept = cipher === null ? null : await readFile(fileOf(name)).catch(() => null)
      if (cipher === null || kept === null) return null
      // Another user's or another PC's key: as good as not kept, the person enters it again.
      const entry = entryOf(await cipher.decrypt(kept).catch(() => ''))
      return entry?.place === place ? entry.secret : null
    },
    async forget(name) {
      await rm(fileOf(name), { force: true })
    }
  }
}

/** null: written by an earlier version, or not at all. */
function entryOf(text: string): z.infer<typeof entrySchema> | null {
  try {
    const parsed = entrySchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
