import { hostname } from 'node:os'
import type { ApplicationState } from './contract/application'
import type { DueReport } from './contract/due'
import type { Announce, Handlers } from './contract/handlers'
import type { InboxItem } from './contract/inbox'
import type { Role } from './contract/people'
import type { LedgerHead, LedgerProblem, LedgerVerification } from './contract/ledger'
import { fail, succeed, type Result } from './contract/result'
import type { Settings } from './contract/settings'
import { copyRecorder, draft, Ledger, type HeadMemory, type LedgerRule, type RecordCopy } from './core/ledger'
import type { Actor } from './core/people/actor'
import { deviceSigner } from './core/people/keys'
import type { PassphraseCost } from './core/people/passphrase'
import { PassphraseSigning } from './core/people/signing'
import type { Throttle } from './core/people/throttle'
import { createSettingsOffice, RecordedDocuments } from './core/settings'
import { demoPeople, furnishDemo, isDemoPerson } from './demoCaseFile'
import { createAccountsJob, ledgerWitness, type AccountsJob, type Clock } from './jobs/accounts'
import { createInboxJob } from './jobs/inbox'
import { createJournalJob, type JournalJob } from './jobs/journal'
import { createPeopleJob, type PeopleJob } from './jobs/people'
import {
  checkExportedPlans,
  createSanctionsJob,
  sanctionsRule,
  type MappedModules,
  type SanctionsJob
} from './jobs/sanctions'
import { createSetupJob, type ConfirmationMemory } from './jobs/setup'
import type { Desktop } from './world/desktop/port'
import type { DemoSchool, FetchCertificates, OpenDirectory } from './world/directory/port'
import type { Certificate } from './contract/directory'
import type { DocumentDesk, Printer } from './world/documents/port'
import type { FileAccess, SecretFiles } from './world/files/port'
import type { AskRadius } from './world/radius/port'
import type { Keychain, SecretBox } from './world/secrets/port'
import { StoreFailure, type Store } from './world/store/port'

/** What everything that works on one case file is built from. */
export interface CaseFileParts {
  readonly store: Store
  readonly memory: HeadMemory
  readonly confirmation: ConfirmationMemory
  /** The demo school's own case file. */
  readonly isDemo: boolean
  readonly kind: 'window' | 'commandLine'
  readonly secretBox: SecretBox
  /** Of this PC, whichever case file is open. */
  readonly throttle: Throttle
  readonly keychain: Keychain
  readonly desktop: Desktop
  readonly printer: Printer
  readonly desk: DocumentDesk
  readonly files: FileAccess & SecretFiles
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
  /** Of the passphrases of new keys. */
  readonly cost?: PassphraseCost
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
  readonly recordCopy: RecordCopy
  recordBackup(statements: number, head: LedgerHead, by: string | null): Promise<Result<undefined>>
  /** Says it once; `after`: number of the newest statement when it moved. */
  recordMove(from: Store['kind'], to: Store['kind'], after: number): Promise<Result<undefined>>
  /** Does what has fallen due: suspensions are lifted, cases completed and ended. What cannot be done yet waits. */
  due(): Promise<DueReport>
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
  const recordCopy = copyRecorder(ledger)
  const signing = new PassphraseSigning(store, parts.throttle)
  const actor = (): Actor | null => people.actor()
  let settings: Settings | null = null
  let adopting: Promise<unknown> = Promise.resolve()
  let reviewing: Promise<void> = Promise.resolve()
  const office = createSettingsOffice({
    documents: new RecordedDocuments(store, ledger),
    by: () => actor()?.person ?? null,
    async onChange() {
      await setup.mend()
      await review()
    },
    onRefused: () => void review()
  })
  const readSettings = async (): Promise<Result<Settings>> => {
    const read = await office.settings()
    if (read.ok) settings = read.value
    return read
  }

  /** As the ledger vouches for it; before it first did, the settings of today are those of a statement that no change has followed. */
  const mappedModules: MappedModules = async (sequence) => {
    const mapped = sequence === null ? null : await office.mappedAt(sequence)
    if (mapped !== null) return succeed(mapped)
    const isOlder =
      sequence !== null &&
      ledger.ofKind('settings.changed').some(({ statement }) => statement.sequence > sequence)
    if (isOlder) return succeed(null)
    const read = await readSettings()
    return read.ok ? succeed(read.value.modules) : read
  }

  /** Only the demo school's own case file is ever filled. */
  const furnish = async (): Promise<Result<undefined>> =>
    parts.isDemo
      ? furnishDemo({ store, ledger, rules: ledgerRules, clock, computer })
      : fail('caseFile.ownCaseFile')

