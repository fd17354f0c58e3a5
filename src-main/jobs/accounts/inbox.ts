import type { InboxItem } from '../../contract/inbox'
import { bodyOf, type Ledger } from '../../core/ledger'
import type { Actor } from '../../core/people/actor'
import { mayRead } from '../../core/people/reading'
import { jobName } from './actions'

/** Days for which the leadership is told of a suspension. */
const toldDays = 7

/**
 * P26: an administrator may suspend an account at once, to protect it. The leadership is told of each, since a sanction
 * is theirs to decide.
 */
export function suspensionsAtOnce(ledger: Ledger, reader: Actor, now: Date): InboxItem[] {
  if (!reader.roles.includes('leadership')) return []
  const isNamed = mayRead(reader, { of: 'statement', kind: 'plan.begun', authors: null })
  const begun = ledger.ofKind('plan.begun')
  const old = begun.findLastIndex(
    ({ statement }) => now.getTime() - Date.parse(statement.time) > toldDays * 86_400_000
  )
  return begun.slice(old + 1).flatMap((item): InboxItem[] => {
    const { statement } = item
    const { job, kinds, by, undoes } = bodyOf(statement, 'plan.begun')
    if (job !== jobName || by === null || undoes !== null || (kinds['suspend'] ?? 0) === 0) return []
    const subject = isNamed ? ledger.payloadOf(item)?.['subject'] : undefined
    return [
      {
        id: `suspended:${statement.sequence}`,
        kind: 'suspendedAtOnce',
        since: statement.time,
        deadline: null,
        parameters: { name: typeof subject === 'string' ? subject : '', by: ledger.nameOfPerson(by) },
        to: `/journal/${statement.sequence}`
      }
    ]
  })
}
