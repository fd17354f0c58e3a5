import type { CaseFileState, PostgresLocation } from '../../contract/caseFile'
import type { LedgerHead, LedgerVerification } from '../../contract/ledger'
import { fail, succeed, type Failure, type Result } from '../../contract/result'
import { oneAfterTheOther } from '../../core/cooperation'
import type { FindActor } from '../../core/people/actor'
import type { Throttle } from '../../core/people/throttle'
import { documentDigest } from '../../desks/settings'
import type { Keychain } from '../../world/secrets/port'
import { StoreFailure, type OpenSharedStore, type Store } from '../../world/store/port'
import { demoName, forgetMove, keptLocationSchema, locationName, type Move } from './ownDocuments'

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

export interface CaseFilePlaceOptions {
  /** The store of this PC; the case file lies in it as long as no server has it. */
  readonly local: Store
  /** The store of the demo school, apart from that of a real one. */
  readonly openDemoStore: () => Promise<Result<Store>>
  readonly keychain: Keychain
  readonly openShared: OpenSharedStore
  /** The password of the app's role for this run (`NETZWART_DATABASE_PASSWORD`); null: from the keychain or asked. */
  readonly password: string | null
  readonly services: CaseFileServices
  /** Anybody at this PC may enter a password of the database: whoever guesses is slowed down. */
  readonly throttle: Throttle
  /** The state has become another one without anybody being answered by it. */
  readonly onState: () => void
}

const passwordName = 'case-file-password'

/** Where the case file lies, on this PC or on a server that several PCs share, and the store that is open there. */
export class CaseFilePlace {
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
  readonly inTurn = oneAfterTheOther()

  constructor(private readonly options: CaseFilePlaceOptions) {}

  /** The demo school's store is open, or about to be. */
  get isInDemo(): boolean {
    return this.demo !== null
  }

  get state(): CaseFileState {
    const { location, failure } = this
    if (this.isLost) return { kind: 'postgres', place: '', state: 'unreachable', failure }
    if (location === null) {
      return { kind: 'sqlite', place: '', state: failure === null ? 'ready' : 'unreachable', failure }
    }
    const place = `${location.host}:${location.port}/${location.database}`
    const needsPassword =
      this.shared === null && (this.password === null || failure?.code === 'store.wrongCredentials')
    const state = this.shared !== null ? 'ready' : needsPassword ? 'passwordNeeded' : 'unreachable'
    return { kind: 'postgres', place, state, failure: this.shared === null ? failure : null }
  }

  /** The store that is open; null: none is. */
  get store(): Store | null {
    if (this.isLost || (this.location !== null && this.shared === null)) return null
    return this.shared ?? this.home
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
   * demo leaves that store. Where one is for the next start is written down when it is open there, so that a disk that
   * takes no more keeps everything where it was. `caseFile.onServerAlready`, `caseFile.ownCaseFile`: this PC works with a
   * real case file.
   */
  async enterDemo(): Promise<Result<undefined>> {
    if (this.demo !== null) return succeed()
    return this.alone(async () => {
      const { local, openDemoStore } = this.options
      if (this.demo !== null) return succeed()
      if (this.location !== null || this.isLost) return fail('caseFile.onServerAlready')
      if ((await local.readStatements(0, 1)).length > 0) return fail('caseFile.ownCaseFile')
      const opened = await openDemoStore()
      if (!opened.ok) return opened
      const entered = await this.change(opened.value, () => local.writeDocument(demoName, true))
      if (!entered.ok) await opened.value.close()
      return entered
    })
  }

  /**
   * Back to this PC's own case file; where that cannot be opened one stays in the demo school. Nothing happens where one is
   * not in it.
   */
  async leaveDemo(): Promise<Result<undefined>> {
    if (this.demo === null) return succeed()
    return this.alone(async () => {
      const { demo } = this
      if (demo === null) return succeed()
      const left = await this.change(null, () => this.options.local.deleteDocument(demoName))
      if (left.ok) await demo.close()
      return left
    })
  }

  /** Goes into the demo school, or out of it (null). Whatever fails, one is where one was. */
  private async change(demo: Store | null, keep: () => Promise<void>): Promise<Result<undefined>> {
    const before = this.demo
    this.demo = demo
    const opened = await this.openHome()
    const kept = opened.ok ? await answered(keep) : opened
    if (kept.ok) return kept
    this.demo = before
    await this.openHome()
    return kept
  }

  /** Opens the case file on this PC. Where that fails, nothing is open, and the person can try again. */
  private async openHome(): Promise<Result<undefined>> {
    // What is built on it tells its state at once, and that state is: open.
    this.failure = null
    const opened = await answered(() => this.options.services.openOn(this.home))
    if (opened.ok) return opened
    this.failure = opened.failure
    await this.options.services.close()
    this.options.onState()
    return opened
  }

  /** The store on this PC that the case file lies in. */
  private get home(): Store {
    return this.demo ?? this.options.local
  }

  /** One after the other, and nobody else works on the case file meanwhile. */
  alone<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
    return this.inTurn(() => this.options.services.exclusively(work))
  }

