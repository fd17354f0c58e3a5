import { fail, succeed, type Result } from '../../../contract/result'
import { isOtherName, isSamePerson } from './identity'
import type { Pace } from './pace'
import { addTo, keyOf, type ComparableName, type DirectoryPerson, type RosterPerson } from './persons'
import { bareId } from './traces'

/** Fewer than this may be chance, and a person can look through them one by one. */
const few = 5

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
  guardPercent: number,
  pace: Pace
): Promise<Result<undefined>> {
  const names = new Set<string>()
  const byId = new Map<string, DirectoryPerson[]>()
  for (const person of accounts) {
    await pace.breathe()
    const { kind, schoolId } = person.account
    names.add(keyOf(kind, person.name.full))
    if (schoolId !== null) addTo(byId, keyOf(kind, schoolId.trim()), person)
  }
  let straight = 0
  let swapped = 0
  let matched = 0
  let others = 0
  for (const row of rows) {
    await pace.breathe()
    if (names.has(keyOf(row.kind, row.name.full))) straight += 1
    else if (names.has(keyOf(row.kind, swappedName(row.name)))) swapped += 1
    const [person, ...more] = row.schoolId === null ? [] : (byId.get(keyOf(row.kind, row.schoolId)) ?? [])
    if (person === undefined || more.length > 0) continue
    matched += 1
    if (isOtherName(row.name, person.name)) others += 1
  }
  if (swapped >= few && swapped > straight) return fail('plan.namesSwapped', { rows: swapped })
  if (others >= few && others * 100 > matched * guardPercent)
    return fail('plan.idsOfOthers', { rows: others, matched })
  return succeed()
}

function swappedName({ given, family }: ComparableName): string {
  return `${family} ${given}`
}

/**
 * Gives ids back the zeros at their beginning that a spreadsheet has taken: where an account has the number with its
 * zeros and name and birth date say that it is the person. Where most of a list is like this, it is the whole column,
 * and new persons get numbers as long as the others'.
 */
export async function restoreZeros(
  rows: readonly RosterPerson[],
  accounts: readonly DirectoryPerson[],
  pace: Pace
): Promise<{ readonly rows: readonly RosterPerson[]; readonly restored: number }> {
  const exact = new Set<string>()
  const byBareId = new Map<string, DirectoryPerson[]>()
  const lengths = new Set<number>()
  for (const person of accounts) {
    await pace.breathe()
    const schoolId = person.account.schoolId?.trim() ?? ''
    if (schoolId === '') continue
    exact.add(keyOf(person.account.kind, schoolId))
    if (!/^\d+$/u.test(schoolId)) continue
    lengths.add(schoolId.length)
    if (schoolId.startsWith('0')) addTo(byBareId, keyOf(person.account.kind, bareId(schoolId)), person)
  }
  if (byBareId.size === 0) return { rows, restored: 0 }
  const restored = new Map<RosterPerson, string>()
  let lostElsewhere = 0
  let kept = false
  for (const row of rows) {
    await pace.breathe()
    const { schoolId, kind } = row
    if (schoolId === null || !/^\d+$/u.test(schoolId)) continue
    if (schoolId.startsWith('0')) kept = true
    if (exact.has(keyOf(kind, schoolId))) continue
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
    if (found !== undefined) return { ...row, schoolId: found }
    if (!isWholeColumn || otherLengths.length > 0 || schoolId === null || !/^\d+$/u.test(schoolId)) return row
    return schoolId.length < length ? { ...row, schoolId: schoolId.padStart(length, '0') } : row
  })
  const changed = mended.filter((row, place) => row !== rows[place])
  return { rows: mended, restored: changed.length }
}
