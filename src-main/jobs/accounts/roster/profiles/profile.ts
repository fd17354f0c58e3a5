import type { PersonKind } from '../../../../contract/accounts'
import type { ColumnMap, RosterField, RosterFormat, RosterReading } from '../../../../contract/roster'
import type { Result } from '../../../../contract/result'
import type { StatusVerdict } from '../fields'
import type { RosterSeparator } from '../records'

/** What a profile looks at: the file's name and its first rows. */
export interface TableHead {
  /** Without folders. */
  readonly file: string
  readonly separator: RosterSeparator
  readonly rows: readonly (readonly string[])[]
}

/** How a profile wants a table to be read. */
export interface TableLayout {
  readonly hasHeader: boolean
  readonly columns: ColumnMap
  /** See `RowRules`. */
  readonly required: readonly RosterField[]
  /** Rows that begin with this mark are comments; null: there are none. */
  readonly commentMark: string | null
  readonly judgeStatus: (cell: string) => StatusVerdict
  /** Rows may be longer than the header. */
  readonly looseWidth: boolean
  /** Whom the table lists by the format's own word; absent: whom a person says. */
  readonly kind?: PersonKind
  /** What the columns are called where no header says so, for those that are not read. */
  readonly names?: readonly string[]
  /** Turns days as only this format writes them into a notation that `readDay` knows. */
  readonly plainDay?: (cell: string) => string
}

/** The formats that are one table, or several of one shape. */
export type TableFormat = Exclude<RosterFormat, 'oneroster' | 'sds' | 'clever'>

/** A format that is one table, or several tables of one shape (an export per class). */
export interface TableProfile {
  readonly format: TableFormat
  /** Files of a folder or zip that this format is made of; null: every text file. */
  readonly fileName: RegExp | null
  /** The format's own separator; null: found by looking. */
  readonly separator: RosterSeparator | null
  /** Whether a file is surely of this format; asked in the order of the registry. */
  recognises(head: TableHead): boolean
  /** Fails with `roster.columnMissing` or the like where the table is not of this format. */
  layout(head: TableHead, reading: Pick<RosterReading, 'columns' | 'hasHeader'>): Result<TableLayout>
}

/** The last part of a path inside an archive or folder. */
export function baseName(path: string): string {
  return path.split(/[/\\]/u).at(-1) ?? path
}
