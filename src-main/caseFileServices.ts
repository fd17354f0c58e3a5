import { hostname } from 'node:os'
import type { ApplicationState } from './contract/application'
import type { Announce, Handlers } from './contract/handlers'
import type { InboxItem } from './contract/inbox'
import type { Role } from './contract/people'
import type { LedgerHead, LedgerProblem, LedgerVerification } from './contract/ledger'
import type { PlanProgress } from './contract/plan'
import { succeed, type Result } from './contract/result'
import type { Settings } from './contract/settings'
import { canonicalJson } from './core/canonicalJson'
import { draft, Ledger, sha256, type Draft, type HeadMemory, type LedgerRule } from './core/ledger'
import type { Actor } from './core/people/actor'
import { deviceSigner } from './core/people/keys'
import { PassphraseSigning } from './core/people/signing'
import { demoPeople, furnishDemo } from './demoCaseFile'
import { createAccountsJob, ledgerWitness, type AccountsJob, type Clock } from './jobs/accounts'
import { createInboxJob } from './jobs/inbox'
import { createJournalJob, type JournalJob } from './jobs/journal'
import { createPeopleJob, type PeopleJob } from './jobs/people'
import { createSanctionsJob, sanctionsRule, type SanctionsJob } from './jobs/sanctions'
import { createSetupJob } from './jobs/setup'
import type { Desktop } from './world/desktop/port'
import type { DemoSchool, FetchCertificates, OpenDirectory } from './world/directory/port'
import type { Certificate } from './contract/directory'
import type { DocumentDesk, Printer } from './world/documents/port'
import type { FileAccess } from './world/files/port'
import type { AskRadius } from './world/radius/port'
import type { Keychain, SecretBox } from './world/secrets/port'
import { StoreFailure, type Store } from './world/store/port'

/** What everything that works on one case file is built from. */
export interface CaseFileParts {
  readonly store: Store
  readonly memory: HeadMemory
  readonly kind: 'window' | 'commandLine'
  readonly secretBox: SecretBox
  readonly keychain: Keychain
  readonly desktop: Desktop
  readonly printer: Printer
  readonly desk: DocumentDesk
  readonly files: FileAccess
  readonly demo: DemoSchool
  readonly openDirectory: OpenDirectory
  readonly fetchCertificates: FetchCertificates
  readonly readCertificate: (bytes: Uint8Array) => Result<Certificate>
  readonly bindPassword: string | null
  readonly askRadius: AskRadius
  readonly announce: Announce
  readonly applicationState: () => ApplicationState
  /** The state of the application is to be told again. */
  readonly onState: () => void
  readonly notify: (items: readonly InboxItem[]) => void
  readonly onBug: (error: unknown) => void
  readonly clock: Clock
}

/** Operations that belong to the open case file. */
export type CaseFileOperations = Exclude<
  keyof Handlers,
  | `application.${string}`
  | `caseFile.${string}`
  | `backup.${string}`
  | `schedule.${string}`
  | 'documents.open'
>

export interface OpenCaseFile {
  readonly handlers: Pick<Handlers, CaseFileOperations>
  readonly ledger: Ledger
  readonly accounts: AccountsJob
  readonly people: PeopleJob
  readonly journal: JournalJob
  readonly sanctions: SanctionsJob
  readonly state: () => Pick<ApplicationState, 'directory' | 'session' | 'ledger'>
  readonly roles: () => readonly Role[] | null
  isBusy(): boolean
  /** Fills the demo school's case file with people and history, where it is empty. */
  furnishDemo(): Promise<Result<undefined>>
  recordBackup(statements: number, head: LedgerHead): Promise<Result<undefined>>
  recordMove(from: Store['kind'], to: Store['kind']): Promise<Result<undefined>>
  /** Does what has fallen due: suspensions are lifted, cases completed and ended. null: no suspension was due. */
  due(): Promise<Result<PlanProgress | null>>
  close(): Promise<void>
}

/** The jobs' rules about their statements; each ledger is checked against them. */
export const ledgerRules: readonly (() => LedgerRule)[] = [sanctionsRule]

/** Waits so long (milliseconds) for further changes of another PC before the directory is read anew. */
const foreignDelay = 3_000

