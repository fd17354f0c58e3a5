import type { Account, requestVerifications } from '../../contract/accounts'
import type { JobHandlers } from '../../contract/handlers'
import type { InboxItem } from '../../contract/inbox'
import type { Language } from '../../contract/language'
import type { ModuleGroups } from '../../contract/modules'
import { fail, succeed, type Result } from '../../contract/result'
import type { Applied, ParsedInput } from '../../contract/operations'
import type { PendingSlip } from '../../contract/slips'
import type { Actor } from '../../core/people/actor'
import { mayRead } from '../../core/people/reading'
import type { AccountDecisions, House, JobModule, OpenJob } from '../../desks/job'
import type { DocumentDesk } from '../../world/documents/port'
import { addedPersonHandlers, type AddedPersonHandlers } from './addedPerson'
import { accountActions, type AccountHandlers } from './accounts'
import { moduleGuard } from './changeGuard'
import { tellDemoResets } from './demo'
import { DirectoryCache } from './directoryCache'
import { liftDue, type LiftedDue } from './due'
import { exportOf } from './export'
import { goneModuleItems } from './moduleInbox'
import { ModuleReturns } from './moduleReturns'
import { jobName } from './actions'
import { AccountPlanOwner } from './planOwner'
import { PlanRunner } from './planRunner'
import { RosterPlanner } from './rosterPlanner'
import { Rosters, rosterHandlers, type RosterHandlers } from './rosters'
import { suspensionsAtOnce } from './inbox'
import { checkLogins, loginPreviewHandlers } from './loginPreview'
import { ReturnableModules } from './returnableModules'
import { ShownModules } from './shownModules'
import { slipsFileName } from './slips/fileName'
import { Slips, type Slip } from './slips'
import { accountHoldings } from './holdings'
import { SuspensionHistory } from './suspensionHistory'

export type { PlannedRoster } from './rosters'

/** How the person was recognised (P5); `notStated`: whoever asked at the command line did not say. */
export type Verification = (typeof requestVerifications)[number] | 'notStated'

/** Which accounts the command line lists. */
export type AccountSelection = Pick<ParsedInput<'accounts.query'>, 'text' | 'schoolClass' | 'state'>

export type AccountsJobOptions = Pick<
  House,
  | 'store'
  | 'secretBox'
  | 'ledger'
  | 'directory'
  | 'demo'
  | 'files'
  | 'desktop'
  | 'printer'
  | 'announce'
  | 'clock'
  | 'actor'
  | 'plans'
  | 'decisions'
  | 'recordCopy'
  | 'settings'
> & {
  readonly desk: Pick<DocumentDesk, 'remember'>
  /** `ledger.clockAhead`: nothing is to be ended by this PC's clock. */
  readonly checkClock: () => Promise<Result<undefined>>
  /** In which files are written that are no documents of the school. */
  readonly language: () => Language
}

type DocumentHandlers = JobHandlers<'slips.pending' | 'slips.save'>

export type AccountsJobHandlers = AccountHandlers &
  RosterHandlers &
  AddedPersonHandlers &
  typeof loginPreviewHandlers &
  DocumentHandlers

