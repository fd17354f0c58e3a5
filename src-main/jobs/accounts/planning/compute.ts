import type { Account } from '../../../contract/accounts'
import type { Plan } from '../../../contract/plan'
import { fail, succeed, type Result } from '../../../contract/result'
import { ClassNames } from './classes'
import { confirmationNeeded, refuseAccidents } from './guards'
import { blockedLogins, isUsablePattern, LoginAllocator } from './login'
import { matchRoster, type Matching } from './matching'
import { Pace } from './pace'
import {
  comparableName,
  compareText,
  keyOf,
  rosterPerson,
  type DirectoryPerson,
  type RosterPerson
} from './persons'
import { nextSchoolIds } from './school-ids'
import { arrange, type AccountSteps } from './steps'
import { StepWriter } from './step-writer'
import type { Planning, PlanningCounts, PlanningInput } from './types'

/**
 * Computes the plan that brings the directory to what the roster says (P1, P3, P8). Changes nothing.
 *
 * The roster governs the accounts of its kind that have a school id; all others are never touched. A person
 * whose account is suspended as a sanction (P9) stays suspended whatever the roster says. The same input gives
 * the same plan, in whatever order the rows come; on a directory that already is as the roster says the plan is
 * null. Takes linear time and lets the event loop run while it works.
 *
 * Fails with `plan.rosterEmpty`, `plan.rosterTruncated`, `plan.rosterMatchesNobody` (accident guards) and
 * `plan.loginPatternUnusable`.
 */
export async function computePlan(input: PlanningInput): Promise<Result<Planning>> {
  const { roster, snapshot, layout, settings } = input
  if (!isUsablePattern(settings.logins.pattern))
    return fail('plan.loginPatternUnusable', { pattern: settings.logins.pattern })
  const pace = new Pace()
  const rows = await prepareRows(input, pace)
  const accounts = await prepareAccounts(input, pace)
  const present = rows.filter(({ entry }) => entry.leavesOn === null || entry.leavesOn > input.today)
  const absences = absencesOf(input, rows)
  const matching = await matchRoster(
    { rows: present, accounts, decisions: input.decisions, mentioned: absences.mentioned },
    pace
  )
  const governed = snapshot.accounts.filter((account) => isGoverned(account, input))
  const leavers = leaversOf(governed, matching, absences)
  const figures = {
    entries: roster.entries.length,
    persons: rows.filter((row) => row.kind === roster.kind).length + (input.rejectedIds?.length ?? 0),
    governed: governed.length,
    mentioned: governed.length - leavers.filter(({ leftOn }) => leftOn === null).length,
    leavers: leavers.length
  }
  const refusal = refuseAccidents(figures)
  if (!refusal.ok) return refusal

  const classes = new ClassNames(snapshot.groups, present, layout)
  const writer = new StepWriter({
    layout,
    settings,
    today: input.today,
    classes,
    logins: new LoginAllocator(settings.logins, takenNames(input, classes)),
    schoolIds: nextSchoolIds(rows, snapshot.accounts)
  })
  const written: AccountSteps[] = []
  const matches = [...matching.matches].sort((a, b) => compareText(a.row.order, b.row.order))
  for (const match of matches) {
    await pace.breathe()
    written.push(writer.change(match))
  }
  const newcomers = [...matching.newcomers].sort((a, b) => compareText(a.order, b.order))
  for (const row of newcomers) {
    await pace.breathe()
    written.push(writer.create(row))
  }
  for (const { account, leftOn } of leavers) {
    await pace.breathe()
    written.push(writer.leave(account, leftOn))
  }
  const changed = written.filter((account) => account.steps.length > 0)
  changed.sort((a, b) => compareText(a.order, b.order))
  await pace.breathe()
  const { steps, birthDates } = arrange(changed, {
    containers: snapshot.missingContainers,
    classExists: (name) => classes.exists(name),
    layout
  })
  const count = (kind: string): number => steps.filter((step) => step.kind === kind).length
  const counts: PlanningCounts = {
    create: count('create'),
    rename: count('rename'),
    changeClass: count('changeClass'),
    reactivate: count('reactivate'),
    leave: count('leave'),
    unchanged: written.length - changed.length
  }
  return succeed({
    plan: steps.length === 0 ? null : planOf(input, steps),
    counts,
    doubtful: [...matching.doubtful].sort((a, b) => a.line - b.line || compareText(a.row, b.row)),
    guard: confirmationNeeded(figures, settings.guardPercent),
    birthDates: { byAccount: birthDatesOf(matching), byStep: birthDates }
  })
}

