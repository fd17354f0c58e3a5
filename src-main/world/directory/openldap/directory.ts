import { Control } from 'ldapts'
import type { Account, RawState } from '../../../contract/accounts'
import type { Capabilities, Connection, DirectoryLayout, SelfTest } from '../../../contract/directory'
import { fail, succeed, type Result } from '../../../contract/result'
import { countsAsGone, countsAsMade, swapped } from '../ldap/answers'
import { foldForOpenLdap } from '../ldap/folding'
import { placesOf } from '../ldap/kinds'
import { basesOf } from '../ldap/layout'
import { nameKey, parseName } from '../ldap/names'
import { hasResultCode, ResultCode } from '../ldap/failures'
import { Oid, type LdapSession, type Modification } from '../ldap/session'
import { signInPerson } from '../ldap/signIn'
import { madeMail, Uniqueness } from '../ldap/uniqueness'
import { parseUuid } from '../ldap/values'
import type {
  AccountChange,
  AccountDraft,
  ChangeContext,
  Directory,
  DirectorySnapshot,
  ReadOptions
} from '../port'
import { isLockedForGood, isSuspendedForGood, startsNot } from './account'
import { lockedForGood, startsNever } from './attributes'
import { checkSupported, checkTexts, isName, modificationsFor } from './changes'
import { AccountCreation } from './creation'
import { GroupRegister, isPlaceholder, newClassAttributes, type MemberName } from './groups'
import { onlyOn } from './identity'
import { LoginRegister } from './logins'
import { Memberships } from './memberships'
import { asPasswordFailure, modifyPassword, trySignIn } from './passwords'
import { canDemandChange, canSuspend, type PasswordPolicy } from './policy'
import { Reader } from './reader'
import { Renaming } from './renaming'
import { runSelfTest } from './selfTest'

/** An open session with an OpenLDAP server. See the port for what each method promises. */
export class OpenLdapDirectory implements Directory {
  readonly connection: Connection
  readonly layout: DirectoryLayout
  /**
   * The more accounts of a class are under way at once, the fewer requests put them into it, and each request costs
   * the server a write to its disk. At 128 one request fills a class of 25: 2,000 accounts ask for 80.
   */
  readonly concurrency = 128
  readonly minimumPasswordLength: number
  readonly #session: LdapSession
  readonly #policy: PasswordPolicy
  readonly #groups: GroupRegister
  readonly #memberships: Memberships
  readonly #logins: LoginRegister
  readonly #uniqueness: Uniqueness
  readonly #creation: AccountCreation
  readonly #renaming: Renaming
  readonly #reader: Reader
  /** What the self-test has proven; before it, what the server says of itself. */
  #proven: Capabilities | null = null

