import type { ApplicationState } from '../../contract/application'
import type { Certificate, SelfTest } from '../../contract/directory'
import type { JobHandlers } from '../../contract/handlers'
import type { OperationName } from '../../contract/operations'
import type { Actor } from '../../contract/people'
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
import type { LedgerProblem } from '../../contract/ledger'
import { bodyOf, type Draft, type Ledger } from '../../core/ledger'
import type { Signing } from '../../core/people/signing'
import type { Throttle } from '../../core/people/throttle'
import type { OpenJob } from '../../desks/job'
import type { DocumentShelf } from '../../world/store/port'
import { ConnectionRecord } from './connectionRecord'
import { radiusHandlers, type RadiusOptions } from './radius'
import { DirectorySession, type SignChange } from './session'
import type { ConfirmationMemory } from './trust'

export type { Confirmation, ConfirmationMemory } from './trust'

export interface SetupJobOptions extends Omit<RadiusOptions, 'directory'> {
  readonly store: DocumentShelf
  readonly ledger: Ledger
  readonly signing: Signing
  readonly throttle: Throttle
  /** What this PC remembers of the connection that was last confirmed here. */
  readonly confirmation: ConfirmationMemory
  /** The demo school's own case file: it never meets any other directory, and no other case file meets its directory. */
  readonly isDemo: boolean
  /** Whether this is the id of a person of the demo school, whose secrets everybody knows. */
  readonly isDemoPerson: (person: string) => boolean
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
  /** Another directory was connected, or none: what was read of the former one is void. */
  readonly onDirectoryChanged: () => void
  /** The demo school has just been started. */
  readonly onDemoStarted: () => Promise<Result<undefined>>
}

type SetupOperation = Extract<OperationName, `setup.${string}`>
export type SetupHandlers = JobHandlers<SetupOperation>

export interface SetupJob extends OpenJob<SetupOperation> {
  /** The session that all jobs share. */
  readonly directory: DirectoryAccess
  readonly state: () => ApplicationState['directory']
  /** Looks whether another PC has changed the connection. */
  review(): Promise<void>
  /** The connection in the store is one that nobody has signed. */
  problems(): Promise<readonly LedgerProblem[]>
  /** Puts the signed connection in the place of what somebody has written there. */
  mend(): Promise<void>
  /** Connects the demo school's directory, in its own case file alone, and fills that. `caseFile.ownCaseFile`. */
  startDemo(): Promise<Result<ApplicationState>>
  /** What the administrator signs about the connection when the case file is founded; null: nothing. */
  connectionToSign(): Promise<Draft | null>
  /** Closes the session and the embedded server. */
  close(): Promise<void>
}

/** Certificates are small; anything larger is another file. */
const maximumCertificateBytes = 1_000_000

/** Connecting a directory, the self-test, the demo school. */
export async function createSetupJob(options: SetupJobOptions): Promise<SetupJob> {
  const { demo, openDirectory, applicationState } = options

  const { ledger, isDemo } = options
  const session = new DirectorySession({
    ...options,
    demo: isDemo ? demo : null,
    record: new ConnectionRecord(options.store, ledger),
    fingerprintOf(pem) {
      const read = options.readCertificate(new TextEncoder().encode(pem))
      return read.ok ? read.value.fingerprint : pem
    },
    mayMeet({ profile }) {
      const founder = foundedBy(ledger)
      const isDemoFounded = founder !== null && options.isDemoPerson(founder)
      return isDemoFounded && profile !== 'demo' ? fail('directory.demoCaseFile') : succeed()
    },
    onChange: (change) => {
      if (change === 'directory') options.onDirectoryChanged()
      options.onChange()
    }
  })
  await session.load()

  /** A founded case file takes another connection only with the administrator's signature. */
  const signerOf = (actor: Actor, passphrase: string | null): SignChange | null => {
    if (!ledger.isFounded) return null
    return async (said) => {
      if (actor.person === null) return fail('people.notSignedIn')
      if (passphrase === null && options.signing.needsPassphrase) return fail('people.passphraseNeeded')
      return options.signing.sign(actor, passphrase ?? '', async (signer) => {
        const appended = await ledger.append([{ signer, draft: said }])
        return appended.ok ? succeed() : appended
      })
    }
  }

  const startDemo = async (): Promise<Result<ApplicationState>> => {
    if (options.isBusy()) return fail('directory.planRunning')
    if (!isDemo) return fail('caseFile.ownCaseFile')
    const opened = await session.openDemo()
    if (!opened.ok) return opened
    const furnished = await options.onDemoStarted()
    if (!furnished.ok) return furnished
    return succeed(applicationState())
  }

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

    async 'setup.connect'({ connection, password, keepPassword, passphrase }, asker) {
      if (options.isBusy()) return fail('directory.planRunning')
      if (isDemo) return fail('caseFile.demo')
      const opened = await openDirectory(connection, password)
      if (!opened.ok) return opened
      const adopted = await session.adopt(opened.value, password, keepPassword, signerOf(asker, passphrase))
      if (adopted.ok) return succeed(applicationState())
      await opened.value.close()
      return adopted
    },

    async 'setup.enterPassword'({ password, keepPassword }) {
      const opened = await session.enterPassword(password, keepPassword)
      return opened.ok ? succeed(applicationState()) : opened
    },

    'setup.startDemo': startDemo,

    async 'setup.check'() {
      return check(session)
    },

    async 'setup.disconnect'() {
      if (options.isBusy()) return fail('directory.planRunning')
      // Persons sign in by the directory: in a founded case file nobody could any more without one.
      if (!isDemo && ledger.isFounded) return fail('directory.foundedNeedsIt')
      await session.forget()
      await demo.stop()
      return succeed(applicationState())
    }
  }

  return {
    handlers,
    startDemo,
    directory: session,
    state: () => session.state,
    review: () => session.review(),
    problems: () => session.problems(),
    mend: () => session.mend(),
    connectionToSign: () => session.toSign(),
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

/** Id of the person who founded the case file; null: it is not founded. */
function foundedBy(ledger: Ledger): string | null {
  const { founding } = ledger.authority
  const statement = founding === null ? null : (ledger.items[founding.sequence - 1]?.statement ?? null)
  return statement?.kind === 'founding' ? bodyOf(statement, 'founding').leadership.person : null
}
