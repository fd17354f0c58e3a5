import { createHash } from 'node:crypto'
import type { Account, AccountImage, Group, PersonKind } from '../../../src-main/contract/accounts'
import type {
  Capabilities,
  Connection,
  DirectoryLayout,
  SelfTest
} from '../../../src-main/contract/directory'
import { fail, succeed, type Failure, type Result } from '../../../src-main/contract/result'
import type {
  AccountChange,
  AccountDraft,
  Directory,
  DirectorySnapshot
} from '../../../src-main/world/directory/port'
import { foldForOpenLdap } from '../../../src-main/world/directory/ldap/folding'
import { containerOf, kindOf, placesOf } from '../../../src-main/world/directory/ldap/kinds'
import { nameKey, parentName } from '../../../src-main/world/directory/ldap/names'

export const memoryLayout: DirectoryLayout = {
  containers: {
    pupil: 'ou=pupils,dc=school',
    teacher: 'ou=teachers,dc=school',
    staff: 'ou=staff,dc=school',
    guardian: 'ou=guardians,dc=school',
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
  /** What was written of an account's kind; its container may say something else. */
  private readonly marks = new Map<string, PersonKind>()
  readonly groups = new Map<string, Group>()
  readonly containers = new Set<string>()
  readonly writes: string[] = []
  private readonly wrongPasswords = new Map<string, number>()
  /** `before`: the request never arrives; `after`: it is carried out and the answer is lost. */
  loses: (write: Write, moment: 'before' | 'after') => boolean = () => false
  /** Setting a password takes a suspension away, as OpenLDAP's policy does. */
  passwordLiftsSuspension = false
  /** Classes must be there before somebody joins them. */
  hasClasses = false
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

  async test(): Promise<Result<SelfTest>> {
    return succeed({
      profile: this.connection.profile,
      server: { vendor: 'Memory', version: '', namingContexts: [this.connection.baseDn] },
      encrypted: true,
      layout: this.layout,
      accounts: this.accounts.size,
      capabilities: this.capabilities,
      problems: []
    })
  }

  async readAll(): Promise<Result<DirectorySnapshot>> {
    const accounts = [...this.accounts.values()].map(asOfNow)
    const members = ({ name, isClass }: Group): number =>
      accounts.filter(({ classes, groups }) => (isClass ? classes : groups).includes(name)).length
    return succeed({
      accounts,
      groups: [...this.groups.values()].map((group) => ({ ...group, members: members(group) })),
      reservedNames: [],
      missingContainers: []
    })
  }

  async readAccount(id: string): Promise<Result<Account | null>> {
    const account = this.accounts.get(id)
    return succeed(account === undefined ? null : asOfNow(account))
  }

  async findAccount(login: string): Promise<Result<Account | null>> {
    const [account = null, another] = this.withLogin(login)
    if (another !== undefined) return fail('directory.loginNotUnique', { login })
    return succeed(account)
  }

  foldName(name: string): string {
    return foldForOpenLdap(name)
  }

  async readRawState(id: string) {
    return succeed([{ name: 'entryUUID', value: id, meaning: null }])
  }

  async groupNames(): Promise<Result<readonly string[]>> {
    return succeed([...this.groups.values()].flatMap(({ name, isClass }) => (isClass ? [] : [name])))
  }

  async createContainer(dn: string): Promise<Result<undefined>> {
    this.containers.add(dn)
    return succeed()
  }

  async deleteContainer(dn: string): Promise<Result<undefined>> {
    if ([...this.accounts.values()].some((account) => account.dn.endsWith(`,${dn}`))) {
      return fail('directory.changedSince', { field: dn })
    }
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
      return fail('directory.changedSince', { field: name })
    }
    this.groups.delete(name)
    return succeed()
  }

  async createAccount(draft: AccountDraft, password: string): Promise<Result<{ id: string }>> {
    return this.write('create', draft.login, () => {
      if (this.withLogin(draft.login).length > 0)
        return fail('directory.alreadyExists', { name: draft.login })
      const missing = draft.classes.find((name) => this.hasClasses && !this.groups.has(name))
      if (missing !== undefined) return fail('directory.notFound', { name: missing })
      if (password.length < this.minimumPasswordLength) return tooShort()
      const { mail, ...image } = draft
      const account = this.put(this.newId(), this.kept(image), mail)
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
      this.put(id, { ...account, ...this.kept(change) }, account.mail)
      return succeed()
    })
  }

  async setPassword(id: string, password: string): Promise<Result<undefined>> {
    return this.write('password', id, () => {
      const account = this.accounts.get(id)
      if (account === undefined) return fail('directory.notFound', { name: id })
      if (password.length < this.minimumPasswordLength) return tooShort()
      this.passwords.set(id, password)
      const suspension = this.passwordLiftsSuspension ? ({ kind: 'none' } as const) : account.suspension
      this.put(id, { ...account, suspension, mustChangePassword: true }, account.mail)
      return succeed()
    })
  }

  /** Moves an entry to another container, as another tool would. */
  move(dn: string, parent: string): void {
    const account = [...this.accounts.values()].find((one) => one.dn === dn)
    if (account === undefined) throw new Error(`no entry ${dn}`)
    const moved = `uid=${account.login},${parent}`
    const mark = this.marks.get(account.id)
    const kind = kindOf(placesOf(this.layout).personKindOf(nameKey(moved)), mark === undefined ? [] : [mark])
    this.accounts.set(account.id, { ...account, dn: moved, kind })
  }

  /** How the server itself receives somebody; a leaver is nobody special to it. */
  receives(login: string, password: string): 'accepted' | 'mustChange' | 'refused' {
    const [account] = this.withLogin(login)
    if (account === undefined || (this.wrongPasswords.get(account.id) ?? 0) >= 5) return 'refused'
    if (password === '' || this.passwords.get(account.id) !== password) {
      this.wrongPasswords.set(account.id, (this.wrongPasswords.get(account.id) ?? 0) + 1)
      return 'refused'
    }
    this.wrongPasswords.delete(account.id)
    if (account.suspension.kind !== 'none') return 'refused'
    return account.mustChangePassword ? 'mustChange' : 'accepted'
  }

  /** As the person; false: the server refused. */
  changeOwnPassword(login: string, old: string, wanted: string): boolean {
    const [account] = this.withLogin(login)
    if (account === undefined || this.receives(login, old) === 'refused') return false
    this.passwords.set(account.id, wanted)
    this.put(account.id, { ...account, mustChangePassword: false }, account.mail)
    return true
  }

  async signIn(login: string, password: string): Promise<Result<Account>> {
    const answer = this.receives(login, password)
    const [account] = this.withLogin(login)
    if (account === undefined || answer === 'refused' || account.state !== 'active') {
      return fail('directory.signInRefused')
    }
    return answer === 'mustChange' ? fail('directory.passwordMustChange') : succeed(account)
  }

  async unlock(id: string): Promise<Result<undefined>> {
    this.wrongPasswords.delete(id)
    return succeed()
  }

  async deleteAccount(id: string): Promise<Result<undefined>> {
    return this.write('delete', id, () => {
      this.accounts.delete(id)
      this.passwords.delete(id)
      return succeed()
    })
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

  private withLogin(login: string): Account[] {
    const key = this.foldName(login)
    return [...this.accounts.values()].filter((account) => this.foldName(account.login) === key).map(asOfNow)
  }

  /** A server that cannot end a suspension just disables the account. */
  private kept<Change extends AccountChange>(change: Change): Change {
    const forGood = change.suspension?.kind === 'until' && !this.capabilities.selfEndingSuspension
    return forGood ? { ...change, suspension: { kind: 'forever' } as const } : change
  }

  private newId(): string {
    this.created += 1
    return createHash('sha256').update(String(this.created)).digest('hex').slice(0, 32)
  }

  private put(id: string, image: AccountImage, mail: string | null): Account {
    const former = this.accounts.get(id)
    const stays = former?.kind === image.kind
    if (!stays) this.marks.set(id, image.kind)
    const container = containerOf(memoryLayout, image.kind) ?? memoryLayout.containers.staff
    const suspended = { none: 'active', forever: 'suspended', until: 'suspendedUntil' } as const
    const account: Account = {
      ...image,
      classes: [...image.classes].sort(),
      groups: [...image.groups].sort(),
      id,
      dn: `uid=${image.login},${stays ? parentName(former.dn) : container}`,
      mail,
      state: image.leaverSince === null ? suspended[image.suspension.kind] : 'leaver',
      lastSignIn: null,
      createdAt: '2026-09-01T08:00:00.000Z'
    }
    this.accounts.set(id, account)
    return account
  }
}

/** A suspension until an instant is over after it. */
function asOfNow(account: Account): Account {
  const { suspension } = account
  if (suspension.kind !== 'until' || Date.parse(suspension.until) > Date.now()) return account
  const state = account.state === 'suspendedUntil' ? 'active' : account.state
  return { ...account, suspension: { kind: 'none' }, state }
}

function tooShort(): ReturnType<typeof fail> {
  return fail('directory.passwordRejected', { reason: 'too short' })
}
