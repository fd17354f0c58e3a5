import { fail, succeed, type Result } from '../../../../contract/result'
import type { RosterNotice } from '../../../../contract/rosterNotices'
import type { Breath } from '../../../../core/cooperation'
import { looksLikeHeader } from '../headers'
import { rosterLimits } from '../limits'
import type { RosterFile } from '../types'
import { MadeTable, type ReadSource } from './madeTable'
import { SpreadsheetThread, SpreadsheetTooLarge, type RawCell, type RawRow } from './spreadsheetThread'

interface Row {
  /** From 1, as the spreadsheet counts. */
  readonly number: number
  readonly cells: readonly string[]
}

/** Rows at the top among which a header is looked for: titles may stand above it. */
const headerRows = 20

/**
 * The first sheet of a spreadsheet (.xlsx, .ods) that has a header, else the first that is not empty, as a table: ids that
 * are texts stay so, zeros that a number format shows (`00000`) are kept, days become `YYYY-MM-DD` whatever their format.
 * Sheets that are not read are named. The archive was unpacked before, so that its sizes are known to be true.
 *
 * Fails with `roster.spreadsheet` where the file is none that can be read, `roster.spreadsheetTooLarge`,
 * `roster.formulaWithoutValue`, `roster.tooManyRows`. Throws the signal's reason.
 */
export async function readWorkbook(
  file: RosterFile,
  breath: Breath,
  signal?: AbortSignal
): Promise<Result<ReadSource>> {
  const thread = new SpreadsheetThread(file.bytes, signal)
  try {
    return await readSheets(file, thread, breath)
  } catch (error) {
    if (error instanceof SpreadsheetTooLarge) return fail('roster.spreadsheetTooLarge', { file: file.name })
    throw error
  } finally {
    await thread.close()
  }
}

async function readSheets(
  file: RosterFile,
  thread: SpreadsheetThread,
  breath: Breath
): Promise<Result<ReadSource>> {
  const names = await thread.sheets()
  if (names === null) return fail('roster.spreadsheet', { file: file.name })
  const sheets: Sheet[] = []
  for (const [index, name] of names.entries()) {
    const sheet = new Sheet(index, name)
    await sheet.read(thread, breath, headerRows)
    if (sheet.rows.length > 0) sheets.push(sheet)
  }
  const sheet =
    sheets.find(({ rows }) => rows.slice(0, headerRows).some(({ cells }) => looksLikeHeader(cells))) ??
    sheets[0]
  if (sheet === undefined) return fail('roster.emptyFile', { file: file.name })
  await sheet.read(thread, breath, rosterLimits.rows + 1)
  const { withoutValue, rows } = sheet
  if (withoutValue !== null)
    return fail('roster.formulaWithoutValue', { file: file.name, sheet: sheet.name, cell: withoutValue })
  if (rows.length > rosterLimits.rows)
    return fail('roster.tooManyRows', { file: file.name, limit: rosterLimits.rows })
  const table = new MadeTable()
  for (const { number, cells } of rows) {
    const pause = breath()
    if (pause !== undefined) await pause
    table.add(number, cells)
  }
  const others = sheets.filter((other) => other !== sheet).map(({ name }) => name)
  const notices: RosterNotice[] =
    others.length === 0
      ? []
      : [{ code: 'sheetsNotRead', parameters: { sheet: sheet.name, sheets: others.join(', ') } }]
  return succeed({ file: table.toFile(file.name), notices })
}

/** A sheet as far as it was read; rows without text are left out. */
class Sheet {
  readonly rows: Row[] = []
  /** The first cell (`C5`) with a formula whose value the file does not hold; null: there is none. */
  withoutValue: string | null = null
  private atEnd = false

  constructor(
    private readonly index: number,
    readonly name: string
  ) {}

  /** Reads on until there are so many rows, or the sheet ends. */
  async read(thread: SpreadsheetThread, breath: Breath, rows: number): Promise<void> {
    while (!this.atEnd && this.rows.length < rows) {
      const batch = await thread.next(this.index)
      this.atEnd = batch.length === 0
      for (const row of batch) {
        const pause = breath()
        if (pause !== undefined) await pause
        this.take(row)
      }
    }
  }

  private take([place, raw]: RawRow): void {
    const cells: string[] = []
    for (const [column, cell] of raw) {
      if (cell.t === 'z' && cell.f !== undefined)
        this.withoutValue ??= `${columnLetters(column)}${String(place + 1)}`
      const text = textOf(cell)
      if (text !== '') cells[column] = text
    }
    // Cells that the file does not have are holes.
    if (cells.length > 0)
      this.rows.push({
        number: place + 1,
        cells: Array.from(cells, (text: string | undefined) => text ?? '')
      })
  }
}

/** A cell as a person would write it into a list. */
function textOf({ t, v, w, z }: RawCell): string {
  if (v === undefined || t === 'z') return ''
  if (v instanceof Date) return dayOf(v, String(z ?? ''))
  if (typeof v === 'boolean') return v ? 'ja' : 'nein'
  if (typeof v === 'string') return v.trim()
  // What an error shows as (`#N/A`), and the zeros that a format puts before a number.
  if (t === 'e' || /^0+$/u.test(typeof z === 'string' ? z : '') || !isExact(v)) return w ?? String(v)
  // LibreOffice says what it shows, not by which format.
  return w !== undefined && /^0\d+$/u.test(w) ? w : String(v)
}

/** A number with more digits than a spreadsheet keeps shows rounded, and is refused as an id. */
function isExact(value: number): boolean {
  return !Number.isInteger(value) || Number.isSafeInteger(value)
}

const months = ['Jan', 'Feb', 'Mrz', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez']

/** A day; one that is shown without its year is what a spreadsheet has made of a class such as „5.1“. */
function dayOf(day: Date, format: string): string {
  if (Number.isNaN(day.getTime())) return '#####'
  if (/[dm]/iu.test(format) && !/y/iu.test(format) && !/[hs]/iu.test(format))
    return `${String(day.getUTCDate()).padStart(2, '0')}. ${months[day.getUTCMonth()] ?? ''}`
  const [date = '', time = ''] = day.toISOString().split('T')
  return time.startsWith('00:00:00') ? date : `${date} ${time.slice(0, 8)}`
}

function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : `${columnLetters(Math.floor(column / 26) - 1)}${letter}`
}
