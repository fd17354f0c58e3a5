import type { UnitHabits } from '../ldap/layout'

/** Domains are deep; whatever lies below the base that a person has named is the school's. */
export const unitHabits: UnitHabits = {
  language: 'german',
  attribute: 'OU',
  deepest: Number.POSITIVE_INFINITY
}

/** A domain has one space of names for logins and groups; the prefix keeps class 7b from blocking login 7b. */
const defaultPrefix = 'klasse-'
const knownPrefixes = [defaultPrefix, 'klasse_', 'klasse ', 'class-', 'class_', 'kl-'] as const

/** The prefix that all class groups have already; where there are groups without any, none. */
export function findPrefix(classGroups: readonly string[]): string {
  if (classGroups.length === 0) return defaultPrefix
  const names = classGroups.map((name) => name.toLowerCase())
  return knownPrefixes.find((prefix) => names.every((name) => name.startsWith(prefix))) ?? ''
}
