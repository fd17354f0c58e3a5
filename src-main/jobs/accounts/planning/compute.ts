import type { Account } from '../../../contract/accounts'
import type { Plan } from '../../../contract/plan'
import { fail, succeed, type Result } from '../../../contract/result'
import { wholeSchool, type KnownDifference } from '../../../contract/rosterScope'
import type { RosterNotice } from '../../../contract/rosterNotices'
import { noticeOf } from '../roster/findings'
import { ClassNames } from './classes'
import { spellClasses } from './classSpelling'
import { confirmationNeeded, refuseAccidents } from './guards'
import { GroupNames } from './groups'
import { refuseGuardians, unknownChildren } from './guardians'
import { blockedLogins, isUsablePattern, LoginAllocator, type RefusedLogin } from './login'
import { absencesOf, findLeavers, isPresent } from './leavers'
import { matchRoster, type Match } from './matching'
import { Pace, sortInPieces } from './pace'
import {
  accountsById,
  addTo,
  comparableName,
  compareText,
  keyOf,
  rosterPerson,
  type DirectoryPerson,
  type RosterPerson
} from './persons'
import { nextSchoolIds } from './schoolIds'
import { differencesOf, PlanningScope } from './scope'
import { arrange, containerFor, type AccountSteps } from './steps'
import { StepWriter } from './stepWriter'
import type { Planning, PlanningCounts, PlanningInput } from './types'
import { refuseWrongColumns, restoreZeros } from './wholeList'

/**
 * Computes the plan that brings the directory to what the roster says (P1, P3, P8). Changes nothing.
 *
 * The roster governs the accounts of its kind that have a school id; all others are never touched. Its scope may be
 * smaller: one that only adds governs nobody, and only chosen classes may be meant. Whom a row means is found in the same
 * way, so that whoever stands in the roster outside its scope is nobody's namesake and never a leaver. A person
 * whose account is suspended as a sanction (P9) stays suspended whatever the roster says. The same input gives
 * the same plan, in whatever order the rows come; on a directory that already is as the roster says the plan is
 * null. Takes linear time and lets the event loop run while it works.
 *
 * Fails with `plan.rosterEmpty`, `plan.rosterTruncated`, `plan.rosterMatchesNobody` (accident guards),
 * `plan.namesSwapped`, `plan.idsOfOthers` (wrong columns), `plan.classesUnknown`, `plan.loginPatternUnusable`,
 * `plan.guardiansOff` and `plan.guardiansWithoutContainer`.
 */
