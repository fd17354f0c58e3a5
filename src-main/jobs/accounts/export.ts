import type { Account } from '../../contract/accounts'
import { toCsv } from './csv'

/**
 * Names and id numbers, nothing else: what a service provider needs who makes the accounts (P3). Accounts without
 * an id number are no registered members and stay out. `schoolClass` null: everybody.
 */
export function exportOf(accounts: readonly Account[], schoolClass: string | null): Uint8Array {
  const rows = accounts.flatMap(({ schoolId, givenName, familyName, classes, leaverSince }) => {
    if (schoolId === null || leaverSince !== null) return []
    return schoolClass === null || classes.includes(schoolClass) ? [[familyName, givenName, schoolId]] : []
  })
  const collator = new Intl.Collator('de', { numeric: true })
  rows.sort((left, right) => collator.compare(left.join('\n'), right.join('\n')))
  return toCsv([['Nachname', 'Vorname', 'ID-Nummer'], ...rows])
}

/** A class's name may hold what no file name can. */
export function exportFileName(schoolClass: string | null): string {
  return schoolClass === null ? 'Konten.csv' : `Konten-${schoolClass.replaceAll(/[^\p{L}\p{N}-]/gu, '_')}.csv`
}
