import { join } from 'node:path'
import { z } from 'zod'
import { connectionSchema } from './contract/directory'
import type { Confirmation, ConfirmationMemory } from './jobs/setup'
import type { FileAccess } from './world/files/port'
import { StoreFailure } from './world/store/port'

const fileName = 'confirmed-connection.json'
const maximumBytes = 1_000_000
const keptSchema = z.object({ connection: connectionSchema.nullable() })

/** The memory, and what a restored backup does to it. */
interface ForgetfulConfirmationMemory extends ConfirmationMemory {
  /** From now on a person is asked, whatever the connection is. */
  forget(): Promise<void>
}

/**
 * Remembers the connection to the directory that a person last entered the password for at this PC, in a file beside the
 * store: not in the store itself, which others may share or which a backup may replace.
 */
export function confirmationMemory(folder: string, files: FileAccess): ForgetfulConfirmationMemory {
  const file = join(folder, fileName)
  const write = async (connection: z.infer<typeof keptSchema>['connection']): Promise<void> => {
    const written = await files.writePrivately(file, new TextEncoder().encode(JSON.stringify({ connection })))
    // Without it a later change would go unnoticed, or nothing would ever be sent again.
    if (!written.ok) throw new StoreFailure(written.failure)
  }
  return {
    async read(): Promise<Confirmation> {
      if (!(await files.exists(file))) return { kind: 'never' }
      const bytes = await files.read(file, maximumBytes)
      const connection = bytes.ok ? connectionIn(bytes.value) : null
      // One that cannot be read confirms nothing.
      return connection === null ? { kind: 'asked' } : { kind: 'given', connection }
    },
    write,
    forget: () => write(null)
  }
}

function connectionIn(bytes: Uint8Array): z.infer<typeof keptSchema>['connection'] {
  try {
    const parsed = keptSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
    return parsed.success ? parsed.data.connection : null
  } catch {
    return null
  }
}
