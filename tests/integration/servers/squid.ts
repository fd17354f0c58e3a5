import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { run } from './command'

export interface SquidOptions {
  /** Who may use it, with passwords. */
  readonly people: Readonly<Record<string, string>>
  /** Logs that it writes, by the name of the file: one of its own formats, or a `logformat`. */
  readonly logs: Readonly<Record<string, string>>
}

export interface SquidRequest {
  /** null: without a sign-in. */
  readonly person: string | null
  readonly password?: string
  readonly path: string
  readonly agent?: string
}

export interface SquidServer {
  /** Asks for a page of a server of the test over the proxy, with a sign-in as browsers send it. @returns the status */
  ask(request: SquidRequest): Promise<number>
  /** What stands in a log by now. */
  log(name: string): Promise<Buffer>
  /** Path of a log. */
  file(name: string): string
  stop(): Promise<void>
}

const host = '127.0.0.1'
const ownFormats = ['squid', 'combined']

/**
 * Starts a real Squid on a free loopback port, with people who sign in by Basic (Debian's basic_ncsa_auth), a web server behind it that knows
 * no page, and one log for each format. It ends with the process that has started it.
 */
export async function startSquid({ people, logs }: SquidOptions): Promise<SquidServer> {
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-squid-'))
  const file = (name: string): string => join(folder, name)
  const web = createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/plain' })
    answer.end('x')
  })
  web.listen(0, host)
  await once(web, 'listening')
  const { port: webPort } = web.address() as AddressInfo
  const port = await freePort()
  const passwords: string[] = []
  for (const [person, password] of Object.entries(people)) {
    const { stdout } = await run('openssl', ['passwd', '-apr1', password])
    passwords.push(`${person}:${stdout.trim()}`)
  }
  await writeFile(file('passwords'), passwords.join('\n') + '\n')
  const written = Object.entries(logs).map(([name, format], index) =>
    ownFormats.includes(format)
      ? `access_log stdio:${file(name)} ${format}`
      : `logformat own${index} ${format}\naccess_log stdio:${file(name)} own${index}`
  )
  await writeFile(
    file('squid.conf'),
    [
      `http_port ${host}:${port}`,
      `pid_filename ${file('squid.pid')}`,
      `cache_log ${file('cache.log')}`,
      `coredump_dir ${folder}`,
      'visible_hostname proxy.schule.example',
      'cache deny all',
      `auth_param basic program /usr/lib/squid/basic_ncsa_auth ${file('passwords')}`,
      'auth_param basic children 1',
      'auth_param basic realm Schule',
      'acl signedIn proxy_auth REQUIRED',
      'http_access allow signedIn',
      'http_access deny all',
      'strip_query_terms off',
      'shutdown_lifetime 0 seconds',
      ...written,
      ''
    ].join('\n')
  )
  // As root it goes on as a user of its own.
  await chmod(folder, 0o777)
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', 'squid', '-N', '-f', file('squid.conf')], {
    stdio: ['ignore', 'ignore', 'pipe']
  })
  let said = ''
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString()
  })
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    }
    web.close()
    web.closeAllConnections()
    await rm(folder, { recursive: true, force: true })
  }
  const deadline = Date.now() + 60_000
  const isReady = (): boolean =>
    existsSync(file('cache.log')) && readFileSync(file('cache.log'), 'utf8').includes('Accepting HTTP')
  while (!isReady()) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`Squid did not start: ${said.slice(-2000)}`)
    }
    await delay(20)
  }
  return {
    ask: (asked) => ask(asked, port, `http://${host}:${webPort}${asked.path}`),
    log: (name) => readFile(file(name)),
    file,
    stop
  }
}

async function ask(
  { person, password = '', agent = 'test' }: SquidRequest,
  port: number,
  url: string
): Promise<number> {
  const signIn =
    person === null
      ? {}
      : { 'proxy-authorization': `Basic ${Buffer.from(`${person}:${password}`).toString('base64')}` }
  const sent = request({ host, port, path: url, headers: { ...signIn, 'user-agent': agent }, agent: false })
  sent.end()
  const [answer] = (await once(sent, 'response')) as [{ statusCode?: number; resume(): void }]
  answer.resume()
  await once(answer as never, 'end')
  return answer.statusCode ?? 0
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
