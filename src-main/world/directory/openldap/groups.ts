import { fail, succeed, type Result } from '../../../contract/result'
import type { DirectoryLayout } from '../../../contract/directory'
import type { LdapEntry } from '../ldap/entry'
import { together } from '../ldap/answers'
import { all, any, equals, type Filter } from '../ldap/filters'
import { foldForOpenLdap } from '../ldap/folding'
import { distinctNames, groupKey } from '../ldap/groupNames'
import { JointQuestion } from '../ldap/jointQuestion'
import { MembershipQueue, writeMembers, type MemberChanges } from '../ldap/memberships'
import { childName, firstNameValue, nameKey, sameName } from '../ldap/names'
import type { Places } from '../ldap/kinds'
import { hasResultCode, ResultCode } from '../ldap/failures'
import type { LdapSession, NewAttributes } from '../ldap/session'
import type { Memberships } from './account'
import { memberAttributes } from './attributes'

/** From so many requests under way on, the server has enough to do without the changes of groups. */
const busyFrom = 16
/** How long the changes of a group are gathered while the server is busy, and while somebody is about to join; milliseconds. */
const gathersWhileBusy = 25
const gathersWhileExpected = 2000

/** New accounts whose leftovers are looked for in one search. */
const strayLooksAtOnce = 32

export type MemberAttribute = (typeof memberAttributes)[keyof typeof memberAttributes]

/** A group below one of the layout's containers of groups. */
export interface GroupEntry {
  readonly dn: string
  /** The class's name without the prefix, or the group's; in the register each has its own. */
  readonly name: string
  readonly isClass: boolean
  readonly createdAt: string
  readonly memberAttributes: readonly MemberAttribute[]
}

/** How an account is written into groups: by DN or by login. */
export interface MemberName {
  readonly dn: string
  readonly login: string
}

export const isGroup = any(...Object.keys(memberAttributes).map((name) => equals('objectClass', name)))

const groupAttributes = ['cn', 'objectClass', 'createTimestamp']

/** null: the entry lies in no container of groups. */
export function groupOf(
  entry: LdapEntry,
  dnKey: string,
  layout: DirectoryLayout,
  places: Places
): GroupEntry | null {
  const place = places.groupPlaceOf(dnKey)
  if (place === null) return null
  const commonName = firstNameValue(entry.dn) ?? entry.first('cn') ?? ''
  const prefix = layout.classGroupPrefix
  const isClass = place === 'classes' && commonName.toLowerCase().startsWith(prefix.toLowerCase())
  const classes = entry.all('objectclass').map((name) => name.toLowerCase())
  return {
    dn: entry.dn,
    name: isClass ? commonName.slice(prefix.length) : commonName,
    isClass,
    createdAt: entry.first('createtimestamp') ?? '',
    memberAttributes: Object.entries(memberAttributes).flatMap(([objectClass, attribute]) =>
      classes.includes(objectClass.toLowerCase()) ? [attribute] : []
    )
  }
}

/**
 * `groupOfNames` must have a member (RFC 4519 3.5), also when nobody is in it: the base stands in for one, as it
 * always exists and is nobody. It is never shown.
 */
export function isPlaceholder(memberKey: string, groupKey: string, baseKey: string): boolean {
  return memberKey === baseKey || memberKey === groupKey || memberKey === ''
}

export function newClassAttributes(name: string, baseDn: string): NewAttributes {
  return { objectClass: 'groupOfNames', cn: name, member: baseDn }
}

interface KnownGroups {
  readonly byName: ReadonlyMap<string, GroupEntry>
  readonly byDn: ReadonlyMap<string, GroupEntry>
}