function planOf(input: PlanningInput, steps: Plan['steps']): Plan {
  const { roster, layout, today } = input
  return {
    format: 1,
    job: 'accounts',
    day: today,
    basis: {
      rosterDigest: roster.digest,
      rosterRows: roster.rows,
      rejected: roster.rejected,
      kind: roster.kind,
      container: layout.containers[roster.kind]
    },
    undoes: null,
    steps
  }
}

/** Rows in their stable order. Rows that are equal in everything get different names for decisions. */
async function prepareRows(input: PlanningInput, pace: Pace): Promise<RosterPerson[]> {
  const rows: RosterPerson[] = []
  for (const entry of input.roster.entries) {
    await pace.breathe()
    rows.push(rosterPerson(entry, input.roster.kind))
  }
  rows.sort((first, second) => compareText(first.order, second.order))
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const times = (seen.get(row.row) ?? 0) + 1
    seen.set(row.row, times)
    return times === 1 ? row : { ...row, row: `${row.row}-${times}` }
  })
}

async function prepareAccounts(input: PlanningInput, pace: Pace): Promise<DirectoryPerson[]> {
  const persons: DirectoryPerson[] = []
  for (const account of input.snapshot.accounts) {
    await pace.breathe()
    const birthDate = input.birthDates.get(account.id) ?? null
    persons.push({ account, name: comparableName(account), birthDate })
  }
  // The server's order may change from one reading to the next.
  return persons.sort((first, second) => compareText(first.account.id, second.account.id))
}

interface Absences {
  /** Accounts of persons whom the roster names without taking them over: leaving, or in a rejected row. */
  readonly mentioned: ReadonlySet<string>
  readonly rejected: ReadonlySet<string>
  /** The day the roster names, by account id. */
  readonly leftOn: ReadonlyMap<string, string>
}

function absencesOf(input: PlanningInput, rows: readonly RosterPerson[]): Absences {
  const days = new Map<string, string>()
  for (const { kind, schoolId, entry } of rows) {
    if (schoolId !== null && entry.leavesOn !== null && entry.leavesOn <= input.today)
      days.set(keyOf(kind, schoolId), entry.leavesOn)
  }
  for (const { kind, schoolId, entry } of rows) {
    // A second row of the same person that goes on wins: the person is still at the school.
    if (schoolId !== null && (entry.leavesOn === null || entry.leavesOn > input.today))
      days.delete(keyOf(kind, schoolId))
  }
  const rejectedIds = new Set((input.rejectedIds ?? []).map((schoolId) => schoolId.trim()))
  const present = new Set(rows.map(({ kind, schoolId }) => keyOf(kind, schoolId ?? '')))
  const rejected = new Set<string>()
  const leftOn = new Map<string, string>()
  for (const account of input.snapshot.accounts) {
    const schoolId = account.schoolId?.trim() ?? ''
    if (schoolId === '') continue
    const key = keyOf(account.kind, schoolId)
    const day = days.get(key)
    if (day !== undefined) leftOn.set(account.id, day)
    else if (rejectedIds.has(schoolId) && !present.has(key)) rejected.add(account.id)
  }
  return { mentioned: new Set([...leftOn.keys(), ...rejected]), rejected, leftOn }
}

/** Accounts that the roster decides about: of its kind, with a school id, not marked as left already. */
function isGoverned(account: Account, input: PlanningInput): boolean {
  return (
    account.kind === input.roster.kind &&
    (account.schoolId?.trim() ?? '') !== '' &&
    account.leaverSince === null
  )
}

function leaversOf(
  governed: readonly Account[],
  matching: Matching,
  absences: Absences
): { account: Account; leftOn: string | null }[] {
  const matched = new Set(matching.matches.map(({ account }) => account.account.id))
  return governed
    .filter(({ id }) => !matched.has(id) && !matching.spared.has(id) && !absences.rejected.has(id))
    .map((account) => ({ account, leftOn: absences.leftOn.get(account.id) ?? null }))
}

function* takenNames(input: PlanningInput, classes: ClassNames): Generator<string> {
  const { snapshot, settings, usedLogins, today, layout } = input
  for (const account of snapshot.accounts) yield account.login
  for (const group of snapshot.groups) yield group.name
  for (const name of classes.all()) {
    yield name
    yield `${layout.classGroupPrefix}${name}`
  }
  yield* snapshot.reservedNames
  yield* blockedLogins(usedLogins, settings.logins.blocked.days, today)
}

function birthDatesOf(matching: Matching): Map<string, string> {
  const dates = new Map<string, string>()
  for (const { row, account } of matching.matches) {
    if (row.entry.birthDate !== null) dates.set(account.account.id, row.entry.birthDate)
  }
  return dates
}
