import type { FailureCode } from '../../../../../contract/failures'
import type { LogEvent, Rejection } from '../../events'
import { singleLines, type LogFormat, type Sink } from '../format'
import { requestEvent } from '../squid'
import { macOf, numberIn, percentDecoded, textOf, unquoted } from '../text'
import { exactEnd, exactStart, localEnd, type KnownTime } from '../times'
import { parsedLogformat, type ParsedLogformat, type SquidColumn, type SquidField } from './squidCodes'
import { Template, type Bounds, type Part } from './template'

export const squidLogformatName = 'squid-logformat'

/**
 * Squid with a `logformat` of the school. Most codes are written as they are (5.7: also `%un` and headers, spaces, quotation marks and
 * all): a line that can be read in more than one way names nobody, and is rejected where not even the request is sure. `logs.logformatWrong`,
 * `logs.logformatWithoutTime`.
 */
export function squidLogformat(logformat: string): LogFormat | FailureCode {
  const parsed = parsedLogformat(logformat)
  if (parsed === null) return 'logs.logformatWrong'
  const reader = new LogformatReader(parsed)
  if (!reader.hasTime) return 'logs.logformatWithoutTime'
  return {
    name: squidLogformatName,
    namesRealm: true,
    timeOf: (bytes) => reader.timeOf(bytes),
    open: (sink) => singleLines((bytes, offset) => reader.read(bytes, offset, sink), sink)
  }
}

class LogformatReader {
  /** As Squid writes by default: no space stands in an address of a page. */
  private readonly usual: Template
  /** With `uri_whitespace allow` there may be some; null: it makes no difference. */
  private readonly doubtful: Template | null
  private readonly places = new Map<SquidField, { readonly index: number; readonly column: SquidColumn }[]>()

  constructor({ parts, columns }: ParsedLogformat) {
    for (const [index, column] of columns) {
      const { field } = column
      if (field !== null) this.places.set(field, [...(this.places.get(field) ?? []), { index, column }])
    }
    const isOpen = (part: Part): boolean =>
      'name' in part && part.name === 'url' && part.shape.end === undefined && part.shape.excludes === ''
    this.usual = new Template(
      parts.map((part) => (isOpen(part) && 'name' in part ? { ...part, shape: { excludes: ' ' } } : part))
    )
    this.doubtful = parts.some(isOpen) ? new Template(parts) : null
  }

  get hasTime(): boolean {
    return (['seconds', 'begin', 'clock'] as const).some((field) => this.places.has(field))
  }

  timeOf(bytes: string): KnownTime | null {
    const bounds = this.usual.match(bytes)
    return bounds === null ? null : this.timeIn(bytes, bounds)
  }

  read(bytes: string, offset: number, sink: Sink): Rejection | null {
    const bounds = this.usual.match(bytes)
    if (bounds === null) return 'malformed'
    const known = this.timeIn(bytes, bounds)
    if (known === null) return 'timeUnreadable'
    const value = (field: SquidField): string | null => this.valueIn(bytes, bounds, field)
    const [method, url, status] = [value('method'), value('url'), value('status')]
    if (method === null || url === null || status === null) return 'ambiguous'
    // A connection that was closed before it asked for anything.
    if (method === '-') return null
    const user = this.userIn(bytes, bounds)
    const mac = macOf(value('mac') ?? '')
    const size = this.numberOf(value('size'))
    const event: LogEvent = requestEvent({
      ...known,
      ...{ offset, method, url: textOf(url) },
      elapsed: this.numberOf(value('elapsed')),
      client: value('client') ?? '',
      result: value('result') ?? '',
      status: this.numberOf(status),
      size: Math.max(0, size),
      person: user.name,
      isProved: user.isProved && status !== '' && status !== '407'
    })
    // Squid sees the hardware address of who is in its own network alone, and writes zeros otherwise.
    const device = mac === '00:00:00:00:00:00' ? null : mac
    sink.event(
      device === null
        ? event
        : { ...event, device, surety: event.surety === 'unknown' ? 'device' : event.surety }
    )
    return null
  }

  private timeIn(bytes: string, bounds: Bounds): KnownTime | null {
    const begin = this.textIn(bytes, bounds, 'begin')
    const seconds = this.textIn(bytes, bounds, 'seconds')
    if (seconds !== null) {
      const thousandths = this.numberOf(this.textIn(bytes, bounds, 'thousandths'))
      return { time: Number(seconds) * 1000 + Math.max(0, thousandths), timing: exactEnd }
    }
    if (begin !== null) return { time: Math.round(Number(begin) * 1000), timing: exactStart }
    const clock = this.places.get('clock')?.[0]?.column.clock
    const written = this.textIn(bytes, bounds, 'clock')
    const known = written === null ? null : (clock?.read(written) ?? null)
    if (known === null) return null
    const thousandths = Math.max(0, this.numberOf(this.textIn(bytes, bounds, 'thousandths')))
    return { time: known.time + thousandths, timing: known.timing.zone === 'written' ? exactEnd : localEnd }
  }

  /** The name that Squid has checked, else one that it has not; a name that is cut, or that has no sure border, is none. */
  private userIn(
    bytes: string,
    bounds: Bounds
  ): { readonly name: string | null; readonly isProved: boolean } {
    const none = { name: null, isProved: false }
    for (const field of ['user', 'otherUser'] as const) {
      for (const { index, column } of this.places.get(field) ?? []) {
        const written = partOf(bytes, bounds, index)
        if (written === null) return none
        const name = textOf(decoded(written, column))
        if (written === '-' || name === '') continue
        if (column.most !== null && name.length >= column.most) return none
        const isProved = field === 'user' && !written.includes(' ') && this.isSure(bytes, index)
        return { name, isProved }
      }
    }
    return none
  }

  /** Whether the borders of a part are the same if a space could stand in an address. */
  private isSure(bytes: string, index: number): boolean {
    if (this.doubtful === null) return true
    const bounds = this.doubtful.match(bytes)
    return bounds !== null && partOf(bytes, bounds, index) !== null
  }

  /** The first column of a field, decoded; empty: the format has none, null: nobody knows. */
  private valueIn(bytes: string, bounds: Bounds, field: SquidField): string | null {
    const place = this.places.get(field)?.[0]
    if (place === undefined) return ''
    const written = partOf(bytes, bounds, place.index)
    return written === null ? null : decoded(written, place.column)
  }

  /** The same; null: there is none, or nobody knows. */
  private textIn(bytes: string, bounds: Bounds, field: SquidField): string | null {
    return this.places.has(field) ? this.valueIn(bytes, bounds, field) : null
  }

  /** -1: none. */
  private numberOf(written: string | null): number {
    return written === null ? -1 : numberIn(written, 0, written.length)
  }
}

/** null: it can be read in more than one way. */
function partOf(bytes: string, bounds: Bounds, index: number): string | null {
  const [from = -1, until = -1] = bounds.slice(index, index + 2)
  // What fills up the width of a column.
  return from < 0 || until < 0 ? null : bytes.slice(from, until).trim()
}

function decoded(written: string, { encoding }: SquidColumn): string {
  if (encoding === '"') return unquoted(written)
  if (encoding === '[') return percentDecoded(written.replaceAll('\\\\', '\\'))
  if (encoding === '#') return percentDecoded(written)
  if (encoding !== '/') return written
  const isQuoted = written.length > 1 && written.startsWith('"') && written.endsWith('"')
  return unquoted(isQuoted ? written.slice(1, -1) : written)
}
