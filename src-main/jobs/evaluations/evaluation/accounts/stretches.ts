import type { Account, Suspension } from '../../../../contract/accounts'
import { reachOf } from '../../../../core/suspensions'

/** What became of an account by one step of a plan, as far as its state goes. Absent: the step says nothing of it. */
export interface ToldChange {
  /** The account is as before until then, milliseconds. */
  readonly from: number
  /** The account is as the step says from then on; null: nobody knows whether and when. */
  readonly at: number | null
  readonly suspension?: Suspension
  /** Marked as having left. */
  readonly left?: boolean
}

/** A time in which the state of an account is known; between two it is not. */
export interface StateStretch {
  /** Milliseconds; the end does not belong to it. */
  readonly from: number
  readonly until: number
  readonly state: 'active' | 'suspended' | 'left'
  /** Since when it is so; of a suspension that others have continued, since the first. */
  readonly since: number
}

interface Known {
  readonly suspension: Suspension | null
  readonly left: boolean | null
}

/**
 * The times in which the state of an account follows from what was done about it. What is said here may accuse somebody, so all
 * that is not certain is left out: the time while a plan was carried out, everything before the first change, and everything since
 * the last one where the directory shows another state by now.
 *
 * @param changes oldest first
 */
export function stretchesOf(
  changes: readonly ToldChange[],
  account: Pick<Account, 'suspension' | 'leaverSince'>,
  now: Date
): readonly StateStretch[] {
  const stretches: StateStretch[] = []
  let known: Known = { suspension: null, left: null }
  let from = Number.NEGATIVE_INFINITY
  /** Since when the account was suspended just before a change; null: it was not. */
  let since: number | null = null
  for (const { at, from: changedFrom, suspension, left } of changes) {
    const before = between(known, from, changedFrom, since)
    stretches.push(...before)
    const last = before.at(-1)
    since = last?.state === 'suspended' && last.until === changedFrom ? last.since : null
    const isKnown = at !== null
    known = {
      suspension: suspension === undefined ? known.suspension : isKnown ? suspension : null,
      left: left === undefined ? known.left : isKnown ? left : null
    }
    from = Math.max(from, at ?? changedFrom)
  }
  if (isLike(known, account, now)) stretches.push(...between(known, from, now.getTime(), since))
  return stretches
}

function between(
  { suspension, left }: Known,
  from: number,
  until: number,
  suspendedSince: number | null
): StateStretch[] {
  if (!Number.isFinite(from) || from >= until) return []
  if (left === true) return [{ from, until, state: 'left', since: from }]
  if (suspension === null) return []
  const over = Math.max(from, Math.min(until, endOf(suspension)))
  return [
    ...(from < over
      ? [{ from, until: over, state: 'suspended' as const, since: suspendedSince ?? from }]
      : []),
    ...(left === false && over < until ? [{ from: over, until, state: 'active' as const, since: over }] : [])
  ]
}

function endOf(suspension: Suspension): number {
  if (suspension.kind === 'none') return Number.NEGATIVE_INFINITY
  return suspension.kind === 'forever' ? Number.POSITIVE_INFINITY : Date.parse(suspension.until)
}

/** Whether the directory shows the same by now. */
function isLike(
  { suspension, left }: Known,
  account: Pick<Account, 'suspension' | 'leaverSince'>,
  now: Date
): boolean {
  const isSuspended = reachOf(account.suspension, now) > 0
  return (
    (left === null || left === (account.leaverSince !== null)) &&
    (suspension === null || reachOf(suspension, now) > 0 === isSuspended)
  )
}
