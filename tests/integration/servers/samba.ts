import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'ldapts'
import { domain, localDatabase, makeCertificates, provisionedDomain, tool } from './sambaDomain'

const run = promisify(execFile)

/** What a sign-in over SMB answers: the proof that an account really works, or really does not. */
export type SmbAnswer = 'ok' | 'mustChange' | 'expired' | 'disabled' | 'locked' | 'wrong'

const smbAnswers: Readonly<Record<string, SmbAnswer>> = {
  NT_STATUS_PASSWORD_MUST_CHANGE: 'mustChange',
  NT_STATUS_PASSWORD_EXPIRED: 'mustChange',
  NT_STATUS_ACCOUNT_EXPIRED: 'expired',
  NT_STATUS_ACCOUNT_DISABLED: 'disabled',
  NT_STATUS_ACCOUNT_LOCKED_OUT: 'locked',
  NT_STATUS_LOGON_FAILURE: 'wrong',
  NT_STATUS_NO_SUCH_USER: 'wrong'
}

export interface SambaOptions {
  /** Writes its JSON audit of sign-ins and changes into its log. Default: false. */
  readonly audits?: boolean
}

export interface SambaServer {
  readonly url: string
  readonly address: string
  /** The organisational unit delegated to the bind account; empty at first. */
  readonly baseDn: string
  readonly domainDn: string
  readonly bindDn: string
  readonly bindPassword: string
  /** PEM of the certificate authority to pin. */
  readonly caCertificate: string
  readonly logFile: string
  /** What the server proves itself with: for something that stands in its place. */
  readonly identity: { readonly certificateFile: string; readonly keyFile: string }
  /** Signs in over SMB as a Windows PC would. */
  smbSignIn(login: string, password: string): Promise<SmbAnswer>
  /** Changes a password as the person, as at the first sign-in; throws when the server refuses. */
  changePassword(login: string, oldPassword: string, newPassword: string): Promise<void>
  /** Asks for a Kerberos ticket; true: there was one. */
  kerberosSignIn(login: string, password: string): Promise<boolean>
  /** Runs samba-tool on the server's own database, as its administrator; answers what it printed. */
  tool(parameters: readonly string[]): Promise<string>
  /**
   * Makes a group with many members without going through a client, for tests of large answers; answers the
   * number of its members. The accounts have no password.
   */
  crowd(members: number, groupDn: string, containerDn: string): Promise<number>
  /** Ends the server at once, as a power cut would; the folder stays until `stop`. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts a Samba Active Directory domain controller of its own, with the domain of `sambaDomain.ts`, and resolves
 * once it answers LDAPS and SMB. Throws with the end of its log when it cannot start.
 *
 * [Note: ports of a domain controller] Its ports are fixed (88, 389, 445, 464, 636, ...), so each server gets a
 * loopback address of its own in 127.0.0.0/8; several run side by side. Low ports need root. smbd asks winbindd
 * through a socket whose path is compiled in (/run/samba/winbindd), so the server lives in a mount namespace in
 * which /run/samba is its own folder.
 */
export async function startSamba(options: SambaOptions = {}): Promise<SambaServer> {
  if (process.getuid?.() !== 0) throw new Error('Samba AD needs root: its ports are below 1024.')
  const source = await provisionedDomain()
  const folder = await mkdtemp(path.join(tmpdir(), 'netzwart-samba-'))
  try {
    return await start(source, folder, options)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

async function start(source: string, folder: string, { audits = false }: SambaOptions): Promise<SambaServer> {
  const address = await freeLoopbackAddress()
  const file = (...names: string[]) => path.join(folder, ...names)
  await run('cp', ['-a', path.join(source, 'private'), path.join(source, 'state'), folder])
  const { authority } = await makeCertificates(file('tls'), address)
  for (const name of ['lock', 'cache', 'pid', 'bind', 'ncalrpc', 'ntp', 'log', 'run']) {
    await mkdir(file(name), { mode: name === 'ntp' ? 0o750 : 0o755 })
  }
  const configuration = file('smb.conf')
  await writeFile(configuration, configurationOf(folder, address, audits))
  const process_ = await launch(folder, configuration)
  const caCertificate = await readFile(authority, 'utf8')
  const smbSignIn = (login: string, password: string) => signInOverSmb(folder, address, login, password)
  try {
    await untilReady(process_, address, caCertificate, smbSignIn)
  } catch (error) {
    await end(process_, 'SIGTERM')
    throw new Error(`Samba does not start: ${String(error)}\n${await logTail(folder)}`, { cause: error })
  }
  return {
    url: `ldaps://${address}`,
    address,
    baseDn: domain.baseDn,
    domainDn: domain.dn,
    bindDn: domain.bindAccount.dn,
    bindPassword: domain.bindAccount.password,
    caCertificate,
    logFile: file('log', 'samba.log'),
    identity: { certificateFile: file('tls', 'server.pem'), keyFile: file('tls', 'server.key') },
    smbSignIn,
    changePassword: (login, oldPassword, newPassword) =>
      withInput(
        'smbpasswd',
        ['-c', configuration, '-s', '-r', address, '-U', login],
        `${oldPassword}\n${newPassword}\n${newPassword}\n`
      ),
    kerberosSignIn: (login, password) => signInByKerberos(folder, address, login, password),
    tool: (parameters) => tool([...parameters, ...localDatabase(folder, configuration)]),
    crowd: async (members, groupDn, containerDn) => {
      const database = file('private', 'sam.ldb')
      const parameters = ['-c', crowdScript, configuration, database, String(members), groupDn, containerDn]
      await run('/usr/bin/python3', parameters)
      return members
    },
    kill: () => end(process_, 'SIGKILL'),
    stop: async () => {
      await end(process_, 'SIGTERM')
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** Samba's own Python library: all in one transaction, thousands of accounts in seconds. */
const crowdScript = `
import sys
from samba.auth import system_session
from samba.param import LoadParm
from samba.samdb import SamDB

configuration, database, members, group, container = sys.argv[1:]
parameters = LoadParm()
parameters.load(configuration)
directory = SamDB(url=database, session_info=system_session(), lp=parameters)
directory.transaction_start()
names = ["crowd%d" % number for number in range(int(members))]
for name in names:
    directory.add({"dn": "CN=%s,%s" % (name, container), "objectClass": "user",
                   "sAMAccountName": name, "userAccountControl": "546"})
directory.add({"dn": group, "objectClass": "group", "member": ["CN=%s,%s" % (name, container) for name in names]})
directory.transaction_commit()
`

function configurationOf(folder: string, address: string, audits: boolean): string {
  return `[global]
netbios name = ${domain.hostName.toUpperCase()}
realm = ${domain.realm}
workgroup = ${domain.workgroup}
server role = active directory domain controller
server services = s3fs, rpc, ldap, kdc, winbindd
prefork children = 1
interfaces = ${address}/8
bind interfaces only = yes
private dir = ${folder}/private
state directory = ${folder}/state
lock directory = ${folder}/lock
cache directory = ${folder}/cache
pid directory = ${folder}/pid
binddns dir = ${folder}/bind
ncalrpc dir = ${folder}/ncalrpc
ntp signd socket directory = ${folder}/ntp
winbindd socket directory = /run/samba/winbindd
log file = ${folder}/log/samba.log
max log size = 10000
${audits ? 'log level = 1 auth_json_audit:3 dsdb_json_audit:5 dsdb_password_json_audit:5 dsdb_group_json_audit:5' : ''}
tls keyfile = ${folder}/tls/server.key
tls certfile = ${folder}/tls/server.pem
tls cafile = ${folder}/tls/ca.pem
# A real domain takes the previous password over NTLM for an hour more; here a change is to show at once.
old password allowed period = 0
disable spoolss = yes
load printers = no
printcap name = /dev/null
idmap_ldb:use rfc2307 = yes
`
}

async function launch(folder: string, configuration: string): Promise<ChildProcess> {
  const script = 'mkdir -p /run/samba && mount --bind "$0" /run/samba && exec "$@"'
  const command = [
    ...['unshare', '--mount', '--propagation', 'private', 'sh', '-c', script, path.join(folder, 'run')],
    ...['samba', '-i', '-s', configuration, '-M', 'prefork']
  ]
  const log = await open(path.join(folder, 'log', 'samba.log'), 'a')
  try {
    // Interactive Samba ends when its standard input does: no server outlives a killed test run.
    const child = spawn('env', command, { stdio: ['pipe', log.fd, log.fd] })
    child.stdin?.on('error', () => undefined)
    return child
  } finally {
    await log.close()
  }
}

async function untilReady(
  samba: ChildProcess,
  address: string,
  ca: string,
  smbSignIn: SambaServer['smbSignIn'],
  deadline = Date.now() + 60_000
): Promise<void> {
  for (;;) {
    try {
      await bindOnce(address, ca)
      const answer = await smbSignIn(domain.bindAccount.login, domain.bindAccount.password)
      if (answer === 'ok') return
      throw new Error(`SMB answers ${answer}`)
    } catch (error) {
      if (samba.exitCode !== null || samba.signalCode !== null || Date.now() > deadline) throw error
      await delay(50)
    }
  }
}

async function bindOnce(address: string, ca: string): Promise<void> {
  const client = new Client({
    url: `ldaps://${address}`,
    tlsOptions: { ca },
    timeout: 5000,
    connectTimeout: 2000
  })
  try {
    await client.bind(domain.bindAccount.dn, domain.bindAccount.password)
  } finally {
    await client.unbind()
  }
}

async function signInOverSmb(
  folder: string,
  address: string,
  login: string,
  password: string
): Promise<SmbAnswer> {
  const secret = await mkdtemp(path.join(folder, 'sign-in-'))
  try {
    const file = path.join(secret, 'authentication')
    const text = `username = ${login}\npassword = ${password}\ndomain = ${domain.workgroup}\n`
    await writeFile(file, text, { mode: 0o600 })
    const parameters = [
      `//${address}/ipc$`,
      '-A',
      file,
      '--use-kerberos=off',
      '-s',
      '/dev/null',
      '-c',
      'quit'
    ]
    await run('smbclient', parameters)
    return 'ok'
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    const status = /NT_STATUS_\w+/.exec(`${stdout ?? ''}${stderr ?? ''}`)?.[0]
    const answer = status === undefined ? undefined : smbAnswers[status]
    if (answer === undefined) throw error
    return answer
  } finally {
    await rm(secret, { recursive: true, force: true })
  }
}

async function signInByKerberos(
  folder: string,
  address: string,
  login: string,
  password: string
): Promise<boolean> {
  const own = await mkdtemp(path.join(folder, 'kerberos-'))
  try {
    const configuration = path.join(own, 'krb5.conf')
    await writeFile(
      configuration,
      `[libdefaults]\ndefault_realm = ${domain.realm}\n[realms]\n${domain.realm} = {\n kdc = ${address}\n}\n`
    )
    const environment = { KRB5_CONFIG: configuration, KRB5CCNAME: path.join(own, 'tickets') }
    return await withInput('kinit', [`${login}@${domain.realm}`], `${password}\n`, environment).then(
      () => true,
      () => false
    )
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}

/** Runs a program with a secret on its standard input; throws what it wrote when it fails. */
async function withInput(
  program: string,
  parameters: readonly string[],
  input: string,
  environment: Readonly<Record<string, string>> = {}
): Promise<void> {
  const child = spawn(program, [...parameters], { env: { ...process.env, ...environment } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      said += text.toString()
    })
  }
  child.stdin.end(input)
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${program} failed: ${said.trim()}`)
}

/** A random address of 127.0.0.0/8 on which nobody has the ports of a domain controller. */
async function freeLoopbackAddress(): Promise<string> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const address = `127.${randomInt(64, 250)}.${randomInt(1, 250)}.${randomInt(1, 250)}`
    const free = await Promise.all([389, 636, 445].map((port) => isFree(address, port)))
    if (free.every(Boolean)) return address
  }
  throw new Error('No loopback address with free LDAP and SMB ports: does another server listen on 0.0.0.0?')
}

async function isFree(address: string, port: number): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port, address)
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}

/** Ends the server and all processes below it, and nothing else. */
async function end(root: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (root.pid === undefined) return
  const family = await familyOf(root.pid)
  const members = signal === 'SIGTERM' ? family.slice(0, 1) : family
  for (const pid of members) sendSignal(pid, signal)
  const deadline = Date.now() + 5000
  while (Date.now() < deadline) {
    const alive = (await processes()).filter(({ pid, zombie }) => !zombie && family.includes(pid))
    if (alive.length === 0) return
    await delay(20)
  }
  for (const pid of family) sendSignal(pid, 'SIGKILL')
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended already.
  }
}

/** The process and all its descendants; empty once it has ended. */
async function familyOf(root: number): Promise<number[]> {
  const all = await processes()
  const family = all.some(({ pid, zombie }) => pid === root && !zombie) ? [root] : []
  for (const parent of family) {
    family.push(...all.filter((process_) => process_.parent === parent).map(({ pid }) => pid))
  }
  return family
}

interface ProcessEntry {
  readonly pid: number
  readonly parent: number
  readonly zombie: boolean
}

async function processes(): Promise<ProcessEntry[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const entries = await Promise.all(
    names.map(async (name): Promise<ProcessEntry[]> => {
      const text = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
      const fields = /^.*\) (\S) (\d+)/s.exec(text)
      return fields === null
        ? []
        : [{ pid: Number(name), parent: Number(fields[2]), zombie: fields[1] === 'Z' }]
    })
  )
  return entries.flat()
}

async function logTail(folder: string): Promise<string> {
  const names = await readdir(path.join(folder, 'log')).catch(() => [])
  const texts = await Promise.all(
    names.map((name) => readFile(path.join(folder, 'log', name), 'utf8').catch(() => ''))
  )
  return texts.join('\n').split('\n').slice(-40).join('\n')
}
