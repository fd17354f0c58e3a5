import type { ComparableName, DirectoryPerson, RosterPerson } from './persons'
import { distanceUpTo, isSimilarWord } from './similarity'

/** Same day, day and month swapped, or one digit wrong: more likely a slip of the pen than another person. */
export function isNearDate(first: string, second: string): boolean {
  const [year = '', month = '', day = ''] = first.split('-')
  return distanceUpTo(first, second, 1) <= 1 || second === `${year}-${day}-${month}`
}

function isSameGivenName(first: ComparableName, second: ComparableName): boolean {
  if (first.firstGiven === second.firstGiven || isSimilarWord(first.given, second.given)) return true
  const [short, long] = [first.given, second.given].sort((one, other) => one.length - other.length)
  return short !== undefined && short.length >= 3 && long?.startsWith(short) === true
}

/** Double names and the change to one of their parts leave something of the name (Müller, Müller-Lüdenscheid). */
function isSameFamilyName(first: ComparableName, second: ComparableName): boolean {
  if (isSimilarWord(first.family, second.family)) return true
  const [short, long] = [first.family, second.family].sort((one, other) => one.length - other.length)
  return short !== undefined && short.length >= 3 && long?.includes(short) === true
}

/** `ComparableName.full` of somebody whose names stand in each other's place. */
export function swappedFull({ given, family }: ComparableName): string {
  return `${family} ${given}`
}

export function isSwapped(row: RosterPerson, person: DirectoryPerson): boolean {
  return row.name.given !== row.name.family && swappedFull(row.name) === person.name.full
}

/** Nothing of one name is in the other. */
export function isOtherName(first: ComparableName, second: ComparableName): boolean {
  return !isSameGivenName(first, second) && !isSameFamilyName(first, second)
}

/**
 * Whether everything but the id number speaks for two persons. An id alone proves no person: numbers are given out
 * anew, shifted by a row, or taken from another column. One name may change, or the birth date be mended; a birth date
 * that is another day beside a name that is another one is somebody else.
 */
export function isOtherPerson(row: RosterPerson, person: DirectoryPerson): boolean {
  const sameGiven = isSameGivenName(row.name, person.name)
  const sameFamily = isSameFamilyName(row.name, person.name)
  const { birthDate } = row.entry
  if (birthDate === null || person.birthDate === null) return !sameGiven && !sameFamily
  if (isNearDate(birthDate, person.birthDate)) return false
  return !sameGiven || !sameFamily
}

/** Whether name and, as far as it is known, birth date speak for one person. */
export function isSamePerson(row: RosterPerson, person: DirectoryPerson): boolean {
  const { birthDate } = row.entry
  const isOtherDay =
    birthDate !== null && person.birthDate !== null && !isNearDate(birthDate, person.birthDate)
  return !isOtherDay && (row.name.full === person.name.full || isSimilarWord(row.name.full, person.name.full))
}
