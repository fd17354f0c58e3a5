import type { Account } from '../../../contract/accounts'
import type { RosterPerson } from './persons'

const pattern = /^NW-(\d{1,12})$/

/** A number that Netzwart gave, since the school had none. */
export function isOwnNumber(schoolId: string | null): boolean {
  return pattern.test(schoolId?.trim() ?? '')
}

/**
 * Gives out id numbers of Netzwart's own to persons whose school has none: `NW-000001`, `NW-000002`, … after
 * the highest that occurs in directory or roster.
 */
export function nextSchoolIds(rows: readonly RosterPerson[], accounts: readonly Account[]): () => string {
  let highest = 0
  const see = (schoolId: string | null): void => {
    const [, digits] = pattern.exec(schoolId?.trim() ?? '') ?? []
    if (digits !== undefined) highest = Math.max(highest, Number(digits))
  }
  for (const row of rows) see(row.schoolId)
  for (const account of accounts) see(account.schoolId)
  return () => {
    highest += 1
    return `NW-${String(highest).padStart(6, '0')}`
  }
}
