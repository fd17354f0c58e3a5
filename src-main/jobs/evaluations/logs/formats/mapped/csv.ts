import type { FailureCode } from '../../../../../contract/failures'
import { csvFields, type CsvField, type CsvMapping } from '../../../../../contract/logMappings'
import type { Act, Rejection } from '../../events'
import { cellsOf } from '../cells'
import { suretyWithoutName, type LineReader, type LogFormat, type Sink } from '../format'
import { addressOf, macOf, numberIn, textOf } from '../text'
import { exact, isoTime, type KnownTime } from '../times'
import { RowCutter } from '../windows/cutting'
import { clockOf } from './clock'

/**
 * A table of the school's own, row by row; its rows may hold line breaks between quotation marks. Nobody knows how whoever wrote it came to its
 * names, so that each is a claim. `logs.csvTimeWrong`, `logs.csvColumnWrong`.
 */
export function csv(mapping: CsvMapping): LogFormat | FailureCode {
  const readTime = timeReader(mapping.time)
  if (readTime === null) return 'logs.csvTimeWrong'
  if (!mapping.header && csvFields.some((field) => !isNumber(mapping.columns[field])))
    return 'logs.csvColumnWrong'
  const used = csvFields.map((field) => mapping.columns[field]).filter((column) => column !== null)
  if (new Set(used).size < used.length) return 'logs.csvColumnWrong'
  return {
    name: 'csv',
    cut: (taker) => new RowCutter(taker),
    open: (sink) => new TableReader(sink, mapping, readTime)
  }
}

function isNumber(column: string | null): boolean {
  return column === null || /^[1-9]\d{0,2}$/.test(column)
}

type TimeReader = (text: string) => KnownTime | null

/** null: it does not say day and time without doubt. */
function timeReader(form: string): TimeReader | null {
  if (form === 'iso') return isoTime
  if (form === 'seconds' || form === 'milliseconds') {
    const factor = form === 'seconds' ? 1000 : 1
    return (text) => {
      const [, whole = '', fraction = ''] = /^(\d{1,15})(?:\.(\d{1,9}))?$/.exec(text) ?? []
      const number = numberIn(whole, 0, whole.length)
      const time = number * factor + Math.trunc(Number(`0.${fraction || '0'}`) * factor)
      // Beyond it there is no date.
      return number < 0 || time > 8.64e15 ? null : { time, timing: exact }
    }
  }
  const clock = clockOf(form)
  return clock === null ? null : (text) => clock.read(text)
}

/** Where each field stands; -1: nowhere. `width`: how many columns a row has. */
interface Places extends Readonly<Record<CsvField, number>> {
  readonly width: number
}

class TableReader implements LineReader {
  private places: Places | null = null
  private readonly acts: ReadonlyMap<string, Act>

  constructor(
    private readonly sink: Sink,
    private readonly mapping: CsvMapping,
    private readonly readTime: TimeReader
  ) {
    this.acts = new Map(mapping.acts.map(({ word, act }) => [word.toLowerCase(), act]))
  }

  line(bytes: string, offset: number): void {
    const rejection = this.readRow(bytes.endsWith('\r') ? bytes.slice(0, -1) : bytes, offset)
    if (rejection === null) this.sink.parsed(1)
    else this.sink.rejected(rejection, offset, 1)
  }

  end(): void {
    // The next file has a header of its own.
    this.places = null
  }

  forget(): void {
    // No row says anything about the next one.
  }

  private readRow(bytes: string, offset: number): Rejection | null {
    if (bytes === '') return 'empty'
    const cells = cellsOf(textOf(bytes), this.mapping.delimiter)
    if (cells === null) return 'malformed'
    if (this.places === null) {
      const places = this.placesIn(cells)
      if (places === null) return 'columns'
      this.places = places
      if (this.mapping.header) return null
    }
    const { places } = this
    if (cells.length !== places.width) return 'columns'
    const cell = (field: CsvField): string => cells[places[field]]?.trim() ?? ''
    const known = this.readTime(cell('time'))
    if (known === null) return 'timeUnreadable'
    const act = this.acts.get(cell('act').toLowerCase()) ?? this.mapping.otherwise
    if (act === null) {
      this.sink.time?.(known)
      return null
    }
    const person = cell('person')
    const address = addressOf(cell('address'))
    const device = macOf(cell('device')) ?? (cell('device') || null)
    const isNobody = person === '' || person === '-'
    this.sink.event({
      act,
      ...known,
      person: isNobody ? null : person,
      surety: isNobody ? suretyWithoutName(address, device) : 'claimed',
      ...{ address, device, offset },
      details: detailsOf(places, cell)
    })
    return null
  }

  /** null: a column is not there, or a name stands above two. */
  private placesIn(cells: readonly string[]): Places | null {
    const { header, columns } = this.mapping
    const names = cells.map((name) => name.trim().toLowerCase())
    const placeOf = (field: CsvField): number => {
      const column = columns[field]
      if (column === null) return -1
      if (!header) return Number(column) - 1
      const name = column.toLowerCase()
      return names.indexOf(name) === names.lastIndexOf(name) ? names.indexOf(name) : -1
    }
    const found = csvFields.map((field) => [field, placeOf(field)] as const)
    const isMissing = ([field, place]: readonly [CsvField, number]): boolean =>
      columns[field] !== null && (place < 0 || place >= cells.length)
    if (found.some(isMissing)) return null
    return { ...(Object.fromEntries(found) as Record<CsvField, number>), width: cells.length }
  }
}

/** What a table says beside who, when and from where, as far as it has such columns. */
function detailsOf(places: Places, cell: (field: CsvField) => string): Record<string, string | number> {
  const details: Record<string, string | number> = {}
  for (const field of ['url', 'path'] as const) if (places[field] >= 0) details[field] = cell(field)
  for (const field of ['bytes', 'status'] as const) {
    const number = places[field] < 0 ? -1 : numberIn(cell(field), 0, cell(field).length)
    if (number >= 0) details[field] = number
  }
  return details
}
