import { foldWord, reject, shortened, type Rejection } from './fields'
import { commonColumnNames, mapColumns } from './headers'
import { namesSeveral, namingColumns, type GuardianColumns } from './namedGuardians'
import { baseName, type TableHead } from './profiles/profile'

/** Which pupil a row is about: by an id in a column of this name, or by what stands in these columns together. */
export type ChildKey =
  | { readonly by: 'id'; readonly column: number; readonly word: string }
  | { readonly by: 'person'; readonly columns: readonly number[] }

/** How a file of guardians that lies beside the pupils is to be read. */
export interface GuardianFileLayout {
  readonly hasHeader: boolean
  readonly child: ChildKey
  /** Each guardian of a row. */
  readonly guardians: readonly GuardianColumns[]
  /** The address that all of a row share, where a guardian has none of their own. */
  readonly street: number | undefined
  readonly place: number | undefined
  /** Columns beside those of names that are read. */
  readonly others: readonly number[]
  /** Pupils stand in its rows, too: should they stand nowhere else, it is their list. */
  readonly mayListPupils: boolean
  /** Why nobody of the row is taken over; null: who stands there is a guardian. */
  readonly refuse: (cells: readonly string[]) => Rejection | null
}

const nameOfGuardians =
  /sorgebe|erziehungsber|erzieher|(?:^|[^\p{L}])eltern|schuelereltern|vormund|guardian|parent/iu
/** Those of applicants are nobody's at the school yet. */
const nameOfApplicants = /^bewerber_/iu
const schildFile = /^schuelererzieher.*\.(?:dat|txt|csv)$/iu
/** What other programs and schools call the id of the child in the row of a guardian. */
const childWords = [
  ...[
    'SchuelerID',
    'Schüler-ID',
    'ID des Schülers',
    'Schülernummer',
    'Schüler-Nr',
    'Student ID',
    'Student Number',
    'Pupil ID'
  ],
  ...(commonColumnNames.children ?? [])
].map(foldWord)
/** A list of pupils has no such column; the id of a child alone may be the pupil's own. */
const relationWords = [
  'verhaeltnis',
  'erzieherart',
  'verwandtschaft',
  'verwandtschaftsverhaeltnis',
  'beziehung',
  'relation',
  'relationship'
]
const childrenWords = new Set((commonColumnNames.children ?? []).map(foldWord))

/** Whether a file need not be looked at: neither its name nor the beginning of its text speaks of guardians or of children's ids. */
export function mayListGuardians(name: string, beginning: string): boolean {
  const file = baseName(name)
  if (nameOfApplicants.test(file)) return false
  return (
    nameOfGuardians.test(file) || /verh(?:ä|ae|.{1,2})ltnis|verwandt|relation|kind|child/iu.test(beginning)
  )
}

/**
 * The layout of a table that lists guardians by their children's ids; null: it does not, or it does not say so clearly
 * enough. A list of pupils that was taken for one would make leavers of them, so a file's name alone proves nothing.
 *
 * Formats: `SchuelerErzieher.dat` of SchILD-NRW (Schnittstellenbeschreibung, wiki.svws.nrw.de: `|`, by position, up to two persons
 * a row, the pupil by name and birth date); `schueler_sorgebe.export.csv` of MAGELLAN (doc.ls.stueber.de, „Schülerexport für
 * Berlin“: a row for each guardian and child, `SchuelerID`); any other table by the names of its columns.
 */
