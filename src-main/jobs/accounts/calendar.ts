/** Tells the time; handed in, so that days can pass in tests. */
export interface Clock {
  now(): Date
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
