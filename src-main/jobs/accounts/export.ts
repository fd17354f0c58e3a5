import type { Account } from '../../contract/accounts'
import { filled, type Language, type Text } from '../../contract/language'
import { toCsv } from './csv'

export interface ExportedNames {
  readonly bytes: Uint8Array
  /** Of persons. */
  readonly count: number
}

const columns: readonly Text[] = [
  { de: 'Nachname', en: 'Last name' },
  { de: 'Vorname', en: 'First name' },
  { de: 'ID-Nummer', en: 'Id number' }
]

/**
 * Names and id numbers, nothing else: what a service provider needs who makes the accounts (P3). Accounts without
 * an id number are no registered members and stay out. `schoolClass` null: everybody. The head line is in this language.
 */
export function exportOf(
  accounts: readonly Account[],
  schoolClass: string | null,
  language: Language
): ExportedNames {
  const rows = accounts.flatMap(({ schoolId, givenName, familyName, classes, leaverSince }) => {
    if (schoolId === null || leaverSince !== null) return []
    return schoolClass === null || classes.includes(schoolClass) ? [[familyName, givenName, schoolId]] : []
  })
  const collator = new Intl.Collator('de', { numeric: true })
  rows.sort((left, right) => collator.compare(left.join('\n'), right.join('\n')))
  return { bytes: toCsv([columns.map((column) => column[language]), ...rows]), count: rows.length }
}

/** A class's name may hold what no file name can. */
export function exportFileName(schoolClass: string | null): Text {
  const part = schoolClass === null ? '' : `-${schoolClass.replaceAll(/[^\p{L}\p{N}-]/gu, '_')}`
  return filled({ de: 'Konten{part}.csv', en: 'Accounts{part}.csv' }, { part })
}
