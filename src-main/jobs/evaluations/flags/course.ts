import type { FlagState } from '../../../contract/flags'
import type { Statement, StatementKindName } from '../../../contract/ledger'
import { bodyOf } from '../../../core/ledger'

/** What can happen to a flag: the ledger's kinds, an answer parted by its outcome. */
export const flagMoves = ['reported', 'asked', 'replied', 'closed', 'handedOver', 'pursued'] as const
export type FlagMove = (typeof flagMoves)[number]

/**
 * The state machine of a flag. What is not listed is not possible. The leadership asks once, and need not wait for the reply;
 * what it has handed over it can still close as long as no case was opened from it.
 */
const course: Readonly<Record<FlagState | 'none', Readonly<Partial<Record<FlagMove, FlagState>>>>> = {
  none: { reported: 'open' },
  open: { asked: 'asked', closed: 'closed', handedOver: 'handedOver' },
  asked: { replied: 'replied', closed: 'closed', handedOver: 'handedOver' },
  replied: { closed: 'closed', handedOver: 'handedOver' },
  handedOver: { closed: 'closed', pursued: 'pursued' },
  closed: {},
  pursued: {}
}

/** The state after a move; null: not possible in this state. `none`: there is no such flag yet. */
export function nextState(state: FlagState | 'none', move: FlagMove): FlagState | null {
  return course[state][move] ?? null
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
  'flag.pursued': 'pursued'
}

export function subjectOf(id: string): string {
  return `flag:${id}`
}

/** Id of the flag that a statement is about; empty: none. */
export function flagIdOf({ body: { flag } }: Pick<Statement, 'body'>): string {
  return typeof flag === 'string' ? flag : ''
}
