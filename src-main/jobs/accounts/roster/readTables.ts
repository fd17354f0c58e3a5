import type { ColumnMap, RosterReading, RosterSchool } from '../../../contract/roster'
import { fail, succeed, type Result } from '../../../contract/result'
import type { Breath } from '../../../core/cooperation'
import { partGuardianFiles, type GuardianFile } from './besidePupils'
import { Collection } from './collection'
import { foldWord, reject, shortened } from './fields'
import { noticeOf, type Findings } from './findings'
import { rosterLimits } from './limits'
import { NamedGuardians, namingColumns } from './namedGuardians'
import { isTableFormat, profileOf, tableProfiles, type TableFormat } from './profiles'
import { baseName, type TableLayout, type TableProfile } from './profiles/profile'
import { readSchildSupplements, schildSideFile, type SchildSupplements } from './profiles/schild'
import type { ReadingProgress } from './progress'
import { cellOf, guessSchoolId, readRow, type RowRules } from './rows'
import { listsTeachers, strangerIn } from './strangers'
import { headOf, isForeignRow, openTable, readRecords, type Table } from './table'
import type { IdColumn, ResolvedReading, RosterFile } from './types'

export interface ReadingContext {
  readonly reading: RosterReading
  readonly today: string
  readonly breath: Breath
  readonly collection: Collection
  readonly findings: Findings
  readonly progress: ReadingProgress
  /** The column that the school's accounts were made from; null: not known. */
  readonly idColumn: IdColumn | null
  /** See `RosterOptions`. */
  readonly guardians: boolean
}

/** What reading tells beside the persons it collected. */
export interface ReadingReport {
  readonly reading: ResolvedReading
  readonly files: readonly RosterFile[]
  readonly columnNames: readonly string[]
  readonly sample: readonly (readonly string[])[]
  /** Columns of the main file that name guardians beside a pupil, where they get accounts. */
  readonly guardianColumns: readonly number[]
  /** Files that hold a header and no row, beside others that do: whoever should stand in them has not left. */
  readonly silentFiles: readonly string[]
  /** Schools of the export that somebody belongs to. */
  readonly schools: readonly RosterSchool[]
}

const sampleRows = 20

/** Reads the formats that are one table, or several of one shape. */
export async function readTables(
  name: string,
  all: readonly RosterFile[],
  context: ReadingContext
): Promise<Result<ReadingReport>> {
  const { pupils: files, guardianFiles } = await partGuardianFiles(all, context)
  const chosen = await chooseProfile(name, files, context)
  if (!chosen.ok) return chosen
  const { profile } = chosen.value
  const tables = withoutTeachers(chosen.value.tables, profile, context)
  const [main] = tables
  if (main === undefined) return fail('roster.noFile', { name })
  for (const { file, found } of tables) context.findings.tellEncoding(baseName(file.name), found)
  const layouts: TableLayout[] = []
  for (const table of tables) {
    const layout = profile.layout(headOf(table), context.reading)
    if (!layout.ok) return layout
    layouts.push(withIdColumn(layout.value, table, profile.format, context))
  }
  const side = profile.format === 'schild' ? await openSideFile(files, context) : succeed(null)
  if (!side.ok) return side
  const before = context.collection.size
  const guardians = context.guardians ? new NamedGuardians() : null
  const silentFiles: string[] = []
  for (const [index, table] of tables.entries()) {
    const layout = layouts[index]
    if (layout === undefined) continue
    const start = context.collection.size
    const beside = { supplements: side.value?.supplements ?? null, guardians, guardianFiles }
    const read = await readTable(table, layout, beside, context)
    if (!read.ok) return read
    if (context.collection.size > start) continue
    const file = baseName(table.file.name)
    silentFiles.push(file)
    context.findings.notices.push({ code: 'fileWithoutRows', parameters: { file } })
  }
  if (context.collection.size === before) return fail('roster.noRows', { file: main.file.name })
  for (const file of guardianFiles) {
    const read = await file.read(guardians, context)
    if (!read.ok) return read
  }
  guardians?.finish(context.collection)
  context.findings.notices.push(...noticeOf('guardiansNotRead', guardians?.unread ?? []))
  if (guardians !== null && guardians.persons > 0)
    context.findings.notices.push({ code: 'guardiansNamed', parameters: { count: guardians.persons } })
  await side.value?.supplements.reportUnused(context.collection, context.breath)
  const read = [
    ...tables.map((table) => table.file),
    ...(side.value === null ? [] : [side.value.file]),
    ...(guardians === null ? [] : guardianFiles.map(({ table }) => table.file))
  ]
  return succeed({
    ...describe(main, layouts, profile.format, context, read),
    guardianColumns: guardians?.columns.get(main.file.name) ?? [],
    silentFiles,
    schools: []
  })
}

