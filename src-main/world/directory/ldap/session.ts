import {
  BindRequest,
  Change,
  DeleteRequest,
  ExtendedRequest,
  ModifyDNRequest,
  ModifyRequest,
  PagedResultsControl,
  type Control
} from 'ldapts'
import { fail, succeed, type Result } from '../../../contract/result'
import { parseAddress, type ServerAddress } from './address'
import { LdapConnection, type ConnectionOptions, type Writable } from './connection'
import { LdapEntry } from './entry'
import { failureOf, ResultCode } from './failures'
import { present } from './filters'
import {
  addRequest,
  attributeOf,
  Oid,
  searchRequest,
  type Modification,
  type NewAttributes,
  type SearchOptions
} from './requests'
import { readPagedCookie, type LdapOutcome } from './messages'
import { Gate } from './gate'

export { addRequest, AssertionControl, Oid, PostReadControl } from './requests'
export type { Modification, NewAttributes, SearchOptions } from './requests'

export interface SessionOptions {
  readonly url: string
  readonly caCertificate: string | null
  readonly bindDn: string
  readonly password: string
  readonly connectTimeout?: number
  readonly operationTimeout?: number
  /** Requests under way at once; servers end connections that ask for too much (slapd: 1000). */
  readonly concurrency?: number
  readonly signal?: AbortSignal
}

const defaultConnectTimeout = 10_000
const defaultOperationTimeout = 30_000
const defaultConcurrency = 64
const defaultPageSize = 1000

/** Attributes of the root entry that the adapters look at (RFC 4512 5.1). */
const rootAttributes = ['*', '+']

/**
 * A session with a directory server as one account. Connections are opened when needed and bound before
 * anything else is sent on them. A write is never repeated: when the connection is lost, everything under way
 * fails with `directory.connectionLost` and the next call opens a new connection.
 */
export class LdapSession {
  readonly address: ServerAddress
  readonly bindDn: string
  /** The root entry: naming contexts, supported controls, vendor. Read once, after the bind. */
  readonly root: LdapEntry
  readonly #connectionOptions: ConnectionOptions
  readonly #password: string
  readonly #gate: Gate
  readonly #pageGate = new Gate(1)
  #connection: Promise<Result<LdapConnection>>
  #closed = false

  private constructor(
    options: SessionOptions,
    connectionOptions: ConnectionOptions,
    connection: LdapConnection,
    root: LdapEntry
  ) {
    this.address = connectionOptions.address
    this.bindDn = options.bindDn
    this.root = root
    this.#connectionOptions = connectionOptions
    this.#password = options.password
    this.#gate = new Gate(options.concurrency ?? defaultConcurrency)
    this.#connection = Promise.resolve(succeed(connection))
  }

  /** Connects, checks the certificate, binds, reads the root entry. */
  static async open(options: SessionOptions): Promise<Result<LdapSession>> {
    const address = parseAddress(options.url)
    if (!address.ok) return address
    const connectionOptions: ConnectionOptions = {
      address: address.value,
      caCertificate: options.caCertificate,
      connectTimeout: options.connectTimeout ?? defaultConnectTimeout,
      operationTimeout: options.operationTimeout ?? defaultOperationTimeout
    }
    const connection = await openBound(
      { ...connectionOptions, ...(options.signal ? { signal: options.signal } : {}) },
      options.bindDn,
      options.password
    )
    if (!connection.ok) return connection
    const root = await searchOn(connection.value, {
      base: '',
      scope: 'base',
      filter: present('objectClass'),
      attributes: rootAttributes
    })
    if (!root.ok) {
      connection.value.close()
      return root
    }
    const entry = root.value[0] ?? new LdapEntry('', Buffer.alloc(0), new Map())
    return succeed(new LdapSession(options, connectionOptions, connection.value, entry))
  }

  /** Requests of this session that are under way. */
  get underWay(): number {
    return this.#gate.running
  }

