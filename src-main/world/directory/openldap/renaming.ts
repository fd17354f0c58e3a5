import type { PersonKind } from '../../../contract/accounts'
import type { DirectoryLayout } from '../../../contract/directory'
import { fail, succeed, type Result } from '../../../contract/result'
import { isAnswered, together } from '../ldap/answers'
import type { LdapEntry } from '../ldap/entry'
import { equals } from '../ldap/filters'
import { foldForOpenLdap } from '../ldap/folding'
import { parentForKind, type Places } from '../ldap/kinds'
import { nameKey, parentName, relativeName, sameName } from '../ldap/names'
import type { LdapSession } from '../ldap/session'
import { parseUuid } from '../ldap/values'
import type { AccountChange } from '../port'
import { memberAttributes } from './attributes'
import { isGroup, type GroupEntry, type GroupRegister, type MemberAttribute, type MemberName } from './groups'
import { onlyOn } from './identity'
import type { LoginRegister } from './logins'

/** One value of a group's list. */
interface Membership {
  readonly group: string
  readonly attribute: MemberAttribute
  readonly value: string
}

/**
 * [Note: renaming with memberships] Groups know people by name, so a new login or container is more than one request.
 * First the groups learn the new name, then the entry gets it, then the groups forget the old one. Wherever this breaks,
 * the person is in all their groups. What can be left over are values of the name that nobody has: the one not taken,
 * or the old one. Going on with the same step clears them away, and a new account under such a name starts without
 * them (`AccountCreation`).
 */
export class Renaming {
  readonly #session: LdapSession
  readonly #layout: DirectoryLayout
  readonly #places: Places
  readonly #bases: readonly string[]
  readonly #groups: GroupRegister
  readonly #logins: LoginRegister

  constructor(
    session: LdapSession,
    layout: DirectoryLayout,
    places: Places,
    bases: readonly string[],
    groups: GroupRegister,
    logins: LoginRegister
  ) {
    this.#session = session
    this.#layout = layout
    this.#places = places
    this.#bases = bases
    this.#groups = groups
    this.#logins = logins
  }

  /** Gives the entry its new login and the container of its kind, and answers how it is called now. */
  rename(id: string, entry: LdapEntry, change: AccountChange): Promise<Result<MemberName>> {
    return this.#give(
      id,
      entry,
      change.login,
      parentForKind(entry.dn, change.kind, this.#layout, this.#places)
    )
  }

  /**
   * Gives the entry back the login and the place that it had before it was renamed.
   *
   * @param kind where the renaming was an earlier run's: in whose container it was
   */
  giveBack(
    id: string,
    entry: LdapEntry,
    former: { readonly login: string; readonly dn: string; readonly kind: PersonKind | undefined }
  ): Promise<Result<MemberName>> {
    return this.#give(
      id,
      entry,
      former.login,
      parentForKind(former.dn, former.kind, this.#layout, this.#places)
    )
  }

