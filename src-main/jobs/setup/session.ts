import type { ApplicationState } from '../../contract/application'
import type { Connection, ConnectionChange } from '../../contract/directory'
import type { LedgerProblem } from '../../contract/ledger'
import { fail, succeed, type Failure, type Result } from '../../contract/result'
import type { Draft } from '../../core/ledger'
import type { Throttle } from '../../core/people/throttle'
import type { DemoSchool, Directory, DirectoryAccess, OpenDirectory } from '../../world/directory/port'
import type { Keychain } from '../../world/secrets/port'
import { connectionDigest, type ConnectionRecord, type SignedChange } from './connectionRecord'
import { trustOf, type ConfirmationMemory } from './trust'

const passwordName = 'bind-password'

export interface SessionOptions {
  readonly record: ConnectionRecord
  readonly confirmation: ConfirmationMemory
  readonly keychain: Keychain
  readonly openDirectory: OpenDirectory
  /** The school inside the data folder, which this process serves; null: a real case file, which never meets it. */
  readonly demo: DemoSchool | null
  /** Anybody at this PC may enter a bind password: whoever guesses is slowed down. */
  readonly throttle: Throttle
  /** The bind password for this run (`NETZWART_BIND_PASSWORD`); null: from the keychain or the person. */
  readonly bindPassword: string | null
  /** Fingerprint of a certificate as a person compares it. */
  readonly fingerprintOf: (pem: string) => string
  /** `directory.demoCaseFile`, `directory.demoElsewhere`: this case file must not meet that directory. */
  readonly mayMeet: (connection: Connection) => Result<undefined>
  /** The session was opened or lost, or another directory was chosen. */
  readonly onChange: (change: 'state' | 'directory') => void
}

/** What is known of the connection that is kept. It is exchanged as a whole: nobody ever sees one half of another. */
interface Known {
  readonly connection: Connection | null
  readonly signed: SignedChange | null
  readonly password: string | null
  /** Has not been confirmed at this PC: what is another than it was; null: it has. */
  readonly unconfirmed: readonly ConnectionChange['fields'][number][] | null
  /** The connection must not be used at all. */
  readonly refusal: Failure | null
  /** Why there is no connection though one may be kept. */
  readonly damage: Failure | null
}

const nothingKnown: Known = {
  connection: null,
  signed: null,
  password: null,
  unconfirmed: null,
  refusal: null,
  damage: null
}

/** Signs what is to be said about a connection; only where the case file is founded. */
export type SignChange = (said: Draft) => Promise<Result<undefined>>

/** The connection that is kept and the one session with it that all services share. */
export class DirectorySession implements DirectoryAccess {
  private known = nothingKnown
  private current: Directory | null = null
  private opening: Promise<Result<Directory>> | null = null
  private lastFailure: Failure | null = null
  /** Counts the choices of a directory, so that a session that opens too late is dropped. */
  private choice = 0
  private isAdopting = false

  constructor(private readonly options: SessionOptions) {}

  /**
   * Reads what is kept, and whether a password that is at hand may be sent there. A connection that cannot be read stays
   * as it is and is never guessed: opening then fails with `store.documentDamaged` until the person connects anew.
   */
  async load(): Promise<void> {
    const { choice } = this
    const known = await this.read()
    if (choice === this.choice) await this.become(known)
  }

  private async read(): Promise<Known> {
    const { record, confirmation, keychain, demo, bindPassword, fingerprintOf, mayMeet } = this.options
    if (demo !== null) return this.readDemo(demo)
    const confirmed = await confirmation.read()
    const recorded = await record.read(confirmed.kind === 'given' ? confirmed.connection : null)
    switch (recorded.kind) {
      case 'none':
        return nothingKnown
      case 'damaged':
        return {
          ...nothingKnown,
          damage: { code: 'store.documentDamaged', parameters: { document: 'connection' } }
        }
      case 'forged': {
        const refusal = { code: 'directory.connectionForged', parameters: {} } as const
        return { ...nothingKnown, connection: recorded.connection, refusal }
      }
      case 'known': {
        const { connection, signed } = recorded
        const allowed = mayMeet(connection)
        if (!allowed.ok) return { ...nothingKnown, connection, signed, refusal: allowed.failure }
        const kept = keychain.available
          ? await keychain.read(passwordName, connectionDigest(connection))
          : null
        const trust = trustOf(connection, signed, confirmed, { given: bindPassword, kept }, fingerprintOf)
        return { ...nothingKnown, connection, signed, ...trust }
      }
    }
  }

