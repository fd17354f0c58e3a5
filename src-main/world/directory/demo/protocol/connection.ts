import type { Socket } from 'node:net'
import { Malformed, readHeader, tags } from './ber'
import { readRequest, type Request } from './requests'

/** A message of somebody who has not signed in is small: a bind, a question to the root entry. */
const anonymousMessageLimit = 64 * 1024
/** Room for a group of thirty thousand members. */
const messageLimit = 8 * 1024 * 1024
/** Requests without an answer, above which nothing more is read. */
const outstandingLimit = 512
/** Who connects and does not sign in is sent away, milliseconds. */
const anonymousIdleLimit = 60_000

/** Splits the bytes of a connection into requests, and never trusts them. */
export class RequestStream {
  private waiting: Buffer[] = []
  private waitingBytes = 0
  private neededBytes = 2
  private outstanding = 0
  private trusted = false
  private ready: Request[] = []
  private delivering = false

  constructor(
    private readonly socket: Socket,
    private readonly deliver: (request: Request) => void
  ) {
    socket.setNoDelay(true)
    socket.setTimeout(anonymousIdleLimit)
    socket.on('data', (bytes: Buffer) => {
      try {
        this.take(bytes)
      } catch (error) {
        if (!(error instanceof Malformed)) throw error
        socket.destroy()
      }
    })
  }

  /** After a successful bind larger messages and silence are fine. */
  trust(trusted: boolean): void {
    this.trusted = trusted
    this.socket.setTimeout(trusted ? 0 : anonymousIdleLimit)
  }

  /** The request is answered. */
  finished(): void {
    this.outstanding -= 1
    if (this.socket.isPaused() && this.outstanding < outstandingLimit / 2) {
      this.socket.resume()
      this.deliverReady()
    }
  }

  private take(bytes: Buffer): void {
    this.waiting.push(bytes)
    this.waitingBytes += bytes.length
    if (this.waitingBytes < this.neededBytes) return
    const buffer = this.waiting.length === 1 ? bytes : Buffer.concat(this.waiting)
    let offset = 0
    this.neededBytes = 2
    for (;;) {
      const header = readHeader(buffer, offset)
      if (header === null) {
        this.neededBytes = buffer.length - offset + 1
        break
      }
      if (header.tag !== tags.sequence) throw new Malformed('a message')
      if (header.length > (this.trusted ? messageLimit : anonymousMessageLimit)) {
        throw new Malformed('a message that is too large')
      }
      const end = header.start + header.length
      if (end > buffer.length) {
        this.neededBytes = end - offset
        break
      }
      this.ready.push(readRequest(buffer.subarray(offset, end)))
      offset = end
      this.deliverReady()
    }
    const rest = buffer.subarray(offset)
    this.waiting = rest.length > 0 ? [rest] : []
    this.waitingBytes = rest.length
  }

  /** In the order in which they came; an answer may come while a later request is still being handed over. */
  private deliverReady(): void {
    if (this.delivering) return
    this.delivering = true
    try {
      for (;;) {
        if (this.socket.destroyed) this.ready = []
        if (this.outstanding >= outstandingLimit) {
          this.socket.pause()
          return
        }
        const request = this.ready.shift()
        if (!request) return
        this.outstanding += 1
        this.deliver(request)
      }
    } finally {
      this.delivering = false
    }
  }
}
