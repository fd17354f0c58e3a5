import type { RosterSchool } from '../../../../contract/roster'
import type { RosterNotice } from '../../../../contract/rosterNotices'
import type { RosterFile } from '../types'

/** What a file that is no table was made into. */
export interface ReadSource {
  readonly file: RosterFile
  readonly notices: readonly RosterNotice[]
  /** Of a file that tells schools apart. */
  readonly schools?: {
    readonly all: readonly RosterSchool[]
    /** The id of the one whose persons were taken; null: all were. */
    readonly chosen: string | null
  }
}

const linesAtOnce = 1000
const byteOrderMark = '\uFEFF'

/**
 * A table as text, made of a file that is none, so that everything behind reads it like any other: UTF-8, semicolons, a
 * first row of names. A row stands in the line that it is given, as far as the rows before leave room.
 */
export class MadeTable {
  private readonly parts: Buffer[] = [Buffer.from(byteOrderMark)]
  private lines: string[] = []
  private height = 0

  /** `line`: where the row stands in the file that the table is made of, from 1. */
  add(line: number, cells: readonly string[]): void {
    while (this.height < line - 1) this.push('')
    this.push(cells.map(quoted).join(';'))
  }

  toFile(name: string): RosterFile {
    this.pack()
    return { name, bytes: Buffer.concat(this.parts), isMade: true }
  }

  private push(line: string): void {
    this.lines.push(line)
    this.height += 1
    // A whole table at once would be a long stretch of work.
    if (this.lines.length >= linesAtOnce) this.pack()
  }

  private pack(): void {
    if (this.lines.length > 0) this.parts.push(Buffer.from(`${this.lines.join('\n')}\n`))
    this.lines = []
  }
}

/** One line; blanks at the ends and breaks mean nothing in a cell of a person. */
function quoted(cell: string): string {
  const text = cell.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/gu, ' ')
  return /[";]|^[\s=']/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
