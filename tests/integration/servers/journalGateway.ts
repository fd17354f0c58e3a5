import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { run } from './command'
import { exportOf, type MadeEntry } from '../../unit/support/journalEntries'
import { makeCertificates } from './slapd'

export interface JournalGateway {
  /** `https://localhost:<port>`. */
  readonly address: string
  /** The CA of its certificate, PEM, and the file in which it lies. */
  readonly caCertificate: string
  readonly authorityFile: string
  /** Adds a file to the journal; entries in the order of their time. */
  write(name: string, entries: readonly MadeEntry[]): Promise<void>
  /** All of it as `journalctl -o export` writes it. */
  exported(): Promise<Buffer>
  /** Deletes a file of the journal, as vacuuming does. */
  remove(name: string): Promise<void>
  /** Kills it in the middle of whatever it does. */
  kill(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

const gateway = '/lib/systemd/systemd-journal-gatewayd'
const writer = '/lib/systemd/systemd-journal-remote'

/** systemd's journal gateway with a certificate, over a folder of journal files that systemd-journal-remote has written. */
export async function startJournalGateway(
  options: Parameters<typeof makeCertificates>[1] = {}
): Promise<JournalGateway> {
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-journal-'))
  const journal = join(folder, 'journal')
  await mkdir(journal)
  await makeCertificates(folder, options)
  const caCertificate = await readFile(join(folder, 'ca.pem'), 'utf8')
  const port = await freePort()
  let server: ChildProcess | null = null

  const kill = async (): Promise<void> => {
    const running = server
    server = null
    if (running?.exitCode !== null || running.signalCode !== null) return
    const ended = once(running, 'exit')
    running.kill('SIGKILL')
    await ended
  }
  const start = async (): Promise<void> => {
    const words = [
      `--cert=${join(folder, 'server.pem')}`,
      `--key=${join(folder, 'server.key')}`,
      '-D',
      journal
    ]
    server = spawn('systemd-socket-activate', ['-l', `127.0.0.1:${port}`, gateway, ...words], {
      stdio: 'ignore'
    })
    await reachable(port)
  }
  await start()
  return {
    address: `https://localhost:${port}`,
    caCertificate,
    authorityFile: join(folder, 'ca.pem'),
    async write(name, entries) {
      const file = join(folder, 'export')
      await writeFile(file, exportOf(entries))
      await run(writer, ['--split-mode=none', '-o', join(journal, `${name}.journal`), file])
    },
    async exported() {
      const file = join(folder, 'exported')
      await run('sh', ['-c', 'journalctl -D "$0" -o export > "$1"', journal, file])
      return readFile(file)
    },
    remove: (name) => rm(join(journal, `${name}.journal`)),
    kill,
    start,
    async stop() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** The first connection makes the gateway start. */
async function reachable(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => resolve(true))
      socket.once('error', () => resolve(false))
      socket.once('close', () => socket.destroy())
      setTimeout(() => socket.destroy(), 1_000).unref()
    })
    if (isThere) return
    await delay(50)
  }
  throw new Error('the journal gateway does not listen')
}
