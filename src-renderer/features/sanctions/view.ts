import type { SanctionCase } from '../../../src-main/contract/sanctions'

/** What the page of a case shows: the whole file, or the one thing that is to be signed. */
export type CaseView = 'file' | 'decision' | 'lift' | 'propose'

/**
 * The leadership comes straight to the decision that waits for it. Everything else is asked for in the address, and
 * falls back to the file when it is not possible any more.
 */
export function viewOf(
  { state, may, decideRefusedBecauseOwn }: Pick<SanctionCase, 'state' | 'may' | 'decideRefusedBecauseOwn'>,
  asked: unknown
): CaseView {
  if (asked === 'lift' && may.lift) return 'lift'
  if (asked === 'propose' && may.propose) return 'propose'
  const concernsLeadership = may.decide || decideRefusedBecauseOwn
  return asked !== 'file' && state === 'proposed' && concernsLeadership ? 'decision' : 'file'
}
