import { basename } from 'node:path'
import type { ParsedInput } from '../../../contract/operations'
import { cellForms, type CellForm, type SourcePreview } from '../../../contract/orders'
import { succeed, type Result } from '../../../contract/result'
import type { LogFiles } from '../../../world/logs/port'
import { filesOf } from '../evidence/sourceFiles'
import { askedFormat } from '../logs'
import { cellsOf } from '../logs/formats/cells'
import { addressOf, macOf, textOf } from '../logs/formats/text'
import { isoTime } from '../logs/formats/times'
import { RowCutter } from '../logs/formats/windows/cutting'
import { beginningBytes, PartReading } from '../logs/partReading'
import { orderParts } from '../logs/rotation'
import { Tally } from '../logs/tally'

/** As many rows say what a column looks like. */
const mostRows = 200
const mostColumns = 50

/** Thrown when enough was read. */
class Enough extends Error {}

/**
 * What can be read of the beginning of a source's newest file, in numbers, and what the columns of a table look like. Nobody has ordered
 * anything yet, so that nothing of the content is answered: names of columns alone, and only where they are none of a row (P19). What is
 * wrong with the mapping; `application.fileNotReadable`, `logs.compressionUnknown`.
 */
export async function previewSource(
  logs: LogFiles,
  { path, format, mapping, table }: ParsedInput<'logSources.preview'>
): Promise<Result<SourcePreview>> {
  const asked = mapping === undefined && table !== null ? succeed(null) : askedFormat({ format, mapping })
  if (!asked.ok) return asked
  const nothing: SourcePreview = { file: null, lines: 0, parsed: 0, events: 0, named: 0, columns: [] }
  const file = orderParts(await filesOf(logs, { path }))[0]?.at(-1)?.file
  if (file === undefined) return succeed(nothing)
  const opened = await logs.open(file)
  if (!opened.ok) return opened
  const beginning = await beginningOf((take) => opened.value.read(take))
  const tally = new Tally()
  const isCounted = table === null || mapping !== undefined
  if (isCounted) {
    const reading = new PartReading(asked.value, null, opened.value.changedAt, tally)
    reading.take(beginning)
    reading.end()
  }
  const { proved, claimed, address, device, unknown } = tally.persons
  return succeed({
    file: basename(file),
    // The last one ends where the beginning does.
    lines: tally.parsedLines + tally.rejectedLines - (tally.rejections.get('cutOff')?.lines ?? 0),
    parsed: tally.parsedLines,
    events: proved + claimed + address + device + unknown,
    named: proved + claimed,
    columns: table === null ? [] : columnsOf(rowsOf(beginning, table.delimiter), table.header)
  })
}

async function beginningOf(
  read: (take: (bytes: Uint8Array) => void) => Promise<unknown>
): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let bytes = 0
  await read((piece) => {
    pieces.push(Buffer.from(piece))
    bytes += piece.length
    if (bytes >= beginningBytes) throw new Enough()
  }).catch((error: unknown) => {
    if (!(error instanceof Enough)) throw error
  })
  return Buffer.concat(pieces).subarray(0, beginningBytes)
}

function rowsOf(beginning: Uint8Array, delimiter: string): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = []
  const cutter = new RowCutter({
    line(bytes) {
      const cells = rows.length < mostRows ? cellsOf(textOf(bytes.replace(/\r$/, '')), delimiter) : null
      if (cells !== null) rows.push(cells.slice(0, mostColumns))
    },
    tooLong: () => undefined,
    block: () => undefined
  })
  cutter.take(beginning)
  return rows
}

function columnsOf(rows: readonly (readonly string[])[], hasHeader: boolean): SourcePreview['columns'] {
  const [first = []] = rows
  const cells = hasHeader ? rows.slice(1) : rows
  const names = hasHeader && areNames(first, cells) ? first : null
  return first.map((_, index) => {
    const forms = cells.map((row) => formOf(row[index] ?? ''))
    return {
      name: names?.[index]?.trim() ?? null,
      forms: cellForms
        .map((form) => ({ form, count: forms.filter((one) => one === form).length }))
        .filter(({ count }) => count > 0)
    }
  })
}

/** A word or two without any digit: what a column is called. */
const namePattern = /^\p{L}[\p{L}\p{M} _()/-]{0,39}$/u

/**
 * Whether the first row is one of names and not of somebody's acts: words without digits, over a column in which all that follows are
 * times or numbers, as every log has one. A table that is another way shows no names; whoever knows them types them.
 */
function areNames(row: readonly string[], others: readonly (readonly string[])[]): boolean {
  if (!row.every((cell) => namePattern.test(cell.trim())) || new Set(row).size !== row.length) return false
  return row.some((_, index) => {
    const forms = others.map((cells) => formOf(cells[index] ?? '')).filter((form) => form !== 'empty')
    return forms.length > 0 && forms.every((form) => form === 'time' || form === 'number')
  })
}

function formOf(cell: string): CellForm {
  const text = cell.trim()
  if (text === '' || text === '-') return 'empty'
  if (macOf(text) !== null && /[-:.]/.test(text)) return 'device'
  if (addressOf(text) !== null) return 'address'
  if (isoTime(text) !== null || /^\d{1,4}[./-]\w{1,3}[./-]\d{2,4}[ T:]\d{1,2}:\d\d/.test(text)) return 'time'
  return /^-?\d+(?:[.,]\d+)?$/.test(text) ? 'number' : 'text'
}
