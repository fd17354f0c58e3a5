import type { ColumnMap } from '../../../contract/roster'
import { foldWord, readDay, reject, shortened, type Rejection } from './fields'
import { commonColumnNames } from './headers'
import type { Table } from './table'
import { baseName } from './profiles/profile'

/** Rows that are about nobody: a header that was pasted along, a footer that a report writes. */

const headerWords = new Set(
  Object.values(commonColumnNames).flatMap((names) => names.map((name) => foldWord(name)))
)
/** How reports begin a line about themselves. A single word may be somebody's name, too. */
const footerWords =
  /^(?:stand|datum|date|seite|page|anzahl|summe|gesamt|insgesamt|total|quelle|schuljahr|bemerkung|hinweis|ende)[ .:]*$/iu
const footerPhrase =
  /^(?:(?:stand|erstellt|erzeugt|gedruckt|ausgedruckt|exportiert|printed|created|exported)[ .:]+(?:von|am|vom|durch|mit|by|on)\b|(?:anzahl|summe|zahl) der\b|druckdatum|exportdatum)/iu

/** Names repeat; beyond this many a new start costs less than the memory. */
const rememberedNames = 20_000
const isHeaderName = new Map<string, boolean>()

function isHeaderWord(name: string): boolean {
  const known = isHeaderName.get(name)
  if (known !== undefined) return known
  const isOne = headerWords.has(foldWord(name))
  if (isHeaderName.size >= rememberedNames) isHeaderName.clear()
  isHeaderName.set(name, isOne)
  return isOne
}

/** null: the row may well be about somebody. */
export function strangerIn(
  cells: readonly string[],
  columns: ColumnMap,
  header: readonly string[] | null
): { rejection: Rejection } | null {
  const at = (field: keyof ColumnMap): string => {
    const column = columns[field]
    return column === undefined ? '' : (cells[column] ?? '').trim()
  }
  if (header?.every((name, column) => name.trim() === (cells[column] ?? '').trim()) === true)
    return reject('headerRepeated')
  if (isHeaderWord(at('familyName')) && isHeaderWord(at('givenName'))) return reject('headerRepeated')
  if (at('schoolClass') !== '') return null
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const [first = '', second = ''] = filled
  const hasId = at('schoolId') !== '' && at('schoolId') !== first
  const hasDay = typeof readDay(at('birthDate'), '2999-12-31') === 'string'
  if (hasId || hasDay || filled.length > 3) return null
  const isFooter =
    footerPhrase.test(first) || (footerWords.test(first) && (second === '' || /\d/u.test(second)))
  if (isFooter) return reject('noPerson', { text: shortened(first) })
  return null
}

const teachersFile = /(?:^|[^\p{L}])(?:lehrer|lehrkr|lehrpers|kollegium|teacher)/iu
const teachersColumns = [
  'kuerzel',
  'lehrerkuerzel',
  'dienstbezeichnung',
  'amtsbezeichnung',
  'lehrernummer',
  'personalnummer',
  'deputat'
]

/** Whether a file among those of class lists is a list of teachers, by its name or by columns that only they have. */
export function listsTeachers(table: Table): boolean {
  if (teachersFile.test(baseName(table.file.name))) return true
  const words = (table.head[0]?.cells ?? []).map(foldWord)
  return (
    teachersColumns.some((word) => words.includes(word)) && !words.some((word) => word.startsWith('klasse'))
  )
}
