import type { RosterEntry, RosterReading } from '../../../contract/roster'
import { fail, succeed, type Result } from '../../../contract/result'
import { sortedNotices, type RosterNotice } from '../../../contract/rosterNotices'
import { createBreath } from '../../../core/cooperation'
import { isArchive, unpack } from './archive'
import { Collection } from './collection'
import { Findings } from './findings'
import { rosterLimits } from './limits'
import { isTableFormat } from './profiles'
import { linkedFormatOf, readLinkedTables } from './profiles/linked'
import { baseName } from './profiles/profile'
import { readTables, type ReadingContext, type ReadingReport } from './readTables'
import { ReadingProgress } from './progress'
import { asTable, passesOf, type ReadSource } from './sources'
import type { RosterCounts, RosterFile, RosterOptions, RosterResult, RosterSource } from './types'

export type { IdColumn, RosterFile, RosterOptions, RosterResult, RosterSource } from './types'

/** The longest stretch of work without giving other work a turn, milliseconds. */
const stretch = 8
const shownFiles = 20
const tableName = /\.(?:csv|txt|dat|tsv|dif|asc|xml|ldif?|xlsx|xlsm|ods)$/iu

/**
 * Reads a roster: finds format, encoding, separator and columns where `reading` leaves them open, takes over the
 * persons and lists every row that was not taken with its line and reason (P1, P3).
 *
 * Pure but for the clock that paces it: the same source, reading and day give the same result. Gives other work a
 * turn every few milliseconds. Fails with `roster.*` where the whole source cannot be read, and with
 * `application.cancelled` when the signal is aborted.
 */
export async function readRoster(
  source: RosterSource,
  reading: RosterReading,
  options: RosterOptions
): Promise<Result<RosterResult>> {
  const { signal, today, idColumn = null, guardians = false, onProgress = () => undefined } = options
  const breath = createBreath(stretch, signal)
  const collection = new Collection()
  try {
    signal?.throwIfAborted()
    const context = {
      ...{ reading, today, breath, collection, idColumn, guardians },
      findings: new Findings(),
      progress: new ReadingProgress(onProgress)
    }
    const files = await gatherFiles(source, context, signal)
    if (!files.ok) return files
    const format = reading.format ?? 'auto'
    const linked =
      format === 'auto' ? linkedFormatOf(files.value.tables) : isTableFormat(format) ? null : format
    const read = await (linked === null
      ? readTables(source.name, files.value.tables, context)
      : readLinkedTables(source.name, files.value.tables, context, linked))
    if (!read.ok) return read
    const report = withSchools(read.value, files.value.schools)
    const collected = await collection.finish(report.reading.kind, breath)
    const { counts } = collected
    const allRejected = counts.rows > 0 && counts.accepted === 0
    return succeed({
      ...report,
      idColumn: idColumnOf(report),
      notices: sortedNotices([
        ...(allRejected ? [{ code: 'allRejected' as const, parameters: { count: counts.rows } }] : []),
        ...schoolsToChooseFrom(report),
        ...missingColumns(collected, report),
        ...filesNotRead(files.value.all, report, context.findings.notices),
        ...context.findings.finish()
      ]),
      files: report.files.map(({ name, bytes }) => ({ name, bytes: bytes.length })),
      ...collected
    })
  } catch (error) {
    if (signal?.aborted === true) return fail('application.cancelled')
    throw error
  }
}

/** Persons who were not read from a file, with the digest that a list of them would have. */
export async function entriesOf(
  persons: readonly RosterEntry[],
  kind: string
): Promise<Pick<RosterResult, 'entries' | 'digest'>> {
  const collection = new Collection()
  for (const entry of persons) collection.accept(entry, { file: '', line: entry.line, raw: '' })
  return collection.finish(kind, createBreath(stretch))
}

function withSchools(report: ReadingReport, schools: GatheredFiles['schools']): ReadingReport {
  if (schools === null) return report
  return {
    ...report,
    schools: schools.all,
    reading: { ...report.reading, school: schools.chosen }
  }
}