export async function computePlan(input: PlanningInput): Promise<Result<Planning>> {
  const { roster, snapshot, layout, settings } = input
  if (!isUsablePattern(settings.logins.pattern))
    return fail('plan.loginPatternUnusable', { pattern: settings.logins.pattern })
  const guardians = refuseGuardians(input)
  if (!guardians.ok) return guardians
  const pace = new Pace()
  const accounts = await prepareAccounts(input, pace)
  const byId = await accountsById(accounts, pace)
  const { rows: asListed, restored } = await restoreZeros(
    await prepareRows(input, pace),
    accounts,
    byId,
    pace
  )
  const spelled = await spellClasses(asListed, snapshot.groups, input.foldName, pace)
  const { rows, spell } = spelled
  const columns = await refuseWrongColumns(rows, accounts, byId, settings.guardPercent, pace)
  if (!columns.ok) return columns
  const chosen = input.scope ?? wholeSchool
  const scope = new PlanningScope({ ...chosen, classes: chosen.classes?.map(spell) ?? null }, input.foldName)
  const unknown = scope.unknownClasses(rows, snapshot.groups)
  if (unknown.length > 0) return fail('plan.classesUnknown', { classes: unknown.join(', ') })
  const present = rows.filter((row) => isPresent(row, input.today))
  const absences = await absencesOf(input, rows, accounts, pace)
  const matching = await matchRoster(
    {
      ...{ rows: present, accounts, byId, decisions: input.decisions, mentioned: absences.mentioned },
      childrenOf: input.childrenOf ?? new Map()
    },
    pace
  )
  if (pace.isDue()) await pace.rest()
  const governed = accounts.filter(({ account }) => isGoverned(account, input) && scope.mayLeave(account))
  const planned = matching.matches.filter((match) => scope.plans(match))
  const { leavers, mayBeMeant, named } = await findLeavers(
    { input, rows, governed, matching, absences },
    pace
  )
  const counted = scope.countedRows(rows, matching.matches)
  const figures = {
    entries: roster.entries.length,
    persons:
      counted.filter((row) => row.kind === roster.kind).length +
      Math.max(input.rejectedIds?.length ?? 0, input.traces?.length ?? 0),
    governed: governed.length,
    mentioned: governed.length - leavers.filter(({ leftOn }) => leftOn === null).length,
    leavers: leavers.length,
    namedLeavers: named,
    renames: planned.filter(isRenamed).length
  }
  const refusal = refuseAccidents(figures)
  if (!refusal.ok) return refusal

  const listed = new Set<string>()
  for (const row of present) {
    if (pace.isDue()) await pace.rest()
    for (const name of row.entry.classes) listed.add(name)
  }
  const classes = new ClassNames(snapshot.groups, listed, input.foldName)
  const taken = new Set<string>()
  for (const name of takenNames(input, classes)) {
    if (pace.isDue()) await pace.rest()
    taken.add(input.foldName(name))
  }
  const groups = new GroupNames(snapshot.groups, settings.modules, input.foldName)
  const writer = new StepWriter({
    layout,
    settings,
    today: input.today,
    suspensionsBeforeLeaving: input.suspensionsBeforeLeaving ?? new Map(),
    returnableModules: input.returnableModules ?? new Map(),
    classes,
    groups,
    logins: new LoginAllocator(settings.logins, taken, input.foldName),
    schoolIds: nextSchoolIds(rows, snapshot.accounts)
  })
  const written: AccountSteps[] = []
  const added = matching.newcomers.filter((row) => scope.holdsRow(row))
  const newcomers = await sortInPieces(added, (first, second) => first.compare(second), pace)
  const refusedLogins = writer.takeWishedLogins(newcomers)
  for (const match of await sortInPieces(planned, byRow, pace)) {
    if (pace.isDue()) await pace.rest()
    written.push(writer.change(match))
  }
  for (const row of newcomers) {
    if (pace.isDue()) await pace.rest()
    written.push(writer.create(row))
  }
  for (const { account, leftOn } of leavers) {
    if (pace.isDue()) await pace.rest()
    written.push(writer.leave(account, leftOn))
  }
  // After everybody who is planned: what is only shown takes no login from anybody.
  const notPlanned: KnownDifference[] = []
  const known: Planning['known'] = []
  let alike = 0
  if (scope.onlyAdds) {
    const others = matching.matches.filter((match) => scope.holdsRow(match.row) && !scope.plans(match))
    for (const match of await sortInPieces(others, byRow, pace)) {
      if (pace.isDue()) await pace.rest()
      const differences = differencesOf(match, writer.change(match).steps)
      known.push({ line: match.row.entry.line, account: match.account.account.id })
      if (differences.length === 0) alike += 1
      notPlanned.push(...differences)
    }
  }
  const changed = await inOrder(
    written.filter((account) => account.steps.length > 0),
    pace
  )
  const missing = {
    containers: snapshot.missingContainers,
    classExists: (name: string) => classes.exists(name),
    layout
  }
  const { steps, birthDates, children } = await arrange(changed, missing, pace)
  return succeed({
    plan: steps.length === 0 ? null : planOf(input, steps),
    counts: { ...countSteps(steps), unchanged: written.length - changed.length + alike },
    doubtful: matching.doubtful
      .filter(({ entry }) => scope.holdsEntry(entry))
      .sort((a, b) => a.line - b.line || compareText(a.row, b.row)),
    mayBeMeant,
    notPlanned,
    known,
    notices: [
      ...spelled.notices,
      ...(restored === 0 ? [] : [{ code: 'zerosRestored' as const, parameters: { count: restored } }]),
      ...loginNotices(
        refusedLogins,
        matching.matches.filter(({ row }) => scope.holdsRow(row))
      ),
      ...groups.notices(),
      ...unknownChildren(rows, snapshot.accounts)
    ],
    guard: confirmationNeeded(figures, settings.guardPercent),
    birthDates: { byAccount: birthDatesOf(planned), byStep: birthDates },
    children: { byAccount: childrenOf(planned), byStep: children }
  })
}

function countSteps(steps: Plan['steps']): Omit<PlanningCounts, 'unchanged'> {
  const counts = { create: 0, rename: 0, changeClass: 0, reactivate: 0, leave: 0 }
  const joined = steps.filter(({ kind }) => kind === 'changeGroups').length
  for (const { kind } of steps) {
    if (kind in counts) counts[kind as keyof typeof counts] += 1
  }
  return joined === 0 ? counts : { ...counts, changeGroups: joined }
}

/** Class by class: many small lists are sorted sooner than a long one. */
async function inOrder(accounts: readonly AccountSteps[], pace: Pace): Promise<AccountSteps[]> {
  const groups = new Map<string, AccountSteps[]>()
  for (const account of accounts) {
    if (pace.isDue()) await pace.rest()
    addTo(groups, account.group, account)
  }
  const ordered: AccountSteps[] = []
  const names = [...groups.keys()].sort((first, second) => compareText(keyOf(first, ''), keyOf(second, '')))
  for (const name of names) {
    const group = groups.get(name) ?? []
    const sorted = await sortInPieces(group, (first, second) => compareText(first.order, second.order), pace)
    for (const account of sorted) ordered.push(account)
  }
  return ordered
}

