import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { run, tryRun } from './command'

interface RadiusDirectory {
  /** ldaps address; libldap takes `localhost` for the machine's own name. */
  readonly url: string
  readonly caCertificate: string
  readonly identity: string
  readonly password: string
  readonly baseDn: string
  /** `uid` and `groupOfNames`, or Active Directory's names. */
  readonly kind: 'openldap' | 'active-directory'
}

export interface FreeRadiusOptions {
  readonly directory: RadiusDirectory
  /**
   * Who decides about the password. `pap`: as Debian ships it, FreeRADIUS reads `userPassword` and compares. `bind`: it
   * signs in to the directory as the person (Auth-Type LDAP).
   */
  readonly decides: 'pap' | 'bind'
  /** Only members of this group are let in; null: no question for a group, as shipped. */
  readonly group: string | null
  /** Runs as a service does and writes each sign-in into `radius.log` (`auth = yes`). Default: false, it shows what it does. */
  readonly writesLog?: boolean
  /** Writes `log/linelog` of its folder with these messages for who was let in and who was not. Default: it does not. */
  readonly linelog?: { readonly accepted: string; readonly rejected: string }
}

export interface FreeRadiusServer {
  readonly host: string
  readonly port: number
  readonly secret: string
  /** Asks with `radclient`, PAP. */
  ask(login: string, password: string): Promise<'accepted' | 'rejected' | 'noAnswer'>
  /** What it has written so far. */
  log(): string
  /** The same of linelog. */
  linelog(): Promise<string>
  stop(): Promise<void>
}

const shipped = '/etc/freeradius/3.0'
const host = '127.0.0.1'

/** The lines that Debian ships as comments, to let a bind decide. */
export const bindDecides = `
	if ((ok || updated) && User-Password && !control:Auth-Type) {
		update {
			control:Auth-Type := ldap
		}
	}
`

/** Only members of a group are let in. */
export function groupDecides(group: string): string {
  return `
	if (!(LDAP-Group == "${group}")) {
		reject
	}
`
}

/**
 * Starts a real FreeRADIUS on a free loopback port, with a copy of Debian's own configuration in a folder of its own and
 * no more changed in it than one has to: addresses, the client, the directory, and what the options ask for. Needs root,
 * who alone may read the shipped configuration.
 */
