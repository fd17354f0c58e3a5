import type { PersonKind } from '../../../contract/accounts'
import type { ColumnMap, RosterEntry, RosterField } from '../../../contract/roster'
import {
  holdsUnreadable,
  read,
  readBirthDate,
  readChildren,
  readGroups,
  readKind,
  readLeavingDay,
  readMail,
  readName,
  readsAsYes,
  readSchoolClasses,
  readSchoolId,
  readWishedLogin,
  reject,
  shortened,
  type Read,
  type Rejection,
  type StatusVerdict
} from './fields'

/** How the rows of one table become persons. */
export interface RowRules {
  readonly columns: ColumnMap
  /** Fields whose column every row must reach; a row that ends earlier was cut off. */
  readonly required: readonly RosterField[]
  /** Number of columns that the header names; null: rows may have any number. */
  readonly width: number | null
  readonly judgeStatus: (cell: string) => StatusVerdict
  /** Whom the roster lists, where its rows do not say so themselves. */
  readonly kind: PersonKind
  /** Guardians get accounts. */
  readonly guardians: boolean
  /** `YYYY-MM-DD` */
  readonly today: string
  /** See `TableLayout`. */
  readonly plainDay?: (cell: string) => string
  /** What side files know about a person. */
  readonly supplement?: (person: PersonKey) => Supplement | undefined
}

export interface PersonKey {
  readonly familyName: string
  readonly givenName: string
  readonly birthDate: string | null
}

export interface Supplement {
  readonly schoolId: string | null
  readonly mail: string | null
  /** Goes before the family name; empty: nothing does. */
  readonly nameAddition: string
}

/** A person, or why the row is not taken and whose row it was. */
export type RowReading =
  | { readonly entry: RosterEntry }
  | {
      readonly rejection: Rejection
      /** null: could not be read. */
      readonly schoolId: string | null
      /** The roster itself says that the person has left. */
      readonly gone: boolean
    }

/** Says that a person is the same when name and birth date are, whatever the case of the letters. */
export function personKey(person: PersonKey): string {
  return `${person.familyName.toLowerCase()}\n${person.givenName.toLowerCase()}\n${person.birthDate ?? ''}`
}

/** Reads one row. Pure: the same cells and rules give the same person. */
export function readRow(line: number, cells: readonly string[], rules: RowRules): RowReading {
  const id = readSchoolId(cellOf(cells, rules.columns, 'schoolId'))
  let schoolId = 'value' in id ? id.value : null
  const refuse = (failed: { rejection: Rejection }, gone = false): RowReading => ({
    rejection: failed.rejection,
    schoolId,
    gone
  })

  const shape = checkShape(cells, rules)
  if (shape !== null) return refuse(shape)
  if ('rejection' in id) return refuse(id)
  const bareName = readName(cellOf(cells, rules.columns, 'familyName'), 'familyNameMissing')
  if ('rejection' in bareName) return refuse(bareName)
  const givenName = readName(givenNameOf(cells, rules.columns), 'givenNameMissing')
  if ('rejection' in givenName) return refuse(givenName)
  const { plainDay = (cell: string) => cell } = rules
  const birthDate = readBirthDate(plainDay(cellOf(cells, rules.columns, 'birthDate')), rules.today)
  if ('rejection' in birthDate) return refuse(birthDate)

  const names = { givenName: givenName.value, birthDate: birthDate.value }
  const supplement = rules.supplement?.({ familyName: bareName.value, ...names })
  schoolId ??= supplement?.schoolId ?? null
  const addition = cellOf(cells, rules.columns, 'nameAddition').trim() || (supplement?.nameAddition ?? '')
  const familyName =
    addition === '' ? bareName : readName(withAddition(addition, bareName.value), 'familyNameMissing')
  if ('rejection' in familyName) return refuse(familyName)
  const person = { familyName: familyName.value, ...names }

  const leavesOn = readLeavingDay(plainDay(cellOf(cells, rules.columns, 'leavesOn')), rules.today)
  if ('rejection' in leavesOn) return refuse(leavesOn)
  const status = readStatus(cells, rules, leavesOn.value)
  if ('rejection' in status) return refuse(status, status.gone)
  const year = cellOf(cells, rules.columns, 'year')
  const classes = readSchoolClasses(cellOf(cells, rules.columns, 'schoolClass'), year)
  if ('rejection' in classes) return refuse(classes)
  const kind = readKind(cellOf(cells, rules.columns, 'kind'), rules.kind, rules.guardians)
  if ('rejection' in kind) return refuse(kind)

  const login = readWishedLogin(cellOf(cells, rules.columns, 'login'))
  const groups = readGroups(cellOf(cells, rules.columns, 'groups'))
  const isGuardian = kind.value === 'guardian'
  const children = isGuardian ? readChildren(cellOf(cells, rules.columns, 'children')) : []
  return {
    entry: {
      line,
      schoolId,
      ...person,
      // The class beside a guardian is a child's.
      classes: isGuardian ? [] : classes.value,
      kind: kind.value,
      mail: readMail(cellOf(cells, rules.columns, 'mail')) ?? supplement?.mail ?? null,
      leavesOn: leavesOn.value,
      ...(login === undefined ? {} : { login }),
      ...(groups.length === 0 ? {} : { groups }),
      ...(children.length === 0 ? {} : { children })
    }
  }
}

