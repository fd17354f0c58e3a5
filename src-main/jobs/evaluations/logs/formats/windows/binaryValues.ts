/** Types of values in binary XML ([MS-EVEN6] 2.2.20). */
export const valueTypes = {
  null: 0x00,
  text: 0x01,
  ansiText: 0x02,
  int8: 0x03,
  uint8: 0x04,
  int16: 0x05,
  uint16: 0x06,
  int32: 0x07,
  uint32: 0x08,
  int64: 0x09,
  uint64: 0x0a,
  boolean: 0x0d,
  binary: 0x0e,
  guid: 0x0f,
  size: 0x10,
  fileTime: 0x11,
  systemTime: 0x12,
  sid: 0x13,
  hex32: 0x14,
  hex64: 0x15,
  binaryXml: 0x21
} as const

/** Milliseconds from 1601 to 1970. */
const beforeUnix = 11_644_473_600_000

type ValueReader = (bytes: Buffer, from: number, size: number) => string

/** How values of a type are written, and how many bytes they have; 0: any number. */
const readers: Readonly<Record<number, readonly [bytes: number, read: ValueReader]>> = {
  [valueTypes.text]: [0, (bytes, from, size) => withoutEnd(bytes.toString('utf16le', from, from + size))],
  [valueTypes.ansiText]: [0, (bytes, from, size) => withoutEnd(bytes.toString('latin1', from, from + size))],
  [valueTypes.int8]: [1, (bytes, from) => String(bytes.readInt8(from))],
  [valueTypes.uint8]: [1, (bytes, from) => String(bytes.readUInt8(from))],
  [valueTypes.int16]: [2, (bytes, from) => String(bytes.readInt16LE(from))],
  [valueTypes.uint16]: [2, (bytes, from) => String(bytes.readUInt16LE(from))],
  [valueTypes.int32]: [4, (bytes, from) => String(bytes.readInt32LE(from))],
  [valueTypes.uint32]: [4, (bytes, from) => String(bytes.readUInt32LE(from))],
  [valueTypes.int64]: [8, (bytes, from) => String(bytes.readBigInt64LE(from))],
  [valueTypes.uint64]: [8, (bytes, from) => String(bytes.readBigUInt64LE(from))],
  [valueTypes.boolean]: [4, (bytes, from) => (bytes.readUInt32LE(from) === 0 ? 'false' : 'true')],
  [valueTypes.binary]: [0, (bytes, from, size) => bytes.toString('hex', from, from + size).toUpperCase()],
  [valueTypes.guid]: [16, guidOf],
  [valueTypes.fileTime]: [8, (bytes, from) => textOfTime(fileTimeOf(bytes, from))],
  [valueTypes.systemTime]: [16, systemTimeOf],
  [valueTypes.sid]: [0, sidOf],
  [valueTypes.hex32]: [4, (bytes, from) => `0x${bytes.readUInt32LE(from).toString(16)}`],
  [valueTypes.hex64]: [8, hex64Of]
}

/**
 * The text of a value as Windows writes it into XML. A type that no event of interest has (numbers with a fraction, lists), and one
 * whose length does not fit, is no text.
 */
export function textOfValue(bytes: Buffer, type: number, from: number, size: number): string {
  // An address is as long as those of the computer.
  if (type === valueTypes.size) return size === 4 || size === 8 ? hexOf(bytes, from, size) : ''
  const reader = readers[type]
  if (reader === undefined) return ''
  const [length, read] = reader
  return length === 0 || length === size ? read(bytes, from, size) : ''
}

/** Milliseconds since 1970 of a time that counts tenths of a microsecond since 1601. */
export function fileTimeOf(bytes: Buffer, from: number): number {
  return Number(bytes.readBigUInt64LE(from) / 10_000n) - beforeUnix
}

function textOfTime(time: number): string {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}

/** Year, month, day of the week, day, hour, minute, second, millisecond. */
function systemTimeOf(bytes: Buffer, from: number): string {
  const [year = 0, month = 0, , day = 0, hour = 0, minute = 0, second = 0, millisecond = 0] = Array.from(
    { length: 8 },
    (_, index) => bytes.readUInt16LE(from + index * 2)
  )
  return textOfTime(Date.UTC(year, month - 1, day, hour, minute, second, millisecond))
}

function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--
  return text.slice(0, end)
}

function hexOf(bytes: Buffer, from: number, size: number): string {
  return size === 4 ? `0x${bytes.readUInt32LE(from).toString(16)}` : hex64Of(bytes, from)
}

function hex64Of(bytes: Buffer, from: number): string {
  return `0x${bytes.readBigUInt64LE(from).toString(16)}`
}

function guidOf(bytes: Buffer, from: number): string {
  const hex = (at: number, length: number): string => bytes.toString('hex', from + at, from + at + length)
  const turned = (at: number, length: number): string =>
    Buffer.from(bytes.subarray(from + at, from + at + length))
      .reverse()
      .toString('hex')
  return `{${turned(0, 4)}-${turned(4, 2)}-${turned(6, 2)}-${hex(8, 2)}-${hex(10, 6)}}`.toUpperCase()
}

function sidOf(bytes: Buffer, from: number, size: number): string {
  if (size < 8) return ''
  const count = bytes.readUInt8(from + 1)
  if (8 + count * 4 > size) return ''
  const parts = [bytes.readUInt8(from), bytes.readUIntBE(from + 2, 6)]
  for (let index = 0; index < count; index++) parts.push(bytes.readUInt32LE(from + 8 + index * 4))
  return `S-${parts.join('-')}`
}
