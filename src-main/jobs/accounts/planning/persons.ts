import { createHash } from 'node:crypto'
import type { Account } from '../../../contract/accounts'
import type { RosterEntry } from '../../../contract/roster'
import { transliteratedWords } from './transliterate'

/** The kinds of persons that rosters list. */
export type RosterKind = 'pupil' | 'teacher' | 'staff'

/** A name in the form in which two spellings of the same letters are equal (Müller, MUELLER, Mu\u0308ller). */
export interface ComparableName {
  readonly given: string
  readonly family: string
  /** First of several first names. */
  readonly firstGiven: string
  /** Given and family name in one. */
  readonly full: string
}

function comparable(name: string): string {
  const joined = transliteratedWords(name).join('')
  return joined === '' ? name.normalize('NFC').trim().toLowerCase() : joined
}

export function comparableName(person: {
  readonly givenName: string
  readonly familyName: string
}): ComparableName {
  const given = comparable(person.givenName)
  const family = comparable(person.familyName)
  const firstGiven = transliteratedWords(person.givenName)[0] ?? given
  return { given, family, firstGiven, full: `${given} ${family}` }
}

/** Composed form, single spaces: what is written to the directory and compared with it. */
export function writtenName(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
}

/** A row of the roster, prepared for matching. */
export interface RosterPerson {
  readonly entry: RosterEntry
  readonly kind: RosterKind
  readonly schoolId: string | null
  readonly givenName: string
  readonly familyName: string
  readonly name: ComparableName
  /** Names the row in decisions. */
  readonly row: string
  /** Puts rows in one order, in whatever order the file has them: school id, then name, then the rest. */
  readonly order: string
}

/** An account of the directory, prepared for matching. */
export interface DirectoryPerson {
  readonly account: Account
  readonly name: ComparableName
  readonly birthDate: string | null
}

/** Unit separator: sorts before every letter and occurs in no name. */
const between = '\u001f'

export function rosterPerson(entry: RosterEntry, rosterKind: RosterKind): RosterPerson {
  const kind = entry.kind === 'other' ? rosterKind : entry.kind
  const schoolId = entry.schoolId?.trim() ?? ''
  const givenName = writtenName(entry.givenName)
  const familyName = writtenName(entry.familyName)
  const name = comparableName(entry)
  const identity = [kind, schoolId, familyName, givenName, entry.birthDate ?? '']
  const rest = [name.family, name.given, ...identity, entry.classes.join(between), entry.mail ?? '']
  return {
    entry,
    kind,
    schoolId: schoolId === '' ? null : schoolId,
    givenName,
    familyName,
    name,
    row: createHash('sha256').update(JSON.stringify(identity)).digest('hex'),
    order: [schoolId, ...rest, entry.leavesOn ?? ''].join(between)
  }
}

export function compareText(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0
}

/** A key of several values that no other values share. */
export function keyOf(...values: readonly string[]): string {
  return values.join(between)
}

/** Adds to a list under a key. */
export function addTo<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const list = index.get(key)
  if (list === undefined) index.set(key, [value])
  else list.push(value)
}