  // The jobs ask each other only when they answer something, and then all of them exist.
  const setup = await createSetupJob({
    ...parts,
    ledger,
    signing,
    actor,
    isDemoPerson,
    settings: () => readSettings(),
    isBusy: () => isBusy(),
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
    suspensionAtReturn: (account, before) => sanctions.suspensionAtReturn(account, before),
    withheld: (account) => sanctions.withheldGroups(account),
    witness: ledgerWitness({ ledger, signing, actor }),
    recordCopy,
    settings: office,
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
    onChange() {
      parts.onState()
      // What an earlier version kept without saying so is said once, while somebody is there who may look at it.
      if (actor()?.roles.includes('administrator') === true)
        adopting = adopting.then(() => office.adopt()).catch(onBug)
    },
    demoPeople: () => (parts.isDemo ? demoPeople() : []),
    settings: readSettings,
    connectionToSign: () => setup.connectionToSign(),
    async nameSchool(name) {
      const read = await readSettings()
      if (!read.ok || read.value.school.name === name) return read.ok ? succeed() : read
      const written = await office.keepSettings({ ...read.value, school: { ...read.value.school, name } })
      return written.ok ? succeed() : written
    }
  })
  const sanctions: SanctionsJob = createSanctionsJob({
    ledger,
    store,
    directory: accounts.directory,
    settings: readSettings,
    mappedModules,
    announce,
    clock,
    signing,
    actor,
    desk
  })
  let planProblems: readonly LedgerProblem[] = []
  let documentProblems: readonly LedgerProblem[] = []
  /** What the ledger itself cannot see: plans in the store that are not what was signed. */
  const checkPlans = async (): Promise<void> => {
    planProblems = await sanctions.planProblems()
  }
  /** Nor that settings or connection in the store are not what was said. */
  const reviewDocuments = async (): Promise<void> => {
    await setup.review()
    const before = JSON.stringify(documentProblems)
    documentProblems = [...(await office.problems()), ...(await setup.problems())]
    if (documentProblems.length === 0) await readSettings()
    if (JSON.stringify(documentProblems) !== before) parts.onState()
  }
  /** One look after the other. */
  const review = (): Promise<void> => (reviewing = reviewing.then(reviewDocuments).catch(onBug))
  const verification = (): LedgerVerification => {
    const found = ledger.verification
    const problems = [...found.problems, ...planProblems, ...documentProblems]
    return { ...found, problems: problems.toSorted((left, right) => left.sequence - right.sequence) }
  }
  const journal = createJournalJob({
    ledger,
    verification,
    async verify() {
      await ledger.verify()
      await checkPlans()
      await review()
      parts.onState()
      return verification()
    },
    rules: ledgerRules,
    checkPlans: checkExportedPlans,
    async plansForExport(reads) {
      const plans = await sanctions.plansForExport(reads)
      return { plans, settings: plans.length === 0 ? [] : await office.everKept() }
    },
    actor,
    desk,
    files,
    now,
    cases: sanctions,
    recordCopy
  })
  const inbox = createInboxJob({
    sources: [journal, people, sanctions].map((job) => (reader: Actor) => job.inboxItems(reader)),
    actor,
    notify: parts.notify
  })
  const isBusy = (): boolean => accounts.isBusy() || sanctions.isBusy()
  await checkPlans()
  await review()
  await accounts.settleSlips()
  // Killed between entering the demo school and filling its case file.
  if (parts.isDemo && parts.kind === 'window') await furnish()

  const stopListening = ledger.onChange(() => {
    announce('ledger.changed', { head: ledger.head })
    parts.onState()
    inbox.look()
    void review()
  })
  let reading: NodeJS.Timeout | undefined
  const stopForeign = store.onForeignChange((change) => {
    if (change === 'ledger') ledger.refresh().catch(onBug)
    if (change === 'documents') void review()
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
      ...people.handlers,
      ...journal.handlers,
      ...sanctions.handlers,
      ...inbox.handlers
    },
    state() {
      const { head, problems, clockNotices, unknownKinds } = verification()
      return {
        directory: setup.state(),
        session: people.state(),
        ledger: {
          head,
          problems: problems.length,
          clockNotices: clockNotices.length,
          unknownKinds: ledger.silence?.failure.code === 'ledger.newerKind' ? unknownKinds.length : 0
        }
      }
    },
    roles: () => people.actor()?.roles ?? null,
    isBusy,
    furnishDemo: furnish,
    recordCopy,
    async recordBackup(statements, { hash }, by) {
      const said = draft('backup.made', 'ledger', { statements, head: hash, by }, null)
      const made = await ledger.record(said)
      return made.ok ? succeed() : made
    },
    async recordMove(from, to, after) {
      const isSaid = ledger
        .about('ledger')
        .some(({ statement }) => statement.kind === 'store.moved' && statement.sequence > after)
      if (isSaid) return succeed()
      const moved = await ledger.record(
        draft('store.moved', 'ledger', { from, to, by: actor()?.person ?? null }, null)
      )
      return moved.ok ? succeed() : moved
    },
    async due() {
      // Whoever writes past the app tells nobody.
      await review()
      const lifted = await accounts.liftDue()
      const carried = await sanctions.due()
      const none = { enforced: [], lifted: [], ended: [], expired: [] }
      const { waiting, ...cases } = carried.ok ? carried.value : { ...none, waiting: [] }
      return {
        lifted: lifted.ok ? lifted.value.run : null,
        cases,
        waiting: [
          ...[lifted, carried].flatMap((done) =>
            done.ok ? [] : [{ case: null, account: null, failure: done.failure }]
          ),
          ...(lifted.ok ? lifted.value.waiting : []).map((one) => ({ case: null, ...one })),
          ...waiting.map(({ number, failure }) => ({ case: number, account: null, failure }))
        ]
      }
    },
    async close() {
      clearTimeout(reading)
      stopForeign()
      stopListening()
      await adopting
      await reviewing
      people.close()
      signing.release()
      await accounts.stop()
      await sanctions.stop()
      await setup.close()
    }
  }
}
