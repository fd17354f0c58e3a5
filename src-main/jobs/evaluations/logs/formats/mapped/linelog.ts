import type { FailureCode } from '../../../../../contract/failures'
import type { LogMapping } from '../../../../../contract/logMappings'
import type { LogEvent, Rejection } from '../../events'
import { singleLines, suretyWithoutName, type LogFormat, type Sink } from '../format'
import { addressOf, macOf, numberIn, textOf, unquoted } from '../text'
import { exactReceived, localReceived, type KnownTime } from '../times'
import { clockOf, type Clock } from './clock'
import { sticky, withBytes, Template, type Bounds, type Part, type Shape } from './template'

export const linelogName = 'freeradius-linelog'

type Messages = Extract<LogMapping, { readonly format: typeof linelogName }>['messages']
type RadiusAct = Messages[number]['act']

/**
 * FreeRADIUS's rlm_linelog with messages of the school. Nothing is escaped in it (3.2.1): a name with a line break writes a line of its own,
 * which nobody can tell from a true one, so that everything here is a claim. Messages as shipped have no time: `timeUnreadable`.
 * `logs.messageWrong`, `logs.messageWithoutTime`.
 */
export function linelog(messages: Messages): LogFormat | FailureCode {
  const readers: MessageReader[] = []
  for (const { act, words } of messages) {
    const reader = messageReader(act, words)
    if (reader === null) return 'logs.messageWrong'
    if (!reader.hasTime) return 'logs.messageWithoutTime'
    readers.push(reader)
  }
  return {
    name: linelogName,
    namesRealm: true,
    timeOf: (bytes) => only(readers.map((reader) => reader.timeOf(bytes))),
    open: (sink) => singleLines((bytes, offset) => readLine(bytes, offset, readers, sink), sink)
  }
}

function readLine(
  bytes: string,
  offset: number,
  readers: readonly MessageReader[],
  sink: Sink
): Rejection | null {
  const found = readers.flatMap((reader) => {
    const bounds = reader.match(bytes)
    return bounds === null ? [] : [{ reader, bounds }]
  })
  const [first, second] = found
  if (first === undefined)
    return shippedMessages.some((reader) => reader.match(bytes) !== null) ? 'timeUnreadable' : 'malformed'
  if (second !== undefined) return 'ambiguous'
  const known = first.reader.timeIn(bytes, first.bounds)
  if (known === null) return 'timeUnreadable'
  const event = first.reader.eventOf(bytes, first.bounds, known, offset)
  if (event === null) return 'ambiguous'
  sink.event(event)
  return null
}

/** The one of a list that there is; null: none, or several. */
function only(known: readonly (KnownTime | null)[]): KnownTime | null {
  const [first = null, second] = known.filter((one) => one !== null)
  return second === undefined ? first : null
}

/** What attributes say of an event; all others are nothing that is read. */
const attributes: Readonly<Record<string, string>> = {
  'User-Name': 'person',
  'Stripped-User-Name': 'person',
  'Calling-Station-Id': 'device',
  'Framed-IP-Address': 'address',
  'Framed-IPv6-Address': 'address',
  'NAS-IP-Address': 'station',
  'NAS-Identifier': 'station',
  'Acct-Session-Id': 'session',
  'Acct-Session-Time': 'seconds',
  'Acct-Input-Octets': 'bytesIn',
  'Acct-Output-Octets': 'bytesOut'
}

/** Of the date of the request, as directives of strftime. */
const timeCodes: Readonly<Record<string, string>> = {
  t: '%a %b %e %H:%M:%S %Y',
  S: '%Y-%m-%d %H:%M:%S',
  T: '%Y-%m-%d-%H.%M.%S.%f',
  l: '%s',
  c: '%s',
  D: '%Y%m%d',
  d: '%d',
  e: '%S',
  m: '%m',
  Y: '%Y',
  H: '%H',
  G: '%M'
}

type Token =
  | { readonly words: string }
  | { readonly time: string }
  /** null: an expansion of which nothing is read. */
  | { readonly attribute: string | null }

