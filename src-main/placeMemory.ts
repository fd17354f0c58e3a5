import { join } from 'node:path'
import { z } from 'zod'
import { ledgerHeadSchema } from './contract/ledger'
import { sealedCheckpointSchema, type CheckpointMemory, type HeadMemory } from './core/ledger'
import type { FileAccess } from './world/files/port'

const maximumBytes = 1_000_000

/** One value for each place where a case file lies, in a file of the data folder. What cannot be read is not there. */
function valuesByPlace<Value>(file: string, schema: z.ZodType<Value>, files: FileAccess) {
  const all = z.record(z.string(), schema)
  const readAll = async (): Promise<Record<string, Value>> => {
    if (!(await files.exists(file))) return {}
    const bytes = await files.read(file, maximumBytes)
    try {
      const parsed = all.safeParse(bytes.ok ? JSON.parse(new TextDecoder().decode(bytes.value)) : {})
      return parsed.success ? parsed.data : {}
    } catch {
      return {}
    }
  }
  return {
    async read(place: string): Promise<Value | null> {
      return (await readAll())[place] ?? null
    },
    /** null: there is none any more. A value that cannot be written is missed at the next one. */
    async write(place: string, value: Value | null): Promise<void> {
      const others = Object.entries(await readAll()).filter(([other]) => other !== place)
      const values = Object.fromEntries(value === null ? others : [...others, [place, value]])
      await files.writePrivately(file, new TextEncoder().encode(JSON.stringify(values)))
    }
  }
}

/**
 * Remembers the newest head of each case file in a file beside the store: a store that was put back to an older
 * copy, or whose end was cut off, is noticed. Whoever can change both files is not kept from it; printed heads are
 * for that.
 *
 * @param place where the case file lies; each has a head of its own
 */
export function headMemory(folder: string, place: string, files: FileAccess): HeadMemory {
  const values = valuesByPlace(join(folder, 'ledger-heads.json'), ledgerHeadSchema, files)
  return { read: () => values.read(place), write: (head) => values.write(place, head) }
}

/** Keeps the checkpoint of each case file beside the store; what it vouches for is signed by this PC's key. */
export function checkpointMemory(folder: string, place: string, files: FileAccess): CheckpointMemory {
  const values = valuesByPlace(join(folder, 'ledger-checkpoints.json'), sealedCheckpointSchema, files)
  return { read: () => values.read(place), write: (checkpoint) => values.write(place, checkpoint) }
}
