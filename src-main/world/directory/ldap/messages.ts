import { LdapEntry } from './entry'

/** Tags of the answers of a server (RFC 4511, APPLICATION class). */
export const ResponseTag = {
  bind: 0x61,
  entry: 0x64,
  searchDone: 0x65,
  reference: 0x73,
  extended: 0x78
} as const

const Tag = {
  sequence: 0x30,
  integer: 0x02,
  enumerated: 0x0a,
  octetString: 0x04,
  boolean: 0x01,
  controls: 0xa0,
  extendedValue: 0x8b
} as const

/** What a server sent that is no LDAP; the connection is of no use any more. */
export class MalformedMessage extends Error {
  override readonly name = 'MalformedMessage'
}

/** One element of BER: its tag and where its content starts and ends. */
interface Element {
  readonly tag: number
  readonly start: number
  readonly end: number
}

/** The end of a server's answer to a request. */
export interface LdapOutcome {
  readonly resultCode: number
  readonly diagnostic: string
  /** Response controls: OID to value. */
  readonly controls: ReadonlyMap<string, Buffer>
  /** Value of an extended response. */
  readonly value: Buffer | null
}

export interface LdapMessage {
  readonly messageId: number
  readonly tag: number
  readonly buffer: Buffer
  readonly body: Element
  readonly end: number
}

function readElement(buffer: Buffer, offset: number, limit: number): Element {
  const tag = buffer[offset]
  const first = buffer[offset + 1]
  if (tag === undefined || first === undefined) throw new MalformedMessage('truncated element')
  let length = first
  let start = offset + 2
  if (first > 0x7f) {
    const count = first & 0x7f
    if (count === 0 || count > 4) throw new MalformedMessage('unsupported length')
    length = buffer.readUIntBE(start, count)
    start += count
  }
  const end = start + length
  if (end > limit) throw new MalformedMessage('element exceeds its container')
  return { tag, start, end }
}

function expectElement(buffer: Buffer, offset: number, limit: number, tag: number): Element {
  const element = readElement(buffer, offset, limit)
  if (element.tag !== tag) throw new MalformedMessage('unexpected element')
  return element
}

function readInteger(buffer: Buffer, element: Element): number {
  const length = element.end - element.start
  if (length < 1 || length > 4) throw new MalformedMessage('unsupported integer')
  return buffer.readIntBE(element.start, length)
}

/**
 * Bytes of the message that starts at `offset`, header included; null while its header is incomplete.
 * Messages above the cap are refused, so that a hostile server cannot fill the memory.
 */
export function messageLength(buffer: Buffer, offset: number, cap: number): number | null {
  const available = buffer.length - offset
  if (available < 2) return null
  if (buffer[offset] !== Tag.sequence) throw new MalformedMessage('no LDAP message')
  const first = buffer.readUInt8(offset + 1)
  if (first <= 0x7f) return first + 2
  const count = first & 0x7f
  if (count === 0 || count > 4) throw new MalformedMessage('unsupported length')
  if (available < 2 + count) return null
  const length = buffer.readUIntBE(offset + 2, count) + 2 + count
  if (length > cap) throw new MalformedMessage('message too long')
  return length
}

/** Reads the envelope of one complete message. */
export function readMessage(buffer: Buffer, offset: number, length: number): LdapMessage {
  const envelope = readElement(buffer, offset, offset + length)
  const id = expectElement(buffer, envelope.start, envelope.end, Tag.integer)
  const body = readElement(buffer, id.end, envelope.end)
  return { messageId: readInteger(buffer, id), tag: body.tag, buffer, body, end: envelope.end }
}

/** Reads a SearchResultEntry; its values stay bytes in the buffer. */
export function readEntry({ buffer, body }: Pick<LdapMessage, 'buffer' | 'body'>): LdapEntry {
  const dn = expectElement(buffer, body.start, body.end, Tag.octetString)
  const list = expectElement(buffer, dn.end, body.end, Tag.sequence)
  const values = new Map<string, number[]>()
  for (let offset = list.start; offset < list.end;) {
    const attribute = readElement(buffer, offset, list.end)
    const type = readElement(buffer, attribute.start, attribute.end)
    const set = readElement(buffer, type.end, attribute.end)
    const offsets: number[] = []
    for (let position = set.start; position < set.end;) {
      const value = readElement(buffer, position, set.end)
      offsets.push(value.start, value.end)
      position = value.end
    }
    values.set(buffer.toString('latin1', type.start, type.end).toLowerCase(), offsets)
    offset = attribute.end
  }
  return new LdapEntry(buffer.toString('utf8', dn.start, dn.end), buffer, values)
}

/** Reads an LDAPResult with its controls and, of an extended response, its value. */
export function readOutcome(message: LdapMessage): LdapOutcome {
  const { buffer, body } = message
  const code = expectElement(buffer, body.start, body.end, Tag.enumerated)
  const matched = expectElement(buffer, code.end, body.end, Tag.octetString)
  const diagnostic = expectElement(buffer, matched.end, body.end, Tag.octetString)
  let value: Buffer | null = null
  for (let offset = diagnostic.end; offset < body.end;) {
    const element = readElement(buffer, offset, body.end)
    if (element.tag === Tag.extendedValue) value = Buffer.from(buffer.subarray(element.start, element.end))
    offset = element.end
  }
  return {
    resultCode: readInteger(buffer, code),
    diagnostic: buffer.toString('utf8', diagnostic.start, diagnostic.end),
    controls: readControls(message),
    value
  }
}

const noControls: ReadonlyMap<string, Buffer> = new Map()

function readControls(message: LdapMessage): ReadonlyMap<string, Buffer> {
  const { buffer, body, end } = message
  if (body.end >= end) return noControls
  const list = readElement(buffer, body.end, end)
  if (list.tag !== Tag.controls) return noControls
  const controls = new Map<string, Buffer>()
  for (let offset = list.start; offset < list.end;) {
    const control = readElement(buffer, offset, list.end)
    const type = readElement(buffer, control.start, control.end)
    let value: Buffer = Buffer.alloc(0)
    for (let position = type.end; position < control.end;) {
      const element = readElement(buffer, position, control.end)
      if (element.tag === Tag.octetString) value = Buffer.from(buffer.subarray(element.start, element.end))
      position = element.end
    }
    controls.set(buffer.toString('latin1', type.start, type.end), value)
    offset = control.end
  }
  return controls
}

/** The cookie of a paged answer (RFC 2696); empty: that was the last page. */
export function readPagedCookie(outcome: LdapOutcome): Buffer {
  const value = outcome.controls.get('1.2.840.113556.1.4.319')
  if (value === undefined || value.length === 0) return Buffer.alloc(0)
  const sequence = expectElement(value, 0, value.length, Tag.sequence)
  const size = expectElement(value, sequence.start, sequence.end, Tag.integer)
  const cookie = expectElement(value, size.end, sequence.end, Tag.octetString)
  return value.subarray(cookie.start, cookie.end)
}

/** The entry in a post-read response control (RFC 4527); null: the server sent none. */
export function readPostReadEntry(outcome: LdapOutcome): LdapEntry | null {
  const value = outcome.controls.get('1.3.6.1.1.13.2')
  return value === undefined ? null : readEntry({ buffer: value, body: readElement(value, 0, value.length) })
}