/** What became of wished logins that nobody gets. */
function loginNotices(
  refused: ReturnType<StepWriter['takeWishedLogins']>,
  matches: readonly Match[]
): RosterNotice[] {
  const linesOf = (code: RefusedLogin): number[] =>
    refused.filter((one) => one.refused === code).map(({ line }) => line)
  const kept = matches.filter(({ row, account }) => {
    const { login } = row.entry
    return login !== undefined && login.toLowerCase() !== account.account.login.toLowerCase()
  })
  return [
    ...noticeOf('loginTaken', ascending(linesOf('loginTaken'))),
    ...noticeOf('loginInvalid', ascending(linesOf('loginInvalid'))),
    ...noticeOf('loginKept', ascending(kept.map(({ row }) => row.entry.line)))
  ]
}

function ascending(lines: readonly number[]): number[] {
  return lines.toSorted((one, other) => one - other)
}

function byRow(first: Match, second: Match): number {
  return first.row.compare(second.row)
}

/** A name that is not only spelled in another way. */
function isRenamed({ row, account }: Match): boolean {
  return row.name.full !== account.name.full
}

function planOf(input: PlanningInput, steps: Plan['steps']): Plan {
  const { roster, layout, today, scope = wholeSchool } = input
  return {
    format: 1,
    job: 'accounts',
    day: today,
    basis: {
      rosterDigest: roster.digest,
      rosterRows: roster.rows,
      rejected: roster.rejected,
      kind: roster.kind,
      container: containerFor(layout, roster.kind),
      // Only where it is not the whole school, so that plans of whole rosters keep their bytes.
      ...(roster.typed === true ? { source: 'form' } : {}),
      ...(scope.coverage === 'adds' ? { coverage: scope.coverage } : {}),
      ...(scope.classes === null ? {} : { classes: scope.classes.join(', ') })
    },
    undoes: null,
    steps
  }
}

/** Rows in their stable order. Rows that are equal in everything get different names for decisions. */
async function prepareRows(input: PlanningInput, pace: Pace): Promise<RosterPerson[]> {
  const rows: RosterPerson[] = []
  for (const entry of input.roster.entries) {
    if (pace.isDue()) await pace.rest()
    rows.push(rosterPerson(entry, input.roster.kind))
  }
  const sorted = await sortInPieces(rows, (first, second) => first.compare(second), pace)
  let before: RosterPerson | undefined
  let occurrence = 1
  return sorted.map((row) => {
    // Their order begins with everything that tells persons apart, so equal rows stand side by side.
    occurrence = before?.isLike(row) === true ? occurrence + 1 : 1
    before = row
    return occurrence === 1 ? row : row.withOccurrence(occurrence)
  })
}

async function prepareAccounts(input: PlanningInput, pace: Pace): Promise<DirectoryPerson[]> {
  const persons: DirectoryPerson[] = []
  for (const account of input.snapshot.accounts) {
    if (pace.isDue()) await pace.rest()
    const birthDate = input.birthDates.get(account.id) ?? null
    persons.push({ account, name: comparableName(account), birthDate })
  }
  // The server's order may change from one reading to the next.
  return sortInPieces(persons, (first, second) => compareText(first.account.id, second.account.id), pace)
}

/** Accounts that the roster decides about: of its kind, with a school id, not marked as left already. */
function isGoverned(account: Account, input: PlanningInput): boolean {
  return (
    account.kind === input.roster.kind &&
    (account.schoolId?.trim() ?? '') !== '' &&
    account.leaverSince === null
  )
}

function* takenNames(input: PlanningInput, classes: ClassNames): Generator<string> {
  const { snapshot, settings, usedLogins, today, layout } = input
  for (const account of snapshot.accounts) {
    yield account.login
    const local = madeFor(account.mail, layout.mailAddress)
    if (local !== null) yield local
  }
  for (const group of snapshot.groups) yield group.name
  for (const name of classes.all()) {
    yield name
    yield `${layout.classGroupPrefix}${name}`
  }
  yield* snapshot.reservedNames
  yield* blockedLogins(usedLogins, settings.logins.blocked.days, today)
}

/** The login whose address this would be, if addresses are made from logins: it would be given out a second time. */
function madeFor(mail: string | null, pattern: string): string | null {
  const [before = '', after, ...more] = pattern.toLowerCase().split('{login}')
  const address = mail?.toLowerCase() ?? ''
  if (after === undefined || more.length > 0) return null
  const isOne = address.startsWith(before) && address.endsWith(after)
  return isOne && address.length > before.length + after.length
    ? address.slice(before.length, address.length - after.length)
    : null
}

function birthDatesOf(matches: readonly Match[]): Map<string, string> {
  const dates = new Map<string, string>()
  for (const { row, account } of matches) {
    if (row.entry.birthDate !== null) dates.set(account.account.id, row.entry.birthDate)
  }
  return dates
}

function childrenOf(matches: readonly Match[]): Map<string, readonly string[]> {
  const children = new Map<string, readonly string[]>()
  for (const { row, account } of matches) {
    if (row.entry.children !== undefined) children.set(account.account.id, row.entry.children)
  }
  return children
}