/** „von der“ before „Heide“; programs that write the whole name as well are not doubled. */
export function withAddition(addition: string, familyName: string): string {
  const before = addition.trim()
  const standsThere = familyName.toLowerCase().startsWith(`${before.toLowerCase()} `)
  return before === '' || standsThere ? familyName : `${before} ${familyName}`
}

/** The name that the person goes by; where the cell is empty, the first of all given names. */
function givenNameOf(cells: readonly string[], columns: ColumnMap): string {
  const calledBy = cellOf(cells, columns, 'givenName')
  return calledBy.trim() === '' ? firstOf(cellOf(cells, columns, 'givenNames')) : calledBy
}

/** The first of several given names: „Anna-Lena“ of „Anna-Lena Sophie“. */
export function firstOf(givenNames: string): string {
  return givenNames.trim().split(/[\s,;]+/u, 1)[0] ?? ''
}

/** What an unreadable row still says about whose it is, cut without regard to quotes. */
export function guessSchoolId(raw: string, separator: string, columns: ColumnMap): string | null {
  if (columns.schoolId === undefined) return null
  const cell = raw.split(separator, columns.schoolId + 1)[columns.schoolId] ?? ''
  const id = readSchoolId(cell.replaceAll('"', ''))
  return 'value' in id ? id.value : null
}

export function cellOf(cells: readonly string[], columns: ColumnMap, field: RosterField): string {
  const column = columns[field]
  return column === undefined ? '' : (cells[column] ?? '')
}

function checkShape(cells: readonly string[], rules: RowRules): { rejection: Rejection } | null {
  const { columns, width } = rules
  let expected = 0
  for (const field of rules.required) expected = Math.max(expected, (columns[field] ?? -1) + 1)
  if (cells.length < expected) return reject('tooFewColumns', { found: cells.length, expected })
  if (width !== null && cells.length > width && cells.slice(width).some((cell) => cell.trim() !== ''))
    return reject('tooManyColumns', { found: cells.length, expected: width })
  for (const field in columns) {
    if (holdsUnreadable(cellOf(cells, columns, field as RosterField))) return reject('unreadableCharacters')
  }
  return null
}

/**
 * [Note: who belongs to the school] A person whom the roster calls gone is listed as not taken over, and an
 * account they have becomes a leaver's, because the roster no longer holds them. With a leaving day that is yet
 * to come they stay until then. A person who is not there yet, or whose status nobody knows, gets no account
 * either, but an account that exists is left alone.
 */
function readStatus(
  cells: readonly string[],
  rules: RowRules,
  leavesOn: string | null
): (Read<null> & { gone?: boolean }) | { rejection: Rejection; gone: boolean } {
  const cell = cellOf(cells, rules.columns, 'status')
  const verdict = rules.judgeStatus(cell)
  const deleted = cellOf(cells, rules.columns, 'deleted')
  if (deleted !== '' && readsAsYes(deleted))
    return { ...reject('statusNotCurrent', { status: shortened(deleted) }), gone: true }
  if (verdict === 'current') return read(null)
  if (verdict === 'gone' && leavesOn !== null && leavesOn > rules.today) return read(null)
  return { ...reject('statusNotCurrent', { status: shortened(cell) }), gone: verdict === 'gone' }
}
