import type { Statement } from '../../../contract/ledger'

/** What two evaluators say together: one statement of each, one right behind the other, alike but for who signs. */
export const jointKinds = [
  'evaluation.opened',
  'evaluation.revealed',
  'evaluation.recorded',
  'evaluation.closed'
] as const
export type JointKind = (typeof jointKinds)[number]

export function isJoint(kind: string): kind is JointKind {
  return jointKinds.some((joint) => joint === kind)
}

/** The first of two, which has no effect before the second stands behind it. */
export interface Half {
  readonly statement: Statement
  readonly person: string | null
}

/** Whether a statement is the second to another: it says the same, right behind it. */
export function completes({ statement: first }: Half, second: Statement): boolean {
  return (
    first.kind === second.kind &&
    first.sequence + 1 === second.sequence &&
    JSON.stringify(first.body) === JSON.stringify(second.body)
  )
}
