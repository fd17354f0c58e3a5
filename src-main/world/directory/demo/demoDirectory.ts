import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashPassword, verifyPassword } from './policy/passwords'
import { administratorDn, baseDn, defaultPolicyDn, schoolRecords } from './seed/school'
import { runServer } from './server'
import { lockFolder } from './storage/folderLock'
import { Journal } from './storage/journal'
import { nameKey } from './tree/distinguishedName'
import { Tree, type TreeRecord } from './tree/tree'
import type { Connection, DirectoryLayout } from '../../../contract/directory'
import { fail, succeed, type Result } from '../../../contract/result'

export interface DemoDirectoryOptions {
  /** Holds the entries; made where it is absent. One process at a time. */
  readonly folder: string
  /** On the loopback address; 0 or absent: a free one. */
  readonly port?: number
  /** Of the bind account; absent: the one kept in the folder, made at random the first time. */
  readonly password?: string
  /** Told what an operator may want to know; never a name or a password of a person. */
  readonly log?: (message: string) => void
  /** The clock; tests turn it. */
  readonly now?: () => Date
}

/** A running demo directory. */
export interface DemoDirectory {
  readonly url: string
  readonly baseDn: string
  readonly bindDn: string
  /** Of the bind account. */
  readonly password: string
  /** What the `openldap` adapter needs to speak to it. */
  readonly connection: Connection
  close(): Promise<void>
}

const passwordFile = 'bind-password'

export const demoLayout: DirectoryLayout = {
  containers: {
    pupil: `ou=pupils,${baseDn}`,
    teacher: `ou=teachers,${baseDn}`,
    staff: `ou=staff,${baseDn}`,
    guardian: `ou=guardians,${baseDn}`,
    classes: `ou=classes,${baseDn}`,
    groups: `ou=groups,${baseDn}`
  },
  classGroupPrefix: '',
  homeDirectory: '/home/{login}',
  mailAddress: '{login}@lindenhain.demo'
}

async function findPassword(folder: string, given: string | undefined): Promise<string> {
  const file = join(folder, passwordFile)
  if (given === undefined) {
    const kept = await readFile(file, 'utf8').catch(() => '')
    if (kept.trim() !== '') return kept.trim()
  }
  const password = given ?? randomBytes(18).toString('base64url')
  const draft = `${file}.new`
  await rm(draft, { force: true })
  await writeFile(draft, `${password}\n`, { mode: 0o600, flush: true })
  await rename(draft, file)
  return password
}

/** The entries of the folder, the school made in an empty one, and the bind account's password set. */
async function prepare(
  tree: Tree,
  journal: Journal,
  empty: boolean,
  password: string,
  now: Date
): Promise<void> {
  if (empty) {
    const records = schoolRecords(now, password)
    for (const record of records) tree.apply(record)
    // As a snapshot, which is there as a whole or not at all: half a school would never be made whole.
    await journal.compact()
    return
  }
  const administrator = tree.find(nameKey(administratorDn))
  if (!administrator) throw new Error('the demo directory has no bind account')
  if (verifyPassword(password, administrator.first('userPassword') ?? '')) return
  const record: TreeRecord = {
    kind: 'change',
    id: administrator.id,
    changes: [{ operation: 'replace', attribute: 'userPassword', values: [hashPassword(password)] }]
  }
  tree.apply(record)
  await journal.append([record])
}

async function open(
  options: DemoDirectoryOptions,
  release: () => Promise<void>
): Promise<Result<DemoDirectory>> {
  const { folder, port = 0 } = options
  const log = options.log ?? (() => undefined)
  const now = options.now ?? (() => new Date())
  const tree = new Tree()
  const { journal, empty, lostBytes } = await Journal.open(folder, tree)
  try {
    if (lostBytes > 0) log(`storage: ${lostBytes} bytes of an unfinished change were left out`)
    const password = await findPassword(folder, options.password)
    await prepare(tree, journal, empty, password, now())
    const server = await runServer(
      {
        tree,
        baseDn,
        baseKey: nameKey(baseDn),
        administratorKey: nameKey(administratorDn),
        defaultPolicyKey: nameKey(defaultPolicyDn),
        now,
        persist: (records) => journal.append(records),
        log
      },
      port
    )
    const url = `ldap://127.0.0.1:${server.port}`
    return succeed<DemoDirectory>({
      url,
      baseDn,
      bindDn: administratorDn,
      password,
      connection: {
        profile: 'demo',
        url,
        bindDn: administratorDn,
        baseDn,
        caCertificate: null,
        layout: demoLayout
      },
      close: async () => {
        await server.close()
        await journal.close()
        await release()
      }
    })
  } catch (error) {
    await journal.close()
    throw error
  }
}

/**
 * Starts the LDAP server of the demo school on the loopback address, with what the folder holds; an empty folder
 * becomes the Gesamtschule am Lindenhain. `directory.demoInUse`: another process has the folder or the port;
 * `directory.demoDamaged`: the folder cannot be read.
 */
export async function startDemoDirectory(options: DemoDirectoryOptions): Promise<Result<DemoDirectory>> {
  let release: (() => Promise<void>) | null = null
  try {
    await mkdir(options.folder, { recursive: true, mode: 0o700 })
    release = await lockFolder(options.folder)
    if (release === null) return fail('directory.demoInUse', { folder: options.folder })
    return await open(options, release)
  } catch (error) {
    await release?.()
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') return fail('directory.demoPortTaken', { port: options.port ?? 0 })
    return fail('directory.demoDamaged', { folder: options.folder, reason: message })
  }
}

/** Takes the demo school back to its first day. `directory.demoInUse`: it is running. */
export async function resetDemoDirectory(folder: string): Promise<Result<undefined>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const release = await lockFolder(folder)
  if (release === null) return fail('directory.demoInUse', { folder })
  await rm(folder, { recursive: true, force: true })
  await release()
  return succeed()
}
