import { Control } from 'ldapts'
import type { Account, PersonKind, RawState } from '../../../contract/accounts'
import type { Capabilities, Connection, DirectoryLayout, SelfTest } from '../../../contract/directory'
import { fail, succeed, type Result } from '../../../contract/result'
import type { LdapEntry } from '../ldap/entry'
import { equals } from '../ldap/filters'
import { foldForOpenLdap } from '../ldap/folding'
import { isBelow, nameKey, parentName, parseName, relativeName, sameName } from '../ldap/names'
import { hasResultCode, ResultCode } from '../ldap/failures'
import { Oid, type LdapSession } from '../ldap/session'
import { signInPerson } from '../ldap/signIn'
import { madeMail, Uniqueness } from '../ldap/uniqueness'
import { parseUuid } from '../ldap/values'
import type { AccountChange, AccountDraft, Directory, DirectorySnapshot, ReadOptions } from '../port'
import { isLockedForGood, rawStateOf, singleAccountOf, type AccountContext } from './account'
import { accountAttributes, lockedForGood, stateAttributes } from './attributes'
import { checkSupported, checkTexts, isName, modificationsFor } from './changes'
import { AccountCreation } from './creation'
import { GroupRegister, isPlaceholder, membershipsOf, newClassAttributes, type MemberName } from './groups'
import { containerOf, missingContainers, placesOf, type Places } from './layout'
import { LoginRegister } from './logins'
import { modifyPassword, trySignIn } from './passwords'
import { canDemandChange, canSuspend, type PasswordPolicy } from './policy'
import { runSelfTest } from './selfTest'
import { readSnapshot } from './snapshot'

/** An open session with an OpenLDAP server. See the port for what each method promises. */
export class OpenLdapDirectory implements Directory {
  readonly connection: Connection
  readonly layout: DirectoryLayout
  /**
   * The more accounts of a class are under way at once, the fewer requests put them into it, and each request costs
   * the server a write to its disk: for 2,000 accounts in classes of 25 about 110 at 128, 260 at 32.
   */
  readonly concurrency = 128
  readonly minimumPasswordLength: number
  readonly #session: LdapSession
  readonly #policy: PasswordPolicy
  readonly #places: Places
  readonly #bases: readonly string[]
  readonly #groups: GroupRegister
  readonly #logins: LoginRegister
  readonly #uniqueness: Uniqueness
  readonly #creation: AccountCreation
  /** Where each account was seen last; only a hint, checked at each use. */
  readonly #names = new Map<string, string>()
  /** What the self-test has proven; before it, what the server says of itself. */
  #proven: Capabilities | null = null

