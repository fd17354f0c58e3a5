import type { Cutter, CutTaker, FileFacts, LineReader, LogFormat, Sink } from './formats/format'
import { LineSplitter } from './lines'

/** Reads files of one log, one after the other, and accounts for each of their lines. */
export class LogReading {
  private readonly facts: FileFacts = { changedAt: 0 }
  private readonly reader: LineReader
  /** The account is one of a file, the reader one of all. */
  private account: Sink | null = null

  constructor(readonly format: LogFormat) {
    this.reader = format.open(
      {
        event: (event) => this.account?.event(event),
        parsed: (lines) => this.account?.parsed(lines),
        time: (known) => this.account?.time?.(known),
        rejected: (reason, offset, lines) => this.account?.rejected(reason, offset, lines)
      },
      this.facts
    )
  }

  /** A part is missing between the last file and the next. */
  forget(): void {
    this.reader.forget()
  }

  /** The next file. `changedAt`: its last change, milliseconds since 1970; `from`: the place at which reading begins. */
  begin(changedAt: number, account: Sink, from = 0): FileReading {
    this.facts.changedAt = changedAt
    this.account = account
    return new FileReading(this.format, this.reader, account, from)
  }
}

/** One file, which comes in pieces. */
export class FileReading {
  lines = 0
  private readonly cutter: Cutter

  constructor(
    private readonly format: LogFormat,
    private readonly reader: LineReader,
    private readonly account: Sink,
    from: number
  ) {
    const keepsReturns = format.binary === true
    const taker: CutTaker = {
      line: (bytes, offset) => {
        this.lines++
        reader.line(!keepsReturns && bytes.endsWith('\r') ? bytes.slice(0, -1) : bytes, offset)
      },
      tooLong: (beginning, length, offset) => {
        this.lines++
        if (reader.tooLong !== undefined) {
          reader.tooLong(beginning, length, offset)
          return
        }
        reader.forget()
        account.rejected('tooLong', offset, 1)
      },
      block: (bytes, offset) => {
        this.lines += reader.block?.(bytes, offset) ?? 0
      }
    }
    this.cutter = format.cut?.(taker, from) ?? new LineSplitter(taker, from)
  }

  take(piece: Uint8Array): void {
    this.cutter.take(piece)
  }

  /** Reading ends before the file does: the line that has begun is none of what was read. */
  stop(): void {
    this.reader.end()
  }

  /** Something between what came and what comes is missing. */
  forget(): void {
    this.reader.forget()
  }

  /** @returns whether a last line was left out, since it may be cut off. */
  end(): boolean {
    const { offset, isLeft } = this.cutter.end(this.format.selfDelimiting === true)
    this.reader.end()
    if (!isLeft) return false
    this.lines++
    this.reader.forget()
    this.account.rejected('cutOff', offset, 1)
    return true
  }
}
