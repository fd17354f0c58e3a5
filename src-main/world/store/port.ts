import type { Plan, RunState, Step, StepOutcome } from '../../contract/plan'
import type { PostgresCheck, PostgresLocation } from '../../contract/caseFile'
import type { Failure, Result } from '../../contract/result'

/**
 * What the journal knows of one step. `started` without an outcome: nobody knows whether it happened. `open`: the
 * intent was taken back before the outside world was touched.
 */
export interface StepRecord {
  readonly step: string
  readonly outcome: StepOutcome
  readonly failure: Failure | null
  /** The lasting id of what the step made, where it made something. */
  readonly targetId: string | null
  /** ISO, UTC. */
  readonly at: string
}

export interface PlanRecord {
  readonly hash: string
  readonly plan: Plan
  readonly createdAt: string
  /** `running` may be left over from a process that was killed. */
  readonly state: RunState
  /** Why the last run stopped before its end. */
  readonly stoppedBy: Failure | null
  /** Answered with the numbers where the accident guard asks for them (0 or absent: not asked for); null: no guard. */
  readonly confirmation: {
    readonly leavers: number
    readonly governed: number
    readonly renames?: number | undefined
  } | null
}

/** Which plans are listed. */
export interface PlanQuery {
  /** Of these jobs; none: no plan. */
  readonly jobs: readonly string[]
  /**
   * Words that must all occur in the name, label or class of one step, in any way of writing them (`contract/search`);
   * empty: every plan.
   */
  readonly words: readonly string[]
  readonly offset: number
  readonly limit: number
}

/** A plan without its steps, and what its steps come to. */
export interface PlanOverview extends Omit<PlanRecord, 'plan'> {
  readonly head: Omit<Plan, 'steps'>
  /** How many steps of a kind there are for a class. */
  readonly tallies: readonly { readonly kind: string; readonly schoolClass: string; readonly count: number }[]
  /** Whom or what a plan of one step is about; null: it has several. */
  readonly subject: string | null
  /** Steps by their latest outcome; those without a record are in none. */
  readonly outcomes: Readonly<Partial<Record<StepOutcome, number>>>
}

export interface PlanPage {
  /** All plans that the query means. */
  readonly total: number
  readonly plans: readonly PlanOverview[]
}

/** Which step of which plan. */
export interface StepPlace {
  readonly plan: string
  readonly step: string
}

/** A step and the latest that is known of it. */
export interface JournalEntry {
  readonly plan: string
  readonly step: Step
  readonly record: StepRecord
}

/**
 * Plans and what became of their steps. Writes are durable when the promise resolves: the engine relies on
 * it, since intent is recorded before the outside world is touched.
 */
export interface PlanJournal {
  /**
   * A plan of the same hash that is there already stays as it is. `createdAt`: ISO, UTC. `steps`: the JSON of each, where it
   * is written already.
   *
   * @returns whether it was not there yet.
   */
  addPlan(
    plan: Plan,
    hash: string,
    confirmation: PlanRecord['confirmation'],
    createdAt: string,
    steps?: readonly string[]
  ): Promise<boolean>
  findPlan(hash: string): Promise<PlanRecord | null>
  /** Hashes that begin with the prefix (at least 4 digits). */
  findHashes(prefix: string): Promise<readonly string[]>
  /** The plan that takes this one back; null: nobody has begun to. */
  findUndo(hash: string): Promise<string | null>
  /** Plans of these jobs, newest first, a page of them, with their steps counted and not read. */
  listPlans(query: PlanQuery): Promise<PlanPage>
  setPlanState(hash: string, state: PlanRecord['state'], stoppedBy: Failure | null): Promise<void>
  /** Latest record of each step that has one. */
  readSteps(hash: string): Promise<ReadonlyMap<string, StepRecord>>
  /**
   * Appends all records in one durable transaction, together with the secrets that belong to them. The secret of
   * a step that ends up `open`, `failed` or `undone` is destroyed with it: it opens nothing.
   */
  record(hash: string, records: readonly StepRecord[], secrets?: readonly SealedSecret[]): Promise<void>
  /**
   * Steps of all plans that touched this target, newest first. `since`: only what was recorded after that step was first
   * begun, by the journal's own order and no PC's clock, and without the step itself.
   */
  historyOf(targetId: string, since?: StepPlace): Promise<readonly JournalEntry[]>
}

/** A provisional password, sealed with the device key; it exists until its slip is printed. */
export interface SealedSecret {
  readonly plan: string
  readonly step: string
  readonly login: string
  readonly sealed: Uint8Array
}

export interface SecretShelf {
  listSecrets(): Promise<readonly (SealedSecret & { readonly at: string })[]>
  destroySecrets(secrets: readonly { readonly plan: string; readonly step: string }[]): Promise<void>
}

