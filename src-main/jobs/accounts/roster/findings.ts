import type { RosterEntry } from '../../../contract/roster'
import type { RosterNotice } from '../../../contract/rosterNotices'
import type { ColumnMap } from '../../../contract/roster'

const listedLines = 10

/** What is noticed while the rows of a table are read and would otherwise be dropped in silence. */
export class Findings {
  readonly notices: RosterNotice[] = []
  readonly #unread = new Set<string>()
  #left: number[] = []
  #withoutMail: number[] = []
  #withoutClass: number[] = []

  /** Watches the columns of one table. `names`: from the header; a column without one is called by its number. */
  watch(columns: ColumnMap, names: readonly string[]): (cells: readonly string[]) => void {
    const mapped = new Set(Object.values(columns))
    const seen = new Set<number>()
    return (cells) => {
      for (let column = 0; column < cells.length; column += 1) {
        if (mapped.has(column) || seen.has(column) || cells[column]?.trim() === '') continue
        seen.add(column)
        const name = names[column]?.trim() ?? ''
        this.#unread.add(name === '' ? String(column + 1) : name)
      }
    }
  }

  take(
    entry: RosterEntry,
    cells: { readonly mail: string; readonly schoolClass: string },
    today: string
  ): void {
    if (entry.classes.length === 0 && cells.schoolClass.trim() !== '') this.#withoutClass.push(entry.line)
    if (entry.leavesOn !== null && entry.leavesOn <= today) this.#left.push(entry.line)
    if (entry.mail === null && cells.mail.trim() !== '') this.#withoutMail.push(entry.line)
  }

  finish(): RosterNotice[] {
    const columns = [...this.#unread]
    return [
      ...this.notices,
      ...noticeOf('alreadyLeft', this.#left),
      ...noticeOf('classNotRead', this.#withoutClass),
      ...noticeOf('mailNotRead', this.#withoutMail),
      ...(columns.length === 0
        ? []
        : [
            {
              code: 'columnsNotRead' as const,
              parameters: { columns: columns.join(', '), count: columns.length }
            }
          ])
    ]
  }
}

/** A notice about rows, which names the first of them; no rows: none. */
export function noticeOf(
  code: 'alreadyLeft' | 'mailNotRead' | 'classNotRead' | 'loginTaken' | 'loginInvalid' | 'loginKept',
  lines: readonly number[]
): RosterNotice[] {
  if (lines.length === 0) return []
  const shown = lines.slice(0, listedLines).join(', ')
  return [
    { code, parameters: { count: lines.length, lines: lines.length > listedLines ? `${shown}, …` : shown } }
  ]
}