/** The groups of the directory by name, and who is in them. */
export class GroupRegister {
  readonly #session: LdapSession
  readonly #layout: DirectoryLayout
  readonly #places: Places
  readonly #baseDn: string
  readonly #queues = new Map<MemberAttribute, MembershipQueue>()
  /** How many accounts under way are about to join a group, by its DN. */
  readonly #expected = new Map<string, number>()
  readonly #strays = new JointQuestion<MemberName, Result<boolean>>(strayLooksAtOnce, async (members) => {
    const found = await this.#holding(members)
    return () => (found.ok ? succeed(found.value.length > 0) : found)
  })
  #groups: Promise<Result<KnownGroups>> | null = null

  constructor(session: LdapSession, layout: DirectoryLayout, places: Places, baseDn: string) {
    this.#session = session
    this.#layout = layout
    this.#places = places
    this.#baseDn = baseDn
  }

  classDn(name: string): string {
    return childName('cn', `${this.#layout.classGroupPrefix}${name}`, this.#layout.containers.classes)
  }

  /** Groups by name. Where one is not known, the directory is asked again; else `directory.notFound`. */
  async find(classes: readonly string[], groups: readonly string[]): Promise<Result<GroupEntry[]>> {
    const wanted = [
      ...classes.map((name) => groupKey(name, true, foldForOpenLdap)),
      ...groups.map((name) => groupKey(name, false, foldForOpenLdap))
    ]
    for (const attempt of ['known', 'asked'] as const) {
      if (wanted.length === 0) return succeed([])
      if (attempt === 'asked') this.forget()
      const known = await this.#known()
      if (!known.ok) return known
      const { byName } = known.value
      const found = wanted.flatMap((key) => byName.get(key) ?? [])
      if (found.length === wanted.length) return succeed(found)
      const missing = wanted.find((key) => !byName.has(key)) ?? ''
      if (attempt === 'asked')
        return fail('directory.notFound', { name: missing.slice(missing.indexOf(':') + 1) })
    }
    return succeed([])
  }

  /** Names of the groups that are no classes, read anew. */
  async names(): Promise<Result<readonly string[]>> {
    this.forget()
    const known = await this.#known()
    if (!known.ok) return known
    return succeed([...known.value.byName.values()].flatMap(({ name, isClass }) => (isClass ? [] : [name])))
  }

  /** The next `find` reads the groups anew. */
  forget(): void {
    this.#groups = null
  }

  /** The groups that an account is in. */
  async of({ dn, login }: MemberName): Promise<Result<GroupEntry[]>> {
    const holding = await this.#holding([{ dn, login }])
    if (!holding.ok) return holding
    const found = new Map(holding.value.map((group) => [nameKey(group.dn), group]))
    let known = await this.#known()
    if (known.ok && [...found.keys()].some((key) => known.ok && !known.value.byDn.has(key))) {
      this.forget()
      known = await this.#known()
    }
    if (!known.ok) return known
    const { byDn } = known.value
    return succeed([...found].map(([key, group]) => byDn.get(key) ?? group))
  }

  /**
   * The groups that hold the name of an account which has just been made: left over from somebody of that name who is no
   * more. Mostly there are none; so all who ask at the same time ask once, and each alone only where there are some.
   */
  async strays(member: MemberName): Promise<Result<GroupEntry[]>> {
    const strays = await this.#strays.ask(member)
    if (!strays.ok) return strays
    return strays.value ? this.of(member) : succeed([])
  }

  /** Groups with any of these members. */
  async #holding(members: readonly MemberName[]): Promise<Result<GroupEntry[]>> {
    const filter = any(...members.flatMap(membershipTerms))
    const { classes, groups } = this.#layout.containers
    const bases = nameKey(classes) === nameKey(groups) ? [classes] : [classes, groups]
    const answers = await Promise.all(
      bases.map((base) => this.#session.search({ base, scope: 'sub', filter, attributes: groupAttributes }))
    )
    const found: GroupEntry[] = []
    for (const entries of answers) {
      const answer = this.#described(entries)
      if (!answer.ok) return answer
      found.push(...answer.value)
    }
    return succeed(found)
  }

  /**
   * Puts somebody into a group or takes them out: one value of the list, all others stay. Changes of one group that come
   * together are one request. `alias`: another name of the same person; a value that stands for both is left alone.
   */
  async change(
    group: GroupEntry,
    member: MemberName,
    present: boolean,
    alias: MemberName | null = null
  ): Promise<Result<undefined>> {
    const attributes = group.memberAttributes.filter(
      (attribute) => alias === null || !meansSame(attribute, member, alias)
    )
    return together(
      await Promise.all(
        attributes.map((attribute) =>
          this.changeValue(group.dn, attribute, valueOf(attribute, member), present)
        )
      )
    )
  }

  /**
   * Says that an account is being made which will join these groups, so that all who are under way join in one request.
   * Answers how to say that it has asked to join, or never will.
   */
  expect(groups: readonly GroupEntry[]): () => void {
    for (const { dn } of groups) this.#expected.set(dn, (this.#expected.get(dn) ?? 0) + 1)
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      for (const { dn } of groups) {
        const others = (this.#expected.get(dn) ?? 1) - 1
        if (others > 0) this.#expected.set(dn, others)
        else this.#expected.delete(dn)
      }
    }
  }

  /** Adds or takes away one value of a group's list. */
  changeValue(
    groupDn: string,
    attribute: MemberAttribute,
    value: string,
    present: boolean
  ): Promise<Result<undefined>> {
    return this.#queue(attribute).change(groupDn, value, present)
  }

  #queue(attribute: MemberAttribute): MembershipQueue {
    const existing = this.#queues.get(attribute)
    if (existing !== undefined) return existing
    const queue = new MembershipQueue(
      (group, changes) => this.#write(group, attribute, changes),
      (group, passed) =>
        this.#expected.has(group)
          ? passed < gathersWhileExpected
          : passed < gathersWhileBusy && this.#session.underWay >= busyFrom
    )
    this.#queues.set(attribute, queue)
    return queue
  }

  async #write(
    group: string,
    attribute: MemberAttribute,
    changes: MemberChanges
  ): Promise<Result<undefined>> {
    const result = await writeMembers(this.#session, group, attribute, changes)
    const emptied =
      !result.ok &&
      changes.remove.length > 0 &&
      hasResultCode(result.failure, ResultCode.objectClassViolation)
    if (!emptied || attribute === 'memberUid') return result
    // Another tool made the group without a stand-in; the last member may leave once there is one.
    return writeMembers(this.#session, group, attribute, { ...changes, add: [...changes.add, this.#baseDn] })
  }

  async #known(): Promise<Result<KnownGroups>> {
    const reading = (this.#groups ??= this.#load())
    const known = await reading
    if (!known.ok && this.#groups === reading) this.forget()
    return known
  }

  async #load(): Promise<Result<KnownGroups>> {
    const { classes, groups } = this.#layout.containers
    const byDn = new Map<string, GroupEntry>()
    for (const base of new Set([groups, classes])) {
      const found = await this.#searchGroups(base)
      if (!found.ok) return found
      for (const group of found.value) byDn.set(nameKey(group.dn), group)
    }
    const named = distinctNames([...byDn.values()], foldForOpenLdap)
    return succeed({
      byName: new Map(named.map((group) => [groupKey(group.name, group.isClass, foldForOpenLdap), group])),
      byDn: new Map(named.map((group) => [nameKey(group.dn), group]))
    })
  }

  async #searchGroups(base: string): Promise<Result<GroupEntry[]>> {
    const entries: LdapEntry[] = []
    const searched = await this.#session.searchEach(
      { base, scope: 'sub', filter: isGroup, attributes: groupAttributes },
      (entry) => {
        entries.push(entry)
      }
    )
    return this.#described(searched.ok ? succeed(entries) : searched)
  }

  #described(found: Result<readonly LdapEntry[]>): Result<GroupEntry[]> {
    // A container that is not there yet holds no groups.
    if (!found.ok) return found.failure.code === 'directory.notFound' ? succeed([]) : found
    return succeed(
      found.value.flatMap((entry) => groupOf(entry, nameKey(entry.dn), this.#layout, this.#places) ?? [])
    )
  }
}

/**
 * Servers keep an index of `member` and `memberUid` (Debian's do), hardly one has one of `uniqueMember`. One term without
 * an index would make the server look through all groups; with the class of such groups it looks through those alone.
 */
function membershipTerms({ dn, login }: MemberName): Filter[] {
  return [
    equals('member', dn),
    all(equals('objectClass', 'groupOfUniqueNames'), equals('uniqueMember', dn)),
    equals('memberUid', login)
  ]
}

function valueOf(attribute: MemberAttribute, { dn, login }: MemberName): string {
  return attribute === 'memberUid' ? login : dn
}

/** Whether the server takes the two for one value: it compares DNs without regard to case, logins with it. */
function meansSame(attribute: MemberAttribute, one: MemberName, other: MemberName): boolean {
  return attribute === 'memberUid' ? one.login === other.login : sameName(one.dn, other.dn)
}

/** Names for the contract, sorted. */
export function membershipsOf(groups: readonly GroupEntry[]): Memberships {
  return {
    classes: groups
      .filter(({ isClass }) => isClass)
      .map(({ name }) => name)
      .sort(),
    groups: groups
      .filter(({ isClass }) => !isClass)
      .map(({ name }) => name)
      .sort()
  }
}
