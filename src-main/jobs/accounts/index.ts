import type { Account, requestVerifications } from '../../contract/accounts'
import type { Announce, Handlers } from '../../contract/handlers'
import type { InboxItem } from '../../contract/inbox'
import type { ModuleGroups } from '../../contract/modules'
import type { Language } from '../../contract/language'
import { fail, succeed, type Result } from '../../contract/result'
import type { Applied, ParsedInput } from '../../contract/operations'
import type { PendingSlip } from '../../contract/slips'
import type { RecordCopy } from '../../core/ledger'
import type { Actor, FindActor } from '../../core/people/actor'
import { mayRead } from '../../core/people/reading'
import { PlanEngine } from '../../core/plan'
import type { SettingsDesk } from '../../core/settings'
import type { Desktop } from '../../world/desktop/port'
import type { DemoSchool, Directory, DirectoryAccess } from '../../world/directory/port'
import type { Printer } from '../../world/documents/port'
import type { FileAccess, SecretFiles } from '../../world/files/port'
import type { SecretBox } from '../../world/secrets/port'
import type { Store } from '../../world/store/port'
import { accountActions, type AccountHandlers } from './accounts'
import { type Clock } from './calendar'
import { moduleGuard, type ChangeGuard } from './changeGuard'
import { DirectoryCache } from './directoryCache'
import { liftDue, type LiftedDue } from './due'
import { exportOf } from './export'
import { goneModuleItems } from './moduleInbox'
import { ModuleReturns } from './moduleReturns'
import { findPlanHash, planHandlers, type PlanHandlers } from './plans'
import { PlanRunner } from './planRunner'
import { Rosters, rosterHandlers, type RosterHandlers } from './rosters'
import { settingsHandlers, type SettingsHandlers } from './settings'
import { ReturnableModules, type WithheldGroups } from './returnableModules'
import { ShownModules } from './shownModules'
import { slipsFileName } from './slips/fileName'
import { Slips, type Slip } from './slips'
import { SuspensionHistory, type SuspensionAtReturn } from './suspensionHistory'
import type { RunWitness } from './witness'

export type { ChangeGuard } from './changeGuard'
export type { Clock } from './calendar'
export { ledgerWitness } from './witness'
export type { PlannedRoster } from './rosters'

/** How the person was recognised (P5); `notStated`: whoever asked at the command line did not say. */
export type Verification = (typeof requestVerifications)[number] | 'notStated'

/** Which accounts the command line lists. */
export type AccountSelection = Pick<ParsedInput<'accounts.query'>, 'text' | 'schoolClass' | 'state'>

export interface AccountsJobOptions {
  readonly store: Store
  readonly secretBox: SecretBox
  readonly directory: DirectoryAccess
  readonly demo: Pick<DemoSchool, 'roster'>
  readonly files: FileAccess & SecretFiles
  readonly desktop: Desktop
  readonly printer: Printer
  readonly announce: Announce
  readonly clock: Clock
  /** `ledger.clockAhead`: nothing is to be ended by this PC's clock. */
  readonly checkClock: () => Promise<Result<undefined>>
  /** In which files are written that are no documents of the school. */
  readonly language: () => Language
  readonly actor: FindActor
  readonly witness: RunWitness
  /** What decisions of the leadership keep from happening. */
  readonly guard: ChangeGuard
  readonly recordCopy: RecordCopy
  readonly settings: SettingsDesk
  readonly suspensionAtReturn: SuspensionAtReturn
  /** What they keep somebody out of, so that the end of a suspension does not give it back. */
  readonly withheld: WithheldGroups
  /** A file that was saved may be opened afterwards. */
  readonly remember: (file: string) => void
}

type DocumentHandlers = Pick<Handlers, 'slips.pending' | 'slips.save'>

export type AccountsJobHandlers = AccountHandlers &
  RosterHandlers &
  PlanHandlers &
  SettingsHandlers &
  DocumentHandlers

