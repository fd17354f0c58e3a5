import { longestWindowDays, type OrderScope, type SchoolMinute } from '../../../contract/orders'
import { fail, succeed, type Result } from '../../../contract/result'
import { germanDayOf, germanInstantsOf, germanMinuteOf } from '../../../core/calendar'

const minute = 60_000
const day = 86_400_000

/** A window of time as an order has it, and as people write it. */
export interface SchoolWindow {
  readonly from: SchoolMinute
  /** The minute still belongs to it. */
  readonly until: SchoolMinute
}

/**
 * The instants of a window of the school's clock; of an hour that comes twice, both. `orders.windowReversed`,
 * `orders.windowInFuture`, `orders.windowTooLong`.
 */
export function windowOf(
  { from, until }: SchoolWindow,
  now: Date
): Result<Pick<OrderScope, 'from' | 'until'>> {
  const begin = germanInstantsOf(from.day, from.time).first
  const end = new Date(Date.parse(germanInstantsOf(until.day, until.time).last) + minute).toISOString()
  if (end <= begin) return fail('orders.windowReversed')
  // An end later on the same day is what people write who mean "until now".
  if (begin > now.toISOString() || until.day > germanDayOf(now.toISOString()))
    return fail('orders.windowInFuture')
  // An hour more for the day on which clocks are put back.
  if (Date.parse(end) - Date.parse(begin) > longestWindowDays * day + 60 * minute)
    return fail('orders.windowTooLong')
  return succeed({ from: begin, until: end })
}

/** The same as people write it. */
export function schoolWindow({ from, until }: Pick<OrderScope, 'from' | 'until'>): SchoolWindow {
  return {
    from: germanMinuteOf(from),
    until: germanMinuteOf(new Date(Date.parse(until) - minute).toISOString())
  }
}
