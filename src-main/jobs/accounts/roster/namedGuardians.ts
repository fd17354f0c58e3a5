import { foldWord, readMail, readName, readSchoolId, reject } from './fields'
import type { Collection } from './collection'
import type { RosterEntry } from '../../../contract/roster'
import { personKey, withAddition } from './rows'
import { withoutRemarks } from './remarks'

/** What is told of one guardian in a pupil's row, by the number of the column. */
type Part = 'familyName' | 'givenName' | 'name' | 'mail' | 'id' | 'street' | 'place' | 'addition'
export type GuardianColumns = Readonly<Partial<Record<Part, number>>>

const words: Readonly<Record<Part, string>> = {
  familyName: 'nachname|familienname|zuname|lastname|familyname',
  givenName: 'vorname|rufname|firstname|givenname',
  name: 'name|vollername|fullname',
  mail: 'email|mail|emailadresse|mailadresse|emailaddress',
  id: 'id|nummer|nr|personennummer',
  street: 'strasse|anschrift|adresse|street|address',
  place: 'plz|ort|wohnort|plzort|zip|city',
  addition: 'namenszusatz|namensvorsatz|nameprefix'
}
const who =
  '(mutter|vater|erziehungsberechtigte[rn]?|sorgeberechtigte[rn]?|erzieher|erzieherin|elternteil|mother|father|guardian|parent)'
const patterns = (Object.keys(words) as Part[]).map((part) => ({
  part,
  // „Erzieher 1: Nachname“, „Mutter Vorname 2“, „Nachname der Mutter“
  before: new RegExp(`^${who}s?(\\d?)(?:${words[part]})(\\d?)$`, 'u'),
  behind: new RegExp(`^(?:${words[part]})(?:der|des)?${who}s?(\\d?)$`, 'u')
}))
const alone = new RegExp(`^${who}(\\d?)$`, 'u')
const ownStreet = new RegExp(`^(?:${words.street})$`, 'u')
const ownPlace = new RegExp(`^(?:${words.place})$`, 'u')

/** Columns of a pupil's row that name guardians, each guardian's together. */
export interface NamingColumns {
  readonly guardians: readonly GuardianColumns[]
  /** The pupil's address, where a guardian has none of their own. */
  readonly street: number | undefined
  readonly place: number | undefined
  /** All that name guardians. */
  readonly own: readonly number[]
}

/** Finds the columns by their names; `taken`: those that tell of the pupil. null: no guardian is named. */
export function namingColumns(header: readonly string[], taken: ReadonlySet<number>): NamingColumns | null {
  const found = new Map<string, Partial<Record<Part, number>>>()
  let street: number | undefined
  let place: number | undefined
  for (const [column, name] of header.entries()) {
    const word = foldWord(name)
    if (taken.has(column)) continue
    if (ownStreet.test(word)) street ??= column
    if (ownPlace.test(word)) place ??= column
    const told = partOf(word)
    if (told === null) continue
    const columns = found.get(told.who) ?? {}
    columns[told.part] ??= column
    found.set(told.who, columns)
  }
  const guardians = [...found.values()]
    .map(withFamilyName)
    .filter(
      ({ familyName, givenName, name }) =>
        name !== undefined || (familyName !== undefined && givenName !== undefined)
    )
  if (guardians.length === 0) return null
  return { guardians, street, place, own: guardians.flatMap((columns) => Object.values(columns)) }
}

/** „Name“ beside „Vorname“ is the family name. */
function withFamilyName(columns: GuardianColumns): GuardianColumns {
  const { name, ...others } = columns
  if (name === undefined || others.givenName === undefined || others.familyName !== undefined) return columns
  return { ...others, familyName: name }
}

function partOf(word: string): { who: string; part: Part } | null {
  const [, person, number = ''] = alone.exec(word) ?? []
  if (person !== undefined) return { who: `${person} ${number}`, part: 'name' }
  for (const { part, before, behind } of patterns) {
    const found = before.exec(word) ?? behind.exec(word)
    if (found !== null) return { who: `${found[1] ?? ''} ${found.slice(2).join('')}`, part }
  }
  return null
}

