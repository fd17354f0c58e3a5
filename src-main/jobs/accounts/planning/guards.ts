import { fail, succeed, type Result } from '../../../contract/result'
import type { Confirmation } from './types'

/** What the guards look at. All numbers are persons of the roster's kind. */
export interface GuardFigures {
  /** Rows of the roster, of any kind. */
  readonly entries: number
  /** Persons the roster speaks of: also those it names as leaving, and rejected rows whose id is known. */
  readonly persons: number
  /** Accounts that the roster governs and that are not marked as left already. */
  readonly governed: number
  /** Governed accounts that the roster speaks of in any way, doubtful matches included. */
  readonly mentioned: number
  readonly leavers: number
  /** Leavers whose very name stands in the roster. */
  readonly namedLeavers: number
  /** Accounts that get a name which is not only spelled in another way. */
  readonly renames: number
}

/** Below this many accounts a share says nothing; the typed confirmation is enough. */
const fewAccounts = 10

/**
 * An empty, truncated or wrong file never reads as "all have left" (accident guard).
 *
 * Fails with `plan.rosterEmpty` (no row), `plan.rosterMatchesNobody` (not one governed account occurs in it: a
 * roster of another school, or other id numbers) or `plan.rosterTruncated` (fewer than half as many persons as
 * governed accounts). Where really more than half of a school leaves, the roster names them with the day they
 * leave; then these rows count.
 */
export function refuseAccidents(figures: GuardFigures): Result<undefined> {
  const { entries, persons, governed, mentioned } = figures
  if (entries === 0) return fail('plan.rosterEmpty')
  if (governed > 0 && mentioned === 0) return fail('plan.rosterMatchesNobody', { persons, governed })
  if (governed >= fewAccounts && persons * 2 < governed)
    return fail('plan.rosterTruncated', { persons, governed })
  return succeed()
}

/** As many names may change between two lists without a question, however small the school. */
const fewRenames = 2

/**
 * More leavers or more renames than this share (percent) of the governed accounts, or one leaver whose name stands in
 * the roster: a person types in their number.
 */
export function confirmationNeeded(
  figures: Pick<GuardFigures, 'leavers' | 'governed' | 'namedLeavers' | 'renames'>,
  guardPercent: number
): Confirmation | null {
  const { leavers, governed, namedLeavers, renames } = figures
  const asksLeavers = namedLeavers > 0 || leavers * 100 > governed * guardPercent
  const asksRenames = renames > fewRenames && renames * 100 > governed * guardPercent
  if (!asksLeavers && !asksRenames) return null
  return { leavers: asksLeavers ? leavers : 0, governed, ...(asksRenames ? { renames } : {}) }
}
