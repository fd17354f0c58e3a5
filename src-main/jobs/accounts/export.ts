import type { Account } from '../../contract/accounts'
import { toCsv } from './csv'

export interface ExportedNames {
  readonly bytes: Uint8Array
  /** Of persons. */
  readonly count: number
}

/**
 * Names and id numbers, nothing else: what a service provider needs who makes the accounts (P3). Accounts without
 * an id number are no registered members and stay out. `schoolClass` null: everybody.
 */
export function exportOf(accounts: readonly Account[], schoolClass: string | null): ExportedNames {
  const rows = accounts.flatMap(({ schoolId, givenName, familyName, classes, leaverSince }) => {
    if (schoolId === null || leaverSince !== null) return []
    return schoolClass === null || classes.includes(schoolClass) ? [[familyName, givenName, schoolId]] : []
  })
  const collator = new Intl.Collator('de', { numeric: true })
  rows.sort((left, right) => collator.compare(left.join('\n'), right.join('\n')))
  return { bytes: toCsv([['Nachname', 'Vorname', 'ID-Nummer'], ...rows]), count: rows.length }
}

/** A class's name may hold what no file name can. */
export function exportFileName(schoolClass: string | null): string {
  return schoolClass === null ? 'Konten.csv' : `Konten-${schoolClass.replaceAll(/[^\p{L}\p{N}-]/gu, '_')}.csv`
}
