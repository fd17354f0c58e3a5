import type { DirectoryLayout } from '../../../contract/directory'
import type { LdapEntry } from '../ldap/entry'
import { childName, firstNameValue, parseName } from '../ldap/names'

type ContainerName = keyof DirectoryLayout['containers']

/** What schools call their organisational units, in the order of preference; compared without case. */
const knownNames: Readonly<Record<ContainerName | 'people', readonly string[]>> = {
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
  groups: ['gruppen', 'groups'],
  people: ['benutzer', 'personen', 'konten', 'people', 'users', 'accounts']
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

/**
 * The existing unit for each purpose, the one nearest to the base; else the default name below the base. Where no
 * kind of person has a unit of its own but one unit holds all people, it serves all kinds.
 */
export function findContainers(units: readonly LdapEntry[], baseDn: string): DirectoryLayout['containers'] {
  const candidates = units.map(({ dn }) => ({
    dn,
    name: firstNameValue(dn)?.normalize('NFC').toLowerCase() ?? '',
    depth: parseName(dn)?.length ?? Number.POSITIVE_INFINITY
  }))
  const find = (purpose: ContainerName | 'people'): string | undefined => {
    const names = knownNames[purpose]
    return candidates
      .filter(({ name }) => names.includes(name))
      .sort((one, other) => one.depth - other.depth || names.indexOf(one.name) - names.indexOf(other.name))[0]
      ?.dn
  }
  const pupil = find('pupil')
  const teacher = find('teacher')
  const staff = find('staff')
  const people = (pupil ?? teacher ?? staff) === undefined ? find('people') : undefined
  const fallback = (purpose: ContainerName): string => childName('OU', defaultNames[purpose], baseDn)
  return {
    pupil: pupil ?? people ?? fallback('pupil'),
    teacher: teacher ?? people ?? fallback('teacher'),
    staff: staff ?? people ?? fallback('staff'),
    classes: find('classes') ?? fallback('classes'),
    groups: find('groups') ?? fallback('groups')
  }
}

/** The prefix that all class groups have already; where there are groups without any, none. */
export function findPrefix(classGroups: readonly string[]): string {
  if (classGroups.length === 0) return defaultPrefix
  const names = classGroups.map((name) => name.toLowerCase())
  return knownPrefixes.find((prefix) => names.every((name) => name.startsWith(prefix))) ?? ''
}
