import type { Account } from '../../contract/accounts'
import type { Measure, SanctionCase } from '../../contract/sanctions'
import { demandedBy, groupOf, type EnforcedCase } from './enforcedCases'
import { isMember, isOver, isSameGroup, suspensionOf, type AccountSnapshot } from './measures'
import { hasTaken } from './release'
import { reachOf } from './suspensions'

type Difference = SanctionCase['differences'][number]

/** The first measure that the account does not show although its time is not over; null: it shows them all. */
export function missingMeasure(
  measures: readonly Measure[],
  snapshot: AccountSnapshot,
  account: Account,
  now: Date
): Measure | null {
  return (
    measures.find((measure) => !isOver(measure, now) && !isShown(measure, snapshot, account, now)) ?? null
  )
}

function isShown(measure: Measure, snapshot: AccountSnapshot, account: Account, now: Date): boolean {
  switch (measure.kind) {
    case 'warning':
      return true
    case 'suspension':
      return reachOf(account.suspension, now) >= reachOf(suspensionOf(measure), now)
    case 'moduleRefusal': {
      const group = snapshot.modules[measure.module]?.group
      return group === undefined || !isMember(account, group)
    }
  }
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
    } else if (!isShown(measure, one.snapshot, account, now)) found.push({ measure, kind: 'missing' })
  }
  return found
}

/** The measure is over, and the account still shows what it was. */
export function isStillTaken(
  measure: Measure,
  one: EnforcedCase,
  account: Account,
  all: readonly EnforcedCase[],
  now: Date
): boolean {
  const demanded = demandedBy(all, one.record.id, now)
  if (measure.kind === 'suspension')
    return isStillSuspended(one, account, now, reachOf(demanded.suspension, now))
  const group = groupOf(measure, one)
  if (measure.kind !== 'moduleRefusal' || group === null || isMember(account, group)) return false
  return hasTaken(one, measure, all) && !demanded.groups.some((name) => isSameGroup(name, group))
}

/**
 * A directory that ends no suspension by itself shows one whose day has come until the app lifts it; where the app has
 * lost the day, as one for good. Where the directory ends it, one that still stands is somebody else's.
 */
function isStillSuspended(
  { snapshot }: EnforcedCase,
  { suspension, leaverSince }: Account,
  now: Date,
  demanded: number
): boolean {
  if (snapshot.selfEnding || leaverSince !== null) return false
  if (suspension.kind === 'until') return Date.parse(suspension.until) <= now.getTime()
  const current = reachOf(suspension, now)
  return current > demanded && current > reachOf(snapshot.suspension, now)
}
