import type { DirectoryLayout } from '../../../contract/directory'
import type { LdapEntry } from '../ldap/entry'
import { childName, firstNameValue, parseName } from '../ldap/names'

type ContainerName = keyof DirectoryLayout['containers']

/** What schools call their organisational units, in the order of preference; compared without case. */
const knownNames: Readonly<Record<ContainerName, readonly string[]>> = {
  pupil: [
    'schueler',
    'schüler',
    'schuelerinnen und schueler',
    'schülerinnen und schüler',
    'pupils',
    'students'
  ],
  teacher: ['lehrer', 'lehrkraefte', 'lehrkräfte', 'teachers'],
  staff: ['personal', 'mitarbeiter', 'verwaltung', 'staff'],
  classes: ['klassen', 'classes'],
  groups: ['gruppen', 'groups']
}

const defaultNames: Readonly<Record<ContainerName, string>> = {
  pupil: 'Schueler',
  teacher: 'Lehrer',
  staff: 'Personal',
  classes: 'Klassen',
  groups: 'Gruppen'
}

/** A domain has one space of names for logins and groups; the prefix keeps class 7b from blocking login 7b. */
const defaultPrefix = 'klasse-'
const knownPrefixes = [defaultPrefix, 'klasse_', 'klasse ', 'class-', 'class_', 'kl-'] as const

/** The existing unit for each purpose, the one nearest to the base first; else the default name below the base. */
export function findContainers(units: readonly LdapEntry[], baseDn: string): DirectoryLayout['containers'] {
  const candidates = units
    .map(({ dn }) => ({
      dn,
      name: firstNameValue(dn)?.normalize('NFC').toLowerCase() ?? '',
      depth: parseName(dn)?.length ?? Number.POSITIVE_INFINITY
    }))
    .sort((one, other) => one.depth - other.depth)
  const find = (purpose: ContainerName): string => {
    const names = knownNames[purpose]
    const found = candidates.filter(({ name }) => names.includes(name))
    const depth = found[0]?.depth
    const nearest = found.filter((candidate) => candidate.depth === depth)
    nearest.sort((one, other) => names.indexOf(one.name) - names.indexOf(other.name))
    return nearest[0]?.dn ?? childName('OU', defaultNames[purpose], baseDn)
  }
  return {
    pupil: find('pupil'),
    teacher: find('teacher'),
    staff: find('staff'),
    classes: find('classes'),
    groups: find('groups')
  }
}

/** The prefix that all class groups have already; where there are groups without any, none. */
export function findPrefix(classGroups: readonly string[]): string {
  if (classGroups.length === 0) return defaultPrefix
  const names = classGroups.map((name) => name.toLowerCase())
  return knownPrefixes.find((prefix) => names.every((name) => name.startsWith(prefix))) ?? ''
}
