import type { RosterEncoding, rosterSeparators } from '../../../contract/roster'
import { fail, succeed, type Result } from '../../../contract/result'
import type { Breath } from '../../../core/cooperation'
import { chunkBytes, decodeChunks, findEncoding, readingsOf } from './encoding'
import type { FoundEncoding } from './letters'
import { commonColumnNames, mapColumns, placeOfHeader } from './headers'
import { rosterLimits } from './limits'
import { LineSplitter, type Line } from './lines'
import { RecordReader, type RosterRecord, type RosterSeparator } from './records'
import { baseName, type TableHead } from './profiles/profile'
import type { RosterFile } from './types'

const headBytes = 64 * 1024
const headRecords = 50
/** Tried in this order; the first wins where two fit alike. */
const candidates: readonly (typeof rosterSeparators)[number][] = [';', '\t', '|', ',']

/** A file that was recognised as a table. */
export interface Table {
  readonly file: RosterFile
  readonly encoding: RosterEncoding
  /** How sure that is. */
  readonly found: FoundEncoding
  /** The encoding was found by looking, not chosen by a person. */
  readonly encodingFound: boolean
  readonly separator: RosterSeparator
  /** The first rows that can be cut into cells; titles above the header are none. */
  readonly head: readonly Row[]
  /** Lines at the top that are no rows: Excel's `sep=;`. */
  readonly skippedLines: number
}

/** A row that was cut into cells. */
export type Row = Extract<RosterRecord, { problem: null }>

/** What profiles look at. */
export function headOf(table: Table): TableHead {
  return {
    file: baseName(table.file.name),
    separator: table.separator,
    rows: table.head.map((row) => row.cells)
  }
}

/**
 * Finds encoding and separator of a file. Fails with `roster.emptyFile`, `roster.binaryFile`,
 * `roster.spreadsheet`, `roster.tooLarge`, `roster.tooManyColumns`.
 */
export async function openTable(
  file: RosterFile,
  chosen: { readonly encoding: RosterEncoding | null; readonly separator: RosterSeparator | null },
  breath: Breath
): Promise<Result<Table>> {
  if (file.bytes.length > rosterLimits.fileBytes)
    return fail('roster.tooLarge', { file: file.name, limit: rosterLimits.fileBytes / 1024 / 1024 })
  const encoding = await findEncoding(file, chosen.encoding, breath)
  if (!encoding.ok) return encoding
  const lines = readHeadLines(file.bytes, encoding.value.encoding)
  if (lines.every((line) => line.text.trim() === '') && file.bytes.length <= headBytes)
    return fail('roster.emptyFile', { file: file.name })
  const declared = /^"?sep=([;,\t|])"?$/iu.exec(lines[0]?.text ?? '')?.[1]
  const body = declared === undefined ? lines : lines.slice(1)
  const separator =
    chosen.separator ?? candidates.find((candidate) => candidate === declared) ?? findSeparator(body)
  const head = withoutTitles(readHead(body, separator))
  if (head.some((row) => row.cells.length > rosterLimits.columns))
    return fail('roster.tooManyColumns', { file: file.name, limit: rosterLimits.columns })
  return succeed({
    file,
    encoding: encoding.value.encoding,
    found: encoding.value,
    encodingFound: chosen.encoding === null,
    separator,
    head,
    skippedLines: declared === undefined ? 0 : 1
  })
}

/**
 * The records of the whole table in batches of a size that takes a few milliseconds.
 *
 * @param onRead is told after each batch how much of the file has been taken, from 0 to 1
 */
export function* readRecords(
  table: Table,
  mayBreak?: (column: number) => boolean,
  onRead?: (share: number) => void
): Generator<RosterRecord[]> {
  const reader = new RecordReader(table.separator, mayBreak)
  const splitter = new LineSplitter()
  let taken = 0
  for (const text of decodeChunks(table.file.bytes, table.encoding)) {
    yield cut(splitter.push(text))
    taken += chunkBytes
    onRead?.(Math.min(1, taken / table.file.bytes.length))
  }
  yield [...cut(splitter.end()), ...reader.end()]

  function cut(lines: readonly Line[]): RosterRecord[] {
    const records: RosterRecord[] = []
    for (const line of lines) {
      if (line.number <= table.skippedLines) continue
      for (const record of reader.push(line)) records.push(record)
    }
    return records
  }
}

/**
 * Whether the row's characters cannot be trusted: it was pasted in from a file of another encoding, or encoded twice,
 * and would make names such as „MÃ¼ller“.
 */
export function isForeignRow(table: Table, record: Row): boolean {
  return table.encodingFound && readingsOf(record.raw).length > 1
}

function readHeadLines(bytes: Uint8Array, encoding: RosterEncoding): Line[] {
  const splitter = new LineSplitter()
  const lines: Line[] = []
  for (const text of decodeChunks(bytes.subarray(0, headBytes), encoding)) lines.push(...splitter.push(text))
  // The last line may be cut off by the probe's end; it counts only when it is all there is.
  if (bytes.length <= headBytes || lines.length === 0) lines.push(...splitter.end())
  return lines
}

function readHead(lines: readonly Line[], separator: RosterSeparator): Row[] {
  const reader = new RecordReader(separator)
  const rows: Row[] = []
  const keep = (records: readonly RosterRecord[]) => {
    for (const record of records) if (record.problem === null) rows.push(record)
  }
  for (const line of lines) {
    if (rows.length >= headRecords) break
    keep(reader.push(line))
  }
  if (rows.length < headRecords) keep(reader.end())
  return rows.slice(0, headRecords)
}

function withoutTitles(rows: readonly Row[]): readonly Row[] {
  return rows.slice(placeOfHeader(rows.map(({ cells }) => cells)))
}

/**
 * The separator under which the rows look most like a table: most of them equally wide, and the first one with
 * names of columns that are known.
 */
function findSeparator(lines: readonly Line[]): RosterSeparator {
  let best: RosterSeparator = ';'
  let bestScore = 0
  for (const separator of candidates) {
    const score = scoreOf(withoutTitles(readHead(lines, separator)))
    if (score <= bestScore) continue
    best = separator
    bestScore = score
  }
  return best
}

function scoreOf(rows: readonly Row[]): number {
  const [first] = rows
  if (first === undefined) return 0
  const widths = new Map<number, number>()
  for (const row of rows) widths.set(row.cells.length, (widths.get(row.cells.length) ?? 0) + 1)
  let width = 1
  let count = 0
  for (const [candidate, occurrences] of widths) {
    if (candidate === 1 || occurrences <= count) continue
    width = candidate
    count = occurrences
  }
  if (width === 1) return 0
  const evenness = count / rows.length
  return (
    evenness * evenness * Math.min(width, 6) +
    Object.keys(mapColumns(first.cells, commonColumnNames)).length * 2
  )
}