/** Builds everything that works on one case file, so that it is wired once. Nothing is connected yet. */
export async function openCaseFile(parts: CaseFileParts): Promise<OpenCaseFile> {
  const { store, announce, clock, desk, files, secretBox } = parts
  /** A server that is gone for a while says so to whoever asks next; it is no bug of work that nobody waits for. */
  const onBug = (error: unknown): void => {
    if (!(error instanceof StoreFailure)) parts.onBug(error)
  }
  const now = (): Date => clock.now()
  const computer = hostname()
  const ledger = await Ledger.open({
    shelf: store,
    device: deviceSigner(secretBox.derive('device signature')),
    computer,
    rules: ledgerRules,
    memory: parts.memory
  })
  const signing = new PassphraseSigning(store, () => now().getTime())
  const actor = (): Actor | null => people.actor()
  let settings: Settings | null = null
  const readSettings = async (): Promise<Result<Settings>> => {
    const read = await accounts.handlers['settings.read'](undefined)
    if (read.ok) settings = read.value
    return read
  }

  const furnish = (): Promise<Result<undefined>> =>
    furnishDemo({
      store,
      ledger,
      rules: ledgerRules,
      clock,
      computer,
      keepSettings: (wanted) => accounts.handlers['settings.write'](wanted)
    })

  // The jobs ask each other only when they answer something, and then all of them exist.
  const setup = await createSetupJob({
    ...parts,
    settings: () => readSettings(),
    isBusy: () => isBusy(),
    needsDirectory: () => ledger.isFounded,
    onDirectoryChanged: () => accounts.directoryChanged(),
    onChange: parts.onState,
    // At the command line people found on purpose: `demo seed`.
    onDemoStarted: async () => (parts.kind === 'window' ? furnish() : succeed())
  })
  const accounts: AccountsJob = createAccountsJob({
    ...parts,
    actor,
    directory: setup.directory,
    guard: (account, change) => sanctions.guard(account, change),
    withheld: (account) => sanctions.withheldGroups(account),
    witness: ledgerWitness({ ledger, signing, actor }),
    remember: (file) => desk.remember(file)
  })
  const people: PeopleJob = createPeopleJob({
    ...parts,
    ledger,
    shelf: store,
    signing,
    computer,
    now,
    ask: (question) => accounts.directory.ask(question),
    idleMinutes: () => settings?.idleMinutes ?? 5,
    onChange: parts.onState,
    demoPeople: () => (setup.state()?.profile === 'demo' ? demoPeople() : []),
    settings: readSettings,
    async nameSchool(name) {
      const read = await readSettings()
      if (!read.ok || read.value.school.name === name) return read.ok ? succeed() : read
      const written = await accounts.handlers['settings.write']({
        ...read.value,
        school: { ...read.value.school, name }
      })
      return written.ok ? succeed() : written
    }
  })
  const sanctions: SanctionsJob = createSanctionsJob({
    ledger,
    store,
    directory: accounts.directory,
    settings: readSettings,
    announce,
    clock,
    signing,
    actor,
    desk
  })
  let planProblems: readonly LedgerProblem[] = []
  /** What the ledger itself cannot see: plans in the store that are not what was signed. */
  const checkPlans = async (): Promise<void> => {
    planProblems = await sanctions.planProblems()
  }
  const verification = (): LedgerVerification => {
    const found = ledger.verification
    const problems = [...found.problems, ...planProblems]
    return { ...found, problems: problems.toSorted((left, right) => left.sequence - right.sequence) }
  }
  const journal = createJournalJob({
    ledger,
    verification,
    async verify() {
      await ledger.verify()
      await checkPlans()
      parts.onState()
      return verification()
    },
    rules: ledgerRules,
    actor,
    desk,
    files,
    now,
    caseNumber: (id) => sanctions.numberOf(id)
  })
  const inbox = createInboxJob({
    sources: [journal, people, sanctions].map((job) => (reader: Actor) => job.inboxItems(reader)),
    actor,
    notify: parts.notify
  })
  const isBusy = (): boolean => accounts.isBusy() || sanctions.isBusy()
  await readSettings()
  await checkPlans()

  const stopListening = ledger.onChange(() => {
    announce('ledger.changed', { head: ledger.head })
    parts.onState()
    inbox.look()
  })
  let reading: NodeJS.Timeout | undefined
  const stopForeign = store.onForeignChange((change) => {
    if (change === 'ledger') ledger.refresh().catch(onBug)
    if (change === 'documents') readSettings().catch(onBug)
    if (change !== 'plans') return
    // Another PC carries something out: what it has changed in the directory is read once it is quiet.
    clearTimeout(reading)
    reading = setTimeout(() => {
      announce('ledger.changed', { head: ledger.head })
      accounts.handlers['accounts.refresh'](undefined).catch(onBug)
    }, foreignDelay)
  })

  return {
    ledger,
    accounts,
    people,
    journal,
    sanctions,
    handlers: {
      ...setup.handlers,
      ...accounts.handlers,
      async 'settings.write'(wanted) {
        const written = await accounts.handlers['settings.write'](wanted)
        if (!written.ok) return written
        settings = written.value
        const said = await ledger.record(settingsChanged(written.value, actor()?.person ?? null))
        return said.ok ? written : said
      },
      ...people.handlers,
      ...journal.handlers,
      ...sanctions.handlers,
      ...inbox.handlers
    },
    state() {
      const { head, problems, clockNotices } = verification()
      return {
        directory: setup.state(),
        session: people.state(),
        ledger: { head, problems: problems.length, clockNotices: clockNotices.length }
      }
    },
    roles: () => people.actor()?.roles ?? null,
    isBusy,
    furnishDemo: furnish,
    async recordBackup(statements, { hash }) {
      const said = draft(
        'backup.made',
        'ledger',
        { statements, head: hash, by: actor()?.person ?? null },
        null
      )
      const made = await ledger.record(said)
      return made.ok ? succeed() : made
    },
    async recordMove(from, to) {
      const moved = await ledger.record(
        draft('store.moved', 'ledger', { from, to, by: actor()?.person ?? null }, null)
      )
      return moved.ok ? succeed() : moved
    },
    async due() {
      const lifted = await accounts.liftDue()
      const carried = await sanctions.due()
      return lifted.ok && !carried.ok ? carried : lifted
    },
    async close() {
      clearTimeout(reading)
      stopForeign()
      stopListening()
      people.close()
      signing.release()
      await accounts.stop()
      await sanctions.stop()
      await setup.close()
    }
  }
}

function settingsChanged(settings: Settings, by: string | null): Draft {
  return draft(
    'settings.changed',
    'ledger',
    { document: 'settings', digest: sha256(canonicalJson(settings)), by },
    null
  )
}
