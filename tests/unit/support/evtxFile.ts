import { crc32 } from 'node:zlib'

/** A value of an event: text, a number of 32 bits, or a number that Windows writes in hexadecimal with 64 bits. */
export type EvtxValue = string | number | bigint

export interface EvtxEvent {
  readonly id: number
  /** Milliseconds since 1970. */
  readonly time: number
  /** When it was written, if later. */
  readonly written?: number
  readonly computer?: string
  readonly provider?: string
  readonly channel?: string
  readonly data: Readonly<Record<string, EvtxValue>>
}

const chunkBytes = 65_536
const headBytes = 4_096
const firstRecord = 512
const auditing = 'Microsoft-Windows-Security-Auditing'
const types = { text: 0x01, uint16: 0x06, uint32: 0x08, uint64: 0x0a, fileTime: 0x11, hex64: 0x15, xml: 0x21 }

/**
 * An event log as Windows keeps it: a head, chunks with checksums, records as templates and their values, the data of an event in a
 * template of their own. `firstNumber`: of the first record.
 */
export function evtxFile(
  events: readonly EvtxEvent[],
  { firstNumber = 1, perChunk = Number.POSITIVE_INFINITY, spareChunks = 0 } = {}
): Buffer {
  const chunks: Buffer[] = []
  let next = 0
  while (next < events.length) {
    const chunk = new Chunk(firstNumber + next)
    while (next < events.length && chunk.records < perChunk && chunk.add(events[next]!)) next++
    chunks.push(chunk.finish())
  }
  const head = Buffer.alloc(headBytes)
  head.write('ElfFile\0', 'latin1')
  head.writeBigUInt64LE(BigInt(Math.max(0, chunks.length - 1)), 16)
  head.writeBigUInt64LE(BigInt(firstNumber + events.length), 24)
  head.writeUInt32LE(128, 32)
  head.writeUInt16LE(1, 36)
  head.writeUInt16LE(3, 38)
  head.writeUInt16LE(headBytes, 40)
  head.writeUInt16LE(chunks.length + spareChunks, 42)
  head.writeUInt32LE(crc32(head.subarray(0, 120)), 124)
  return Buffer.concat([head, ...chunks, Buffer.alloc(spareChunks * chunkBytes)])
}

/** Milliseconds since 1970 as Windows counts: tenths of a microsecond since 1601. */
function fileTime(time: number): bigint {
  return (BigInt(time) + 11_644_473_600_000n) * 10_000n
}

class Chunk {
  records = 0
  private readonly bytes = Buffer.alloc(chunkBytes)
  private at = firstRecord
  private last = firstRecord
  private templates = new Map<string, number>()

  constructor(private readonly firstNumber: number) {}

  /** @returns whether there was room. */
  add(event: EvtxEvent): boolean {
    const { at, templates } = this
    const known = new Map(templates)
    try {
      this.record(event)
      this.last = at
      this.records++
      return true
    } catch (error) {
      if (!(error instanceof RangeError) || this.records === 0) throw error
      this.bytes.fill(0, at)
      this.at = at
      this.templates = known
      return false
    }
  }

  finish(): Buffer {
    const { bytes, firstNumber, records, at } = this
    bytes.write('ElfChnk\0', 'latin1')
    for (const place of [8, 24]) bytes.writeBigUInt64LE(BigInt(firstNumber), place)
    for (const place of [16, 32]) bytes.writeBigUInt64LE(BigInt(firstNumber + records - 1), place)
    bytes.writeUInt32LE(128, 40)
    bytes.writeUInt32LE(this.last, 44)
    bytes.writeUInt32LE(at, 48)
    bytes.writeUInt32LE(crc32(bytes.subarray(firstRecord, at)), 52)
    bytes.writeUInt32LE(crc32(bytes.subarray(128, firstRecord), crc32(bytes.subarray(0, 120))), 124)
    return bytes
  }

  private record({ id, time, written = time, computer = 'PC01.schule.example', ...more }: EvtxEvent): void {
    const { provider = auditing, channel = 'Security', data } = more
    const begin = this.at
    const number = BigInt(this.firstNumber + this.records)
    this.u32(0x2a2a)
    const sizeAt = this.at
    this.u32(0)
    this.u64(number)
    this.u64(fileTime(written))
    const names = Object.keys(data)
    this.instance(`event`, () => this.eventElement(), [
      { type: types.text, write: () => this.text(provider) },
      { type: types.uint16, write: () => this.u16(id) },
      { type: types.fileTime, write: () => this.u64(fileTime(time)) },
      { type: types.uint64, write: () => this.u64(number) },
      { type: types.text, write: () => this.text(channel) },
      { type: types.text, write: () => this.text(computer) },
      {
        type: types.xml,
        write: () =>
          this.instance(
            `data ${names.map((name) => `${name}:${typeof data[name]}`).join()}`,
            () => this.dataElement(names, data),
            Object.values(data).map((value) => ({
              type: typeOf(value),
              write: () => this.value(value)
            }))
          )
      }
    ])
    this.byte(0)
    while ((this.at - begin) % 8 !== 4) this.byte(0)
    const size = this.at + 4 - begin
    this.u32(size)
    this.bytes.writeUInt32LE(size, sizeAt)
  }

