import type { Step } from '../../../contract/plan'
import type { PendingSlip } from '../../../contract/slips'
import { fail, succeed, type Result } from '../../../contract/result'
import { oneAfterTheOther } from '../../../core/cooperation'
import type { RecordCopy } from '../../../core/ledger'
import type { SettingsDesk } from '../../../desks/settings'
import type { Printer } from '../../../world/documents/port'
import type { FileAccess, SecretFiles } from '../../../world/files/port'
import type { SecretBox } from '../../../world/secrets/port'
import type { SealedSecret, StepRecord, Store } from '../../../world/store/port'
import type { Clock } from '../../../core/clock'
import { dayOf } from '../../../core/calendar'
import type { DirectoryCache } from '../directoryCache'
import { secretContext } from '../execution'
import { readSlipTable, writeSlipRows } from './csv'
import { slipsPage, type Slip } from './page'
import { SlipFiles, type SecretPlace } from './slipFiles'

export type { Slip } from './page'

export interface SlipsOptions {
  readonly store: Store
  readonly secretBox: SecretBox
  readonly cache: DirectoryCache
  readonly printer: Printer
  readonly files: FileAccess & SecretFiles
  readonly clock: Clock
  readonly recordCopy: RecordCopy
  readonly settings: Pick<SettingsDesk, 'settings'>
}

interface Pending {
  readonly slip: PendingSlip
  readonly secret: SealedSecret
}

/** Makes the document of these slips ready, whose passwords lie in these places; the answer writes it. */
type PrepareSlips = (
  slips: readonly Slip[],
  secrets: SecretPlace[]
) => Promise<Result<() => Promise<Result<undefined>>>>

/**
 * Provisional passwords that wait to be printed. They exist, sealed, until a document with them lies on the disk;
 * then they are destroyed, and only a new reset makes another slip.
 */
export class Slips {
  private readonly written: SlipFiles
  /** One after the other: a file that is being written must not be taken for one that was cut short. */
  private readonly inTurn = oneAfterTheOther()

  constructor(private readonly options: SlipsOptions) {
    this.written = new SlipFiles(options)
  }

  /** Puts back what an earlier run that was killed has left half written. */
  async settle(): Promise<void> {
    await this.inTurn(() => this.written.settle())
  }

  /** The newest password of each account. */
  async pending(): Promise<PendingSlip[]> {
    const newest = new Map((await this.all()).map((pending) => [pending.slip.account, pending]))
    return [...newest.values()].map(({ slip }) => slip)
  }

  /**
   * Saves the slips of these accounts as PDF, by class, in a new file; then destroys their passwords.
   * `accounts.slipsFileExists`.
   *
   * @param by who asks for them
   */
  async savePdf(accounts: readonly string[], file: string, by: string | null): Promise<Result<undefined>> {
    return this.writeOut(accounts, by, async (slips, secrets) => {
      const settings = await this.options.settings.settings()
      if (!settings.ok) return settings
      const day = dayOf(this.options.clock.now())
      const page = await this.options.printer.toPdf(slipsPage(slips, settings.value.school, day))
      return page.ok ? succeed(() => this.written.create(file, page.value, secrets)) : page
    })
  }

  /**
   * Saves name, class, login and password as CSV, readable only by this user; then destroys the passwords. Slips
   * that the file holds already stay in it, as their passwords exist nowhere else any more; a new password takes
   * the place of the old one of the same login. `accounts.slipsFileForeign`: the file is something else.
   */
  async saveCsv(accounts: readonly string[], file: string, by: string | null): Promise<Result<undefined>> {
    return this.writeOut(accounts, by, async (slips, secrets) => {
      const kept = await readSlipTable(this.options.files, file)
      if (!kept.ok) return kept
      const { rows, bytes } = kept.value
      const content = writeSlipRows(rows, slips)
      return succeed(() =>
        bytes === null
          ? this.written.create(file, content, secrets)
          : this.written.replace(file, bytes, content, secrets)
      )
    })
  }

  /** Whether `saveCsv` may write there: the file is new or holds slips. */
  async checkCsv(file: string): Promise<Result<undefined>> {
    await this.settle()
    const kept = await readSlipTable(this.options.files, file)
    return kept.ok ? succeed() : kept
  }

  /**
   * Opens the passwords of these accounts and gives their slips away. They are destroyed once `deliver` has
   * succeeded, and kept where it has not.
   */
  async handOver(
    accounts: readonly string[],
    by: string | null,
    deliver: (slips: readonly Slip[]) => Promise<Result<undefined>>
  ): Promise<Result<undefined>> {
    return this.give(accounts, by, async (slips) => succeed(() => deliver(slips)))
  }

  /** `prepare` makes the document ready; it is written once the ledger says that it will be. */
  private async give(
    accounts: readonly string[],
    by: string | null,
    prepare: PrepareSlips
  ): Promise<Result<undefined>> {
    const { store, secretBox, recordCopy } = this.options
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
    const places = concerned.map(({ secret: { plan, step } }) => ({ plan, step }))
    const prepared = await prepare(slips, places)
    if (!prepared.ok) return prepared
    const said = await recordCopy({ what: 'slips', count: slips.length, by })
    if (!said.ok) return said
    const delivered = await prepared.value()
    if (!delivered.ok) return delivered
    await store.destroySecrets(places)
    return succeed()
  }

  private async writeOut(
    accounts: readonly string[],
    by: string | null,
    prepare: PrepareSlips
  ): Promise<Result<undefined>> {
    return this.inTurn(async () => {
      await this.written.settle()
      const written = await this.give(accounts, by, prepare)
      if (written.ok) await this.written.keep()
      return written
    })
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
