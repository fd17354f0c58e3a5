import type { Step } from '../../contract/plan'
import type { Store } from '../../world/store/port'
import { succeed, type Failure, type Result } from '../../contract/result'
import { checkDirectory, type DirectoryDesk } from '../../desks/directory'
import type { Carrying, PlanOwner, RunToPrepare, SettledRun } from '../../desks/plans'
import type { SettingsDesk } from '../../desks/settings'
import type { SecretBox } from '../../world/secrets/port'
import { jobName } from './actions'
import type { Clock } from '../../core/clock'
import { dayOf } from '../../core/calendar'
import type { ChangeGuard } from '../../desks/job'
import { forgetToldBirthDates, readToldBirthDates, rememberChildren, rememberIdColumn } from './documents'
import { AccountExecutor } from './execution'
import type { DirectoryCache } from './directoryCache'
import type { ModuleReturns } from './moduleReturns'
import { provisionalPassword } from './planning'
import { stepKinds, targets } from './contract'
import type { SuspensionHistory } from './suspensionHistory'

export interface AccountPlanOptions {
  readonly store: Store
  readonly directory: DirectoryDesk
  readonly cache: Pick<DirectoryCache, 'changed'>
  readonly secretBox: SecretBox
  readonly clock: Clock
  readonly guard: ChangeGuard
  readonly settings: Pick<SettingsDesk, 'settings'>
  readonly returns: ModuleReturns
  readonly suspensions: SuspensionHistory
}

/** The longest that `provisionalPassword` makes; a directory that wants more refuses with its own reason. */
const maximumPasswordLength = 20

/** Account plans on the connected directory; register and list are kept up with them. */
export class AccountPlanOwner implements PlanOwner {
  readonly job = jobName
  readonly targets = targets
  readonly kinds = stepKinds

  constructor(private readonly options: AccountPlanOptions) {}

  /** What every version so far has written is read as it is: a field that is in neither image is never touched. */
  read(step: Step): Step {
    return step
  }

  async prepare({ plan, undoes }: RunToPrepare<undefined>): Promise<Result<Carrying>> {
    const { secretBox, guard, returns } = this.options
    const settings = await this.options.settings.settings()
    if (!settings.ok) return settings
    const directory = await this.options.directory.open()
    if (!directory.ok) return directory
    const fits = checkDirectory(plan, directory.value)
    if (!fits.ok) return fits
    // Before anything is taken away it must be known where to look for its return.
    const expected = await returns.expect(plan, undoes)
    if (!expected.ok) return expected
    // The school's wish, unless the directory asks for more (P4).
    const wished = settings.value.passwords.length
    const length = Math.min(maximumPasswordLength, Math.max(wished, directory.value.minimumPasswordLength))
    return succeed(
      new AccountExecutor({
        directory: directory.value,
        secretBox,
        guard,
        suspensionAfterReset: (account, reset, found) =>
          this.options.suspensions.afterInterruptedReset(account, reset, found),
        generatePassword: (avoid) => provisionalPassword(length, avoid)
      })
    )
  }

  stopped(failure: Failure): void {
    this.options.directory.note(failure)
  }

  /** Register and list learn what a run has done. */
  async settled({ hash, plan, state, records }: SettledRun): Promise<void> {
    const { store, cache, clock } = this.options
    const told = await readToldBirthDates(store, hash)
    const touched: string[] = []
    const used: string[] = []
    const unused: string[] = []
    const birthDates = new Map<string, string>()
    const children = new Map<string, readonly string[]>()
    let hasNewIds = false
    for (const step of plan.steps) {
      const stepRecord = records.get(step.id)
      if (step.target.type !== 'account' || stepRecord?.outcome !== 'done') continue
      const id = stepRecord.targetId
      if (id !== null) touched.push(id)
      if (step.after?.['schoolId'] !== undefined) hasNewIds = true
      const before = step.before?.['login']
      const after = step.after?.['login']
      if (typeof after === 'string') used.push(after)
      if (typeof before === 'string') {
        // Taken back before anyone signed in: the login was never used and need not stay blocked.
        if (plan.undoes !== null) unused.push(before)
        else used.push(before)
      }
      const birthDate = told.ok ? told.value.byStep[step.id] : undefined
      if (id !== null && birthDate !== undefined) birthDates.set(id, birthDate)
      const ofGuardian = told.ok ? told.value.children?.byStep[step.id] : undefined
      if (id !== null && ofGuardian !== undefined) children.set(id, ofGuardian)
    }
    if (told.ok) for (const [id, day] of Object.entries(told.value.byAccount)) birthDates.set(id, day)
    if (told.ok)
      for (const [id, ids] of Object.entries(told.value.children?.byAccount ?? {})) children.set(id, ids)
    if (told.ok && told.value.ids !== undefined && hasNewIds) await rememberIdColumn(store, told.value.ids)
    await store.rememberLogins(used, dayOf(clock.now()))
    await store.forgetLogins(unused)
    await store.rememberBirthDates(birthDates)
    await rememberChildren(store, children)
    if (state === 'finished') await forgetToldBirthDates(store, hash)
    await cache.changed(touched)
  }
}