/** The profile that a person chose, or the first that recognises a file; and the files it is about, opened. */
async function chooseProfile(
  name: string,
  files: readonly RosterFile[],
  context: ReadingContext
): Promise<Result<{ profile: TableProfile; tables: readonly Table[] }>> {
  const chosen = chosenProfile(context.reading)
  if (chosen !== null) {
    const tables = await openAll(name, filesOf(chosen, files), chosen, context)
    return tables.ok ? succeed({ profile: chosen, tables: tables.value }) : tables
  }
  const byName = tableProfiles.find(
    ({ fileName }) => fileName !== null && files.some((file) => fileName.test(baseName(file.name)))
  )
  if (byName !== undefined) {
    const tables = await openAll(name, filesOf(byName, files), byName, context)
    if (!tables.ok) return tables
    if (isRecognised(byName, tables.value)) return succeed({ profile: byName, tables: tables.value })
  }
  const looked = await openAll(name, files, null, context)
  if (!looked.ok) return looked
  const profile = tableProfiles.find((candidate) => isRecognised(candidate, looked.value)) ?? profileOf('csv')
  return succeed({ profile, tables: looked.value })
}

/** A list of teachers that lies among class lists is no list of pupils, unless the format itself says whom it lists. */
function withoutTeachers(
  tables: readonly Table[],
  profile: TableProfile,
  { reading, findings }: ReadingContext
): readonly Table[] {
  if (tables.length < 2 || (reading.kind ?? 'pupil') !== 'pupil') return tables
  const tellsKind = (table: Table): boolean => {
    const layout = profile.layout(headOf(table), reading)
    return layout.ok && layout.value.kind !== undefined
  }
  const pupils = tables.filter((table) => tellsKind(table) || !listsTeachers(table))
  if (pupils.length === 0) return tables
  for (const table of tables) {
    if (pupils.includes(table)) continue
    findings.notices.push({ code: 'fileOfTeachers', parameters: { file: baseName(table.file.name) } })
  }
  return pupils
}

/** Ids come from the column that the accounts were made from, wherever it is: another one would renumber the school. */
function withIdColumn(
  layout: TableLayout,
  table: Table,
  format: TableFormat,
  { reading, idColumn, findings }: ReadingContext
): TableLayout {
  const ofOthers = layout.kind !== undefined && layout.kind !== (reading.kind ?? 'pupil')
  if (idColumn === null || ofOthers || (reading.columns ?? null) !== null) return layout
  const names = layout.hasHeader ? (table.head[0]?.cells ?? []).map(foldWord) : []
  const column = layout.hasHeader
    ? names.indexOf(foldWord(idColumn.column))
    : format === idColumn.format
      ? Number(idColumn.column) - 1
      : -1
  const { schoolId, ...others } = layout.columns
  if (column >= 0 && !Object.values(others).includes(column))
    return { ...layout, columns: { ...others, schoolId: column } }
  if (schoolId === undefined || schoolId === column) return layout
  const name = layout.hasHeader ? (table.head[0]?.cells[schoolId] ?? '') : String(schoolId + 1)
  const known = findings.notices.some(({ code }) => code === 'idColumnOther')
  if (!known)
    findings.notices.push({
      code: 'idColumnOther',
      parameters: { column: name.trim(), remembered: idColumn.column }
    })
  return layout
}

