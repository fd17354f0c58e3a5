import type { Step } from '../../../contract/plan'
import type { PendingSlip } from '../../../contract/slips'
import { fail, succeed, type Result } from '../../../contract/result'
import type { SettingsDesk } from '../../../core/settings'
import type { Printer } from '../../../world/documents/port'
import type { FileAccess } from '../../../world/files/port'
import type { SecretBox } from '../../../world/secrets/port'
import type { SealedSecret, StepRecord, Store } from '../../../world/store/port'
import { dayOf, type Clock } from '../calendar'
import type { DirectoryCache } from '../directoryCache'
import { secretContext } from '../execution'
import { readSlipRows, writeSlipRows } from './csv'
import { slipsPage, type Slip } from './page'

export type { Slip } from './page'

export interface SlipsOptions {
  readonly store: Store
  readonly secretBox: SecretBox
  readonly cache: DirectoryCache
  readonly printer: Printer
  readonly files: FileAccess
  readonly clock: Clock
  readonly settings: Pick<SettingsDesk, 'settings'>
}

interface Pending {
  readonly slip: PendingSlip
  readonly secret: SealedSecret
}

/**
 * Provisional passwords that wait to be printed. They exist, sealed, until a document with them lies on the disk;
 * then they are destroyed, and only a new reset makes another slip.
 */
export class Slips {
  constructor(private readonly options: SlipsOptions) {}

  /** The newest password of each account. */
  async pending(): Promise<PendingSlip[]> {
    const newest = new Map((await this.all()).map((pending) => [pending.slip.account, pending]))
    return [...newest.values()].map(({ slip }) => slip)
  }

  /** Saves the slips of these accounts as PDF, by class; then destroys their passwords. */
  async savePdf(accounts: readonly string[], file: string): Promise<Result<undefined>> {
    return this.handOver(accounts, async (slips) => {
      const settings = await this.options.settings.settings()
      if (!settings.ok) return settings
      const day = dayOf(this.options.clock.now())
      const page = await this.options.printer.toPdf(slipsPage(slips, settings.value.school, day))
      return page.ok ? this.options.files.writePrivately(file, page.value) : page
    })
  }

  /**
   * Saves name, class, login and password as CSV, readable only by this user; then destroys the passwords. Slips
   * that the file holds already stay in it, as their passwords exist nowhere else any more; a new password takes
   * the place of the old one of the same login. `accounts.slipsFileForeign`: the file is something else.
   */
  async saveCsv(accounts: readonly string[], file: string): Promise<Result<undefined>> {
    return this.handOver(accounts, async (slips) => {
      const kept = await readSlipRows(this.options.files, file)
      if (!kept.ok) return kept
      return this.options.files.writePrivately(file, writeSlipRows(kept.value, slips))
    })
  }

  /** Whether `saveCsv` may write there: the file is new or holds slips. */
  async checkCsv(file: string): Promise<Result<undefined>> {
    const kept = await readSlipRows(this.options.files, file)
    return kept.ok ? succeed() : kept
  }

  /**
   * Opens the passwords of these accounts and gives their slips away. They are destroyed once `deliver` has
   * succeeded, and kept where it has not.
   */
  async handOver(
    accounts: readonly string[],
    deliver: (slips: readonly Slip[]) => Promise<Result<undefined>>
  ): Promise<Result<undefined>> {
    const { store, secretBox } = this.options
    const chosen = new Set(accounts)
    const concerned = (await this.all()).filter(({ slip }) => chosen.has(slip.account))
    const newest = new Map(concerned.map((pending) => [pending.slip.account, pending]))
    if (newest.size === 0) return fail('accounts.slipsGone')
    const slips: Slip[] = []
    for (const { secret, slip } of newest.values()) {
      const { login, givenName, familyName, schoolClass } = slip
      const password = secretBox.open(secret.sealed, secretContext(secret))
      if (password === null) return fail('accounts.slipUnreadable', { login })
      slips.push({ givenName, familyName, schoolClass, login, password })
    }
    const delivered = await deliver(slips)
    if (!delivered.ok) return delivered
    await store.destroySecrets(concerned.map(({ secret }) => secret))
    return succeed()
  }

  /** Every password whose account has it, oldest first: of several for one account, only the last one opens. */
  private async all(): Promise<Pending[]> {
    const { store, cache, secretBox } = this.options
    const loaded = new Map<
      string,
      { steps: ReadonlyMap<string, StepRecord>; byId: ReadonlyMap<string, Step> }
    >()
    const pending: Pending[] = []
    for (const secret of await store.listSecrets()) {
      // In a case file that several PCs share, slips are printed where their passwords were made.
      if (store.kind === 'postgres' && secretBox.open(secret.sealed, secretContext(secret)) === null) continue
      if (!loaded.has(secret.plan)) {
        const record = await store.findPlan(secret.plan)
        const steps = await store.readSteps(secret.plan)
        const byId = new Map(record?.plan.steps.map((step) => [step.id, step]))
        loaded.set(secret.plan, { steps, byId })
      }
      const found = loaded.get(secret.plan)
      const record = found?.steps.get(secret.step)
      const step = found?.byId.get(secret.step)
      // Without an outcome nobody knows whether the account has this password; the resumed run sets a new one.
      if (record?.outcome !== 'done' || record.targetId === null || step === undefined) continue
      const account = cache.find(record.targetId)
      const slip: PendingSlip = {
        account: record.targetId,
        plan: secret.plan,
        login: account?.login ?? secret.login,
        givenName: account?.givenName ?? textOf(step.after?.['givenName']) ?? step.target.label,
        familyName: account?.familyName ?? textOf(step.after?.['familyName']) ?? '',
        schoolClass: account?.classes[0] ?? step.target.schoolClass,
        since: secret.at
      }
      pending.push({ slip, secret })
    }
    return pending
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
