import type { Account, AccountEvent, GuardedChild, RawState, Suspension } from '../../contract/accounts'
import type { JobHandlers } from '../../contract/handlers'
import type { Applied, OperationName } from '../../contract/operations'
import type { Step } from '../../contract/plan'
import type { Language } from '../../contract/language'
import { fail, succeed, type Result } from '../../contract/result'
import type { RecordCopy } from '../../core/ledger'
import type { Actor } from '../../core/people/actor'
import { mayRead, mustMayRead } from '../../core/people/reading'
import type { SettingsDesk } from '../../desks/settings'
import type { DirectoryDesk } from '../../desks/directory'
import type { Desktop } from '../../world/desktop/port'
import type { DocumentDesk } from '../../world/documents/port'
import type { FileAccess } from '../../world/files/port'
import type { StepRecord, Store } from '../../world/store/port'
import {
  actionPlan,
  isIdle,
  liftSuspension,
  resetPassword,
  setMemberships,
  suspend,
  type ActionStep
} from './actions'
import type { Clock } from '../../core/clock'
import { dayOf, startOf } from '../../core/calendar'
import type { AccountDecisions, ChangeGuard } from '../../desks/job'
import type { DirectoryCache } from './directoryCache'
import { resetPasswordKind } from './contract'
import { readChildrenOfGuardians } from './documents'
import { exportFileName, exportOf } from './export'
import { AccountList } from './accountList'
import { findPersons } from './foundPersons'
import { leavingOf } from './leaving'
import { moduleGroupsOf } from './modules'
import type { ReturnableModules } from './returnableModules'
import type { PlanRunner } from './planRunner'
import type { Slips } from './slips'

export type AccountHandlers = JobHandlers<Extract<OperationName, `accounts.${string}`>>

export interface AccountHandlerOptions {
  readonly store: Store
  readonly directory: DirectoryDesk
  readonly cache: DirectoryCache
  readonly runner: PlanRunner
  readonly slips: Slips
  readonly desktop: Desktop
  readonly files: FileAccess
  readonly clock: Clock
  readonly language: () => Language
  readonly guard: ChangeGuard
  readonly decisions: Pick<AccountDecisions, 'isDecidedStep'>
  readonly desk: Pick<DocumentDesk, 'remember'>
  readonly recordCopy: RecordCopy
  readonly settings: Pick<SettingsDesk, 'shown' | 'settings'>
  readonly returnable: ReturnableModules
}

/** The account as the directory has it now; an action never rests on an old list. */
async function currentAccount(directory: DirectoryDesk, id: string): Promise<Result<Account>> {
  const account = await directory.ask((opened) => opened.readAccount(id))
  if (!account.ok) return account
  return account.value === null ? fail('accounts.notFound', { account: id }) : succeed(account.value)
}

/** What one does with single accounts: for the window, and what the command line does besides. */
export interface AccountActions {
  readonly handlers: AccountHandlers
  /** As the window's `accounts.resetPassword`; `verification` may be a word that the window does not offer. */
  resetPassword(
    who: Actor | null,
    account: string,
    verification: string,
    note: string
  ): Promise<Result<Applied>>
}