  /** The demo school is never anywhere else than in the data folder, whatever a document says: see `openAs`. */
  private async readDemo(demo: DemoSchool): Promise<Known> {
    const connection = await this.options.record.readDemo()
    if (connection !== null) return { ...nothingKnown, connection }
    const started = await demo.start()
    return started.ok
      ? { ...nothingKnown, connection: started.value.connection }
      : { ...nothingKnown, damage: started.failure }
  }

  get state(): ApplicationState['directory'] {
    const { connection, signed, unconfirmed } = this.known
    if (connection === null) return null
    const { profile, url, baseDn, bindDn } = connection
    return {
      profile,
      url,
      baseDn,
      bindDn,
      state: this.stateWord,
      capabilities: this.current?.capabilities ?? null,
      change:
        unconfirmed === null
          ? null
          : { by: signed?.by ?? '', at: signed?.at ?? null, fields: [...unconfirmed] }
    }
  }

  private get stateWord(): 'ready' | 'passwordNeeded' | 'unreachable' {
    if (this.current !== null) return 'ready'
    if (this.known.refusal !== null) return 'unreachable'
    if (this.needsPassword || this.lastFailure?.code === 'directory.wrongCredentials') return 'passwordNeeded'
    // Before the first attempt has ended, nothing speaks against it.
    return this.lastFailure === null ? 'ready' : 'unreachable'
  }

  private get needsPassword(): boolean {
    return this.options.demo === null && this.known.password === null
  }

  async open(): Promise<Result<Directory>> {
    const { connection, refusal, damage } = this.known
    if (refusal !== null) return { ok: false, failure: refusal }
    if (connection === null) {
      return damage === null ? fail('directory.notConnected') : { ok: false, failure: damage }
    }
    if (this.current !== null) return succeed(this.current)
    if (this.needsPassword) return this.passwordFailure(connection)
    if (this.opening !== null) return this.opening
    const opening = this.connect(connection).finally(() => {
      if (this.opening === opening) this.opening = null
    })
    this.opening = opening
    return opening
  }

  private passwordFailure({ url }: Connection): Result<Directory> {
    const { signed, unconfirmed } = this.known
    if (unconfirmed === null) return fail('directory.passwordNeeded')
    if (unconfirmed.every(({ before }) => before === '')) {
      return fail('directory.connectionNotConfirmed', { url })
    }
    return fail('directory.connectionChanged', { by: signed?.by ?? '', at: signed?.at ?? '' })
  }

  lost(directory: Directory, failure: Failure): void {
    if (this.current !== directory) return
    this.current = null
    this.lastFailure = failure
    void directory.close()
    this.options.onChange('state')
  }

  /**
   * Keeps this connection, whose session is open; the password only where it is wanted and can be kept. A case file that
   * is founded takes it only signed: `sign`, null: it is not founded. What fails before leaves everything as it was.
   */
  async adopt(
    directory: Directory,
    password: string,
    keepPassword: boolean,
    sign: SignChange | null
  ): Promise<Result<undefined>> {
    const { record, onChange, mayMeet } = this.options
    const { connection } = directory
    const allowed = mayMeet(connection)
    if (!allowed.ok) return allowed
    this.isAdopting = true
    try {
      const said = sign === null ? null : await record.change(connection)
      const signed = said === null || sign === null ? succeed() : await sign(said)
      if (!signed.ok) return signed
      await record.write(connection)
      await this.confirm(directory, connection, password, keepPassword)
    } finally {
      this.isAdopting = false
    }
    onChange('directory')
    return succeed()
  }

  /**
   * Opens the demo school's directory, which tells its password at each start; there is nothing to keep. What somebody
   * else is opening already, who found the school as it was left, is the same and goes on.
   */
  async openDemo(): Promise<Result<undefined>> {
    if (this.known.connection === null) await this.load()
    const opened = await this.open()
    if (!opened.ok) return opened
    await this.options.record.writeDemo(opened.value.connection)
    this.options.onChange('directory')
    return succeed()
  }