/** Logins that were in use once and are blocked for a time, and what rosters told about persons. */
export interface PersonRegister {
  usedLogins(): Promise<readonly { readonly login: string; readonly lastSeen: string }[]>
  rememberLogins(logins: readonly string[], day: string): Promise<void>
  /** For logins whose accounts were taken back before anyone used them. */
  forgetLogins(logins: readonly string[]): Promise<void>
  /** Birth dates by account id, from earlier rosters: what matches persons where a roster has no id number. */
  birthDates(): Promise<ReadonlyMap<string, string>>
  rememberBirthDates(dates: ReadonlyMap<string, string>): Promise<void>
  /**
   * Ends (ISO, UTC) of suspensions by account id, where the directory does not end them itself: there the app
   * lifts them when they are due.
   */
  dueSuspensions(): Promise<ReadonlyMap<string, string>>
  rememberSuspension(account: string, until: string): Promise<void>
  forgetSuspension(account: string): Promise<void>
}

/** Settings and profiles as JSON documents by name. The caller parses what it reads. */
export interface DocumentShelf {
  /** undefined: there is none of this name. A document that is no JSON any more: `store.documentDamaged`. */
  readDocument(name: string): Promise<Result<unknown>>
  writeDocument(name: string, value: unknown): Promise<void>
  deleteDocument(name: string): Promise<void>
}

/** A statement of the ledger as it lies in the store; `core/ledger` knows what it says. */
export interface StatementRow {
  readonly sequence: number
  /** SHA-256 over text, a line feed and signature; 64 lower-case hex digits. */
  readonly hash: string
  /** Canonical JSON, byte for byte what was signed. */
  readonly text: string
  /** Ed25519, base64url without padding. */
  readonly signature: string
}

/** What is personal about a statement, bound to it by a salted hash. */
export interface PayloadRow {
  readonly hash: string
  /** 32 hex digits. */
  readonly salt: string
  /** Canonical JSON. */
  readonly text: string
}

/** A person's private keys, sealed with their passphrase. */
export interface SealedKeyRow {
  readonly fingerprint: string
  readonly person: string
  /** Public keys and how they were sealed, JSON. */
  readonly description: string
  readonly sealed: Uint8Array
  /** ISO, UTC. */
  readonly createdAt: string
}

/** What an append writes: statements in order, and their payloads. */
export interface Appendix {
  readonly statements: readonly StatementRow[]
  readonly payloads: readonly PayloadRow[]
}

/** The ledger's rows. There is no way to change or delete a statement. */
export interface LedgerShelf {
  /** At most `limit` statements with a sequence number above `after`, in order. */
  readStatements(after: number, limit: number): Promise<readonly StatementRow[]>
  /** Payloads of these hashes that are there. */
  readPayloads(hashes: readonly string[]): Promise<readonly PayloadRow[]>
  /**
   * Appends in one durable transaction that no other append comes between, also from another PC. `compose` is called
   * inside it, at once, with all statements above `after` and the store's time (ISO, UTC: the server's where there
   * is one), and says what to write; a failure of it writes nothing. Answers what was above `after` before and what
   * was written. `store.full`, `store.unreachable`: nothing was written. `caseFile.incoming`: it does not count yet.
   */
  append<Value>(
    after: number,
    compose: (fresh: readonly StatementRow[], time: string) => Result<{ appendix: Appendix; value: Value }>
  ): Promise<Result<Value>>
  /** A newer version has brought the store's schema to a level that this one does not know, while it was open here. */
  isNewer(): Promise<boolean>
  /** The store's time (ISO, UTC, to the millisecond), by the clock that appends go by. */
  readTime(): Promise<string>
  keepKey(key: SealedKeyRow): Promise<void>
  /** null: there is none of this fingerprint. */
  findKey(fingerprint: string): Promise<SealedKeyRow | null>
  /** Newest first. */
  keysOf(person: string): Promise<readonly SealedKeyRow[]>
}

/** Sealed evidence that lies in the store, without what was sealed. */
export interface EvidenceRow {
  /** Id of the evidence (UUID). */
  readonly id: string
  /** Id of the order. */
  readonly order: string
  /** ISO, UTC. */
  readonly createdAt: string
}

/** Sealed evidence as it lies in the store; `core/evidence` knows what it says. */
export interface KeptEvidence extends EvidenceRow {
  readonly head: string
  /** JSON. */
  readonly recipients: string
  readonly parts: readonly Uint8Array[]
}

export interface EvidenceShelf {
  /** Keeps it whole or not at all. */
  keepEvidence(evidence: KeptEvidence): Promise<void>
  /** null: there is none of this id. */
  findEvidence(id: string): Promise<KeptEvidence | null>
  /** Oldest first. */
  listEvidence(): Promise<readonly EvidenceRow[]>
  /** Leaves nothing of it in the store. `false`: there was nothing. */
  destroyEvidence(id: string): Promise<boolean>
}

