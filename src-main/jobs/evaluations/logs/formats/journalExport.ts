import type { LineReader, LogFormat, Sink } from './format'
import { readEntry } from './journal'
import { dispatcher } from './programs'
import type { MessageReader } from './programs/program'

/** `journalctl -o export`: fields a line, values that are no plain text with their length in binary, an empty line between entries. */
export const journalExport: LogFormat = {
  name: 'journal-export',
  binary: true,
  carriesOthers: true,
  joins: true,
  open: (sink) => new JournalExport(sink, dispatcher(sink))
}

/** Larger than any entry that a service writes; what is larger is passed over by its length. */
const maximumEntryBytes = 1_048_576
const lengthBytes = 8

/** A value in binary, in which a line break is a byte as any other. */
interface Value {
  readonly name: string
  /** The length, then the bytes as far as they are kept. */
  bytes: string
  got: number
  /** With the length itself; null: the length has not come yet. */
  total: number | null
  isBegun: boolean
}

/** `reader`: takes the message of each entry. */
export class JournalExport implements LineReader {
  private fields = new Map<string, string>()
  private lines = 0
  private bytes = 0
  private offset = 0
  private isSpoiled = false
  private isLost = false
  private value: Value | null = null

  constructor(
    private readonly sink: Sink,
    private readonly reader: MessageReader
  ) {}

  line(bytes: string, offset: number): void {
    this.take(bytes, bytes.length, offset)
  }

  tooLong(beginning: string, length: number, offset: number): void {
    this.isSpoiled = true
    this.take(beginning, length, offset)
  }

  end(): void {
    // The last entry has its empty line as every other; without it a field may be missing.
    if (this.lines > 0) this.sink.rejected('cutOff', this.offset, this.lines)
    this.begin()
  }

  forget(): void {
    this.end()
    this.isLost = false
    this.reader.forget()
  }

  private take(bytes: string, length: number, offset: number): void {
    if (this.isLost) {
      this.sink.rejected('malformed', offset, 1)
      return
    }
    if (this.lines === 0) this.offset = offset
    this.lines++
    this.bytes += length
    if (this.bytes > maximumEntryBytes) this.isSpoiled = true
    if (this.value !== null) this.continueValue(this.value, bytes, length)
    else if (length === 0) this.endEntry()
    else this.readField(bytes)
  }

  /** Where a value ends is not known any more: all that follows may be its content, which anybody may have written. */
  private lose(): void {
    this.isLost = true
    this.sink.rejected('malformed', this.offset, this.lines)
    this.begin()
  }

  private begin(): void {
    this.fields = new Map()
    this.lines = 0
    this.bytes = 0
    this.isSpoiled = false
    this.value = null
  }

  private readField(bytes: string): void {
    const border = bytes.indexOf('=')
    const name = border < 0 ? bytes : bytes.slice(0, border)
    if (!/^[A-Z_0-9]+$/.test(name)) this.lose()
    else if (border < 0) this.value = { name, bytes: '', got: 0, total: null, isBegun: false }
    else this.keep(name, bytes.slice(border + 1))
  }

  private continueValue(value: Value, bytes: string, length: number): void {
    value.got += value.isBegun ? length + 1 : length
    if (value.bytes.length <= maximumEntryBytes) value.bytes += value.isBegun ? `\n${bytes}` : bytes
    value.isBegun = true
    if (value.total === null && value.bytes.length >= lengthBytes) {
      const written = Buffer.from(value.bytes.slice(0, lengthBytes), 'latin1').readBigUInt64LE()
      value.total = lengthBytes + Number(written)
    }
    if (value.total === null || value.got < value.total) return
    this.value = null
    if (value.got > value.total) this.lose()
    else if (value.bytes.length === value.total) this.keep(value.name, value.bytes.slice(lengthBytes))
    else this.isSpoiled = true
  }

  private keep(name: string, value: string): void {
    if (!this.isSpoiled && !this.fields.has(name)) this.fields.set(name, value)
  }

  private endEntry(): void {
    const { lines, offset, fields, isSpoiled } = this
    this.begin()
    if (isSpoiled) this.sink.rejected('tooLong', offset, lines)
    else if (fields.size === 0) this.sink.rejected('empty', offset, lines)
    else {
      const rejection = readEntry(this.reader, (name) => fields.get(name) ?? null, offset)
      if (rejection === null) this.sink.parsed(lines)
      else this.sink.rejected(rejection, offset, lines)
    }
  }
}
