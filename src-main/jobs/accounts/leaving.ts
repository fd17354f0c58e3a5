import type { Leaving } from '../../contract/accounts'
import type { Settings } from '../../contract/settings'

const millisecondsInDay = 86_400_000

/**
 * Where the account of a leaver stands on a day (P8). Leaving suspends it at once; after the first retention
 * period its removal is announced; after the second it may be removed. Days are `YYYY-MM-DD`.
 */
export function leavingOf(leaverSince: string, periods: Settings['leavers'], today: string): Leaving {
  const announcedFrom = daysAfter(leaverSince, periods.suspended.days)
  const removableFrom = daysAfter(announcedFrom, periods.announced.days)
  const stage = today >= removableFrom ? 'removable' : today >= announcedFrom ? 'announced' : 'suspended'
  return { stage, announcedFrom, removableFrom }
}

/** Calendar days, counted in UTC so that no change of the clock makes a day longer or shorter. */
function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * millisecondsInDay).toISOString().slice(0, 10)
}
