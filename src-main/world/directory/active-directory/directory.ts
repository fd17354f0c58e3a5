import type { Account, RawState } from '../../../contract/accounts'
import type { Capabilities, Connection, DirectoryLayout, SelfTest } from '../../../contract/directory'
import { fail, succeed, type Result } from '../../../contract/result'
import type {
  AccountChange,
  AccountDraft,
  ChangeContext,
  Directory,
  DirectorySnapshot,
  ReadOptions
} from '../port'
import { countsAsGone, countsAsMade, isAnswered, swapped, together } from '../ldap/answers'
import { hasResultCode, ResultCode } from '../ldap/failures'
import { containerOf, parentForKind, placesOf, type Places } from '../ldap/kinds'
import { differenceOf, MembershipQueue, writeMembers } from '../ldap/memberships'
import { childName, firstNameValue, parentName, parseName, relativeName, sameName } from '../ldap/names'
import type { LdapSession } from '../ldap/session'
import { signInPerson } from '../ldap/signIn'
import { madeMail, Uniqueness } from '../ldap/uniqueness'
import { idOf } from './account'
import { modificationsFor, newAttributes, passwordModifications, renamedTo } from './changes'
import { explainChange, explainMembership, explainWrite } from './diagnostics'
import type { Domain } from './domain'
import { globalSecurityGroup, groupLogin, type GroupRecord } from './groups'
import { addressOf, isId, Reader, type Found } from './reader'
import { runSelfTest } from './selfTest'
import { trySignIn } from './signIn'

/** What an open session stands on. */
export interface OpenedDomain {
  readonly session: LdapSession
  readonly connection: Connection
  readonly domain: Domain
  readonly layout: DirectoryLayout
  readonly capabilities: Capabilities
}

/** Samba AD or Microsoft Active Directory as the bind account sees it. */
export class ActiveDirectory implements Directory {
  readonly connection: Connection
  readonly layout: DirectoryLayout
  capabilities: Capabilities
  readonly #session: LdapSession
  readonly #domain: Domain
  readonly concurrency = null
  readonly minimumPasswordLength: number
  readonly #places: Places
  readonly #reader: Reader
  readonly #memberships: MembershipQueue
  readonly #uniqueness: Uniqueness

