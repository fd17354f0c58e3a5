import { fail, succeed, type Result } from '../../../contract/result'
import { isOtherName, isSamePerson, swappedFull } from './identity'
import type { Pace } from './pace'
import { addTo, keyOf, type AccountsById, type DirectoryPerson, type RosterPerson } from './persons'
import { bareId } from './traces'

/** Fewer of somebody else's numbers than this may be chance, and a person can look through them one by one. */
const few = 5
/** A single row may be a slip of the pen; two that outnumber all others are the columns. */
const fewSwapped = 2

/**
 * Recognises what is wrong with a list as a whole and would otherwise look like hundreds of single changes. Nothing is
 * planned then; one sentence says what has happened.
 *
 * Fails with `plan.namesSwapped` (first and last names stand in each other's column) and `plan.idsOfOthers` (the id
 * numbers belong to other persons: a running number that has moved, or another school's).
 */
export async function refuseWrongColumns(
  rows: readonly RosterPerson[],
  accounts: readonly DirectoryPerson[],
  byId: AccountsById,
  guardPercent: number,
  pace: Pace
): Promise<Result<undefined>> {
  if (accounts.length === 0) return succeed()
  let straight = 0
  let matched = 0
  let others = 0
  const otherwise: RosterPerson[] = []
  for (const row of rows) {
    if (pace.isDue()) await pace.rest()
    const person = row.schoolId === null ? undefined : byId.only(keyOf(row.kind, row.schoolId))
    if (person !== undefined) {
      matched += 1
      if (person.name.full !== row.name.full && isOtherName(row.name, person.name)) others += 1
    }
    if (person?.name.full === row.name.full) straight += 1
    else otherwise.push(row)
  }
  const swapped = await countSwapped(otherwise, accounts, pace)
  straight += swapped.straight
  if (swapped.swapped >= fewSwapped && swapped.swapped > straight)
    return fail('plan.namesSwapped', { rows: swapped.swapped })
  if (others >= few && others * 100 > matched * guardPercent)
    return fail('plan.idsOfOthers', { rows: others, matched })
  return succeed()
}

/** How many of the rows are called like an account, and how many would be with their names the other way round. */
async function countSwapped(
  rows: readonly RosterPerson[],
  accounts: readonly DirectoryPerson[],
  pace: Pace
): Promise<{ straight: number; swapped: number }> {
  const counts = { straight: 0, swapped: 0 }
  if (rows.length === 0) return counts
  const names = new Set<string>()
  for (const { account, name } of accounts) {
    if (pace.isDue()) await pace.rest()
    names.add(keyOf(account.kind, name.full))
  }
  for (const row of rows) {
    if (pace.isDue()) await pace.rest()
    if (names.has(keyOf(row.kind, row.name.full))) counts.straight += 1
    else if (names.has(keyOf(row.kind, swappedFull(row.name)))) counts.swapped += 1
  }
  return counts
}

/**
 * Gives ids back the zeros at their beginning that a spreadsheet has taken: where an account has the number with its
 * zeros and name and birth date say that it is the person. Where most of a list is like this, it is the whole column,
 * and new persons get numbers as long as the others'.
 */
export async function restoreZeros(
  rows: readonly RosterPerson[],
  accounts: readonly DirectoryPerson[],
  byId: AccountsById,
  pace: Pace
): Promise<{ readonly rows: readonly RosterPerson[]; readonly restored: number }> {
  const byBareId = new Map<string, DirectoryPerson[]>()
  const lengths = new Set<number>()
  for (const person of accounts) {
    if (pace.isDue()) await pace.rest()
    const schoolId = person.account.schoolId?.trim() ?? ''
    if (!/^\d+$/u.test(schoolId)) continue
    lengths.add(schoolId.length)
    if (schoolId.startsWith('0')) addTo(byBareId, keyOf(person.account.kind, bareId(schoolId)), person)
  }
  if (byBareId.size === 0) return { rows, restored: 0 }
  const restored = new Map<RosterPerson, string>()
  let lostElsewhere = 0
  let kept = false
  for (const row of rows) {
    if (pace.isDue()) await pace.rest()
    const { schoolId, kind } = row
    if (schoolId === null || !/^\d+$/u.test(schoolId)) continue
    if (schoolId.startsWith('0')) kept = true
    if (byId.has(keyOf(kind, schoolId))) continue
    const [person, ...more] = byBareId.get(keyOf(kind, bareId(schoolId))) ?? []
    if (person === undefined || more.length > 0) continue
    if (isSamePerson(row, person)) restored.set(row, person.account.schoolId?.trim() ?? schoolId)
    else lostElsewhere += 1
  }
  if (restored.size === 0) return { rows, restored: 0 }
  const [length = 0, ...otherLengths] = lengths
  const isWholeColumn = !kept && restored.size > lostElsewhere
  const mended = rows.map((row) => {
    const { schoolId } = row
    const found = restored.get(row)
    if (found !== undefined) return row.withSchoolId(found)
    if (!isWholeColumn || otherLengths.length > 0 || schoolId === null || !/^\d+$/u.test(schoolId)) return row
    return schoolId.length < length ? row.withSchoolId(schoolId.padStart(length, '0')) : row
  })
  const changed = mended.filter((row, place) => row !== rows[place])
  return { rows: mended, restored: changed.length }
}
