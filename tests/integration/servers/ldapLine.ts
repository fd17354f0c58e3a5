import { once } from 'node:events'
import { connect as connectPlain, createServer as createPlainServer, type Socket } from 'node:net'
import { readFile } from 'node:fs/promises'
import { connect as connectSecure, createServer as createSecureServer } from 'node:tls'

/** The protocol's tags of the requests that a line tells apart (RFC 4511 appendix B). */
const RequestTag = {
  bind: 0x60,
  unbind: 0x42,
  search: 0x63,
  modify: 0x66,
  add: 0x68,
  delete: 0x4a,
  rename: 0x6c,
  extended: 0x77
} as const

export type RequestName = keyof typeof RequestTag

export const writes: readonly RequestName[] = ['modify', 'add', 'delete', 'rename', 'extended']

/**
 * What becomes of a request. `before`: the line breaks, and the server never sees it. `after`: the server carries it out,
 * and the line breaks instead of the answer. `late`: the line breaks, and the server gets it before the next write
 * that comes over the line. `twice`: the server gets it again as soon as it has answered (two requests of one number at once
 * would be no LDAP, RFC 4511 4.1.1.1); its first answer comes back. A promise holds it up.
 */
export type Fate = 'pass' | 'before' | 'after' | 'late' | 'twice' | Promise<unknown>

interface Message {
  readonly name: RequestName | 'other'
  readonly id: number
  readonly bytes: Buffer
}

export interface LineOptions {
  /** Where the server is; TLS needs its CA and the name to check. */
  readonly server: {
    readonly host: string
    readonly port: number
    readonly ca?: string
    readonly name?: string
  }
  /** Certificate and key for the client's side; absent: plain text. */
  readonly identity?: { readonly certificateFile: string; readonly keyFile: string }
  readonly host?: string
}

/** A line between the app and a directory server that understands requests and can lose each one. */
export interface LdapLine {
  readonly port: number
  /** Asked for each request but binds and unbinds. */
  judge: (name: RequestName, bytes: Buffer) => Fate
  close(): Promise<void>
}

export async function startLdapLine(options: LineOptions): Promise<LdapLine> {
  const sockets = new Set<Socket>()
  /** Requests that hang in the line: they reach the server over connections of their own. */
  const hanging: (() => Promise<unknown>)[] = []
  const line = { judge: (): Fate => 'pass' } as Pick<LdapLine, 'judge'>

  const accept = (client: Socket): void => {
    const { server } = options
    const upstream =
      server.ca === undefined
        ? connectPlain({ host: server.host, port: server.port })
        : connectSecure({
            host: server.host,
            port: server.port,
            ca: server.ca,
            ...(server.name === undefined ? {} : { servername: server.name })
          })
    sockets.add(client).add(upstream)
    // Requests and answers are small: held back until the last one is confirmed, each would wait 40 ms.
    for (const socket of [client, upstream]) socket.setNoDelay(true)
    /** Answers that this line waits for; they do not pass by themselves. */
    const awaited = new Map<number, (answer: Buffer | null) => void>()
    const read = reader()
    const readAnswers = reader()
    let turn: Promise<unknown> = Promise.resolve()
    let isCut = false
    const cut = (): void => {
      isCut = true
      client.destroy()
    }
    /** Sends a request whose answer nobody waits for but this line; null: the server is gone. */
    const carryOut = async ({ id, bytes }: Message): Promise<Buffer | null> => {
      if (upstream.destroyed) return null
      const answer = new Promise<Buffer | null>((resolve) => awaited.set(id, resolve))
      upstream.write(bytes)
      return answer
    }
    const pass = async (message: Message): Promise<void> => {
      if (isCut) return
      if (message.name === 'other' || message.name === 'bind' || message.name === 'unbind') {
        upstream.write(message.bytes)
        return
      }
      if (writes.includes(message.name)) for (const arrive of hanging.splice(0)) await arrive()
      const fate = line.judge(message.name, message.bytes)
      if (fate instanceof Promise) await fate
      if (fate === 'before') cut()
      else if (fate === 'late') {
        hanging.push(() => carryOut(message))
        cut()
      } else if (fate === 'after') {
        await carryOut(message)
        cut()
      } else if (fate === 'twice') {
        const answer = await carryOut(message)
        await carryOut(message)
        if (answer !== null && !client.destroyed) client.write(answer)
      } else upstream.write(message.bytes)
    }
    const end = (): void => {
      for (const settle of awaited.values()) settle(null)
      client.destroy()
      upstream.destroy()
    }
    client.on('error', cut)
    client.on('close', () => {
      isCut = true
      // A request that hangs in the line still needs its way to the server.
      if (hanging.length === 0 && awaited.size === 0) upstream.destroy()
    })
    upstream.on('error', end)
    upstream.on('close', end)
    client.on('data', (data: Buffer) => {
      for (const message of read(data)) turn = turn.then(() => pass(message))
    })
    upstream.on('data', (data: Buffer) => {
      for (const { id, bytes } of readAnswers(data)) {
        const settle = awaited.get(id)
        if (settle === undefined) {
          if (!client.destroyed) client.write(bytes)
          continue
        }
        awaited.delete(id)
        settle(bytes)
      }
    })
  }

  const listener =
    options.identity === undefined
      ? createPlainServer(accept)
      : createSecureServer(
          {
            cert: await readFile(options.identity.certificateFile),
            key: await readFile(options.identity.keyFile)
          },
          accept
        )
  listener.listen(0, options.host ?? '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return Object.assign(line, {
    port: address.port,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      listener.close()
      await once(listener, 'close')
    }
  })
}

/** Cuts a stream into the protocol's messages. */
function reader(): (data: Buffer) => Message[] {
  let rest = Buffer.alloc(0)
  return (data) => {
    rest = Buffer.concat([rest, data])
    const messages: Message[] = []
    for (;;) {
      const size = sizeOf(rest)
      if (size === null || rest.length < size.total) return messages
      const bytes = Buffer.from(rest.subarray(0, size.total))
      rest = rest.subarray(size.total)
      const idLength = bytes.readUInt8(size.header + 1)
      const id = bytes.readUIntBE(size.header + 2, idLength)
      const tag = bytes.readUInt8(size.header + 2 + idLength)
      messages.push({ name: nameOf(tag), id, bytes })
    }
  }
}

function sizeOf(bytes: Buffer): { readonly header: number; readonly total: number } | null {
  if (bytes.length < 2) return null
  const first = bytes.readUInt8(1)
  if (first < 0x80) return { header: 2, total: 2 + first }
  const count = first & 0x7f
  if (bytes.length < 2 + count) return null
  return { header: 2 + count, total: 2 + count + bytes.readUIntBE(2, count) }
}

function nameOf(tag: number): RequestName | 'other' {
  const names = Object.keys(RequestTag) as RequestName[]
  return names.find((name) => RequestTag[name] === tag) ?? 'other'
}
