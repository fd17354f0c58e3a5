import type { Account } from '../../../../contract/accounts'
import type { NoticeAge, Notices } from '../../../../contract/notices'
import { bodyOf } from '../../../../core/ledger'
import { fullName } from '../../../../core/people/actor'
import { versionOf, type OrderRecord } from '../records'
import { dutyOf, overdueFrom } from './duty'
import { lastDayFor, type NoticeLook, type NoticeOverview } from './overview'
import type { PersonToTell } from './people'
import { postponementReason, toldOf } from './records'

/** What directory and rosters know of somebody. */
export interface KnownPerson {
  /** null: there is no such account any more. */
  readonly account: Account | null
  readonly age: NoticeAge
}

export type Known = (person: string) => KnownPerson

export function noticesOf(
  look: NoticeLook,
  order: OrderRecord,
  overview: NoticeOverview,
  known: Known
): Notices {
  const { ledger } = look
  const { record, people, unknown, erased } = overview
  const { postponed } = record
  const duty = dutyOf(record)
  return {
    order: order.id,
    version: versionOf(ledger, order),
    duty,
    since: record.sealedAt,
    recipients: people.flatMap((one) => recipientOf(look, overview, one, known)),
    unknown,
    erased,
    postponed:
      postponed === null
        ? null
        : {
            until: bodyOf(postponed.statement, 'notice.postponed').until,
            reason: postponementReason(ledger, postponed),
            name: ledger.nameOf(postponed.statement.key),
            at: postponed.statement.time
          },
    may: { sign: duty === 'begun' }
  }
}

function recipientOf(
  { ledger, now }: NoticeLook,
  overview: NoticeOverview,
  one: PersonToTell,
  known: Known
): Notices['recipients'] {
  const { person, names, given, recipient, from } = one
  if (person === null || names === null) return []
  const { account, age } = known(person)
  const lastDay = lastDayFor(overview, one)
  const isOverdue = now.toISOString() >= overdueFrom(lastDay)
  return [
    {
      ...{ recipient, from, person, lastDay, age },
      name: fullName(names),
      schoolClass: account?.classes.join(', ') ?? '',
      state: given !== null ? 'given' : isOverdue ? 'overdue' : 'waiting',
      given: given === null ? null : givenOf(ledger, given)
    }
  ]
}

function givenOf(ledger: NoticeLook['ledger'], item: NonNullable<PersonToTell['given']>) {
  const { way, on } = bodyOf(item.statement, 'notice.given')
  return {
    ...{ way, on, guardians: toldOf(ledger, item)?.guardians ?? false },
    name: ledger.nameOf(item.statement.key),
    at: item.statement.time
  }
}
