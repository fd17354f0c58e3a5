import { createServer, type Server, type Socket } from 'node:net'
import { once } from 'node:events'
import { BerWriter, DeleteRequest } from 'ldapts'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { LdapConnection } from '../../../../../src-main/world/directory/ldap/connection'
import type { LdapEntry } from '../../../../../src-main/world/directory/ldap/entry'

let server: Server | null = null
afterEach(() => {
  server?.close()
})

/** A server that answers each request with what the function says. */
async function serve(
  answer: (socket: Socket, request: Buffer) => void,
  operationTimeout = 5000
): Promise<LdapConnection> {
  server = createServer((socket) => {
    socket.on('data', (request) => {
      answer(socket, request)
    })
    socket.on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const opened = await LdapConnection.open({
    address: { url: 'ldap://127.0.0.1', host: '127.0.0.1', port: address.port, encrypted: false },
    caCertificate: null,
    connectTimeout: 2000,
    operationTimeout
  })
  if (!opened.ok) throw new Error(opened.failure.code)
  return opened.value
}

function message(id: number, tag: number, write: (writer: BerWriter) => void): Buffer {
  const writer = new BerWriter()
  writer.startSequence()
  writer.writeInt(id)
  writer.startSequence(tag)
  write(writer)
  writer.endSequence()
  writer.endSequence()
  return writer.buffer
}

function entry(id: number, dn: string, values: readonly string[]): Buffer {
  return message(id, 0x64, (writer) => {
    writer.writeString(dn)
    writer.startSequence()
    writer.startSequence()
    writer.writeString('displayName')
    writer.startSequence(0x31)
    for (const value of values) writer.writeString(value)
    writer.endSequence()
    writer.endSequence()
    writer.endSequence()
  })
}

function done(id: number, code: number, diagnostic: string): Buffer {
  return message(id, 0x65, (writer) => {
    writer.writeEnumeration(code)
    writer.writeString('')
    writer.writeString(diagnostic)
  })
}

const anyRequest = (messageId: number): DeleteRequest => new DeleteRequest({ messageId, dn: 'dc=x' })

describe('connection', () => {
  it('reads the same entries however the network cuts them', async () => {
    const found = fc.array(
      fc.record({
        dn: fc.string({ unit: 'grapheme' }),
        values: fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }))
      }),
      { maxLength: 8 }
    )
    await fc.assert(
      fc.asyncProperty(found, fc.integer({ min: 1, max: 400 }), async (entries, size) => {
        const bytes = Buffer.concat([
          ...entries.map(({ dn, values }) => entry(1, dn, values)),
          done(1, 0, '')
        ])
        const connection = await serve((socket) => {
          for (let offset = 0; offset < bytes.length; offset += size)
            socket.write(bytes.subarray(offset, offset + size))
        })
        const seen: LdapEntry[] = []
        const outcome = await connection.request(anyRequest, (one) => {
          seen.push(one)
        })
        connection.close()
        server?.close()
        expect(outcome).toMatchObject({ ok: true, value: { resultCode: 0 } })
        expect(seen.map((one) => ({ dn: one.dn, values: one.all('displayname') }))).toEqual(entries)
      }),
      { numRuns: 40 }
    )
  })

  it('a server that sends no LDAP ends the connection, not the process', async () => {
    const connection = await serve((socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'))
    expect(await connection.request(anyRequest)).toMatchObject({
      ok: false,
      failure: { code: 'directory.connectionLost' }
    })
    expect(connection.usable).toBe(false)
  })

  it('a message that claims to be huge is refused', async () => {
    const connection = await serve((socket) => socket.write(Buffer.from('3084ffffffff', 'hex')))
    expect(await connection.request(anyRequest)).toMatchObject({
      ok: false,
      failure: { code: 'directory.connectionLost' }
    })
  })

  it('a server that hangs up fails everything that waits', async () => {
    const connection = await serve((socket) => {
      socket.destroy()
    })
    const results = await Promise.all([connection.request(anyRequest), connection.request(anyRequest)])
    expect(results).toEqual([
      { ok: false, failure: { code: 'directory.connectionLost', parameters: {} } },
      { ok: false, failure: { code: 'directory.connectionLost', parameters: {} } }
    ])
    expect(await connection.request(anyRequest)).toMatchObject({ ok: false })
  })

  it('a server that says nothing runs into the timeout', async () => {
    const connection = await serve(() => undefined, 150)
    expect(await connection.request(anyRequest)).toMatchObject({
      ok: false,
      failure: { code: 'directory.timeout' }
    })
  })

  it('a cancelled request is given up at once', async () => {
    const connection = await serve(() => undefined)
    const controller = new AbortController()
    const waiting = connection.request(anyRequest, null, controller.signal)
    controller.abort()
    expect(await waiting).toMatchObject({ ok: false, failure: { code: 'application.cancelled' } })
    expect(connection.usable).toBe(true)
    connection.close()
  })
})