/** The job of accounts: rosters become logins in a directory. */
export interface AccountsJob {
  readonly handlers: AccountsJobHandlers
  /** Rosters by path, for the command line. */
  readonly rosters: Pick<Rosters, 'open' | 'openFolder' | 'openDemo' | 'plan'>
  /** Slips by path, for the command line. */
  readonly slips: SlipDoor
  /** All accounts that the selection names and that whoever asks may see, by family name. */
  list(selection: AccountSelection): Promise<Result<Account[]>>
  /** `accounts.loginNotFound`. */
  findAccount(login: string): Promise<Result<Account>>
  /** P5, also where nobody says how the person was recognised; the history then shows just that. */
  resetPassword(account: string, verification: Verification, note: string): Promise<Result<Applied>>
  /** The plan whose hash begins so: `plan.notFound`, `plan.ambiguous`. */
  findPlan(prefix: string): Promise<Result<string>>
  /** The export of names and ids (P3), given to `deliver` once the ledger says so. `accounts.unknownClass`. */
  exportNames<Value>(
    schoolClass: string | null,
    deliver: (bytes: Uint8Array) => Promise<Result<Value>>
  ): Promise<Result<Value>>
  /** The directory as this job knows it, for jobs that work on the same accounts. */
  readonly directory: SharedDirectory
  /** Puts back the slips that an earlier run that was killed has left half written. */
  settleSlips(): Promise<void>
  /** Lifts what is due. */
  liftDue(): Promise<Result<LiftedDue>>
  /** What waits for somebody, by the directory as it was read last and these modules. */
  inboxItems(actor: Actor, modules: ModuleGroups): readonly InboxItem[]
  /** Whether a plan is being carried out or taken back. */
  isBusy(): boolean
  /** Another directory was connected, or none. */
  directoryChanged(): void
  /** Asks all runs to stop and waits: what is under way ends, the rest can be resumed. */
  stop(): Promise<void>
}

/** Slips for whoever is signed in. */
export interface SlipDoor {
  pending(): Promise<PendingSlip[]>
  saveCsv(accounts: readonly string[], file: string): Promise<Result<undefined>>
  checkCsv(file: string): Promise<Result<undefined>>
  handOver(
    accounts: readonly string[],
    deliver: (slips: readonly Slip[]) => Promise<Result<undefined>>
  ): Promise<Result<undefined>>
}

/** One way to the directory for all jobs: one session, one list that stays up to date. */
export interface SharedDirectory {
  open(): Promise<Result<Directory>>
  /** Asks the directory; a lost connection is noted. */
  ask<Value>(question: (directory: Directory) => Promise<Result<Value>>): Promise<Result<Value>>
  /** These accounts were changed: lists take it over and the window is told. */
  changed(ids: readonly string[]): Promise<void>
}

