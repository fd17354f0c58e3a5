import { z } from 'zod'
import { suspensionSchema } from '../../contract/accounts'
import type { Plan, Step } from '../../contract/plan'
import { fail, succeed, type Result } from '../../contract/result'
import type { DocumentShelf, SharedWork } from '../../world/store/port'
import { readParsed } from './documents'

const documentName = 'moduleReturns'
const accountsSchema = z.array(z.string())

/** Another PC writes this small document in a moment, milliseconds. */
const lockPatience = 5_000

/**
 * Suspended accounts, to look at for modules to give back (see [Note: a suspension takes modules]): where the
 * directory ends it by itself, or somebody ends it outside the app, nobody else would give them back. What was taken
 * stands in the journal; this is only where to look, so that an account too many does no harm.
 */
export class ModuleReturns {
  constructor(private readonly store: DocumentShelf & Pick<SharedWork, 'lock'>) {}

  async accounts(): Promise<Result<readonly string[]>> {
    return readParsed(this.store, documentName, accountsSchema, [])
  }

  /** Before a plan is carried out, or taken back (`undoes`): whoever will be suspended. */
  async expect(plan: Plan, undoes: boolean): Promise<Result<undefined>> {
    return this.add(plan.steps.filter((step) => leavesSuspended(step, undoes)).flatMap(targetOf))
  }

  private async add(accounts: readonly string[]): Promise<Result<undefined>> {
    return accounts.length === 0 ? succeed() : this.write((known) => [...known, ...accounts])
  }

  async drop(accounts: readonly string[]): Promise<Result<undefined>> {
    const gone = new Set(accounts)
    return gone.size === 0 ? succeed() : this.write((known) => known.filter((account) => !gone.has(account)))
  }

  private async write(change: (known: readonly string[]) => readonly string[]): Promise<Result<undefined>> {
    const release = await this.store.lock(documentName, lockPatience)
    if (typeof release === 'string') return fail('application.busy')
    try {
      const known = await this.accounts()
      if (!known.ok) return known
      await this.store.writeDocument(documentName, [...new Set(change(known.value))].sort())
      return succeed()
    } finally {
      await release()
    }
  }
}

function targetOf({ target }: Step): string[] {
  return target.type === 'account' && target.id !== null ? [target.id] : []
}

/**
 * A leaver comes back by a roster, which gives back itself; whom an earlier suspension waits for then stays suspended,
 * and that one ends by time.
 */
function leavesSuspended({ kind, before, after }: Step, undoes: boolean): boolean {
  const outcome = suspensionSchema.safeParse((undoes ? before : after)?.['suspension'])
  return outcome.success && outcome.data.kind !== 'none' && (kind !== 'leave' || undoes)
}