  /** Whether the root entry lists this control, extension or feature. */
  supports(oid: string): boolean {
    return ['supportedcontrol', 'supportedextension', 'supportedfeatures'].some((attribute) =>
      this.root.all(attribute).includes(oid)
    )
  }

  /**
   * Sends one request and waits for its end. Ordinary callers use the methods below; this one is for requests
   * whose outcome needs a closer look. Fails only for the network's reasons.
   */
  async exchange(
    build: (messageId: number) => Writable,
    onEntry: ((entry: LdapEntry) => void) | null = null,
    signal?: AbortSignal
  ): Promise<Result<LdapOutcome>> {
    return this.#gate.pass(async () => {
      const connection = await this.#acquire()
      return connection.ok ? connection.value.request(build, onEntry, signal) : connection
    })
  }

  /** All entries that match, in one answer. For many entries use `searchEach`. */
  async search(options: SearchOptions): Promise<Result<LdapEntry[]>> {
    const entries: LdapEntry[] = []
    const outcome = await this.exchange(
      searchRequest(options),
      (entry) => {
        entries.push(entry)
      },
      options.signal
    )
    return finish(outcome, entries, options)
  }

  /** One entry by DN; null: it does not exist (or may not be seen). */
  async read(
    dn: string,
    attributes: readonly string[],
    signal?: AbortSignal
  ): Promise<Result<LdapEntry | null>> {
    const found = await this.search({
      base: dn,
      scope: 'base',
      filter: present('objectClass'),
      attributes,
      ...(signal === undefined ? {} : { signal })
    })
    if (found.ok) return succeed(found.value[0] ?? null)
    return found.failure.code === 'directory.notFound' ? succeed(null) : found
  }

  /**
   * Hands out every matching entry as it arrives, page by page (RFC 2696) where the server supports it.
   * Entries are visited in turns, so that the rest of the app stays responsive. Paged searches of a session
   * queue up: servers keep the place of only one per connection.
   */
  async searchEach(
    options: SearchOptions & { readonly pageSize?: number },
    visit: (entry: LdapEntry) => void
  ): Promise<Result<undefined>> {
    if (!this.supports(Oid.pagedResults)) {
      return finish(await this.exchange(searchRequest(options), visit, options.signal), undefined, options)
    }
    return this.#pageGate.pass(async () => {
      const size = options.pageSize ?? defaultPageSize
      let cookie: Buffer = Buffer.alloc(0)
      for (;;) {
        const page = new PagedResultsControl({ critical: true, value: { size, cookie } })
        const request = searchRequest({ ...options, controls: [...(options.controls ?? []), page] })
        const outcome = await this.exchange(request, visit, options.signal)
        const result = finish(outcome, undefined, options)
        if (!result.ok || !outcome.ok) return result
        cookie = readPagedCookie(outcome.value)
        if (cookie.length === 0) return result
      }
    })
  }

  async add(
    dn: string,
    attributes: NewAttributes,
    controls: readonly Control[] = []
  ): Promise<Result<undefined>> {
    return this.#write(addRequest(dn, attributes, controls), dn)
  }

  /** All modifications happen or none (RFC 4511 4.6). No modifications: nothing is sent. */
  async modify(
    dn: string,
    modifications: readonly Modification[],
    controls: readonly Control[] = []
  ): Promise<Result<undefined>> {
    if (modifications.length === 0) return succeed()
    return this.#write(
      (messageId) =>
        new ModifyRequest({
          messageId,
          dn,
          changes: modifications.map(
            ({ type, attribute, values }) =>
              new Change({ operation: type, modification: attributeOf(attribute, values) })
          ),
          controls: [...controls]
        }),
      dn
    )
  }

  /** Gives an entry a new relative name, and a new parent where one is given. The old name's value goes. */
  async rename(
    dn: string,
    newRelativeName: string,
    newParent?: string,
    controls: readonly Control[] = []
  ): Promise<Result<undefined>> {
    return this.#write(
      (messageId) =>
        new ModifyDNRequest({
          messageId,
          dn,
          newRdn: newRelativeName,
          deleteOldRdn: true,
          ...(newParent === undefined ? {} : { newSuperior: newParent }),
          controls: [...controls]
        }),
      dn
    )
  }

  async remove(dn: string, controls: readonly Control[] = []): Promise<Result<undefined>> {
    return this.#write((messageId) => new DeleteRequest({ messageId, dn, controls: [...controls] }), dn)
  }

  /** An extended operation (RFC 4511 4.12) and the value of its answer. `secrets` never appear in a failure. */
  async extended(
    oid: string,
    value?: Buffer,
    name = oid,
    secrets: readonly string[] = []
  ): Promise<Result<Buffer | null>> {
    const outcome = await this.exchange(
      (messageId) => new ExtendedRequest({ messageId, oid, ...(value === undefined ? {} : { value }) })
    )
    if (!outcome.ok) return outcome
    return outcome.value.resultCode === ResultCode.success
      ? succeed(outcome.value.value)
      : failureOf(outcome.value, name, secrets)
  }

  /**
   * A second session as somebody else on the same server, with a connection of its own. To try a sign-in,
   * open and close it.
   */
  async openAs(bindDn: string, password: string): Promise<Result<LdapConnection>> {
    return openBound(this.#connectionOptions, bindDn, password)
  }

  /** A connection of its own on which nobody has signed in yet. */
  async openUnbound(): Promise<Result<LdapConnection>> {
    return LdapConnection.open(this.#connectionOptions)
  }

  /** The bound connection, for what needs to look at it (certificate). */
  async connection(): Promise<Result<LdapConnection>> {
    return this.#acquire()
  }

  async close(): Promise<void> {
    this.#closed = true
    const connection = await this.#connection
    if (connection.ok) connection.value.close()
  }

  async #write(build: (messageId: number) => Writable, name: string): Promise<Result<undefined>> {
    const outcome = await this.exchange(build)
    if (!outcome.ok) return outcome
    return outcome.value.resultCode === ResultCode.success ? succeed() : failureOf(outcome.value, name)
  }

  /** The living connection; a new one where the last one was lost. All who wait share one attempt. */
  async #acquire(): Promise<Result<LdapConnection>> {
    if (this.#closed) return fail('directory.notConnected')
    const attempt = this.#connection
    const current = await attempt
    if (current.ok && current.value.usable) return current
    if (this.#connection === attempt) {
      this.#connection = openBound(this.#connectionOptions, this.bindDn, this.#password)
    }
    return this.#connection
  }
}

