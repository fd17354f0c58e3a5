import type { ApplicationState } from '../../contract/application'
import type { Certificate, SelfTest } from '../../contract/directory'
import type { Handlers } from '../../contract/handlers'
import { fail, succeed, type Result } from '../../contract/result'
import type { Desktop } from '../../world/desktop/port'
import type {
  DemoSchool,
  DirectoryAccess,
  FetchCertificates,
  OpenDirectory
} from '../../world/directory/port'
import type { FileAccess } from '../../world/files/port'
import type { Keychain } from '../../world/secrets/port'
import type { DocumentShelf } from '../../world/store/port'
import { radiusHandlers, type RadiusOptions } from './radius'
import { DirectorySession } from './session'

export interface SetupJobOptions extends Omit<RadiusOptions, 'directory'> {
  readonly store: DocumentShelf
  readonly keychain: Keychain
  readonly desktop: Desktop
  readonly files: FileAccess
  readonly applicationState: () => ApplicationState
  /** The session was opened or lost, or another directory was chosen. */
  readonly onChange: () => void
  readonly openDirectory: OpenDirectory
  readonly fetchCertificates: FetchCertificates
  /** Reads one certificate, PEM or DER: `directory.certificateUnreadable`. */
  readonly readCertificate: (bytes: Uint8Array) => Result<Certificate>
  readonly demo: DemoSchool
  readonly bindPassword: string | null
  /** A plan is being carried out: its directory stays connected. */
  readonly isBusy: () => boolean
  /**
   * Persons sign in by the directory: in a founded case file nobody could any more without one. The demo school may
   * always be left.
   */
  readonly needsDirectory: () => boolean
  /** Another directory was connected, or none: what was read of the former one is void. */
  readonly onDirectoryChanged: () => void
  /** The demo school has just been started. */
  readonly onDemoStarted: () => Promise<Result<undefined>>
}

export type SetupHandlers = Pick<Handlers, Extract<keyof Handlers, `setup.${string}`>>

export interface SetupJob {
  readonly handlers: SetupHandlers
  /** The session that all jobs share. */
  readonly directory: DirectoryAccess
  readonly state: () => ApplicationState['directory']
  /** Closes the session and the embedded server. */
  close(): Promise<void>
}

/** Certificates are small; anything larger is another file. */
const maximumCertificateBytes = 1_000_000

/** Connecting a directory, the self-test, the demo school. */
export async function createSetupJob(options: SetupJobOptions): Promise<SetupJob> {
  const { demo, openDirectory, applicationState } = options

  const session = new DirectorySession({
    ...options,
    onChange: (change) => {
      if (change === 'directory') options.onDirectoryChanged()
      options.onChange()
    }
  })
  await session.load()

  const handlers: SetupHandlers = {
    ...radiusHandlers({ ...options, directory: session }),

    async 'setup.fetchCertificates'({ url }) {
      const fetched = await options.fetchCertificates(url)
      return fetched.ok ? succeed([...fetched.value]) : fetched
    },

    async 'setup.chooseCertificate'() {
      const chosen = await options.desktop.chooseFiles({
        title: { de: 'CA-Zertifikat öffnen', en: 'Open a CA certificate' },
        filters: [
          { name: { de: 'Zertifikate', en: 'Certificates' }, extensions: ['pem', 'crt', 'cer', 'der'] }
        ],
        several: false
      })
      const [file] = chosen ?? []
      if (file === undefined) return succeed(null)
      const bytes = await options.files.read(file, maximumCertificateBytes)
      return bytes.ok ? options.readCertificate(bytes.value) : bytes
    },

    async 'setup.test'({ connection, password }) {
      const opened = await openDirectory(connection, password)
      if (!opened.ok) return opened
      try {
        return await opened.value.test()
      } finally {
        await opened.value.close()
      }
    },

    async 'setup.connect'({ connection, password, keepPassword }) {
      if (options.isBusy()) return fail('directory.planRunning')
      const opened = await openDirectory(connection, password)
      if (!opened.ok) return opened
      await session.adopt(opened.value, password, keepPassword)
      return succeed(applicationState())
    },

    async 'setup.enterPassword'({ password, keepPassword }) {
      const opened = await session.enterPassword(password, keepPassword)
      return opened.ok ? succeed(applicationState()) : opened
    },

    async 'setup.startDemo'() {
      if (options.isBusy()) return fail('directory.planRunning')
      const started = await demo.start()
      if (!started.ok) return started
      const { connection, password } = started.value
      const opened = await openDirectory(connection, password)
      if (!opened.ok) return opened
      // The demo server tells its password at each start; there is nothing to keep.
      await session.adopt(opened.value, password, false, true)
      const furnished = await options.onDemoStarted()
      if (!furnished.ok) return furnished
      return succeed(applicationState())
    },

    async 'setup.check'() {
      return check(session)
    },

    async 'setup.disconnect'() {
      if (options.isBusy()) return fail('directory.planRunning')
      if (session.state?.profile !== 'demo' && options.needsDirectory())
        return fail('directory.foundedNeedsIt')
      await session.forget()
      await demo.stop()
      return succeed(applicationState())
    }
  }

  return {
    handlers,
    directory: session,
    state: () => session.state,
    async close() {
      await session.close()
      await demo.stop()
    }
  }
}

async function check(session: DirectorySession): Promise<Result<SelfTest>> {
  const directory = await session.open()
  if (!directory.ok) return directory
  const tested = await directory.value.test()
  if (!tested.ok && tested.failure.code === 'directory.connectionLost') {
    session.lost(directory.value, tested.failure)
  }
  return tested
}
