import type { Account, Group, RawState } from '../../../contract/accounts'
import type { DirectoryLayout } from '../../../contract/directory'
import { fail, succeed, type Result } from '../../../contract/result'
import type { DirectorySnapshot, ReadOptions } from '../port'
import type { LdapEntry } from '../ldap/entry'
import { all, any, atLeast, equals } from '../ldap/filters'
import type { Places } from '../ldap/kinds'
import { missingContainers } from '../ldap/layout'
import { isBelow } from '../ldap/names'
import { parseUuid } from '../ldap/values'
import type { LdapSession } from '../ldap/session'
import { accountAttributes, accountOf, computedControl, idOf, isAccount, isLockedOut } from './account'
import type { Domain } from './domain'
import { groupAttributes, GroupIndex, groupOf, isGroup, type GroupRecord } from './groups'
import { rawAttributes, rawStateOf } from './rawState'
import { builtInNames, loginLikeNames } from './reservedNames'

/** An account as it is and as the server gave it. */
export interface Found {
  readonly entry: LdapEntry
  readonly account: Account
}

const readAttributes = [...accountAttributes, computedControl]
const progressStep = 500

/** What is no id names nothing; only ids are ever put into an address. */
export function isId(text: string): boolean {
  return parseUuid(text) !== null
}

/**
 * Addresses an entry by its lasting id, wherever it was moved to ([MS-ADTS] 3.1.1.3.1.2.4, alternative forms of
 * names); Samba understands it too.
 */
export function addressOf(id: string): string {
  return `<GUID=${id}>`
}

/** Reads accounts and groups. Keeps the list of groups, since every account needs it; reads it again when it is stale. */
export class Reader {
  readonly #session: LdapSession
  readonly #baseDn: string
  readonly #domain: Domain
  readonly #layout: DirectoryLayout
  readonly #places: Places
  #groups: Promise<Result<GroupIndex>> | null = null

  constructor(session: LdapSession, baseDn: string, domain: Domain, layout: DirectoryLayout, places: Places) {
    this.#session = session
    this.#baseDn = baseDn
    this.#domain = domain
    this.#layout = layout
    this.#places = places
  }

