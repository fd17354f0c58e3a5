import type { Account, RawState } from '../../../contract/accounts'
import type { DirectoryLayout } from '../../../contract/directory'
import { fail, succeed, type Result } from '../../../contract/result'
import type { LdapEntry } from '../ldap/entry'
import { equals } from '../ldap/filters'
import type { Places } from '../ldap/kinds'
import { missingContainers } from '../ldap/layout'
import type { LdapSession } from '../ldap/session'
import { parseUuid } from '../ldap/values'
import type { DirectorySnapshot, ReadOptions } from '../port'
import { rawStateOf, singleAccountOf, type AccountContext } from './account'
import { accountAttributes, stateAttributes } from './attributes'
import { membershipsOf, type GroupRegister } from './groups'
import type { PasswordPolicy } from './policy'
import { readSnapshot } from './snapshot'

/** What reading needs to know of an open session. */
export interface ReaderOptions {
  readonly session: LdapSession
  readonly layout: DirectoryLayout
  readonly places: Places
  /** Where entries are looked for; the first one exists. */
  readonly bases: readonly string[]
  readonly policy: PasswordPolicy
  readonly groups: GroupRegister
  /** Tells whether a suspension until a day is over. */
  readonly now: () => Date
}

/** Finds and reads accounts. */
export class Reader {
  readonly #options: ReaderOptions
  /** Where each account was seen last; only a hint, checked at each use. */
  readonly #names = new Map<string, string>()

  constructor(options: ReaderOptions) {
    this.#options = options
  }

  async readAll(options: ReadOptions): Promise<Result<DirectorySnapshot>> {
    const { session, bases, layout } = this.#options
    const [snapshot, missing] = await Promise.all([
      readSnapshot(session, bases, layout, this.#context(), options),
      missingContainers(session, layout, options.signal)
    ])
    if (!snapshot.ok) return snapshot
    return missing.ok ? succeed({ ...snapshot.value, missingContainers: missing.value }) : missing
  }

  async readAccount(id: string): Promise<Result<Account | null>> {
    const entry = await this.find(id)
    if (!entry.ok) return entry
    return entry.value === null ? succeed(null) : this.#accountOf(entry.value)
  }

  async findAccount(login: string): Promise<Result<Account | null>> {
    const entries = await this.#search(equals('uid', login), accountAttributes)
    if (!entries.ok) return entries
    const accounts: Account[] = []
    for (const entry of entries.value) {
      const account = await this.#accountOf(entry)
      if (!account.ok) return account
      if (account.value !== null) accounts.push(account.value)
    }
    const [account = null, another] = accounts
    return another === undefined ? succeed(account) : fail('directory.loginNotUnique', { login })
  }

  async readRawState(id: string): Promise<Result<RawState>> {
    const entry = await this.find(id, [...accountAttributes, ...stateAttributes])
    if (!entry.ok) return entry
    if (entry.value === null) return fail('directory.notFound', { name: id })
    return succeed(rawStateOf(entry.value, this.#context()))
  }

  /** The entry with this entryUUID. Its last known place is tried first; entries may have moved since. */
  async find(
    id: string,
    attributes: readonly string[] = accountAttributes
  ): Promise<Result<LdapEntry | null>> {
    if (parseUuid(id) === null) return succeed(null)
    const known = this.#names.get(id)
    if (known !== undefined) {
      const entry = await this.#options.session.read(known, attributes)
      if (!entry.ok) return entry
      if (entry.value?.first('entryuuid') === id) return entry
      this.#names.delete(id)
    }
    const entries = await this.#search(equals('entryUUID', id), attributes, 'first')
    if (!entries.ok) return entries
    const [entry = null] = entries.value
    if (entry !== null) this.#names.set(id, entry.dn)
    return succeed(entry)
  }

  /** The account is there now. */
  remember(id: string, dn: string): void {
    this.#names.set(id, dn)
  }

  /** The account is gone. */
  forget(id: string): void {
    this.#names.delete(id)
  }

  /** Entries below all bases; `first`: no further base is asked once one has some. */
  async #search(
    filter: ReturnType<typeof equals>,
    attributes: readonly string[],
    wanted: 'all' | 'first' = 'all'
  ): Promise<Result<LdapEntry[]>> {
    const { session, bases } = this.#options
    const entries: LdapEntry[] = []
    for (const [place, base] of bases.entries()) {
      const found = await session.search({ base, scope: 'sub', filter, attributes })
      if (found.ok) entries.push(...found.value)
      // A container outside the base that is not there yet holds nothing.
      else if (place === 0 || found.failure.code !== 'directory.notFound') return found
      if (wanted === 'first' && entries.length > 0) break
    }
    return succeed(entries)
  }

  async #accountOf(entry: LdapEntry): Promise<Result<Account | null>> {
    const member = { dn: entry.dn, login: entry.first('uid') ?? '' }
    const groups = await this.#options.groups.of(member)
    return groups.ok ? succeed(singleAccountOf(entry, membershipsOf(groups.value), this.#context())) : groups
  }

  #context(): AccountContext {
    const { places, policy, now } = this.#options
    return { places, lockoutDuration: policy.entry?.lockoutDuration ?? 0, now: now().getTime() }
  }
}
