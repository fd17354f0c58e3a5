import { join } from 'node:path'
import type { Announce, Handlers } from './contract/handlers'
import type { Language } from './contract/language'
import type { Role } from './contract/operations'
import { fail, succeed, type Result } from './contract/result'
import { createAccountsJob, type AccountsJob, type Clock } from './jobs/accounts'
import { createSetupJob } from './jobs/setup'
import type { Desktop } from './world/desktop/port'
import { openActiveDirectory } from './world/directory/active-directory/open'
import { startDemoDirectory, type DemoDirectory } from './world/directory/demo/demoDirectory'
import { demoRoster } from './world/directory/demo/seed/roster'
import { fetchCertificates, readCertificate } from './world/directory/ldap/certificates'
import { openOpenLdapDirectory } from './world/directory/openldap/open'
import type { DemoSchool, OpenDirectory } from './world/directory/port'
import type { Printer } from './world/documents/port'
import { localFiles } from './world/files/local'
import { openDeviceSecretBox } from './world/secrets/deviceKey'
import type { Keychain } from './world/secrets/port'
import { openSqliteStore } from './world/store/sqlite'

/** What the two composition roots have and the rooms need. */
export interface ServicesOptions {
  readonly version: string
  /** Store, device key and the demo school live here. */
  readonly dataFolder: string
  /** Where nobody has chosen another one. */
  readonly language: Language
  readonly announce: Announce
  /** null: no dialogs, no printing, no keychain (the command line). */
  readonly desktop: Desktop | null
  readonly printer: Printer | null
  readonly keychain: Keychain | null
  /** The bind password for this run (`NETZWART_BIND_PASSWORD`); null: from the keychain or the person. */
  readonly bindPassword: string | null
  /** The app lifts what falls due while it is open; the command line does so only when asked (`due`). */
  readonly watchDue: boolean
  /** A bug in work that nobody waits for. */
  readonly onBug: (error: unknown) => void
  readonly clock?: Clock
}

export interface Services {
  /**
   * Who sits at this PC. There is no sign-in of persons yet: whoever can open the data folder and has the bind
   * account's password is the administrator, as with the directory's own tools.
   */
  readonly actor: () => Role | null
  /** Every operation of the contract. */
  readonly handlers: Handlers
  /** What the command line does with paths instead of dialogs. */
  readonly accounts: AccountsJob
  /** Lets running plans end what is under way, then closes connections and store. */
  close(): Promise<void>
}

/** The app looks this often for suspensions that fall due, milliseconds. */
const dueInterval = 10 * 60 * 1000

const noDesktop: Desktop = {
  chooseFiles: async () => null,
  chooseFolder: async () => null,
  chooseSaveTarget: async () => null,
  openDocument: async (file) => fail('application.fileNotReadable', { file })
}
const noPrinter: Printer = { toPdf: async () => fail('application.printingFailed') }
const noKeychain: Keychain = {
  available: false,
  keep: async () => undefined,
  read: async () => null,
  forget: async () => undefined
}

/** The demo school speaks OpenLDAP's language, so its adapter is tried out with it. */
const openDirectory: OpenDirectory = async (connection, password, signal) =>
  connection.profile === 'active-directory'
    ? openActiveDirectory(connection, password, signal)
    : openOpenLdapDirectory(connection, password, signal)

/** The embedded school of a data folder, started when first asked for. */
function demoSchool(folder: string): DemoSchool {
  let running: Promise<Result<DemoDirectory>> | null = null
  return {
    async start() {
      running ??= startDemoDirectory({ folder })
      const started = await running
      if (!started.ok) {
        running = null
        return started
      }
      return succeed({ connection: started.value.connection, password: started.value.password })
    },
    async roster() {
      return succeed(demoRoster())
    },
    async stop() {
      const started = await running
      running = null
      if (started?.ok === true) await started.value.close()
    }
  }
}

/**
 * Builds what the window and the command line have in common, so that it is wired once: opens the store and the
 * device key of the data folder and answers every operation. Nothing is connected yet; the directory is opened
 * when first asked for. Fails with `store.*`.
 */
export async function openServices(options: ServicesOptions): Promise<Result<Services>> {
  const opened = await openSqliteStore(options.dataFolder)
  if (!opened.ok) return opened
  const store = opened.value
  const secretBox = await openDeviceSecretBox(options.dataFolder)
  if (!secretBox.ok) {
    await store.close()
    return secretBox
  }
  const { announce, version, language, bindPassword } = options
  const desktop = options.desktop ?? noDesktop
  const demo = demoSchool(join(options.dataFolder, 'demo'))
  const setup = await createSetupJob({
    version,
    language,
    bindPassword,
    announce,
    store,
    desktop,
    demo,
    openDirectory,
    fetchCertificates,
    readCertificate,
    files: localFiles,
    keychain: options.keychain ?? noKeychain,
    // Both are asked only by handlers, when the job of accounts below exists.
    isBusy: () => accounts.isBusy(),
    onDirectoryChanged: () => accounts.directoryChanged()
  })
  const accounts = createAccountsJob({
    store,
    announce,
    desktop,
    demo,
    secretBox: secretBox.value,
    directory: setup.directory,
    files: localFiles,
    printer: options.printer ?? noPrinter,
    clock: options.clock ?? { now: () => new Date() }
  })

  const timer = options.watchDue ? watchDue(accounts, options.onBug) : undefined
  return succeed<Services>({
    actor: () => 'administrator',
    handlers: { ...setup.handlers, ...accounts.handlers },
    accounts,
    async close() {
      clearInterval(timer)
      await accounts.stop()
      await setup.close()
      await store.close()
    }
  })
}

function watchDue(accounts: AccountsJob, onBug: (error: unknown) => void): NodeJS.Timeout {
  // A directory that does not answer now is asked again next time.
  const look = (): void => void accounts.liftDue().catch(onBug)
  look()
  const timer = setInterval(look, dueInterval)
  timer.unref()
  return timer
}
