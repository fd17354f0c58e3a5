import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { run } from './command'

export { ldapCompareAsRoot, ldapModifyAsRoot, ldapPasswd, ldapSearchAsRoot, ldapWhoAmI } from './slapdClients'

export interface SlapdOptions {
  /** The password policy overlay. Default: true. */
  readonly passwordPolicy?: boolean
  /** Attributes of the default policy that differ from the ordinary ones; null leaves one out. */
  readonly policy?: Readonly<Record<string, string | null>>
  /** The server hashes a password that comes in an Add. Default: true. */
  readonly hashCleartext?: boolean
  /** What the bind account may do. Default: `write`. `manage` bypasses the policy; `read` may only look. */
  readonly rights?: 'manage' | 'write' | 'read' | 'noDelete' | 'noChange' | 'noGroups' | 'noPassword'
  /** Most entries that the bind account gets in one search. Default: unlimited. */
  readonly sizeLimit?: number
  /** Simple binds without encryption are accepted. Default: false. */
  readonly acceptPlainText?: boolean
  /** Names and IP addresses in the server's certificate. Default: localhost and its addresses. */
  readonly certificateNames?: readonly string[]
  /** How long the server's certificate is valid. Default: 365. */
  readonly certificateDays?: number
  /** Entries below the base, LDIF. Default: the six containers of the default layout. */
  readonly entries?: string
  /** The overlay that writes each change into `audit.log` of its folder. Default: false. */
  readonly auditsChanges?: boolean
  /** The overlay that watches over logins and numbers. Default: false. */
  readonly uniqueNames?: boolean
  /** Overlays that write at each person which groups they are in; `refint` keeps both ends together. Default: none. */
  readonly memberOf?: 'alone' | 'refint'
  /** Writes `slapd.log` in its folder as with `olcLogLevel: stats`, also over a restart. Default: false. */
  readonly writesLog?: boolean
  /** Writes reach the disk before they are answered. Default: false, as tests throw the data away. */
  readonly durable?: boolean
}

export interface SlapdServer {
  /** ldaps:// address by name. */
  readonly url: string
  /** The same by IP address: libldap takes `localhost` for the machine's own name. */
  readonly addressUrl: string
  /** ldap:// address on loopback. */
  readonly plainUrl: string
  readonly port: number
  readonly plainPort: number
  readonly baseDn: string
  /** The delegated bind account and its password. */
  readonly bindDn: string
  readonly bindPassword: string
  /** The rootdn, for preparing and looking past all rights. */
  readonly rootDn: string
  readonly rootPassword: string
  readonly caCertificate: string
  readonly caFile: string
  readonly folder: string
  /** Kills the server without any goodbye; `restart` brings it back with the same data. */
  kill(): Promise<void>
  /** Holds the process so that it accepts connections and answers nothing. */
  freeze(): void
  thaw(): void
  restart(): Promise<void>
  stop(): Promise<void>
}

const baseDn = 'dc=schule,dc=example'
const bindDn = `cn=netzwart,ou=dienste,${baseDn}`
const bindPassword = 'Dienst!Konto-2026'
const rootDn = `cn=root,${baseDn}`
const rootPassword = 'root-only-for-tests'
const prefix = 'netzwart-slapd-'

export const defaultContainers = ['pupils', 'teachers', 'staff', 'classes', 'groups']
  .map((name) => `dn: ou=${name},${baseDn}\nobjectClass: organizationalUnit\nou: ${name}\n`)
  .join('\n')

/** The same, with groups of these names in which nobody is yet. */
export function containersWithGroups(names: readonly string[]): string {
  const groups = names.map(
    (name) =>
      `dn: cn=${name},ou=groups,${baseDn}\nobjectClass: groupOfNames\ncn: ${name}\nmember: ${baseDn}\n`
  )
  return [defaultContainers, ...groups].join('\n')
}

const ordinaryPolicy: Readonly<Record<string, string>> = {
  pwdAttribute: 'userPassword',
  pwdLockout: 'TRUE',
  pwdLockoutDuration: '900',
  pwdMaxFailure: '5',
  pwdMustChange: 'TRUE',
  pwdAllowUserChange: 'TRUE',
  pwdCheckQuality: '2',
  pwdMinLength: '8'
}

