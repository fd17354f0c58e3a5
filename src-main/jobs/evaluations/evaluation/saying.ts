import { succeed, type Result } from '../../../contract/result'
import { bodyOf, type Draft, type Ledger } from '../../../core/ledger'
import { payloadOf, readEvaluation, sessionsWith } from './records'
import type { KeysOfTwo } from './seats'
import type { Workspace } from './workspace'

/** Each of them is said by both, one right behind the other, and all in one step; the second one may sign at another PC. */
export async function sayTogether(
  ledger: Ledger,
  [first, second]: KeysOfTwo,
  said: readonly Draft[]
): Promise<Result<null>> {
  const byBoth = <Other>(other: Other) =>
    said.flatMap((one) => [
      { signer: first, draft: one },
      { signer: other, draft: one }
    ])
  const written =
    'signLaidOut' in second
      ? await ledger.appendTogether(byBoth(second))
      : await ledger.append(byBoth(second))
  return written.ok ? succeed(null) : written
}

/** What was marked in earlier sessions of the same evidence. */
export function recallMarks(ledger: Ledger, order: string, evidence: string, workspace: Workspace): void {
  const record = readEvaluation(ledger, order)
  const sessions = sessionsWith(record, evidence)
  for (const item of record.marked) {
    const { session } = bodyOf(item.statement, 'evaluation.marked')
    const mark = payloadOf(ledger, item, 'evaluation.marked')
    if (mark === null || !sessions.has(session)) continue
    if (workspace.hasEvent(mark.event)) workspace.mark(mark.event, { marked: mark.marked, note: mark.note })
  }
}
