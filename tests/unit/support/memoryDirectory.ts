import { createHash } from 'node:crypto'
import type { Account, AccountImage, Group } from '../../../src-main/contract/accounts'
import type { Capabilities, Connection, DirectoryLayout } from '../../../src-main/contract/directory'
import { fail, succeed, type Failure, type Result } from '../../../src-main/contract/result'
import type {
  AccountChange,
  AccountDraft,
  Directory,
  DirectorySnapshot
} from '../../../src-main/world/directory/port'
import { foldForOpenLdap } from '../../../src-main/world/directory/ldap/folding'

export const memoryLayout: DirectoryLayout = {
  containers: {
    pupil: 'ou=pupils,dc=school',
    teacher: 'ou=teachers,dc=school',
    staff: 'ou=staff,dc=school',
    classes: 'ou=classes,dc=school',
    groups: 'ou=groups,dc=school'
  },
  classGroupPrefix: '',
  homeDirectory: '/home/{login}',
  mailAddress: ''
}

export const memoryConnection: Connection = {
  profile: 'openldap',
  url: 'ldap://127.0.0.1',
  bindDn: 'cn=admin,dc=school',
  baseDn: 'dc=school',
  caCertificate: null,
  layout: null
}

const capabilities: Capabilities = {
  selfEndingSuspension: true,
  mustChange: true,
  suspension: true,
  passwordPolicy: true,
  paging: true,
  passwordOnCreate: true,
  plainTextRefused: true,
  createAccounts: true,
  manageGroups: true,
  deleteAccounts: true,
  uniqueNames: true
}

type Write = 'create' | 'change' | 'password' | 'delete'

/** A directory in memory that behaves as the port promises, and that can lose answers when told to. */
export class MemoryDirectory implements Directory {
  readonly connection = memoryConnection
  readonly layout = memoryLayout
  readonly capabilities: Capabilities
  readonly accounts = new Map<string, Account>()
  readonly passwords = new Map<string, string>()
  readonly groups = new Map<string, Group>()
  readonly containers = new Set<string>()
  readonly writes: string[] = []
  /** `before`: the request never arrives; `after`: it is carried out and the answer is lost. */
  loses: (write: Write, moment: 'before' | 'after') => boolean = () => false
  /** Setting a password takes a suspension away, as OpenLDAP's policy does. */
  passwordLiftsSuspension = false
  closed = false
  concurrency: number | null = null
  minimumPasswordLength = 0
  private created = 0

  constructor(changed: Partial<Capabilities> = {}) {
    this.capabilities = { ...capabilities, ...changed }
  }

  /** Puts an account there without any request. */
  seed(image: Partial<AccountImage> & { login: string }): Account {
    const full: AccountImage = {
      givenName: 'Mia',
      familyName: 'Muster',
      displayName: 'Mia Muster',
      schoolId: null,
      kind: 'pupil',
      classes: [],
      groups: [],
      suspension: { kind: 'none' },
      leaverSince: null,
      mustChangePassword: false,
      ...image
    }
    return this.put(this.newId(), full, null)
  }

  async test(): Promise<Result<never>> {
    return fail('directory.notSupported', { capability: 'test' })
  }

  async readAll(): Promise<Result<DirectorySnapshot>> {
    return succeed({
      accounts: [...this.accounts.values()],
      groups: [...this.groups.values()],
      reservedNames: [],
      missingContainers: []
    })
  }

  async readAccount(id: string): Promise<Result<Account | null>> {
    return succeed(this.accounts.get(id) ?? null)
  }

  async findAccount(login: string): Promise<Result<Account | null>> {
    return succeed([...this.accounts.values()].find((account) => account.login === login) ?? null)
  }

  foldName(name: string): string {
    return foldForOpenLdap(name)
  }

  async readRawState(id: string) {
    return succeed([{ name: 'entryUUID', value: id, meaning: null }])
  }

  async createContainer(dn: string): Promise<Result<undefined>> {
    this.containers.add(dn)
    return succeed()
  }

  async deleteContainer(dn: string): Promise<Result<undefined>> {
    return this.containers.delete(dn) ? succeed() : fail('directory.notFound', { name: dn })
  }

