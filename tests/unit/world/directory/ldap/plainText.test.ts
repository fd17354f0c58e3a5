import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { BerWriter } from 'ldapts'
import { expect, it, onTestFinished } from 'vitest'
import { tryPlainText } from '../../../../../src-main/world/directory/ldap/plainText'

/** A server on loopback that treats each connection in this way; answers its port. */
async function serve(treat: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    treat(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** The answer to the first request: a BindResponse (RFC 4511 4.2.2) with this code. */
function bindAnswer(resultCode: number): Buffer {
  const writer = new BerWriter()
  writer.startSequence()
  writer.writeInt(1)
  writer.startSequence(0x61)
  writer.writeEnumeration(resultCode)
  writer.writeString('')
  writer.writeString('')
  writer.endSequence()
  writer.endSequence()
  return writer.buffer
}

const answering = (resultCode: number) => (socket: Socket) =>
  void socket.once('data', () => socket.write(bindAnswer(resultCode)))

it.each([
  ['wrong password: it was looked at', 49, 'accepted'],
  ['stronger authentication required', 8, 'refused'],
  ['confidentiality required', 13, 'refused'],
  ['unwilling to perform', 53, 'refused'],
  ['busy: neither yes nor no', 51, 'unknown']
])('a server that answers %s', async (_, resultCode, found) => {
  expect(await tryPlainText('127.0.0.1', await serve(answering(resultCode)), 'cn=niemand')).toBe(found)
})

it('a server that hangs up at the request refuses', async () => {
  const port = await serve((socket) => void socket.once('data', () => socket.destroy()))
  expect(await tryPlainText('127.0.0.1', port, 'cn=niemand')).toBe('refused')
})

it('nobody listens: refused; nobody answers: not known', async () => {
  expect(await tryPlainText('127.0.0.1', 1, 'cn=niemand')).toBe('refused')
  expect(await tryPlainText('127.0.0.1', await serve(() => undefined), 'cn=niemand')).toBe('unknown')
})
