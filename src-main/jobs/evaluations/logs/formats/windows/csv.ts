import type { Rejection } from '../../events'
import { cellsOf } from '../cells'
import type { LineReader, LogFormat, Sink } from '../format'
import { textOf } from '../text'
import { isoTime, local, type KnownTime } from '../times'
import { RowCutter } from './cutting'
import { ownsRealm, WindowsReader } from './events'
import { dataOfMessage, type DataReader } from './message'
import { wantedIds } from './record'

/**
 * Events as CSV: `Get-WinEvent | Export-Csv`, Event Viewer's "Save as CSV" in English and German, or with the names of data as
 * columns. Most have their data only in the text that Windows shows for the event.
 */
export const windowsCsv: LogFormat = {
  name: 'windows-csv',
  namesRealm: ownsRealm,
  cut: (taker) => new RowCutter(taker),
  open: (sink) => new CsvReader(sink)
}

/** What columns are called, in small letters. */
const columnNames = {
  id: ['id', 'eventid', 'event id', 'ereignis-id'],
  time: ['timecreated', 'eventtime', 'date and time', 'datum und uhrzeit'],
  provider: ['providername', 'sourcename', 'source', 'quelle'],
  channel: ['logname', 'channel'],
  computer: ['machinename', 'computer', 'hostname'],
  message: ['message']
} as const
type Column = keyof typeof columnNames

interface Header {
  readonly delimiter: string
  /** In the order of the columns, in small letters. */
  readonly names: readonly string[]
  readonly places: Readonly<Record<Column, number>>
}

class CsvReader implements LineReader {
  private readonly reader: WindowsReader
  private header: Header | null = null

  constructor(private readonly sink: Sink) {
    this.reader = new WindowsReader(sink)
  }

  line(bytes: string, offset: number): void {
    const rejection = this.readRow(bytes.endsWith('\r') ? bytes.slice(0, -1) : bytes, offset)
    if (rejection !== null) this.sink.rejected(rejection, offset, 1)
  }

  end(): void {
    // The next file has a header of its own.
    this.header = null
  }

  forget(): void {
    this.reader.forget()
  }

  private readRow(bytes: string, offset: number): Rejection | null {
    if (bytes === '') return 'empty'
    const text = textOf(bytes)
    if (this.header === null) {
      // Windows PowerShell writes the type of its objects above them.
      this.header = text.startsWith('#TYPE ') ? null : headerOf(text)
      if (this.header === null && !text.startsWith('#TYPE ')) return 'malformed'
      this.sink.parsed(1)
      return null
    }
    const cells = cellsOf(text, this.header.delimiter)
    if (cells === null) return 'malformed'
    return this.readCells(cells, this.header, offset)
  }

  private readCells(cells: readonly string[], header: Header, offset: number): Rejection | null {
    const { names, places } = header
    const cell = (column: Column): string => cells[places[column]] ?? ''
    // Event Viewer gives the message no name.
    const isUnnamed = places.message < 0 && cells.length === names.length + 1
    if (cells.length !== names.length && !isUnnamed) return 'columns'
    const id = cell('id')
    if (!/^\d{1,9}$/.test(id)) return 'malformed'
    const eventId = Number(id)
    const message = isUnnamed ? (cells.at(-1) ?? '') : cell('message')
    const said: DataReader | null = wantedIds.has(eventId) ? dataOfMessage(eventId, message) : () => null
    if (said === null) return 'ambiguous'
    const provider = cell('provider')
    this.reader.read(
      {
        eventId,
        // What Event Viewer calls it.
        provider: /^Microsoft Windows security auditing\.?$/i.test(provider)
          ? 'Microsoft-Windows-Security-Auditing'
          : provider,
        channel: cell('channel'),
        computer: cell('computer'),
        time: timeOf(cell('time')),
        data(name) {
          const place = names.indexOf(name.toLowerCase())
          return place < 0 ? said(name) : (cells[place] ?? null)
        }
      },
      offset
    )
    return null
  }
}

function headerOf(text: string): Header | null {
  for (const delimiter of [',', ';', '\t']) {
    const names = cellsOf(text, delimiter)?.map((name) => name.trim().toLowerCase()) ?? []
    const placeOf = (column: Column): number =>
      names.findIndex((name) => (columnNames[column] as readonly string[]).includes(name))
    const places = {
      ...{ id: placeOf('id'), time: placeOf('time'), provider: placeOf('provider') },
      ...{ channel: placeOf('channel'), computer: placeOf('computer'), message: placeOf('message') }
    }
    if (places.id >= 0 && places.time >= 0) return { delimiter, names, places }
  }
  return null
}

/**
 * ISO, or as Windows writes dates in German and in American English: local time. `01/02/2026` without AM or PM may be either day or
 * month first, which nobody guesses.
 */
function timeOf(text: string): KnownTime | null {
  const german = /^(\d\d?)\.(\d\d?)\.(\d{4}) (\d\d?):(\d\d):(\d\d)$/.exec(text)
  if (german !== null) {
    const [, day = '', month = '', year = '', hour = '', minute = '', second = ''] = german
    return localTime([year, month, day], [hour, minute, second])
  }
  const american = /^(\d\d?)\/(\d\d?)\/(\d{4}) (\d\d?):(\d\d):(\d\d)\s([AP])M$/.exec(text)
  if (american === null) return isoTime(text)
  const [, month = '', day = '', year = '', hour = '', minute = '', second = '', half] = american
  return localTime(
    [year, month, day],
    [String((Number(hour) % 12) + (half === 'P' ? 12 : 0)), minute, second]
  )
}

function localTime(date: readonly string[], clock: readonly string[]): KnownTime | null {
  const two = (part: string): string => part.padStart(2, '0')
  const known = isoTime(`${date.map(two).join('-')} ${clock.map(two).join(':')}`)
  return known === null ? null : { time: known.time, timing: local }
}
