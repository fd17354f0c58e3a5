import { createHash } from 'node:crypto'
import type { Account, ListedKind } from '../../../contract/accounts'
import type { RosterEntry } from '../../../contract/roster'
import type { Pace } from './pace'
import { transliteratedWords } from './transliterate'

/** A name in the form in which two spellings of the same letters are equal (Müller, MUELLER, Mu\u0308ller). */
export interface ComparableName {
  readonly given: string
  readonly family: string
  /** First of several first names. */
  readonly firstGiven: string
  /** Given and family name in one. */
  readonly full: string
}

function comparable(name: string, words: readonly string[]): string {
  const joined = words.length === 1 ? (words[0] ?? '') : words.join('')
  return joined === '' ? name.normalize('NFC').trim().toLowerCase() : joined
}

export function comparableName(person: {
  readonly givenName: string
  readonly familyName: string
}): ComparableName {
  const givenWords = transliteratedWords(person.givenName)
  const given = comparable(person.givenName, givenWords)
  const family = comparable(person.familyName, transliteratedWords(person.familyName))
  const firstGiven = givenWords[0] ?? given
  return { given, family, firstGiven, full: `${given} ${family}` }
}

const plainWord = /^[A-Za-z-]+$/u

/** Composed form, single spaces: what is written to the directory and compared with it. */
export function writtenName(name: string): string {
  if (plainWord.test(name)) return name
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
}

/** A row of the roster, prepared for matching. */
export class RosterPerson {
  readonly name: ComparableName
  #order: string | null = null
  #row: string | null = null

  constructor(
    readonly entry: RosterEntry,
    readonly kind: ListedKind,
    /** As the school has it; the entry keeps what stands in the file. */
    readonly schoolId: string | null,
    readonly givenName: string,
    readonly familyName: string,
    /** From 1, of rows that are equal in everything that tells persons apart. */
    readonly occurrence: number
  ) {
    this.name = comparableName(entry)
  }

  /** Puts rows in one order, in whatever order the file has them: school id, then name, then the rest. */
  compare(other: RosterPerson): number {
    const [own, others] = [this.#writtenId, other.#writtenId]
    // Where neither id begins with the other, they alone decide, and nothing has to be put together.
    if (!own.startsWith(others) && !others.startsWith(own)) return compareText(own, others)
    return compareText(this.#wholeOrder, other.#wholeOrder)
  }

  get #wholeOrder(): string {
    const { mail, leavesOn, classes, login } = this.entry
    const rest = [this.name.family, this.name.given, this.identity, classes.join(between), mail ?? '']
    const last = login === undefined ? [leavesOn ?? ''] : [leavesOn ?? '', login]
    this.#order ??= [this.#writtenId, ...rest, ...last].join(between)
    return this.#order
  }

  get #writtenId(): string {
    return this.entry.schoolId?.trim() ?? ''
  }

  get #parts(): readonly string[] {
    return [this.kind, this.#writtenId, this.familyName, this.givenName, this.entry.birthDate ?? '']
  }

  /** Equal for rows that nothing tells apart. */
  get identity(): string {
    return this.#parts.join(between)
  }

  /** Whether nothing tells the two rows apart. */
  isLike(other: RosterPerson): boolean {
    const sameName = this.familyName === other.familyName && this.givenName === other.givenName
    return sameName && this.identity === other.identity
  }

  /** Names the row in decisions. Only few rows are ever asked for it. */
  get row(): string {
    if (this.#row === null) {
      const digest = createHash('sha256').update(JSON.stringify(this.#parts)).digest('hex')
      this.#row = this.occurrence === 1 ? digest : `${digest}-${String(this.occurrence)}`
    }
    return this.#row
  }

  /** The same row under the id that the school means by it. */
  withSchoolId(schoolId: string): RosterPerson {
    const { entry, kind, givenName, familyName, occurrence } = this
    return new RosterPerson(entry, kind, schoolId, givenName, familyName, occurrence)
  }

  /** The same row with its classes spelled otherwise. */
  withClasses(classes: readonly string[]): RosterPerson {
    const { entry, kind, schoolId, givenName, familyName, occurrence } = this
    const spelled = { ...entry, classes: [...new Set(classes)].sort(compareText) }
    return new RosterPerson(spelled, kind, schoolId, givenName, familyName, occurrence)
  }

  withOccurrence(occurrence: number): RosterPerson {
    const { entry, kind, schoolId, givenName, familyName } = this
    return new RosterPerson(entry, kind, schoolId, givenName, familyName, occurrence)
  }
}

/** An account of the directory, prepared for matching. */
export interface DirectoryPerson {
  readonly account: Account
  readonly name: ComparableName
  readonly birthDate: string | null
}

/** Unit separator: sorts before every letter and occurs in no name. */
const between = '\u001f'

export function rosterPerson(entry: RosterEntry, rosterKind: ListedKind): RosterPerson {
  const kind = entry.kind === 'other' ? rosterKind : entry.kind
  const schoolId = entry.schoolId?.trim() ?? ''
  return new RosterPerson(
    entry,
    kind,
    schoolId === '' ? null : schoolId,
    writtenName(entry.givenName),
    writtenName(entry.familyName),
    1
  )
}

export function compareText(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0
}

/** A key of several values that no other values share. */
export function keyOf(first: string, second: string, third?: string, fourth?: string): string {
  const pair = `${first}${between}${second}`
  if (third === undefined) return pair
  return fourth === undefined ? `${pair}${between}${third}` : `${pair}${between}${third}${between}${fourth}`
}

/** Adds to a list under a key. */
export function addTo<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const list = index.get(key)
  if (list === undefined) index.set(key, [value])
  else list.push(value)
}

/** Values by a key that nearly always belongs to one value only: no list is made for that one. */
export class NearlyUnique<Value> {
  readonly #first = new Map<string, Value>()
  readonly #all = new Map<string, Value[]>()

  add(key: string, value: Value): void {
    const first = this.#first.get(key)
    if (first === undefined) {
      this.#first.set(key, value)
      return
    }
    const all = this.#all.get(key)
    if (all === undefined) this.#all.set(key, [first, value])
    else all.push(value)
  }

  /** The value whose key nobody shares. */
  only(key: string): Value | undefined {
    return this.#all.has(key) ? undefined : this.#first.get(key)
  }

  all(key: string): readonly Value[] {
    const first = this.#first.get(key)
    return this.#all.get(key) ?? (first === undefined ? [] : [first])
  }

  has(key: string): boolean {
    return this.#first.has(key)
  }

  keys(): Iterable<string> {
    return this.#first.keys()
  }
}

/** Accounts by kind and school id. */
export type AccountsById = NearlyUnique<DirectoryPerson>

export async function accountsById(accounts: readonly DirectoryPerson[], pace: Pace): Promise<AccountsById> {
  const index: AccountsById = new NearlyUnique()
  for (const person of accounts) {
    if (pace.isDue()) await pace.rest()
    const schoolId = person.account.schoolId?.trim() ?? ''
    if (schoolId !== '') index.add(keyOf(person.account.kind, schoolId), person)
  }
  return index
}
