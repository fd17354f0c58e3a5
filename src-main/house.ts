import { hostname } from 'node:os'
import { withAsker } from './contract/answer'
import type { ApplicationState } from './contract/application'
import type { Certificate } from './contract/directory'
import type { Holding } from './contract/disclosures'
import type { DueReport } from './contract/due'
import type { Announce, Handlers, JobHandlers } from './contract/handlers'
import type { InboxItem } from './contract/inbox'
import type { LedgerProblem, LedgerVerification } from './contract/ledger'
import type { OperationName } from './contract/operations'
import { fail, succeed, type Result } from './contract/result'
import type { Clock } from './core/clock'
import {
  copyRecorder,
  Ledger,
  LedgerClock,
  type CheckpointMemory,
  type HeadMemory,
  type RecordCopy
} from './core/ledger'
import type { Actor } from './core/people/actor'
import { deviceSigner } from './core/people/keys'
import type { PassphraseCost } from './core/people/passphrase'
import { PassphraseSigning } from './core/people/signing'
import type { Throttle } from './core/people/throttle'
import { demoPeople, furnishDemo, isDemoPerson } from './demoCaseFile'
import { SharedDirectory } from './desks/directory'
import type { CaseOrigins, House, OpenJob, Subjects } from './desks/job'
import { ledgerWitness, PlanDesk, type PlanHandlers } from './desks/plans'
import { createSettingsOffice, RecordedDocuments, type SettingsOffice } from './desks/settings'
import {
  checkPlans,
  demoWeeks,
  decidedAt,
  ledgerRules,
  openJobs,
  type JobOperations,
  type OpenJobs
} from './jobs'
import { createPeopleJob, type PeopleHandlers, type PeopleJob } from './jobs/people'
import { createSetupJob, type ConfirmationMemory, type SetupHandlers } from './jobs/setup'
import { decisionsOf, dueOf } from './services/allJobs'
import type { Desktop } from './world/desktop/port'
import type { DemoSchool, FetchCertificates, OpenDirectory } from './world/directory/port'
import type { DocumentDesk, Printer } from './world/documents/port'
import type { FileAccess, FolderAccess, SecretFiles } from './world/files/port'
import type { LogFiles, LogQueries } from './world/logs/port'
import type { AskRadius } from './world/radius/port'
import type { Keychain, SecretBox } from './world/secrets/port'
import { StoreFailure, type Store } from './world/store/port'

