import type { InboxItem } from '../../contract/inbox'
import type { Parameters } from '../../contract/result'
import { bodyOf, type LedgerView } from '../../core/ledger'
import { fullName, type Actor } from '../../core/people/actor'
import { readCase, waitingCases, type CaseRecord } from './cases'
import { deadlineOf, isAuthor, isConcerned, maySee, obstacleOf, type CaseSurroundings } from './views'

/** Days for which the proposer is told of the decision. */
const toldDays = 7

/** What waits in cases for the one who asks. Cases that are over, or quietly in force, are not gone through. */
export function caseItems(
  ledger: LedgerView,
  actor: Actor,
  surroundings: CaseSurroundings,
  now: Date
): InboxItem[] {
  const decided = ledger.ofKind('case.decided')
  const before = decided.findLastIndex(({ statement }) => !isTold(statement.time, now))
  const told = decided.slice(before + 1).map(({ statement }) => bodyOf(statement, 'case.decided').case)
  const others = [...told, ...surroundings.differences.keys()].flatMap((id) => readCase(ledger, id) ?? [])
  return [...new Set([...waitingCases(ledger), ...others])]
    .toSorted((left, right) => left.opened.sequence - right.opened.sequence)
    .filter((record) => maySee(actor, record))
    .flatMap((record) => itemsOf(record, actor, surroundings, now))
}

function itemsOf(record: CaseRecord, actor: Actor, surroundings: CaseSurroundings, now: Date): InboxItem[] {
  const { state, since } = record
  const leads = actor.roles.includes('leadership')
  const proposes = actor.roles.includes('administrator') || actor.roles.includes('evaluator')
  const oversees = leads || actor.roles.includes('administrator')
  const items: InboxItem[] = []
  const isAbout = isConcerned(actor, record)
  if (state === 'open' && proposes && !isAbout) items.push(item('caseOpen', record, since))
  if (state === 'proposed' && leads && !isAbout && !isAuthor(actor, record)) {
    items.push(item('caseToDecide', record, since))
  }
  if ((state === 'approved' || state === 'lifting') && oversees) {
    const obstacle = obstacleOf(record, surroundings)
    const waiting = item('caseNotInForce', record, since)
    items.push(obstacle === null ? waiting : { ...waiting, obstacle })
  }
  const known = surroundings.differences.get(record.id)
  if (known !== undefined && oversees) items.push(item('caseDiffers', record, known.since))
  const told = toldOf(record, actor, now)
  if (told !== null) items.push(told)
  return items
}

function toldOf(record: CaseRecord, { person }: Actor, now: Date): InboxItem | null {
  const { decision, proposal } = record
  if (decision === null || proposal?.person !== person) return null
  if (!isTold(decision.at, now)) return null
  return { ...item('caseDecided', record, decision.at, { outcome: decision.outcome }), deadline: null }
}

function isTold(at: string, now: Date): boolean {
  return now.getTime() - Date.parse(at) <= toldDays * 86_400_000
}

function item(
  kind: InboxItem['kind'],
  record: CaseRecord,
  since: string,
  parameters: Parameters = {}
): InboxItem {
  const { id, number, names, schoolClass } = record
  return {
    id: `${kind} ${id} ${since}`,
    kind,
    since,
    deadline: deadlineOf(record),
    parameters: { number, name: fullName(names), schoolClass, ...parameters },
    to: `/cases/${id}`
  }
}
