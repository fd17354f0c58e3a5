import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { onTestFinished, vi } from 'vitest'
import type { OperationName, OperationOutput, ParsedInput } from '../../../src-main/contract/operations'
import { fail, succeed, type Failure, type Result } from '../../../src-main/contract/result'
import type { Measure, SanctionCase } from '../../../src-main/contract/sanctions'
import { defaultSettings, type Settings } from '../../../src-main/contract/settings'
import { Ledger } from '../../../src-main/core/ledger'
import { deviceSigner, type Signer } from '../../../src-main/core/people/keys'
import type { DirectoryDesk } from '../../../src-main/desks/directory'
import type { CaseOrigins } from '../../../src-main/desks/job'
import { ledgerWitness, PlanDesk } from '../../../src-main/desks/plans'
import { ledgerRules } from '../../../src-main/jobs'
import {
  createSanctionsJob,
  decidedAt,
  type MappedModules,
  type SanctionsJob
} from '../../../src-main/jobs/sanctions'
import type { Directory } from '../../../src-main/world/directory/port'
import type { DocumentDesk } from '../../../src-main/world/documents/port'
import type { Store } from '../../../src-main/world/store/port'
import { openSqliteStore } from '../../../src-main/world/store/sqlite'
import { asked } from './asked'
import type { MemoryDirectory } from './memoryDirectory'
import { MemoryHead } from './memoryLedger'
import { found, officials, signingOf, type Officials, type SchoolPerson } from './sanctionsPeople'

/** The groups that open modules in the made-up school. */
export const moduleGroups = { wlan: 'modul-wlan', mail: 'modul-mail', forum: 'modul-forum' } as const

type SanctionsOperation = Extract<OperationName, `sanctions.${string}`>

/** What is opened and closed together: the store of the folder, its ledger, and the job on both. */
interface AtWork {
  readonly store: Store
  readonly ledger: Ledger
  readonly job: SanctionsJob
}

/** A founded school with a person for each role, a store of its own in a folder and a directory. */
export class SanctionsSchool {
  /** Who sits at the window. */
  present: SchoolPerson | null
  /** Why the directory cannot be reached; null: it can. */
  away: Failure | null = null
  settings: Settings = { ...defaultSettings, modules: moduleGroups }
  /** What was mapped at a statement; without it, what the settings say. */
  mapped: MappedModules = async () => succeed(this.settings.modules)
  /** What cases can begin from. */
  origins: CaseOrigins = {}
  /** Pages that were printed. */
  readonly saved: string[] = []
  readonly told: string[] = []
  readonly people: Readonly<Record<keyof Officials, SchoolPerson>>
  readonly deviceSeed = randomBytes(32)
  readonly device = deviceSigner(this.deviceSeed)
  private readonly memory = new MemoryHead()
  readonly folder = join(tmpdir(), `netzwart-sanctions-${randomBytes(6).toString('hex')}`)
  private work: AtWork | null = null

  private constructor(
    private readonly questionsOf: (work: Omit<AtWork, 'job'>) => DirectoryDesk,
    readonly officials: Officials
  ) {
    const { leadership, deputy, administrator, evaluator } = officials
    this.people = {
      leadership: leadership.person,
      deputy: deputy.person,
      administrator: administrator.person,
      evaluator: evaluator.person
    }
    this.present = administrator.person
  }

  /** On a directory, or on a way to one that is made anew whenever the school is opened. */
  static async open(
    directory: Directory | ((work: Omit<AtWork, 'job'>) => DirectoryDesk),
    /** When to close it and to remove its folder: after the test, where nothing else is said. */
    atEnd: (close: () => Promise<void>) => void = onTestFinished
  ): Promise<SanctionsSchool> {
    const questionsOf =
      typeof directory === 'function'
        ? directory
        : () => ({
            open: async () => succeed(directory),
            ask: <Value>(question: (opened: Directory) => Promise<Result<Value>>) => question(directory),
            note: () => undefined,
            changed: async () => undefined
          })
    const school = new SanctionsSchool(questionsOf, await officials())
    await school.reopen()
    atEnd(async () => {
      await school.close()
      await rm(school.folder, { recursive: true, force: true })
    })
    await found(school.ledger, school.officials)
    return school
  }

  get store(): Store {
    return this.atWork.store
  }

  get ledger(): Ledger {
    return this.atWork.ledger
  }

  get job(): SanctionsJob {
    return this.atWork.job
  }

  private get atWork(): AtWork {
    if (this.work === null) throw new Error('the school is closed')
    return this.work
  }

  /** Closes the store, so that another process may have the folder. */
  async close(): Promise<void> {
    await this.work?.store.close()
    this.work = null
  }

  /** As after a restart of the app: nothing is left but the folder. */
  async reopen(): Promise<void> {
    await this.close()
    const store = valueOf(await openSqliteStore(this.folder))
    const ledger = await this.ledgerOf(store, this.device)
    this.work = { store, ledger, job: this.jobOn(store, ledger) }
  }

  /** Closes, writes into the database as somebody with the file does, and opens again. */
  async tamper(sql: string, ...values: readonly string[]): Promise<void> {
    await this.close()
    const database = new DatabaseSync(join(this.folder, 'netzwart.sqlite'))
    try {
      database.prepare(sql).run(...values)
    } finally {
      database.close()
    }
    await this.reopen()
  }

