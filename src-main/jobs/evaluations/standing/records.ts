import type { StatementPayload } from '../../../contract/ledger'
import type { StandingOrderState } from '../../../contract/standingOrders'
import { germanDayOf } from '../../../core/calendar'
import { bodyOf, type LedgerView, type SoundItem } from '../../../core/ledger'
import type { Confidence } from '../../../core/people/reading'
import { readFlags, type FlagRecord } from '../flags/records'
import { stateAt, standingOrderIdOf, subjectOf } from './course'

/** A standing order as the ledger tells it. */
export interface StandingOrderRecord {
  readonly id: string
  /** `2026-001`: year and place in it. */
  readonly number: string
  /** Who gave it. */
  readonly by: string
  readonly rules: readonly { readonly id: string; readonly sha256: string }[]
  /** Ids of its sources. */
  readonly sources: readonly string[]
  /** The last day on which it is in force, in Germany. */
  readonly until: string
  /** So many days a flag waits since it last grew. */
  readonly flagDays: number
  readonly given: SoundItem
  /** null: it was not. */
  readonly withdrawn: SoundItem | null
}

/** All standing orders, in the order in which they were given. There are a handful of them in a school's life. */
export function readStandingOrders(ledger: LedgerView): readonly StandingOrderRecord[] {
  const withdrawn = new Map(
    ledger.ofKind('standingOrder.withdrawn').map((item) => [standingOrderIdOf(item.statement), item] as const)
  )
  const inYear = new Map<string, number>()
  return ledger.ofKind('standingOrder.given').map((given): StandingOrderRecord => {
    const { statement, signedBy } = given
    const { standingOrder: id, rules, sources, until, flagDays } = bodyOf(statement, 'standingOrder.given')
    const year = germanDayOf(statement.time).slice(0, 4)
    const place = (inYear.get(year) ?? 0) + 1
    inYear.set(year, place)
    return {
      ...{ id, number: `${year}-${String(place).padStart(3, '0')}`, by: signedBy.person ?? '' },
      ...{ rules, sources, until, flagDays, given, withdrawn: withdrawn.get(id) ?? null }
    }
  })
}

/** null: there is no such standing order. */
export function readStandingOrder(ledger: LedgerView, id: string): StandingOrderRecord | null {
  return readStandingOrders(ledger).find((record) => record.id === id) ?? null
}

/** Where it stands at an instant (ISO, UTC). Only under one that is `given` anything is read. */
export function standingStateAt(
  { withdrawn, until }: StandingOrderRecord,
  instant: string
): StandingOrderState {
  return stateAt({ isWithdrawn: withdrawn !== null, until }, instant)
}

/** Why it was given, and where its sources lie; null: erased, or to be read from the store still. */
export function wordsOf(
  ledger: LedgerView,
  { given }: StandingOrderRecord
): StatementPayload<'standingOrder.given'> | null {
  // Its shape was checked when it was read.
  return ledger.payloadOf(given) as StatementPayload<'standingOrder.given'> | null
}

/** Why it was withdrawn; empty: it was not, or the reason was erased. */
export function withdrawalReason(ledger: LedgerView, { withdrawn }: StandingOrderRecord): string {
  if (withdrawn === null) return ''
  return (ledger.payloadOf(withdrawn) as StatementPayload<'standingOrder.withdrawn'> | null)?.reason ?? ''
}

/** Sequence number of the newest statement about it. */
export function versionOf(ledger: LedgerView, { id, given }: StandingOrderRecord): number {
  return ledger.about(subjectOf(id)).at(-1)?.statement.sequence ?? given.statement.sequence
}

/** What it has found, oldest first. */
export function flagsOf(ledger: LedgerView, id: string): readonly FlagRecord[] {
  return readFlags(ledger).filter(({ found }) => found?.standingOrder === id)
}

/** The leadership reads it: nobody is named in it, and nobody is concerned. */
export const confidence: Confidence = {
  reporter: null,
  entrusted: [],
  concerned: () => ({ persons: [] }),
  handedOver: false
}
