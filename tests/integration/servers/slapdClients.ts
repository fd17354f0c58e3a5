import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run, tryRun } from './command'
import type { SlapdServer } from './slapd'

/** What a real client sees when a person signs in. */
export type SignIn = 'accepted' | 'mustChange' | 'refused'

/** Signs in with `ldapwhoami` over LDAPS; the password travels in a file, never in the arguments. */
export async function ldapWhoAmI(server: SlapdServer, login: string, password: string): Promise<SignIn> {
  const dn = await dnOf(server, login)
  const answer = await withSecrets(server, [password], ([file = '']) =>
    tryRun(
      'ldapwhoami',
      ['-x', '-H', server.addressUrl, '-D', dn, '-y', file, '-e', 'ppolicy'],
      environment(server)
    )
  )
  const text = `${answer.stdout}\n${answer.stderr}`
  // A server that demands a new password lets the bind through and refuses everything after it.
  if (/must be changed|reset/i.test(text)) return 'mustChange'
  if (answer.code === 0) return 'accepted'
  if (answer.code === 49 || text.includes('Invalid credentials')) return 'refused'
  throw new Error(`ldapwhoami: ${text}`)
}

/** Changes the own password as the person, with `ldappasswd`. False: the server refused. */
export async function ldapPasswd(
  server: SlapdServer,
  login: string,
  old: string,
  wanted: string
): Promise<boolean> {
  const dn = await dnOf(server, login)
  const answer = await withSecrets(server, [old, wanted], ([oldFile = '', newFile = '']) =>
    tryRun(
      'ldappasswd',
      ['-x', '-H', server.addressUrl, '-D', dn, '-y', oldFile, '-t', oldFile, '-T', newFile],
      environment(server)
    )
  )
  return answer.code === 0
}

/** Runs `ldapmodify` with LDIF as rootdn: how another tool would change the directory. */
export async function ldapModifyAsRoot(server: SlapdServer, ldif: string): Promise<void> {
  await withSecrets(server, [server.rootPassword], async ([file = '']) => {
    await writeFile(join(server.folder, 'change.ldif'), ldif)
    const path = join(server.folder, 'change.ldif')
    await run('ldapmodify', ['-x', '-H', server.addressUrl, '-D', server.rootDn, '-y', file, '-f', path], {
      env: environment(server)
    })
  })
}

/** Runs `ldapsearch` as rootdn and gives its LDIF, unwrapped, without comments. */
export async function ldapSearchAsRoot(
  server: SlapdServer,
  filter: string,
  ...attributes: readonly string[]
): Promise<string> {
  return withSecrets(server, [server.rootPassword], async ([file = '']) => {
    const words = [
      '-LLL',
      '-o',
      'ldif-wrap=no',
      '-x',
      '-H',
      server.addressUrl,
      '-D',
      server.rootDn,
      '-y',
      file
    ]
    const answer = await run('ldapsearch', [...words, '-b', server.baseDn, filter, ...attributes], {
      env: environment(server)
    })
    return answer.stdout
  })
}

/** Asks with `ldapcompare` whether an entry has a value: what a RADIUS server asks before it lets into the WLAN. */
export async function ldapCompareAsRoot(
  server: SlapdServer,
  dn: string,
  attribute: string,
  value: string
): Promise<boolean> {
  const answer = await withSecrets(server, [server.rootPassword], ([file = '']) => {
    const bind = ['-x', '-H', server.addressUrl, '-D', server.rootDn, '-y', file]
    return tryRun('ldapcompare', [...bind, dn, `${attribute}:${value}`], environment(server))
  })
  // LDAP's compareTrue and compareFalse, RFC 4511.
  if (answer.code === 6) return true
  if (answer.code === 5) return false
  throw new Error(`ldapcompare: ${answer.stdout}\n${answer.stderr}`)
}

async function dnOf(server: SlapdServer, login: string): Promise<string> {
  if (login.includes('=')) return login
  const found = await ldapSearchAsRoot(server, `(uid=${login})`, '1.1')
  const match = /^dn(:?): (.*)$/m.exec(found)
  if (match?.[2] === undefined) throw new Error(`no entry with uid ${login}`)
  return match[1] === ':' ? Buffer.from(match[2], 'base64').toString() : match[2]
}

function environment(server: SlapdServer): NodeJS.ProcessEnv {
  return { ...process.env, LDAPTLS_CACERT: server.caFile, LDAPTLS_REQCERT: 'demand', LDAPNOINIT: undefined }
}

let secretNumber = 0

async function withSecrets<Value>(
  server: SlapdServer,
  secrets: readonly string[],
  use: (files: readonly string[]) => Promise<Value>
): Promise<Value> {
  const files = secrets.map(() => join(server.folder, `secret-${secretNumber++}`))
  try {
    await Promise.all(files.map((file, index) => writeFile(file, secrets[index] ?? '', { mode: 0o600 })))
    return await use(files)
  } finally {
    await Promise.all(files.map((file) => rm(file, { force: true })))
  }
}