  constructor(
    session: LdapSession,
    connection: Connection,
    layout: DirectoryLayout,
    policy: PasswordPolicy,
    now: () => Date
  ) {
    this.connection = connection
    this.layout = layout
    this.#session = session
    this.#policy = policy
    this.minimumPasswordLength = policy.entry?.minimumLength ?? 0
    const places = placesOf(layout)
    const bases = basesOf(connection.baseDn, layout)
    this.#groups = new GroupRegister(session, layout, places, connection.baseDn)
    this.#memberships = new Memberships(session, this.#groups)
    this.#reader = new Reader({ session, layout, places, bases, policy, groups: this.#groups, now })
    this.#logins = new LoginRegister(session, bases)
    this.#uniqueness = new Uniqueness(session, bases, {
      login: 'uid',
      number: 'uidNumber',
      mail: 'mail',
      fold: foldForOpenLdap
    })
    this.#creation = new AccountCreation(
      session,
      layout,
      policy,
      this.#groups,
      this.#logins,
      this.#uniqueness
    )
    this.#renaming = new Renaming(session, layout, places, bases, this.#groups, this.#logins)
  }

  get capabilities(): Capabilities {
    if (this.#proven !== null) return this.#proven
    const suspension = canSuspend(this.#policy)
    return {
      selfEndingSuspension: suspension,
      mustChange: canDemandChange(this.#policy),
      suspension,
      passwordPolicy: this.#policy.loaded,
      paging: this.#session.supports(Oid.pagedResults),
      passwordOnCreate: this.#creation.passwordOnCreate,
      plainTextRefused: false,
      createAccounts: true,
      manageGroups: true,
      deleteAccounts: true,
      uniqueNames: false
    }
  }

  async test(): Promise<Result<SelfTest>> {
    const { connection, layout, capabilities } = this
    const tested = await runSelfTest(this.#session, connection.baseDn, layout, this.#policy, capabilities)
    if (tested.ok) this.#proven = tested.value.capabilities
    return tested
  }

  readAll(options: ReadOptions = {}): Promise<Result<DirectorySnapshot>> {
    return this.#reader.readAll(options)
  }

  readAccount(id: string): Promise<Result<Account | null>> {
    return this.#reader.readAccount(id)
  }

  findAccount(login: string): Promise<Result<Account | null>> {
    return this.#reader.findAccount(login)
  }

  foldName(name: string): string {
    return foldForOpenLdap(name)
  }

  readRawState(id: string): Promise<Result<RawState>> {
    return this.#reader.readRawState(id)
  }

  groupNames(): Promise<Result<readonly string[]>> {
    return this.#groups.names()
  }

  async createContainer(dn: string): Promise<Result<undefined>> {
    const part = parseName(dn)?.[0]?.[0]
    if (part?.attribute.toLowerCase() !== 'ou' || part.value === '')
      return fail('directory.invalidName', { dn })
    return countsAsMade(await this.#session.add(dn, { objectClass: 'organizationalUnit', ou: part.value }))
  }

  async deleteContainer(dn: string): Promise<Result<undefined>> {
    const removed = await this.#session.remove(dn)
    const occupied = !removed.ok && hasResultCode(removed.failure, ResultCode.notAllowedOnNonLeaf)
    return occupied ? fail('directory.changedSince', { field: dn }) : removed
  }

  async createClass(name: string): Promise<Result<undefined>> {
    if (!isName(name)) return fail('directory.invalidName', { dn: JSON.stringify(name) })
    const commonName = `${this.layout.classGroupPrefix}${name}`
    const attributes = newClassAttributes(commonName, this.connection.baseDn)
    const made = await this.#session.add(this.#groups.classDn(name), attributes)
    this.#groups.forget()
    return countsAsMade(made)
  }

  async deleteClass(name: string): Promise<Result<undefined>> {
    this.#groups.forget()
    const found = await this.#groups.find([name], [])
    if (!found.ok) return found.failure.code === 'directory.notFound' ? succeed() : found
    const [group] = found.value
    if (group === undefined) return succeed()
    const entry = await this.#session.read(group.dn, [...group.memberAttributes])
    if (!entry.ok) return entry
    const baseKey = nameKey(this.connection.baseDn)
    const members = group.memberAttributes.flatMap(
      (attribute) => entry.value?.all(attribute.toLowerCase()) ?? []
    )
    if (members.some((member) => !isPlaceholder(nameKey(member), nameKey(group.dn), baseKey))) {
      return fail('directory.changedSince', { field: name })
    }
    const removed = await this.#session.remove(group.dn)
    this.#groups.forget()
    return countsAsGone(removed)
  }

  async createAccount(draft: AccountDraft, password: string): Promise<Result<{ id: string }>> {
    const created = await this.#creation.create(draft, password)
    if (!created.ok) return created
    this.#reader.remember(created.value.id, created.value.dn)
    return succeed({ id: created.value.id })
  }

  async settleNames(id: string): Promise<Result<undefined>> {
    const entry = await this.#reader.find(id, ['entryUUID', 'uid', 'uidNumber', 'mail'])
    if (!entry.ok) return entry
    if (entry.value === null) return fail('directory.notFound', { name: id })
    const { value } = entry
    const login = value.first('uid') ?? ''
    const uidNumber = value.has('uidnumber') ? Number(value.first('uidnumber')) : null
    const mail = madeMail(this.layout, login, value.first('mail') ?? null)
    return this.#creation.settle({ dn: value.dn, login, mail, uidNumber })
  }

  async changeAccount(
    id: string,
    change: AccountChange,
    { seen, formerLogin, formerKind }: ChangeContext = {}
  ): Promise<Result<undefined>> {
    const checked = checkTexts(change)
    if (!checked.ok) return checked
    const supported = checkSupported(change, this.#policy)
    if (!supported.ok) return supported
    const entry = await this.#reader.find(id)
    if (!entry.ok) return entry
    if (entry.value === null) return fail('directory.notFound', { name: id })
    const renamed = await this.#renaming.rename(id, entry.value, change)
    if (!renamed.ok) return renamed
    this.#reader.remember(id, renamed.value.dn)
    const former = {
      login: formerLogin ?? entry.value.first('uid') ?? '',
      dn: entry.value.dn,
      kind: formerKind
    }
    const alone = await this.#settleLogin(id, former, renamed.value)
    if (!alone.ok) return alone
    const modifications = modificationsFor(entry.value, change, this.#policy.loaded)
    const modified = await this.#modify(id, renamed.value.dn, modifications)
    if (!modified.ok) return modified
    const cleared =
      formerLogin === undefined ? succeed() : await this.#renaming.clearUp(renamed.value, formerLogin)
    return cleared.ok ? this.#memberships.set(id, renamed.value, change, seen) : cleared
  }

  async setPassword(id: string, password: string): Promise<Result<undefined>> {
    const entry = await this.#reader.find(id)
    if (!entry.ok) return entry
    if (entry.value === null) return fail('directory.notFound', { name: id })
    const { dn } = entry.value
    const suspended = isSuspendedForGood(entry.value)
    if (suspended && !startsNot(entry.value) && this.#policy.loaded) {
      const marked = await this.#modify(id, dn, [replacing('pwdStartTime', startsNever)])
      if (!marked.ok) return marked
    }
    const set = await this.#writePassword(id, dn, password)
    if (!set.ok || !this.#policy.loaded) return set
    // The server takes both back when an administrator sets a password: [Note: suspended for good].
    return this.#session.modify(
      dn,
      [
        replacing('pwdReset', 'TRUE'),
        ...(suspended ? [replacing('pwdAccountLockedTime', lockedForGood)] : [])
      ],
      onlyOn(this.#session, id)
    )
  }

  signIn(login: string, password: string): Promise<Result<Account>> {
    const find = (wanted: string): Promise<Result<Account | null>> => this.findAccount(wanted)
    return signInPerson({ find, attempt: (dn, word) => trySignIn(this.#session, dn, word) }, login, password)
  }

  async unlock(id: string): Promise<Result<undefined>> {
    const entry = await this.#reader.find(id)
    if (!entry.ok) return entry
    if (entry.value === null) return fail('directory.notFound', { name: id })
    const { value } = entry
    if (!value.has('pwdaccountlockedtime') || isLockedForGood(value)) return succeed()
    const identity = onlyOn(this.#session, id)
    const unlocked = await this.#session.modify(value.dn, [replacing('pwdAccountLockedTime')], identity)
    if (!unlocked.ok) return unlocked
    // The counted failures are the server's own; only a manager may clear them. Without that, one more wrong
    // password locks again until they are old enough, so this is worth a try and no failure.
    await this.#session.modify(
      value.dn,
      [replacing('pwdFailureTime')],
      [new Control(Oid.relax, { critical: true }), ...identity]
    )
    return succeed()
  }

  async deleteAccount(id: string): Promise<Result<undefined>> {
    const entry = await this.#reader.find(id)
    if (!entry.ok) return entry
    if (entry.value === null) return succeed()
    const { dn } = entry.value
    const login = entry.value.first('uid') ?? ''
    // First out of the groups: a later account of the same name must not inherit them.
    const left = await this.#memberships.set(id, { dn, login }, { classes: [], groups: [] })
    if (!left.ok) return left
    const removed = countsAsGone(await this.#session.remove(dn, onlyOn(this.#session, id)))
    if (!removed.ok) return removed
    this.#reader.forget(id)
    this.#logins.release(login)
    return removed
  }

  close(): Promise<void> {
    return this.#session.close()
  }

  /**
   * Where the server is known to hash a password that is written like any other attribute, the write says whose it is.
   * The operation made for passwords goes by name alone; there the owner is looked at afterwards.
   */
  async #writePassword(id: string, dn: string, password: string): Promise<Result<undefined>> {
    const identity = onlyOn(this.#session, id)
    if (this.capabilities.passwordOnCreate && identity.length > 0) {
      const modified = await this.#session.modify(dn, [replacing('userPassword', password)], identity)
      return modified.ok ? modified : { ok: false, failure: asPasswordFailure(modified.failure) }
    }
    const set = await modifyPassword(this.#session, dn, password)
    if (!set.ok) return set
    const owner = await this.#session.read(dn, ['entryUUID'])
    if (!owner.ok) return owner
    return parseUuid(owner.value?.first('entryuuid') ?? '') === id ? succeed() : swapped(dn)
  }

  /** Some servers do not know `pwdStartTime` or let nobody write it; there a suspension for good has one mark only. */
  async #modify(id: string, dn: string, modifications: readonly Modification[]): Promise<Result<undefined>> {
    const identity = onlyOn(this.#session, id)
    const modified = await this.#session.modify(dn, modifications, identity)
    if (modified.ok) return modified
    const { undefinedAttributeType, insufficientAccessRights } = ResultCode
    const others = modifications.filter(({ values }) => values[0] !== startsNever)
    const marks = others.length < modifications.length
    if (!marks || !hasResultCode(modified.failure, undefinedAttributeType, insufficientAccessRights))
      return modified
    return this.#session.modify(dn, others, identity)
  }

  /**
   * Whether the new login is this account's alone; else it gets back the one that it had, and its place. `former`: also
   * where an earlier run has renamed the account and was cut off before it could look.
   */
  async #settleLogin(
    id: string,
    former: Parameters<Renaming['giveBack']>[2],
    renamed: MemberName
  ): Promise<Result<undefined>> {
    if (foldForOpenLdap(former.login) === foldForOpenLdap(renamed.login)) return succeed()
    const shared = await this.#uniqueness.look({ ...renamed, number: null, mail: null })
    if (!shared.ok) return shared
    if (!shared.value.login) return succeed()
    const entry = await this.#reader.find(id)
    if (!entry.ok) return entry
    if (entry.value !== null) {
      const back = await this.#renaming.giveBack(id, entry.value, former)
      if (!back.ok) return back
      this.#reader.remember(id, back.value.dn)
    }
    this.#logins.isTaken(renamed.login)
    return fail('directory.alreadyExists', { name: renamed.login })
  }
}

function replacing(attribute: string, ...values: readonly string[]): Modification {
  return { type: 'replace', attribute, values }
}
