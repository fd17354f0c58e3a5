import type { DoubtfulMatch, MatchDecisions } from '../../../src-main/contract/roster'

export type Decision = MatchDecisions[string]

/** Rows that nobody has decided on yet. */
export function undecided(doubtful: readonly DoubtfulMatch[], decisions: MatchDecisions): DoubtfulMatch[] {
  return doubtful.filter(({ row }) => decisions[row] === undefined)
}

/** Every row without a decision is left out; what was decided stays. */
export function skipUndecided(doubtful: readonly DoubtfulMatch[], decisions: MatchDecisions): MatchDecisions {
  const skipped = undecided(doubtful, decisions).map(({ row }) => [row, 'skip'] as const)
  return { ...decisions, ...Object.fromEntries(skipped) }
}

/**
 * Rows that stay doubtful although they were decided (an account chosen twice, or claimed by proof). They must be
 * decided again.
 */
export function refusedRows(doubtful: readonly DoubtfulMatch[], decisions: MatchDecisions): string[] {
  return doubtful.map(({ row }) => row).filter((row) => decisions[row] !== undefined)
}

export function withoutRows(decisions: MatchDecisions, rows: readonly string[]): MatchDecisions {
  return Object.fromEntries(Object.entries(decisions).filter(([row]) => !rows.includes(row)))
}

/** A decision as the value of a radio button, and back. */
export function decisionValue(decision: Decision | undefined): string {
  if (decision === undefined) return ''
  return typeof decision === 'object' ? `account:${decision.account}` : decision
}

export function isSame(left: Decision | undefined, right: Decision): boolean {
  return decisionValue(left) === decisionValue(right)
}
