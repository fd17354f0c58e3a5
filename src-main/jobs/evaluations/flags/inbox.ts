import type { InboxItem } from '../../../contract/inbox'
import type { LedgerView } from '../../../core/ledger'
import { fullName, type Actor } from '../../../core/people/actor'
import { flagIdOf } from './course'
import { payloadOf, readFlag, waitingFlags, type FlagRecord } from './records'
import { expiresAt, isAbout, isReporter, leads, maySee, proposes } from './views'

/** Days for which the reporter is told of the answer. */
const toldDays = 7

/** What waits in flags for the one who asks. Those that were answered long ago are not gone through. */
export function flagItems(ledger: LedgerView, asker: Actor, now: Date): InboxItem[] {
  const answers = ledger.ofKind('flag.answered')
  const before = answers.findLastIndex(({ statement }) => !isTold(statement.time, now))
  const told = answers
    .slice(before + 1)
    .flatMap(({ statement }) => readFlag(ledger, flagIdOf(statement)) ?? [])
  return [...new Set([...waitingFlags(ledger), ...told])]
    .filter((record) => maySee(ledger, asker, record))
    .flatMap((record) => itemsOf(ledger, asker, record, now))
}

function isTold(at: string, now: Date): boolean {
  return now.getTime() - Date.parse(at) <= toldDays * 86_400_000
}

function itemsOf(ledger: LedgerView, asker: Actor, record: FlagRecord, now: Date): InboxItem[] {
  const { state } = record
  const told = payloadOf(ledger, record.reported, 'flag.reported')
  const about = told?.names == null ? {} : { name: fullName(told.names), schoolClass: told.schoolClass }
  const isOwn = isReporter(asker, record)
  const items: InboxItem[] = []
  if (isOwn && state === 'asked') items.push(item('flagAsked', record, record.since))
  const answer = record.answers.at(-1)?.statement.time
  if (isOwn && answer !== undefined && isTold(answer, now)) items.push(item('flagAnswered', record, answer))
  if (record.found !== null && leads(asker) && state === 'open') {
    const deadline = expiresAt(ledger, record)
    items.push({ ...item('flagFound', record, record.begun.statement.time), deadline })
  } else if (!isOwn && leads(asker) && (state === 'open' || state === 'replied'))
    items.push(item('flagToAnswer', record, record.since, about))
  if (state === 'handedOver' && proposes(asker) && !isAbout(asker, told))
    items.push(item('flagHandedOver', record, record.since, about))
  return items
}

function item(
  kind: InboxItem['kind'],
  { id, number }: FlagRecord,
  since: string,
  about: { readonly name?: string; readonly schoolClass?: string } = {}
): InboxItem {
  return {
    id: `${kind} ${id} ${since}`,
    kind,
    since,
    deadline: null,
    parameters: { number, ...about },
    to: `/flags/${id}`
  }
}