export async function startFreeRadius(options: FreeRadiusOptions): Promise<FreeRadiusServer> {
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-freeradius-'))
  try {
    return await start(options, folder)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function start(options: FreeRadiusOptions, folder: string): Promise<FreeRadiusServer> {
  const secret = randomBytes(16).toString('hex')
  const port = await freePort()
  const file = (...names: string[]): string => join(folder, ...names)
  await run('cp', ['-a', '--no-preserve=ownership', `${shipped}/.`, folder])
  await mkdir(file('log'))
  await mkdir(file('run'))
  await writeFile(file('directory-ca.pem'), options.directory.caCertificate)
  await writeFile(file('secret'), secret, { mode: 0o600 })
  await change(file('radiusd.conf'), [
    [/^raddbdir = .*$/m, `raddbdir = ${folder}`],
    [/^logdir = .*$/m, `logdir = ${folder}/log`],
    [/^run_dir = .*$/m, `run_dir = ${folder}/run`],
    ...(options.writesLog === true ? ([[/^\tauth = no$/m, '\tauth = yes']] as const) : []),
    [/^\tuser = freerad$/m, ''],
    [/^\tgroup = freerad$/m, '']
  ])
  await change(file('clients.conf'), [[/secret = testing123/, `secret = ${secret}`]])
  await change(file('sites-available', 'default'), [
    // Links point to the shipped files; the site is written anew below.
    [/^listen \{[\s\S]*^authorize \{/m, `${listenOn(port)}\nauthorize {`],
    ...(options.decides === 'bind'
      ? ([
          [/^\t-ldap$/m, `\t-ldap${bindDecides}`],
          [/^#\tAuth-Type LDAP \{\n#\t\tldap\n#\t\}/m, '\tAuth-Type LDAP {\n\t\tldap\n\t}']
        ] as const)
      : []),
    ...(options.group === null
      ? []
      : ([[/^post-auth \{$/m, `post-auth {${groupDecides(options.group)}`]] as const))
  ])
  if (options.linelog !== undefined) await writeLinelog(options.linelog, file)
  await change(file('sites-available', 'inner-tunnel'), [[/^listen \{[\s\S]*?^\}/m, '']])
  await change(file('mods-available', 'ldap'), directoryChanges(options.directory, file('directory-ca.pem')))
  await relink(folder, 'sites', ['default', 'inner-tunnel'])
  await relink(folder, 'mods', [...(await readdir(file('mods-enabled'))), 'ldap'])
  const { child, log } = await launch(folder, options.writesLog === true)
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    }
    await rm(folder, { recursive: true, force: true })
  }
  return {
    ...{ host, port, secret, log, stop },
    ask: (login, password) => ask(folder, port, login, password),
    linelog: () => readFile(file('log', 'linelog'), 'utf8')
  }
}

async function writeLinelog(
  { accepted, rejected }: NonNullable<FreeRadiusOptions['linelog']>,
  file: (...names: string[]) => string
): Promise<void> {
  await change(file('mods-available', 'linelog'), [
    [/"Accepted user: %\{User-Name\}"/, `"${accepted}"`],
    [/"Rejected user: %\{User-Name\}"/, `"${rejected}"`]
  ])
  await change(file('sites-available', 'default'), [
    [/^post-auth \{$/m, 'post-auth {\n\tlinelog'],
    [/^\tPost-Auth-Type REJECT \{$/m, '\tPost-Auth-Type REJECT {\n\t\tlinelog']
  ])
}

function listenOn(port: number): string {
  return `listen {\n\ttype = auth\n\tipaddr = ${host}\n\tport = ${port}\n}\n`
}

type Changes = readonly (readonly [pattern: RegExp, replacement: string])[]

/** Throws where Debian's file is no longer as it was, so that no test runs on what it does not think. */
async function change(path: string, changes: Changes): Promise<void> {
  let text = await readFile(path, 'utf8')
  for (const [pattern, replacement] of changes) {
    if (!pattern.test(text)) throw new Error(`${path} has nothing like ${String(pattern)}`)
    text = text.replace(pattern, () => replacement)
  }
  await writeFile(path, text)
}

function directoryChanges({ url, identity, password, baseDn, kind }: RadiusDirectory, ca: string): Changes {
  const basic: Changes = [
    [/^\tserver = 'localhost'$/m, `\tserver = '${url}'`],
    [/^#\tidentity = .*$/m, `\tidentity = '${identity}'`],
    [/^#\tpassword = .*$/m, `\tpassword = '${password}'`],
    [/^\tbase_dn = 'dc=example,dc=org'$/m, `\tbase_dn = '${baseDn}'`],
    [/^#\t\tca_file\t= .*$/m, `\t\tca_file = ${ca}`],
    [/^#\t\tmembership_filter = .*$/m, '\t\tmembership_filter = "(member=%{control:Ldap-UserDn})"']
  ]
  return kind === 'openldap'
    ? [
        ...basic,
        [/^\t\tfilter = '\(objectClass=posixGroup\)'$/m, "\t\tfilter = '(objectClass=groupOfNames)'"]
      ]
    : [
        ...basic,
        [/^\t\tfilter = '\(objectClass=posixGroup\)'$/m, "\t\tfilter = '(objectClass=group)'"],
        [
          /\(uid=%\{%\{Stripped-User-Name\}:-%\{User-Name\}\}\)/,
          '(sAMAccountName=%{%{Stripped-User-Name}:-%{User-Name}})'
        ],
        [/^\t\tchase_referrals = yes$/m, '\t\tchase_referrals = no']
      ]
}

/** The copied links point into the shipped folder. */
async function relink(folder: string, kind: 'sites' | 'mods', names: readonly string[]): Promise<void> {
  const enabled = join(folder, `${kind}-enabled`)
  await rm(enabled, { recursive: true, force: true })
  await mkdir(enabled)
  for (const name of new Set(names))
    await symlink(join(folder, `${kind}-available`, name), join(enabled, name))
}

async function launch(
  folder: string,
  writesLog: boolean
): Promise<{ child: ChildProcess; log: () => string }> {
  const shown = writesLog ? [] : ['-xx', '-l', 'stdout']
  const words = ['--pdeathsig', 'KILL', 'freeradius', '-f', ...shown, '-d', folder]
  const child = spawn('setpriv', words, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      said += text.toString()
    })
  }
  const file = join(folder, 'log', 'radius.log')
  const log = (): string => (writesLog ? said + (existsSync(file) ? readFileSync(file, 'utf8') : '') : said)
  const deadline = Date.now() + 60_000
  while (!log().includes('Ready to process requests')) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`FreeRADIUS did not start: ${log().slice(-3000)}`)
    await delay(20)
  }
  return { child, log }
}

async function ask(
  folder: string,
  port: number,
  login: string,
  password: string
): Promise<'accepted' | 'rejected' | 'noAnswer'> {
  const request = await mkdtemp(join(folder, 'request-'))
  try {
    const attributes = join(request, 'attributes')
    const text = `User-Name = "${login}"\nUser-Password = "${password}"\nNAS-Identifier = "test"\nMessage-Authenticator = 0x00\n`
    await writeFile(attributes, text, { mode: 0o600 })
    // The secret travels in a file, never in the arguments.
    const words = ['-x', '-r', '1', '-t', '20', '-f', attributes, '-S', join(folder, 'secret')]
    const answer = await tryRun('radclient', [...words, `${host}:${port}`, 'auth'], process.env)
    if (answer.stdout.includes('Received Access-Accept')) return 'accepted'
    if (answer.stdout.includes('Received Access-Reject')) return 'rejected'
    if (`${answer.stdout}${answer.stderr}`.includes('No reply from server')) return 'noAnswer'
    throw new Error(`radclient: ${answer.stdout}${answer.stderr}`)
  } finally {
    await rm(request, { recursive: true, force: true })
  }
}

async function freePort(): Promise<number> {
  const socket = createSocket('udp4')
  socket.bind(0, host)
  await once(socket, 'listening')
  const { port } = socket.address()
  await new Promise<void>((resolve) => socket.close(resolve))
  return port
}