  async readAll(options: ReadOptions = {}): Promise<Result<DirectorySnapshot>> {
    const groups = await this.#readGroups(options.signal)
    if (!groups.ok) return groups
    this.#groups = Promise.resolve(groups)

    const accounts: Account[] = []
    const locked: LdapEntry[] = []
    const reserved = new Set(builtInNames)
    const context = this.#context(groups.value)
    const read = await this.#session.searchEach(
      {
        base: this.#baseDn,
        scope: 'sub',
        filter: isAccount,
        attributes: accountAttributes,
        ...signalOf(options)
      },
      (entry) => {
        const account = accountOf(entry, context)
        if (account === null) return
        accounts.push(account)
        if (isLockedOut(entry, context)) locked.push(entry)
        for (const name of loginLikeNames(entry)) reserved.add(name)
        if (accounts.length % progressStep === 0) options.onProgress?.(accounts.length)
      }
    )
    if (!read.ok) return read
    const outside = await this.#addOutsideNames(reserved, options)
    if (!outside.ok) return outside
    const missing = await missingContainers(this.#session, this.#layout, options.signal)
    if (!missing.ok) return missing
    const unlocked = locked.length === 0 ? succeed(new Set<string>()) : await this.#unlockedByPolicy()
    if (!unlocked.ok) return unlocked

    for (const account of accounts) reserved.delete(this.#domain.fold(account.login))
    options.onProgress?.(accounts.length)
    return succeed({
      accounts: accounts.map((account) =>
        account.state === 'lockedOut' && unlocked.value.has(account.id)
          ? { ...account, state: 'active' }
          : account
      ),
      groups: countMembers(groups.value.all, accounts),
      reservedNames: [...reserved].sort(),
      missingContainers: missing.value
    })
  }

  async readAccount(id: string): Promise<Result<Account | null>> {
    const found = await this.find(id)
    return found.ok ? succeed(found.value?.account ?? null) : found
  }

  async find(id: string): Promise<Result<Found | null>> {
    if (!isId(id)) return succeed(null)
    const entries = await this.#session.search({
      base: addressOf(id),
      scope: 'base',
      filter: isAccount,
      attributes: readAttributes
    })
    if (!entries.ok && entries.failure.code === 'directory.notFound') return succeed(null)
    return entries.ok ? this.#describe(entries.value[0]) : entries
  }

  async findAccount(login: string): Promise<Result<Account | null>> {
    const entries = await this.#session.search({
      base: this.#baseDn,
      scope: 'sub',
      filter: all(isAccount, equals('sAMAccountName', login)),
      attributes: readAttributes
    })
    if (!entries.ok) return entries
    const found = await this.#describe(entries.value[0])
    return found.ok ? succeed(found.value?.account ?? null) : found
  }

  async readRawState(id: string): Promise<Result<RawState>> {
    if (!isId(id)) return fail('directory.notFound', { name: id })
    const entry = await this.#session.read(addressOf(id), rawAttributes)
    if (!entry.ok) return entry
    return entry.value === null ? fail('directory.notFound', { name: id }) : succeed(rawStateOf(entry.value))
  }

  /** The groups of these names; `directory.notFound` names the first that does not exist. */
  async groupsNamed(names: readonly string[], isClass: boolean): Promise<Result<GroupRecord[]>> {
    if (names.length === 0) return succeed([])
    for (const fresh of [false, true]) {
      const index = await this.#index(fresh)
      if (!index.ok) return index
      const found = names.map((name) => index.value.byName(name, isClass))
      if (found.every((group) => group !== undefined)) return succeed(found)
      if (fresh) {
        return fail('directory.notFound', {
          name: names.find((_, place) => found[place] === undefined) ?? ''
        })
      }
    }
    return succeed([])
  }

  /** Names of the groups that are no classes, read anew. */
  async groupNames(): Promise<Result<readonly string[]>> {
    const index = await this.#index(true)
    if (!index.ok) return index
    return succeed(index.value.all.flatMap(({ name, isClass }) => (isClass ? [] : [name])))
  }

  /** Tells the reader about a group that was just made. */
  async remember(dn: string): Promise<Result<undefined>> {
    const entry = await this.#session.read(dn, groupAttributes)
    if (!entry.ok) return entry
    const index = await this.#index(false)
    if (!index.ok) return index
    const group = entry.value === null ? null : groupOf(entry.value, this.#layout)
    if (group !== null) index.value.add(group)
    return succeed()
  }

  /** The list of groups is no longer true. */
  forget(): void {
    this.#groups = null
  }

  async #describe(entry: LdapEntry | undefined): Promise<Result<Found | null>> {
    if (entry === undefined) return succeed(null)
    let index = await this.#index(false)
    if (!index.ok) return index
    const known = index.value
    const stale = entry
      .all('memberof')
      .some((dn) => isBelow(dn, this.#baseDn) && known.byDn(dn) === undefined)
    if (stale) {
      index = await this.#index(true)
      if (!index.ok) return index
    }
    const account = accountOf(entry, this.#context(index.value))
    return succeed(account === null ? null : { entry, account })
  }

  #context(groups: GroupIndex): Parameters<typeof accountOf>[1] {
    return { places: this.#places, domain: this.#domain, groups, now: Date.now() }
  }

  /** All who ask at the same time share one reading. */
  async #index(fresh: boolean): Promise<Result<GroupIndex>> {
    if (fresh || this.#groups === null) this.#groups = this.#readGroups()
    const reading = this.#groups
    const groups = await reading
    if (!groups.ok && this.#groups === reading) this.#groups = null
    return groups
  }

  async #readGroups(signal?: AbortSignal): Promise<Result<GroupIndex>> {
    const groups: GroupRecord[] = []
    const read = await this.#session.searchEach(
      {
        base: this.#baseDn,
        scope: 'sub',
        filter: isGroup,
        attributes: groupAttributes,
        ...(signal === undefined ? {} : { signal })
      },
      (entry) => {
        const group = groupOf(entry, this.#layout)
        if (group !== null) groups.push(group)
      }
    )
    return read.ok ? succeed(new GroupIndex(groups, this.#domain.fold)) : read
  }

  /** Names of everything in the domain that signs in or is a group, wherever it lies. */
  async #addOutsideNames(names: Set<string>, options: ReadOptions): Promise<Result<undefined>> {
    const filter = any(isAccount, isGroup, equals('objectClass', 'computer'))
    return this.#session.searchEach(
      { base: this.#domain.dn, scope: 'sub', filter, attributes: ['sAMAccountName'], ...signalOf(options) },
      (entry) => {
        const login = entry.first('samaccountname')
        if (login === undefined) return
        const name = this.#domain.fold(login)
        names.add(name)
        if (name.endsWith('$')) names.add(name.slice(0, -1))
      }
    )
  }

  /** Accounts with a time of lock that the server itself takes for unlocked (fine-grained policies). */
  async #unlockedByPolicy(): Promise<Result<Set<string>>> {
    const ids = new Set<string>()
    const read = await this.#session.searchEach(
      {
        base: this.#baseDn,
        scope: 'sub',
        filter: all(isAccount, atLeast('lockoutTime', '1')),
        attributes: ['objectGUID', 'lockoutTime', computedControl]
      },
      (entry) => {
        const id = idOf(entry)
        if (id !== null && !isLockedOut(entry, { domain: this.#domain, now: Date.now() })) ids.add(id)
      }
    )
    return read.ok ? succeed(ids) : read
  }
}

/** Members by what the accounts say (`memberOf`): it has no limit on the number of values, unlike `member`. */
function countMembers(groups: readonly GroupRecord[], accounts: readonly Account[]): Group[] {
  const classes = new Map<string, number>()
  const others = new Map<string, number>()
  const count = (counts: Map<string, number>, name: string): void => {
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  for (const account of accounts) {
    account.classes.forEach((name) => {
      count(classes, name)
    })
    account.groups.forEach((name) => {
      count(others, name)
    })
  }
  return groups.map(({ id, dn, name, isClass }) => ({
    id,
    dn,
    name,
    isClass,
    members: (isClass ? classes : others).get(name) ?? 0
  }))
}

function signalOf(options: ReadOptions): { signal?: AbortSignal } {
  return options.signal === undefined ? {} : { signal: options.signal }
}