const salutation = /^(?:Herrn?|Frau|Mr|Mrs|Ms)\.?\s+/iu
/** Two persons, or a whole family: no name of one. */
const several = /\b(?:und|u\.|and|Familie|Fam\.?|Eheleute)\b|[&/;\n]/iu
const particle = /^(?:von|vom|van|zu|zur|zum|der|den|de|del|della|di|da|dos|du|la|le|el|al|ibn|bin)$/iu

export function namesSeveral(name: string): boolean {
  return several.test(name)
}

/** „Mustermann, Eva“, „Frau Eva Mustermann“, „Eva von der Heide“; null: it is not certain which name is which. */
export function splitName(cell: string): { familyName: string; givenName: string } | null {
  const name = withoutRemarks(cell.replaceAll(/\s+/gu, ' ').trim().replace(salutation, ''))
  if (several.test(name)) return null
  const byComma = name.split(',').map((part) => part.trim())
  if (byComma.length > 1) {
    const [familyName = '', givenName = '', ...more] = byComma
    return more.length > 0 || familyName === '' || givenName === '' ? null : { familyName, givenName }
  }
  const parts = name.split(' ')
  const family = parts.findIndex((part, place) => place > 0 && particle.test(part))
  if (family > 0 && family < parts.length - 1)
    return { givenName: parts.slice(0, family).join(' '), familyName: parts.slice(family).join(' ') }
  const [givenName = '', familyName = ''] = parts
  return parts.length === 2 ? { familyName, givenName } : null
}

/** A row that names guardians. */
interface NamingRow {
  readonly file: string
  readonly line: number
  readonly cells: readonly string[]
  /** School ids of those whom the row is about. */
  readonly children: readonly string[]
  /** Of a row that is a guardian's own, as it stands there; absent: a pupil's. */
  readonly raw?: string
}

interface NamedGuardian {
  readonly entry: RosterEntry
  readonly file: string
  readonly text: string
  /** The row was the guardian's own. */
  readonly isOwnRow: boolean
  /** Besides the name; whoever shares one of these and the name is one person. */
  readonly proofs: readonly string[]
}

/**
 * Guardians who are named in columns of a pupil's row. One who is named with several children is one person where the
 * name and the number, the e-mail address or the postal address are the same; the name alone proves nothing, so that
 * two of one name and nothing else are told apart by nobody and both are listed as not taken (see `Collection`).
 */
export class NamedGuardians {
  readonly #byName = new Map<string, NamedGuardian[]>()
  readonly #unread: number[] = []
  #persons = 0
  /** Columns of each file that name guardians. */
  readonly columns = new Map<string, readonly number[]>()

  /** Lines with a guardian who was not understood, or whose child has no number to be named by. */
  get unread(): readonly number[] {
    return this.#unread
  }

  /** Persons handed over. */
  get persons(): number {
    return this.#persons
  }

  take(pupil: RosterEntry, cells: readonly string[], columns: NamingColumns, file: string): void {
    const { line, schoolId } = pupil
    const row = { file, line, cells, children: schoolId === null ? [] : [schoolId] }
    for (const guardian of columns.guardians)
      if (this.name(row, guardian, columns) === 'unclear') this.#unread.push(line)
  }

