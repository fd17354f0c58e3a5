import type { Act, LogEvent, Rejection } from '../../events'
import { suretyWithoutName, type Sink } from '../format'
import { addressOf, own, textOf } from '../text'
import type { Message, MessageReader, Program } from './program'

/**
 * OpenLDAP with `olcLogLevel: stats`. A sign-in is joined of BIND and RESULT, an operation of its request and RESULT, within one
 * connection of one run of the server. Lines of a connection come out of order, and its numbers begin again at 1000 with each
 * start: what is not proved inside of that stays without a name.
 */
export const slapd: Program = {
  name: 'openldap',
  accepts: (program) => program === 'slapd',
  open: (sink) => new SlapdReader(sink)
}

/** As many connections as a busy server has open; the oldest is given up for a new one. */
const maximumConnections = 50_000
/** How far apart in the log the beginnings of two connections may change places. */
const disorder = 500
/** As slapd cuts its lines; the next one then hangs on it. */
const cutLength = 4000

const form = /^conn=(\d+) (?:op=(\d+)|fd=\d+) (.*)$/s
const acts: Readonly<Record<string, Act>> = {
  SRCH: 'directoryRead',
  CMP: 'directoryRead',
  MOD: 'directoryChange',
  ADD: 'directoryChange',
  DEL: 'directoryChange',
  MODRDN: 'directoryChange',
  PASSMOD: 'passwordChange'
}

interface Bind {
  readonly operation: number
  name: string
  /** `pending`: without a result; `given`: let in by it; `none`: nobody is signed in. */
  state: 'pending' | 'given' | 'none'
}

interface Connection {
  readonly number: number
  readonly source: string
  address: string | null
  /** The two newest: an operation may end after the next sign-in has begun. */
  binds: readonly Bind[]
  readonly requests: Map<number, { readonly act: Act; target: string }>
}

class SlapdReader implements MessageReader {
  private readonly connections = new Map<string, Connection>()
  /** The highest number of a connection, by source. */
  private readonly highest = new Map<string, number>()

  constructor(private readonly sink: Sink) {}

  read(message: Message): Rejection | null {
    const { text, source } = message
    if (text.startsWith('slapd starting') || text.startsWith('@(#) $OpenLDAP')) {
      this.forgetSource(source)
      return null
    }
    const found = form.exec(text)
    if (found === null) return null
    const [, number = '', operation, words = ''] = found
    if (words.startsWith('SRCH ') && text.length > cutLength && /0x[0-9a-f]+ conn=\d+ /.test(text)) {
      // What hangs on it may have been anybody's sign-in or its end.
      this.forgetSource(source)
      return 'ambiguous'
    }
    if (operation === undefined) this.readConnection(source, Number(number), words)
    else this.readOperation(this.connection(source, Number(number)), Number(operation), words, message)
    return null
  }

  forget(): void {
    this.connections.clear()
    this.highest.clear()
  }

  private forgetSource(source: string): void {
    for (const [key, connection] of this.connections) {
      if (connection.source === source) this.connections.delete(key)
    }
    this.highest.delete(source)
  }

