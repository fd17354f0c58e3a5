import type { Account } from '../../contract/accounts'
import { holdsGroup } from '../../contract/modules'
import { succeed, type Result } from '../../contract/result'
import type { DirectoryDesk } from '../../desks/directory'
import type { AccountDecisions } from '../../desks/job'
import type { SettingsDesk } from '../../desks/settings'
import type { PlanJournal } from '../../world/store/port'
import type { DirectoryCache } from './directoryCache'
import { takenGroups } from './modules'
import type { ShownModules } from './shownModules'

/**
 * What comes back when a suspension ends: what it has taken, as far as nothing else stands against it. Whoever can write
 * to the store can write a history there, and nobody looks at what comes back by itself; so no group does that the
 * ledger's settings have never named for a module.
 */
export class ReturnableModules {
  constructor(
    private readonly parts: {
      readonly journal: Pick<PlanJournal, 'historyOf'>
      readonly directory: DirectoryDesk
      readonly cache: DirectoryCache
      readonly decisions: Pick<AccountDecisions, 'withheldGroups'>
      readonly settings: Pick<SettingsDesk, 'groupsEverMapped'>
      readonly shown: ShownModules
      readonly now: () => Date
    }
  ) {}

  /** What the journal says was taken of the groups of modules. */
  async taken(account: Pick<Account, 'id' | 'groups'>): Promise<Result<string[]>> {
    const shown = await this.parts.shown.of(account.id)
    if (!shown.ok) return shown
    const taken = await takenGroups(this.parts.journal, account, shown.value)
    if (taken.length === 0) return succeed([])
    const mapped = await this.parts.settings.groupsEverMapped()
    return mapped.ok ? succeed(taken.filter((group) => holdsGroup(mapped.value, group))) : mapped
  }

  /** Keeps in mind what a case has given back, where the directory shows it. */
  async noteGiven(id: string): Promise<void> {
    const { journal, directory, shown, now } = this.parts
    const account = await directory.ask((opened) => opened.readAccount(id))
    if (!account.ok || account.value === null) return
    const owed = await takenGroups(journal, { id, groups: [] }, new Map())
    const { groups } = account.value
    // Where it cannot be kept, the group only stays owed.
    await shown.note(
      account.value,
      owed.filter((group) => holdsGroup(groups, group)),
      now().toISOString()
    )
  }

  /** Nothing for a leaver: a roster lets leavers in again (P8). */
  async of(account: Account): Promise<Result<string[]>> {
    return account.leaverSince === null ? this.once(account) : succeed([])
  }

  /** As if the account were no leaver any more. */
  async once(account: Pick<Account, 'id' | 'groups'>): Promise<Result<string[]>> {
    const { cache, decisions } = this.parts
    const taken = await this.taken(account)
    if (!taken.ok || taken.value.length === 0) return taken
    const loaded = await cache.load()
    if (!loaded.ok) return loaded
    // A group that the school has deleted meanwhile has nothing to give back.
    const existing = loaded.value.snapshot.groups.filter(({ isClass }) => !isClass).map(({ name }) => name)
    const kept = await decisions.withheldGroups(account.id)
    return succeed(taken.value.filter((group) => holdsGroup(existing, group) && !holdsGroup(kept, group)))
  }
}
