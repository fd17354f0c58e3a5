import { LdapEntry } from '../../../../../src-main/world/directory/ldap/entry'
import { placesOf } from '../../../../../src-main/world/directory/ldap/kinds'
import { foldForSamba } from '../../../../../src-main/world/directory/ldap/folding'
import { parseObjectGuid } from '../../../../../src-main/world/directory/ldap/values'
import { GroupIndex, type GroupRecord } from '../../../../../src-main/world/directory/active-directory/groups'
import type { AccountContext } from '../../../../../src-main/world/directory/active-directory/account'
import type { DirectoryLayout } from '../../../../../src-main/contract/directory'

export const id = '3f2504e0-4f89-11d3-9a0c-0305e82c3301'

export const layout: DirectoryLayout = {
  containers: {
    pupil: 'OU=Schueler,DC=schule,DC=test',
    teacher: 'OU=Lehrer,DC=schule,DC=test',
    staff: 'OU=Personal,DC=schule,DC=test',
    classes: 'OU=Klassen,DC=schule,DC=test',
    groups: 'OU=Gruppen,DC=schule,DC=test'
  },
  classGroupPrefix: 'klasse-',
  homeDirectory: '',
  mailAddress: ''
}

export const domain = {
  dn: 'DC=schule,DC=test',
  dnsName: 'schule.test',
  configurationDn: 'CN=Configuration,DC=schule,DC=test',
  lockoutDuration: 30 * 60_000,
  minimumPasswordLength: 8,
  fold: foldForSamba
}

/** An entry as a search would have given it. */
export function entryOf(
  dn: string,
  attributes: Readonly<Record<string, readonly (string | Buffer)[]>>
): LdapEntry {
  const chunks: Buffer[] = []
  const offsets = new Map<string, number[]>()
  let position = 0
  for (const [name, values] of Object.entries(attributes)) {
    const places: number[] = []
    for (const value of values) {
      const bytes = Buffer.from(value)
      chunks.push(bytes)
      places.push(position, position + bytes.length)
      position += bytes.length
    }
    offsets.set(name.toLowerCase(), places)
  }
  return new LdapEntry(dn, Buffer.concat(chunks), offsets)
}

/** A pupil's entry; what is given replaces what a new account has. */
export function pupilEntry(
  attributes: Readonly<Record<string, readonly (string | Buffer)[]>> = {}
): LdapEntry {
  return entryOf('CN=m.mustermann,OU=Schueler,DC=schule,DC=test', {
    objectGUID: [parseObjectGuid(id) ?? Buffer.alloc(0)],
    sAMAccountName: ['m.mustermann'],
    userPrincipalName: ['m.mustermann@schule.test'],
    givenName: ['Märta'],
    sn: ['Mustermann'],
    displayName: ['Märta Mustermann'],
    employeeID: ['4711'],
    employeeType: ['pupil'],
    userAccountControl: ['512'],
    pwdLastSet: ['133770000000000000'],
    ...attributes
  })
}

export function contextOf(
  groups: readonly GroupRecord[] = [],
  now = Date.parse('2026-11-22T08:00:00Z')
): AccountContext {
  return { places: placesOf(layout), domain, groups: new GroupIndex(groups, foldForSamba), now }
}
