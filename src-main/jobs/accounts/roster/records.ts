import type { rosterSeparators } from '../../../contract/roster'
import { rosterLimits } from './limits'
import type { Line } from './lines'

export type RosterSeparator = (typeof rosterSeparators)[number]

/** One row of a table: its cells, or why it cannot be cut into cells. */
export type RosterRecord =
  | { readonly line: number; readonly raw: string; readonly cells: readonly string[]; readonly problem: null }
  | { readonly line: number; readonly raw: string; readonly problem: 'lineTooLong' | 'unreadableQuotes' }

/** `open`: a quoted field goes on in the next line. `broken`: no reading of the quotes makes sense. */
type Cut = readonly string[] | 'open' | 'broken'

/**
 * [Note: reading CSV] Rows are cut by RFC 4180, with white space around a quoted field tolerated. The package
 * csv-parse does this too, but one lost quote makes it take the rest of the file for one field, and it cannot
 * go on behind an error. In a roster that would be a hundred pupils who seem to have left. Here a quoted field
 * may span a few lines only; when its quotes do not work out, exactly its first line is given up and reading
 * goes on with the next line.
 */
export class RecordReader {
  private open: Line[] = []

  /**
   * @param mayBreak columns whose cells may hold line breaks are told apart by this: a break in a name or an id
   * means that a quote was lost.
   */
  constructor(
    private readonly separator: RosterSeparator,
    private readonly mayBreak: (column: number) => boolean = () => true
  ) {}

  /** Takes the next line; gives the records that are complete now. Blank lines are no records. */
  push(line: Line): RosterRecord[] {
    if (this.open.length === 0 && !line.tooLong && !line.text.includes('"')) {
      if (line.text.trim() === '') return []
      return [record(line, line.text.split(this.separator))]
    }
    return this.settle([...this.open, line], false)
  }

  /** What is still open when the file ends. */
  end(): RosterRecord[] {
    return this.settle(this.open, true)
  }

  private settle(lines: readonly Line[], atEnd: boolean): RosterRecord[] {
    const records: RosterRecord[] = []
    const queue = [...lines]
    this.open = []
    while (queue.length > 0) {
      const taken = this.take(queue, atEnd)
      if (taken === null) {
        this.open = queue
        break
      }
      queue.splice(0, taken.lines)
      if (taken.record !== null) records.push(taken.record)
    }
    return records
  }

  /** The first record of the lines and how many of them it takes; null: more lines are needed. */
  private take(
    lines: readonly Line[],
    atEnd: boolean
  ): { record: RosterRecord | null; lines: number } | null {
    const [first] = lines
    if (first === undefined) return null
    if (first.tooLong) return { record: broken(first, 'lineTooLong'), lines: 1 }
    if (first.text.trim() === '') return { record: null, lines: 1 }
    let text = ''
    for (let count = 1; count <= rosterLimits.quotedLines; count += 1) {
      const line = lines[count - 1]
      if (line === undefined) return atEnd ? { record: broken(first, 'unreadableQuotes'), lines: 1 } : null
      if (line.tooLong) break
      text = count === 1 ? line.text : `${text}\n${line.text}`
      if (count > 1 && text.length > rosterLimits.quotedCharacters) break
      const cut = cutCells(text, this.separator)
      if (cut === 'broken') break
      if (cut === 'open') continue
      if (count > 1 && !this.isCredible(cut, lines.slice(1, count))) break
      return { record: record(first, cut), lines: count }
    }
    return { record: broken(first, 'unreadableQuotes'), lines: 1 }
  }

  /** A lost quote can pair up with a later one and swallow whole rows in between; such a reading is refused. */
  private isCredible(cells: readonly string[], continuation: readonly Line[]): boolean {
    const breaksBadly = cells.some((cell, column) => cell.includes('\n') && !this.mayBreak(column))
    const swallowsRow =
      cells.length > 2 && continuation.some((line) => line.text.split(this.separator).length >= cells.length)
    return !breaksBadly && !swallowsRow
  }
}

function record(line: Line, cells: readonly string[]): RosterRecord {
  return { line: line.number, raw: line.text, cells, problem: null }
}

function broken(line: Line, problem: 'lineTooLong' | 'unreadableQuotes'): RosterRecord {
  return { line: line.number, raw: line.text, problem }
}

/** Cuts text into cells. A quote inside an unquoted cell is part of it as long as it has a partner. */
function cutCells(text: string, separator: RosterSeparator): Cut {
  const cells: string[] = []
  let position = 0
  for (;;) {
    const quote = skipBlanks(text, position, separator)
    if (text[quote] !== '"') {
      const end = text.indexOf(separator, position)
      const cell = end === -1 ? text.slice(position) : text.slice(position, end)
      if (cell.includes('"') && cell.split('"').length % 2 === 0) return 'broken'
      cells.push(cell)
      if (end === -1) return cells
      position = end + 1
      continue
    }
    const close = findClosingQuote(text, quote + 1)
    if (close === -1) return 'open'
    cells.push(text.slice(quote + 1, close).replaceAll('""', '"'))
    const next = skipBlanks(text, close + 1, separator)
    if (next === text.length) return cells
    if (text[next] !== separator) return 'broken'
    position = next + 1
  }
}

function skipBlanks(text: string, from: number, separator: RosterSeparator): number {
  let position = from
  while (text[position] === ' ' || (text[position] === '\t' && separator !== '\t')) position += 1
  return position
}

function findClosingQuote(text: string, from: number): number {
  let position = text.indexOf('"', from)
  while (position !== -1 && text[position + 1] === '"') position = text.indexOf('"', position + 2)
  return position
}
