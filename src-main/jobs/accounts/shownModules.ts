import { z } from 'zod'
import type { Account } from '../../contract/accounts'
import { fail, succeed, type Result } from '../../contract/result'
import type { DocumentShelf, SharedWork } from '../../world/store/port'
import { readParsed } from './documents'

const documentName = 'shownModules'
/** By account and group (small letters): when the directory last showed the membership (ISO, UTC). */
const documentSchema = z.record(z.string(), z.record(z.string(), z.string()))
type Shown = z.infer<typeof documentSchema>

/** Another PC writes this small document in a moment, milliseconds. */
const lockPatience = 5_000

/**
 * What the end of a case has really given back. The journal says only that the step is done, also where a suspension stood
 * against it; without this, what somebody takes away later would count as owed for ever.
 */
export class ShownModules {
  constructor(private readonly store: DocumentShelf & Pick<SharedWork, 'lock'>) {}

  /** Groups in small letters, each with the instant. */
  async of(account: string): Promise<Result<ReadonlyMap<string, string>>> {
    const known = await this.read()
    return known.ok ? succeed(new Map(Object.entries(known.value[account] ?? {}))) : known
  }

  async note({ id }: Pick<Account, 'id'>, groups: readonly string[], at: string): Promise<Result<undefined>> {
    if (groups.length === 0) return succeed()
    const release = await this.store.lock(documentName, lockPatience)
    if (typeof release === 'string') return fail('application.busy')
    try {
      const known = await this.read()
      if (!known.ok) return known
      const shown = Object.fromEntries(groups.map((group) => [group.toLowerCase(), at]))
      await this.store.writeDocument(documentName, {
        ...known.value,
        [id]: { ...known.value[id], ...shown }
      })
      return succeed()
    } finally {
      await release()
    }
  }

  private async read(): Promise<Result<Shown>> {
    return readParsed(this.store, documentName, documentSchema, {})
  }
}
