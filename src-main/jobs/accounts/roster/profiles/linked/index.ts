import type { RosterSchool } from '../../../../../contract/roster'
import { fail, succeed, type Result } from '../../../../../contract/result'
import { foldWord } from '../../fields'
import type { ReadingContext, ReadingReport } from '../../readTables'
import type { Table } from '../../table'
import type { RosterFile } from '../../types'
import { slashedDays } from '../slashedDays'
import { childrenOf } from './children'
import { keyOf, readClasses } from './classes'
import { dialectOf, firstDialectOf, type Dialect, type LinkedFile, type LinkedFormat } from './dialects'
import { readPerson } from './persons'
import { readRoles, type Roles } from './roles'
import { isGone, LinkedTables, placesIn, placesOf, type NamedRow } from './tables'

export type { LinkedFormat } from './dialects'

const sampleRows = 20

/**
 * Exports of several files that refer to each other, in UTF-8 and with fixed names: 1EdTech OneRoster 1.1 and 1.2,
 * Microsoft School Data Sync V1 and V2.1, Clever (see the dialects). A folder or a zip of them.
 *
 * - `manifest.csv` (propertyName,value): `file.users` and so on are `bulk`, `delta` or `absent`. A delta lists
 *   changes only; everybody else would look like a leaver, so it is refused (`roster.changesOnly`).
 * - `users.csv`: the persons. A status `tobedeleted` or `inactive` means gone; `enabledUser` false means that the
 *   person is not to have access now. The school id is `identifier` where every user has one, else `sourcedId`.
 * - `roles.csv`: the role that makes somebody a member of the school decides, the primary one first; in 1.1 it is
 *   the column `role` of `users.csv`. Who has only roles that have ended has left; who has one that is yet to begin is not
 *   there yet. Guardians and parents get accounts of their own where the school wants them, with the children of
 *   `agentSourcedIds` (theirs, or the pupils' naming them); else they are listed as not taken (`kindUnknown`), and so
 *   are users without a role (`roleMissing`).
 * - `enrollments.csv` and `classes.csv`: the classes of pupils, by those that hold today. A row that refers to nobody or
 *   to no class is listed as rejected.
 * - `demographics.csv`: the birth date, where there is one, by the user's `sourcedId` or as `userSourcedId`.
 * - `orgs.csv`: the schools. Where persons belong to several, `reading.school` says which is meant.
 */
export async function readLinkedTables(
  name: string,
  files: readonly RosterFile[],
  context: ReadingContext,
  format: LinkedFormat
): Promise<Result<ReadingReport>> {
  const dialect = dialectOf(files, format) ?? firstDialectOf(format)
  const tables = new LinkedTables(files, dialect, context)
  const [first] = tables.filesOf('users')
  const [expected] = dialect.tables.users ?? []
  if (first === undefined) return fail('roster.fileMissing', { file: expected?.file ?? 'users.csv', name })
  const changes = await tables.findDelta()
  if (!changes.ok) return changes
  if (changes.value !== null) return fail('roster.changesOnly', { file: changes.value })
  const main = await tables.open(first.file)
  if (!main.ok) return main
  const words = (main.value.head[0]?.cells ?? []).map(foldWord)
  for (const column of dialect.required) {
    if (!words.includes(foldWord(column)))
      return fail('roster.columnMissing', { file: first.file.name, column })
  }
  const persons = await tables.rows('users')
  if (!persons.ok) return persons
  const orgs = await tables.rows('orgs')
  if (!orgs.ok) return orgs
  const chosen = chosenSchool(orgs.value, context)
  if (!chosen.ok) return chosen
  const roles = await readRoles(tables, context.today, chosen.value, context.guardians)
  if (!roles.ok) return roles
  const schools = schoolsWithPersons(orgs.value, persons.value, roles.value)
  const here = personsOf(persons.value, roles.value, schools.length > 1 ? chosen.value : null, context)
  const birthDates = await tables.rows('demographics')
  if (!birthDates.ok) return birthDates
  const classes = await readClasses(tables, persons.value, chosen.value, context)
  if (!classes.ok) return classes
  if (here.length === 0) return fail('roster.noRows', { file: first.file.name })

  const idColumns = idColumnsOf(here, main.value, first.linked, dialect, context)
  const rolesKnown =
    tables.has('roles') || first.linked.fixed?.['role'] !== undefined || words.includes('role')
  const birthDateOf = new Map(
    birthDates.value.map((row) => [row.get('userSourcedId').trim(), row.get('birthDate')])
  )
  const plainDay = slashedDays(
    here.slice(0, 1000).map((row) => row.get('birthDate')),
    dialect.format === 'clever' ? 'monthFirst' : null
  )
  const children = childrenOf(here, idColumns, roles.value)
  for (const row of here) {
    await context.breath()
    const details = {
      schoolIdColumn: idColumns.get(row.group) ?? 'sourcedId',
      role: roles.value.roleOf(row),
      rolesKnown,
      birthDate: birthDateOf.get(row.get('sourcedId').trim()) ?? row.get('birthDate'),
      classes: classes.value.get(keyOf(row.group, row.get('sourcedId'))) ?? new Set(),
      plainDay,
      children: context.guardians ? children(row) : []
    } as const
    const person = readPerson(row, details, context)
    if ('entry' in person) context.collection.accept(person.entry, row)
    else context.collection.reject(person.rejection, row, person.gone ? null : person)
  }
  return succeed({
    reading: {
      ...describe(
        main.value,
        first.linked,
        idColumns.get(first.linked.fixed?.['role'] ?? '') ?? 'sourcedId',
        dialect,
        context
      ),
      school: chosen.value
    },
    files: tables.read,
    columnNames: (main.value.head[0]?.cells ?? []).map((cell) => cell.trim()),
    sample: main.value.head.slice(1, sampleRows + 1).map((row) => [...row.cells]),
    guardianColumns: [],
    silentFiles: [],
    schools
  })
}

