import type { PersonKind } from '../../../../contract/accounts'
import { fail, succeed } from '../../../../contract/result'
import type { RosterField } from '../../../../contract/roster'
import { foldWord, judgeStatusWord } from '../fields'
import { commonColumnNames, mapColumns, type ColumnNames } from '../headers'
import type { TableFormat, TableHead, TableLayout, TableProfile } from './profile'

interface NamedFormat {
  readonly format: TableFormat
  /** Each set of column names proves the format. */
  readonly signatures: readonly (readonly string[])[]
  readonly names: ColumnNames
  /** Whom the table lists, where its columns say so; undefined: they do not. */
  readonly kindOf?: (words: ReadonlySet<string>) => PersonKind | undefined
  readonly judgeStatus?: TableLayout['judgeStatus']
  /** See `TableLayout`; from the table's first rows. */
  readonly plainDay?: (rows: TableHead['rows']) => (cell: string) => string
}

/**
 * A format whose columns are known by their names, in any order. It is recognised by a set of names that no other
 * format has together. What every program calls alike (an addition to the name, a wished login) need not be among its
 * `names`.
 */
export function namedProfile(description: NamedFormat): TableProfile {
  return {
    format: description.format,
    fileName: null,
    separator: null,
    recognises: ({ rows }) => hasSignature(rows[0] ?? [], description.signatures),
    layout: (head) => namedLayout(head, description)
  }
}

/** Whether a header has all the names of one of the sets. */
export function hasSignature(header: readonly string[], signatures: NamedFormat['signatures']): boolean {
  const words = new Set(header.map(foldWord))
  return signatures.some((signature) => signature.every((name) => words.has(foldWord(name))))
}

/** Written by a school that wishes logins; other words are logins of the program itself. */
const wishes = ['Wunschlogin', 'Gewünschter Anmeldename']

const required: readonly RosterField[] = ['familyName', 'givenName', 'birthDate', 'schoolClass', 'schoolId']

export function namedLayout(
  { file, rows }: TableHead,
  { names, kindOf, judgeStatus, plainDay }: Omit<NamedFormat, 'signatures'>
): ReturnType<TableProfile['layout']> {
  const [header = []] = rows
  const { nameAddition = [] } = commonColumnNames
  const columns = mapColumns(header, { nameAddition, login: wishes, ...names })
  for (const field of ['familyName', 'givenName'] as const) {
    if (columns[field] === undefined)
      return fail('roster.columnMissing', { file, column: names[field]?.[0] ?? field })
  }
  const kind = kindOf?.(new Set(header.map(foldWord)))
  return succeed({
    hasHeader: true,
    columns,
    required,
    commentMark: null,
    judgeStatus: judgeStatus ?? judgeStatusWord,
    looseWidth: false,
    ...(kind === undefined ? {} : { kind }),
    ...(plainDay === undefined ? {} : { plainDay: plainDay(rows) })
  })
}
