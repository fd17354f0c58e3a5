import type { ApplicationState } from '../../contract/application'
import type { Certificate, SelfTest } from '../../contract/directory'
import type { Announce, Handlers } from '../../contract/handlers'
import { fail, succeed, type Result } from '../../contract/result'
import type { Language } from '../../contract/language'
import { preferencesSchema, type Preferences } from '../../contract/settings'
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
import { DirectorySession } from './session'

export interface SetupJobOptions {
  readonly version: string
  readonly store: DocumentShelf
  readonly keychain: Keychain
  readonly desktop: Desktop
  readonly files: FileAccess
  readonly announce: Announce
  readonly openDirectory: OpenDirectory
  readonly fetchCertificates: FetchCertificates
  /** Reads one certificate, PEM or DER: `directory.certificateUnreadable`. */
  readonly readCertificate: (bytes: Uint8Array) => Result<Certificate>
  readonly demo: DemoSchool
  /** Where nobody has chosen another one. */
  readonly language: Language
  readonly bindPassword: string | null
  /** A plan is being carried out: its directory stays connected. */
  readonly isBusy: () => boolean
  /** Another directory was connected, or none: what was read of the former one is void. */
  readonly onDirectoryChanged: () => void
}

export type SetupHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `setup.${string}` | `application.${string}`>
>

export interface SetupJob {
  readonly handlers: SetupHandlers
  /** The session that all jobs share. */
  readonly directory: DirectoryAccess
  /** Closes the session and the embedded server. */
  close(): Promise<void>
}

const preferencesName = 'preferences'
/** Certificates are small; anything larger is another file. */
const maximumCertificateBytes = 1_000_000

/** Connecting a directory, the self-test, the demo school, and what this PC's user prefers to see. */
export async function createSetupJob(options: SetupJobOptions): Promise<SetupJob> {
  const { store, keychain, announce, demo, openDirectory } = options
  let preferences = await readPreferences(store, options.language)

  const session = new DirectorySession({
    ...options,
    onChange: (change) => {
      if (change === 'directory') options.onDirectoryChanged()
      announce('application.state', state())
    }
  })
  const state = (): ApplicationState => ({
    version: options.version,
    preferences,
    directory: session.state,
    secretsKept: keychain.available
  })
  await session.load()

  const handlers: SetupHandlers = {
    async 'application.state'() {
      return succeed(state())
    },

    async 'application.setPreferences'(wanted) {
      await store.writeDocument(preferencesName, wanted)
      preferences = wanted
      announce('application.state', state())
      return succeed()
    },

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
      return succeed(state())
    },

    async 'setup.enterPassword'({ password, keepPassword }) {
      const opened = await session.enterPassword(password, keepPassword)
      return opened.ok ? succeed(state()) : opened
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
      return succeed(state())
    },

    async 'setup.check'() {
      return check(session)
    },

    async 'setup.disconnect'() {
      if (options.isBusy()) return fail('directory.planRunning')
      await session.forget()
      await demo.stop()
      return succeed(state())
    }
  }

  return {
    handlers,
    directory: session,
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

/** How things look is no reason to refuse to start: preferences that cannot be read are the usual ones. */
async function readPreferences(store: DocumentShelf, language: Language): Promise<Preferences> {
  const document = await store.readDocument(preferencesName)
  const parsed = preferencesSchema.safeParse(document.ok ? document.value : undefined)
  return parsed.success ? parsed.data : { language, theme: 'system' }
}
