import type { PersonKind } from '../../../../contract/accounts'
import { fail, succeed, type Result } from '../../../../contract/result'
import {
  foldWord,
  readBirthDate,
  readDay,
  readMail,
  readName,
  readSchoolClass,
  readSchoolId,
  reject,
  shortened,
  type Rejection
} from '../fields'
import { rosterLimits } from '../limits'
import type { ReadingContext, ReadingReport } from '../readTables'
import type { RowReading } from '../rows'
import { isForeignRow, openTable, readRecords, type Row, type Table } from '../table'
import type { RosterFile } from '../types'
import { baseName } from './profile'

/** A row whose cells are asked for by the names of the columns. */
interface NamedRow {
  readonly file: string
  readonly line: number
  readonly raw: string
  get(column: string): string
}

const kindByRole: Readonly<Record<string, PersonKind>> = {
  student: 'pupil',
  teacher: 'teacher',
  principal: 'teacher',
  aide: 'staff',
  administrator: 'staff',
  siteadministrator: 'staff',
  districtadministrator: 'staff',
  systemadministrator: 'staff',
  counselor: 'staff',
  proctor: 'staff'
}

const sampleRows = 20

/**
 * 1EdTech OneRoster 1.2 CSV (imsglobal.org, OneRoster 1.2 CSV Binding), also 1.1: a folder or zip of CSV files in
 * UTF-8 with fixed names and a header of fixed column names.
 *
 * - `manifest.csv` (propertyName,value): `file.users` and so on are `bulk`, `delta` or `absent`. A delta lists
 *   changes only; everybody else would look like a leaver, so it is refused (`roster.changesOnly`).
 * - `users.csv`: the persons. A status `tobedeleted` or `inactive` means gone; `enabledUser` false means that the
 *   person is not to have access now. The school id is `identifier` where every user has one, else `sourcedId`.
 * - `roles.csv` (1.2): the role that makes somebody a member of the school decides, the primary one first; in 1.1 it is
 *   the column `role` of `users.csv`. Guardians and parents are no members and are listed as not taken (`kindUnknown`),
 *   and so are users without a role (`roleMissing`).
 * - `enrollments.csv` and `classes.csv`: the classes of pupils; homeroom classes only, where there are any. A row
 *   that refers to nobody or to no class is listed as rejected.
 * - `demographics.csv`: the birth date, where there is one.
 */
export async function readOneRoster(
  name: string,
  files: readonly RosterFile[],
  context: ReadingContext
): Promise<Result<ReadingReport>> {
  const users = findFile(files, 'users')
  if (users === undefined) return fail('roster.fileMissing', { file: 'users.csv', name })
  const tables = new OneRosterTables(files, context)
  const changes = await tables.findDelta()
  if (!changes.ok) return changes
  if (changes.value !== null) return fail('roster.changesOnly', { file: changes.value })
  const table = await tables.open('users')
  if (!table.ok) return table
  const main = table.value
  if (main === null) return fail('roster.fileMissing', { file: 'users.csv', name })
  for (const column of ['sourcedId', 'givenName', 'familyName']) {
    if (!hasColumn(main, column)) return fail('roster.columnMissing', { file: users.name, column })
  }
  const persons = await tables.rows('users')
  if (!persons.ok) return persons
  const roles = await readRoles(tables, context.today)
  if (!roles.ok) return roles
  const birthDates = await tables.rows('demographics')
  if (!birthDates.ok) return birthDates
  const classes = await readClasses(tables, persons.value, context)
  if (!classes.ok) return classes
  if (persons.value.length === 0) return fail('roster.noRows', { file: users.name })

  // One user without an identifier must not renumber a school whose accounts were made from it.
  const known = context.idColumn?.format === 'oneroster' ? foldWord(context.idColumn.column) : null
  const useIdentifier =
    known === null
      ? persons.value.every((row) => row.get('identifier').trim() !== '')
      : known === 'identifier'
  const rolesKnown = hasColumn(main, 'role') || tables.has('roles')
  const birthDateOf = new Map(
    birthDates.value.map((row) => [row.get('sourcedId').trim(), row.get('birthDate')])
  )
  for (const row of persons.value) {
    await context.breath()
    const sourcedId = row.get('sourcedId').trim()
    const details = {
      schoolIdColumn: useIdentifier ? 'identifier' : 'sourcedId',
      role: roles.value.get(sourcedId) ?? row.get('role'),
      rolesKnown,
      birthDate: birthDateOf.get(sourcedId) ?? '',
      classes: classes.value.get(sourcedId) ?? new Set<string>()
    }
    const person = readPerson(row, details, context)
    if ('entry' in person) context.collection.accept(person.entry, row)
    else context.collection.reject(person.rejection, row, person.gone ? null : person)
  }
  return succeed(describe(main, useIdentifier, tables.read, context))
}

