import { setImmediate as nextTurn } from 'node:timers/promises'
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { DirectoryRules } from './operations/directory'
import { Searcher, type SearchOperation } from './operations/search'
import { anonymousSession, type Session } from './operations/session'
import { oids, rootEntry, subschemaEntry, supportedControls } from './operations/specialEntries'
import { BerWriter, Malformed } from './protocol/ber'
import { RequestStream } from './protocol/connection'
import {
  createLdapServer,
  pagedResultsControl,
  passwordPolicyControl,
  route,
  toMessage,
  type LdapConnection,
  type LdapResponse,
  type LdapServer
} from './protocol/ldapjs'
import {
  readAssertion,
  readPaging,
  readPasswordModify,
  type Control,
  type Operation,
  type Request
} from './protocol/requests'
import { Refusal, refuse, resultCodes, type PolicyError } from './protocol/results'
import type { Entry } from './tree/entry'
import type { Tree, TreeRecord } from './tree/tree'

/** The demo directory holds made-up people and plain text goes over the wire: nobody else may reach it. */
const loopback = '127.0.0.1'
const maximumConnections = 200
const entriesPerWrite = 100

export interface ServerOptions {
  readonly tree: Tree
  readonly baseDn: string
  readonly baseKey: string
  readonly administratorKey: string
  readonly defaultPolicyKey: string
  readonly now: () => Date
  /** Resolves once the records are safe. */
  readonly persist: (records: readonly TreeRecord[]) => Promise<void>
  readonly log: (message: string) => void
}

export interface RunningServer {
  readonly port: number
  close(): Promise<void>
}

/** What a connection remembers. */
interface Client {
  readonly connection: LdapConnection
  readonly stream: RequestStream
  readonly searcher: Searcher
  readonly abandoned: Set<number>
  session: Session
}

interface Answer {
  code: number
  message: string
  policyError: PolicyError | null
  responseValue?: string
  nextPage?: string
}

const done: Answer = { code: resultCodes.success, message: '', policyError: null }

function hasControl(controls: readonly Control[], type: string): boolean {
  return controls.some((control) => control.type === type)
}

class DemoServer {
  private readonly rules: DirectoryRules
  private readonly clients = new Map<Socket, Client>()
  private readonly requests = new WeakMap<object, Request>()
  private records: TreeRecord[] = []
  readonly ldap: LdapServer

  constructor(private readonly options: ServerOptions) {
    this.rules = new DirectoryRules({
      ...options,
      record: (records) => {
        this.records.push(...records)
      }
    })
    this.ldap = createLdapServer((socket) => this.accept(socket))
    this.ldap.server.maxConnections = maximumConnections
    this.ldap.on('error', (error) => options.log(`server: ${error.message}`))
    this.ldap.on('clientError', () => undefined)
    const handler = (
      message: { readonly connection: LdapConnection } & object,
      response: LdapResponse
    ): void => {
      const request = this.requests.get(message)
      const client = this.clients.get(message.connection)
      if (!request || !client) return
      this.handle(client, request, response).catch((error: unknown) => {
        options.log(`answer: ${error instanceof Error ? error.message : 'failed'}`)
        client.connection.destroy()
      })
    }
    for (const kind of ['bind', 'search', 'add', 'modify', 'modifyDN', 'del', 'compare'] as const) {
      this.ldap[kind]('', handler)
    }
    this.ldap.exop(route, handler)
  }

  private accept(socket: Socket): void {
    if (socket.remoteAddress?.replace('::ffff:', '') !== loopback) {
      socket.destroy()
      return
    }
    this.ldap.newConnection(socket)
    const connection = socket as LdapConnection
    // ldapjs must not read the bytes itself: [Note: what we take from ldapjs].
    connection.removeAllListeners('data')
    const stream = new RequestStream(connection, (request) => this.deliver(client, request))
    const client: Client = {
      connection,
      stream,
      searcher: new Searcher(this.options.tree, this.rules, rootEntry(this.options.baseDn), subschemaEntry()),
      abandoned: new Set(),
      session: anonymousSession()
    }
    this.clients.set(connection, client)
    connection.on('close', () => this.clients.delete(connection))
  }