export function accountActions(options: AccountHandlerOptions): AccountActions {
  const { store, directory, cache, runner, slips, desktop, files, clock, guard, returnable } = options

  const act = async (
    who: Actor | null,
    by: OperationName,
    id: string,
    step: (account: Account) => ActionStep | Promise<Result<ActionStep>>
  ): Promise<Result<Applied>> => {
    const account = await currentAccount(directory, id)
    if (!account.ok) return account
    const helps = mustMayRead(who, { of: 'account', by, account: account.value })
    if (!helps.ok) return helps
    const made = step(account.value)
    const answer = made instanceof Promise ? await made : succeed(made)
    if (!answer.ok) return answer
    const action = answer.value
    if (isIdle(action)) return fail('accounts.nothingToChange', { login: account.value.login })
    const guarded = await guard(account.value, action.after)
    if (!guarded.ok) return guarded
    const now = clock.now()
    return runner.act(actionPlan([action], dayOf(now), now.toISOString()))
  }

  const existing = async (names: readonly string[], isClass: boolean): Promise<Result<undefined>> => {
    const loaded = await cache.load()
    if (!loaded.ok) return loaded
    const known = new Set(
      loaded.value.snapshot.groups.filter((group) => group.isClass === isClass).map(({ name }) => name)
    )
    const unknown = names.find((name) => !known.has(name))
    if (unknown === undefined) return succeed()
    return fail(isClass ? 'accounts.unknownClass' : 'accounts.unknownGroup', { name: unknown })
  }

  /** By what lists of guardians have told; whose account is gone stays with the id. */
  const childrenOf = async (guardian: string): Promise<Result<GuardedChild[]>> => {
    const told = await readChildrenOfGuardians(store)
    if (!told.ok) return told
    const ids = told.value[guardian] ?? []
    if (ids.length === 0) return succeed([])
    const loaded = await cache.load()
    if (!loaded.ok) return loaded
    const pupils = loaded.value.list.all.filter(({ kind }) => kind === 'pupil')
    return succeed(
      ids.map((schoolId) => {
        const child = pupils.find((pupil) => pupil.schoolId === schoolId)
        const { givenName = '', familyName = '', classes = [] } = child ?? {}
        return { schoolId, account: child?.id ?? null, givenName, familyName, classes }
      })
    )
  }

  const reset: AccountActions['resetPassword'] = (who, account, verification, note) =>
    act(who, 'accounts.resetPassword', account, (current) => resetPassword(current, verification, note))

  const handlers: AccountHandlers = {
    async 'accounts.query'(query, who) {
      const loaded = await cache.load()
      if (!loaded.ok) return loaded
      const { list } = loaded.value
      if (mayRead(who, { of: 'accounts', by: 'accounts.query' })) return succeed(list.query(query))
      return succeed(new AccountList(seenBy(who, list), list.readAt).query(query))
    },

    async 'accounts.find'({ text }) {
      const loaded = await cache.load()
      if (!loaded.ok) return loaded
      return succeed(findPersons(loaded.value.list, text))
    },

    async 'accounts.refresh'(_, who) {
      const loaded = await cache.refresh()
      return loaded.ok ? succeed({ all: seenBy(who, loaded.value.list).length }) : loaded
    },

    async 'accounts.detail'({ account: id }, who) {
      const account = await currentAccount(directory, id)
      if (!account.ok) return account
      const reads = (by: OperationName): boolean =>
        mayRead(who, { of: 'account', by, account: account.value })
      if (!reads('accounts.detail')) return fail('application.notAllowed')
      const raw = mayRead(who, { of: 'rawState' })
        ? await directory.ask((opened) => opened.readRawState(id))
        : succeed<RawState>([])
      if (!raw.ok) return raw
      const settings = await options.settings.shown()
      if (!settings.ok) return settings
      const { leaverSince } = account.value
      const leaving =
        leaverSince === null ? null : leavingOf(leaverSince, settings.value.leavers, dayOf(clock.now()))
      const touched = await touchedBy(store, id)
      const mayResetPassword = reads('accounts.resetPassword')
      const shown = readableBy(who, touched, mayResetPassword)
      const slipPending =
        reads('slips.pending') && (await slips.pending()).some((slip) => slip.account === id)
      const taken = await returnable.taken(account.value)
      const children = account.value.kind === 'guardian' ? await childrenOf(id) : succeed([])
      if (!children.ok) return children
      const modules = {
        open: moduleGroupsOf(account.value, settings.value.modules),
        // What a suspension took is part of the suspension's story. Nothing is to come back while settings are forged.
        taken: reads('accounts.suspend') && taken.ok ? taken.value : []
      }
      return succeed({
        account: account.value,
        leaving,
        raw: raw.value,
        history: shown.map((one) => eventOf(one, options.decisions)),
        historyWithheld: shown.length < touched.length,
        mayResetPassword,
        slipPending,
        children: children.value,
        modules
      })
    },

    async 'accounts.groups'(_, who) {
      const loaded = await cache.load()
      if (!loaded.ok) return loaded
      const { groups } = loaded.value.snapshot
      if (mayRead(who, { of: 'accounts', by: 'accounts.groups' })) return succeed([...groups])
      return succeed(groups.filter(({ isClass, name }) => isClass && who.classes.includes(name)))
    },

    async 'accounts.resetPassword'({ account, verification, note }, who) {
      return reset(who, account, verification, note)
    },

    async 'accounts.suspend'({ account, until, reason }, who) {
      if (until !== null && until <= dayOf(clock.now())) return fail('accounts.dayInPast', { day: until })
      const suspension: Suspension =
        until === null ? { kind: 'forever' } : { kind: 'until', until: startOf(until) }
      return act(who, 'accounts.suspend', account, async (current) => {
        // Whoever has left stays shut out until a roster names them again (P8).
        if (until !== null && current.leaverSince !== null) {
          return fail('accounts.leaverStaysShutOut', { login: current.login })
        }
        const settings = await options.settings.settings()
        if (!settings.ok) return settings
        const groups = moduleGroupsOf(current, settings.value.modules)
        return succeed(
          suspend(current, suspension, groups, { code: 'statedReason', parameters: { text: reason } })
        )
      })
    },

    async 'accounts.liftSuspension'({ account, reason }, who) {
      return act(who, 'accounts.liftSuspension', account, async (current) => {
        const groups = await returnable.of(current)
        if (!groups.ok) return groups
        return succeed(
          liftSuspension(current, groups.value, { code: 'statedReason', parameters: { text: reason } })
        )
      })
    },

    async 'accounts.unlock'({ account }) {
      const unlocked = await directory.ask((opened) => opened.unlock(account))
      if (unlocked.ok) await cache.changed([account])
      return unlocked
    },

    async 'accounts.setClasses'({ account, classes, reason }, who) {
      const known = await existing(classes, true)
      if (!known.ok) return known
      return act(who, 'accounts.setClasses', account, (current) =>
        setMemberships(current, 'classes', classes, reason)
      )
    },

    async 'accounts.setGroups'({ account, groups, reason }, who) {
      const known = await existing(groups, false)
      if (!known.ok) return known
      return act(who, 'accounts.setGroups', account, (current) =>
        setMemberships(current, 'groups', groups, reason)
      )
    },

    async 'accounts.export'({ schoolClass }, { person: by }) {
      const loaded = await cache.load()
      if (!loaded.ok) return loaded
      const file = await desktop.chooseSaveTarget({
        title: { de: 'Namen und ID-Nummern speichern', en: 'Save names and ids' },
        suggestedName: exportFileName(schoolClass),
        filters: [{ name: { de: 'CSV-Datei', en: 'CSV file' }, extensions: ['csv'] }]
      })
      if (file === null) return succeed(null)
      const { bytes, count } = exportOf(loaded.value.list.all, schoolClass, options.language())
      const said = await options.recordCopy({ what: 'names', count, by })
      if (!said.ok) return said
      const written = await files.writePrivately(file, bytes)
      if (!written.ok) return written
      options.desk.remember(file)
      return succeed({ file })
    }
  }
  return { handlers, resetPassword: reset }
}

