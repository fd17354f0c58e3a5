import type { Rejection } from '../events'
import { singleLines, suretyWithoutName, type LogFormat, type Sink } from './format'
import { clockOf, type Clock } from './mapped/clock'
import { sticky, Template, type Bounds, type Part, type Shape } from './mapped/template'
import { addressOf, numberIn, textOf } from './text'
import { exact, type KnownTime } from './times'

/**
 * e2guardian with `logfileformat = 1` to `6` (5.3 knows no others). The filter checks no password itself, so its names are claims, also those of
 * requests that it let through. Not every 403 is a block: the reason says it. Nothing is escaped, and a name with a line break moves the columns
 * behind it: such a line has no status of three digits, and is rejected.
 */
interface Layout {
  readonly name: string
  /** `FIELD` stands for what is read, `*` for what is not, all else for itself. */
  readonly columns: string
  readonly time: Clock | 'seconds'
}

const text: Shape = { excludes: '', mayBeEmpty: true }
const word: Shape = { excludes: ' \t', mayBeEmpty: true }
const shapes: Readonly<Record<string, Shape>> = {
  USER: { excludes: '\t' },
  CLIENT: { end: sticky(/\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F:.]{2,45}/y), excludes: '' },
  WORD: word,
  URL: { excludes: ' \t' },
  METHOD: { end: sticky(/[A-Z-]{1,40}/y), excludes: '' },
  STATUS: { end: sticky(/\d{3}/y), excludes: '' },
  SIZE: { end: sticky(/\d{1,15}/y), excludes: '' },
  NUMBER: { end: sticky(/-?\d{1,15}/y), excludes: '' },
  PADDED: { end: sticky(/ {0,6}-?\d{1,15}/y), excludes: '' },
  RESULT: { end: sticky(/TCP_[A-Z_]{1,40}/y), excludes: '' },
  REASON: text,
  '*': text
}

const localClock = clockOf('%Y.%m.%d %H:%M:%S')
const secondsForm = /\d{1,12}\.\d{3}/y
const spaced = 'TIME USER CLIENT URL REASON METHOD SIZE NUMBER * NUMBER STATUS WORD WORD * * * * * *'
const tabbed = spaced.replaceAll(' ', '\t')
const protex =
  'TIME WORD USER CLIENT WORD URL METHOD STATUS SIZE * * * NUMBER * NUMBER REASON NUMBER * * NUMBER'.replaceAll(
    ' ',
    '\t'
  )

const layouts: readonly Layout[] = [
  { name: 'e2guardian', columns: protex, time: 'seconds' },
  {
    name: 'e2guardian-squid',
    columns: 'TIME PADDED CLIENT RESULT/STATUS SIZE METHOD URL USER DEFAULT_PARENT/WORD *',
    time: 'seconds'
  },
  ...(localClock === null
    ? []
    : [
        { name: 'e2guardian-tabs', columns: tabbed, time: localClock },
        { name: 'e2guardian-csv', columns: `"${spaced.replaceAll(' ', '","')}"`, time: localClock },
        { name: 'e2guardian-spaces', columns: spaced, time: localClock }
      ])
]

class LineOfFilter {
  private readonly template: Template
  private readonly places: ReadonlyMap<string, number>

  constructor(private readonly layout: Layout) {
    const parts: Part[] = []
    for (const [piece] of layout.columns.matchAll(/\*|[A-Z]+(?:_[A-Z]+)?|[^*A-Z]+/g)) {
      const shape = piece === 'TIME' ? timeShape(layout) : shapes[piece]
      parts.push(shape === undefined ? { literal: piece } : { name: piece, shape })
    }
    this.template = new Template(parts)
    this.places = new Map(parts.map((part, index) => ['literal' in part ? '' : (part.name ?? ''), index]))
  }

  timeOf(bytes: string): KnownTime | null {
    const end = timeShape(this.layout).end?.(bytes, this.layout.columns.indexOf('TIME')) ?? -1
    return end < 0 ? null : this.timeIn(bytes.slice(this.layout.columns.indexOf('TIME'), end))
  }

  read(bytes: string, offset: number, sink: Sink): Rejection | null {
    const known = this.timeOf(bytes)
    if (known === null) return 'timeUnreadable'
    const bounds = this.template.match(bytes)
    if (bounds === null) return 'columns'
    const value = (field: string): string | null => this.valueIn(bytes, bounds, field)
    const [user, client, url, method, status, size, reason, result] = [
      ...[value('USER'), value('CLIENT'), value('URL'), value('METHOD')],
      ...[value('STATUS'), value('SIZE'), value('REASON'), value('RESULT')]
    ]
    const all = [user, client, url, method, status, size, reason, result]
    if (all.includes(null)) return 'ambiguous'
    const address = addressOf(client ?? '')
    const person = user === '-' || user === '' || user == null ? null : textOf(user)
    const isRefused = /^(?:\*(?!DENIED)[A-Z]+\* )*\*DENIED\*/.test(reason ?? '') || result === 'TCP_DENIED'
    sink.event({
      act: isRefused ? 'webRefused' : 'webRequest',
      ...known,
      person,
      surety: person === null ? suretyWithoutName(address, null) : 'claimed',
      address,
      device: null,
      details: {
        ...{ method: method ?? '', url: textOf(url ?? ''), status: Number(status), bytes: Number(size) },
        ...(this.places.has('REASON') ? { reason: textOf(reason ?? '') } : { result: result ?? '' })
      },
      offset
    })
    return null
  }

  private timeIn(written: string): KnownTime | null {
    const { time } = this.layout
    if (time !== 'seconds') return time.read(written)
    const dot = written.indexOf('.')
    const known = numberIn(written, 0, dot) * 1000 + numberIn(written, dot + 1, written.length)
    return { time: known, timing: exact }
  }

  /** Empty: this format has no such column; null: nobody knows where it ends. */
  private valueIn(bytes: string, bounds: Bounds, field: string): string | null {
    const place = this.places.get(field)
    if (place === undefined) return ''
    const [from = -1, until = -1] = bounds.slice(place, place + 2)
    return from < 0 || until < 0 ? null : bytes.slice(from, until)
  }
}

function timeShape({ time }: Layout): Shape {
  return { end: sticky(time === 'seconds' ? secondsForm : time.form), excludes: '' }
}

export const e2guardianFormats: readonly LogFormat[] = layouts.map((layout) => {
  const reader = new LineOfFilter(layout)
  return {
    name: layout.name,
    namesRealm: true,
    timeOf: (bytes) => reader.timeOf(bytes),
    open: (sink) => singleLines((bytes, offset) => reader.read(bytes, offset, sink), sink)
  }
})
