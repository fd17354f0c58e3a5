import type { RosterNotice } from '../../../../contract/rosterNotices'
import type { RosterFile } from '../types'

/** What a file that is no table was made into. */
export interface ReadSource {
  readonly file: RosterFile
  readonly notices: readonly RosterNotice[]
}

const byteOrderMark = '\uFEFF'

/**
 * A table as text, made of a file that is none, so that everything behind reads it like any other: UTF-8, semicolons, a
 * first row of names. A row stands in the line that it is given, as far as the rows before leave room.
 */
export class MadeTable {
  private readonly lines: string[] = []

  /** `line`: where the row stands in the file that the table is made of, from 1. */
  add(line: number, cells: readonly string[]): void {
    while (this.lines.length < line - 1) this.lines.push('')
    this.lines.push(cells.map(quoted).join(';'))
  }

  toFile(name: string): RosterFile {
    return { name, bytes: Buffer.from(`${byteOrderMark}${this.lines.join('\n')}\n`, 'utf8'), isMade: true }
  }
}

/** One line; blanks at the ends and breaks mean nothing in a cell of a person. */
function quoted(cell: string): string {
  const text = cell.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/gu, ' ')
  return /[";]|^[\s=']/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
