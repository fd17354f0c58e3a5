import type { ApplicationState } from '../../contract/application'
import { type CaseFileState, type PostgresCheck, type PostgresLocation } from '../../contract/caseFile'
import type { Handlers } from '../../contract/handlers'
import { permits, type ParsedInput } from '../../contract/operations'
import type { LedgerHead, LedgerVerification } from '../../contract/ledger'
import { fail, succeed, type Failure, type Result } from '../../contract/result'
import type { FindActor } from '../../core/people/actor'
import type { Throttle } from '../../core/people/throttle'
import { documentDigest } from '../../core/settings'
import type { Desktop } from '../../world/desktop/port'
import type { DocumentDesk, SavedDocument } from '../../world/documents/port'
import type { FileAccess, FileStreams } from '../../world/files/port'
import type { Keychain } from '../../world/secrets/port'
import { StoreFailure, type OpenSharedStore, type SharedStoreSetup, type Store } from '../../world/store/port'
import { createBackup, restoreBackup, type OwnDocuments } from './backup'
import {
  attemptsName,
  forgetMove,
  isOwnCopy,
  keptLocationSchema,
  locationName,
  moveName,
  sendCopy,
  writeLocation,
  type Move
} from './moving'
import { saveSchedule } from './scheduleFiles'

export { attemptsName } from './moving'

export interface CaseFileJobOptions {
  /** The store of this PC; the case file lies in it as long as no server has it. */
  readonly local: Store
  /** The store of the demo school, apart from that of a real one. */
  readonly openDemoStore: () => Promise<Result<Store>>
  readonly keychain: Keychain
  readonly desktop: Desktop
  readonly files: FileAccess
  readonly openShared: OpenSharedStore
  readonly sharedSetup: SharedStoreSetup
  /** The password of the app's role for this run (`NETZWART_DATABASE_PASSWORD`); null: from the keychain or asked. */
  readonly password: string | null
  readonly services: CaseFileServices
  readonly throttle: Throttle
  readonly version: string
  /** This PC's key file: it goes into each backup, since the password slips in the store open with nothing else. */
  readonly deviceKey: DeviceKeyFile
  readonly streams: FileStreams
  /** Whether this is the id of a person of the demo school, whose secrets everybody knows. */
  readonly isDemoPerson: (person: string) => boolean
  /** A backup takes the case file's place: what it says about servers has been confirmed by nobody at this PC. */
  readonly onRestored: () => Promise<void>
  /** How a scheduled task starts the app: the executable and what stands before `--headless`. */
  readonly program: { readonly executable: string; readonly leadingWords: readonly string[] }
  readonly dataFolder: string
  readonly now: () => Date
  readonly desk: DocumentDesk
  readonly applicationState: () => ApplicationState
}

/** What is built on the store of the case file, and built anew when it moves. */
export interface CaseFileServices {
  /** Works while nobody else works on the case file; what is under way ends first. `directory.planRunning`. */
  exclusively<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>>
  /** Closes what is open and builds everything on this store. */
  openOn(store: Store): Promise<void>
  /** Closes what is open. */
  close(): Promise<void>
  /** Head of the open ledger; null: it is empty, or nothing is open. */
  head(): LedgerHead | null
  /** Who is there; null: nobody. */
  actor: FindActor
  /** Says in the ledger that a backup was made; `by` whom, null: before the founding. */
  recordBackup(statements: number, head: LedgerHead, by: string | null): Promise<Result<undefined>>
  /** Reads the whole open ledger anew and checks it. */
  verify(): Promise<Result<LedgerVerification>>
  /**
   * Says in the ledger that the case file has moved, unless it was said before. `after`: number of the newest statement
   * when it moved.
   */
  recordMove(from: Store['kind'], to: Store['kind'], after: number): Promise<Result<undefined>>
}

/** The key file of this PC, byte for byte. */
export interface DeviceKeyFile {
  read(): Promise<Result<Uint8Array>>
  /** Takes the place of the present key; everything that uses it is opened anew afterwards. */
  replace(key: Uint8Array): Promise<Result<undefined>>
}

export type CaseFileHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `caseFile.${string}` | `backup.${string}` | `schedule.${string}`>
>

const preferencesName = 'preferences'
const demoName = 'demo-school'
const passwordName = 'case-file-password'

/** Where the case file lies: on this PC, or on a server that several PCs share. */
export class CaseFileJob {
  private location: PostgresLocation | null = null
  private password: string | null = null
  private shared: Store | null = null
  /** The demo school's store while one is in it. */
  private demo: Store | null = null
  private failure: Failure | null = null
  /** A move that is not finished on the server yet. */
  private move: Move | null = null
  /** Nobody can tell any more where the case file lies. */
  private isLost = false
  private turn: Promise<unknown> = Promise.resolve()

