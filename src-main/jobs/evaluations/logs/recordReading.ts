import type { LogFormat, Sink } from './formats/format'
import { LogReading, type FileReading } from './reading'

/** Reads whole records of a server, one after the other, and accounts for each of their lines. */
export class RecordReading {
  bytes = 0
  private readonly file: FileReading

  /** `askedAt`: milliseconds since 1970; what names no year is not younger. */
  constructor(
    readonly format: LogFormat,
    askedAt: number,
    private readonly account: Sink
  ) {
    this.file = new LogReading(format).begin(askedAt, account)
  }

  take(record: Uint8Array): void {
    this.bytes += record.length
    this.file.take(record)
  }

  /** A record was passed over; what joins over it proves nothing. */
  passOver(): void {
    this.file.forget()
    this.account.rejected('tooLong', this.bytes, 1)
  }

  end(): void {
    this.file.end()
  }
}
