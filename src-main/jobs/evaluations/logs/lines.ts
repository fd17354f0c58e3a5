/** Longer than any line that a service writes. */
export const maximumLineBytes = 1_048_576

/** How much of a line that is too long is shown to its reader. */
const beginningBytes = 64

/** Who takes the lines of a file, as strings of bytes (Latin-1). */
export interface LineTaker {
  line(bytes: string, offset: number): void
  /** `length`: in bytes, without the line break. */
  tooLong(beginning: string, length: number, offset: number): void
}

/**
 * Cuts pieces of a file into lines, wherever the borders of the pieces are. Of a line that is too long only its beginning is
 * kept, so that memory does not grow with it.
 */
export class LineSplitter {
  /** The beginning of the line that the last piece has not ended. */
  private rest = ''
  /** How long that line is, where it is too long to be kept. */
  private dropped = 0

  /** @param offset place of the first byte in the file */
  constructor(
    private readonly taker: LineTaker,
    private offset = 0
  ) {}

  take(piece: Uint8Array): void {
    const text = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1')
    let start = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      if (this.rest === '' && this.dropped === 0 && end - start <= maximumLineBytes) {
        this.taker.line(text.slice(start, end), this.offset)
        this.offset += end - start + 1
      } else {
        this.append(text.slice(start, end))
        this.give(1)
      }
      start = end + 1
    }
    if (start < text.length) this.append(text.slice(start))
  }

  /** @returns whether a last line without a line break was there; it is handed over where `isWanted`. */
  end(isWanted: boolean): { readonly offset: number; readonly isLeft: boolean } {
    const isOpen = this.rest !== ''
    const { offset } = this
    if (isOpen && isWanted) this.give(0)
    return { offset, isLeft: isOpen && !isWanted }
  }

  private append(bytes: string): void {
    if (this.dropped > 0) this.dropped += bytes.length
    else if (this.rest.length + bytes.length <= maximumLineBytes) this.rest += bytes
    else {
      this.dropped = this.rest.length + bytes.length
      this.rest = (this.rest + bytes.slice(0, beginningBytes)).slice(0, beginningBytes)
    }
  }

  private give(breakBytes: number): void {
    const { rest, dropped, offset } = this
    const length = dropped > 0 ? dropped : rest.length
    this.rest = ''
    this.dropped = 0
    this.offset += length + breakBytes
    if (dropped > 0) this.taker.tooLong(rest, length, offset)
    else this.taker.line(rest, offset)
  }
}
