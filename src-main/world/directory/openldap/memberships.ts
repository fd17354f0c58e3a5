import { succeed, type Result } from '../../../contract/result'
import { swapped, together } from '../ldap/answers'
import { foldForOpenLdap } from '../ldap/folding'
import { groupKey } from '../ldap/groupNames'
import { differenceOf } from '../ldap/memberships'
import type { LdapSession } from '../ldap/session'
import { parseUuid } from '../ldap/values'
import type { AccountChange, ChangeContext } from '../port'
import { membershipsOf, type GroupEntry, type GroupRegister, type MemberName } from './groups'

/** Puts accounts into classes and groups and takes them out again. */
export class Memberships {
  readonly #session: LdapSession
  readonly #groups: GroupRegister

  constructor(session: LdapSession, groups: GroupRegister) {
    this.#session = session
    this.#groups = groups
  }

  /**
   * Each difference is one value in one group. A value is a name, so afterwards it is looked at whose name it is: where
   * it has changed hands in between, what was written is taken back.
   */
  async set(
    id: string,
    member: MemberName,
    change: Pick<AccountChange, 'classes' | 'groups'>,
    seen?: ChangeContext['seen']
  ): Promise<Result<undefined>> {
    if (change.classes === undefined && change.groups === undefined) return succeed()
    const present = await this.#groups.of(member)
    if (!present.ok) return present
    const { classes, groups } = differenceOf(membershipsOf(present.value), change, foldForOpenLdap, seen)
    const joins = await this.#groups.find(classes.join, groups.join)
    if (!joins.ok) return joins
    const leaving = new Set([
      ...classes.leave.map((name) => groupKey(name, true, foldForOpenLdap)),
      ...groups.leave.map((name) => groupKey(name, false, foldForOpenLdap))
    ])
    const leaves = present.value.filter(({ name, isClass }) =>
      leaving.has(groupKey(name, isClass, foldForOpenLdap))
    )
    if (joins.value.length + leaves.length === 0) return succeed()
    const written = await this.#write(member, joins.value, leaves)
    if (!written.ok) return written
    const owner = await this.#session.read(member.dn, ['entryUUID'])
    if (!owner.ok) return owner
    if (owner.value !== null && parseUuid(owner.value.first('entryuuid') ?? '') === id) return succeed()
    const back = await this.#write(member, leaves, joins.value)
    return back.ok ? swapped(member.dn) : back
  }

  async #write(
    member: MemberName,
    joins: readonly GroupEntry[],
    leaves: readonly GroupEntry[]
  ): Promise<Result<undefined>> {
    return together(
      await Promise.all([
        ...joins.map((group) => this.#groups.change(group, member, true)),
        ...leaves.map((group) => this.#groups.change(group, member, false))
      ])
    )
  }
}
