import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Account, Group } from '../../../contract/accounts'
import type { DirectoryLayout } from '../../../contract/directory'
import { succeed, type Result } from '../../../contract/result'
import type { LdapEntry } from '../ldap/entry'
import { present, type Filter } from '../ldap/filters'
import { foldForOpenLdap } from '../ldap/folding'
import { distinctNames } from '../ldap/groupNames'
import { nameKey } from '../ldap/names'
import type { LdapSession } from '../ldap/session'
import { parseUuid } from '../ldap/values'
import type { DirectorySnapshot, ReadOptions } from '../port'
import { accountOf, type AccountContext, type Memberships } from './account'
import { accountAttributes, memberAttributes } from './attributes'
import { groupOf, isGroup, isPlaceholder, type GroupEntry } from './groups'

/** Accounts between two reports of progress, and members between two turns of other work. */
const reportEvery = 500
const membersPerTurn = 5000

interface FoundGroup {
  readonly group: GroupEntry
  readonly id: string
  readonly key: string
  readonly members: readonly string[]
  readonly logins: readonly string[]
}

interface MemberIndex {
  readonly byDn: ReadonlyMap<string, Memberships>
  readonly byLogin: ReadonlyMap<string, Memberships>
}

/**
 * Reads the groups, then the accounts, and works out the memberships from the groups: the server need not have
 * a memberOf overlay, and the lists of a few hundred groups are read faster than those of thirty thousand
 * accounts.
 */
export async function readSnapshot(
  session: LdapSession,
  bases: readonly string[],
  layout: DirectoryLayout,
  context: AccountContext,
  options: ReadOptions = {}
): Promise<Result<Omit<DirectorySnapshot, 'missingContainers'>>> {
  const reserved = new Set<string>()
  const read: FoundGroup[] = []
  const groupAttributes = [
    ...['entryUUID', 'cn', 'objectClass', 'createTimestamp'],
    ...Object.values(memberAttributes)
  ]
  const readGroups = await sweep(session, bases, isGroup, groupAttributes, options, (entry) => {
    for (const name of entry.all('cn')) reserved.add(foldForOpenLdap(name))
    const key = nameKey(entry.dn)
    const group = groupOf(entry, key, layout, context.places)
    if (group !== null) read.push(foundGroup(entry, key, group))
  })
  if (!readGroups.ok) return readGroups
  const named = distinctNames(
    read.map(({ group }) => group),
    foldForOpenLdap
  )
  const found = read.map((one, index) => ({ ...one, group: named[index] ?? one.group }))
  found.sort((one, other) => compare(one.group.name, other.group.name))
  const baseKey = nameKey(bases[0] ?? '')
  const index = await indexMembers(found)

  const accounts: Account[] = []
  const readAccounts = await sweep(session, bases, present('uid'), accountAttributes, options, (entry) => {
    const key = nameKey(entry.dn)
    const login = entry.first('uid')?.toLowerCase() ?? ''
    const account = accountOf(entry, key, membershipsIn(index, key, login), context)
    if (account === null) {
      for (const name of entry.all('uid')) reserved.add(foldForOpenLdap(name))
      return
    }
    accounts.push(account)
    if (accounts.length % reportEvery === 0) options.onProgress?.(accounts.length)
  })
  if (!readAccounts.ok) return readAccounts
  options.onProgress?.(accounts.length)
  return succeed({
    accounts,
    groups: found.map((one) => describe(one, baseKey)),
    reservedNames: [...reserved].sort()
  })
}

async function sweep(
  session: LdapSession,
  bases: readonly string[],
  filter: Filter,
  attributes: readonly string[],
  { signal }: ReadOptions,
  visit: (entry: LdapEntry) => void
): Promise<Result<undefined>> {
  for (const [index, base] of bases.entries()) {
    const read = await session.searchEach(
      { base, scope: 'sub', filter, attributes, ...(signal === undefined ? {} : { signal }) },
      visit
    )
    // A container outside the base that is not there yet holds nothing.
    const absent = !read.ok && index > 0 && read.failure.code === 'directory.notFound'
    if (!read.ok && !absent) return read
  }
  return succeed()
}

function foundGroup(entry: LdapEntry, key: string, group: GroupEntry): FoundGroup {
  return {
    group,
    key,
    id: parseUuid(entry.first('entryuuid') ?? '') ?? '',
    members: [...entry.all('member'), ...entry.all('uniquemember')],
    logins: entry.all('memberuid')
  }
}

/** Group names by member. As the groups are sorted by name, so is each list. */
async function indexMembers(groups: readonly FoundGroup[]): Promise<MemberIndex> {
  const byDn = new Map<string, Memberships>()
  const byLogin = new Map<string, Memberships>()
  let seen = 0
  for (const { group, members, logins } of groups) {
    for (const member of members) {
      note(byDn, nameKey(member), group)
      if (++seen % membersPerTurn === 0) await nextTurn()
    }
    for (const login of logins) note(byLogin, login.toLowerCase(), group)
  }
  return { byDn, byLogin }
}

function note(index: Map<string, Memberships>, key: string, group: GroupEntry): void {
  const memberships = index.get(key) ?? { classes: [], groups: [] }
  const names = group.isClass ? memberships.classes : memberships.groups
  if (names.at(-1) !== group.name) names.push(group.name)
  index.set(key, memberships)
}

function membershipsIn({ byDn, byLogin }: MemberIndex, dnKey: string, login: string): Memberships {
  const one = byDn.get(dnKey)
  const other = byLogin.get(login)
  if (one === undefined || other === undefined) return one ?? other ?? { classes: [], groups: [] }
  return {
    classes: [...new Set([...one.classes, ...other.classes])].sort(),
    groups: [...new Set([...one.groups, ...other.groups])].sort()
  }
}

function describe({ group, id, key, members, logins }: FoundGroup, baseKey: string): Group {
  const people = members.filter((member) => !isPlaceholder(nameKey(member), key, baseKey))
  return {
    id,
    dn: group.dn,
    name: group.name,
    isClass: group.isClass,
    members: Math.max(people.length, logins.length)
  }
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