/** The accounts of a list that somebody may see. */
function seenBy(who: Actor | null, list: AccountList): readonly Account[] {
  const by = 'accounts.query'
  if (mayRead(who, { of: 'accounts', by })) return list.all
  return list.all.filter((account) => mayRead(who, { of: 'account', by, account }))
}

interface Touched {
  readonly plan: string
  readonly step: Step
  readonly record: StepRecord
}

/** What Netzwart has done to an account, newest first. Steps that never happened are no history. */
async function touchedBy(store: Store, id: string): Promise<Touched[]> {
  const touched = await store.historyOf(id)
  return touched.filter(({ record }) => record.outcome === 'done' || record.outcome === 'undone')
}

/**
 * Whom a plan is about, and why, is for those who read plans. Who may reset the password sees besides when that was done,
 * and at whose request (P5).
 */
function readableBy(who: Actor | null, touched: readonly Touched[], resets: boolean): readonly Touched[] {
  if (mayRead(who, { of: 'plan' })) return touched
  return touched.filter(({ step }) => resets && step.kind === resetPasswordKind)
}

function eventOf(
  { plan, step, record }: Touched,
  decisions: AccountHandlerOptions['decisions']
): AccountEvent {
  const { code, parameters } = step.reason
  const words = [parameters['verification'], parameters['text']].filter(
    (word) => word !== undefined && word !== ''
  )
  return {
    at: record.at,
    kind: step.kind,
    plan,
    reason: words.length > 0 ? words.join(': ') : code,
    undoable: record.outcome === 'done' && isTakenBackHere(step, decisions),
    undone: record.outcome === 'undone'
  }
}

/** A new password is gone for good; what the leadership has decided is taken back by the leadership alone (P26). */
function isTakenBackHere(step: Step, decisions: AccountHandlerOptions['decisions']): boolean {
  return step.kind !== resetPasswordKind && step.kind !== 'undo' && !decisions.isDecidedStep(step)
}
