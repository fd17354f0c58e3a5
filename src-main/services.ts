import { join } from 'node:path'
import { CaseFileGate } from './caseFileGate'
import type { Announce, Handlers } from './contract/handlers'
import type { Language } from './contract/language'
import { permits } from './contract/operations'
import type { Role } from './contract/people'
import { fail, succeed, type Result } from './contract/result'
import { confirmationMemory } from './confirmationMemory'
import type { PassphraseCost } from './core/people/passphrase'
import { oneAfterTheOther } from './core/cooperation'
import { Throttle, type AttemptMemory } from './core/people/throttle'
import { checkpointMemory, headMemory } from './placeMemory'
import { openCaseFile, type OpenCaseFile } from './house'
import type { Clock } from './core/clock'
import { createApplicationJob, type ApplicationJob } from './jobs/application'
import { attemptsName, createCaseFileJob, type CaseFileJob } from './jobs/caseFile'
import { sayBackup, sayMove } from './jobs/caseFile/statements'
import { createDocumentsJob } from './jobs/documents'
import { notificationOf } from './notifications'
import { isDemoPerson } from './demoCaseFile'
import { openDirectory } from './directories'
import { closedSession, noDesktop, noKeychain, noPrinter } from './services/absent'
import { demoSchool } from './services/demoSchool'
import { routed } from './services/routing'
import { watchDue } from './services/watchDue'
import type { Desktop } from './world/desktop/port'
import { fetchCertificates, readCertificate } from './world/directory/ldap/certificates'
import type { Printer } from './world/documents/port'
import { localFiles } from './world/files/local'
import { journalGateway } from './world/logs/journalGateway'
import { localLogs } from './world/logs/local'
import { radiusClient } from './world/radius/udp'
import { deviceKeyFile, openDeviceSecretBox } from './world/secrets/deviceKey'
import type { Keychain } from './world/secrets/port'
import { StoreFailure, type Store } from './world/store/port'
import { openSqliteStore } from './world/store/sqlite'

/** What the two composition roots have and the rooms need. */
export interface ServicesOptions {
  readonly version: string
  /** Store, device key and the demo school live here. */
  readonly dataFolder: string
  /** The log rules that come with the app. */
  readonly rulesFolder: string
  /** Where nobody has chosen another one. */
  readonly language: Language
  readonly announce: Announce
  /** null: no dialogs, no printing, no keychain (the command line). */
  readonly desktop: Desktop | null
  readonly printer: Printer | null
  readonly keychain: Keychain | null
  /** The bind password for this run (`NETZWART_BIND_PASSWORD`); null: from the keychain or the person. */
  readonly bindPassword: string | null
  /** The password of the case file's role on a server, for this run (`NETZWART_DATABASE_PASSWORD`). */
  readonly databasePassword: string | null
  /** The app does what falls due while it is open; the command line does so only when asked (`due`). */
  readonly watchDue: boolean
  /** How a scheduled task starts this program: the executable and what stands before `--headless`. */
  readonly program: { readonly executable: string; readonly leadingWords: readonly string[] }
  /** A bug in work that nobody waits for. */
  readonly onBug: (error: unknown) => void
  readonly clock?: Clock
  /** What guessing the passphrase of a key that is made here costs; absent: what it costs at a school. */
  readonly passphraseCost?: PassphraseCost
}

export interface Services {
  /** Roles of who sits at this PC; null: nobody has signed in. Before the founding whoever opens it administers. */
  readonly roles: () => readonly Role[] | null
  /** Every operation of the contract. */
  readonly handlers: Handlers
  /** What is open; null: the case file on the server cannot be reached. */
  readonly caseFile: () => OpenCaseFile | null
  /** Lets running plans end what is under way, then closes connections and store. */
  close(): Promise<void>
}

/** The device key is 32 bytes; anything much larger is another file. */
const maximumKeyBytes = 1_000

/** Of the demo school, in the data folder. */
const demoFolder = 'demo'

/**
 * Builds what the window and the command line have in common, so that it is wired once: opens the store and the
 * device key of the data folder, the case file where it lies, and answers every operation. The directory is connected
 * when first asked for. Fails with `store.*`.
 */
