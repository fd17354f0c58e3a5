import type { DirectoryLayout } from '../../../contract/directory'
import type { LdapEntry } from '../ldap/entry'
import { equals } from '../ldap/filters'
import type { FoldName } from '../ldap/folding'
import { distinctNames, groupKey } from '../ldap/groupNames'
import { firstNameValue, isBelow, nameKey } from '../ldap/names'
import { formatObjectGuid } from '../ldap/values'

export const groupAttributes = ['objectGUID', 'sAMAccountName', 'whenCreated']
export const isGroup = equals('objectClass', 'group')
/** Global security group: `groupType` 0x80000002 as signed number ([MS-ADTS] 2.2.12). */
export const globalSecurityGroup = '-2147483646'

export interface GroupRecord {
  readonly id: string
  readonly dn: string
  readonly login: string
  /** Of a class its name without the prefix, of any other group its `sAMAccountName`. */
  readonly name: string
  readonly isClass: boolean
  readonly createdAt: string
}

/** null: what the server sent is no group that can be addressed. */
export function groupOf(entry: LdapEntry, layout: DirectoryLayout): GroupRecord | null {
  const bytes = entry.bytes('objectguid')
  const id = bytes === undefined ? null : formatObjectGuid(bytes)
  const login = entry.first('samaccountname')
  if (id === null || login === undefined) return null
  const commonName = firstNameValue(entry.dn) ?? login
  const prefix = layout.classGroupPrefix
  const hasPrefix = commonName.toLowerCase().startsWith(prefix.toLowerCase())
  const isClass =
    hasPrefix && commonName.length > prefix.length && isBelow(entry.dn, layout.containers.classes)
  const createdAt = entry.first('whencreated') ?? ''
  return {
    id,
    dn: entry.dn,
    login,
    isClass,
    createdAt,
    name: isClass ? commonName.slice(prefix.length) : login
  }
}

/** Characters that `sAMAccountName` refuses ([MS-SAMR] 3.1.1.6); class "5/6" becomes `klasse-5-6`. */
const forbidden = /["/\\[\]:;|=,+*?<>]/g

export function groupLogin(layout: DirectoryLayout, className: string): string {
  return `${layout.classGroupPrefix}${className}`.replaceAll(forbidden, '-')
}

/** Finds groups by DN (from `memberOf`) and by name. Groups come and go: what is not found is read again. */
export class GroupIndex {
  readonly #byDn = new Map<string, GroupRecord>()
  readonly #byName = new Map<string, GroupRecord>()

  constructor(
    groups: readonly GroupRecord[],
    private readonly fold: FoldName
  ) {
    for (const group of distinctNames(groups, fold)) this.#put(group)
  }

  /** Takes up a group that was just made. */
  add(group: GroupRecord): void {
    const others = this.all.filter(({ dn }) => nameKey(dn) !== nameKey(group.dn))
    this.#put(distinctNames([...others, group], this.fold).at(-1) ?? group)
  }

  get all(): readonly GroupRecord[] {
    return [...this.#byDn.values()]
  }

  byDn(dn: string): GroupRecord | undefined {
    return this.#byDn.get(nameKey(dn))
  }

  byName(name: string, isClass: boolean): GroupRecord | undefined {
    return this.#byName.get(groupKey(name, isClass, this.fold))
  }

  #put(group: GroupRecord): void {
    this.#byDn.set(nameKey(group.dn), group)
    this.#byName.set(groupKey(group.name, group.isClass, this.fold), group)
  }

  /** Names of the classes and of the other groups behind these DNs, sorted; what is outside the base is left out. */
  namesOf(dns: readonly string[]): { classes: string[]; groups: string[] } {
    const found = dns.flatMap((dn) => this.byDn(dn) ?? [])
    const names = (isClass: boolean): string[] =>
      [...new Set(found.filter((group) => group.isClass === isClass).map(({ name }) => name))].sort()
    return { classes: names(true), groups: names(false) }
  }
}
