import ldapjs from 'ldapjs'
import type { Server as NetServer, Socket } from 'node:net'
import type { OperationKind, Request } from './requests'

/*
 * [Note: what we take from ldapjs] ldapjs 3 keeps the server: connections, routing to handlers, the answers with
 * their controls. Requests are read by `requests.ts` and handed to it as its own message objects, because its
 * parser cannot be given to strangers: a list whose content is cut off makes it loop for ever, a password policy
 * control without a value (every request has it so) throws, filters go through text and lose backslashes and
 * characters beyond the basic plane, and names are compared with case. Entries of a search are written by
 * `ber.ts`, several times as fast.
 */

/** A message object of ldapjs; it only carries the number and the kind of the request. */
interface Message {
  readonly messageId: number
}

interface LdapControl {
  readonly type: string
}

export interface LdapResponse {
  diagnosticMessage: string
  responseName?: string
  responseValue?: string
  addControl(control: LdapControl): void
  end(status: number): void
}

export interface LdapRequest {
  readonly connection: LdapConnection
}

export interface LdapConnection extends Socket {
  readonly parser: { emit(event: 'message', message: Message): boolean }
}

type Handler = (request: LdapRequest & object, response: LdapResponse) => void

export interface LdapServer {
  readonly server: NetServer
  newConnection(socket: Socket): void
  on(event: 'error' | 'clientError', listener: (error: Error) => void): void
  listen(port: number, host: string, listener: () => void): void
  bind(name: string, handler: Handler): void
  search(name: string, handler: Handler): void
  add(name: string, handler: Handler): void
  modify(name: string, handler: Handler): void
  modifyDN(name: string, handler: Handler): void
  del(name: string, handler: Handler): void
  compare(name: string, handler: Handler): void
  exop(name: string, handler: Handler): void
}

type MessageClass = new (options: Readonly<Record<string, unknown>>) => Message

interface Ldapjs {
  createServer(options: { log: object; connectionRouter: (socket: Socket) => void }): LdapServer
  BindRequest: MessageClass
  UnbindRequest: MessageClass
  SearchRequest: MessageClass
  AddRequest: MessageClass
  ModifyRequest: MessageClass
  ModifyDNRequest: MessageClass
  DeleteRequest: MessageClass
  CompareRequest: MessageClass
  ExtendedRequest: MessageClass
  PasswordPolicyControl: new (options: { value: { error: number } }) => LdapControl
  PagedResultsControl: new (options: { value: { size: number; cookie: string } }) => LdapControl
}

// The published types are those of ldapjs 2; what is used here is declared above.
const library = ldapjs as unknown as Ldapjs

const silent = { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore, fatal: ignore }

function ignore(): void {
  // ldapjs describes each message, passwords included; none of it is written anywhere.
}

export function createLdapServer(connectionRouter: (socket: Socket) => void): LdapServer {
  return library.createServer({ log: silent, connectionRouter })
}

/** All requests take one route: the name of the entry means nothing to ldapjs. */
export const route = 'routed'
const routedName = 'cn=routed'

/** The message object that ldapjs needs to route a request and to make its answer. */
export function toMessage({ id, operation }: Request): Message {
  const messageId = id
  const makers: Readonly<Record<Exclude<OperationKind, 'abandon'>, () => Message>> = {
    bind: () => new library.BindRequest({ messageId, name: routedName, credentials: route }),
    unbind: () => new library.UnbindRequest({ messageId }),
    search: () => new library.SearchRequest({ messageId, baseObject: routedName }),
    add: () => new library.AddRequest({ messageId, entry: routedName }),
    modify: () => new library.ModifyRequest({ messageId, object: routedName }),
    rename: () => new library.ModifyDNRequest({ messageId, entry: routedName, newRdn: routedName }),
    delete: () => new library.DeleteRequest({ messageId, entry: routedName }),
    compare: () =>
      new library.CompareRequest({ messageId, entry: routedName, attribute: 'cn', value: route }),
    extended: () => new library.ExtendedRequest({ messageId, requestName: route })
  }
  if (operation.kind === 'abandon') throw new Error('an abandon request has no answer')
  // The answer takes its log from the message.
  return Object.assign(makers[operation.kind](), { log: silent })
}

export function passwordPolicyControl(error: number): LdapControl {
  return new library.PasswordPolicyControl({ value: { error } })
}

export function pagedResultsControl(cookie: string): LdapControl {
  return new library.PagedResultsControl({ value: { size: 0, cookie } })
}
