import { X509Certificate } from 'node:crypto'
import { connect as connectPlain, isIP, type Socket } from 'node:net'
import { connect as connectSecure, createSecureContext, type PeerCertificate, type TLSSocket } from 'node:tls'
import { AbandonRequest, UnbindRequest } from 'ldapts'
import { fail, succeed, type Failure, type Result } from '../../../contract/result'
import type { ServerAddress } from './address'
import type { LdapEntry } from './entry'
import { connectFailure } from './failures'
import {
  messageLength,
  readEntry,
  readMessage,
  readOutcome,
  ResponseTag,
  type LdapMessage,
  type LdapOutcome
} from './messages'

export interface ConnectionOptions {
  readonly address: ServerAddress
  /** The only CA that is trusted, PEM; null: the public ones that Node brings. */
  readonly caCertificate: string | null
  /** Milliseconds for name service, TCP and TLS together. */
  readonly connectTimeout: number
  /** Milliseconds without a byte from the server while requests are waiting. */
  readonly operationTimeout: number
  readonly signal?: AbortSignal
}

/** A request of ldapts: everything that can write itself as an LDAPMessage. */
export interface Writable {
  write(): Buffer
}

interface Pending {
  readonly onEntry: ((entry: LdapEntry) => void) | null
  readonly settle: (result: Result<LdapOutcome>) => void
}

const messageCap = 256 * 1024 * 1024
/** How long entries may be handed out before other work of the app gets its turn, in milliseconds. */
const turn = 12
const lastMessageId = 2 ** 31 - 1

/**
 * One connection. Requests are written by ldapts; answers are read here, entry by entry as they come in,
 * because ldapts collects and decodes whole results first: for 30,000 accounts that takes twice the time
 * and freezes the app. It never reconnects by itself, so that nothing is ever sent on a connection
 * that is not the one that was bound.
 */
export class LdapConnection {
  readonly #socket: Socket
  readonly #pending = new Map<number, Pending>()
  #messageId = 0
  #chunks: Buffer[] = []
  #buffered = 0
  #wanted = 0
  #lost: { ok: false; failure: Failure } | null = null

  private constructor(socket: Socket, operationTimeout: number) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.setKeepAlive(true, 60_000)
    socket.setTimeout(operationTimeout)
    socket.on('data', (data: Buffer) => {
      this.#receive(data)
    })
    socket.on('timeout', () => {
      if (this.#pending.size > 0) this.#end(fail('directory.timeout'))
    })
    socket.on('error', () => {
      this.#end(fail('directory.connectionLost'))
    })
    socket.on('close', () => {
      this.#end(fail('directory.connectionLost'))
    })
  }

  static async open(options: ConnectionOptions): Promise<Result<LdapConnection>> {
    const socket = await openSocket(options)
    return socket.ok ? succeed(new LdapConnection(socket.value, options.operationTimeout)) : socket
  }

  get usable(): boolean {
    return this.#lost === null
  }

  /** Requests that wait for their answer. */
  get waiting(): number {
    return this.#pending.size
  }

  /** The certificate that the server presented; null on an unencrypted connection. */
  get peerCertificate(): PeerCertificate | null {
    return 'getPeerCertificate' in this.#socket ? (this.#socket as TLSSocket).getPeerCertificate() : null
  }

