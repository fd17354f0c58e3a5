import { z } from 'zod'
import type { ApplicationState } from '../../contract/application'
import { connectionSchema, type Connection } from '../../contract/directory'
import { fail, succeed, type Failure, type Result } from '../../contract/result'
import type { DemoSchool, Directory, DirectoryAccess, OpenDirectory } from '../../world/directory/port'
import type { Keychain } from '../../world/secrets/port'
import type { DocumentShelf } from '../../world/store/port'

const connectionName = 'connection'
const passwordName = 'bind-password'

/**
 * `embedded`: the school inside the data folder, whose server this process starts. A demo directory that another
 * process serves is connected like any other directory, by its address.
 */
const keptConnectionSchema = connectionSchema.extend({ embedded: z.boolean().optional() })

export interface SessionOptions {
  readonly store: DocumentShelf
  readonly keychain: Keychain
  readonly openDirectory: OpenDirectory
  readonly demo: DemoSchool
  /** The bind password for this run (`NETZWART_BIND_PASSWORD`); null: from the keychain or the person. */
  readonly bindPassword: string | null
  /** The session was opened or lost, or another directory was chosen. */
  readonly onChange: (change: 'state' | 'directory') => void
}

/** The connection that is kept and the one session with it that all services share. */
export class DirectorySession implements DirectoryAccess {
  private connection: Connection | null = null
  private embedded = false
  private password: string | null = null
  private current: Directory | null = null
  private opening: Promise<Result<Directory>> | null = null
  private lastFailure: Failure | null = null
  /** Counts the choices of a directory, so that a session that opens too late is dropped. */
  private choice = 0

  constructor(private readonly options: SessionOptions) {}

  /**
   * Reads what is kept. A connection that cannot be read stays as it is and is never guessed: opening then fails
   * with `store.documentDamaged` until the person connects anew.
   */
  async load(): Promise<void> {
    const { store, keychain, bindPassword } = this.options
    const document = await store.readDocument(connectionName)
    const parsed = keptConnectionSchema.optional().safeParse(document.ok ? document.value : null)
    if (!parsed.success) {
      this.lastFailure = { code: 'store.documentDamaged', parameters: { document: connectionName } }
      return
    }
    if (parsed.data === undefined) return
    const { embedded, ...connection } = parsed.data
    this.connection = connection
    this.embedded = embedded ?? connection.profile === 'demo'
    this.password = bindPassword ?? (keychain.available ? await keychain.read(passwordName) : null)
  }

  get state(): ApplicationState['directory'] {
    if (this.connection === null) return null
    const { profile, url, baseDn, bindDn } = this.connection
    return {
      profile,
      url,
      baseDn,
      bindDn,
      state: this.stateWord,
      capabilities: this.current?.capabilities ?? null
    }
  }

  private get stateWord(): 'ready' | 'passwordNeeded' | 'unreachable' {
    if (this.current !== null) return 'ready'
    if (this.needsPassword || this.lastFailure?.code === 'directory.wrongCredentials') return 'passwordNeeded'
    // Before the first attempt has ended, nothing speaks against it.
    return this.lastFailure === null ? 'ready' : 'unreachable'
  }

  private get needsPassword(): boolean {
    return !this.embedded && this.password === null
  }

  async open(): Promise<Result<Directory>> {
    if (this.connection === null) {
      return this.lastFailure === null
        ? fail('directory.notConnected')
        : { ok: false, failure: this.lastFailure }
    }
    if (this.current !== null) return succeed(this.current)
    if (this.needsPassword) return fail('directory.passwordNeeded')
    this.opening ??= this.connect(this.connection).finally(() => (this.opening = null))
    return this.opening
  }

  lost(directory: Directory, failure: Failure): void {
    if (this.current !== directory) return
    this.current = null
    this.lastFailure = failure
    void directory.close()
    this.options.onChange('state')
  }

  /** Keeps this connection, whose session is open. The password only where it is wanted and can be kept. */
  async adopt(
    directory: Directory,
    password: string,
    keepPassword: boolean,
    embedded = false
  ): Promise<void> {
    const { store, keychain, onChange } = this.options
    await this.leave()
    this.connection = directory.connection
    this.embedded = embedded
    this.password = password
    this.current = directory
    await store.writeDocument(connectionName, { ...directory.connection, embedded })
    await this.keep(keepPassword && keychain.available ? password : null)
    onChange('directory')
  }

  /** A password for the connection that is kept. Only one that the directory accepts is taken. */
  async enterPassword(password: string, keepPassword: boolean): Promise<Result<Directory>> {
    if (this.connection === null) return fail('directory.notConnected')
    const opened = await this.options.openDirectory(this.connection, password)
    if (!opened.ok) return opened
    await this.adopt(opened.value, password, keepPassword, this.embedded)
    return opened
  }

  /** Forgets connection and password. The directory stays as it is. */
  async forget(): Promise<void> {
    await this.leave()
    this.connection = null
    this.embedded = false
    this.password = null
    await this.options.store.deleteDocument(connectionName)
    await this.keep(null)
    this.options.onChange('directory')
  }

  async close(): Promise<void> {
    await this.opening?.catch(() => null)
    await this.current?.close()
    this.current = null
  }

  private async leave(): Promise<void> {
    this.choice += 1
    const former = this.current
    this.current = null
    this.lastFailure = null
    await former?.close()
  }

  private async keep(password: string | null): Promise<void> {
    const { keychain } = this.options
    if (password !== null) await keychain.keep(passwordName, password)
    else if (keychain.available) await keychain.forget(passwordName)
  }

  private async connect(connection: Connection): Promise<Result<Directory>> {
    const choice = this.choice
    const opened = await this.openAs(connection)
    if (choice !== this.choice) {
      if (opened.ok) await opened.value.close()
      return fail('application.cancelled')
    }
    if (opened.ok) this.current = opened.value
    this.lastFailure = opened.ok ? null : opened.failure
    this.options.onChange('state')
    return opened
  }

  private async openAs(connection: Connection): Promise<Result<Directory>> {
    const { demo, openDirectory } = this.options
    if (!this.embedded) return openDirectory(connection, this.password ?? '')
    // The embedded server may listen on another port than last time.
    const started = await demo.start()
    return started.ok ? openDirectory(started.value.connection, started.value.password) : started
  }
}
