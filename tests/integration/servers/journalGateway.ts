import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { run } from './command'
import { makeCertificates } from './slapd'

/** An entry of a made-up journal. */
export interface MadeEntry {
  /** Milliseconds since 1970 (UTC). */
  readonly time: number
  readonly message: string | Uint8Array
  readonly fields?: Readonly<Record<string, string>>
}

export interface JournalGateway {
  /** `https://localhost:<port>`. */
  readonly address: string
  /** The CA of its certificate, PEM. */
  readonly caCertificate: string
  /** Adds a file to the journal; entries in the order of their time. */
  write(name: string, entries: readonly MadeEntry[]): Promise<void>
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
    async write(name, entries) {
      const file = join(folder, 'export')
      await writeFile(file, exportOf(entries))
      await run(writer, ['--split-mode=none', '-o', join(journal, `${name}.journal`), file])
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

const boot = '0123456789abcdef0123456789abcdef'
const machine = 'fedcba9876543210fedcba9876543210'

/** The journal's export format. */
function exportOf(entries: readonly MadeEntry[]): Buffer {
  const pieces: Buffer[] = []
  const [first] = entries
  for (const { time, message, fields = {} } of entries) {
    const lines = {
      __REALTIME_TIMESTAMP: `${time}000`,
      __MONOTONIC_TIMESTAMP: `${(time - (first?.time ?? 0) + 1) * 1000}`,
      ...{
        _BOOT_ID: boot,
        _MACHINE_ID: machine,
        _HOSTNAME: 'server',
        _TRANSPORT: 'syslog',
        _PID: '77',
        _UID: '0'
      },
      ...fields
    }
    pieces.push(
      Buffer.from(
        Object.entries(lines)
          .map(([name, value]) => `${name}=${value}\n`)
          .join('')
      ),
      valueOf('MESSAGE', message),
      Buffer.from('\n')
    )
  }
  return Buffer.concat(pieces)
}

/** With its length, so that it may hold anything. */
function valueOf(name: string, value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value)
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(bytes.length))
  return Buffer.concat([Buffer.from(`${name}\n`), length, bytes, Buffer.from('\n')])
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
