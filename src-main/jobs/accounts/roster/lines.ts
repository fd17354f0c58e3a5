import { rosterLimits } from './limits'

/** One line as it stands in the file. */
export interface Line {
  /** From 1. */
  readonly number: number
  /** Without its end; only the beginning when it is too long. */
  readonly text: string
  /** Longer than a roster's line may be; the rest was skipped. */
  readonly tooLong: boolean
}

const lineFeed = 10
const carriageReturn = 13

/**
 * Cuts text that arrives in pieces into lines at LF, CRLF and CR. A line beyond the limit is skipped to its end
 * and never held in memory.
 */
export class LineSplitter {
  private rest = ''
  private overlong = false
  private endedWithReturn = false
  private number = 0

  /** The lines that end within this piece. */
  push(piece: string): Line[] {
    const lines: Line[] = []
    let begin = this.endedWithReturn && piece.charCodeAt(0) === lineFeed ? 1 : 0
    if (piece.length > 0) this.endedWithReturn = false
    for (let index = begin; index < piece.length; index += 1) {
      const code = piece.charCodeAt(index)
      if (code !== lineFeed && code !== carriageReturn) continue
      lines.push(this.finish(piece.slice(begin, index)))
      if (code === carriageReturn) {
        if (index + 1 === piece.length) this.endedWithReturn = true
        else if (piece.charCodeAt(index + 1) === lineFeed) index += 1
      }
      begin = index + 1
    }
    this.keep(piece.slice(begin))
    return lines
  }

  /** The last line, when no line end follows it. */
  end(): Line[] {
    return this.rest === '' && !this.overlong ? [] : [this.finish('')]
  }

  private keep(part: string): void {
    if (part === '' || this.overlong) return
    this.rest += part
    if (this.rest.length <= rosterLimits.lineCharacters) return
    this.rest = this.rest.slice(0, 1000)
    this.overlong = true
  }

  private finish(part: string): Line {
    this.keep(part)
    this.number += 1
    const line = { number: this.number, text: this.rest, tooLong: this.overlong }
    this.rest = ''
    this.overlong = false
    return line
  }
}