/** Starts a real slapd on free loopback ports: LDAPS with a CA of its own, mdb, ppolicy. */
export async function startSlapd(options: SlapdOptions = {}): Promise<SlapdServer> {
  await removeLeftovers()
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
  const [port, plainPort] = await freePorts()
  const caFile = join(folder, 'ca.pem')
  await makeCertificates(folder, options)
  await mkdir(join(folder, 'data'))
  await writeFile(join(folder, 'slapd.conf'), configuration(folder, options), { mode: 0o600 })
  await writeFile(join(folder, 'base.ldif'), initialEntries(options))
  await run('/usr/sbin/slapadd', ['-q', '-f', join(folder, 'slapd.conf'), '-l', join(folder, 'base.ldif')])

  const writesLog = options.writesLog === true
  let child = await launch(folder, port, plainPort, writesLog)
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }
  return {
    url: `ldaps://localhost:${port}`,
    addressUrl: `ldaps://127.0.0.1:${port}`,
    plainUrl: `ldap://127.0.0.1:${plainPort}`,
    port,
    plainPort,
    baseDn,
    bindDn,
    bindPassword,
    rootDn,
    rootPassword,
    caCertificate: await readFile(caFile, 'utf8'),
    caFile,
    folder,
    kill,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    restart: async () => {
      await kill()
      child = await launch(folder, port, plainPort, writesLog)
    },
    stop: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true })
    }
  }
}

async function launch(
  folder: string,
  port: number,
  plainPort: number,
  writesLog: boolean
): Promise<ChildProcess> {
  // The kernel ends slapd when this process dies (pdeathsig). The low file limit spares slapd the table
  // that it sizes by it.
  const child = spawn(
    'prlimit',
    [
      '--nofile=1024:1024',
      'setpriv',
      '--pdeathsig',
      'KILL',
      '/usr/sbin/slapd',
      ...['-d', writesLog ? 'stats' : '0', '-f', join(folder, 'slapd.conf')],
      ...['-h', `ldaps://127.0.0.1:${port}/ ldap://127.0.0.1:${plainPort}/`]
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] }
  )
  let complaints = ''
  child.stderr.on('data', (data: Buffer) => {
    complaints += data.toString()
    if (writesLog) appendFileSync(join(folder, 'slapd.log'), data)
  })
  const deadline = Date.now() + 20_000
  while (!(await accepts(port))) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`slapd did not start: ${complaints}`)
    await delay(10)
  }
  return child
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => {
      resolve(false)
    })
  })
}

async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()]
  const ports: number[] = []
  for (const server of servers) {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    ports.push(address.port)
  }
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  const [first = 0, second = 0] = ports
  return [first, second]
}

/** Folders of test processes that died before they could clean up. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : Number.NaN
    if (Number.isInteger(pid) && !isAlive(pid))
      await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Makes in the folder a CA (`ca.pem`) and the certificate of a server (`server.pem`, `server.key`). */
export async function makeCertificates(
  folder: string,
  options: Pick<SlapdOptions, 'certificateNames' | 'certificateDays'>
): Promise<void> {
  const names = options.certificateNames ?? ['localhost', '127.0.0.1', '::1']
  const alternatives = names.map((name) => (/^[\d.]+$|:/.test(name) ? `IP:${name}` : `DNS:${name}`)).join(',')
  await makeAuthority(folder, 'ca')
  await writeFile(join(folder, 'server.ext'), `subjectAltName=${alternatives}\nextendedKeyUsage=serverAuth\n`)
  const inFolder = { cwd: folder }
  const request = ['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  await run(
    'openssl',
    [...request, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=Verzeichnis der Testschule'],
    inFolder
  )
  await run(
    'openssl',
    [
      ...['x509', '-req', '-in', 'server.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'],
      ...['-days', String(options.certificateDays ?? 365), '-extfile', 'server.ext', '-out', 'server.pem']
    ],
    inFolder
  )
}

/** Makes a CA in the folder: `<name>.pem` and `<name>.key`. Its certificate is returned as PEM. */
export async function makeAuthority(folder: string, name: string): Promise<string> {
  await run(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '3650'],
      ...['-keyout', `${name}.key`, '-out', `${name}.pem`, '-subj', `/CN=Test-CA ${name}`]
    ],
    { cwd: folder }
  )
  return readFile(join(folder, `${name}.pem`), 'utf8')
}

