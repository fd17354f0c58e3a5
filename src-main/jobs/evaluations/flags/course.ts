import type { FlagState } from '../../../contract/flags'
import type { Statement, StatementKindName } from '../../../contract/ledger'
import { bodyOf } from '../../../core/ledger'

/** What can happen to a flag: the ledger's kinds, an answer parted by its outcome. */
export const flagMoves = [
  'reported',
  'found',
  'grown',
  'asked',
  'replied',
  'closed',
  'handedOver',
  'pursued',
  'expired'
] as const
export type FlagMove = (typeof flagMoves)[number]

/** Somebody has reported it, or a standing order has found it. */
export type FlagOrigin = 'reported' | 'found'

/**
 * The state machine of a flag. What is not listed is not possible. The leadership asks once, and need not wait for the reply;
 * what it has handed over it can still close as long as no case was opened from it. What a standing order has found it closes, or orders
 * an evaluation on it: there is nobody to ask, and nobody is known of whom a case could be proposed.
 */
const course: Readonly<Record<FlagState | 'none', Readonly<Partial<Record<FlagMove, FlagState>>>>> = {
  none: { reported: 'open', found: 'open' },
  open: { asked: 'asked', closed: 'closed', handedOver: 'handedOver', grown: 'open', expired: 'expired' },
  asked: { replied: 'replied', closed: 'closed', handedOver: 'handedOver' },
  replied: { closed: 'closed', handedOver: 'handedOver' },
  handedOver: { closed: 'closed', pursued: 'pursued' },
  closed: {},
  pursued: {},
  expired: {}
}

/** What can happen to a flag by whence it comes. */
const movesOf = {
  reported: ['reported', 'asked', 'replied', 'closed', 'handedOver', 'pursued'],
  found: ['found', 'grown', 'closed', 'expired']
} as const satisfies Readonly<Record<FlagOrigin, readonly FlagMove[]>>

/**
 * The state after a move; null: not possible in this state. `none`: there is no such flag yet.
 *
 * @param origin whence the flag comes
 */
export function nextState(
  state: FlagState | 'none',
  move: FlagMove,
  origin: FlagOrigin = 'reported'
): FlagState | null {
  const moves: readonly FlagMove[] = movesOf[origin]
  return moves.includes(move) ? (course[state][move] ?? null) : null
}

/** Whether an evaluation of logs can be ordered on it: it is not answered for good. */
export function canBeEvaluated(state: FlagState): boolean {
  return nextState(state, 'closed') !== null
}

/** What a statement does to its flag; null: it is about none. */
export function moveOf(statement: Statement): FlagMove | null {
  const move = movesByKind[statement.kind]
  return move === 'answered' ? bodyOf(statement, 'flag.answered').outcome : (move ?? null)
}

const movesByKind: Readonly<Partial<Record<StatementKindName, FlagMove | 'answered'>>> = {
  'flag.reported': 'reported',
  'flag.asked': 'asked',
  'flag.replied': 'replied',
  'flag.answered': 'answered',
  'flag.pursued': 'pursued',
  'flag.found': 'found',
  'flag.grown': 'grown',
  'flag.expired': 'expired'
}

export function subjectOf(id: string): string {
  return `flag:${id}`
}

/** Id of the flag that a statement is about; empty: none. */
export function flagIdOf({ body: { flag } }: Pick<Statement, 'body'>): string {
  return typeof flag === 'string' ? flag : ''
}