  /** One guardian of a row. `nobody`: the cells are empty; `unclear`: it is not certain who they are or whose. */
  name(
    row: NamingRow,
    columns: GuardianColumns,
    shared: Pick<NamingColumns, 'street' | 'place'>
  ): 'taken' | 'nobody' | 'unclear' {
    const { cells, children, line } = row
    const at = (part: Part): string => cells[columns[part] ?? -1]?.trim() ?? ''
    const name = at('familyName') === '' && at('givenName') === '' ? at('name') : ''
    if (name === '' && at('familyName') === '' && at('givenName') === '') return 'nobody'
    const names = name === '' ? { familyName: at('familyName'), givenName: at('givenName') } : splitName(name)
    const familyName = readName(withAddition(at('addition'), names?.familyName ?? ''), 'familyNameMissing')
    const givenName = readName(names?.givenName ?? '', 'givenNameMissing')
    const id = readSchoolId(at('id'))
    if ('rejection' in familyName || 'rejection' in givenName || 'rejection' in id || children.length === 0)
      return 'unclear'
    const mail = readMail(at('mail'))
    const street = at('street') || (cells[shared.street ?? -1] ?? '')
    const place = at('place') || (cells[shared.place ?? -1] ?? '')
    const entry: RosterEntry = {
      line,
      schoolId: id.value,
      familyName: familyName.value,
      givenName: givenName.value,
      birthDate: null,
      classes: [],
      kind: 'guardian',
      mail,
      leavesOn: null,
      children: [...children]
    }
    this.#add({
      entry,
      file: row.file,
      text: row.raw ?? `${entry.familyName}, ${entry.givenName}`,
      isOwnRow: row.raw !== undefined,
      proofs: [
        ...(id.value === null ? [] : [`id ${id.value}`]),
        ...(mail === null ? [] : [`mail ${mail.toLowerCase()}`]),
        ...(foldWord(street) === '' ? [] : [`address ${foldWord(street)} ${foldWord(place)}`])
      ]
    })
    return 'taken'
  }

  /** Hands everybody over, once all rows are read. */
  finish(collection: Collection): void {
    for (const named of this.#byName.values()) {
      const { persons, uncertain } = togetherBy(named)
      for (const { entry, file, text, isOwnRow } of uncertain)
        if (isOwnRow)
          collection.reject(reject('guardianUnclear').rejection, { file, line: entry.line, raw: text }, null)
        else this.#unread.push(entry.line)
      for (const same of persons) {
        const [first] = same
        if (first === undefined) continue
        const children = [...new Set(same.flatMap(({ entry }) => entry.children ?? []))].sort()
        const entry = {
          ...first.entry,
          schoolId: same.find((one) => one.entry.schoolId !== null)?.entry.schoolId ?? null,
          mail: same.find((one) => one.entry.mail !== null)?.entry.mail ?? null,
          children
        }
        this.#persons += 1
        collection.accept(entry, { file: first.file, line: entry.line, raw: first.text })
      }
    }
  }

  #add(guardian: NamedGuardian): void {
    const key = personKey(guardian.entry)
    const known = this.#byName.get(key)
    if (known === undefined) this.#byName.set(key, [guardian])
    else known.push(guardian)
  }
}

/** Those of one name, each person's together. Two numbers are two persons, whatever else they share. */
function togetherBy(named: readonly NamedGuardian[]): {
  readonly persons: readonly (readonly NamedGuardian[])[]
  /** Who may be either of two persons. */
  readonly uncertain: readonly NamedGuardian[]
} {
  let persons: (readonly NamedGuardian[])[] = []
  const uncertain: NamedGuardian[] = []
  const isNumbered = ({ entry }: NamedGuardian): boolean => entry.schoolId !== null
  for (const guardian of [...named.filter(isNumbered), ...named.filter((one) => !isNumbered(one))]) {
    const own = persons.filter((person) => person.some((other) => areOne(guardian, other)))
    const ids = new Set([guardian, ...own.flat()].flatMap(({ entry }) => entry.schoolId ?? []))
    if (ids.size < 2) persons = [...persons.filter((one) => !own.includes(one)), [...own.flat(), guardian]]
    else if (isNumbered(guardian)) persons = [...persons, [guardian]]
    else uncertain.push(guardian)
  }
  return { persons, uncertain }
}

function areOne(one: NamedGuardian, other: NamedGuardian): boolean {
  return one.proofs.some((proof) => other.proofs.includes(proof))
}
