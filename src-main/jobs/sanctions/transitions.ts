import type { CaseEvent, CaseState } from '../../contract/sanctions'

/** What can happen to a case: the ledger's events, a decision parted by its outcome. */
export const caseMoves = [
  'opened',
  'proposed',
  'hearing',
  'withdrawn',
  'approved',
  'refused',
  'enforced',
  'enforcementFailed',
  'expired',
  'liftDecided',
  'lifted',
  'ended'
] as const satisfies readonly (CaseEvent | 'approved' | 'refused')[]
export type CaseMove = (typeof caseMoves)[number]

/**
 * The state machine of a case. What is not listed is not possible. An approval that expires unused ends the case; a
 * lifting that expires unused leaves the measure in force. Being enforced anew while in force: what was taken back
 * outside the app was put right.
 */
const transitions: Readonly<Record<CaseState | 'none', Readonly<Partial<Record<CaseMove, CaseState>>>>> = {
  none: { opened: 'open' },
  open: { proposed: 'proposed', hearing: 'open', withdrawn: 'withdrawn' },
  proposed: {
    proposed: 'proposed',
    hearing: 'proposed',
    withdrawn: 'withdrawn',
    approved: 'approved',
    refused: 'refused'
  },
  approved: { hearing: 'approved', enforced: 'inForce', enforcementFailed: 'approved', expired: 'expired' },
  inForce: { hearing: 'inForce', enforced: 'inForce', liftDecided: 'lifting', ended: 'ended' },
  lifting: {
    hearing: 'lifting',
    enforcementFailed: 'lifting',
    expired: 'inForce',
    lifted: 'lifted',
    ended: 'ended'
  },
  refused: {},
  withdrawn: {},
  expired: {},
  lifted: {},
  ended: {}
}

/** Nothing can happen to it any more. */
export function isOver(state: CaseState): boolean {
  return Object.keys(transitions[state]).length === 0
}

/** The state after a move; null: not possible in this state. `none`: the case does not exist yet. */
export function nextState(state: CaseState | 'none', move: CaseMove): CaseState | null {
  return transitions[state][move] ?? null
}
