import type { MatchDecisions } from '../../contract/roster'
import { succeed, type Result } from '../../contract/result'
import type { RosterScope } from '../../contract/rosterScope'
import { dayOf } from '../../core/calendar'
import type { Clock } from '../../core/clock'
import type { DirectoryDesk } from '../../desks/directory'
import type { AccountDecisions } from '../../desks/job'
import type { SettingsDesk } from '../../desks/settings'
import type { Directory } from '../../world/directory/port'
import type { PlanRecord, Store } from '../../world/store/port'
import type { DirectoryCache, LoadedDirectory } from './directoryCache'
import {
  readChildrenOfGuardians,
  rememberChildren,
  writeToldBirthDates,
  type ToldBirthDates
} from './documents'
import { computePlan, type Planning, type PlanningInput } from './planning'
import type { PlanRunner } from './planRunner'
import type { ReturnableModules } from './returnableModules'
import type { SuspensionHistory } from './suspensionHistory'

interface RosterPlannerOptions {
  readonly store: Store
  readonly runner: PlanRunner
  readonly directory: DirectoryDesk
  readonly cache: DirectoryCache
  readonly returnable: ReturnableModules
  readonly clock: Clock
  readonly settings: Pick<SettingsDesk, 'settings'>
  readonly suspensions: SuspensionHistory
  readonly decisions: AccountDecisions
}

/** Who is to be planned, as it was read from a list or typed in. */
export type PlannedPersons = Pick<PlanningInput, 'roster' | 'rejectedIds' | 'traces' | 'silentFiles'>

/** What was computed, and for which directory. */
interface Computed {
  readonly planning: Planning
  readonly directory: Directory
  readonly loaded: LoadedDirectory
}

/** A login's last day in the register is brought up to date when it is older than this. */
const registerDays = 7
const millisecondsInDay = 86_400_000

/** Persons against the directory: the one way in which lists and single persons become plans. */
export class RosterPlanner {
  constructor(private readonly options: RosterPlannerOptions) {}

  /** By the directory as it is now: a plan that is kept rests on it. */
  async computeAnew(
    persons: PlannedPersons,
    decisions: MatchDecisions,
    scope: RosterScope
  ): Promise<Result<Computed>> {
    const loaded = await this.options.cache.refresh()
    if (!loaded.ok) return loaded
    await this.rememberLogins(loaded.value, dayOf(this.options.clock.now()))
    return this.compute(loaded.value, persons, decisions, scope)
  }

  /** By the directory as it was read last: nothing is written, not even in the store. */
  async lookAhead(
    persons: PlannedPersons,
    decisions: MatchDecisions,
    scope: RosterScope
  ): Promise<Result<Computed>> {
    const loaded = await this.options.cache.load()
    if (!loaded.ok) return loaded
    const { list, snapshot } = loaded.value
    // The list is kept up with our own changes, the reading is not.
    const kept = { list, snapshot: { ...snapshot, accounts: list.all } }
    return this.compute(kept, persons, decisions, scope)
  }

  private async compute(
    loaded: LoadedDirectory,
    persons: PlannedPersons,
    decisions: MatchDecisions,
    scope: RosterScope
  ): Promise<Result<Computed>> {
    const { store } = this.options
    const settings = await this.options.settings.settings()
    if (!settings.ok) return settings
    const directory = await this.options.directory.open()
    if (!directory.ok) return directory
    const returnableModules = await this.returnableModules(loaded)
    if (!returnableModules.ok) return returnableModules
    const children = await readChildrenOfGuardians(store)
    const planning = await computePlan({
      ...persons,
      childrenOf: new Map(Object.entries(children.ok ? children.value : {})),
      snapshot: loaded.snapshot,
      foldName: (name) => directory.value.foldName(name),
      layout: directory.value.layout,
      settings: settings.value,
      usedLogins: await store.usedLogins(),
      birthDates: await store.birthDates(),
      decisions,
      scope,
      today: dayOf(this.options.clock.now()),
      suspensionsBeforeLeaving: await this.options.suspensions.beforeLeaving(
        loaded.snapshot.accounts,
        (account, before) => this.options.decisions.suspensionAtReturn(account, before)
      ),
      returnableModules: returnableModules.value
    })
    if (!planning.ok) return planning
    return succeed({ planning: planning.value, directory: directory.value, loaded })
  }

  /** Keeps the plan with what is to be remembered once it is carried out; null: nothing to do. */
  async keep({ planning, directory }: Computed, ids?: ToldBirthDates['ids']): Promise<PlanRecord | null> {
    const { runner, store } = this.options
    if (planning.plan === null) {
      await store.rememberBirthDates(planning.birthDates.byAccount)
      await rememberChildren(store, planning.children.byAccount)
      return null
    }
    const { byAccount, byStep } = planning.children
    const kept = await runner.keep(planning.plan, directory, planning.guard)
    await writeToldBirthDates(store, kept.hash, {
      byAccount: Object.fromEntries(planning.birthDates.byAccount),
      byStep: Object.fromEntries(planning.birthDates.byStep),
      ...(byAccount.size + byStep.size === 0
        ? {}
        : { children: { byAccount: listsOf(byAccount), byStep: listsOf(byStep) } }),
      ...(ids === undefined ? {} : { ids })
    })
    return kept
  }

  /** What each leaver would get back. */
  private async returnableModules({ snapshot }: LoadedDirectory): Promise<Result<Map<string, string[]>>> {
    const found = new Map<string, string[]>()
    for (const account of snapshot.accounts) {
      if (account.leaverSince === null) continue
      const groups = await this.options.returnable.once(account)
      if (!groups.ok) return groups
      if (groups.value.length > 0) found.set(account.id, groups.value)
    }
    return succeed(found)
  }

  /** A login that is seen today stays blocked for the set time when its account goes. */
  private async rememberLogins({ list }: LoadedDirectory, today: string): Promise<void> {
    const { store } = this.options
    const known = new Map((await store.usedLogins()).map(({ login, lastSeen }) => [login, lastSeen]))
    const recent = new Date(Date.parse(today) - registerDays * millisecondsInDay).toISOString().slice(0, 10)
    const stale = list.all
      .map(({ login }) => login.toLowerCase())
      .filter((login) => (known.get(login) ?? '') < recent)
    await store.rememberLogins(stale, today)
  }
}

function listsOf(lists: ReadonlyMap<string, readonly string[]>): Record<string, string[]> {
  return Object.fromEntries([...lists].map(([key, list]) => [key, [...list]]))
}