function configuration(folder: string, options: SlapdOptions): string {
  const schemas = ['core', 'cosine', 'nis', 'inetorgperson'].map(
    (name) => `include /etc/ldap/schema/${name}.schema`
  )
  const policy = [
    'overlay ppolicy',
    `ppolicy_default cn=default,ou=policies,${baseDn}`,
    ...(options.hashCleartext === false ? [] : ['ppolicy_hash_cleartext'])
  ]
  return [
    ...schemas,
    `pidfile ${folder}/slapd.pid`,
    'modulepath /usr/lib/ldap',
    'moduleload back_mdb',
    ...(options.passwordPolicy === false ? [] : ['moduleload ppolicy']),
    `TLSCACertificateFile ${folder}/ca.pem`,
    `TLSCertificateFile ${folder}/server.pem`,
    `TLSCertificateKeyFile ${folder}/server.key`,
    'TLSVerifyClient never',
    ...(options.uniqueNames === true ? ['moduleload unique'] : []),
    ...(options.auditsChanges === true ? ['moduleload auditlog'] : []),
    ...(options.memberOf === undefined ? [] : ['moduleload memberof']),
    ...(options.memberOf === 'refint' ? ['moduleload refint'] : []),
    ...(options.acceptPlainText === true ? [] : ['security simple_bind=128']),
    'sizelimit 500',
    'database mdb',
    `suffix "${baseDn}"`,
    `rootdn "${rootDn}"`,
    `rootpw ${rootPassword}`,
    `directory ${folder}/data`,
    'maxsize 1073741824',
    ...(options.durable === true ? [] : ['dbnosync']),
    'index objectClass eq',
    'index entryUUID,entryCSN eq',
    'index uid,cn,ou,employeeNumber,member,memberUid,uidNumber eq',
    `limits dn.exact="${bindDn}" size=${limitOf(options.sizeLimit)} time=unlimited`,
    ...accessRules(options.rights ?? 'write'),
    ...(options.passwordPolicy === false ? [] : policy),
    ...(options.uniqueNames === true ? uniqueNames : []),
    ...(options.auditsChanges === true ? ['overlay auditlog', `auditlog ${folder}/audit.log`] : []),
    ...(options.memberOf === undefined ? [] : ['overlay memberof']),
    ...(options.memberOf === 'refint' ? ['overlay refint', 'refint_attributes member memberOf'] : []),
    ''
  ].join('\n')
}

const uniqueNames = [
  'overlay unique',
  'unique_uri ldap:///?uid?sub?(objectClass=posixAccount)',
  'unique_uri ldap:///?uidNumber?sub?(objectClass=posixAccount)'
]

function limitOf(sizeLimit: number | undefined): string {
  return sizeLimit === undefined ? 'unlimited' : `${sizeLimit} size.prtotal=${sizeLimit}`
}

function accessRules(rights: NonNullable<SlapdOptions['rights']>): string[] {
  const who = `by dn.exact="${bindDn}"`
  const level = rights === 'manage' || rights === 'read' ? rights : 'write'
  const password = rights === 'read' || rights === 'noPassword' ? 'none' : level
  return [
    `access to attrs=userPassword ${who} ${password} by self =xw by anonymous auth by * none`,
    // Adding is a right of its own (a), as is deleting (z); `write` has both.
    ...(rights === 'noDelete'
      ? [`access to attrs=entry,children ${who} =arscxd by users read by * none`]
      : []),
    ...(rights === 'noChange' ? [`access to attrs=displayName ${who} read by users read by * none`] : []),
    ...(rights === 'noGroups'
      ? ['classes', 'groups'].map(
          (name) => `access to dn.subtree="ou=${name},${baseDn}" ${who} read by * none`
        )
      : []),
    `access to * ${who} ${level} by self read by anonymous auth by * none`
  ]
}

function initialEntries(options: SlapdOptions): string {
  const policy = Object.entries({ ...ordinaryPolicy, ...options.policy })
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value ?? ''}`)
  return [
    `dn: ${baseDn}\nobjectClass: dcObject\nobjectClass: organization\ndc: schule\no: Testschule\n`,
    `dn: ou=dienste,${baseDn}\nobjectClass: organizationalUnit\nou: dienste\n`,
    `dn: ${bindDn}\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\ncn: netzwart\nuserPassword: ${bindPassword}\n`,
    ...(options.passwordPolicy === false
      ? []
      : [
          `dn: ou=policies,${baseDn}\nobjectClass: organizationalUnit\nou: policies\n`,
          `dn: cn=default,ou=policies,${baseDn}\nobjectClass: pwdPolicy\nobjectClass: device\ncn: default\n${policy.join('\n')}\n`
        ]),
    options.entries ?? defaultContainers
  ].join('\n')
}