/** Whether the files are a OneRoster export: `users.csv` with the columns that it must have. */
export function looksLikeOneRoster(files: readonly RosterFile[]): boolean {
  const users = findFile(files, 'users')
  if (users === undefined) return false
  const beginning = Buffer.from(users.bytes.subarray(0, 2000)).toString('latin1').toLowerCase()
  return ['sourcedid', 'givenname', 'familyname'].every((column) => beginning.includes(column))
}

type FileName = 'manifest' | 'users' | 'roles' | 'classes' | 'enrollments' | 'demographics'

function findFile(files: readonly RosterFile[], name: FileName): RosterFile | undefined {
  return files.find((file) => baseName(file.name).toLowerCase() === `${name}.csv`)
}

function columnsOf(table: Table): string[] {
  return (table.head[0]?.cells ?? []).map(foldWord)
}

function hasColumn(table: Table, column: string): boolean {
  return columnsOf(table).includes(foldWord(column))
}

/** Opens the files of the export and remembers which were read. */
class OneRosterTables {
  readonly read: RosterFile[] = []

  constructor(
    private readonly files: readonly RosterFile[],
    private readonly context: ReadingContext
  ) {}

  has(name: FileName): boolean {
    return findFile(this.files, name) !== undefined
  }

  async open(name: FileName): Promise<Result<Table | null>> {
    const file = findFile(this.files, name)
    if (file === undefined) return succeed(null)
    const { reading, breath } = this.context
    const chosen = { encoding: reading.encoding ?? null, separator: reading.separator ?? null }
    const table = await openTable(file, chosen, breath)
    if (table.ok) this.context.findings.tellEncoding(baseName(file.name), table.value.found)
    return table
  }

  /** The file's rows; none when the file is absent. Rows that cannot be read are listed as rejected. */
  async rows(name: FileName): Promise<Result<NamedRow[]>> {
    const opened = await this.open(name)
    // Side files may be empty; who is at the school stands in users.csv.
    if (!opened.ok)
      return opened.failure.code === 'roster.emptyFile' && name !== 'users' ? succeed([]) : opened
    const table = opened.value
    if (table === null) return succeed([])
    this.read.push(table.file)
    const columns = columnsOf(table)
    const headerLine = table.head[0]?.line ?? 0
    const rows: NamedRow[] = []
    for (const batch of readRecords(table)) {
      for (const record of batch) {
        await this.context.breath()
        if (record.line === headerLine) continue
        if (rows.length >= rosterLimits.rows)
          return fail('roster.tooManyRows', { file: table.file.name, limit: rosterLimits.rows })
        const origin = { file: table.file.name, line: record.line, raw: record.raw }
        const rejection =
          record.problem === null ? checkShape(table, record, columns.length) : reject(record.problem)
        if (rejection !== null)
          this.context.collection.reject(
            rejection.rejection,
            origin,
            name === 'users' ? { schoolId: null } : null
          )
        else if (record.problem === null) {
          const { cells } = record
          rows.push({ ...origin, get: (column) => cells[columns.indexOf(foldWord(column))] ?? '' })
        }
      }
    }
    return succeed(rows)
  }