class MessageReader {
  private readonly template: Template

  constructor(
    private readonly act: RadiusAct,
    parts: readonly Part[],
    private readonly clock: { readonly index: number; readonly clock: Clock } | null
  ) {
    this.template = new Template(parts)
  }

  get hasTime(): boolean {
    return this.clock !== null
  }

  match(bytes: string): Bounds | null {
    return this.template.match(bytes)
  }

  timeOf(bytes: string): KnownTime | null {
    const bounds = this.match(bytes)
    return bounds === null ? null : this.timeIn(bytes, bounds)
  }

  timeIn(bytes: string, bounds: Bounds): KnownTime | null {
    const written = this.clock === null ? null : partOf(bytes, bounds, this.clock.index)
    const known = written === null ? null : (this.clock?.clock.read(written) ?? null)
    if (known === null) return null
    return { time: known.time, timing: known.timing.zone === 'written' ? exactReceived : localReceived }
  }

  /** null: it is not sure where what is read of it ends. */
  eventOf(bytes: string, bounds: Bounds, { time, timing }: KnownTime, offset: number): LogEvent | null {
    const said: Record<string, string> = {}
    for (const [index, part] of this.template.parts.entries()) {
      if ('literal' in part || part.name === null) continue
      const value = partOf(bytes, bounds, index)
      if (value === null) return null
      said[part.name] ||= textOf(value)
    }
    const { person = '', device: written = '', address: from = '', station = '', session = '' } = said
    const address = addressOf(from)
    const device = macOf(written)
    const isSession = this.act.startsWith('network')
    const number = (name: string): number =>
      Math.max(0, numberIn(said[name] ?? '', 0, (said[name] ?? '').length))
    return {
      act: this.act,
      ...{ time, timing, address, device, offset },
      person: person === '' ? null : person,
      surety: person === '' ? suretyWithoutName(address, device) : 'claimed',
      details: isSession
        ? {
            session,
            station,
            seconds: number('seconds'),
            bytesIn: number('bytesIn'),
            bytesOut: number('bytesOut')
          }
        : { service: 'radius', station }
    }
  }
}

/** null: it can be read in more than one way. */
function partOf(bytes: string, bounds: Bounds, index: number): string | null {
  const [from = -1, until = -1] = bounds.slice(index, index + 2)
  return from < 0 || until < 0 ? null : bytes.slice(from, until)
}

/** null: an expansion has no end, or its words are nothing but one. */
function messageReader(act: RadiusAct, written: string): MessageReader | null {
  const tokens = tokensOf(withoutQuotes(written))
  if (tokens === null) return null
  const times = tokens.flatMap((token, index) => ('time' in token ? [index] : []))
  const [first = -1, last = -1] = [times[0], times.at(-1)]
  const between = tokens.slice(first, last + 1)
  const isOne = first >= 0 && between.every((token) => !('attribute' in token))
  const clock = isOne
    ? clockOf(between.map((token) => ('time' in token ? token.time : directive(token))).join(''))
    : null
  const parts: Part[] = []
  let clockIndex = -1
  for (const [index, token] of tokens.entries()) {
    if (clock !== null && index >= first && index <= last) {
      if (index === first) {
        clockIndex = parts.length
        parts.push({ name: null, shape: { end: sticky(clock.form), excludes: '' } })
      }
    } else if ('words' in token) parts.push({ literal: token.words })
    else parts.push('attribute' in token ? attributePart(token.attribute) : { name: null, shape: anyText })
  }
  if (!parts.some((part) => 'literal' in part)) return null
  return new MessageReader(act, withBytes(parts), clock === null ? null : { index: clockIndex, clock })
}

function directive(token: Token): string {
  return 'words' in token ? token.words.replaceAll('%', '%%') : ''
}

const anyText: Shape = { excludes: '', mayBeEmpty: true }
const addressText: Shape = { end: sticky(/[\d.:a-fA-F]{0,45}/y), excludes: '' }
const numberText: Shape = { end: sticky(/\d{0,19}/y), excludes: '' }

