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
