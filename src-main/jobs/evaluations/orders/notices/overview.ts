import type { Account } from '../../../../contract/accounts'
import type { LedgerView } from '../../../../core/ledger'
import type { Actor } from '../../../../core/people/actor'
import type { OrderRecord } from '../records'
import { lastDayOf, overdueFrom } from './duty'
import { peopleToTell, type PeopleToTell, type PersonToTell } from './people'
import { candidatesOf } from './recipients'
import { readNotices, type NoticeRecord } from './records'

/** What a look at notices needs besides the ledger. */
export interface NoticeLook {
  readonly ledger: LedgerView
  readonly now: Date
  /** As with `peopleToTell`. */
  readonly accountOf: (identity: string) => Account | null | undefined
}

/** Everything about the notices under one order. */
export interface NoticeOverview extends PeopleToTell {
  readonly record: NoticeRecord
  readonly erased: boolean
}

export function overviewOf({ ledger, now, accountOf }: NoticeLook, order: OrderRecord): NoticeOverview {
  const candidates = candidatesOf(ledger, order)
  const record = readNotices(ledger, order, now)
  return { ...peopleToTell(candidates, record, accountOf), record, erased: candidates.erased }
}

/** Whether somebody is to be told about an order themselves; they say nothing about it, and hear of it by the notice. */
export function isConcerned({ people }: PeopleToTell, { person }: Pick<Actor, 'person'>): boolean {
  return person !== null && people.some((one) => one.person === person)
}

/** The last day on which a person can be told in time, in Germany. */
export function lastDayFor({ record }: NoticeOverview, { knownAt }: PersonToTell): string {
  return lastDayOf(record, record.sealedAt ?? knownAt, knownAt)
}

/** What waits of the notices under an order. */
export interface WaitingNotice {
  /** When it began to wait, and when it becomes overdue (ISO, UTC). */
  readonly since: string
  readonly deadline: string
  readonly isOverdue: boolean
}

/** The earliest that waits; null: everybody was told, or nobody is to be told. */
export function waitingOf({ now }: Pick<NoticeLook, 'now'>, overview: NoticeOverview): WaitingNotice | null {
  const open = overview.people.filter(({ given }) => given === null)
  const [first] = open.map((one) => lastDayFor(overview, one)).sort()
  const [since] = open.map(({ knownAt }) => knownAt).sort()
  if (first === undefined || since === undefined) return null
  const deadline = overdueFrom(first)
  return { since, deadline, isOverdue: now.toISOString() >= deadline }
}
