import { onTestFinished } from 'vitest'
import { succeed, type Result } from '../../../src-main/contract/result'
import { LedgerClock } from '../../../src-main/core/ledger'
import { SharedDirectory } from '../../../src-main/desks/directory'
import { ledgerWitness, PlanDesk, type PlanHandlers } from '../../../src-main/desks/plans'
import { decidedAt } from '../../../src-main/jobs/sanctions'
import { createAccountsJob, type AccountsJob } from '../../../src-main/jobs/accounts'
import type { Directory, DirectoryAccess } from '../../../src-main/world/directory/port'
import { localFiles } from '../../../src-main/world/files/local'
import { openDeviceSecretBox } from '../../../src-main/world/secrets/deviceKey'
import type { Handlers } from '../../../src-main/contract/handlers'
import { asked } from '../../unit/support/asked'
import { settingsOf } from '../../unit/support/accountsJob'
import { SanctionsSchool, valueOf } from '../../unit/support/sanctionsSchool'
import { signingOf } from '../../unit/support/sanctionsPeople'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The job of accounts with the plans that its desk offers. */
type AccountsAtDesk = Omit<AccountsJob, 'handlers'> & {
  readonly handlers: Handlers<
    keyof AccountsJob['handlers'] | keyof PlanHandlers | 'settings.read' | 'settings.write'
  >
}

/** A founded school on a real directory, with the job of accounts beside that of sanctions, as in the app. */
export interface RealSchool {
  readonly school: SanctionsSchool
  /** The job of accounts as it is now; another one after a restart. */
  readonly accounts: () => AccountsAtDesk
}

export async function openRealSchool(open: () => Promise<Result<Directory>>): Promise<RealSchool> {
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-real-'))
  const secretBox = valueOf(await openDeviceSecretBox(folder))
  const access = new OneSession(open)
  const made: { school: SanctionsSchool | null; accounts: AccountsAtDesk | null } = {
    school: null,
    accounts: null
  }
  const work = (): SanctionsSchool => {
    if (made.school === null) throw new Error('the school is not open')
    return made.school
  }
  const school = await SanctionsSchool.open(({ store, ledger }) => {
    const actor = () => work().present?.actor ?? null
    const plans = new PlanDesk({
      store,
      announce: () => undefined,
      now: () => new Date(),
      witness: ledgerWitness({
        ledger,
        actor,
        decidedAt: (hash) => decidedAt(ledger, hash),
        signing: { needsPassphrase: true, sign: (...asked) => signingOf(work().officials).sign(...asked) }
      })
    })
    const directory = new SharedDirectory({ access, register: store })
    const settings = settingsOf(store, ledger)
    const job = createAccountsJob({
      language: () => 'de',
      store,
      secretBox,
      actor,
      directory,
      files: localFiles,
      announce: () => undefined,
      clock: { now: () => new Date() },
      checkClock: () => new LedgerClock(ledger, { now: () => new Date() }).check(),
      demo: { roster: async () => succeed({ name: 'demo.csv', bytes: new Uint8Array() }) },
      printer: { toPdf: async () => succeed(new Uint8Array()) },
      decisions: {
        guard: (account, change) => work().job.guard(account, change),
        suspensionAtReturn: (account, before) => work().job.suspensionAtReturn(account, before),
        isDecidedStep: (step) => work().job.isDecidedStep(step),
        withheldGroups: (account) => work().job.withheldGroups(account)
      },
      plans,
      recordCopy: async () => succeed(),
      desk: { remember: () => undefined },
      ledger,
      settings,
      desktop: {
        chooseFiles: async () => null,
        chooseFolder: async () => null,
        chooseSaveTarget: async () => null,
        openDocument: async () => succeed(),
        notify: () => undefined
      }
    })
    made.accounts = {
      ...job,
      handlers: asked({ ...job.handlers, ...plans.handlers, ...settings.handlers }, actor)
    }
    return directory
  })
  made.school = school
  onTestFinished(async () => {
    await access.close()
    await rm(folder, { recursive: true, force: true })
  })
  return {
    school,
    accounts: () => {
      if (made.accounts === null) throw new Error('the school is not open')
      return made.accounts
    }
  }
}

/** One session with the directory, opened anew after it was lost. */
class OneSession implements DirectoryAccess {
  private session: Directory | null = null

  constructor(private readonly connect: () => Promise<Result<Directory>>) {}

  async open(): Promise<Result<Directory>> {
    if (this.session !== null) return succeed(this.session)
    const opened = await this.connect()
    if (opened.ok) this.session = opened.value
    return opened
  }

  lost(): void {
    const { session } = this
    this.session = null
    void session?.close()
  }

  async close(): Promise<void> {
    await this.session?.close()
    this.session = null
  }
}
