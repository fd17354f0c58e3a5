import type { StandingOrder, StandingOrderSummary } from '../../../contract/standingOrders'
import type { Ledger } from '../../../core/ledger'
import type { Actor } from '../../../core/people/actor'
import { matterOf } from '../flags/records'
import type { PackRule } from '../rules/pack'
import {
  flagsOf,
  standingStateAt,
  versionOf,
  withdrawalReason,
  wordsOf,
  type StandingOrderRecord
} from './records'
import type { Stand } from './stand'

/** What a look at standing orders needs. */
export interface StandingLook {
  readonly ledger: Ledger
  readonly now: Date
  readonly pack: readonly PackRule[]
}

/** How far it has come on this PC or another one. */
export interface KnownStand {
  readonly stand: Stand | 'damaged' | null
  /** This PC can open its secret. */
  readonly isOpen: boolean
}

export function summaryOf(
  { ledger, now, pack }: StandingLook,
  record: StandingOrderRecord,
  known: KnownStand
): StandingOrderSummary {
  const { id, number, by, until, given } = record
  const flags = flagsOf(ledger, id)
  const stand = known.stand === 'damaged' ? null : known.stand
  const words = wordsOf(ledger, record)
  return {
    ...{ id, number, version: versionOf(ledger, record), until },
    state: standingStateAt(record, now.toISOString()),
    givenAt: given.statement.time,
    by: { person: by, name: ledger.nameOfPerson(by) },
    rules: record.rules.map((rule) => {
      const one = pack.find((other) => other.id === rule.id)
      return { id: rule.id, title: one?.title ?? null, changed: one?.sha256 !== rule.sha256 }
    }),
    sources: record.sources.map((source) => ({
      id: source,
      name: words?.sources.find((one) => one.id === source)?.name ?? '',
      notices: stand?.lastRun?.sources.find((one) => one.id === source)?.notices ?? []
    })),
    flags: { all: flags.length, open: flags.filter(({ state }) => state === 'open').length },
    lastRun: {
      place: placeOf(ledger, known),
      computer: stand === null ? '' : ledger.nameOf(stand.device),
      at: stand?.lastRun?.at ?? null,
      missed: stand?.lastRun?.missed ?? 0
    }
  }
}

function placeOf(
  { device }: Ledger,
  { stand, isOpen }: KnownStand
): StandingOrderSummary['lastRun']['place'] {
  if (stand === null) return 'never'
  if (stand === 'damaged') return 'keyLost'
  if (stand.device !== device.fingerprint) return 'elsewhere'
  return isOpen ? 'here' : 'keyLost'
}

export function standingOrderOf(
  look: StandingLook,
  record: StandingOrderRecord,
  known: KnownStand,
  asker: Actor
): StandingOrder {
  const { ledger, pack } = look
  const summary = summaryOf(look, record, known)
  const words = wordsOf(ledger, record)
  const { withdrawn } = record
  return {
    ...summary,
    details: words === null ? null : { reason: words.reason, periodsReason: words.periodsReason },
    flagDays: record.flagDays,
    withdrawal:
      withdrawn === null
        ? null
        : {
            at: withdrawn.statement.time,
            name: ledger.nameOf(withdrawn.statement.key),
            reason: withdrawalReason(ledger, record)
          },
    found: flagsOf(ledger, record.id)
      .map((flag) => {
        const matter = matterOf(ledger, flag)
        return {
          ...{ id: flag.id, number: flag.number, isOpen: flag.state === 'open' },
          title: pack.find(({ id }) => id === matter?.rule)?.title ?? null,
          count: matter?.count ?? 0,
          until: matter?.until ?? null
        }
      })
      .toReversed(),
    may: { withdraw: asker.fingerprint !== null && summary.state === 'given' }
  }
}