  private instance(
    key: string,
    define: () => void,
    values: readonly { readonly type: number; readonly write: () => void }[]
  ): void {
    this.fragment()
    this.byte(0x0c)
    this.byte(1)
    const id = crc32(Buffer.from(key))
    this.u32(id)
    const known = this.templates.get(key)
    this.u32(known ?? this.at + 4)
    if (known === undefined) {
      this.templates.set(key, this.at)
      this.u32(0)
      for (const part of [id, 1, 2, 3]) this.u32(part)
      const sizeAt = this.at
      this.u32(0)
      this.fragment()
      define()
      this.byte(0)
      this.bytes.writeUInt32LE(this.at - sizeAt - 4, sizeAt)
    }
    this.u32(values.length)
    const table = this.at
    for (const { type } of values) {
      this.u16(0)
      this.u16(type)
    }
    for (const [index, { write }] of values.entries()) {
      const begin = this.at
      write()
      this.bytes.writeUInt16LE(this.at - begin, table + index * 4)
    }
  }

  private eventElement(): void {
    const value = (index: number, type: number) => () => this.substitution(index, type)
    this.element('Event', [], () => {
      this.element('System', [], () => {
        this.element('Provider', [['Name', value(0, types.text)]], null)
        this.element('EventID', [], value(1, types.uint16))
        this.element('TimeCreated', [['SystemTime', value(2, types.fileTime)]], null)
        this.element('EventRecordID', [], value(3, types.uint64))
        this.element('Channel', [], value(4, types.text))
        this.element('Computer', [], value(5, types.text))
      })
      this.substitution(6, types.xml)
    })
  }

  private dataElement(names: readonly string[], data: EvtxEvent['data']): void {
    this.element('EventData', [], () => {
      for (const [index, name] of names.entries()) {
        const label = (): void => {
          this.byte(0x05)
          this.byte(1)
          this.u16(name.length)
          this.text(name)
        }
        this.element('Data', [['Name', label]], () => this.substitution(index, typeOf(data[name]!)))
      }
    })
  }

  private element(
    name: string,
    attributes: readonly (readonly [string, () => void])[],
    content: (() => void) | null
  ): void {
    this.byte(attributes.length > 0 ? 0x41 : 0x01)
    this.u16(0xff_ff)
    const sizeAt = this.at
    this.u32(0)
    this.name(name)
    if (attributes.length > 0) {
      const listAt = this.at
      this.u32(0)
      for (const [index, [attribute, value]] of attributes.entries()) {
        this.byte(index < attributes.length - 1 ? 0x46 : 0x06)
        this.name(attribute)
        value()
      }
      this.bytes.writeUInt32LE(this.at - listAt - 4, listAt)
    }
    if (content === null) this.byte(0x03)
    else {
      this.byte(0x02)
      content()
      this.byte(0x04)
    }
    this.bytes.writeUInt32LE(this.at - sizeAt - 4, sizeAt)
  }

  private substitution(index: number, type: number): void {
    this.byte(0x0d)
    this.u16(index)
    this.byte(type)
  }

  private name(name: string): void {
    this.u32(this.at + 4)
    this.u32(0)
    let hash = 0
    for (const character of name) hash = (Math.imul(hash, 65_599) + character.charCodeAt(0)) >>> 0
    this.u16(hash & 0xff_ff)
    this.u16(name.length)
    this.text(name)
    this.u16(0)
  }

  private value(value: EvtxValue): void {
    if (typeof value === 'string') this.text(value)
    else if (typeof value === 'number') this.u32(value)
    else this.u64(value)
  }

  private fragment(): void {
    for (const byte of [0x0f, 0x01, 0x01, 0x00]) this.byte(byte)
  }

  private text(text: string): void {
    for (let index = 0; index < text.length; index++) this.u16(text.charCodeAt(index))
  }

  private byte(byte: number): void {
    this.bytes.writeUInt8(byte, this.at)
    this.at += 1
  }

  private u16(value: number): void {
    this.bytes.writeUInt16LE(value, this.at)
    this.at += 2
  }

  private u32(value: number): void {
    this.bytes.writeUInt32LE(value, this.at)
    this.at += 4
  }

  private u64(value: bigint): void {
    this.bytes.writeBigUInt64LE(value, this.at)
    this.at += 8
  }
}

function typeOf(value: EvtxValue): number {
  if (typeof value === 'string') return types.text
  return typeof value === 'number' ? types.uint32 : types.hex64
}