export async function openServices(options: ServicesOptions): Promise<Result<Services>> {
  const { dataFolder, announce, onBug } = options
  const local = await openSqliteStore(dataFolder)
  if (!local.ok) return local
  const wasUsed = (): Promise<boolean> => isKeyInUse(dataFolder, local.value)
  const box = await openDeviceSecretBox(dataFolder, wasUsed)
  if (!box.ok) {
    await local.value.close()
    return box
  }
  const desktop = options.desktop ?? noDesktop
  const keychain = options.keychain ?? noKeychain
  const clock = options.clock ?? { now: () => new Date() }
  const throttle = await Throttle.open(() => clock.now().getTime(), attemptMemory(local.value))
  const documents = createDocumentsJob({
    desktop,
    printer: options.printer ?? noPrinter,
    files: localFiles,
    actor: () => open?.actor() ?? null,
    recordCopy: async (copy) => open?.recordCopy(copy) ?? fail('caseFile.notOpen')
  })
  const demo = demoSchool(join(dataFolder, demoFolder))
  const confirmation = confirmationMemory(dataFolder, localFiles)
  let open: OpenCaseFile | null = null
  let isDemo = false
  const gate = new CaseFileGate(() => open?.isBusy() ?? false)
  const watch = options.watchDue ? watchDue(() => gate.enter(async () => open?.due()), onBug) : null

  const application: ApplicationJob = await createApplicationJob({
    version: options.version,
    shelf: local.value,
    keychain,
    language: options.language,
    announce,
    rest: () => ({
      ...(open?.state() ?? { directory: null, session: closedSession, ledger: null }),
      caseFile: place.state
    })
  })

  const openOn = async (store: Store): Promise<void> => {
    // Nobody goes from the demo school's case file into a real one, or back.
    const isSameSchool = isDemo === place.isInDemo
    const present = isSameSchool ? (open?.people.session.presence ?? null) : null
    isDemo = place.isInDemo
    await open?.close()
    open = null
    // A restored backup may have brought another key.
    const key = await openDeviceSecretBox(dataFolder, wasUsed)
    if (!key.ok) throw new StoreFailure(key.failure)
    const where = store === local.value ? '' : place.state.place || 'demo'
    open = await openCaseFile({
      store,
      version: options.version,
      memory: headMemory(dataFolder, where, localFiles),
      checkpoint: checkpointMemory(dataFolder, where, localFiles),
      confirmation,
      isDemo,
      kind: options.desktop === null ? 'commandLine' : 'window',
      secretBox: key.value,
      throttle,
      keychain,
      desktop,
      printer: options.printer ?? noPrinter,
      desk: documents.desk,
      files: localFiles,
      rulesFolder: options.rulesFolder,
      logs: localLogs,
      logQueries: journalGateway,
      demo,
      demoLogsFolder: join(dataFolder, demoFolder, 'logs'),
      openDirectory,
      fetchCertificates,
      readCertificate,
      bindPassword: options.bindPassword,
      askRadius: radiusClient(),
      announce,
      applicationState: application.state,
      onState: application.announce,
      notify: (items) => desktop.notify(notificationOf(items)),
      onBug,
      clock,
      ...(options.passphraseCost === undefined ? {} : { cost: options.passphraseCost })
    })
    open.people.session.expect(present)
    application.announce()
    watch?.soon()
  }

  const { handlers: caseFileHandlers, place }: CaseFileJob = createCaseFileJob({
    local: local.value,
    openDemoStore: () => openSqliteStore(join(dataFolder, demoFolder, 'case-file')),
    keychain,
    desktop,
    files: localFiles,
    openShared: async (...where) => (await import('./world/store/postgres')).openPostgresStore(...where),
    sharedSetup: {
      check: async (...where) => (await import('./world/store/postgres')).postgresSetup.check(...where),
      prepare: async (...where) => (await import('./world/store/postgres')).postgresSetup.prepare(...where)
    },
    password: options.databasePassword,
    applicationState: application.state,
    version: options.version,
    program: options.program,
    dataFolder,
    desk: documents.desk,
    streams: localFiles,
    now: () => clock.now(),
    deviceKey: {
      read: () => localFiles.read(join(dataFolder, deviceKeyFile), maximumKeyBytes),
      replace: (key) => localFiles.writePrivately(join(dataFolder, deviceKeyFile), key)
    },
    throttle,
    isDemoPerson,
    onRestored: () => confirmation.forget(),
    onState: () => application.announce(),
    services: {
      head: () => open?.ledger.head ?? null,
      actor: () => open?.actor() ?? null,
      async recordBackup(statements, head, by) {
        return open === null ? fail('caseFile.notOpen') : sayBackup(open.ledger, statements, head, by)
      },
      async verify() {
        return open === null ? fail('caseFile.notOpen') : succeed(await open.journal.verify())
      },
      exclusively: (work) => gate.exclusively(work),
      openOn,
      async close() {
        await open?.close()
        open = null
      },
      async recordMove(from, to, after) {
        if (open === null) return fail('caseFile.notOpen')
        return sayMove(open.ledger, from, to, after, open.actor()?.person ?? null)
      }
    }
  })
  try {
    await place.start()
  } catch (error) {
    watch?.stop()
    if (!(error instanceof StoreFailure)) throw error
    await place.close()
    await local.value.close()
    return { ok: false, failure: error.failure }
  }

  const outer = { ...application.handlers, ...documents.handlers, ...caseFileHandlers }
  const handlers = routed(outer, gate, () => open)
  // Who has let go of the demo school can click to enter it before it is left.
  const inTurn = oneAfterTheOther()
  const withDemo: Handlers = {
    ...handlers,
    'setup.startDemo': () =>
      inTurn(async () => {
        const entered = await place.enterDemo()
        // Asked for in the case file that was left: in the demo school's own nobody has signed in yet.
        if (!entered.ok) return entered
        const started = await gate.enter(async () => open?.startDemo() ?? fail('caseFile.notOpen'))
        watch?.soon()
        return started
      }),
    'setup.connect': (input) =>
      inTurn(async () => {
        if (!place.isInDemo) return handlers['setup.connect'](input)
        if (open?.isBusy() === true) return fail('directory.planRunning')
        // The demo school's case file meets no other directory: it is left first, and only for one that answers.
        const tried = await openDirectory(input.connection, input.password)
        if (!tried.ok) return tried
        await tried.value.close()
        const left = await place.leaveDemo()
        if (!left.ok) return left
        // What the demo school's administrator may do ends with it.
        return permits('setup.connect', open?.actor()?.roles ?? null)
          ? handlers['setup.connect'](input)
          : fail('people.notSignedIn')
      }),
    'setup.disconnect': (input) =>
      inTurn(async () => {
        const disconnected = await handlers['setup.disconnect'](input)
        if (!disconnected.ok) return disconnected
        const left = await place.leaveDemo()
        return left.ok ? succeed(application.state()) : left
      })
  }
  return succeed<Services>({
    roles: () => open?.actor()?.roles ?? null,
    handlers: withDemo,
    caseFile: () => open,
    async close() {
      watch?.stop()
      await place.close()
      await demo.stop()
      await local.value.close()
    }
  })
}

/** Wrong passphrases and passwords are counted on this PC, whatever case file is open. */
function attemptMemory(local: Store): AttemptMemory {
  return {
    async read() {
      const document = await local.readDocument(attemptsName)
      return document.ok ? document.value : undefined
    },
    write: (attempts) => local.writeDocument(attemptsName, attempts)
  }
}

/** Whether anything in this data folder, or on a server that it works with, can have been sealed or signed with its key. */
async function isKeyInUse(dataFolder: string, local: Store): Promise<boolean> {
  if ((await local.readStatements(0, 1)).length > 0 || (await local.listSecrets()).length > 0) return true
  const location = await local.readDocument('case-file')
  if (!location.ok || location.value !== undefined) return true
  return localFiles.exists(join(dataFolder, demoFolder, 'case-file'))
}
