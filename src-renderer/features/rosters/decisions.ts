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

/** The one account in question, if it has the row's name and nothing that is known of both differs. */
function onlyNamesake({ entry, candidates }: DoubtfulMatch): string | null {
  const [candidate] = candidates
  if (candidates.length !== 1 || candidate?.why !== 'sameName') return null
  const differs = (left: string | null, right: string | null): boolean =>
    left !== null && right !== null && left !== right
  const isOther = differs(entry.birthDate, candidate.birthDate) || differs(entry.schoolId, candidate.schoolId)
  return isOther ? null : candidate.account
}

/**
 * Decisions for the rows without one whose only account in question has their very name, where it is no other row's
 * only one and nobody has chosen it. In a directory without id numbers that is nearly everybody; namesakes and
 * similar names stay for a person to decide.
 */
export function sameNameDecisions(
  doubtful: readonly DoubtfulMatch[],
  decisions: MatchDecisions
): MatchDecisions {
  const claims = new Map<string, number>()
  const claim = (account: string): void => {
    claims.set(account, (claims.get(account) ?? 0) + 1)
  }
  for (const match of doubtful) {
    const decision = decisions[match.row]
    const namesake = onlyNamesake(match)
    if (namesake !== null) claim(namesake)
    if (typeof decision === 'object' && decision.account !== namesake) claim(decision.account)
  }
  return Object.fromEntries(
    undecided(doubtful, decisions).flatMap((match) => {
      const account = onlyNamesake(match)
      return account !== null && claims.get(account) === 1 ? [[match.row, { account }]] : []
    })
  )
}

/** Rows that wait for a decision first; apart from that in the order in which they are. */
export function openFirst(doubtful: readonly DoubtfulMatch[], decisions: MatchDecisions): DoubtfulMatch[] {
  const open = undecided(doubtful, decisions)
  return [...open, ...doubtful.filter(({ row }) => decisions[row] !== undefined)]
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
