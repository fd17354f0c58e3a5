import type { CellObject, DenseWorkSheet, WorkBook } from '@e965/xlsx'
import { fail, succeed, type Result } from '../../../../contract/result'
import type { RosterNotice } from '../../../../contract/rosterNotices'
import type { Breath } from '../../../../core/cooperation'
import { looksLikeHeader } from '../headers'
import { rosterLimits } from '../limits'
import type { RosterFile } from '../types'
import { MadeTable, type ReadSource } from './madeTable'

interface Row {
  /** From 1, as the spreadsheet counts. */
  readonly number: number
  readonly cells: readonly string[]
}

interface Sheet {
  readonly name: string
  readonly rows: readonly Row[]
  /** The first cell (`C5`) with a formula whose value the file does not hold; null: there is none. */
  readonly withoutValue: string | null
}

/** Rows at the top among which a header is looked for: titles may stand above it. */
const headerRows = 20

/**
 * The first sheet of a spreadsheet (.xlsx, .ods) that has a header, else the first that is not empty, as a table: ids that
 * are texts stay so, zeros that a number format shows (`00000`) are kept, days become `YYYY-MM-DD` whatever their format.
 * Sheets that are not read are named. The archive was unpacked before, so that its sizes are known to be true.
 *
 * Fails with `roster.spreadsheet` where the file is none that can be read, `roster.formulaWithoutValue`,
 * `roster.tooManyRows`.
 */
export async function readWorkbook(file: RosterFile, breath: Breath): Promise<Result<ReadSource>> {
  const book = await open(file)
  if (book === null) return fail('roster.spreadsheet', { file: file.name })
  await breath()
  const sheets = book.SheetNames.map((name) => sheetOf(name, book)).filter(({ rows }) => rows.length > 0)
  const sheet =
    sheets.find(({ rows }) => rows.slice(0, headerRows).some(({ cells }) => looksLikeHeader(cells))) ??
    sheets[0]
  if (sheet === undefined) return fail('roster.emptyFile', { file: file.name })
  if (sheet.withoutValue !== null)
    return fail('roster.formulaWithoutValue', {
      file: file.name,
      sheet: sheet.name,
      cell: sheet.withoutValue
    })
  if (sheet.rows.length > rosterLimits.rows)
    return fail('roster.tooManyRows', { file: file.name, limit: rosterLimits.rows })
  const table = new MadeTable()
  for (const { number, cells } of sheet.rows) table.add(number, cells)
  const others = sheets.filter((other) => other !== sheet).map(({ name }) => name)
  const notices: RosterNotice[] =
    others.length === 0
      ? []
      : [{ code: 'sheetsNotRead', parameters: { sheet: sheet.name, sheets: others.join(', ') } }]
  return succeed({ file: table.toFile(file.name), notices })
}

/** null: the file is no spreadsheet that can be read. */
async function open(file: RosterFile): Promise<WorkBook | null> {
  // A megabyte of program that only spreadsheets need.
  const { read } = await import('@e965/xlsx')
  try {
    return read(file.bytes, {
      type: 'array',
      // With the parts of a day as the file has them: a school's clock is not the file's.
      cellDates: true,
      UTC: true,
      cellNF: true,
      // A formula without a value would else read as an empty cell.
      sheetStubs: true,
      cellHTML: false,
      dense: true
    })
  } catch {
    return null
  }
}

function sheetOf(name: string, book: WorkBook): Sheet {
  const data = (book.Sheets[name] as DenseWorkSheet | undefined)?.['!data'] ?? []
  const rows: Row[] = []
  let withoutValue: string | null = null
  // Rows and cells that the file does not have are left out of the loops: a sheet may end in row 1,048,576.
  data.forEach((row: readonly CellObject[] | undefined, index) => {
    const cells: string[] = []
    row?.forEach((cell: CellObject | undefined, column) => {
      if (cell === undefined) return
      if (cell.t === 'z' && cell.f !== undefined)
        withoutValue ??= `${columnLetters(column)}${String(index + 1)}`
      const text = textOf(cell)
      if (text !== '') cells[column] = text
    })
    if (cells.length > 0)
      rows.push({ number: index + 1, cells: Array.from(cells, (text: string | undefined) => text ?? '') })
  })
  return { name, rows, withoutValue }
}

/** A cell as a person would write it into a list. */
function textOf({ t, v, w, z }: CellObject): string {
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
