/** Bytes that are not what the protocol allows. The connection that sent them is closed. */
export class Malformed extends Error {
  override name = 'Malformed'
}

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  octets: 0x04,
  enumerated: 0x0a,
  sequence: 0x30,
  set: 0x31
} as const

const strictText = new TextDecoder('utf-8', { fatal: true })

/** Tag, first byte of the content and first byte after it; null: the header is not complete yet. */
export function readHeader(
  bytes: Buffer,
  offset: number
): { tag: number; start: number; length: number } | null {
  if (offset + 2 > bytes.length) return null
  const tag = bytes.readUInt8(offset)
  const first = bytes.readUInt8(offset + 1)
  if (first < 0x80) return { tag, start: offset + 2, length: first }
  const size = first & 0x7f
  if (size === 0 || size > 4) throw new Malformed('length of an element')
  if (offset + 2 + size > bytes.length) return null
  return { tag, start: offset + 2 + size, length: bytes.readUIntBE(offset + 2, size) }
}

/**
 * Reads BER elements one after the other (the subset of RFC 4511, section 5.1). Every read is checked against
 * the enclosing element, so that no input can make it run on or stand still.
 */
export class BerCursor {
  constructor(
    private readonly bytes: Buffer,
    private offset = 0,
    private readonly end = bytes.length
  ) {}

  get atEnd(): boolean {
    return this.offset >= this.end
  }

  /** The tag of the next element; null at the end. */
  get nextTag(): number | null {
    return this.atEnd ? null : this.bytes.readUInt8(this.offset)
  }

  private enter(tag: number): { start: number; stop: number } {
    const header = readHeader(this.bytes, this.offset)
    if (header === null) throw new Malformed('an element is cut off')
    if (header.tag !== tag) throw new Malformed('an element of another kind was expected')
    const stop = header.start + header.length
    if (stop > this.end) throw new Malformed('an element is longer than what encloses it')
    this.offset = stop
    return { start: header.start, stop }
  }

  constructed(tag: number): BerCursor {
    const { start, stop } = this.enter(tag)
    return new BerCursor(this.bytes, start, stop)
  }

  octets(tag: number = tags.octets): Buffer {
    const { start, stop } = this.enter(tag)
    return this.bytes.subarray(start, stop)
  }

  text(tag: number = tags.octets): string {
    return decodeText(this.octets(tag))
  }

  integer(tag: number = tags.integer): number {
    const content = this.octets(tag)
    if (content.length === 0 || content.length > 4) throw new Malformed('a number')
    return content.readIntBE(0, content.length)
  }

  boolean(tag: number = tags.boolean): boolean {
    const content = this.octets(tag)
    if (content.length !== 1) throw new Malformed('a truth value')
    return content.readUInt8(0) !== 0
  }

  finish(): void {
    if (!this.atEnd) throw new Malformed('more elements than expected')
  }
}

/** UTF-8 as RFC 4511 asks for; anything else is malformed. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return strictText.decode(bytes)
  } catch {
    throw new Malformed('a text that is not UTF-8')
  }
}

/** Writes BER from the end to the beginning: every length is known when it is its turn. */
export class BerWriter {
  private buffer: Buffer
  private position: number

  constructor(capacity = 64 * 1024) {
    this.buffer = Buffer.allocUnsafe(capacity)
    this.position = capacity
  }

  /** Bytes written so far; the mark that `close` needs. */
  get size(): number {
    return this.buffer.length - this.position
  }

  private reserve(count: number): void {
    if (this.position >= count) return
    const used = this.size
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, used + count))
    this.buffer.copy(larger, larger.length - used, this.position)
    this.position = larger.length - used
    this.buffer = larger
  }

  private header(tag: number, length: number): void {
    this.reserve(6)
    if (length < 0x80) {
      this.position -= 1
      this.buffer.writeUInt8(length, this.position)
    } else {
      const size = length < 0x100 ? 1 : length < 0x10000 ? 2 : length < 0x1000000 ? 3 : 4
      this.position -= size
      this.buffer.writeUIntBE(length, this.position, size)
      this.position -= 1
      this.buffer.writeUInt8(0x80 | size, this.position)
    }
    this.position -= 1
    this.buffer.writeUInt8(tag, this.position)
  }

  text(value: string, tag: number = tags.octets): void {
    const length = Buffer.byteLength(value)
    this.reserve(length)
    this.position -= length
    this.buffer.write(value, this.position, 'utf8')
    this.header(tag, length)
  }

  /** A message number: 0 to 2^31 - 1. */
  integer(value: number): void {
    this.reserve(5)
    this.position -= 5
    this.buffer.writeUInt8(0, this.position)
    this.buffer.writeUInt32BE(value, this.position + 1)
    // The shortest form: leading zeroes go, except the one that keeps the number positive.
    let skip = 0
    while (
      skip < 4 &&
      this.buffer.readUInt8(this.position + skip) === 0 &&
      this.buffer.readUInt8(this.position + skip + 1) < 0x80
    ) {
      skip += 1
    }
    const length = 5 - skip
    this.buffer.copyWithin(this.position, this.position + skip, this.position + 5)
    this.buffer.copyWithin(this.position + skip, this.position, this.position + length)
    this.position += skip
    this.header(tags.integer, length)
  }

  /** Encloses everything written since `mark` (a former `size`). */
  close(tag: number, mark: number): void {
    this.header(tag, this.size - mark)
  }

  bytes(): Buffer {
    return this.buffer.subarray(this.position)
  }
}