  /**
   * A password for the connection that is kept. Only one that the directory accepts is taken; the person who enters it
   * has seen where it goes. `people.tooManyAttempts`.
   */
  async enterPassword(password: string, keepPassword: boolean): Promise<Result<Directory>> {
    const { connection, refusal } = this.known
    if (refusal !== null) return { ok: false, failure: refusal }
    if (connection === null) return fail('directory.notConnected')
    if (this.options.demo !== null) return this.open()
    const choice = this.choice
    const opened = await this.options.throttle.attempt(
      `directory ${connectionDigest(connection)}`,
      () => this.options.openDirectory(connection, password),
      ({ code }) => code === 'directory.wrongCredentials'
    )
    if (!opened.ok) return opened
    if (choice !== this.choice) {
      await opened.value.close()
      return fail('application.cancelled')
    }
    await this.confirm(opened.value, connection, password, keepPassword)
    this.options.onChange('directory')
    return opened
  }

  /** Forgets connection and password. The directory stays as it is. */
  async forget(): Promise<void> {
    await this.become(nothingKnown)
    if (this.options.demo === null) {
      await this.options.record.forget()
      if (this.options.keychain.available) await this.options.keychain.forget(passwordName)
    }
    this.options.onChange('directory')
  }

  /** Another PC may have changed the connection: what was opened with the former one is left. */
  async review(): Promise<void> {
    const { record, demo, onChange } = this.options
    if (demo !== null || this.isAdopting) return
    const { connection } = this.known
    const recorded = await record.read(connection)
    const now = recorded.kind === 'known' ? connectionDigest(recorded.connection) : recorded.kind
    const before = connection === null ? 'none' : connectionDigest(connection)
    if (now === before || (recorded.kind === 'damaged' && connection === null)) return
    await this.load()
    onChange('directory')
  }

  /** What is wrong with the connection that the store holds. */
  async problems(): Promise<readonly LedgerProblem[]> {
    return this.options.demo === null ? this.options.record.problems() : []
  }

  /** Puts the signed connection in the place of what somebody has written there. */
  async mend(): Promise<void> {
    const { connection, refusal } = this.known
    if (connection === null || refusal !== null) return
    if ((await this.problems()).length > 0) await this.options.record.write(connection)
  }

  /** What is to be said about the connection when the case file is founded; null: nothing. */
  async toSign(): Promise<Draft | null> {
    const { connection } = this.known
    return this.options.demo !== null || connection === null ? null : this.options.record.change(connection)
  }

  async close(): Promise<void> {
    await this.opening?.catch(() => null)
    await this.current?.close()
    this.current = null
  }

  /** Leaves what was opened. What is known is another in the same moment, so that nothing is opened with the former. */
  private async become(known: Known, current: Directory | null = null): Promise<void> {
    const former = this.current
    this.choice += 1
    this.known = known
    this.current = current
    this.opening = null
    this.lastFailure = known.refusal ?? known.damage
    await former?.close()
  }

  /** A person has entered the password for this connection at this PC. */
  private async confirm(
    directory: Directory,
    connection: Connection,
    password: string,
    keepPassword: boolean
  ): Promise<void> {
    const { keychain, confirmation } = this.options
    await this.become({ ...nothingKnown, connection, password }, directory)
    await confirmation.write(connection)
    if (keepPassword && keychain.available) {
      await keychain.keep(passwordName, password, connectionDigest(connection))
    } else if (keychain.available) {
      await keychain.forget(passwordName)
    }
  }

  private async connect(connection: Connection): Promise<Result<Directory>> {
    const choice = this.choice
    const opened = await this.openAs(connection)
    if (choice !== this.choice) {
      if (opened.ok) await opened.value.close()
      return fail('application.cancelled')
    }
    if (opened.ok) {
      this.current = opened.value
      // The embedded server may listen on another port than last time.
      if (this.options.demo !== null) this.known = { ...nothingKnown, connection: opened.value.connection }
      // Also where an administrator's signature alone has let it through: the next one is another.
      if (this.options.demo === null) await this.options.confirmation.write(connection)
    }
    this.lastFailure = opened.ok ? null : opened.failure
    this.options.onChange('state')
    return opened
  }

  private async openAs(connection: Connection): Promise<Result<Directory>> {
    const { demo, openDirectory } = this.options
    if (demo === null) return openDirectory(connection, this.known.password ?? '')
    const started = await demo.start()
    return started.ok ? openDirectory(started.value.connection, started.value.password) : started
  }
}