  constructor({ session, connection, domain, layout, capabilities }: OpenedDomain) {
    this.connection = connection
    this.layout = layout
    this.capabilities = capabilities
    this.#session = session
    this.#domain = domain
    this.minimumPasswordLength = domain.minimumPasswordLength
    this.#places = placesOf(layout)
    this.#reader = new Reader(session, connection.baseDn, domain, layout, this.#places)
    this.#uniqueness = new Uniqueness(session, [domain.dn], {
      login: 'sAMAccountName',
      number: 'uidNumber',
      mail: 'mail',
      fold: domain.fold
    })
    this.#memberships = new MembershipQueue(async (group, changes) =>
      explainMembership(await writeMembers(session, group, 'member', changes), changes)
    )
  }

  async test(): Promise<Result<SelfTest>> {
    const trial = { session: this.#session, inside: (container: string) => this.#inside(container) }
    const test = await runSelfTest(this, trial, this.#domain)
    if (test.ok) this.capabilities = test.value.capabilities
    return test
  }

  readAll(options?: ReadOptions): Promise<Result<DirectorySnapshot>> {
    return this.#reader.readAll(options)
  }

  readAccount(id: string): Promise<Result<Account | null>> {
    return this.#reader.readAccount(id)
  }

  findAccount(login: string): Promise<Result<Account | null>> {
    return this.#reader.findAccount(login)
  }

  readRawState(id: string): Promise<Result<RawState>> {
    return this.#reader.readRawState(id)
  }

  groupNames(): Promise<Result<readonly string[]>> {
    return this.#reader.groupNames()
  }

  async createContainer(dn: string): Promise<Result<undefined>> {
    const name = parseName(dn)?.[0]?.[0]
    if (name === undefined) return fail('directory.invalidName', { dn })
    const objectClass = name.attribute.toLowerCase() === 'cn' ? 'container' : 'organizationalUnit'
    const added = explainWrite(await this.#session.add(dn, { objectClass: ['top', objectClass] }))
    return countsAsMade(added)
  }

  async deleteContainer(dn: string): Promise<Result<undefined>> {
    const removed = await this.#session.remove(dn)
    if (!removed.ok && hasResultCode(removed.failure, ResultCode.notAllowedOnNonLeaf)) {
      return fail('directory.changedSince', { ...removed.failure.parameters, field: dn })
    }
    return explainWrite(removed)
  }

  async createClass(name: string): Promise<Result<undefined>> {
    const { layout } = this
    const commonName = `${layout.classGroupPrefix}${name}`
    const dn = childName('CN', commonName, layout.containers.classes)
    const added = explainWrite(
      await this.#session.add(dn, {
        objectClass: ['top', 'group'],
        sAMAccountName: groupLogin(layout, name),
        groupType: globalSecurityGroup
      })
    )
    if (added.ok) return this.#reader.remember(dn)
    if (added.failure.code === 'directory.notFound') return missing(layout.containers.classes)
    if (added.failure.code !== 'directory.alreadyExists') return added
    // The name may be taken by the class itself, which is as asked, or by something else in the domain.
    this.#reader.forget()
    const group = await this.#reader.groupsNamed([name], true)
    if (group.ok) return succeed()
    return group.failure.code === 'directory.notFound' ? exists(commonName) : group
  }

  async deleteClass(name: string): Promise<Result<undefined>> {
    this.#reader.forget()
    const found = await this.#reader.groupsNamed([name], true)
    if (!found.ok) return found.failure.code === 'directory.notFound' ? succeed() : found
    const [group] = found.value
    if (group === undefined) return succeed()
    const entry = await this.#session.read(addressOf(group.id), ['member'])
    if (!entry.ok) return entry
    // A long list arrives in parts, as `member;range=0-1499` ([MS-ADTS] 3.1.1.3.1.3.3).
    if (entry.value?.attributes.some((attribute) => /^member(;|$)/.test(attribute)) === true) {
      return fail('directory.changedSince', { field: name })
    }
    const removed = explainWrite(await this.#session.remove(addressOf(group.id)))
    this.#reader.forget()
    return named(countsAsGone(removed), name)
  }

  async createAccount(draft: AccountDraft, password: string): Promise<Result<{ id: string }>> {
    const groups = await this.#resolve(draft.classes, draft.groups)
    if (!groups.ok) return groups
    const container = containerOf(this.layout, draft.kind)
    if (container === null) return fail('directory.notSupported', { capability: draft.kind })
    const dn = childName('CN', draft.login, container)
    const added = explainWrite(await this.#session.add(dn, newAttributes(draft, password, this.#domain)))
    if (!added.ok) {
      if (added.failure.code === 'directory.notFound') return missing(container)
      if (added.failure.code === 'directory.alreadyExists') return exists(draft.login)
      return added
    }
    const entry = await this.#session.read(dn, ['objectGUID'])
    if (!entry.ok) return entry
    const id = entry.value === null ? null : idOf(entry.value)
    if (id === null) return missing(dn)
    const joined = await this.#changeMemberships(id, groups.value, [])
    if (!joined.ok) {
      // Half an account is no account: what the server refuses to complete goes again, and the reason reaches the person.
      const removed = isAnswered(joined) ? await this.#session.remove(addressOf(id)) : joined
      return removed.ok || isAnswered(removed) ? joined : removed
    }
    const settled = await this.#settleMail(dn, draft.login, draft.mail)
    if (settled.ok) return succeed({ id })
    if (isAnswered(settled) || settled.failure.code === 'directory.alreadyExists') {
      const removed = await this.#session.remove(addressOf(id))
      if (!removed.ok) return removed
    }
    return settled
  }

  /** Logins and principal names are watched over by the server; of an address that is made only a look can tell. */
  async settleNames(id: string): Promise<Result<undefined>> {
    const found = await this.#find(id)
    if (!found.ok) return found
    const { dn, login, mail } = found.value.account
    return this.#settleMail(dn, login, mail)
  }

  foldName(name: string): string {
    return this.#domain.fold(name)
  }

  /** Groups refer to the entry itself here, whatever it is called: there is nothing to clear up after a renaming. */
  async changeAccount(
    id: string,
    change: AccountChange,
    { seen }: ChangeContext = {}
  ): Promise<Result<undefined>> {
    const found = await this.#find(id)
    if (!found.ok) return found
    const { entry, account } = found.value
    const difference = await this.#membershipDifference(account, change, seen)
    if (!difference.ok) return difference

    const renamed = await this.#rename(found.value, change)
    if (!renamed.ok) return renamed
    const modifications = modificationsFor(entry, account, change, this.#domain)
    const fields = [...new Set(modifications.map(({ attribute }) => attribute))].join(', ')
    const modified = explainChange(await this.#session.modify(addressOf(id), modifications), fields)
    if (!modified.ok) {
      if (renamed.value !== null && isAnswered(modified)) {
        const back = await this.#renameTo(renamed.value, entry.dn)
        if (!back.ok && !isAnswered(back)) return back
      }
      return modified.failure.code === 'directory.alreadyExists'
        ? exists(change.login ?? account.login)
        : named(modified, account.login)
    }
    return this.#changeMemberships(id, difference.value.join, difference.value.leave)
  }

  async setPassword(id: string, password: string): Promise<Result<undefined>> {
    const found = await this.#find(id)
    if (!found.ok) return found
    const modifications = passwordModifications(found.value.entry, password)
    const modified = await this.#session.modify(addressOf(id), modifications)
    return named(explainChange(modified, 'userAccountControl'), found.value.account.login)
  }

  signIn(login: string, password: string): Promise<Result<Account>> {
    const find = (wanted: string): Promise<Result<Account | null>> => this.findAccount(wanted)
    return signInPerson({ find, attempt: (dn, word) => trySignIn(this.#session, dn, word) }, login, password)
  }

  async unlock(id: string): Promise<Result<undefined>> {
    if (!isId(id)) return missing(id)
    const unlocking = [{ type: 'replace', attribute: 'lockoutTime', values: ['0'] }] as const
    return named(explainWrite(await this.#session.modify(addressOf(id), unlocking)), id)
  }

  async deleteAccount(id: string): Promise<Result<undefined>> {
    if (!isId(id)) return succeed()
    const removed = explainWrite(await this.#session.remove(addressOf(id)))
    return named(countsAsGone(removed), id)
  }

  close(): Promise<void> {
    return this.#session.close()
  }

  /** The same domain with one container for everything. */
  #inside(container: string): ActiveDirectory {
    const { connection, capabilities } = this
    const everywhere = { pupil: container, teacher: container, staff: container, guardian: container }
    const containers = { ...everywhere, classes: container, groups: container }
    const layout = { ...this.layout, containers }
    return new ActiveDirectory({
      session: this.#session,
      connection,
      domain: this.#domain,
      layout,
      capabilities
    })
  }

  async #settleMail(dn: string, login: string, mail: string | null): Promise<Result<undefined>> {
    const made = madeMail(this.layout, login, mail)
    if (made === null) return succeed()
    const shared = await this.#uniqueness.look({ dn, login: null, number: null, mail: made })
    if (!shared.ok) return shared
    return shared.value.mail ? exists(made) : succeed()
  }

  async #find(id: string): Promise<Result<Found>> {
    const found = await this.#reader.find(id)
    if (!found.ok) return found
    return found.value === null ? missing(id) : succeed(found.value)
  }

  /** Gives the entry its new common name and container, and answers its new DN; null: it stays where it is. */
  async #rename({ entry, account }: Found, change: AccountChange): Promise<Result<string | null>> {
    const name = renamedTo(entry, account, change.login) ?? firstNameValue(entry.dn) ?? account.login
    const parent = parentForKind(entry.dn, change.kind, this.layout, this.#places)
    const wanted = childName('CN', name, parent)
    if (sameName(wanted, entry.dn) && name === firstNameValue(entry.dn)) return succeed(null)
    // Samba renames by name only, not by id.
    const renamed = explainWrite(await this.#renameTo(entry.dn, wanted))
    if (!renamed.ok && !isAnswered(renamed)) return renamed
    const now = await this.#session.read(addressOf(account.id), ['1.1'])
    if (!now.ok) return now
    // Also where it was refused: a request of an earlier run that was still on its way may have come first.
    const present = now.value?.dn ?? ''
    if (sameName(present, wanted) && (renamed.ok || firstNameValue(present) === name)) return succeed(wanted)
    if (!renamed.ok) {
      if (renamed.failure.code === 'directory.alreadyExists') return exists(name)
      return named(renamed, account.login)
    }
    const back = await this.#renameTo(wanted, entry.dn)
    return back.ok || isAnswered(back) ? swapped(entry.dn) : back
  }

  #renameTo(present: string, wanted: string): Promise<Result<undefined>> {
    const parent = parentName(wanted)
    const moves = !sameName(parent, parentName(present))
    const name = relativeName('CN', firstNameValue(wanted) ?? '')
    return moves ? this.#session.rename(present, name, parent) : this.#session.rename(present, name)
  }

  async #resolve(classes: readonly string[], groups: readonly string[]): Promise<Result<GroupRecord[]>> {
    const [classGroups, otherGroups] = await Promise.all([
      this.#reader.groupsNamed(classes, true),
      this.#reader.groupsNamed(groups, false)
    ])
    if (!classGroups.ok) return classGroups
    if (!otherGroups.ok) return otherGroups
    return succeed([...classGroups.value, ...otherGroups.value])
  }

  async #membershipDifference(
    account: Account,
    change: AccountChange,
    seen?: ChangeContext['seen']
  ): Promise<Result<{ join: GroupRecord[]; leave: GroupRecord[] }>> {
    const { classes, groups } = differenceOf(account, change, this.#domain.fold, seen)
    const join = await this.#resolve(classes.join, groups.join)
    if (!join.ok) return join
    const leave = await this.#resolve(classes.leave, groups.leave)
    return leave.ok ? succeed({ join: join.value, leave: leave.value }) : leave
  }

  async #changeMemberships(
    id: string,
    join: readonly GroupRecord[],
    leave: readonly GroupRecord[]
  ): Promise<Result<undefined>> {
    const changed = together(
      await Promise.all([
        ...join.map((group) => this.#changeMembership(group, id, true)),
        ...leave.map((group) => this.#changeMembership(group, id, false))
      ])
    )
    // A group that was deleted and made anew has another id.
    if (!changed.ok) this.#reader.forget()
    return changed
  }

  /** Group and member are both meant by their ids: one value, and nobody's name. */
  async #changeMembership(group: GroupRecord, id: string, present: boolean): Promise<Result<undefined>> {
    return named(await this.#memberships.change(addressOf(group.id), addressOf(id), present), group.name)
  }
}

/** Says in a failure what the person calls the thing, not how it was addressed. */
function named<Value>(result: Result<Value>, name: string): Result<Value> {
  if (result.ok || !('name' in result.failure.parameters)) return result
  return fail(result.failure.code, { ...result.failure.parameters, name })
}

function missing(name: string): ReturnType<typeof fail> {
  return fail('directory.notFound', { name })
}

function exists(name: string): ReturnType<typeof fail> {
  return fail('directory.alreadyExists', { name })
}