function idColumnOf({ reading, columnNames }: ReadingReport): string | null {
  const { schoolId } = reading.columns
  return schoolId === undefined ? null : (columnNames[schoolId] ?? null)
}

/** What a person must say before anything is planned. */
function schoolsToChooseFrom({ schools, reading }: ReadingReport): RosterNotice[] {
  if (schools.length < 2 || reading.school !== null) return []
  const names = schools.map(({ name }) => name).join(', ')
  return [{ code: 'severalSchools', parameters: { schools: names } }]
}

/** What systems put into folders by themselves. */
const systemFile = /^(?:\..*|thumbs\.db|desktop\.ini)$/iu

function filesNotRead(
  all: readonly string[],
  { files }: ReadingReport,
  notices: readonly RosterNotice[]
): RosterNotice[] {
  const known = new Set([
    ...files.map(({ name }) => baseName(name)),
    ...notices.map(({ parameters }) => parameters['file'])
  ])
  const others = all.map(baseName).filter((name) => !known.has(name) && !systemFile.test(name))
  if (others.length === 0) return []
  const shown = others.slice(0, shownFiles).join(', ')
  const rest = others.length > shownFiles ? `${shown}, …` : shown
  return [{ code: 'filesNotRead', parameters: { files: rest, count: others.length } }]
}

/** What no person of the roster has, as far as it could be read at all. */
function missingColumns(
  { counts, classes }: { readonly counts: RosterCounts; readonly classes: readonly unknown[] },
  { reading }: ReadingReport
): RosterNotice[] {
  if (counts.accepted === 0) return []
  const pupils = reading.kind === 'pupil'
  return [
    ...(counts.withoutId === counts.accepted ? [{ code: 'noIdColumn' as const, parameters: {} }] : []),
    ...(pupils && classes.length === 0 ? [{ code: 'noClassColumn' as const, parameters: {} }] : [])
  ]
}

interface GatheredFiles {
  readonly tables: readonly RosterFile[]
  /** Names of all files, those out of archives by their own. */
  readonly all: readonly string[]
  /** Schools of a file that is one table of them all; null: the format itself tells. */
  readonly schools: NonNullable<ReadSource['schools']> | null
}

/**
 * The source's files with zips unpacked, and tables made of those that are none. Of several files, those that cannot be
 * rosters by their names are left out.
 */
async function gatherFiles(
  source: RosterSource,
  context: Pick<ReadingContext, 'breath' | 'findings' | 'reading' | 'progress'>,
  signal?: AbortSignal
): Promise<Result<GatheredFiles>> {
  const { breath, findings, reading, progress } = context
  if (source.files.length > rosterLimits.files)
    return fail('roster.tooManyFiles', { name: source.name, limit: rosterLimits.files })
  const files: RosterFile[] = []
  for (const file of source.files) {
    if (file.bytes.length > rosterLimits.fileBytes)
      return fail('roster.tooLarge', { file: file.name, limit: rosterLimits.fileBytes / 1024 / 1024 })
    if (!isArchive(file.bytes)) {
      files.push(file)
      continue
    }
    const unpacked = await unpack(file, signal)
    if (!unpacked.ok) return unpacked
    files.push(...unpacked.value)
  }
  const tables = files.length === 1 ? files : files.filter((file) => tableName.test(baseName(file.name)))
  const made: RosterFile[] = []
  let schools: NonNullable<ReadSource['schools']> | null = null
  for (const file of tables) progress.expect(file, passesOf(file))
  for (const file of tables) {
    const table = await asTable(file, reading.school ?? null, breath, progress, signal)
    if (!table.ok) return table
    made.push(table.value.file)
    schools ??= table.value.schools ?? null
    findings.notices.push(...table.value.notices)
  }
  return made.length === 0
    ? fail('roster.noFile', { name: source.name })
    : succeed({ tables: made, all: files.map(({ name }) => name), schools })
}