export function guardianFileLayout(head: TableHead): GuardianFileLayout | null {
  const [first = []] = head.rows
  const words = first.map(foldWord)
  if (schildFile.test(head.file)) return schildLayout(words)
  // Rows that say themselves whom they list are read row by row.
  const { kind, schoolClass, familyName, givenName, birthDate, schoolId, mail, nameAddition } = mapColumns(
    first,
    commonColumnNames
  )
  if (kind !== undefined) return null
  const childColumn = words.findIndex((word) => childWords.includes(word))
  const naming = namingColumns(first, new Set([childColumn]))
  if (naming !== null) {
    // Several guardians a row. With a class or a birth date of their own it is a list of pupils, read as one.
    const column = childColumn === -1 ? (schoolId ?? -1) : childColumn
    const ofPupils = schoolClass !== undefined || birthDate !== undefined
    if (column === -1 || ofPupils || !nameOfGuardians.test(head.file)) return null
    const child = { by: 'id', column, word: words[column] ?? '' } as const
    const own = [column, familyName ?? column, givenName ?? column]
    return { hasHeader: true, child, ...naming, others: own, mayListPupils: true, refuse: () => null }
  }
  if (childColumn === -1 || familyName === undefined || givenName === undefined) return null
  const word = words[childColumn] ?? ''
  const relation = words.findIndex((one) => relationWords.includes(one))
  const ownId = words.findIndex((one, column) => one === 'id' && column !== childColumn)
  const isCalledSo = nameOfGuardians.test(head.file)
  const isProved =
    childrenWords.has(word) ||
    (relation !== -1 && (birthDate === undefined || isCalledSo)) ||
    (ownId !== -1 && isCalledSo)
  if (!isProved || familyName === childColumn || givenName === childColumn) return null
  const isMagellan = words.includes('mandant') && relation !== -1
  const salutation = isMagellan ? words.indexOf('anrede') : -1
  const type = isMagellan ? words.indexOf('typ') : -1
  const street = words.findIndex((one) => one === 'strasse' || one === 'anschrift')
  const places = [words.indexOf('plz'), words.indexOf('ort')].filter((column) => column !== -1)
  return {
    hasHeader: true,
    child: { by: 'id', column: childColumn, word },
    guardians: [
      {
        ...{ familyName, givenName },
        ...(ownId === -1 ? {} : { id: ownId }),
        ...(mail === undefined ? {} : { mail }),
        ...(nameAddition === undefined ? {} : { addition: nameAddition })
      }
    ],
    street: street === -1 ? undefined : street,
    place: places[0],
    others: [childColumn, relation, salutation, type, street, ...places].filter((column) => column !== -1),
    mayListPupils: false,
    refuse: (cells) => {
      const at = (column: number): string => cells[column]?.trim() ?? ''
      return isMagellan
        ? refuseByMagellan(at(relation), at(salutation), at(type))
        : refuseByRelation(at(relation))
    }
  }
}

/** `SchuelerErzieher.dat`, columns from 1: 1 to 3 the pupil, 4 Erzieherart, 7, 8, 17 the first person, 11, 12, 19 the second. */
function schildLayout(words: readonly string[]): GuardianFileLayout | null {
  if (words.length < 12) return null
  return {
    hasHeader: words[0] === 'nachname' && words[1] === 'vorname',
    child: { by: 'person', columns: [0, 1, 2] },
    guardians: [
      { familyName: 6, givenName: 7, mail: 16 },
      { familyName: 10, givenName: 11, mail: 18 }
    ],
    street: 12,
    place: 13,
    others: [0, 1, 2, 3, 12, 13, 14],
    mayListPupils: false,
    refuse: (cells) => refuseByRelation(cells[3]?.trim() ?? '')
  }
}

const guardianRelation =
  /mutter|vater|mother|father|eltern|erziehungsberecht|sorgeberecht|personensorge|vormund|erzieher|guardian|parent/u
const noGuardianRelation = /gross|grand|stiefgross|ansprech|notfall|kontakt|volljaehrig|contact/u

/** In the school's own words; an empty cell in a file of guardians is one. */
function refuseByRelation(relation: string): Rejection | null {
  const word = foldWord(relation)
  if (word === '' || (guardianRelation.test(word) && !noGuardianRelation.test(word))) return null
  return reject('noGuardian', { value: shortened(relation) }).rejection
}

/** Mutter, Vater, Eltern, Erziehungs-, Sorgeberechtigte(r), Vormund, Pflegeeltern; not: Ansprechpartner, grandparents. */
const magellanGuardians = new Set(['', 'MU', 'VA', 'EL', 'ER', 'SO', 'VO', 'PF'])
/** Familie, Herr und Frau, Mr. and Ms., Mr. and Mrs., Eheleute. */
const magellanPairs = new Set(['FA', 'HF', 'MRMS', 'MRMRS', 'EH'])

function refuseByMagellan(relation: string, salutation: string, type: string): Rejection | null {
  if (type === 'V') return reject('noGuardian', { value: 'verstorben' }).rejection
  if (relation === 'EH' || magellanPairs.has(salutation)) return reject('guardianUnclear').rejection
  return magellanGuardians.has(relation)
    ? null
    : reject('noGuardian', { value: shortened(relation) }).rejection
}

/** Whether one of the names of a row is those of two persons. */
export function holdsSeveral(cells: readonly string[], { familyName, givenName }: GuardianColumns): boolean {
  return [familyName, givenName].some((column) => column !== undefined && namesSeveral(cells[column] ?? ''))
}
