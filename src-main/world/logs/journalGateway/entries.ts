/** One entry of a journal, as the gateway sends it. */
export interface Entry {
  /** Where it stands in the journal; no two entries have the same. */
  readonly cursor: string
  /** When the journal took it, in microseconds since 1970 (UTC). */
  readonly time: number
  /** The whole entry with its empty line; null: it is too long and was passed over. Another's again after the call. */
  readonly bytes: Uint8Array | null
}

/** Thrown where what a server sends is no journal in the export format. */
export class NoJournal extends Error {}

const longestEntry = 1_048_576
const lineFeed = 10
const equals = 61
/** The length before a value in binary: 64 bits, little-endian. */
const lengthBytes = 8
const nameForm = /^[A-Z_0-9]{1,64}$/

/**
 * Cuts a stream in the journal's export format into entries, wherever the borders of the pieces are: fields a line, values that are no
 * plain text with their length in binary, an empty line behind each entry (https://systemd.io/JOURNAL_EXPORT_FORMATS).
 */
export class EntryCutter {
  /** The entry that has begun, as far as it is kept. */
  private kept: Buffer = Buffer.alloc(0)
  /** Up to here it was looked at. */
  private at = 0
  /** Bytes of a value in binary that are still to come, with its line feed. */
  private passing = 0
  /** A line of text that is too long to be kept goes on. */
  private isInLongLine = false
  private isTooLong = false
  private cursor = ''
  private time = -1

  constructor(private readonly give: (entry: Entry) => void) {}

  /** Throws `NoJournal`, and what `give` throws. */
  take(piece: Uint8Array): void {
    this.kept = this.kept.length === 0 ? Buffer.from(piece) : Buffer.concat([this.kept, piece])
    while (this.step());
    if (this.kept.length > longestEntry) this.isTooLong = true
    if (this.isTooLong) this.drop()
  }

  /** Whether the stream may end here. */
  get isBetweenEntries(): boolean {
    return this.kept.length === 0 && this.passing === 0 && !this.isInLongLine && this.cursor === ''
  }

  /** @returns whether there is more to look at */
  private step(): boolean {
    const { kept } = this
    if (this.passing > 0) {
      const here = Math.min(this.passing, kept.length - this.at)
      this.at += here
      this.passing -= here
      return this.passing === 0 && here > 0
    }
    const end = kept.indexOf(lineFeed, this.at)
    if (end < 0) {
      // Of a line that goes on for ever nothing is kept.
      if (kept.length - this.at > longestEntry) {
        this.isInLongLine = true
        this.isTooLong = true
        this.at = kept.length
      }
      return false
    }
    if (this.isInLongLine) {
      this.isInLongLine = false
      this.at = end + 1
      return true
    }
    return end === this.at ? this.endEntry() : this.readField(end)
  }

  private readField(end: number): boolean {
    const { kept, at } = this
    const border = kept.subarray(at, end).indexOf(equals)
    const name = kept.toString('latin1', at, border < 0 ? end : at + border)
    if (!nameForm.test(name)) throw new NoJournal()
    if (border >= 0) {
      if (name === '__CURSOR') this.cursor = kept.toString('latin1', at + border + 1, end)
      if (name === '__REALTIME_TIMESTAMP') this.time = timeIn(kept.toString('latin1', at + border + 1, end))
      this.at = end + 1
      return true
    }
    if (kept.length < end + 1 + lengthBytes) return false
    const length = kept.readBigUInt64LE(end + 1)
    if (length > BigInt(Number.MAX_SAFE_INTEGER)) throw new NoJournal()
    this.passing = Number(length) + 1
    this.at = end + 1 + lengthBytes
    if (this.at + this.passing > longestEntry) this.isTooLong = true
    return true
  }

  private endEntry(): boolean {
    const { kept, cursor, time } = this
    const end = this.at + 1
    if (cursor === '' || time < 0) throw new NoJournal()
    const bytes = this.isTooLong || end > longestEntry ? null : kept.subarray(0, end)
    this.kept = kept.subarray(end)
    this.at = 0
    this.isTooLong = false
    this.cursor = ''
    this.time = -1
    this.give({ cursor, time, bytes })
    return this.kept.length > 0
  }

  /** What was looked at of an entry that is given to nobody. */
  private drop(): void {
    this.kept = this.kept.subarray(this.at)
    this.at = 0
  }
}

function timeIn(text: string): number {
  if (!/^\d{1,16}$/.test(text)) throw new NoJournal()
  return Number(text)
}