  async #give(
    id: string,
    entry: LdapEntry,
    login: string | undefined,
    parent: string
  ): Promise<Result<MemberName>> {
    const old: MemberName = { dn: entry.dn, login: entry.first('uid') ?? '' }
    const wanted = this.#wantedName(entry, old, login ?? old.login, parent)
    if (wanted.login === old.login && wanted.dn === old.dn) return succeed(old)
    const changesLogin = foldForOpenLdap(wanted.login) !== foldForOpenLdap(old.login)
    if (changesLogin) {
      const taken = await this.#logins.reserve(wanted.login)
      if (!taken.ok) return taken
      if (taken.value === null) return fail('directory.alreadyExists', { name: wanted.login })
    }
    const renamed = await this.#carryOut(id, old, wanted)
    if (changesLogin) this.#logins.release(renamed.ok ? old.login : wanted.login)
    if (changesLogin && renamed.ok) this.#logins.isTaken(wanted.login)
    return renamed
  }

  /**
   * Takes away what an interrupted renaming has left in groups: values under the former login, or under the entry's own
   * relative name in another container, that name nobody.
   */
  async clearUp(present: MemberName, formerLogin: string): Promise<Result<undefined>> {
    const ownNames = [relativeName('uid', formerLogin), ownNameOf(present.dn)].map(nameKey)
    const left: Membership[] = []
    for (const base of new Set([this.#layout.containers.classes, this.#layout.containers.groups])) {
      const searched = await this.#session.searchEach(
        { base, scope: 'sub', filter: isGroup, attributes: Object.values(memberAttributes) },
        (group) => {
          for (const attribute of Object.values(memberAttributes)) {
            for (const value of group.all(attribute.toLowerCase())) {
              const isLeft =
                attribute === 'memberUid'
                  ? value.toLowerCase() === formerLogin.toLowerCase() && value !== present.login
                  : !sameName(value, present.dn) && ownNames.includes(nameKey(ownNameOf(value)))
              if (isLeft) left.push({ group: group.dn, attribute, value })
            }
          }
        }
      )
      if (!searched.ok && searched.failure.code !== 'directory.notFound') return searched
    }
    const used = new Map<string, boolean>()
    for (const { attribute, value } of left) {
      const isUsed = attribute === 'memberUid' ? await this.#isLogin(value) : await this.#isEntry(value)
      if (!isUsed.ok) return isUsed
      used.set(value, isUsed.value)
    }
    const ghosts = left.filter(({ value }) => used.get(value) === false)
    return together(
      await Promise.all(
        ghosts.map(({ group, attribute, value }) => this.#groups.changeValue(group, attribute, value, false))
      )
    )
  }

  #wantedName(entry: LdapEntry, old: MemberName, login: string, parent: string): MemberName {
    const namedByLogin = /^uid=/i.test(entry.dn)
    const moves = !sameName(parent, parentName(entry.dn))
    const renames = namedByLogin && login !== old.login
    if (!moves && !renames) return { dn: old.dn, login }
    const ownName = namedByLogin ? relativeName('uid', login) : ownNameOf(entry.dn)
    return { dn: `${ownName},${parent}`, login }
  }

  async #carryOut(id: string, old: MemberName, wanted: MemberName): Promise<Result<MemberName>> {
    if (!sameName(old.dn, wanted.dn)) {
      // A value of the new name in a group must be this person's.
      const occupied = await this.#isEntry(wanted.dn)
      if (!occupied.ok) return occupied
      if (occupied.value) return fail('directory.alreadyExists', { name: wanted.login })
    }
    const [own, strays] = await Promise.all([this.#groups.of(old), this.#groups.of(wanted)])
    if (!own.ok) return own
    if (!strays.ok) return strays
    const ownKeys = new Set(own.value.map(({ dn }) => nameKey(dn)))
    const foreign = strays.value.filter(({ dn }) => !ownKeys.has(nameKey(dn)))

    const joined = await this.#each(own.value, wanted, true, old)
    const renamed = joined.ok ? await this.#renameEntry(id, old, wanted) : joined
    if (!renamed.ok) {
      // Without an answer nobody knows, and whatever was taken back might be what counts.
      if (isAnswered(renamed)) {
        const strayKeys = new Set(strays.value.map(({ dn }) => nameKey(dn)))
        const added = own.value.filter(({ dn }) => !strayKeys.has(nameKey(dn)))
        const back = await this.#each(added, wanted, false, old)
        if (!back.ok && !isAnswered(back)) return back
      }
      return renamed
    }
    const left = together([
      await this.#each(own.value, old, false, wanted),
      await this.#each(foreign, wanted, false, old)
    ])
    return left.ok ? succeed(wanted) : left
  }

  async #each(
    groups: readonly GroupEntry[],
    member: MemberName,
    present: boolean,
    alias: MemberName
  ): Promise<Result<undefined>> {
    return together(
      await Promise.all(groups.map((group) => this.#groups.change(group, member, present, alias)))
    )
  }

  async #renameEntry(id: string, old: MemberName, wanted: MemberName): Promise<Result<undefined>> {
    const identity = onlyOn(this.#session, id)
    if (old.dn !== wanted.dn) {
      const parent = parentName(wanted.dn)
      const newParent = sameName(parent, parentName(old.dn)) ? undefined : parent
      const renamed = await this.#session.rename(old.dn, ownNameOf(wanted.dn), newParent, identity)
      // A request of an earlier run that was still on its way may have come first.
      if (!renamed.ok && !(isAnswered(renamed) && (await this.#hasName(id, wanted.dn)))) return renamed
    }
    if (/^uid=/i.test(wanted.dn)) return succeed()
    const login = { type: 'replace', attribute: 'uid', values: [wanted.login] } as const
    return this.#session.modify(wanted.dn, [login], identity)
  }

  async #hasName(id: string, dn: string): Promise<boolean> {
    const entry = await this.#session.read(dn, ['entryUUID'])
    return entry.ok && parseUuid(entry.value?.first('entryuuid') ?? '') === id
  }

  async #isEntry(dn: string): Promise<Result<boolean>> {
    const entry = await this.#session.read(dn, ['1.1'])
    return entry.ok ? succeed(entry.value !== null) : entry
  }

  async #isLogin(login: string): Promise<Result<boolean>> {
    for (const [place, base] of this.#bases.entries()) {
      const found = await this.#session.search({
        base,
        scope: 'sub',
        filter: equals('uid', login),
        attributes: ['1.1']
      })
      if (!found.ok && (place === 0 || found.failure.code !== 'directory.notFound')) return found
      if (found.ok && found.value.length > 0) return succeed(true)
    }
    return succeed(false)
  }
}

/** The entry's own relative name, as it is written in its DN. */
function ownNameOf(dn: string): string {
  const parent = parentName(dn)
  return parent === '' ? dn : dn.slice(0, dn.lastIndexOf(parent)).trim().replace(/,$/, '')
}