  /**
   * Sends a request and waits for the end of its answer. Many may be under way at once; the server answers
   * in any order. Fails only with `directory.connectionLost`, `directory.timeout` and
   * `application.cancelled`; what the server says is the outcome.
   */
  request(
    build: (messageId: number) => Writable,
    onEntry: ((entry: LdapEntry) => void) | null = null,
    signal?: AbortSignal
  ): Promise<Result<LdapOutcome>> {
    if (this.#lost !== null) return Promise.resolve(this.#lost)
    if (signal?.aborted === true) return Promise.resolve(fail('application.cancelled'))
    this.#messageId = this.#messageId >= lastMessageId ? 1 : this.#messageId + 1
    const messageId = this.#messageId
    const bytes = build(messageId).write()
    return new Promise((resolve) => {
      const cancel = (): void => {
        this.#abandon(messageId)
      }
      signal?.addEventListener('abort', cancel, { once: true })
      this.#pending.set(messageId, {
        onEntry,
        settle: (result) => {
          signal?.removeEventListener('abort', cancel)
          resolve(result)
        }
      })
      this.#socket.write(bytes)
    })
  }

  /** Says goodbye; requests that still wait fail with `directory.connectionLost`. */
  close(): void {
    if (this.#lost === null) this.#socket.write(new UnbindRequest({ messageId: this.#messageId + 1 }).write())
    this.#end(fail('directory.connectionLost'))
  }

  #abandon(messageId: number): void {
    const pending = this.#pending.get(messageId)
    if (pending === undefined) return
    this.#pending.delete(messageId)
    this.#messageId++
    this.#socket.write(new AbandonRequest({ messageId: this.#messageId, abandonId: messageId }).write())
    pending.settle(fail('application.cancelled'))
  }

  #end(reason: { ok: false; failure: Failure }): void {
    if (this.#lost !== null) return
    this.#lost = reason
    this.#socket.end()
    this.#socket.destroySoon()
    const waiting = [...this.#pending.values()]
    this.#pending.clear()
    for (const pending of waiting) pending.settle(reason)
  }

  #receive(data: Buffer): void {
    if (this.#lost !== null) return
    this.#chunks.push(data)
    this.#buffered += data.length
    this.#resume()
  }

  /** Reads on in what has come in, once the message that was cut off is complete. */
  #resume(): void {
    if (this.#buffered < this.#wanted) return
    const [first] = this.#chunks
    if (first === undefined) return
    const buffer = this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks, this.#buffered)
    this.#chunks = []
    this.#buffered = 0
    this.#wanted = 0
    this.#parse(buffer)
  }

  /** Handles the complete messages of a buffer and keeps the rest for the next one. */
  #parse(buffer: Buffer): void {
    let offset = 0
    const started = performance.now()
    try {
      for (let count = 1; this.#lost === null; count++) {
        const length = messageLength(buffer, offset, messageCap)
        if (length === null || offset + length > buffer.length) {
          this.#wanted = length ?? 0
          break
        }
        this.#dispatch(readMessage(buffer, offset, length))
        offset += length
        if (count % 16 === 0 && performance.now() - started > turn) {
          this.#yield()
          break
        }
      }
    } catch {
      this.#end(fail('directory.connectionLost'))
      return
    }
    if (offset === buffer.length) return
    this.#chunks = [buffer.subarray(offset)]
    this.#buffered = buffer.length - offset
  }

  /** Lets timers and the window's messages through before the next entries are read. */
  #yield(): void {
    this.#socket.pause()
    setImmediate(() => {
      if (this.#lost !== null) return
      this.#socket.resume()
      this.#resume()
    })
  }

  #dispatch(message: LdapMessage): void {
    // Message 0 is the notice of disconnection (RFC 4511 4.4.1): nothing more will come.
    if (message.messageId === 0) {
      this.#end(fail('directory.connectionLost'))
      return
    }
    const pending = this.#pending.get(message.messageId)
    if (pending === undefined) return
    if (message.tag === ResponseTag.entry) pending.onEntry?.(readEntry(message))
    else if (message.tag !== ResponseTag.reference) {
      const outcome = readOutcome(message)
      this.#pending.delete(message.messageId)
      pending.settle(succeed(outcome))
    }
  }
}

async function openSocket(options: ConnectionOptions): Promise<Result<Socket>> {
  const { address, caCertificate, connectTimeout, signal } = options
  const { host, port } = address
  if (signal?.aborted === true) return fail('application.cancelled')
  let socket: Socket
  if (address.encrypted) {
    try {
      // Node takes text without any certificate in it for an empty list of CAs.
      if (caCertificate !== null) new X509Certificate(caCertificate)
      socket = connectSecure({
        host,
        port,
        secureContext: createSecureContext({
          minVersion: 'TLSv1.2',
          ...(caCertificate === null ? {} : { ca: [caCertificate] })
        }),
        // The name for the certificate's check; an IP address must not go into SNI (RFC 6066 3).
        ...(isIP(host) === 0 ? { servername: host } : {})
      })
    } catch {
      return fail('directory.certificateUnreadable')
    }
  } else socket = connectPlain({ host, port })

  return new Promise((resolve) => {
    const finish = (result: Result<Socket>): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      socket.off('error', onError)
      socket.off('close', onClose)
      if (!result.ok) {
        // Late errors of a socket that is given up must not end the process.
        socket.on('error', () => undefined)
        socket.destroy()
      }
      resolve(result)
    }
    let reached = false
    const onError = (error: Error & { readonly code?: string }): void => {
      // A server that hangs up in the middle of the handshake does not speak TLS on this port.
      const noTls = address.encrypted && reached && error.code === 'ECONNRESET'
      finish(noTls ? fail('directory.encryptionFailed', { host }) : connectFailure(error, host))
    }
    const onClose = (): void => {
      finish(fail(address.encrypted ? 'directory.encryptionFailed' : 'directory.unreachable', { host }))
    }
    const cancel = (): void => {
      finish(fail('application.cancelled'))
    }
    const timer = setTimeout(() => {
      finish(fail('directory.unreachable', { host, reason: 'ETIMEDOUT' }))
    }, connectTimeout)
    signal?.addEventListener('abort', cancel, { once: true })
    socket.once(address.encrypted ? 'secureConnect' : 'connect', () => {
      finish(succeed(socket))
    })
    socket.once('connect', () => {
      reached = true
    })
    socket.on('error', onError)
    socket.on('close', onClose)
  })
}