  ledgerOf(store: Store, device: Signer): Promise<Ledger> {
    return Ledger.open({
      shelf: store,
      device,
      computer: 'PC-Büro',
      rules: ledgerRules,
      memory: this.memory
    })
  }

  /** The job as it runs on a PC of the school. */
  jobOn(store: Store, ledger: Ledger, desk: DocumentDesk = this.desk): SanctionsJob {
    const questions = this.questionsOf({ store, ledger })
    const signing = signingOf(this.officials)
    const actor = () => this.present?.actor ?? null
    return createSanctionsJob({
      ledger,
      store,
      directory: {
        open: async () => (this.away === null ? questions.open() : { ok: false, failure: this.away }),
        ask: async (question) =>
          this.away === null ? questions.ask(question) : { ok: false, failure: this.away },
        note: (failure) => questions.note(failure),
        changed: (ids) => questions.changed(ids)
      },
      plans: new PlanDesk({
        store,
        announce: () => undefined,
        now: () => new Date(),
        witness: ledgerWitness({ ledger, signing, actor, decidedAt: (hash) => decidedAt(ledger, hash) })
      }),
      settings: async () => succeed(this.settings),
      mappedModules: async (sequence) => this.mapped(sequence),
      announce: (name) => void this.told.push(name),
      clock: { now: () => new Date() },
      signing,
      desk,
      origins: () => this.origins
    })
  }

  private readonly desk: DocumentDesk = {
    savePdf: async ({ suggestedName, page }) => {
      const html = await page()
      if (!html.ok) return html
      this.saved.push(html.value)
      return succeed({ file: suggestedName.de })
    },
    saveFile: async () => fail('application.printingFailed'),
    remember: () => undefined
  }

  /** Asks as whoever is present. */
  async ask<Name extends SanctionsOperation>(
    name: Name,
    input: ParsedInput<Name>
  ): Promise<Result<OperationOutput<Name>>> {
    return asked(this.job.handlers, () => this.present?.actor ?? null)[name](input)
  }

  /** Asks as somebody. */
  async as<Name extends SanctionsOperation>(
    who: SchoolPerson,
    name: Name,
    input: ParsedInput<Name>
  ): Promise<Result<OperationOutput<Name>>> {
    this.present = who
    return this.ask(name, input)
  }

  /** Opens and proposes a case as the administrator. */
  async propose(account: string, ...measures: readonly Measure[]): Promise<SanctionCase> {
    return valueOf(await this.tryToPropose(this.people.administrator, account, ...measures))
  }

  async tryToPropose(
    who: SchoolPerson,
    account: string,
    ...measures: readonly Measure[]
  ): Promise<Result<SanctionCase>> {
    return this.as(who, 'sanctions.open', {
      account,
      rule: 'P18',
      happenedOn: '2026-11-20',
      facts: 'Hat im Informatikraum den Filter umgangen.',
      evidence: [{ reference: 'Aktenvermerk 12' }],
      measures: [...measures],
      reasons: 'Zum zweiten Mal.',
      passphrase: who.passphrase
    })
  }

  /** Approves what was proposed. */
  async approve(proposed: SanctionCase, who = this.people.leadership): Promise<Result<SanctionCase>> {
    return this.as(who, 'sanctions.decide', {
      case: proposed.id,
      version: proposed.version,
      outcome: 'approved',
      measures: proposed.proposal?.measures ?? [],
      plan: proposed.proposal?.plan ?? null,
      reasons: 'Nach Anhörung.',
      passphrase: who.passphrase
    })
  }

  /** Decides to lift what is in force. */
  async lift(inForce: SanctionCase, who = this.people.leadership): Promise<Result<SanctionCase>> {
    this.present = who
    const preview = await this.ask('sanctions.previewLift', { case: inForce.id })
    if (!preview.ok) return preview
    return this.ask('sanctions.decideLift', {
      case: inForce.id,
      version: inForce.version,
      plan: preview.value.plan,
      reasons: 'Hat sich gebessert.',
      passphrase: who.passphrase
    })
  }

  /** The case as the leadership sees it. */
  async look(id: string): Promise<SanctionCase> {
    return valueOf(await this.as(this.people.leadership, 'sanctions.case', { case: id }))
  }

  /** The kinds of the statements about a case, in order. */
  kindsOf(id: string): string[] {
    return this.ledger.about(`case:${id}`).map(({ statement }) => statement.kind)
  }
}

/** A directory in memory with the modules' groups and a pupil who is in all of them. */
export function pupilIn(directory: MemoryDirectory, login = 'k.beispiel'): string {
  const groups = Object.values(moduleGroups)
  for (const name of groups) directory.seedGroup(name, false)
  const seeded = directory.seed({
    login,
    givenName: 'Kim',
    familyName: 'Beispiel',
    classes: ['7b'],
    groups: [...groups, 'schach-ag']
  })
  return seeded.id
}

/** Lets the clock stand at an instant on this PC's calendar; only dates are held, timers run. */
export function clockAt(local: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(local) })
  onTestFinished(() => void vi.useRealTimers())
}

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

/** The code of a result that must be a failure. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'succeeded' : result.failure.code
}