  /** The first file that the manifest calls a delta; null: none. */
  async findDelta(): Promise<Result<string | null>> {
    const manifest = await this.rows('manifest')
    if (!manifest.ok) return manifest
    const delta = manifest.value.find(
      (row) =>
        /^file\.(?:users|roles|classes|enrollments)$/iu.test(row.get('propertyName').trim()) &&
        row.get('value').trim().toLowerCase() === 'delta'
    )
    return succeed(delta === undefined ? null : `${delta.get('propertyName').trim().slice(5)}.csv`)
  }
}

function checkShape(table: Table, record: Row, expected: number): { rejection: Rejection } | null {
  const found = record.cells.length
  if (found < Math.min(expected, 2)) return reject('tooFewColumns', { found, expected })
  if (record.cells.slice(expected).some((cell) => cell.trim() !== ''))
    return reject('tooManyColumns', { found, expected })
  if (isForeignRow(table, record) || record.raw.includes('\uFFFD')) return reject('unreadableCharacters')
  return null
}

function isGone(row: NamedRow): boolean {
  return ['tobedeleted', 'inactive'].includes(foldWord(row.get('status')))
}

/**
 * Role by user among those that hold today: one that makes them a member of the school before one that does not (a
 * teacher who is also a guardian is a teacher), then the primary one, else the first.
 */
async function readRoles(tables: OneRosterTables, today: string): Promise<Result<Map<string, string>>> {
  const rows = await tables.rows('roles')
  if (!rows.ok) return rows
  const found = new Map<string, { role: string; rank: number }>()
  for (const row of rows.value) {
    if (isGone(row) || hasEnded(row, today) || isYetToBegin(row, today)) continue
    const user = row.get('userSourcedId').trim()
    const role = row.get('role')
    const isMember = kindByRole[foldWord(role)] !== undefined
    const rank = (isMember ? 2 : 0) + (foldWord(row.get('roleType')) === 'primary' ? 1 : 0)
    const known = found.get(user)
    if (known === undefined || rank > known.rank) found.set(user, { role, rank })
  }
  return succeed(new Map([...found].map(([user, { role }]) => [user, role])))
}

/** Names of the classes of each pupil by the user's sourcedId. */
async function readClasses(
  tables: OneRosterTables,
  persons: readonly NamedRow[],
  context: ReadingContext
): Promise<Result<Map<string, Set<string>>>> {
  const classes = await tables.rows('classes')
  if (!classes.ok) return classes
  const enrollments = await tables.rows('enrollments')
  if (!enrollments.ok) return enrollments
  const classById = new Map(
    classes.value.filter((row) => !isGone(row)).map((row) => [row.get('sourcedId').trim(), row])
  )
  const goneClasses = new Set(classes.value.filter(isGone).map((row) => row.get('sourcedId').trim()))
  const users = new Set(persons.map((row) => row.get('sourcedId').trim()))
  const isHomeroom = (row: NamedRow) => foldWord(row.get('classType')) === 'homeroom'
  const homeroomsOnly = [...classById.values()].some(isHomeroom)
  const found = new Map<string, Set<string>>()
  for (const row of enrollments.value) {
    await context.breath()
    const user = row.get('userSourcedId').trim()
    const classId = row.get('classSourcedId').trim()
    if (isGone(row) || hasEnded(row, context.today) || goneClasses.has(classId)) continue
    const schoolClass = classById.get(classId)
    if (schoolClass === undefined || !users.has(user)) {
      const reference = shortened(schoolClass === undefined ? classId : user)
      context.collection.reject(reject('referenceMissing', { reference }).rejection, row, null)
      continue
    }
    if (foldWord(row.get('role')) !== 'student' || (homeroomsOnly && !isHomeroom(schoolClass))) continue
    const title = schoolClass.get('title').trim() || schoolClass.get('classCode')
    const names = found.get(user) ?? new Set()
    found.set(user, names.add(title))
  }
  return succeed(found)
}