  private deliver(client: Client, request: Request): void {
    if (request.operation.kind === 'abandon') {
      if (client.abandoned.size < 1000) client.abandoned.add(request.operation.target)
      client.stream.finished()
      return
    }
    const message = toMessage(request)
    this.requests.set(message, request)
    client.connection.parser.emit('message', message)
  }

  private async handle(client: Client, request: Request, response: LdapResponse): Promise<void> {
    let answer: Answer
    try {
      answer = await this.answer(client, request)
    } catch (error) {
      if (error instanceof Refusal) {
        answer = { code: error.code, message: error.message, policyError: error.policyError }
      } else if (error instanceof Malformed) {
        answer = { code: resultCodes.protocolError, message: error.message, policyError: null }
      } else {
        this.options.log(
          `operation ${request.operation.kind}: ${error instanceof Error ? error.stack : 'failed'}`
        )
        answer = { code: resultCodes.other, message: 'internal error', policyError: null }
      }
    }
    this.send(client, request, response, answer)
    client.stream.finished()
  }

  private send(client: Client, request: Request, response: LdapResponse, answer: Answer): void {
    if (client.connection.destroyed) return
    response.diagnosticMessage = answer.message
    if (answer.policyError !== null && hasControl(request.controls, oids.passwordPolicy)) {
      response.addControl(passwordPolicyControl(answer.policyError))
    }
    if (answer.nextPage !== undefined) response.addControl(pagedResultsControl(answer.nextPage))
    if (answer.responseValue !== undefined) response.responseValue = answer.responseValue
    response.end(answer.code)
  }

  private async answer(client: Client, request: Request): Promise<Answer> {
    for (const control of request.controls) {
      if (control.critical && !supportedControls.includes(control.type)) {
        refuse('unavailableCriticalExtension', `control ${control.type} is not supported`)
      }
    }
    const { operation } = request
    if (operation.kind === 'search') return this.search(client, request, operation)
    // Everything up to here and in `run` happens in one turn: requests of a connection keep their order.
    let answer: Answer
    try {
      answer = this.run(client, operation, request.controls)
    } catch (error) {
      await this.persist(operation)
      throw error
    }
    await this.persist(operation)
    return answer
  }

  private async persist(operation: Operation): Promise<void> {
    const records = this.records
    this.records = []
    if (records.length === 0) return
    const saved = this.options.persist(records).catch((error: unknown) => {
      this.options.log(`storage: ${error instanceof Error ? error.message : 'failed'}`)
      refuse('unavailable', 'the change could not be stored')
    })
    // Nobody waits for the note that somebody signed in.
    if (operation.kind === 'bind') saved.catch(() => undefined)
    else await saved
  }

  private run(client: Client, operation: Operation, controls: readonly Control[]): Answer {
    const { session } = client
    const assertion = controls.find(({ type }) => type === oids.assertion)
    const isAsserted =
      operation.kind === 'modify' || operation.kind === 'rename' || operation.kind === 'delete'
    if (assertion !== undefined) {
      if (isAsserted) this.rules.demandMatch(session, operation.name, readAssertion(assertion.value))
      else refuse('unavailableCriticalExtension', 'an assertion about this is not supported')
    }
    switch (operation.kind) {
      case 'bind':
        return this.bind(client, operation)
      case 'add':
        this.rules.add(session, operation.name, operation.attributes)
        return done
      case 'modify': {
        const permissive = hasControl(controls, oids.permissiveModify)
        this.rules.modify(session, operation.name, operation.changes, permissive)
        return done
      }
      case 'rename':
        this.rules.rename(
          session,
          operation.name,
          operation.newRdn,
          operation.deleteOldRdn,
          operation.newSuperior
        )
        return done
      case 'delete':
        this.rules.delete(session, operation.name)
        return done
      case 'compare': {
        const equal = this.rules.compare(session, operation.name, operation.attribute, operation.value)
        return { ...done, code: equal ? resultCodes.compareTrue : resultCodes.compareFalse }
      }
      case 'extended':
        return this.extended(session, operation)
      case 'search':
      case 'unbind':
      case 'abandon':
        throw new Error(`${operation.kind} is answered elsewhere`)
    }
  }