/** null: to be found by looking. Columns that a person mapped only make sense for the generic format. */
function chosenProfile({ format = 'auto', columns = null }: RosterReading): TableProfile | null {
  if (format === 'auto') return columns === null ? null : profileOf('csv')
  return isTableFormat(format) ? profileOf(format) : null
}

function isRecognised(profile: TableProfile, [main]: readonly Table[]): boolean {
  return main !== undefined && profile.recognises(headOf(main))
}

/** A format's own files where there are some by name, else every file. */
function filesOf(profile: TableProfile, files: readonly RosterFile[]): readonly RosterFile[] {
  const { fileName } = profile
  if (fileName === null) return files
  const own = files.filter((file) => fileName.test(baseName(file.name)))
  return own.length > 0 ? own : files.filter((file) => !schildSideFile.test(baseName(file.name)))
}

async function openAll(
  name: string,
  files: readonly RosterFile[],
  profile: TableProfile | null,
  context: ReadingContext
): Promise<Result<Table[]>> {
  const tables: Table[] = []
  for (const file of files) {
    const separator = file.isMade === true ? ';' : (context.reading.separator ?? profile?.separator ?? null)
    const encoding = file.isMade === true ? null : (context.reading.encoding ?? null)
    const table = await openTable(file, { encoding, separator }, context.breath)
    if (!table.ok) return table
    tables.push(table.value)
  }
  return tables.length === 0 ? fail('roster.noFile', { name }) : succeed(tables)
}

async function openSideFile(
  files: readonly RosterFile[],
  context: ReadingContext
): Promise<Result<{ supplements: SchildSupplements; file: RosterFile } | null>> {
  const file = files.find((candidate) => schildSideFile.test(baseName(candidate.name)))
  if (file === undefined) return succeed(null)
  const table = await openTable(
    file,
    { encoding: context.reading.encoding ?? null, separator: '|' },
    context.breath
  )
  if (!table.ok) return table
  const supplements = await readSchildSupplements(table.value, context)
  return supplements.ok ? succeed({ supplements: supplements.value, file }) : supplements
}

/** What is told of the persons of a table beside it. */
interface Beside {
  readonly supplements: SchildSupplements | null
  /** null: they get no accounts. */
  readonly guardians: NamedGuardians | null
  readonly guardianFiles: readonly GuardianFile[]
}