  /**
   * The case file must lie in this PC's own store: it can move from there, and be filled there.
   * `caseFile.onServerAlready`, `caseFile.demo`.
   *
   * @param lost whether that is also where nobody can tell any more where it lies
   */
  mustBeOwn(lost: 'counts' | 'refused'): Result<undefined> {
    if (this.location !== null || (this.isLost && lost === 'refused')) return fail('caseFile.onServerAlready')
    return this.demo === null ? succeed() : fail('caseFile.demo')
  }

  /** What a backup has put into this PC's own store is the case file now. */
  async reopen(): Promise<Result<undefined>> {
    this.isLost = false
    return this.openHome()
  }

  /** Works with the case file that other PCs have on a server already. */
  async join(location: PostgresLocation, password: string, keep: boolean): Promise<Result<undefined>> {
    const { local, openShared } = this.options
    const own = this.mustBeOwn('counts')
    if (!own.ok) return own
    // Whoever has a case file here would lose it from sight.
    const statements = this.isLost ? [] : await local.readStatements(0, 1)
    if (statements.length > 0) return fail('caseFile.ownCaseFile')
    const opened = await this.attempt(location, () => openShared(location, password))
    if (!opened.ok) return opened
    const store = opened.value
    if ((await store.incomingMove()) !== null) {
      await store.close()
      return fail('caseFile.incoming')
    }
    await local.writeDocument(locationName, { location })
    await this.take(store, location, password, keep)
    return succeed()
  }

  /** Opens the case file where it lies, with this password or (null) the one that is known. */
  async retry(password: string | null, keep: boolean): Promise<Result<undefined>> {
    const { location } = this
    if (password === null || location === null) return this.reach()
    const reached = await this.attempt(location, () => {
      this.password = password
      return this.reach()
    })
    if (reached.ok) await this.keepPassword(password, keep)
    return reached
  }

  /** A password that somebody enters for the app's role. `people.tooManyAttempts`. */
  private attempt<Value>(
    { host, port, database, role }: PostgresLocation,
    work: () => Promise<Result<Value>>
  ): Promise<Result<Value>> {
    return this.options.throttle.attempt(
      `database ${JSON.stringify([host.toLowerCase(), port, database, role])}`,
      work,
      ({ code }) => code === 'store.wrongCredentials'
    )
  }

  /** Tries to open the store where it lies. */
  private async reach(): Promise<Result<undefined>> {
    const { location, password, failure } = this
    if (this.isLost && failure !== null) return { ok: false, failure }
    if (location === null) return failure === null ? succeed() : this.openHome()
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

  /** From now on the case file lies there, which was written down before; a server that is gone by now is a state. */
  async take(
    store: Store,
    location: PostgresLocation,
    password: string,
    keepPassword: boolean,
    move: Move | null = null
  ): Promise<void> {
    this.location = location
    this.move = move
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

/** A store that fails answers so. */
async function answered(work: () => Promise<void>): Promise<Result<undefined>> {
  try {
    await work()
    return succeed()
  } catch (error) {
    if (error instanceof StoreFailure) return { ok: false, failure: error.failure }
    throw error
  }
}
