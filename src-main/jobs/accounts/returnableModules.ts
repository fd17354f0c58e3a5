import type { Account } from '../../contract/accounts'
import { succeed, type Result } from '../../contract/result'
import type { PlanJournal } from '../../world/store/port'
import type { DirectoryCache } from './directoryCache'
import { holdsGroup, takenGroups } from './modules'

/** Groups that decisions in force keep an account out of (P10, P26). */
export type WithheldGroups = (account: string) => Promise<readonly string[]>

/** What comes back when a suspension ends: what it has taken, as far as nothing else stands against it. */
export class ReturnableModules {
  constructor(
    private readonly parts: {
      readonly journal: Pick<PlanJournal, 'historyOf'>
      readonly cache: DirectoryCache
      readonly withheld: WithheldGroups
    }
  ) {}

  /** Nothing for a leaver: a roster lets leavers in again (P8). */
  async of(account: Account): Promise<Result<string[]>> {
    return account.leaverSince === null ? this.once(account) : succeed([])
  }

  /** As if the account were no leaver any more. */
  async once(account: Pick<Account, 'id' | 'groups'>): Promise<Result<string[]>> {
    const { journal, cache, withheld } = this.parts
    const taken = await takenGroups(journal, account)
    if (taken.length === 0) return succeed([])
    const loaded = await cache.load()
    if (!loaded.ok) return loaded
    // A group that the school has deleted meanwhile has nothing to give back.
    const existing = loaded.value.snapshot.groups.filter(({ isClass }) => !isClass).map(({ name }) => name)
    const kept = await withheld(account.id)
    return succeed(taken.filter((group) => holdsGroup(existing, group) && !holdsGroup(kept, group)))
  }
}
