import type { Account } from '../../contract/accounts'
import type { Measure, SanctionCase } from '../../contract/sanctions'
import type { EnforcedCase } from './casePlans'
import { demandedBy } from './demands'
import { isSameGroup } from '../../contract/modules'
import { isMember, isOver, type PlanBasis } from './measures'
import { groupsGivenBack } from './release'
import { groupsOf, suspensionOf } from './sanctionPlan'
import { reachOf } from '../../core/suspensions'

type Difference = SanctionCase['differences'][number]

/** The first measure that the account does not show although its time is not over; null: it shows them all. */
export function missingMeasure(basis: PlanBasis, account: Account, now: Date): Measure | null {
  return (
    basis.measures.find((measure) => !isOver(measure, now) && !isShown(measure, basis, account, now)) ?? null
  )
}

function isShown(measure: Measure, basis: PlanBasis, account: Account, now: Date): boolean {
  switch (measure.kind) {
    case 'warning':
      return true
    case 'suspension':
      return (
        reachOf(account.suspension, now) >= reachOf(suspensionOf(measure, basis.starts), now) &&
        // A module that the person had no part in at the proposal has no step that could take it.
        !groupsOf(measure, basis).some((group) => wasMember(group, basis) && isMember(account, group))
      )
    case 'moduleRefusal':
      return !groupsOf(measure, basis).some((group) => isMember(account, group))
  }
}

function wasMember(group: string, { snapshot }: PlanBasis): boolean {
  return Object.values(snapshot.modules).some((known) => known.member && isSameGroup(known.group, group))
}

/**
 * In what the directory differs from a case in force: given back outside the app before its time, or still taken away
 * after it. Of an account that is gone nothing can be said.
 */
export function differencesOf(
  one: EnforcedCase,
  account: Account | null,
  all: readonly EnforcedCase[],
  now: Date
): Difference[] {
  if (account === null) return []
  const found: Difference[] = []
  for (const measure of one.measures) {
    if (isOver(measure, now)) {
      if (isStillTaken(measure, one, account, all, now)) found.push({ measure, kind: 'extra' })
    } else if (!isShown(measure, one, account, now)) found.push({ measure, kind: 'missing' })
  }
  return found
}

/** The measure is over, and the account still shows what it was. */
function isStillTaken(
  measure: Measure,
  one: EnforcedCase,
  account: Account,
  all: readonly EnforcedCase[],
  now: Date
): boolean {
  // What the case itself asks for by another measure is not taken by this one.
  const { groups } = demandedBy(all, null, now)
  return (
    isStillSuspended(measure, one, account, all, now) ||
    groupsGivenBack(measure, one, all).some(
      (group) => !isMember(account, group) && !groups.some((name) => isSameGroup(name, group))
    )
  )
}

/**
 * A directory that ends no suspension by itself shows one whose day has come until the app lifts it; where the app has
 * lost the day, as one for good. Where the directory ends it, one that still stands is somebody else's.
 */
export function isStillSuspended(
  { kind }: Measure,
  { snapshot, record }: EnforcedCase,
  { suspension, leaverSince }: Account,
  all: readonly EnforcedCase[],
  now: Date
): boolean {
  if (kind !== 'suspension' || snapshot.selfEnding || leaverSince !== null) return false
  if (suspension.kind === 'until') return Date.parse(suspension.until) <= now.getTime()
  const demanded = reachOf(demandedBy(all, record.id, now).suspension, now)
  const current = reachOf(suspension, now)
  return current > demanded && current > reachOf(snapshot.suspension, now)
}