/** The format of an export of several files, where it is one. */
export function linkedFormatOf(files: readonly RosterFile[]): LinkedFormat | null {
  return dialectOf(files, null)?.format ?? null
}

/** The sourcedId of the school that a person chose by its id, number or name; null: none was chosen. */
function chosenSchool(orgs: readonly NamedRow[], { reading }: ReadingContext): Result<string | null> {
  const { school = null } = reading
  if (school === null) return succeed(null)
  const wanted = school.trim().toLowerCase()
  const org = orgs.find((row) =>
    ['sourcedId', 'identifier', 'name'].some((column) => row.get(column).trim().toLowerCase() === wanted)
  )
  if (org !== undefined) return succeed(org.get('sourcedId').trim())
  const schools = orgs.map((row) => row.get('name').trim()).join(', ')
  return fail('roster.schoolUnknown', { school, schools: schools === '' ? '-' : schools })
}

/** Schools, no districts and departments, that somebody of the export belongs to. */
function schoolsWithPersons(
  orgs: readonly NamedRow[],
  persons: readonly NamedRow[],
  roles: Roles
): RosterSchool[] {
  const inUse = new Set<string>()
  for (const person of persons) for (const school of roles.schoolsOf(person)) inUse.add(school)
  return orgs
    .filter((row) => !isGone(row) && foldWord(row.get('type')) === 'school')
    .map((row) => ({ id: row.get('sourcedId').trim(), name: row.get('name').trim() }))
    .filter(({ id }) => inUse.has(id))
}

/** The persons of the chosen school; how many belong to others is told. */
function personsOf(
  persons: readonly NamedRow[],
  roles: Roles,
  school: string | null,
  { findings }: ReadingContext
): readonly NamedRow[] {
  if (school === null) return persons
  const here = persons.filter((person) => {
    const schools = roles.schoolsOf(person)
    return schools.size === 0 || schools.has(school)
  })
  const others = persons.length - here.length
  if (others > 0) findings.notices.push({ code: 'otherSchools', parameters: { count: others } })
  return here
}

type IdColumn = 'identifier' | 'sourcedId'

/**
 * Which column is the id, for each file of persons: the number of the school's administration software where everybody has
 * one. Where the accounts were made from it, one user without it must not renumber the school.
 */
function idColumnsOf(
  persons: readonly NamedRow[],
  main: Table,
  linked: LinkedFile,
  dialect: Dialect,
  { idColumn }: ReadingContext
): ReadonlyMap<string, IdColumn> {
  const header = main.head[0]?.cells ?? []
  const known =
    idColumn?.format === dialect.format
      ? header.findIndex((cell) => foldWord(cell) === foldWord(idColumn.column))
      : null
  const wasIdentifier = known !== null && placesIn(placesOf(header, linked), 'identifier').includes(known)
  const columns = new Map<string, IdColumn>()
  for (const group of new Set(persons.map((row) => row.group))) {
    const hasNumber = (row: NamedRow) => row.get('identifier').trim() !== ''
    const own = persons.filter((row) => row.group === group)
    const byNumber = known === null ? own.every(hasNumber) : wasIdentifier && own.some(hasNumber)
    columns.set(group, byNumber ? 'identifier' : 'sourcedId')
  }
  return columns
}

function describe(
  main: Table,
  linked: LinkedFile,
  schoolIdColumn: IdColumn,
  dialect: Dialect,
  context: ReadingContext
): Omit<ReadingReport['reading'], 'school'> {
  const header = main.head[0]?.cells ?? []
  const places = placesOf(header, linked)
  const columns = Object.fromEntries(
    Object.entries({ schoolId: schoolIdColumn, familyName: 'familyName', givenName: 'givenName' }).flatMap(
      ([field, column]) =>
        placesIn(places, column)
          .slice(0, 1)
          .map((place) => [field, place])
    )
  )
  // Where an export has a file for each kind of person, the first says whom it is about.
  const listed = linked.fixed?.['role'] === 'teacher' ? 'teacher' : null
  return {
    format: dialect.format,
    encoding: main.encoding,
    separator: main.separator,
    hasHeader: true,
    columns,
    kind: listed ?? context.reading.kind ?? 'pupil'
  }
}