function attributePart(attribute: string | null): Part {
  const name = attribute === null ? null : (attributes[attribute] ?? null)
  if (/-IP(?:v6)?-Address$/.test(attribute ?? '')) return { name, shape: addressText }
  const isNumber = /^(?:NAS-Port|Acct-Session-Time|Acct-\w+-Octets|Acct-\w+-Gigawords)$/.test(attribute ?? '')
  return { name, shape: isNumber ? numberText : anyText }
}

/** As it stands in the module's file, between quotation marks or without. */
function withoutQuotes(written: string): string {
  const found = /^(?:[\w-]+\s*=\s*)?"(.*)"$/s.exec(written)
  return found === null ? written : unquoted(found[1] ?? '')
}

function tokensOf(words: string): readonly Token[] | null {
  const tokens: Token[] = []
  let literal = ''
  const add = (token: Token): void => {
    if (literal !== '') tokens.push({ words: literal })
    literal = ''
    tokens.push(token)
  }
  for (let at = 0; at < words.length; at++) {
    const next = words.charAt(at + 1)
    if (words.charAt(at) !== '%' || next === '%') {
      literal += words.charAt(at)
      if (next === '%' && words.charAt(at) === '%') at++
    } else if (next === '{') {
      const end = expansionEnd(words, at + 1)
      if (end < 0) return null
      add({ attribute: attributeOf(words.slice(at + 2, end)) })
      at = end
    } else {
      const time = timeCodes[next]
      add(time === undefined ? { attribute: null } : { time })
      at++
    }
  }
  if (literal !== '') tokens.push({ words: literal })
  return tokens
}

/** Place of the bracket that closes the one at a place; -1: none does. */
function expansionEnd(words: string, from: number): number {
  let depth = 0
  for (let at = from; at < words.length; at++) {
    if (words.charAt(at) === '{') depth++
    else if (words.charAt(at) === '}' && --depth === 0) return at
  }
  return -1
}

/** `User-Name`, `request:User-Name`, `%{Stripped-User-Name}:-%{User-Name}`: what it says either way; null: something else. */
function attributeOf(expansion: string): string | null {
  const either = /^%\{([^{}]*)\}:-%\{([^{}]*)\}$/.exec(expansion)
  if (either !== null) {
    const [first, second] = [attributeOf(either[1] ?? ''), attributeOf(either[2] ?? '')]
    const means = (name: string | null): string | undefined => attributes[name ?? '']
    return means(first) !== undefined && means(first) === means(second) ? first : null
  }
  return /^(?:request:)?&?([A-Za-z][\w-]*)$/.exec(expansion)?.[1] ?? null
}

/** What the module's file says when it is installed. */
const shipped: readonly (readonly [RadiusAct, string])[] = [
  ['signIn', 'Accepted user: %{User-Name}'],
  ['signInRefused', 'Rejected user: %{User-Name}'],
  [
    'networkStart',
    'Connect: [%{User-Name}] (did %{Called-Station-Id} cli %{Calling-Station-Id} port %{NAS-Port} ip %{Framed-IP-Address})'
  ],
  [
    'networkStop',
    'Disconnect: [%{User-Name}] (did %{Called-Station-Id} cli %{Calling-Station-Id} port %{NAS-Port} ip %{Framed-IP-Address}) %{Acct-Session-Time} seconds'
  ]
]
const shippedMessages: readonly MessageReader[] = shipped.flatMap(
  ([act, words]) => messageReader(act, words) ?? []
)

/**
 * A message as shipped that something else has carried, syslog or the journal, which gave it a time. undefined: it is none;
 * null: it is not sure where a name in it ends.
 */
export function shippedEvent(text: string, known: KnownTime, offset: number): LogEvent | null | undefined {
  for (const reader of shippedMessages) {
    const bounds = reader.match(text)
    if (bounds !== null) return reader.eventOf(text, bounds, known, offset)
  }
  return undefined
}
