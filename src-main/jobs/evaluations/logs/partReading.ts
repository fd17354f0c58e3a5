import type { LogFormat, Sink } from './formats/format'
import { unknownFormat } from './formats/unknown'
import { LogReading, type FileReading } from './reading'
import { recognise } from './recognition'

/** Enough to know a format by; small enough to try each one on it. */
export const beginningBytes = 65_536

/** One file of a log. Holds back its beginning until the format is known. */
export class PartReading {
  reading: LogReading | null = null
  format: LogFormat | null = null
  certainty = 0
  bytes = 0
  private file: FileReading | null = null
  private beginning: Uint8Array[] = []

  /**
   * @param asked null: recognised by content
   * @param before what has read the part before and goes on where the format is the same; null: nothing
   * @param from place of the first byte in the file
   */
  constructor(
    private readonly asked: LogFormat | null,
    private readonly before: LogReading | null,
    private readonly changedAt: number,
    private readonly account: Sink,
    private readonly from = 0
  ) {}

  get lines(): number {
    return this.file?.lines ?? 0
  }

  take(piece: Uint8Array): void {
    this.bytes += piece.length
    if (this.file !== null) {
      this.file.take(piece)
      return
    }
    // The piece is the reader's own again after the call.
    this.beginning.push(Uint8Array.from(piece))
    if (this.bytes >= beginningBytes) this.start()
  }

  /** @returns whether the last line has no end and was left out. */
  end(): boolean {
    if (this.file === null) this.start()
    return this.file?.end() ?? false
  }

  /** Reading ends before the file does. */
  stop(): void {
    this.file?.stop()
  }

  private start(): void {
    const pieces = this.beginning
    this.beginning = []
    const all = Buffer.concat(pieces)
    const known = knownFormat(this.asked, all.subarray(0, beginningBytes), this.changedAt)
    this.format = known?.format ?? null
    this.certainty = known?.certainty ?? 0
    const reading =
      this.before !== null && this.before.format === known?.format
        ? this.before
        : new LogReading(known?.format ?? unknownFormat)
    this.reading = reading
    this.file = reading.begin(this.changedAt, this.account, this.from)
    this.file.take(all)
  }
}

/** The format that somebody has named, or that fits the beginning of a file; null: none does. */
export function knownFormat(
  asked: LogFormat | null,
  beginning: Uint8Array,
  changedAt: number
): { readonly format: LogFormat; readonly certainty: number } | null {
  return asked === null ? recognise(beginning, changedAt) : { format: asked, certainty: 1 }
}
