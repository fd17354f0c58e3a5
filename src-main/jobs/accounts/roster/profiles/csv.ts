import { fail, succeed } from '../../../../contract/result'
import type { ColumnMap, RosterField } from '../../../../contract/roster'
import { judgeStatusWord } from '../fields'
import { commonColumnNames, looksLikeHeader, mapColumns } from '../headers'
import type { TableProfile } from './profile'

const requiredWhereMapped: readonly RosterField[] = [
  'familyName',
  'givenName',
  'schoolId',
  'birthDate',
  'schoolClass',
  'kind'
]

/**
 * Any table of persons. A person maps its columns; until then they are guessed by their German or English names
 * (`commonColumnNames`). Without a header nothing is guessed: every row is listed as rejected until the columns
 * are mapped, so that the wizard has rows to show. A mapping that a person made must name both names (P3).
 *
 * A status column holds words: empty, aktiv, beurlaubt, extern (current); Abgang, Abschluss, inaktiv (gone).
 */
export const csvProfile: TableProfile = {
  format: 'csv',
  fileName: null,
  separator: null,
  recognises: () => true,
  layout({ rows }, reading) {
    const first = rows[0] ?? []
    const hasHeader = reading.hasHeader ?? looksLikeHeader(first)
    const chosen = reading.columns ?? null
    if (chosen !== null && chosen.familyName === undefined) return fail('roster.familyNameUnmapped')
    if (chosen !== null && chosen.givenName === undefined) return fail('roster.givenNameUnmapped')
    const columns: ColumnMap = chosen ?? (hasHeader ? mapColumns(first, commonColumnNames) : {})
    return succeed({
      hasHeader,
      columns,
      required: requiredWhereMapped,
      commentMark: null,
      judgeStatus: judgeStatusWord,
      looseWidth: false
    })
  }
}
