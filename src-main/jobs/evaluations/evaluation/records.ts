import type { StatementPayload } from '../../../contract/ledger'
import { bodyOf, type LedgerView, type SoundItem } from '../../../core/ledger'
import { subjectOf } from '../orders/course'
import { completes, isJoint } from './course'

/** What two said together: the second of their statements, which it came into force by, and the first. */
export interface JointItem {
  readonly item: SoundItem
  readonly first: SoundItem
  readonly persons: readonly [string, string]
}

/** What the ledger tells of the evaluation under an order. */
export interface EvaluationRecord {
  /** Oldest first. */
  readonly opened: readonly JointItem[]
  readonly revealed: readonly JointItem[]
  readonly marked: readonly SoundItem[]
  readonly searched: readonly SoundItem[]
  /** What was recorded with the conclusion; null: not concluded, or by a version that recorded nothing. */
  readonly recorded: JointItem | null
  readonly closed: JointItem | null
}

export function readEvaluation(ledger: LedgerView, order: string): EvaluationRecord {
  const joint: JointItem[] = []
  const marked: SoundItem[] = []
  const searched: SoundItem[] = []
  let half: SoundItem | null = null
  for (const item of ledger.about(subjectOf(order))) {
    const { statement, signedBy } = item
    if (statement.kind === 'evaluation.marked') marked.push(item)
    if (statement.kind === 'evaluation.searched') searched.push(item)
    if (!isJoint(statement.kind)) continue
    const first: SoundItem | null = half
    if (
      first !== null &&
      completes({ statement: first.statement, person: first.signedBy.person }, statement)
    ) {
      joint.push({ item, first, persons: [first.signedBy.person ?? '', signedBy.person ?? ''] })
      half = null
    } else half = item
  }
  const ofKind = (kind: string): JointItem[] => joint.filter(({ item }) => item.statement.kind === kind)
  const closed = ofKind('evaluation.closed').at(-1) ?? null
  const recorded = ofKind('evaluation.recorded').at(-1) ?? null
  const isOfConclusion = recorded?.item.sequence === (closed?.first.sequence ?? 0) - 1
  return {
    opened: ofKind('evaluation.opened'),
    revealed: ofKind('evaluation.revealed'),
    marked,
    searched,
    recorded: isOfConclusion ? recorded : null,
    closed
  }
}

/** Sessions in which a piece of evidence was opened. */
export function sessionsWith({ opened }: EvaluationRecord, evidence: string): ReadonlySet<string> {
  const bodies = opened.map(({ item }) => bodyOf(item.statement, 'evaluation.opened'))
  return new Set(bodies.filter((body) => body.evidence === evidence).map(({ session }) => session))
}

type EvaluationKind =
  | 'evaluation.searched'
  | 'evaluation.revealed'
  | 'evaluation.marked'
  | 'evaluation.recorded'
  | 'evaluation.closed'

/** null: erased. */
export function payloadOf<Kind extends EvaluationKind>(
  ledger: LedgerView,
  item: SoundItem,
  kind: Kind
): StatementPayload<Kind> | null {
  if (item.statement.kind !== kind) throw new TypeError(`${item.statement.kind} is no ${kind}`)
  // Its shape was checked when it was read.
  return ledger.payloadOf(item) as StatementPayload<Kind> | null
}