export function createAccountsJob(options: AccountsJobOptions): AccountsJob {
  const { store, announce, clock, desktop, remember } = options
  const cache = new DirectoryCache({ access: options.directory, register: store, announce, clock })
  const engine = new PlanEngine({
    journal: store,
    lock: (name, waitMilliseconds) => store.lock(name, waitMilliseconds),
    now: () => clock.now().toISOString(),
    onProgress: (progress, undoes) => {
      announce('plan.progress', progress)
      // Who looks at the original sees its undo move, too.
      if (undoes !== null && progress.state === 'running')
        announce('plan.progress', { ...progress, plan: undoes })
    }
  })
  const returns = new ModuleReturns(store)
  const returnable = new ReturnableModules({
    journal: store,
    cache,
    withheld: options.withheld,
    settings: options.settings,
    shown: new ShownModules(store),
    now: () => clock.now()
  })
  const suspensions = new SuspensionHistory({
    journal: store,
    witness: options.witness,
    now: () => clock.now()
  })
  const guard = moduleGuard({
    settings: () => options.settings.settings(),
    now: () => clock.now(),
    atReturn: async (leaver) =>
      (await suspensions.beforeLeaving([leaver], options.suspensionAtReturn)).get(leaver.id) ?? {
        kind: 'none'
      },
    decisions: options.guard
  })
  const runner = new PlanRunner({
    store,
    engine,
    cache,
    secretBox: options.secretBox,
    clock,
    witness: options.witness,
    guard,
    returns,
    suspensions,
    settings: options.settings
  })
  const slips = new Slips({ ...options, cache })
  const rosters = new Rosters({ ...options, engine, runner, cache, returnable, suspensions })
  const person = (): string | null => options.actor()?.person ?? null
  /** Slips of people whom whoever is signed in may help. */
  const ownSlips = async (who: Actor | null): Promise<PendingSlip[]> => {
    const by = 'slips.save'
    const pending = await slips.pending()
    if (mayRead(who, { of: 'accounts', by })) return pending
    // Whose slip it is says the directory; where it cannot be asked, nobody with a limit gets it.
    await cache.load()
    return pending.filter(({ account }) =>
      mayRead(who, { of: 'account', by, account: cache.find(account) ?? null })
    )
  }

  const documentHandlers: DocumentHandlers = {
    async 'slips.pending'() {
      return succeed(await ownSlips(options.actor()))
    },
    async 'slips.save'({ accounts }) {
      // Whoever asks now is the one who gets them, also where the window locks meanwhile.
      const who = options.actor()
      const pending = await ownSlips(who)
      const own = new Set(pending.map(({ account }) => account))
      if (accounts.some((account) => !own.has(account))) return fail('accounts.slipsGone')
      const file = await desktop.chooseSaveTarget({
        title: { de: 'Passwortzettel speichern', en: 'Save password slips' },
        suggestedName: slipsFileName(
          pending.filter(({ account }) => accounts.includes(account)),
          clock.now()
        ),
        filters: [{ name: { de: 'PDF-Dokument', en: 'PDF document' }, extensions: ['pdf'] }]
      })
      if (file === null) return succeed(null)
      const written = await slips.savePdf(accounts, file, who?.person ?? null)
      if (!written.ok) return written
      remember(file)
      return succeed({ file })
    }
  }

  const exportNames: AccountsJob['exportNames'] = async (schoolClass, deliver) => {
    const loaded = await cache.load()
    if (!loaded.ok) return loaded
    const { list, snapshot } = loaded.value
    const known = snapshot.groups.some(({ isClass, name }) => isClass && name === schoolClass)
    if (schoolClass !== null && !known) return fail('accounts.unknownClass', { name: schoolClass })
    // Scripts read the head line whatever language the PC has (docs/cli.md).
    const { bytes, count } = exportOf(list.all, schoolClass, 'de')
    const said = await options.recordCopy({ what: 'names', count, by: person() })
    return said.ok ? deliver(bytes) : said
  }

  const accounts = accountActions({ ...options, cache, runner, slips, guard, returnable })
  return {
    handlers: {
      ...accounts.handlers,
      async 'accounts.export'(input) {
        const exported = await accounts.handlers['accounts.export'](input)
        if (exported.ok && exported.value !== null) remember(exported.value.file)
        return exported
      },
      ...rosterHandlers(rosters, options),
      ...planHandlers(store, engine, runner),
      ...settingsHandlers(options.settings),
      ...documentHandlers
    },
    rosters,
    slips: {
      pending: () => ownSlips(options.actor()),
      saveCsv: (chosen, file) => slips.saveCsv(chosen, file, person()),
      checkCsv: (file) => slips.checkCsv(file),
      handOver: (chosen, deliver) => slips.handOver(chosen, person(), deliver)
    },
    findPlan: (prefix) => findPlanHash(store, prefix),
    async list(selection) {
      const loaded = await cache.load()
      if (!loaded.ok) return loaded
      const who = options.actor()
      return succeed(
        loaded.value.list
          .select(selection)
          .filter((account) => mayRead(who, { of: 'account', by: 'accounts.query', account }))
      )
    },
    async findAccount(login) {
      const found = await cache.ask((directory) => directory.findAccount(login))
      if (!found.ok) return found
      return found.value === null ? fail('accounts.loginNotFound', { login }) : succeed(found.value)
    },
    resetPassword: (account, verification, note) => accounts.resetPassword(account, verification, note),
    exportNames,
    directory: {
      open: () => cache.open(),
      ask: (question) => cache.ask(question),
      async changed(ids) {
        await cache.changed(ids)
        for (const id of ids) await returnable.noteGiven(id)
      }
    },
    inboxItems(who, modules) {
      const { present } = cache
      return present === null
        ? []
        : goneModuleItems(who, modules, present.snapshot.groups, present.list.readAt)
    },
    settleSlips: () => slips.settle(),
    liftDue: async () => {
      const right = await options.checkClock()
      return right.ok ? liftDue({ store, cache, runner, clock, guard, returns, returnable }) : right
    },
    isBusy: () => engine.isBusy,
    directoryChanged: () => cache.forget(),
    stop: () => engine.stop()
  }
}
