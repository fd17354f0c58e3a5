import { encodingNames, type RosterEntry } from '../../../contract/roster'
import type { RosterNotice } from '../../../contract/rosterNotices'
import type { FoundEncoding } from './letters'
import { withoutRemarks } from './remarks'

const listedLines = 10

/** What is noticed while the rows of a table are read and would otherwise be dropped in silence. */
export class Findings {
  readonly notices: RosterNotice[] = []
  readonly #unread = new Set<string>()
  #left: number[] = []
  #withoutMail: number[] = []
  #withoutClass: number[] = []
  #withoutClassAsGuardian: number[] = []
  #remarked: number[] = []
  #remark = ''

  /** An encoding that nobody expects is told; one that is not certain is asked about. */
  tellEncoding(file: string, { encoding, isCertain, example }: FoundEncoding): void {
    if (example === '') return
    this.notices.push({
      code: isCertain ? 'encodingUnusual' : 'encodingDoubtful',
      parameters: { file, encoding: encodingNames[encoding], example }
    })
  }

  /**
   * Watches the columns of one table. `mapped`: those that are read; `names`: from the header; a column without one is
   * called by its number.
   */
  watch(mapped: ReadonlySet<number>, names: readonly string[]): (cells: readonly string[]) => void {
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
    cells: {
      readonly mail: string
      readonly schoolClass: string
      readonly classLost?: boolean
      readonly familyName: string
      readonly givenName: string
    },
    today: string
  ): void {
    const withoutClass = entry.classes.length === 0 && cells.schoolClass.trim() !== ''
    if (withoutClass || cells.classLost === true)
      (entry.kind === 'guardian' ? this.#withoutClassAsGuardian : this.#withoutClass).push(entry.line)
    if (entry.leavesOn !== null && entry.leavesOn <= today) this.#left.push(entry.line)
    this.#takeNames(entry, cells)
    if (entry.mail === null && cells.mail.trim() !== '') this.#withoutMail.push(entry.line)
  }

  #takeNames(entry: RosterEntry, cells: { readonly familyName: string; readonly givenName: string }): void {
    const before = [cells.givenName.trim(), cells.familyName.trim()]
    if (before[0] === entry.givenName && before[1] === entry.familyName) return
    if (before.every((name) => withoutRemarks(name) === name)) return
    this.#remarked.push(entry.line)
    if (this.#remark === '') this.#remark = `${before.join(' ')} → ${entry.givenName} ${entry.familyName}`
  }

  finish(): RosterNotice[] {
    const columns = [...this.#unread]
    return [
      ...this.notices,
      ...noticeOf('alreadyLeft', this.#left),
      ...noticeOf('classNotRead', this.#withoutClass),
      ...noticeOf('guardiansWithoutClass', this.#withoutClassAsGuardian),
      ...noticeOf('mailNotRead', this.#withoutMail),
      ...noticeOf('remarksTakenOff', this.#remarked, { example: this.#remark }),
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
  code:
    | 'alreadyLeft'
    | 'mailNotRead'
    | 'classNotRead'
    | 'remarksTakenOff'
    | 'loginTaken'
    | 'loginInvalid'
    | 'loginKept'
    | 'guardiansWithoutClass'
    | 'guardiansNotRead'
    | 'childrenUnknown',
  lines: readonly number[],
  more: Readonly<Record<string, string>> = {}
): RosterNotice[] {
  if (lines.length === 0) return []
  const shown = lines.slice(0, listedLines).join(', ')
  return [
    {
      code,
      parameters: {
        count: lines.length,
        lines: lines.length > listedLines ? `${shown}, …` : shown,
        ...more
      }
    }
  ]
}
