import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The made-up school of the test domain. Its passwords open nothing but a server on loopback. */
export const domain = {
  realm: 'SCHULE.TEST',
  workgroup: 'SCHULE',
  hostName: 'dc1',
  hostDnsName: 'dc1.schule.test',
  dn: 'DC=schule,DC=test',
  /** The organisational unit that is delegated to the bind account. */
  baseDn: 'OU=Gesamtschule,DC=schule,DC=test',
  administrator: { login: 'Administrator', password: 'Verwalter!2026' },
  /** May do in the delegated unit what Netzwart needs, and nothing outside. */
  bindAccount: {
    login: 'netzwart',
    dn: 'CN=netzwart,CN=Users,DC=schule,DC=test',
    password: 'Dienst!konto2026'
  },
  /** An ordinary account without any right of its own. */
  reader: { login: 'leser', dn: 'CN=leser,CN=Users,DC=schule,DC=test', password: 'Nur!lesen2026' },
  lockoutThreshold: 5
} as const

const provisionArguments = [
  `--realm=${domain.realm}`,
  `--domain=${domain.workgroup}`,
  `--host-name=${domain.hostName}`,
  '--host-ip=127.0.0.1',
  `--adminpass=${domain.administrator.password}`,
  '--server-role=dc',
  '--dns-backend=SAMBA_INTERNAL',
  '--use-rfc2307',
  '--option=interfaces=lo',
  '--option=bind interfaces only=yes'
]

/** A password policy as schools have it. */
const policyArguments = [
  '--complexity=on',
  '--min-pwd-length=8',
  '--min-pwd-age=0',
  '--history-length=3',
  `--account-lockout-threshold=${domain.lockoutThreshold}`,
  '--account-lockout-duration=30',
  '--reset-account-lockout-after=30'
]

/** Schema GUIDs of the object classes that the delegation names (MS-ADSC). */
const classGuids = {
  user: 'bf967aba-0de6-11d0-a285-00aa003049e2',
  group: 'bf967a9c-0de6-11d0-a285-00aa003049e2',
  organizationalUnit: 'bf967aa5-0de6-11d0-a285-00aa003049e2'
} as const

/**
 * The rights of the bind account, as the assistant "Delegate control" would write them: create and delete
 * users, groups and organisational units below the base, full control of exactly these objects.
 */
function delegation(sid: string): string {
  return Object.values(classGuids)
    .flatMap((guid) => [`(OA;CI;CCDC;${guid};;${sid})`, `(OA;CIIO;GA;;${guid};${sid})`])
    .join('')
}

/**
 * Answers a folder with a provisioned, delegated domain to copy from: `private` and `state`. Provisioning takes
 * several seconds, so the folder is kept between runs, outside the repository, named after the version of Samba
 * and everything the domain is made of. Several runs may ask at the same time.
 */
export async function provisionedDomain(): Promise<string> {
  const version = (await run('samba', ['--version'])).stdout.trim()
  const recipe = JSON.stringify([version, domain, provisionArguments, policyArguments, classGuids, 1])
  const key = createHash('sha256').update(recipe).digest('hex').slice(0, 16)
  const cache = path.join(
    process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'),
    'netzwart',
    'samba'
  )
  const target = path.join(cache, key)
  if (await exists(target)) return target
  await mkdir(cache, { recursive: true, mode: 0o700 })
  const draft = await mkdtemp(path.join(cache, 'draft-'))
  try {
    await provision(draft)
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    // Another run was faster: its domain is as good as ours.
    if (!(await exists(target))) throw error
  }
  return target
}

async function provision(folder: string): Promise<void> {
  const configuration = path.join(folder, 'provision.conf')
  await writeFile(configuration, '[global]\n')
  await tool(['domain', 'provision', `--targetdir=${folder}`, ...provisionArguments, '-s', configuration])
  const local = localDatabase(folder, path.join(folder, 'etc', 'smb.conf'))
  await tool(['domain', 'passwordsettings', 'set', ...policyArguments, ...local])
  await tool(['ou', 'create', domain.baseDn, ...local])
  for (const account of [domain.bindAccount, domain.reader]) {
    await tool(['user', 'create', account.login, account.password, ...local])
  }
  const shown = await tool(['user', 'show', domain.bindAccount.login, '--attributes=objectSid', ...local])
  const sid = /^objectSid: (S-[\d-]+)$/m.exec(shown)?.[1]
  if (sid === undefined) throw new Error(`no objectSid in: ${shown}`)
  await tool(['dsacl', 'set', `--objectdn=${domain.baseDn}`, `--sddl=${delegation(sid)}`, ...local])
}

/** Arguments that make samba-tool work on the database files themselves. */
export function localDatabase(folder: string, configuration: string): string[] {
  return ['-H', path.join(folder, 'private', 'sam.ldb'), '-s', configuration]
}

/** Runs samba-tool and answers what it printed; throws with its message when it fails. */
export async function tool(parameters: readonly string[]): Promise<string> {
  const { stdout } = await run('samba-tool', [...parameters], { maxBuffer: 64 * 1024 * 1024 })
  return stdout
}

/** A new certificate authority and a server certificate of it, valid for the address and the domain's name. */
export async function makeCertificates(folder: string, address: string): Promise<{ authority: string }> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = (name: string) => path.join(folder, name)
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const caSubject = ['-subj', `/CN=Schul-CA ${randomUUID().slice(0, 8)}`]
  const caUsage = ['-addext', 'keyUsage=critical,keyCertSign,cRLSign']
  const caFiles = ['-keyout', file('ca.key'), '-out', file('ca.pem')]
  await run('openssl', ['req', '-x509', ...newKey, ...caSubject, ...caUsage, '-days', '90', ...caFiles])
  const requestFiles = ['-keyout', file('server.key'), '-out', file('server.csr')]
  await run('openssl', ['req', ...newKey, '-subj', `/CN=${domain.hostDnsName}`, ...requestFiles])
  await writeFile(file('server.ext'), `subjectAltName=DNS:${domain.hostDnsName},IP:${address}\n`)
  await run('openssl', [
    ...['x509', '-req', '-in', file('server.csr'), '-CA', file('ca.pem'), '-CAkey', file('ca.key')],
    ...['-CAcreateserial', '-days', '90', '-extfile', file('server.ext'), '-out', file('server.pem')]
  ])
  return { authority: file('ca.pem') }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false
  )
}
