import { join } from 'node:path'
import { z } from 'zod'
import { ledgerHeadSchema } from './contract/ledger'
import type { HeadMemory } from './core/ledger'
import type { FileAccess } from './world/files/port'

const fileName = 'ledger-heads.json'
const maximumBytes = 1_000_000
const headsSchema = z.record(z.string(), ledgerHeadSchema)

/**
 * Remembers the newest head of each case file in a file beside the store: a store that was put back to an older
 * copy, or whose end was cut off, is noticed. Whoever can change both files is not kept from it; printed heads are
 * for that.
 *
 * @param place where the case file lies; each has a head of its own
 */
export function headMemory(folder: string, place: string, files: FileAccess): HeadMemory {
  const file = join(folder, fileName)
  const readAll = async (): Promise<z.infer<typeof headsSchema>> => {
    if (!(await files.exists(file))) return {}
    const bytes = await files.read(file, maximumBytes)
    try {
      const parsed = headsSchema.safeParse(bytes.ok ? JSON.parse(new TextDecoder().decode(bytes.value)) : {})
      return parsed.success ? parsed.data : {}
    } catch {
      return {}
    }
  }
  return {
    async read() {
      return (await readAll())[place] ?? null
    },
    async write(head) {
      const heads = { ...(await readAll()), [place]: head }
      // A head that cannot be written is missed at the next one; the ledger itself is safe in its store.
      await files.writePrivately(file, new TextEncoder().encode(JSON.stringify(heads)))
    }
  }
}