  constructor(private readonly options: CaseFileJobOptions) {}

  /** The demo school's store is open, or about to be. */
  get isInDemo(): boolean {
    return this.demo !== null
  }

  get state(): CaseFileState {
    const { location, failure } = this
    if (this.isLost) return { kind: 'postgres', place: '', state: 'unreachable', failure }
    if (location === null) return { kind: 'sqlite', place: '', state: 'ready', failure: null }
    const place = `${location.host}:${location.port}/${location.database}`
    const needsPassword =
      this.shared === null && (this.password === null || failure?.code === 'store.wrongCredentials')
    const state = this.shared !== null ? 'ready' : needsPassword ? 'passwordNeeded' : 'unreachable'
    return { kind: 'postgres', place, state, failure: this.shared === null ? failure : null }
  }

  /** Opens the case file where it lies. A server that cannot be reached is a state, not an end. */
  async start(): Promise<void> {
    const { local, keychain, services } = this.options
    const inDemo = await local.readDocument(demoName)
    if (inDemo.ok && inDemo.value === true) {
      const opened = await this.options.openDemoStore()
      if (!opened.ok) throw new StoreFailure(opened.failure)
      this.demo = opened.value
      await services.openOn(opened.value)
      return
    }
    const document = await local.readDocument(locationName)
    if (document.ok && document.value === undefined) {
      await services.openOn(local)
      return
    }
    const kept = keptLocationSchema.safeParse(document.ok ? document.value : undefined)
    if (!kept.success) {
      // The old case file of this PC must not come back to life beside the one on the server.
      this.isLost = true
      this.failure = { code: 'store.documentDamaged', parameters: { document: locationName } }
      return
    }
    this.location = kept.data.location
    this.move = kept.data.move
    this.password =
      this.options.password ??
      (keychain.available ? await keychain.read(passwordName, placeOf(kept.data.location)) : null)
    await this.reach()
  }

  /**
   * [Note: the demo school's own store]
   *
   * The demo school comes founded, with persons whose secrets everybody knows. Its case file must never become that of
   * a real school that is connected later from the same data folder, so it lies in a store of its own, and leaving the
   * demo leaves that store. `caseFile.onServerAlready`: this PC works with a real case file.
   */
  async enterDemo(): Promise<Result<undefined>> {
    if (this.demo !== null) return succeed()
    return this.alone(async () => {
      const { local, services, openDemoStore } = this.options
      if (this.demo !== null) return succeed()
      if (this.location !== null || this.isLost) return fail('caseFile.onServerAlready')
      if ((await local.readStatements(0, 1)).length > 0) return fail('caseFile.ownCaseFile')
      const opened = await openDemoStore()
      if (!opened.ok) return opened
      await local.writeDocument(demoName, true)
      this.demo = opened.value
      try {
        await services.openOn(opened.value)
      } catch (error) {
        if (!(error instanceof StoreFailure)) throw error
        // A demo school that the disk does not take is not entered: nobody would get out of it again.
        await this.backHome(opened.value)
        return { ok: false, failure: error.failure }
      }
      return succeed()
    })
  }

  /** Back to this PC's own case file. Nothing happens where one is not in the demo school. */
  async leaveDemo(): Promise<Result<undefined>> {
    if (this.demo === null) return succeed()
    return this.alone(async () => {
      const { demo } = this
      if (demo !== null) await this.backHome(demo)
      return succeed()
    })
  }

  private async backHome(demo: Store): Promise<void> {
    const { local, services } = this.options
    await local.deleteDocument(demoName)
    this.demo = null
    await services.openOn(local)
    await demo.close()
  }

  /** The store on this PC that the case file lies in. */
  private get home(): Store {
    return this.demo ?? this.options.local
  }