function finish<Value>(outcome: Result<LdapOutcome>, value: Value, options: SearchOptions): Result<Value> {
  if (!outcome.ok) return outcome
  const { resultCode } = outcome.value
  // References to other servers are not followed: the base is what this server holds.
  if (resultCode === ResultCode.success || resultCode === ResultCode.referral) return succeed(value)
  const wantedReached = resultCode === ResultCode.sizeLimitExceeded && (options.sizeLimit ?? 0) > 0
  return wantedReached ? succeed(value) : failureOf(outcome.value, options.base)
}

async function searchOn(connection: LdapConnection, options: SearchOptions): Promise<Result<LdapEntry[]>> {
  const entries: LdapEntry[] = []
  const outcome = await connection.request(searchRequest(options), (entry) => {
    entries.push(entry)
  })
  return finish(outcome, entries, options)
}

async function openBound(
  options: ConnectionOptions,
  bindDn: string,
  password: string
): Promise<Result<LdapConnection>> {
  // A bind with a name and no password succeeds as nobody (RFC 4513 5.1.2).
  if (bindDn !== '' && password === '')
    return fail('directory.wrongCredentials', { name: bindDn, reason: '' })
  const connection = await LdapConnection.open(options)
  if (!connection.ok) return connection
  const outcome = await connection.value.request(
    (messageId) => new BindRequest({ messageId, dn: bindDn, password }),
    null,
    options.signal
  )
  if (outcome.ok && outcome.value.resultCode === ResultCode.success) return connection
  connection.value.close()
  return outcome.ok ? failureOf(outcome.value, bindDn, [password]) : outcome
}
