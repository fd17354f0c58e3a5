import type { Account } from '../../../contract/accounts'
import type { KeptAccount } from '../../../contract/roster'
import type { Matching } from './matching'
import type { Pace } from './pace'
import { keyOf, type DirectoryPerson, type RosterPerson } from './persons'
import { silentFileOf, TraceIndex } from './traces'
import type { PlanningInput } from './types'

/** The day on which a person leaves is the first one without the account. */
export function isPresent({ entry }: RosterPerson, today: string): boolean {
  return entry.leavesOn === null || entry.leavesOn > today
}

export interface Absences {
  /** Accounts of persons whom the roster names by id without taking them over: leaving, or in a rejected row. */
  readonly mentioned: ReadonlySet<string>
  /** In a rejected row, by id: nobody of these has left. */
  readonly rejected: ReadonlySet<string>
  /** The day the roster names, by account id. */
  readonly leftOn: ReadonlyMap<string, string>
}

export async function absencesOf(
  input: PlanningInput,
  rows: readonly RosterPerson[],
  accounts: readonly DirectoryPerson[],
  pace: Pace
): Promise<Absences> {
  const days = new Map<string, string>()
  for (const row of rows) {
    if (pace.isDue()) await pace.rest()
    if (row.schoolId === null || row.entry.leavesOn === null || isPresent(row, input.today)) continue
    days.set(keyOf(row.kind, row.schoolId), row.entry.leavesOn)
  }
  const rejectedIds = new Set((input.rejectedIds ?? []).map((schoolId) => schoolId.trim()))
  if (days.size === 0 && rejectedIds.size === 0)
    return { mentioned: new Set(), rejected: new Set(), leftOn: new Map() }
  const present = new Set<string>()
  for (const row of rows) {
    if (pace.isDue()) await pace.rest()
    if (row.schoolId !== null && isPresent(row, input.today)) present.add(keyOf(row.kind, row.schoolId))
  }
  const rejected = new Set<string>()
  const leftOn = new Map<string, string>()
  for (const { account } of accounts) {
    if (pace.isDue()) await pace.rest()
    const schoolId = account.schoolId?.trim() ?? ''
    if (schoolId === '') continue
    const key = keyOf(account.kind, schoolId)
    // Another row of the same person that goes on wins: the person is still at the school.
    if (present.has(key)) continue
    const day = days.get(key)
    if (day !== undefined) leftOn.set(account.id, day)
    else if (rejectedIds.has(schoolId)) rejected.add(account.id)
  }
  return { mentioned: new Set([...leftOn.keys(), ...rejected]), rejected, leftOn }
}

export interface Leaver {
  readonly account: Account
  /** The day that the roster itself names; null: the person stands in it no longer. */
  readonly leftOn: string | null
}

export interface Leavers {
  readonly leavers: readonly Leaver[]
  /** Those whom a damaged row or an empty file may mean, with what it shares with them (see [Note: damaged rows]). */
  readonly mayBeMeant: KeptAccount[]
  /** Leavers whose very name stands in the roster, in the row of somebody else as it seems. */
  readonly named: number
}

/** Which of the governed accounts have left, and which are kept since nobody can be sure. */
export async function findLeavers(
  found: {
    readonly input: PlanningInput
    readonly rows: readonly RosterPerson[]
    readonly governed: readonly DirectoryPerson[]
    readonly matching: Matching
    readonly absences: Absences
  },
  pace: Pace
): Promise<Leavers> {
  const { input, rows, governed, matching, absences } = found
  const matched = new Set<string>()
  for (const { account } of matching.matches) matched.add(account.account.id)
  const missing = governed.filter(({ account: { id } }) => !matched.has(id) && !matching.spared.has(id))
  if (missing.length === 0) return { leavers: [], mayBeMeant: [], named: 0 }
  const names = new Set<string>()
  const classes = new Set<string>()
  for (const row of rows) {
    if (pace.isDue()) await pace.rest()
    if (isPresent(row, input.today)) names.add(row.name.full)
    for (const name of row.entry.classes) classes.add(name.trim().toLowerCase())
  }
  const traces = await TraceIndex.build(input.traces ?? [], input.today, pace)
  const leavers: Leaver[] = []
  const mayBeMeant: KeptAccount[] = []
  let named = 0
  for (const person of missing) {
    if (pace.isDue()) await pace.rest()
    const { account } = person
    const leftOn = absences.leftOn.get(account.id) ?? null
    const kept = leftOn === null ? keptBy(person, traces, input.silentFiles ?? [], classes) : null
    if (kept !== null) {
      mayBeMeant.push(kept)
      continue
    }
    if (absences.rejected.has(account.id)) continue
    if (leftOn === null && names.has(person.name.full)) named += 1
    leavers.push({ account, leftOn })
  }
  mayBeMeant.sort((one, other) => one.line - other.line || (one.login < other.login ? -1 : 1))
  return { leavers, mayBeMeant, named }
}

function keptBy(
  person: DirectoryPerson,
  traces: TraceIndex,
  silentFiles: readonly string[],
  classes: ReadonlySet<string>
): KeptAccount | null {
  const { id, login, givenName, familyName, schoolId, classes: own } = person.account
  const account = { account: id, login, givenName, familyName, schoolId, classes: own }
  const found = traces.find(person)
  if (found !== null) {
    const { file, line, code } = found.trace
    return { ...account, why: found.why, file, line, code }
  }
  const file = silentFileOf(person, silentFiles, classes)
  return file === null ? null : { ...account, why: 'silentFile', file, line: 0, code: null }
}