function hasEnded(row: NamedRow, today: string): boolean {
  const end = readDay(row.get('endDate'), today)
  return typeof end === 'string' && end < today
}

function isYetToBegin(row: NamedRow, today: string): boolean {
  const begin = readDay(row.get('beginDate'), today)
  return typeof begin === 'string' && begin > today
}

interface PersonDetails {
  readonly schoolIdColumn: string
  readonly role: string
  /** The export tells roles; a person without one is nobody that gets an account. */
  readonly rolesKnown: boolean
  readonly birthDate: string
  readonly classes: ReadonlySet<string>
}

function readPerson(row: NamedRow, details: PersonDetails, { reading, today }: ReadingContext): RowReading {
  const id = readSchoolId(row.get(details.schoolIdColumn))
  const schoolId = 'value' in id ? id.value : null
  const refuse = ({ rejection }: { rejection: Rejection }, gone = false): RowReading => ({
    rejection,
    schoolId,
    gone
  })
  if ('rejection' in id) return refuse(id)
  if (isGone(row)) return refuse(reject('statusNotCurrent', { status: shortened(row.get('status')) }), true)
  if (['false', '0'].includes(foldWord(row.get('enabledUser'))))
    return refuse(reject('statusNotCurrent', { status: 'enabledUser = false' }))
  const familyName = readName(row.get('familyName'), 'familyNameMissing')
  if ('rejection' in familyName) return refuse(familyName)
  const givenName = readName(givenNameOf(row), 'givenNameMissing')
  if ('rejection' in givenName) return refuse(givenName)
  const birthDate = readBirthDate(details.birthDate, today)
  if ('rejection' in birthDate) return refuse(birthDate)
  const role = foldWord(details.role)
  if (role === '' && details.rolesKnown) return refuse(reject('roleMissing'))
  const kind = role === '' ? (reading.kind ?? 'pupil') : kindByRole[role]
  if (kind === undefined) return refuse(reject('kindUnknown', { value: shortened(details.role) }))
  const classes = new Set<string>()
  for (const title of details.classes) {
    const name = readSchoolClass(title)
    if ('rejection' in name) return refuse(name)
    if (name.value !== null) classes.add(name.value)
  }
  return {
    entry: {
      line: row.line,
      schoolId,
      familyName: familyName.value,
      givenName: givenName.value,
      birthDate: birthDate.value,
      classes: [...classes].sort(),
      kind,
      mail: readMail(row.get('email')),
      leavesOn: null
    }
  }
}

/** OneRoster 1.2 has a preferred name, which is what the school calls the person. */
function givenNameOf(row: NamedRow): string {
  const preferred = row.get('preferredFirstName')
  return preferred.trim() === '' ? row.get('givenName') : preferred
}

function describe(
  main: Table,
  useIdentifier: boolean,
  files: readonly RosterFile[],
  context: ReadingContext
): ReadingReport {
  const columns = columnsOf(main)
  const position = (column: string) => columns.indexOf(foldWord(column))
  return {
    reading: {
      format: 'oneroster',
      encoding: main.encoding,
      separator: main.separator,
      hasHeader: true,
      columns: {
        schoolId: position(useIdentifier ? 'identifier' : 'sourcedId'),
        familyName: position('familyName'),
        givenName: position('givenName')
      },
      kind: context.reading.kind ?? 'pupil'
    },
    files,
    columnNames: (main.head[0]?.cells ?? []).map((cell) => cell.trim()),
    sample: main.head.slice(1, sampleRows + 1).map((row) => [...row.cells]),
    silentFiles: []
  }
}