  async createClass(name: string): Promise<Result<undefined>> {
    if (!this.groups.has(name)) this.seedGroup(name, true)
    return succeed()
  }

  seedGroup(name: string, isClass: boolean): void {
    this.groups.set(name, { id: name, dn: `cn=${name},dc=school`, name, isClass, members: 0 })
  }

  async deleteClass(name: string): Promise<Result<undefined>> {
    if ([...this.accounts.values()].some((account) => account.classes.includes(name))) {
      return fail('directory.changedSince', { field: 'members' })
    }
    return this.groups.delete(name) ? succeed() : fail('directory.notFound', { name })
  }

  async createAccount(draft: AccountDraft, password: string): Promise<Result<{ id: string }>> {
    return this.write('create', draft.login, () => {
      const taken = [...this.accounts.values()].some((account) => account.login === draft.login)
      if (taken) return fail('directory.alreadyExists', { name: draft.login })
      const { mail, ...image } = draft
      const account = this.put(this.newId(), image, mail)
      this.passwords.set(account.id, password)
      return succeed({ id: account.id })
    })
  }

  async settleNames(id: string): Promise<Result<undefined>> {
    return this.accounts.has(id) ? succeed() : fail('directory.notFound', { name: id })
  }

  async changeAccount(id: string, change: AccountChange): Promise<Result<undefined>> {
    return this.write('change', id, () => {
      const account = this.accounts.get(id)
      if (account === undefined) return fail('directory.notFound', { name: id })
      // A server that cannot end a suspension just disables the account.
      const forGood = change.suspension?.kind === 'until' && !this.capabilities.selfEndingSuspension
      const wanted = forGood ? { ...change, suspension: { kind: 'forever' } as const } : change
      this.put(id, { ...account, ...wanted }, account.mail)
      return succeed()
    })
  }

  async setPassword(id: string, password: string): Promise<Result<undefined>> {
    return this.write('password', id, () => {
      const account = this.accounts.get(id)
      if (account === undefined) return fail('directory.notFound', { name: id })
      this.passwords.set(id, password)
      const suspension = this.passwordLiftsSuspension ? ({ kind: 'none' } as const) : account.suspension
      this.put(id, { ...account, suspension, mustChangePassword: true }, account.mail)
      return succeed()
    })
  }

  async signIn(login: string, password: string): Promise<Result<Account>> {
    const account = [...this.accounts.values()].find((one) => one.login.toLowerCase() === login.toLowerCase())
    const known = account !== undefined && password !== '' && this.passwords.get(account.id) === password
    if (!known || account.state !== 'active') return fail('directory.signInRefused')
    return account.mustChangePassword ? fail('directory.passwordMustChange') : succeed(account)
  }

  async unlock(): Promise<Result<undefined>> {
    return succeed()
  }

  async deleteAccount(id: string): Promise<Result<undefined>> {
    return this.write('delete', id, () =>
      this.accounts.delete(id) ? succeed() : fail('directory.notFound', { name: id })
    )
  }

  async close(): Promise<void> {
    this.closed = true
  }

  private async write<Value>(write: Write, name: string, work: () => Result<Value>): Promise<Result<Value>> {
    const lost: Failure = { code: 'directory.connectionLost', parameters: {} }
    await Promise.resolve()
    if (this.loses(write, 'before')) return { ok: false, failure: lost }
    const result = work()
    if (result.ok) this.writes.push(`${write} ${name}`)
    return this.loses(write, 'after') ? { ok: false, failure: lost } : result
  }

  private newId(): string {
    this.created += 1
    return createHash('sha256').update(String(this.created)).digest('hex').slice(0, 32)
  }

  private put(id: string, image: AccountImage, mail: string | null): Account {
    const suspended = { none: 'active', forever: 'suspended', until: 'suspendedUntil' } as const
    const account: Account = {
      ...image,
      classes: [...image.classes].sort(),
      groups: [...image.groups].sort(),
      id,
      dn: `uid=${image.login},${memoryLayout.containers.pupil}`,
      mail,
      state: image.leaverSince === null ? suspended[image.suspension.kind] : 'leaver',
      lastSignIn: null,
      createdAt: null
    }
    this.accounts.set(id, account)
    return account
  }
}