async function readTable(
  table: Table,
  layout: TableLayout,
  { supplements, guardians, guardianFiles }: Beside,
  context: ReadingContext
): Promise<Result<undefined>> {
  const { breath, collection, findings, reading, today } = context
  const [first] = table.head
  const headerLine = layout.hasHeader ? (first?.line ?? 0) : 0
  const rules: RowRules = {
    columns: layout.columns,
    required: layout.required,
    width: layout.hasHeader && !layout.looseWidth ? (first?.cells.length ?? null) : null,
    judgeStatus: layout.judgeStatus,
    kind: layout.kind ?? reading.kind ?? 'pupil',
    guardians: context.guardians,
    today,
    ...(layout.plainDay === undefined ? {} : { plainDay: layout.plainDay }),
    ...(supplements === null ? {} : { supplement: (person) => supplements.find(person) })
  }
  const header = layout.hasHeader ? (first?.cells ?? null) : null
  const isRead = ([field]: [string, number]): boolean => field !== 'children' || context.guardians
  const read = Object.entries(layout.columns)
    .filter(isRead)
    .map(([, column]) => column)
  const naming = guardians === null || header === null ? null : namingColumns(header, new Set(read))
  if (naming !== null) guardians?.columns.set(table.file.name, naming.own)
  const address = [naming?.street, naming?.place].filter((column) => column !== undefined)
  const watch = findings.watch(
    new Set([...read, ...(naming?.own ?? []), ...address]),
    header ?? layout.names ?? []
  )
  const notes = guardianFiles.map((file) => file.noting(header, layout.columns))
  const onRead = context.progress.through(table.file)
  for (const batch of readRecords(table, breaksAllowed(layout.columns, rules.width), onRead)) {
    for (const record of batch) {
      const pause = breath()
      if (pause !== undefined) await pause
      if (record.line === headerLine || isComment(record.raw, layout)) continue
      if (collection.size >= rosterLimits.rows)
        return fail('roster.tooManyRows', { file: table.file.name, limit: rosterLimits.rows })
      if (record.line < headerLine) {
        // A title; should it be somebody's name all the same, they have not left.
        const title = reject('noPerson', { text: shortened(record.raw.replaceAll(table.separator, ' ')) })
        const origin = { file: table.file.name, line: record.line, raw: record.raw }
        collection.reject(title.rejection, origin, { schoolId: null })
        continue
      }
      if (record.problem !== null) {
        const origin = { file: table.file.name, line: record.line, raw: record.raw }
        const schoolId = guessSchoolId(record.raw, table.separator, layout.columns)
        collection.reject({ code: record.problem, parameters: {} }, origin, { schoolId })
        continue
      }
      const { line, raw, cells } = record
      const origin = { file: table.file.name, line, raw, cells }
      const stranger = strangerIn(cells, layout.columns, header)
      if (stranger !== null) {
        // A line that a report wrote is about nobody; should it be somebody's name all the same, they have not left.
        const { code } = stranger.rejection
        collection.reject(stranger.rejection, origin, code === 'noPerson' ? { schoolId: null } : null)
        continue
      }
      watch(cells)
      const row = readRow(line, cells, rules)
      if (isForeignRow(table, record)) {
        const schoolId = 'entry' in row ? row.entry.schoolId : row.schoolId
        collection.reject({ code: 'unreadableCharacters', parameters: {} }, origin, { schoolId })
      } else if ('entry' in row) {
        const mail = cellOf(cells, layout.columns, 'mail')
        const schoolClass = cellOf(cells, layout.columns, 'schoolClass')
        const familyName = cellOf(cells, layout.columns, 'familyName')
        const givenName = cellOf(cells, layout.columns, 'givenName')
        findings.take(row.entry, { mail, schoolClass, familyName, givenName }, today)
        collection.accept(
          row.entry,
          raw.includes('"') ? origin : { file: table.file.name, line, raw, separator: table.separator }
        )
        const isThere = row.entry.leavesOn === null || row.entry.leavesOn > today
        if (naming !== null && row.entry.kind === 'pupil' && isThere)
          guardians?.take(row.entry, cells, naming, table.file.name)
        if (row.entry.kind === 'pupil') for (const note of notes) note(cells, isThere ? row.entry : null)
      } else {
        collection.reject(row.rejection, origin, row.gone ? null : row)
        for (const note of notes) note(cells, null)
      }
    }
  }
  return succeed()
}

/** Line breaks may stand in remarks and addresses, never in a cell that makes an account or that has no header. */
function breaksAllowed(columns: ColumnMap, width: number | null): (column: number) => boolean {
  const used = new Set(Object.values(columns))
  return (column) => !used.has(column) && (width === null || column < width)
}

function isComment(raw: string, layout: TableLayout): boolean {
  return layout.commentMark !== null && raw.trimStart().startsWith(layout.commentMark)
}

function describe(
  main: Table,
  layouts: readonly TableLayout[],
  format: TableFormat,
  context: ReadingContext,
  files: readonly RosterFile[]
): Omit<ReadingReport, 'silentFiles' | 'schools' | 'guardianColumns'> {
  const [layout] = layouts
  const hasHeader = layout?.hasHeader ?? false
  const [first] = main.head
  const kinds = layouts.map(({ kind }) => kind ?? context.reading.kind ?? 'pupil')
  const width = Math.max(0, ...main.head.map((row) => row.cells.length))
  const rows = hasHeader ? main.head.slice(1) : main.head
  return {
    reading: {
      format,
      encoding: main.encoding,
      separator: main.separator,
      hasHeader,
      columns: layout?.columns ?? {},
      // Who leaves is told by the pupils' list where there is one.
      kind: kinds.find((kind) => kind === 'pupil') ?? kinds[0] ?? 'pupil',
      school: null
    },
    files,
    columnNames: Array.from({ length: width }, (_, index) =>
      hasHeader ? (first?.cells[index]?.trim() ?? '') : String(index + 1)
    ),
    sample: rows.slice(0, sampleRows).map((row) => [...row.cells])
  }
}
