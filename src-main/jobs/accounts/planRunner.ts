import type { Plan, PlanProgress } from '../../contract/plan'
import { fail, succeed, type Result } from '../../contract/result'
import { unrecorded, type PlanEngine } from '../../core/plan'
import type { SettingsDesk } from '../../core/settings'
import type { Directory } from '../../world/directory/port'
import type { SecretBox } from '../../world/secrets/port'
import { StoreFailure, type PlanJournal, type PlanRecord, type Store } from '../../world/store/port'
import { jobName } from './actions'
import { dayOf, type Clock } from './calendar'
import type { ChangeGuard } from './changeGuard'
import type { DirectoryCache } from './directoryCache'
import { forgetToldBirthDates, readToldBirthDates } from './documents'
import { AccountExecutor } from './execution'
import { provisionalPassword } from './planning'
import type { ModuleReturns } from './moduleReturns'
import type { SuspensionHistory } from './suspensionHistory'
import type { RunFor, RunWitness } from './witness'

export interface PlanRunnerOptions {
  readonly store: Store
  readonly engine: PlanEngine
  readonly cache: DirectoryCache
  readonly secretBox: SecretBox
  readonly clock: Clock
  readonly witness: RunWitness
  readonly guard: ChangeGuard
  readonly settings: Pick<SettingsDesk, 'settings'>
  readonly returns: ModuleReturns
  readonly suspensions: SuspensionHistory
}

/** The longest that `provisionalPassword` makes; a directory that wants more refuses with its own reason. */
const maximumPasswordLength = 20

/**
 * A plan of this job; null: there is none of this hash. What other jobs keep in the same journal is theirs: a sanction is
 * carried out, taken back and put aside by decision alone (P26).
 */
export async function findAccountPlan(
  journal: Pick<PlanJournal, 'findPlan'>,
  hash: string
): Promise<PlanRecord | null> {
  const record = await journal.findPlan(hash)
  return record?.plan.job === jobName ? record : null
}

/** Carries out account plans on the connected directory and keeps register and list up with them. */
export class PlanRunner {
  constructor(private readonly options: PlanRunnerOptions) {}

  /**
   * Keeps a plan that was computed for the directory that is connected. A plan of the same content that has run
   * already is another matter; the new one is told apart from it by `basis.repeat`.
   */
  async keep(plan: Plan, directory: Directory, confirmation: PlanRecord['confirmation']): Promise<string> {
    const { engine, store } = this.options
    const basis = { ...plan.basis, directory: directory.connection.baseDn }
    for (let repeat = 1; ; repeat += 1) {
      const hash = await engine.add(
        { ...plan, basis: repeat === 1 ? basis : { ...basis, repeat } },
        confirmation
      )
      const record = await store.findPlan(hash)
      if (record?.state === 'planned') return hash
    }
  }

  async apply(hash: string, runFor: RunFor): Promise<Result<PlanProgress>> {
    return this.run({ hash, undoes: false }, runFor, (executor) => this.options.engine.apply(hash, executor))
  }

  async undo(hash: string, runFor: RunFor): Promise<Result<PlanProgress>> {
    return this.run({ hash, undoes: true }, runFor, (executor) => this.options.engine.undo(hash, executor))
  }

  /** Keeps and carries out the plan of one action. The failure of its step is the failure of the action. */
  async act(plan: Plan): Promise<Result<{ plan: string; progress: PlanProgress }>> {
    const directory = await this.options.cache.open()
    if (!directory.ok) return directory
    const hash = await this.keep(plan, directory.value, null)
    const progress = await this.apply(hash, { kind: 'actor', passphrase: null })
    if (!progress.ok) return progress
    if (progress.value.stoppedBy !== null) return { ok: false, failure: progress.value.stoppedBy }
    const records = await this.options.store.readSteps(hash)
    for (const { failure } of records.values()) if (failure !== null) return { ok: false, failure }
    return succeed({ plan: hash, progress: progress.value })
  }

  private async run(
    { hash, undoes }: { readonly hash: string; readonly undoes: boolean },
    runFor: RunFor,
    work: (executor: AccountExecutor) => Promise<Result<PlanProgress>>
  ): Promise<Result<PlanProgress>> {
    const { store, cache, secretBox, witness, guard, returns } = this.options
    const record = await findAccountPlan(store, hash)
    if (record === null) return fail('plan.notFound', { plan: hash })
    const settings = await this.options.settings.settings()
    if (!settings.ok) return settings
    const directory = await cache.open()
    if (!directory.ok) return directory
    const computedFor = record.plan.basis['directory']
    if (computedFor !== directory.value.connection.baseDn) {
      return fail('plan.otherDirectory', { directory: computedFor ?? '' })
    }
    // The school's wish, unless the directory asks for more (P4).
    const wished = settings.value.passwords.length
    const length = Math.min(maximumPasswordLength, Math.max(wished, directory.value.minimumPasswordLength))
    const executor = new AccountExecutor({
      directory: directory.value,
      secretBox,
      guard,
      suspensionAfterReset: (account, reset, found) =>
        this.options.suspensions.afterInterruptedReset(account, reset, found),
      generatePassword: (avoid) => provisionalPassword(length, avoid)
    })
    // Before anything is taken away it must be known where to look for its return.
    const expected = await returns.expect(record.plan, undoes)
    if (!expected.ok) return expected
    const begun = await witness.begun({ hash, plan: record.plan, undoes }, runFor)
    if (!begun.ok) return begun
    const progress = await work(executor)
    if (!progress.ok) return progress
    if (progress.value.stoppedBy !== null) cache.note(progress.value.stoppedBy)
    try {
      const ended = await witness.ended(hash, progress.value)
      if (!ended.ok) throw unrecorded(ended.failure)
      await this.takeOver(progress.value.plan)
    } catch (error) {
      throw error instanceof StoreFailure ? unrecorded(error) : error
    }
    return progress
  }

  /** Register and list learn what a run has done. */
  private async takeOver(hash: string): Promise<void> {
    const { store, cache, clock } = this.options
    const record = await store.findPlan(hash)
    if (record === null) return
    const records = await store.readSteps(hash)
    const told = await readToldBirthDates(store, hash)
    const touched: string[] = []
    const used: string[] = []
    const unused: string[] = []
    const birthDates = new Map<string, string>()
    for (const step of record.plan.steps) {
      const stepRecord = records.get(step.id)
      if (step.target.type !== 'account' || stepRecord?.outcome !== 'done') continue
      const id = stepRecord.targetId
      if (id !== null) touched.push(id)
      const before = step.before?.['login']
      const after = step.after?.['login']
      if (typeof after === 'string') used.push(after)
      if (typeof before === 'string') {
        // Taken back before anyone signed in: the login was never used and need not stay blocked.
        if (record.plan.undoes !== null) unused.push(before)
        else used.push(before)
      }
      const birthDate = told.ok ? told.value.byStep[step.id] : undefined
      if (id !== null && birthDate !== undefined) birthDates.set(id, birthDate)
    }
    if (told.ok) for (const [id, day] of Object.entries(told.value.byAccount)) birthDates.set(id, day)
    await store.rememberLogins(used, dayOf(clock.now()))
    await store.forgetLogins(unused)
    await store.rememberBirthDates(birthDates)
    if (record.state === 'finished') await forgetToldBirthDates(store, hash)
    await cache.changed(touched)
  }
}