/** What everything that works on one case file is built from. */
export interface HouseParts {
  readonly store: Store
  readonly version: string
  readonly memory: HeadMemory
  readonly checkpoint: CheckpointMemory
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
  readonly files: FileAccess & FolderAccess & SecretFiles
  readonly rulesFolder: string
  readonly logs: LogFiles
  readonly logQueries: LogQueries
  readonly demo: DemoSchool
  /** Where the services of the demo school write their logs. */
  readonly demoLogsFolder: string
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

/** What the house itself answers: it stands on the connection and on who has signed in, and owns the desks. */
type HouseOperations =
  keyof SetupHandlers | keyof PeopleHandlers | keyof PlanHandlers | keyof SettingsOffice['handlers']

/** Operations that belong to the open case file. */
export type CaseFileOperations = HouseOperations | JobOperations

/** Operations that this PC answers, whether a case file is open or not. */
export type OuterOperations = Extract<
  OperationName,
  | `application.${string}`
  | `caseFile.${string}`
  | `backup.${string}`
  | `schedule.${string}`
  | 'documents.open'
>

/** Handlers of all jobs and desks; where an operation has none, its name, and nothing compiles. */
type AllHandlers = [Exclude<OperationName, CaseFileOperations | OuterOperations>] extends [never]
  ? JobHandlers<CaseFileOperations>
  : Exclude<OperationName, CaseFileOperations | OuterOperations>

export interface OpenCaseFile extends OpenJobs {
  readonly handlers: Handlers<CaseFileOperations>
  readonly ledger: Ledger
  readonly plans: PlanDesk
  readonly people: PeopleJob
  readonly state: () => Pick<ApplicationState, 'directory' | 'session' | 'ledger'>
  /** Who sits there; null: nobody has signed in. */
  readonly actor: () => Actor | null
  isBusy(): boolean
  /** Connects the demo school's directory, whoever sits there: `SetupJob.startDemo`. */
  startDemo(): Promise<Result<ApplicationState>>
  /** Fills the demo school's case file with people and history, where it is empty. */
  furnishDemo(): Promise<Result<undefined>>
  readonly recordCopy: RecordCopy
  /** Does what has fallen due, job by job. What cannot be done yet waits. */
  due(): Promise<DueReport>
  close(): Promise<void>
}

/** Waits so long (milliseconds) for further changes of another PC before the directory is read anew. */
const foreignDelay = 3_000

/** Verifying what a checkpoint has vouched for begins so long (milliseconds) after the opening. */
const checkDelay = 5_000

/** Builds everything that works on one case file, so that it is wired once. Nothing is connected yet. */
export async function openCaseFile(parts: HouseParts): Promise<OpenCaseFile> {
  const { store, announce, clock, secretBox } = parts
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
    memory: parts.memory,
    checkpoint: { memory: parts.checkpoint, version: parts.version, onCheck: parts.onState }
  })
  const recordCopy = copyRecorder(ledger)
  const ledgerClock = new LedgerClock(ledger, clock)
  /** A store that does not tell the time just now leaves what was known of it. */
  const followClock = (): Promise<void> => ledgerClock.follow().catch(onBug)
  const signing = new PassphraseSigning(store, parts.throttle)
  // Jobs and desks ask each other only when they answer something, and then all of them exist.
  const actor = (): Actor | null => people.actor()
  const office = createSettingsOffice({
    documents: new RecordedDocuments(store, ledger),
    by: () => actor()?.person ?? null,
    async onChange() {
      await setup.mend()
      await review()
    },
    onRefused: () => void review()
  })
  const plans = new PlanDesk({
    store,
    announce,
    now,
    witness: ledgerWitness({ ledger, signing, actor, decidedAt: (hash) => decidedAt(ledger, hash) })
  })
  /** Only the demo school's own case file is ever filled. */
  const furnish = async (): Promise<Result<undefined>> => {
    if (!parts.isDemo) return fail('caseFile.ownCaseFile')
    const furnished = await furnishDemo({
      ...{ store, ledger, rules: ledgerRules, weeks: demoWeeks, clock, computer },
      ...{ files: parts.files, logsFolder: parts.demoLogsFolder, rulesFolder: parts.rulesFolder }
    })
    if (furnished.ok) for (const job of open) await job.furnished?.()
    return furnished
  }
  const setup = await createSetupJob({
    ...parts,
    async openDirectory(connection, password, options) {
      await followClock()
      return parts.openDirectory(connection, password, { ...options, now: () => ledgerClock.now() })
    },
    ledger,
    signing,
    isDemoPerson,
    settings: () => office.settings(),
    isBusy: () => plans.isBusy,
    onDirectoryChanged: () => directory.forget(),
    onChange: parts.onState,
    // At the command line people found on purpose: `demo seed`.
    onDemoStarted: async () => (parts.kind === 'window' ? furnish() : succeed())
  })
  const directory = new SharedDirectory({ access: setup.directory, register: store })
  let adopting: Promise<unknown> = Promise.resolve()
  let tellWhoIsThere = (): void => undefined
  const people = createPeopleJob({
    ...parts,
    ledger,
    shelf: store,
    signing,
    computer,
    now,
    directory,
    idleMinutes: () => office.latest()?.idleMinutes ?? 5,
    onChange() {
      parts.onState()
      tellWhoIsThere()
      // What an earlier version kept without saying so is said once, while somebody is there who may look at it.
      if (actor()?.roles.includes('administrator') === true)
        adopting = adopting.then(() => office.adopt()).catch(onBug)
    },
    demoPeople: () => (parts.isDemo ? demoPeople() : []),
    settings: () => office.settings(),
    connectionToSign: () => setup.connectionToSign(),
    async nameSchool(name) {
      const read = await office.settings()
      if (!read.ok || read.value.school.name === name) return read.ok ? succeed() : read
      const written = await office.keepSettings({ ...read.value, school: { ...read.value.school, name } })
      return written.ok ? succeed() : written
    }
  })

  let jobProblems: readonly LedgerProblem[] = []
  let documentProblems: readonly LedgerProblem[] = []
  let reviewing: Promise<void> = Promise.resolve()
  /** What the ledger itself cannot see: plans in the store that are not what was signed. */
  const checkJobs = async (): Promise<void> => {
    const found = await Promise.all(open.map(async (job) => (await job.ledgerProblems?.()) ?? []))
    jobProblems = found.flat()
  }
  /** Nor that settings or connection in the store are not what was said. */
  const reviewDocuments = async (): Promise<void> => {
    await setup.review()
    const before = JSON.stringify(documentProblems)
    documentProblems = [...(await office.problems()), ...(await setup.problems())]
    if (documentProblems.length === 0) await office.settings()
    if (JSON.stringify(documentProblems) !== before) parts.onState()
  }
  /** One look after the other. */
  const review = (): Promise<void> => (reviewing = reviewing.then(reviewDocuments).catch(onBug))
  const verification = (): LedgerVerification => {
    const found = ledger.verification
    const problems = [...found.problems, ...jobProblems, ...documentProblems]
    return { ...found, problems: problems.toSorted((left, right) => left.sequence - right.sequence) }
  }

  const house: House = {
    ...parts,
    ledger,
    ledgerClock,
    rules: ledgerRules,
    checkPlans,
    async plansForExport(reads) {
      const found = await Promise.all(open.map(async (job) => (await job.plansForExport?.(reads)) ?? []))
      const all = found.flat()
      return { plans: all, settings: all.length === 0 ? [] : await office.everKept() }
    },
    signing,
    actor,
    settings: office,
    directory,
    plans,
    recordCopy,
    decisions: decisionsOf(() => open),
    subjects: () => Object.assign({}, ...open.map(({ subjects }) => subjects)) as Subjects,
    origins: () => Object.assign({}, ...open.map(({ origins }) => origins)) as CaseOrigins,
    inboxItems: (asker) => open.flatMap((job) => job.inboxItems?.(asker) ?? []),
    async holdings(subject) {
      const all: Holding[] = []
      for (const job of open) {
        const held = (await job.holdings?.(subject)) ?? succeed([])
        if (!held.ok) return held
        all.push(...held.value)
      }
      return succeed(all)
    },
    verification,
    async verify() {
      await ledger.verify()
      await checkJobs()
      await review()
      parts.onState()
      return verification()
    }
  }
  const jobs = openJobs(house)
  const open: readonly OpenJob<never>[] = [setup, people, ...Object.values(jobs)]
  tellWhoIsThere = () => {
    for (const job of open) job.whoIsThere?.()
  }
  const handlers = Object.assign(
    {},
    plans.handlers,
    office.handlers,
    ...open.map((job) => job.handlers)
  ) as unknown as AllHandlers

  await checkJobs()
  await review()
  for (const job of open) await job.settle?.()
  // Killed between entering the demo school and filling its case file.
  if (parts.isDemo && parts.kind === 'window') await furnish()

  const stopListening = ledger.onChange(() => {
    announce('ledger.changed', { head: ledger.head })
    parts.onState()
    for (const job of open) job.look?.()
    void review()
  })
  let reading: NodeJS.Timeout | undefined
  // The first screen comes first. A command that only reads ends before there is anything to be gained.
  const checkBehind = (): void => {
    if (parts.kind === 'window') void ledger.checkWhole().catch(onBug)
  }
  const checking = setTimeout(checkBehind, checkDelay)
  const hearExchange = async (): Promise<void> => {
    for (const job of open) await job.foreignExchange?.()
    // Something may wait for somebody by that.
    for (const job of open) job.look?.()
  }
  const stopForeign = store.onForeignChange((change) => {
    if (change === 'ledger') ledger.refresh().catch(onBug)
    if (change === 'documents') void review()
    if (change === 'exchanges') hearExchange().catch(onBug)
    if (change !== 'plans') return
    // Another PC carries something out: what it has changed in the directory is read once it is quiet.
    clearTimeout(reading)
    reading = setTimeout(() => {
      announce('ledger.changed', { head: ledger.head })
      for (const job of open) job.foreignPlans?.().catch(onBug)
    }, foreignDelay)
  })

  return {
    handlers: withAsker<CaseFileOperations>(handlers, actor),
    ledger,
    plans,
    people,
    ...jobs,
    state() {
      const { head, problems, clockNotices, unknownKinds } = verification()
      return {
        directory: setup.state(),
        session: people.state(),
        ledger: {
          head,
          problems: problems.length,
          checking: ledger.checking,
          clockNotices: clockNotices.length,
          unknownKinds: ledger.silence?.failure.code === 'ledger.newerKind' ? unknownKinds.length : 0
        }
      }
    },
    actor,
    isBusy: () => plans.isBusy,
    startDemo: () => setup.startDemo(),
    furnishDemo: furnish,
    recordCopy,
    async due() {
      // Where the store has failed in it.
      checkBehind()
      // Whoever writes past the app tells nobody.
      await review()
      await followClock()
      await people.lookWhoIsThere()
      const report = await dueOf(open)
      // What the directory has shown is news, also where nothing was to be said in the ledger.
      for (const job of open) job.look?.()
      return report
    },
    async close() {
      clearTimeout(reading)
      clearTimeout(checking)
      stopForeign()
      stopListening()
      await adopting
      await reviewing
      const [, , ...others] = open
      const ends = [
        () => setup.close(),
        () => plans.stop(),
        async () => signing.release(),
        () => people.close(),
        ...others.map((job) => async () => job.close?.())
      ]
      for (const end of ends.toReversed()) await Promise.resolve(end()).catch(onBug)
      await ledger.close().catch(onBug)
    }
  }
}
