import type { Account, AccountImage, Group, PersonKind, RawState } from '../../contract/accounts'
import type {
  Capabilities,
  Certificate,
  Connection,
  DirectoryLayout,
  SelfTest
} from '../../contract/directory'
import type { Failure, Result } from '../../contract/result'

/** A new account: the whole image; its groups and classes are joined as part of the creation. */
export type AccountDraft = AccountImage & { mail: string | null }

/**
 * The fields of an account that can be changed one by one. `classes` and `groups` are the whole new list.
 * A change of `login` renames the entry where the directory names entries by login.
 */
export type AccountChange = Partial<AccountImage>

/** What the caller knows of an account that it changes. */
export interface ChangeContext {
  /**
   * The memberships as the caller has seen them. Only what the change adds to them or takes from them is written, one
   * value in one group each, so that what others change meanwhile stays. Absent: those that the directory shows.
   */
  readonly seen?: Pick<AccountImage, 'classes' | 'groups'>
  /**
   * The login before a change of name or container that an earlier run has begun and whose outcome was lost. What that
   * run has left in groups under the old name, where nobody has it any more, is cleared away.
   */
  readonly formerLogin?: string
  /** With it: what kind the person was of, in whose container it may have been. */
  readonly formerKind?: PersonKind
}

export interface ReadOptions {
  readonly signal?: AbortSignal
  /** Called now and then with the number of accounts read so far. */
  readonly onProgress?: (read: number) => void
}

/** Everything below the base, read in one go. */
export interface DirectorySnapshot {
  readonly accounts: readonly Account[]
  readonly groups: readonly Group[]
  /**
   * Names (folded by `foldName`, or lower case) that no new login may take: groups, computers, accounts outside the containers, the
   * server's built-in names.
   */
  readonly reservedNames: readonly string[]
  /** Containers of the layout that do not exist yet (DNs). */
  readonly missingContainers: readonly string[]
}

/**
 * An open session with a directory as the bind account. Speaks of accounts, not of attributes.
 *
 * An account is a pupil, a teacher or one of the staff only where its container says so (in a container of several kinds:
 * where Netzwart's own mark says so) and no mark says something else. Where the two contradict each other, and outside all
 * containers of people, it is `other`, which no roster governs; a directory may also not show at all what lies outside.
 * A change of the kind writes the mark and moves the account.
 *
 * Every method is safe to call many times at once; the adapter pipelines. Every write is idempotent: asking
 * for what already is succeeds. No method throws for what a server or a network can do; it fails with a
 * `directory.*` code. `directory.connectionLost` and `directory.timeout` after a write mean that nobody knows
 * whether it happened; the caller reads back.
 */
export interface Directory {
  readonly connection: Connection
  readonly layout: DirectoryLayout
  readonly capabilities: Capabilities
  /** Requests under way at once that serve this server best; null: the caller's own choice. */
  readonly concurrency: number | null
  /** Characters of the shortest password that the server takes; 0: it does not say so. */
  readonly minimumPasswordLength: number

  /** Tries what the bind account may do on a probe entry and removes it again. */
  test(): Promise<Result<SelfTest>>

  readAll(options?: ReadOptions): Promise<Result<DirectorySnapshot>>
  /** null: there is no such account. */
  readAccount(id: string): Promise<Result<Account | null>>
  /** The account of a login; null: there is none. `directory.loginNotUnique`: there are several. */
  findAccount(login: string): Promise<Result<Account | null>>
  /** What this server takes for one name has one fold: of logins, groups and classes. */
  foldName(name: string): string
  readRawState(id: string): Promise<Result<RawState>>
  /** Names of all groups that are no classes, as they are now and not as they were read before. */
  groupNames(): Promise<Result<readonly string[]>>

  createContainer(dn: string): Promise<Result<undefined>>
  /** Fails with `directory.notFound` when it is not there. Only an empty container goes. */
  deleteContainer(dn: string): Promise<Result<undefined>>
  /** Makes an empty class group by the layout. */
  createClass(name: string): Promise<Result<undefined>>
  /** Only an empty class group goes; else `directory.changedSince`. */
  deleteClass(name: string): Promise<Result<undefined>>

  /**
   * Creates the account with its password, `mustChangePassword` and memberships. When the login already
   * exists: `directory.alreadyExists`, and nothing was touched. Login, number and made address are the account's alone,
   * also where others make accounts at the same time.
   */
  createAccount(draft: AccountDraft, password: string): Promise<Result<{ id: string }>>
  /**
   * Finishes what an interrupted creation may have left open: a number that others have, too, becomes another one.
   * `directory.alreadyExists`: another account has the login or the address, and this one has to go.
   */
  settleNames(id: string): Promise<Result<undefined>>
  /**
   * Nobody but the account of this id is touched, also when names have changed hands since it was read
   * (`directory.changedSince`). No change and a `formerLogin`: clears up only.
   */
  changeAccount(id: string, change: AccountChange, context?: ChangeContext): Promise<Result<undefined>>
  /**
   * Sets a password as an administrator; the person must change it at the next sign-in. A suspension stays, also when
   * the answer is lost at any point.
   */
  setPassword(id: string, password: string): Promise<Result<undefined>>
  /**
   * Tries a person's own password by a bind on a fresh connection, and answers the account. Nothing of it is kept.
   * `directory.signInRefused`: unknown login, wrong password, suspended, locked out, expired or marked as leaver (it
   * does not say which). `directory.passwordMustChange`: right, but the person must set a password of their own first
   * (P4).
   */
  signIn(login: string, password: string): Promise<Result<Account>>
  /** Takes back the server's lock after too many wrong passwords. */
  unlock(id: string): Promise<Result<undefined>>
  deleteAccount(id: string): Promise<Result<undefined>>

  close(): Promise<void>
}

interface OpenOptions {
  readonly signal?: AbortSignal
  /** Tells whether a suspension until a day is over, where the server only knows the day; absent: this PC's clock. */
  readonly now?: () => Date
}

/** Opens a session: connects, checks the certificate, binds, finds the layout and the capabilities. */
export type OpenDirectory = (
  connection: Connection,
  password: string,
  options?: OpenOptions
) => Promise<Result<Directory>>

/**
 * The one session with the connected directory that all services share. It is opened when first asked for and
 * anew after it was lost.
 */
export interface DirectoryAccess {
  /** `directory.notConnected`, `directory.passwordNeeded`, or why the server could not be reached. */
  open(): Promise<Result<Directory>>
  /** Tells that this session is lost; the next `open` connects anew. */
  lost(directory: Directory, failure: Failure): void
}

/** Fetches the certificates a server presents, leaf first, without trusting them. */
export type FetchCertificates = (url: string) => Promise<Result<readonly Certificate[]>>

/** The embedded school of made-up people to try everything on. */
export interface DemoSchool {
  /** Starts the embedded server (once) and says how to sign in to it. */
  start(): Promise<Result<{ readonly connection: Connection; readonly password: string }>>
  /** The prepared roster of the new school year. */
  roster(): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>>
  /** Ends the server; its data stay. */
  stop(): Promise<void>
}
