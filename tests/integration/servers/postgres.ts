import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { appendFile, chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import type { PostgresLocation } from '../../../src-main/contract/caseFile'
import { run, tryRun } from './command'
import { makeAuthority } from './slapd'

/** An empty database of its own, its owner, and the role that the app is to use, which is not made yet. */
export interface TestDatabase {
  readonly location: PostgresLocation
  /** Of the app's role. */
  readonly password: string
  readonly owner: { readonly role: string; readonly password: string }
}

export interface PostgresServer {
  readonly port: number
  readonly caCertificate: string
  readonly folder: string
  /** By default with an owner that may make roles. */
  makeDatabase(options?: {
    readonly ownerMakesRoles?: boolean
    readonly encoding?: string
  }): Promise<TestDatabase>
  /** As the superuser, in a database; answers the rows. */
  ask(database: string, sql: string): Promise<Record<string, unknown>[]>
  /** Ends the server at once, as a power cut would; `restart` brings it back with the same data. */
  kill(): Promise<void>
  restart(): Promise<void>
  stop(): Promise<void>
}

const prefix = 'netzwart-postgres-'
const superuser = { role: 'postgres', password: "root-only'for-tests" }

/**
 * Starts a real PostgreSQL on a free loopback port: TLS with a CA of its own and a certificate for `localhost` only,
 * no other way in than TLS with SCRAM. A cluster that the Debian package made for itself does not matter to it.
 */
export async function startPostgres(): Promise<PostgresServer> {
  await removeLeftovers()
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
  try {
    return await start(folder)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function start(folder: string): Promise<PostgresServer> {
  const programs = await findPrograms()
  const port = await freePort()
  const caCertificate = await makeAuthority(folder, 'ca')
  await makeCertificate(folder)
  await writeFile(join(folder, 'password'), superuser.password)
  if (isRoot) await run('chown', ['-R', 'postgres:', folder])
  const initialise = [
    ...[join(programs, 'initdb'), '-D', join(folder, 'data'), '-U', superuser.role, '-E', 'UTF8'],
    ...['--locale=C.UTF-8', '-A', 'scram-sha-256', `--pwfile=${join(folder, 'password')}`, '--no-sync']
  ]
  await run('env', [...asServer, ...initialise], { cwd: folder })
  await appendFile(join(folder, 'data', 'postgresql.conf'), configuration(folder, port))
  await writeFile(
    join(folder, 'data', 'pg_hba.conf'),
    'hostssl all all 127.0.0.1/32 scram-sha-256\nhostssl all all ::1/128 scram-sha-256\n'
  )

  const ask = async (database: string, sql: string): Promise<Record<string, unknown>[]> => {
    const client = new Client({
      host: 'localhost',
      port,
      database,
      user: superuser.role,
      password: superuser.password,
      ssl: { ca: caCertificate },
      connectionTimeoutMillis: 5_000
    })
    client.on('error', () => undefined)
    await client.connect()
    try {
      const { rows } = await client.query<Record<string, unknown>>(sql)
      return rows
    } finally {
      await client.end()
    }
  }
  let server = await launch(programs, folder, ask)
  const kill = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const exited = once(server, 'exit')
    // Immediate shutdown: all its processes end without a goodbye, and none is left to hinder the next start.
    server.kill('SIGQUIT')
    await exited
  }
  return {
    port,
    caCertificate,
    folder,
    ask,
    kill,
    async makeDatabase({ ownerMakesRoles = true, encoding = 'UTF8' } = {}) {
      const name = `case_${randomBytes(5).toString('hex')}`
      const [owner, role] = [`${name}_owner`, `${name}-app`]
      const rights = ownerMakesRoles ? 'createrole' : 'nocreaterole'
      await ask('postgres', `create role ${owner} login ${rights} password 'owner'`)
      const template = encoding === 'UTF8' ? '' : `template template0 encoding '${encoding}' locale 'C'`
      await ask('postgres', `create database ${name} owner ${owner} ${template}`)
      return {
        location: { host: 'localhost', port, database: name, role, caCertificate },
        password: "App'sÄ$pass\\word",
        owner: { role: owner, password: 'owner' }
      }
    },
    async restart() {
      await kill()
      server = await launch(programs, folder, ask)
    },
    async stop() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    }
  }
}

const isRoot = process.getuid?.() === 0
/** PostgreSQL refuses to run as root. */
const asServer = isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups'] : []

/** Debian keeps them out of the path, in a folder for each version. */
async function findPrograms(): Promise<string> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => [])
  const newest = versions.sort((left, right) => Number(right) - Number(left))[0]
  if (newest === undefined) throw new Error('PostgreSQL is not installed (Debian package postgresql).')
  return `/usr/lib/postgresql/${newest}/bin`
}

function configuration(folder: string, port: number): string {
  return [
    '',
    "listen_addresses = '127.0.0.1'",
    `port = ${port}`,
    `unix_socket_directories = '${folder}'`,
    'ssl = on',
    `ssl_cert_file = '${folder}/server.pem'`,
    `ssl_key_file = '${folder}/server.key'`,
    'shared_buffers = 16MB',
    'max_connections = 60',
    'password_encryption = scram-sha-256',
    // What a school's server may log: everything.
    'log_statement = all',
    'logging_collector = off',
    // Tests throw the data away, and no test cuts the power of the machine.
    'fsync = off',
    ''
  ].join('\n')
}

async function launch(programs: string, folder: string, ask: PostgresServer['ask']): Promise<ChildProcess> {
  // The kernel ends the server when this process dies (pdeathsig); its own processes end with it.
  const child = spawn(
    'env',
    [
      ...['setpriv', '--pdeathsig', 'QUIT', ...asServer.slice(1)],
      ...[join(programs, 'postgres'), '-D', join(folder, 'data')]
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] }
  )
  child.stderr.on('data', (data: Buffer) => void appendFile(join(folder, 'log'), data).catch(() => undefined))
  const deadline = Date.now() + 30_000
  for (;;) {
    try {
      await ask('postgres', 'select 1')
      return child
    } catch (error) {
      if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
        const log = await readFile(join(folder, 'log'), 'utf8').catch(() => '')
        throw new Error(`PostgreSQL did not start: ${log.slice(-2_000)}`, { cause: error })
      }
      await delay(20)
    }
  }
}

async function makeCertificate(folder: string): Promise<void> {
  await writeFile(join(folder, 'server.ext'), 'subjectAltName=DNS:localhost\nextendedKeyUsage=serverAuth\n')
  const request = ['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  await run(
    'openssl',
    [...request, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=Fallakte der Testschule'],
    { cwd: folder }
  )
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '365']
  await run(
    'openssl',
    ['x509', '-req', '-in', 'server.csr', ...signing, '-extfile', 'server.ext', '-out', 'server.pem'],
    { cwd: folder }
  )
  await chmod(join(folder, 'server.key'), 0o600)
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  await once(server.close(), 'close')
  return address.port
}

/** Folders of test processes that died before they could clean up. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(prefix) ? name.slice(prefix.length).split('-')[0] : undefined
    if (pid === undefined || (await tryRun('kill', ['-0', pid], process.env)).code === 0) continue
    await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
}