/** The job of accounts: rosters become logins in a directory. */
export interface AccountsJob extends OpenJob<keyof AccountsJobHandlers> {
  readonly handlers: AccountsJobHandlers
  /** Rosters by path, for the command line. */
  readonly rosters: Pick<Rosters, 'open' | 'openFolder' | 'openDemo' | 'preview' | 'plan'>
  /** Slips by path, for the command line. */
  readonly slips: SlipDoor
  /** All accounts that the selection names and that whoever asks may see, by family name. */
  list(selection: AccountSelection): Promise<Result<Account[]>>
  /** `accounts.loginNotFound`. */
  findAccount(login: string): Promise<Result<Account>>
  /** P5, also where nobody says how the person was recognised; the history then shows just that. */
  resetPassword(account: string, verification: Verification, note: string): Promise<Result<Applied>>
  /** The export of names and ids (P3), given to `deliver` once the ledger says so. `accounts.unknownClass`. */
  exportNames<Value>(
    schoolClass: string | null,
    deliver: (bytes: Uint8Array) => Promise<Result<Value>>
  ): Promise<Result<Value>>
  /** Lifts what is due. */
  liftDue(): Promise<Result<LiftedDue>>
  /** What waits for somebody, by the directory as it was read last and these modules; absent: those of the settings. */
  inboxItems(actor: Actor, modules?: ModuleGroups): readonly InboxItem[]
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

export function createAccountsJob(options: AccountsJobOptions): AccountsJob {
  const { store, directory, announce, clock, desktop, decisions } = options
  const cache = new DirectoryCache({ directory, announce, clock })
  const returns = new ModuleReturns(store)
  const returnable = new ReturnableModules({
    journal: store,
    cache,
    directory,
    decisions,
    settings: options.settings,
    shown: new ShownModules(store),
    now: () => clock.now()
  })
  directory.follow({
    async changed(ids) {
      await cache.changed(ids)
      // Another job has changed them: what it has given back is owed no more.
      for (const id of ids) await returnable.noteGiven(id)
    },
    forget: () => cache.forget()
  })
  const suspensions = new SuspensionHistory({
    journal: store,
    witness: options.plans.witness,
    now: () => clock.now()
  })
  const guard = moduleGuard({
    settings: () => options.settings.settings(),
    now: () => clock.now(),
    atReturn: async (leaver) => {
      const atReturn: AccountDecisions['suspensionAtReturn'] = (account, before) =>
        decisions.suspensionAtReturn(account, before)
      return (await suspensions.beforeLeaving([leaver], atReturn)).get(leaver.id) ?? { kind: 'none' }
    },
    decisions
  })
  const plans = options.plans.offer(
    new AccountPlanOwner({
      store,
      directory,
      cache,
      secretBox: options.secretBox,
      clock,
      guard,
      returns,
      suspensions,
      settings: options.settings
    })
  )
  const runner = new PlanRunner(plans, directory)
  options.settings.check(checkLogins)
  const slips = new Slips({ ...options, cache })
  const planner = new RosterPlanner({ ...options, runner, cache, returnable, suspensions })
  const rosters = new Rosters({ ...options, plans, planner })
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
    async 'slips.pending'(_, asker) {
      return succeed(await ownSlips(asker))
    },
    async 'slips.save'({ accounts }, who) {
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
      const written = await slips.savePdf(accounts, file, who.person)
      if (!written.ok) return written
      options.desk.remember(file)
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

  const lift = async (): Promise<Result<LiftedDue>> => {
    const right = await options.checkClock()
    return right.ok ? liftDue({ store, directory, runner, clock, guard, returns, returnable }) : right
  }
  const accounts = accountActions({ ...options, cache, runner, slips, guard, returnable })
  return {
    handlers: {
      ...accounts.handlers,
      ...rosterHandlers(rosters, options),
      ...addedPersonHandlers({ planner, plans, clock }),
      ...loginPreviewHandlers,
      ...documentHandlers
    },
    rosters,
    slips: {
      pending: () => ownSlips(options.actor()),
      saveCsv: (chosen, file) => slips.saveCsv(chosen, file, person()),
      checkCsv: (file) => slips.checkCsv(file),
      handOver: (chosen, deliver) => slips.handOver(chosen, person(), deliver)
    },
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
      const found = await directory.ask((opened) => opened.findAccount(login))
      if (!found.ok) return found
      return found.value === null ? fail('accounts.loginNotFound', { login }) : succeed(found.value)
    },
    resetPassword: (account, verification, note) =>
      accounts.resetPassword(options.actor(), account, verification, note),
    exportNames,
    holdings: async (subject) =>
      succeed(await accountHoldings({ store, pendingSlips: () => slips.pending() }, subject)),
    inboxItems(reader, modules = options.settings.latest()?.modules ?? {}) {
      const { present } = cache
      return [
        ...suspensionsAtOnce(options.ledger, reader, clock.now()),
        ...(present === null
          ? []
          : goneModuleItems(reader, modules, present.snapshot.groups, present.list.readAt))
      ]
    },
    settle: () => slips.settle(),
    liftDue: lift,
    async dueWork() {
      const lifted = await lift()
      if (!lifted.ok) return lifted
      const { run, waiting } = lifted.value
      return succeed({ lifted: run, waiting })
    },
    async foreignPlans() {
      await cache.refresh()
    }
  }
}

export const accountsJob: JobModule<AccountsJob> = {
  name: jobName,
  rules: [],
  demoWeeks: tellDemoResets,
  open(house) {
    const clock = house.ledgerClock
    return createAccountsJob({
      ...house,
      clock,
      checkClock: () => clock.check(),
      language: () => house.applicationState().preferences.language
    })
  }
}
