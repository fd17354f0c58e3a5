import { onTestFinished } from 'vitest'
import { succeed, type Result } from '../../../src-main/contract/result'
import { LedgerClock } from '../../../src-main/core/ledger'
import { createAccountsJob, ledgerWitness, type AccountsJob } from '../../../src-main/jobs/accounts'
import type { Directory, DirectoryAccess } from '../../../src-main/world/directory/port'
import { localFiles } from '../../../src-main/world/files/local'
import { openDeviceSecretBox } from '../../../src-main/world/secrets/deviceKey'
import { settingsOf } from '../../unit/support/accountsJob'
import { SanctionsSchool, valueOf } from '../../unit/support/sanctionsSchool'
import { signingOf } from '../../unit/support/sanctionsPeople'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A founded school on a real directory, with the job of accounts beside that of sanctions, as in the app. */
export interface RealSchool {
  readonly school: SanctionsSchool
  /** The job of accounts as it is now; another one after a restart. */
  readonly accounts: () => AccountsJob
}

export async function openRealSchool(open: () => Promise<Result<Directory>>): Promise<RealSchool> {
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-real-'))
  const secretBox = valueOf(await openDeviceSecretBox(folder))
  const access = new OneSession(open)
  const made: { school: SanctionsSchool | null; accounts: AccountsJob | null } = {
    school: null,
    accounts: null
  }
  const work = (): SanctionsSchool => {
    if (made.school === null) throw new Error('the school is not open')
    return made.school
  }
  const school = await SanctionsSchool.open(({ store, ledger }) => {
    const actor = () => work().present?.actor ?? null
    made.accounts = createAccountsJob({
      language: () => 'de',
      store,
      secretBox,
      actor,
      directory: access,
      files: localFiles,
      announce: () => undefined,
      clock: { now: () => new Date() },
      checkClock: () => new LedgerClock(ledger, { now: () => new Date() }).check(),
      demo: { roster: async () => succeed({ name: 'demo.csv', bytes: new Uint8Array() }) },
      printer: { toPdf: async () => succeed(new Uint8Array()) },
      guard: (account, change) => work().job.guard(account, change),
      suspensionAtReturn: (account, before) => work().job.suspensionAtReturn(account, before),
      withheld: (account) => work().job.withheldGroups(account),
      witness: ledgerWitness({
        ledger,
        actor,
        signing: { needsPassphrase: true, sign: (...asked) => signingOf(work().officials).sign(...asked) }
      }),
      recordCopy: async () => succeed(),
      remember: () => undefined,
      settings: settingsOf(store, ledger),
      desktop: {
        chooseFiles: async () => null,
        chooseFolder: async () => null,
        chooseSaveTarget: async () => null,
        openDocument: async () => succeed(),
        notify: () => undefined
      }
    })
    return made.accounts.directory
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
