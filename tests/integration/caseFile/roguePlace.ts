import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import { run } from '../servers/command'

/** A server of somebody else, with a certificate of their own, that writes down whatever reaches it. */
export interface RoguePlace {
  readonly url: string
  readonly caCertificate: string
  /** Everything that was received after the encryption began. */
  received(): string
  stop(): Promise<void>
}

export async function startRoguePlace(): Promise<RoguePlace> {
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-rogue-'))
  await run(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30'],
      ...['-keyout', 'rogue.key', '-out', 'rogue.pem', '-subj', '/CN=localhost'],
      ...['-addext', 'subjectAltName=DNS:localhost']
    ],
    { cwd: folder }
  )
  const caCertificate = await readFile(join(folder, 'rogue.pem'), 'utf8')
  let received = ''
  const key = await readFile(join(folder, 'rogue.key'))
  const server = createServer({ key, cert: caCertificate }, (socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (data: Buffer) => (received += data.toString('latin1')))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `ldaps://localhost:${address.port}`,
    caCertificate,
    received: () => received,
    async stop() {
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await rm(folder, { recursive: true, force: true })
    }
  }
}
