import type { Rejection } from '../events'
import { singleLines, type LineReader, type LogFormat } from './format'
import { jsonObjectOf } from './json'
import { dispatcher } from './programs'
import type { MessageReader } from './programs/program'
import { own } from './text'
import { exact } from './times'

/** `journalctl -o json`: an object a line. */
export const journalJson: LogFormat = {
  name: 'journal-json',
  selfDelimiting: true,
  carriesOthers: true,
  joins: true,
  timeOf(bytes) {
    const stamp = fieldOf(jsonObjectOf(bytes)?.value('__REALTIME_TIMESTAMP'))
    return typeof stamp === 'string' && /^\d{1,17}$/.test(stamp)
      ? { time: Math.floor(Number(stamp) / 1000), timing: exact }
      : null
  },
  open(sink): LineReader {
    const reader = dispatcher(sink)
    const read = (bytes: string, offset: number): Rejection | null => {
      const entry = jsonObjectOf(bytes)
      if (entry === null) return 'malformed'
      return readEntry(reader, (name) => fieldOf(entry.value(name)), offset)
    }
    return { ...singleLines(read, sink), forget: () => reader.forget() }
  }
}

/** journalctl has written `null` for a long value (`--all` writes it). */
const leftOut = Symbol('left out')
/** The value of a field as a string of bytes; null: there is none. */
type Field = string | typeof leftOut | null

function fieldOf(value: unknown): Field {
  if (value === undefined) return null
  if (value === null) return leftOut
  if (typeof value === 'string') return Buffer.from(value, 'utf8').toString('latin1')
  if (!Array.isArray(value)) return null
  const members: readonly unknown[] = value
  // Numbers are bytes; texts are a field that stands twice, of which nobody can say which counts.
  const bytes = members.filter((member): member is number => typeof member === 'number')
  return bytes.length === members.length ? Buffer.from(bytes).toString('latin1') : null
}

/** Ordinary users begin there; a line under a service's name that one of them has written is none of the service's. */
const firstOrdinaryUser = 1000

/** Reads the message of one entry; `field` answers the value of a field of the journal. */
export function readEntry(
  reader: MessageReader,
  field: (name: string) => Field,
  offset: number
): Rejection | null {
  const text = field('MESSAGE')
  const identifier = field('SYSLOG_IDENTIFIER') ?? field('_COMM')
  const stamp = field('__REALTIME_TIMESTAMP')
  if (typeof stamp !== 'string' || !/^\d{1,17}$/.test(stamp)) return 'timeUnreadable'
  if (text === leftOut || identifier === leftOut) return 'valueLeftOut'
  if (text === null || identifier === null) return 'malformed'
  // smbd writes as the person whose files it serves; where its program lies nobody else can choose.
  const user = field('_UID')
  const program = field('_EXE')
  const isOrdinary = typeof user === 'string' && Number(user) >= firstOrdinaryUser
  const isInstalled = typeof program === 'string' && program.startsWith('/usr/sbin/')
  if (isOrdinary && !isInstalled) return 'untrustedWriter'
  const host = field('_HOSTNAME')
  const process = field('_PID') ?? field('SYSLOG_PID')
  return reader.read({
    ...{ time: Math.floor(Number(stamp) / 1000), timing: exact, program: identifier, text, offset },
    source: own(`${typeof host === 'string' ? host : ''}/${typeof process === 'string' ? process : ''}`)
  })
}