  private readConnection(source: string, number: number, words: string): void {
    if (words.startsWith('closed')) {
      this.connections.delete(`${source} ${number}`)
      return
    }
    const accepted = /^ACCEPT from IP=(.+):\d+ \(/.exec(words)
    if (accepted === null) return
    const known = this.connections.get(`${source} ${number}`)
    // A number that was given away already, or is far below the newest: the server has begun anew.
    const isRestart = (known?.address ?? null) !== null || number < (this.highest.get(source) ?? 0) - disorder
    if (isRestart) this.forgetSource(source)
    const bare = (accepted[1] ?? '').replace(/^\[(.*)\]$/, '$1')
    this.connection(source, number).address = addressOf(own(bare))
    this.highest.set(source, Math.max(number, this.highest.get(source) ?? 0))
  }

  private readOperation(connection: Connection, operation: number, words: string, message: Message): void {
    const verb = words.split(' ', 1)[0] ?? ''
    if (verb === 'BIND') {
      readBind(connection, operation, words)
      return
    }
    const result = /^(?:SEARCH )?RESULT (?:tag=(\d+)|oid=\S*) err=(\d+) /.exec(words)
    if (result !== null) {
      const [, tag, code] = result
      if (tag === '97') this.endBind(connection, operation, Number(code), message)
      else this.endRequest(connection, operation, Number(code), message)
      return
    }
    const act = acts[verb]
    const request = connection.requests.get(operation)
    const target = / (?:dn|base|id)="([^"]*)"/.exec(words)?.[1]
    if (act === undefined) return
    if (request !== undefined) {
      if (target !== undefined && request.target === '') request.target = own(textOf(target))
      return
    }
    // Requests without any answer (abandoned ones) do not pile up.
    if (connection.requests.size >= 1000) connection.requests.clear()
    connection.requests.set(operation, { act, target: target === undefined ? '' : own(textOf(target)) })
  }

  private endBind(connection: Connection, operation: number, code: number, message: Message): void {
    // 14: one step of several.
    const bind = connection.binds.find((one) => one.operation === operation)
    if (bind === undefined || code === 14) return
    bind.state = code === 0 && bind.name !== '' ? 'given' : 'none'
    const isAnonymous = bind.name === '' && code === 0
    if (isAnonymous) return
    const { address } = connection
    this.sink.event({
      act: code === 0 ? 'signIn' : 'signInRefused',
      ...timeOf(message),
      person: bind.name === '' ? null : bind.name,
      surety: bind.name === '' ? suretyWithoutName(address, null) : code === 0 ? 'proved' : 'claimed',
      address,
      device: null,
      details: { status: code, service: 'ldap' }
    })
  }

  private endRequest(connection: Connection, operation: number, code: number, message: Message): void {
    const request = connection.requests.get(operation)
    if (request === undefined) return
    connection.requests.delete(operation)
    // Whoever was signed in when it was asked; a sign-in without a result yet says nothing.
    const bind = connection.binds.findLast((one) => one.operation < operation)
    const person = bind?.state === 'given' ? bind.name : null
    const { address } = connection
    const isRefused = request.act === 'passwordChange' && code !== 0
    this.sink.event({
      act: isRefused ? 'passwordChangeRefused' : request.act,
      ...timeOf(message),
      person,
      surety: person === null ? suretyWithoutName(address, null) : 'proved',
      address,
      device: null,
      details: { status: code, target: request.target }
    })
  }

  private connection(source: string, number: number): Connection {
    const key = `${source} ${number}`
    const known = this.connections.get(key)
    if (known !== undefined) return known
    if (this.connections.size >= maximumConnections) {
      const [oldest = ''] = this.connections.keys()
      this.connections.delete(oldest)
    }
    const connection: Connection = { number, source, address: null, binds: [], requests: new Map() }
    this.connections.set(key, connection)
    return connection
  }
}

/** The first line of a sign-in has the name as it was typed, the second, after success, as it is stored. */
function readBind(connection: Connection, operation: number, words: string): void {
  const name = /^BIND dn="([^"]*)" (?:method|mech)=/.exec(words)?.[1]
  // `BIND anonymous mech=implicit`: the change from one person to the next, which the BIND of the same operation says itself.
  if (name === undefined) return
  const known = connection.binds.find((one) => one.operation === operation)
  const text = own(textOf(name))
  if (known !== undefined) {
    known.name = text
    return
  }
  connection.binds = [...connection.binds.slice(-1), { operation, name: text, state: 'pending' }]
}

function timeOf({ time, timing, offset }: Message): Pick<LogEvent, 'time' | 'timing' | 'offset'> {
  return { time, timing, offset }
}
