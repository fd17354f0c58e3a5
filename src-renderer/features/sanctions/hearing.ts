import type { SanctionCase } from '../../../src-main/contract/sanctions'

/** `none`: nothing is recorded. `invited`: nobody has answered yet. `done`: somebody was heard or declined. */
export type HearingStanding = 'none' | 'invited' | 'done'

/** How far the hearing has come, for the one who is about to decide. */
export function hearingStanding(hearings: SanctionCase['hearings']): HearingStanding {
  if (hearings.length === 0) return 'none'
  return hearings.some(({ event }) => event !== 'invited') ? 'done' : 'invited'
}