/** Something that one PC says to another in passing; the jobs know what it says. */
export interface Exchange {
  /** UUID. */
  readonly id: string
  /** What belongs together (UUID). */
  readonly thread: string
  readonly kind: string
  readonly content: string
  /** ISO, UTC: afterwards nobody finds it any more. */
  readonly until: string
}

/** What two PCs say to each other in passing. Nothing of it is in backups, nor moves with the case file. */
export interface ExchangeShelf {
  /** Other PCs hear that there is something new. */
  postExchange(exchange: Exchange): Promise<void>
  /** What is there at this instant (ISO, UTC), the first to end first; what has ended is deleted. */
  listExchanges(now: string): Promise<readonly Exchange[]>
  /** Takes one of a kind out of a thread: of all who ask for it one gets it. null: there is none. */
  takeExchange(thread: string, kind: string): Promise<Exchange | null>
  /** `false`: it is not there any more. */
  prolongExchange(id: string, until: string): Promise<boolean>
  /** Other PCs hear of it. `false`: it was not there any more. */
  removeExchange(id: string): Promise<boolean>
}

/** What was written by another PC that shares the store. */
export type ForeignChange = 'ledger' | 'plans' | 'documents' | 'exchanges'

/** Who has a lock: something else in this very app, or another PC. */
export type LockHolder = 'thisApp' | 'anotherPc'

/** Working together with other PCs on one store. In a store of one PC nobody else is there. */
export interface SharedWork {
  /**
   * Takes a lock by name, waiting at most so long (milliseconds). It is released by the answer, and by itself when this
   * process or its connection ends. Where somebody else has it, the answer says who.
   */
  lock(name: string, waitMilliseconds: number): Promise<(() => Promise<void>) | LockHolder>
  /** Listens to what other PCs write; the answer ends listening. */
  onForeignChange(listener: (change: ForeignChange) => void): () => void
}

/** A row of any table, for copies into another store: table name and columns as JSON values (bytes as base64). */
export interface CopiedRow {
  readonly table: string
  readonly row: Readonly<Record<string, string | number | null>>
}

/** Whole copies, for backups. */
export interface StoreCopy {
  /** Every row of one consistent state, tables in an order in which they can be inserted again. */
  copyOut(): AsyncIterable<CopiedRow>
  /** Fills an empty store in one transaction, all or nothing. `store.notEmpty`, `store.copyUnreadable`. */
  copyIn(rows: AsyncIterable<CopiedRow>): Promise<Result<undefined>>
}

/**
 * A store that a case file moves into. What has been received does not count before `countFromNow`: until then nobody
 * appends to its ledger (`caseFile.incoming`), on whatever PC.
 */
export interface MoveTarget {
  /**
   * Fills an empty store in one transaction, all or nothing; what an earlier attempt of the same move has left is brought
   * up to date. `move`: id of the move. `store.notEmpty`, `store.copyUnreadable`, `caseFile.incoming` (of another move).
   * `store.unreachable`: nobody knows whether it was received; it does not count in either case.
   */
  receive(rows: AsyncIterable<CopiedRow>, move: string): Promise<Result<undefined>>
  /** Id of the move whose copy lies here and does not count yet; null: what lies here counts. */
  incomingMove(): Promise<string | null>
  /** From now on what was received by this move counts. */
  countFromNow(move: string): Promise<void>
}

export interface Store
  extends
    PlanJournal,
    SecretShelf,
    PersonRegister,
    DocumentShelf,
    LedgerShelf,
    EvidenceShelf,
    ExchangeShelf,
    SharedWork,
    StoreCopy,
    MoveTarget {
  readonly kind: 'sqlite' | 'postgres'
  close(): Promise<void>
}

/** Opens the store of a data folder and brings its schema up to date. `store.inUse`: another process has it. */
export type OpenStore = (folder: string) => Promise<Result<Store>>

/** Opens the store on a server as the app's role. `store.unreachable`, `store.wrongCredentials`, `store.notPrepared`, `store.newerSchema`. */
export type OpenSharedStore = (location: PostgresLocation, password: string) => Promise<Result<Store>>

/** Setting a server's store up, as the owner of the database. */
export interface SharedStoreSetup {
  /** Looks without changing anything. */
  check(location: PostgresLocation, password: string): Promise<Result<PostgresCheck>>
  /**
   * Makes or updates the schema and gives the app's role (made where it is missing, with `password`) its rights: no
   * UPDATE, DELETE or TRUNCATE on the ledger. `owner`: a role that owns the database; used once, kept nowhere.
   */
  prepare(
    location: PostgresLocation,
    password: string,
    owner: { readonly role: string; readonly password: string }
  ): Promise<Result<PostgresCheck>>
}

/**
 * Thrown by a store for what can happen to any store at any time (disk full, server gone). Gateway and command line
 * answer its failure. The write that threw is not there, or is not confirmed; earlier ones stay.
 */
export class StoreFailure extends Error {
  constructor(
    readonly failure: Failure,
    options?: ErrorOptions
  ) {
    super(failure.code, options)
  }
}
