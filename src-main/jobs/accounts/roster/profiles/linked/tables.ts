import { fail, succeed, type Result } from '../../../../../contract/result'
import { foldWord, readDay, reject, type Rejection } from '../../fields'
import { rosterLimits } from '../../limits'
import type { ReadingContext } from '../../readTables'
import { isForeignRow, openTable, readRecords, type Row, type Table } from '../../table'
import type { RosterFile } from '../../types'
import { baseName } from '../profile'
import { findFile, type Dialect, type LinkedFile, type TableName } from './dialects'

/** A row whose cells are asked for by OneRoster's names of the columns. */
export interface NamedRow {
  readonly file: string
  readonly line: number
  readonly raw: string
  /** Persons of one kind may be numbered without regard to another: what the file says of all its rows tells them apart. */
  readonly group: string
  get(column: string): string
}

/** What is read of each table, by OneRoster's names; every other column that is filled is told. */
const readColumns: Readonly<Record<TableName, readonly string[]>> = {
  manifest: ['propertyName', 'value'],
  orgs: ['sourcedId', 'status', 'name', 'type', 'identifier', 'parentSourcedId'],
  users: [
    ...[
      'sourcedId',
      'status',
      'enabledUser',
      'orgSourcedIds',
      'role',
      'givenName',
      'familyName',
      'identifier'
    ],
    ...['email', 'preferredGivenName', 'preferredFamilyName', 'birthDate', 'agentSourcedIds']
  ],
  roles: [
    'sourcedId',
    'status',
    'userSourcedId',
    'roleType',
    'isPrimary',
    'role',
    'beginDate',
    'endDate',
    'orgSourcedId'
  ],
  classes: ['sourcedId', 'status', 'title', 'classCode', 'classType', 'schoolSourcedId'],
  enrollments: [
    ...['sourcedId', 'status', 'classSourcedId', 'schoolSourcedId', 'userSourcedId', 'role'],
    ...['beginDate', 'endDate']
  ],
  demographics: ['sourcedId', 'status', 'userSourcedId', 'birthDate']
}
// When the export's program touched the row: bookkeeping that is about no person.
const bookkeeping = 'datelastmodified'

/** Opens the files of the export and remembers which were read. */
export class LinkedTables {
  readonly read: RosterFile[] = []
  private readonly opened = new Set<RosterFile>()

  constructor(
    private readonly files: readonly RosterFile[],
    private readonly dialect: Dialect,
    private readonly context: ReadingContext
  ) {}

  /** The files of the table that are there. */
  filesOf(name: TableName): readonly { readonly linked: LinkedFile; readonly file: RosterFile }[] {
    return (this.dialect.tables[name] ?? []).flatMap((linked) => {
      const file = findFile(this.files, linked.file)
      return file === undefined ? [] : [{ linked, file }]
    })
  }

  has(name: TableName): boolean {
    return this.filesOf(name).length > 0
  }

  async open(file: RosterFile): Promise<Result<Table>> {
    const { reading, breath, findings } = this.context
    const chosen = { encoding: reading.encoding ?? null, separator: reading.separator ?? null }
    const table = await openTable(file, chosen, breath)
    if (table.ok && !this.opened.has(file)) findings.tellEncoding(baseName(file.name), table.value.found)
    this.opened.add(file)
    return table
  }

  /** The table's rows; none when there is no such file. Rows that cannot be read are listed as rejected. */
  async rows(name: TableName): Promise<Result<NamedRow[]>> {
    const rows: NamedRow[] = []
    for (const { linked, file } of this.filesOf(name)) {
      const opened = await this.open(file)
      // Side files may be empty; who is at the school stands in the file of persons.
      if (!opened.ok && opened.failure.code === 'roster.emptyFile' && name !== 'users') continue
      if (!opened.ok) return opened
      this.read.push(file)
      const added = await this.addRows(rows, name, linked, opened.value)
      if (!added.ok) return added
    }
    return succeed(rows)
  }