  constructor(session: LdapSession, connection: Connection, layout: DirectoryLayout, policy: PasswordPolicy) {
    this.connection = connection
    this.layout = layout
    this.#session = session
    this.#policy = policy
    this.minimumPasswordLength = policy.entry?.minimumLength ?? 0
    this.#places = placesOf(layout)
    const outside = Object.values(layout.containers).filter((dn) => !isBelow(dn, connection.baseDn))
    this.#bases = [connection.baseDn, ...new Set(outside)]
    this.#groups = new GroupRegister(session, layout, this.#places, connection.baseDn)
    this.#logins = new LoginRegister(session, this.#bases)
    this.#uniqueness = new Uniqueness(session, this.#bases, {
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
    const tested = await runSelfTest(this.#session, this.connection.baseDn, this.layout, this.#policy)
    if (tested.ok) this.#proven = tested.value.capabilities
    return tested
  }

  async readAll(options: ReadOptions = {}): Promise<Result<DirectorySnapshot>> {
    const [snapshot, missing] = await Promise.all([
      readSnapshot(this.#session, this.#bases, this.layout, this.#context(), options),
      missingContainers(this.#session, this.layout, options.signal)
    ])
    if (!snapshot.ok) return snapshot
    return missing.ok ? succeed({ ...snapshot.value, missingContainers: missing.value }) : missing
  }

  async readAccount(id: string): Promise<Result<Account | null>> {
    const entry = await this.#find(id)
    if (!entry.ok) return entry
    return entry.value === null ? succeed(null) : this.#accountOf(entry.value)
  }

  async findAccount(login: string): Promise<Result<Account | null>> {
    const accounts: Account[] = []
    for (const base of this.#bases) {
      const found = await this.#session.search({
        base,
        scope: 'sub',
        filter: equals('uid', login),
        attributes: accountAttributes
      })
      if (!found.ok && (base === this.#bases[0] || found.failure.code !== 'directory.notFound')) return found
      for (const entry of found.ok ? found.value : []) {
        const account = await this.#accountOf(entry)
        if (!account.ok) return account
        if (account.value !== null) accounts.push(account.value)
      }
    }
    const [account = null, another] = accounts
    return another === undefined ? succeed(account) : fail('directory.loginNotUnique', { login })
  }

  foldName(name: string): string {
    return foldForOpenLdap(name)
  }

  async readRawState(id: string): Promise<Result<RawState>> {
    const entry = await this.#find(id, [...accountAttributes, ...stateAttributes])
    if (!entry.ok) return entry
    if (entry.value === null) return fail('directory.notFound', { name: id })
    return succeed(rawStateOf(entry.value, this.#context()))
  }

  async createContainer(dn: string): Promise<Result<undefined>> {
    const part = parseName(dn)?.[0]?.[0]
    if (part?.attribute.toLowerCase() !== 'ou' || part.value === '')
      return fail('directory.invalidName', { dn })
    return existing(await this.#session.add(dn, { objectClass: 'organizationalUnit', ou: part.value }))
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
    return existing(made)
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
    return absent(removed)
  }

  async createAccount(draft: AccountDraft, password: string): Promise<Result<{ id: string }>> {
    const created = await this.#creation.create(draft, password)
    if (!created.ok) return created
    this.#names.set(created.value.id, created.value.dn)
    return succeed({ id: created.value.id })
  }

  async settleNames(id: string): Promise<Result<undefined>> {
    const entry = await this.#find(id, ['entryUUID', 'uid', 'uidNumber', 'mail'])
    if (!entry.ok) return entry
    if (entry.value === null) return fail('directory.notFound', { name: id })
    const { value } = entry
    const login = value.first('uid') ?? ''
    const uidNumber = value.has('uidnumber') ? Number(value.first('uidnumber')) : null
    const mail = madeMail(this.layout, login, value.first('mail') ?? null)
    return this.#creation.settle({ dn: value.dn, login, mail, uidNumber })
  }

  async changeAccount(id: string, change: AccountChange): Promise<Result<undefined>> {
    const checked = checkTexts(change)
    if (!checked.ok) return checked
    const supported = checkSupported(change, this.#policy)
    if (!supported.ok) return supported
    const entry = await this.#find(id)
    if (!entry.ok) return entry
    if (entry.value === null) return fail('directory.notFound', { name: id })
    const renamed = await this.#rename(id, entry.value, change)
    if (!renamed.ok) return renamed
    const alone = await this.#settleLogin(id, entry.value, renamed.value)
    if (!alone.ok) return alone
    const modifications = modificationsFor(entry.value, change, this.#policy.loaded)
    const modified = await this.#session.modify(renamed.value.dn, modifications)
    return modified.ok ? this.#setMemberships(renamed.value, change) : modified
  }

  async setPassword(id: string, password: string): Promise<Result<undefined>> {
    const entry = await this.#find(id)
    if (!entry.ok) return entry
    if (entry.value === null) return fail('directory.notFound', { name: id })
    const { dn } = entry.value
    const set = await modifyPassword(this.#session, dn, password)
    if (!set.ok || !this.#policy.loaded) return set
    // The server takes both back when an administrator sets a password.
    return this.#session.modify(dn, [
      { type: 'replace', attribute: 'pwdReset', values: ['TRUE'] },
      ...(isLockedForGood(entry.value)
        ? [{ type: 'replace', attribute: 'pwdAccountLockedTime', values: [lockedForGood] } as const]
        : [])
    ])
  }

  signIn(login: string, password: string): Promise<Result<Account>> {
    const find = (wanted: string): Promise<Result<Account | null>> => this.findAccount(wanted)
    return signInPerson({ find, attempt: (dn, word) => trySignIn(this.#session, dn, word) }, login, password)
  }

  async unlock(id: string): Promise<Result<undefined>> {
    const entry = await this.#find(id)
    if (!entry.ok) return entry
    if (entry.value === null) return fail('directory.notFound', { name: id })
    const { value } = entry
    if (!value.has('pwdaccountlockedtime') || isLockedForGood(value)) return succeed()
    const unlocked = await this.#session.modify(value.dn, [
      { type: 'replace', attribute: 'pwdAccountLockedTime', values: [] }
    ])
    if (!unlocked.ok) return unlocked
    // The counted failures are the server's own; only a manager may clear them. Without that, one more wrong
    // password locks again until they are old enough, so this is worth a try and no failure.
    await this.#session.modify(
      value.dn,
      [{ type: 'replace', attribute: 'pwdFailureTime', values: [] }],
      [new Control(Oid.relax, { critical: true })]
    )
    return succeed()
  }

  async deleteAccount(id: string): Promise<Result<undefined>> {
    const entry = await this.#find(id)
    if (!entry.ok) return entry
    if (entry.value === null) return succeed()
    const { dn } = entry.value
    const login = entry.value.first('uid') ?? ''
    // First out of the groups: a later account of the same name must not inherit them.
    const left = await this.#setMemberships({ dn, login }, { classes: [], groups: [] })
    if (!left.ok) return left
    const removed = absent(await this.#session.remove(dn))
    if (!removed.ok) return removed
    this.#names.delete(id)
    this.#logins.release(login)
    return removed
  }

  close(): Promise<void> {
    return this.#session.close()
  }

  #context(): AccountContext {
    return {
      places: this.#places,
      lockoutDuration: this.#policy.entry?.lockoutDuration ?? 0,
      now: Date.now()
    }
  }

  /** The entry with this entryUUID. Its last known place is tried first; entries may have moved since. */
  async #find(
    id: string,
    attributes: readonly string[] = accountAttributes
  ): Promise<Result<LdapEntry | null>> {
    if (parseUuid(id) === null) return succeed(null)
    const known = this.#names.get(id)
    if (known !== undefined) {
      const entry = await this.#session.read(known, attributes)
      if (!entry.ok) return entry
      if (entry.value?.first('entryuuid') === id) return entry
      this.#names.delete(id)
    }
    for (const base of this.#bases) {
      const found = await this.#session.search({
        base,
        scope: 'sub',
        filter: equals('entryUUID', id),
        attributes
      })
      if (!found.ok && (base === this.#bases[0] || found.failure.code !== 'directory.notFound')) return found
      const entry = found.ok ? found.value[0] : undefined
      if (entry !== undefined) {
        this.#names.set(id, entry.dn)
        return succeed(entry)
      }
    }
    return succeed(null)
  }

  async #accountOf(entry: LdapEntry): Promise<Result<Account | null>> {
    const groups = await this.#groups.of({ dn: entry.dn, login: entry.first('uid') ?? '' })
    return groups.ok ? succeed(singleAccountOf(entry, membershipsOf(groups.value), this.#context())) : groups
  }

  /**
   * Gives the entry its new login and container. Groups learn the new name before and forget the old one after,
   * so that an interruption loses no membership.
   */
  async #rename(id: string, entry: LdapEntry, change: AccountChange): Promise<Result<MemberName>> {
    const old: MemberName = { dn: entry.dn, login: entry.first('uid') ?? '' }
    const login = change.login ?? old.login
    const parent = this.#parentFor(entry, change.kind)
    if (!parent.ok) return parent
    const namedByLogin = /^uid=/i.test(entry.dn)
    const moves = !sameName(parent.value, parentName(entry.dn))
    if (login === old.login && !moves) return succeed(old)

    const ownName = namedByLogin ? relativeName('uid', login) : ownNameOf(entry.dn)
    const wanted: MemberName = { dn: namedByLogin || moves ? `${ownName},${parent.value}` : entry.dn, login }
    const changesLogin = foldForOpenLdap(login) !== foldForOpenLdap(old.login)
    if (changesLogin) {
      const taken = await this.#logins.reserve(login)
      if (!taken.ok) return taken
      if (taken.value === null) return fail('directory.alreadyExists', { name: login })
    }
    const groups = await this.#groups.of(old)
    if (!groups.ok) {
      if (changesLogin) this.#logins.release(login)
      return groups
    }
    const joined = await Promise.all(groups.value.map((group) => this.#groups.change(group, wanted, true)))
    const failed = joined.find((result) => !result.ok)
    const renamed =
      failed ?? (await this.#renameEntry(entry.dn, ownName, moves ? parent.value : null, wanted))
    const gone = renamed.ok ? old : wanted
    const left = await Promise.all(groups.value.map((group) => this.#groups.change(group, gone, false)))
    if (changesLogin) this.#logins.release(renamed.ok ? old.login : login)
    if (!renamed.ok) return renamed
    this.#names.set(id, wanted.dn)
    return left.find((result) => !result.ok) ?? succeed(wanted)
  }

  /** Whether the new login is this account's alone; else it gets back the one that it had. */
  async #settleLogin(id: string, old: LdapEntry, renamed: MemberName): Promise<Result<undefined>> {
    const login = old.first('uid') ?? ''
    if (foldForOpenLdap(login) === foldForOpenLdap(renamed.login)) return succeed()
    const shared = await this.#uniqueness.look({ ...renamed, number: null, mail: null })
    if (!shared.ok) return shared
    if (!shared.value.login) return succeed()
    const entry = await this.#find(id)
    if (!entry.ok) return entry
    if (entry.value !== null) {
      const back = await this.#rename(id, entry.value, { login })
      if (!back.ok) return back
    }
    this.#logins.takenByOthers(renamed.login)
    return fail('directory.alreadyExists', { name: renamed.login })
  }

  async #renameEntry(
    dn: string,
    ownName: string,
    newParent: string | null,
    wanted: MemberName
  ): Promise<Result<undefined>> {
    if (dn !== wanted.dn) {
      const renamed = await this.#session.rename(dn, ownName, newParent ?? undefined)
      if (!renamed.ok) return renamed
    }
    if (/^uid=/i.test(wanted.dn)) return succeed()
    return this.#session.modify(wanted.dn, [{ type: 'replace', attribute: 'uid', values: [wanted.login] }])
  }

  /** The container for the kind; where the account already lies in it (at any depth), it stays where it is. */
  #parentFor(entry: LdapEntry, kind: PersonKind | undefined): Result<string> {
    const present = parentName(entry.dn)
    if (kind === undefined || kind === 'other') return succeed(present)
    const wanted = containerOf(this.layout, kind)
    if (wanted === null || isBelow(entry.dn, wanted)) return succeed(present)
    return succeed(wanted)
  }

  async #setMemberships(
    member: MemberName,
    change: Pick<AccountChange, 'classes' | 'groups'>
  ): Promise<Result<undefined>> {
    if (change.classes === undefined && change.groups === undefined) return succeed()
    const present = await this.#groups.of(member)
    if (!present.ok) return present
    const wanted = await this.#groups.find(change.classes ?? [], change.groups ?? [])
    if (!wanted.ok) return wanted
    const wantedKeys = new Set(wanted.value.map(({ dn }) => nameKey(dn)))
    const presentKeys = new Set(present.value.map(({ dn }) => nameKey(dn)))
    const asked = (isClass: boolean): boolean => (isClass ? change.classes : change.groups) !== undefined
    const joins = wanted.value.filter(({ dn }) => !presentKeys.has(nameKey(dn)))
    const leaves = present.value.filter(({ dn, isClass }) => asked(isClass) && !wantedKeys.has(nameKey(dn)))
    const results = await Promise.all([
      ...joins.map((group) => this.#groups.change(group, member, true)),
      ...leaves.map((group) => this.#groups.change(group, member, false))
    ])
    return results.find((result) => !result.ok) ?? succeed()
  }
}

/** What already is counts as made. */
function existing(result: Result<undefined>): Result<undefined> {
  return !result.ok && result.failure.code === 'directory.alreadyExists' ? succeed() : result
}

/** What is no more counts as removed. */
function absent(result: Result<undefined>): Result<undefined> {
  return !result.ok && result.failure.code === 'directory.notFound' ? succeed() : result
}

function ownNameOf(dn: string): string {
  const parent = parentName(dn)
  return parent === '' ? dn : dn.slice(0, dn.lastIndexOf(parent)).trim().replace(/,$/, '')
}