  private bind(client: Client, operation: Operation & { kind: 'bind' }): Answer {
    client.session = anonymousSession()
    client.stream.trust(false)
    if (operation.password === null) {
      return refuse('authMethodNotSupported', 'only simple authentication is supported')
    }
    if (operation.password === '') {
      if (operation.name === '') return done
      // RFC 4513, section 5.1.2: a name without a password must not look like a sign-in.
      return refuse('unwillingToPerform', 'unauthenticated bind (DN with no password) disallowed')
    }
    const { session, policyError } = this.rules.bind(operation.name, operation.password)
    client.session = session
    client.stream.trust(true)
    return { ...done, policyError }
  }

  private extended(session: Session, operation: Operation & { kind: 'extended' }): Answer {
    switch (operation.oid) {
      case oids.whoAmI:
        this.rules.demandNoPendingChange(session)
        return { ...done, responseValue: session.user === null ? '' : `dn:${session.user.text}` }
      case oids.passwordModify: {
        const { identity, oldPassword, newPassword } = readPasswordModify(operation.value)
        this.rules.modifyPassword(session, identity, oldPassword, newPassword)
        return done
      }
      default:
        return { ...done, code: resultCodes.protocolError, message: 'unsupported extended operation' }
    }
  }

  private async search(client: Client, request: Request, operation: SearchOperation): Promise<Answer> {
    const { searcher, session } = client
    const paged = request.controls.find((control) => control.type === oids.pagedResults)
    if (paged) {
      const { entries, next } = searcher.page(session, operation, readPaging(paged.value))
      await this.stream(client, request.id, entries, operation)
      return { ...done, nextPage: next }
    }
    const found = searcher.find(session, operation)
    const exceeded = operation.sizeLimit > 0 && found.length > operation.sizeLimit
    const entries = exceeded ? found.slice(0, operation.sizeLimit) : found
    await this.stream(client, request.id, entries, operation)
    return exceeded ? { ...done, code: resultCodes.sizeLimitExceeded, message: 'Size limit exceeded' } : done
  }

  /** Writes in portions and waits for a slow reader, so that others are served in between. */
  private async stream(
    client: Client,
    id: number,
    entries: readonly Entry[],
    operation: SearchOperation
  ): Promise<void> {
    const { connection } = client
    for (let start = 0; start < entries.length; start += entriesPerWrite) {
      if (connection.destroyed || client.abandoned.delete(id)) return
      const portion = entries.slice(start, start + entriesPerWrite)
      const writer = new BerWriter()
      for (const entry of portion.reverse())
        client.searcher.encode(writer, id, client.session, entry, operation)
      if (!connection.write(writer.bytes())) {
        const gone = new AbortController()
        const leave = (): void => gone.abort()
        connection.once('close', leave)
        await once(connection, 'drain', { signal: gone.signal }).catch(() => undefined)
        connection.off('close', leave)
      }
      if (start + entriesPerWrite < entries.length) await nextTurn()
    }
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.ldap.server.close(() => resolve()))
    for (const socket of this.clients.keys()) socket.destroy()
    await closed
  }
}

/**
 * Listens on the loopback address only; there is no option to listen elsewhere.
 *
 * @throws the error of the operating system, when the port is taken
 */
export async function runServer(options: ServerOptions, port: number): Promise<RunningServer> {
  const server = new DemoServer(options)
  const { server: listener } = server.ldap
  const listening = once(listener, 'listening')
  server.ldap.listen(port, loopback, () => undefined)
  await listening
  return { port: (listener.address() as AddressInfo).port, close: () => server.close() }
}