  private async addRows(
    rows: NamedRow[],
    name: TableName,
    linked: LinkedFile,
    table: Table
  ): Promise<Result<undefined>> {
    const { breath, collection, findings, guardians } = this.context
    const header = table.head[0]?.cells ?? []
    const places = placesOf(header, linked)
    const taken = new Set(
      readColumns[name]
        // Only guardians' accounts say whose they are.
        .filter((column) => column !== 'agentSourcedIds' || guardians)
        .flatMap((column) => placesIn(places, column))
    )
    const shown = header.map((cell) => `${baseName(table.file.name)}: ${cell.trim()}`)
    const kept = header.flatMap((cell, place) => (foldWord(cell) === bookkeeping ? [place] : []))
    const cache = new Map<string, readonly number[]>()
    const placeOf = (column: string): readonly number[] => {
      const known = cache.get(column) ?? placesIn(places, column)
      cache.set(column, known)
      return known
    }
    const watch = findings.watch(new Set([...taken, ...kept]), shown)
    const headerLine = table.head[0]?.line ?? 0
    const group = linked.fixed?.['role'] ?? ''
    for (const batch of readRecords(table, undefined, this.context.progress.through(table.file))) {
      for (const record of batch) {
        await breath()
        if (record.line === headerLine) continue
        if (rows.length >= rosterLimits.rows)
          return fail('roster.tooManyRows', { file: table.file.name, limit: rosterLimits.rows })
        const origin = { file: table.file.name, line: record.line, raw: record.raw }
        const problem =
          record.problem === null ? checkShape(table, record, header.length) : reject(record.problem)
        if (problem !== null)
          collection.reject(problem.rejection, origin, name === 'users' ? { schoolId: null } : null)
        else if (record.problem === null) {
          const { cells } = record
          watch(cells)
          const get = (column: string): string => {
            const fixed = linked.fixed?.[column]
            if (fixed !== undefined) return fixed
            for (const place of placeOf(column)) {
              const cell = cells[place] ?? ''
              if (cell.trim() !== '') return cell
            }
            return ''
          }
          rows.push({ ...origin, group, get })
        }
      }
    }
    return succeed()
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

/** Where each of OneRoster's columns stands in a file, the better places first. */
type Places = ReadonlyMap<string, readonly number[]>

export function placesOf(header: readonly string[], { columns = {} }: LinkedFile): Places {
  const byWord = new Map<string, number>()
  header.forEach((cell, place) => {
    const word = foldWord(cell)
    if (!byWord.has(word)) byWord.set(word, place)
  })
  const find = (names: readonly string[]) =>
    names.map((name) => byWord.get(foldWord(name))).filter((place) => place !== undefined)
  const places = new Map<string, readonly number[]>()
  const renamed = new Set<string>()
  for (const [column, names] of Object.entries(columns)) {
    places.set(foldWord(column), find(names))
    for (const name of names) renamed.add(foldWord(name))
  }
  for (const [word, place] of byWord) if (!places.has(word) && !renamed.has(word)) places.set(word, [place])
  return places
}

export function placesIn(places: Places, column: string): readonly number[] {
  return places.get(foldWord(column)) ?? []
}

function checkShape(table: Table, record: Row, expected: number): { rejection: Rejection } | null {
  const found = record.cells.length
  if (found < Math.min(expected, 2)) return reject('tooFewColumns', { found, expected })
  if (record.cells.slice(expected).some((cell) => cell.trim() !== ''))
    return reject('tooManyColumns', { found, expected })
  if (isForeignRow(table, record) || record.raw.includes('\uFFFD')) return reject('unreadableCharacters')
  return null
}

export function isGone(row: NamedRow): boolean {
  return ['tobedeleted', 'inactive'].includes(foldWord(row.get('status')))
}

/** Whether what the row says holds today by its dates; days that cannot be read set no bound. */
export function holdsToday(row: NamedRow, today: string): 'now' | 'ended' | 'later' {
  const begin = readDay(row.get('beginDate'), today)
  const end = readDay(row.get('endDate'), today)
  if (typeof end === 'string' && end < today) return 'ended'
  return typeof begin === 'string' && begin > today ? 'later' : 'now'
}
