const germanDay = new Intl.DateTimeFormat('en', {
  calendar: 'gregory',
  numberingSystem: 'latn',
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit'
})

/**
 * The day of an instant (ISO, UTC) in Germany, `YYYY-MM-DD`. What is signed must mean the same on every PC, so the
 * school's time zone counts and not that of the PC.
 */
export function germanDayOf(instant: string): string {
  // By parts: how a locale puts a date together changes between versions of its data.
  const parts = germanDay.formatToParts(new Date(instant))
  const part = (type: 'year' | 'month' | 'day'): string => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}

const hour = 3_600_000

/** The instant at which a day begins in Germany (ISO, UTC): one hour before it does in UTC, or two in summer. */
export function germanStartOf(day: string): string {
  const [winter, summer] = [1, 2].map((hours) =>
    new Date(Date.parse(`${day}T00:00:00Z`) - hours * hour).toISOString()
  ) as [string, string]
  return germanDayOf(summer) === day ? summer : winter
}

const germanTime = new Intl.DateTimeFormat('en', {
  numberingSystem: 'latn',
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23'
})

/** The minute that clocks in Germany show at an instant (ISO, UTC), `YYYY-MM-DD` and `HH:MM`. */
export function germanMinuteOf(instant: string): { readonly day: string; readonly time: string } {
  const parts = germanTime.formatToParts(new Date(instant))
  const part = (type: 'hour' | 'minute'): string => parts.find((one) => one.type === type)?.value ?? ''
  return { day: germanDayOf(instant), time: `${part('hour').padStart(2, '0')}:${part('minute')}` }
}

/**
 * The first and the last instant (ISO, UTC) at which clocks in Germany come to this minute: two where the hour comes twice. Of
 * the hour that is left out in spring, the one that a clock would show that nobody has put forward.
 */
export function germanInstantsOf(
  day: string,
  time: string
): { readonly first: string; readonly last: string } {
  const [first, last] = [2, 1].map((hours) =>
    new Date(Date.parse(`${day}T${time}:00Z`) - hours * hour).toISOString()
  ) as [string, string]
  const isShown = (instant: string): boolean => {
    const shown = germanMinuteOf(instant)
    return shown.day === day && shown.time === time
  }
  if (!isShown(first)) return { first: last, last }
  return { first, last: isShown(last) ? last : first }
}

/** The next day on any calendar, `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** The day on this PC's calendar, `YYYY-MM-DD`. */
export function dayOf(date: Date): string {
  const month = String(date.getMonth() + 1).padStart(2, '0')
  const day = String(date.getDate()).padStart(2, '0')
  return `${String(date.getFullYear()).padStart(4, '0')}-${month}-${day}`
}

/** The instant at which a day begins on this PC's calendar (ISO, UTC). */
export function startOf(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString()
}
