import { fail, succeed } from '../../../../contract/result'
import type { RosterField, RosterFormat } from '../../../../contract/roster'
import { foldWord, judgeStatusWord } from '../fields'
import { mapColumns, type ColumnNames } from '../headers'
import type { TableProfile } from './profile'

/**
 * A format whose columns are known by their names, in any order. It is recognised by a set of names that no other
 * format has together.
 */
export function namedProfile(description: {
  readonly format: RosterFormat
  /** Each set of column names proves the format. */
  readonly signatures: readonly (readonly string[])[]
  readonly names: ColumnNames
}): TableProfile {
  const { format, names, signatures } = description
  const required: readonly RosterField[] = ['familyName', 'givenName', 'birthDate', 'schoolClass', 'schoolId']
  return {
    format,
    fileName: null,
    separator: null,
    recognises({ rows }) {
      const words = new Set((rows[0] ?? []).map(foldWord))
      return signatures.some((signature) => signature.every((name) => words.has(foldWord(name))))
    },
    layout({ file, rows }) {
      const columns = mapColumns(rows[0] ?? [], names)
      for (const field of ['familyName', 'givenName'] as const) {
        if (columns[field] === undefined)
          return fail('roster.columnMissing', { file, column: names[field]?.[0] ?? field })
      }
      return succeed({
        hasHeader: true,
        columns,
        required,
        commentMark: null,
        judgeStatus: judgeStatusWord,
        looseWidth: false
      })
    }
  }
}