  /** One after the other, and nobody else works on the case file meanwhile. */
  private alone<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
    return this.inTurn(() => this.options.services.exclusively(work))
  }

  private inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.turn.then(work)
    this.turn = result.catch(() => undefined)
    return result
  }

  /** Tries to open the store on the server. */
  private async reach(): Promise<Result<undefined>> {
    const { location, password } = this
    if (this.isLost && this.failure !== null) return { ok: false, failure: this.failure }
    if (location === null) return succeed()
    if (password === null) return fail('caseFile.notOpen')
    const opened = await this.options.openShared(location, password)
    const reached = opened.ok ? await this.adopt(opened.value) : opened
    if (!reached.ok) this.failure = reached.failure
    return reached
  }

  /** Works on this store from now on. One that cannot be worked on is closed. */
  private async adopt(store: Store): Promise<Result<undefined>> {
    const before = this.shared
    try {
      const usable = await this.countFromNow(store)
      if (!usable.ok) {
        await store.close()
        return usable
      }
      // What is built on it tells its state at once, and that state is: reached.
      this.shared = store
      this.failure = null
      await this.options.services.openOn(store)
      await before?.close()
      await this.tellMove()
      return succeed()
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error
      await this.options.services.close()
      await store.close()
      if (before !== store) await before?.close()
      this.shared = null
      return { ok: false, failure: error.failure }
    }
  }

  /** What has moved here from this PC counts from now on; what moves here from another one is not for us yet. */
  private async countFromNow(store: Store): Promise<Result<undefined>> {
    const incoming = await store.incomingMove()
    if (incoming === null) return succeed()
    if (incoming !== this.move?.id) return fail('caseFile.incoming')
    await store.countFromNow(incoming)
    return succeed()
  }

  /** The last thing about a move. What fails here is done at the next start. */
  private async tellMove(): Promise<void> {
    const { move, location } = this
    if (move === null) return
    const { services, local } = this.options
    try {
      const recorded = await services.recordMove('sqlite', 'postgres', move.after)
      if (!recorded.ok) return
      await local.writeDocument(locationName, { location })
      await forgetMove(local)
      this.move = null
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error
    }
  }

  readonly handlers: CaseFileHandlers = {
    'caseFile.check': async ({ location, password }) =>
      this.seen(await this.options.sharedSetup.check(location, password), location, password),

    'caseFile.prepare': async ({ location, password, owner }) =>
      this.seen(await this.options.sharedSetup.prepare(location, password, owner), location, password),

    'caseFile.move': (wanted) =>
      this.alone(async () => {
        const moved = await this.moveTo(wanted)
        return moved.ok ? succeed(this.options.applicationState()) : moved
      }),

    'caseFile.join': ({ location, password, keepPassword }) =>
      this.alone(async () => {
        const { local, openShared } = this.options
        if (this.location !== null) return fail('caseFile.onServerAlready')
        if (this.demo !== null) return fail('caseFile.demo')
        // Whoever has a case file here would lose it from sight.
        const own = this.isLost ? [] : await local.readStatements(0, 1)
        if (own.length > 0) return fail('caseFile.ownCaseFile')
        const opened = await openShared(location, password)
        if (!opened.ok) return opened
        const store = opened.value
        if ((await store.incomingMove()) !== null) {
          await store.close()
          return fail('caseFile.incoming')
        }
        await local.writeDocument(locationName, { location })
        await this.take(store, location, password, keepPassword)
        return succeed(this.options.applicationState())
      }),

    'caseFile.retry': ({ password, keepPassword }) =>
      this.alone(async () => {
        if (password !== null) this.password = password
        const reached = await this.reach()
        if (!reached.ok) return reached
        if (password !== null) await this.keepPassword(password, keepPassword)
        return succeed(this.options.applicationState())
      }),

    'backup.create': ({ passphrase }) => this.inTurn(() => this.createBackup(passphrase)),

    'backup.restore': async ({ passphrase }) => this.restoreBackup(passphrase),

    'schedule.save': async ({ system }) => saveSchedule(this.options, system)
  }

  private async createBackup(passphrase: string): Promise<Result<SavedDocument>> {
    const { desktop, services, streams, files, version, now, deviceKey } = this.options
    // Whoever asks now is the one who makes it, also where the window locks meanwhile. Since the role was asked for,
    // another case file may have been opened.
    const who = services.actor()
    if (!permits('backup.create', who?.roles ?? null)) return fail('application.notAllowed')
    const folder = await desktop.chooseFolder({
      title: { de: 'Ordner für die Sicherung', en: 'Folder for the backup' }
    })
    if (folder === null) return succeed<SavedDocument>(null)
    if (this.isLost || (this.location !== null && this.shared === null)) return fail('caseFile.notOpen')
    const key = await deviceKey.read()
    if (!key.ok) return key
    const made = await createBackup({
      store: this.shared ?? this.home,
      deviceKey: key.value,
      ledgerHead: services.head(),
      folder,
      passphrase,
      version,
      files: { ...streams, exists: (file) => files.exists(file) },
      now
    })
    if (!made.ok) return made
    const { file, statements, head } = made.value
    if (head !== null) {
      const recorded = await services.recordBackup(statements, head, who?.person ?? null)
      if (!recorded.ok) return fail('backup.notRecorded', { file })
    }
    return succeed<SavedDocument>({ file })
  }

  private async restoreBackup(passphrase: string): Promise<Result<LedgerVerification | null>> {
    const { desktop, services, local, streams, deviceKey, throttle, isDemoPerson, onRestored } = this.options
    const before = this.mustBeAtHome()
    if (!before.ok) return before
    const chosen = await desktop.chooseFiles({
      title: { de: 'Sicherung öffnen', en: 'Open a backup' },
      filters: [
        { name: { de: 'Sicherung von Netzwart', en: 'Backup of Netzwart' }, extensions: ['netzwart-backup'] }
      ],
      several: false
    })
    const [file] = chosen ?? []
    if (file === undefined) return succeed(null)
    return this.alone(async () => {
      // While the file was chosen another case file may have been opened.
      const still = this.mustBeAtHome()
      if (!still.ok) return still
      const ownDocuments = await this.ownDocuments()
      const restored = await throttle.attempt(
        'backup',
        () =>
          restoreBackup({
            store: local,
            file,
            passphrase,
            files: streams,
            ownDocuments,
            isDemoPerson,
            async keepDeviceKey(key) {
              // Before the rows count: a crash in between only makes this PC ask once more.
              await onRestored()
              return deviceKey.replace(key)
            }
          }),
        ({ code }) => code === 'backup.wrongPassphrase'
      )
      if (!restored.ok) return restored
      this.isLost = false
      await services.openOn(local)
      return services.verify()
    })
  }

  /** A backup fills this PC's own case file, which must be the one that is open. */
  private mustBeAtHome(): Result<undefined> {
    if (this.location !== null) return fail('caseFile.onServerAlready')
    return this.demo === null ? succeed() : fail('caseFile.demo')
  }

  /** This PC's own documents as they are: no backup brings others. */
  private async ownDocuments(): Promise<OwnDocuments> {
    const own = new Map<string, unknown>()
    for (const name of [preferencesName, locationName, moveName, demoName, attemptsName]) {
      const read = await this.options.local.readDocument(name)
      own.set(name, read.ok ? read.value : undefined)
    }
    return own
  }

  /**
   * Moves the case file to a server; see [Note: a case file that moves]. Whatever fails before this PC has written down
   * where the case file lies leaves it here; whatever fails afterwards is made up for at the next start.
   */
  private async moveTo({
    location,
    password,
    keepPassword
  }: ParsedInput<'caseFile.move'>): Promise<Result<undefined>> {
    const { local, services, openShared } = this.options
    if (this.location !== null || this.isLost) return fail('caseFile.onServerAlready')
    if (this.demo !== null) return fail('caseFile.demo')
    const opened = await openShared(location, password)
    if (!opened.ok) return opened
    const store = opened.value
    try {
      const sent = await sendCopy(local, store)
      if (!sent.ok) {
        await store.close()
        return sent
      }
      const move = { id: sent.value, after: services.head()?.sequence ?? 0 }
      await writeLocation(local, { location, move })
      this.move = move
    } catch (error) {
      await store.close()
      throw error
    }
    await this.take(store, location, password, keepPassword)
    return succeed()
  }

  /** What an attempt to move from here has left on the server is in nobody's way: it does not count. */
  private async seen(
    checked: Result<PostgresCheck>,
    location: PostgresLocation,
    password: string
  ): Promise<Result<PostgresCheck>> {
    if (!checked.ok || checked.value.schema !== 'ready' || checked.value.statements === 0) return checked
    const opened = await this.options.openShared(location, password)
    if (!opened.ok) return opened
    try {
      const isOwn = await isOwnCopy(this.options.local, opened.value)
      return isOwn ? succeed({ ...checked.value, statements: 0 }) : checked
    } finally {
      await opened.value.close()
    }
  }

  /** From now on the case file lies there, which was written down before; a server that is gone by now is a state. */
  private async take(
    store: Store,
    location: PostgresLocation,
    password: string,
    keepPassword: boolean
  ): Promise<void> {
    this.location = location
    this.password = password
    this.isLost = false
    const adopted = await this.adopt(store)
    if (!adopted.ok) this.failure = adopted.failure
    await this.keepPassword(password, keepPassword)
  }

  private async keepPassword(password: string, keep: boolean): Promise<void> {
    const { keychain } = this.options
    const { location } = this
    if (!keychain.available) return
    if (keep && location !== null) await keychain.keep(passwordName, password, placeOf(location))
    else await keychain.forget(passwordName)
  }

  async close(): Promise<void> {
    await this.options.services.close()
    await this.shared?.close()
    await this.demo?.close()
    this.shared = null
    this.demo = null
  }
}

/** Everything that decides where the password of the database goes. */
function placeOf(location: PostgresLocation): string {
  return documentDigest(location)
}
