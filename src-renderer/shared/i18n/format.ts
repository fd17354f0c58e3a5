import { locales, type Language } from '../../../src-main/contract/language'

/** How a day is written. */
const days: Readonly<Record<Language, Intl.DateTimeFormatOptions>> = {
  de: { day: '2-digit', month: '2-digit', year: 'numeric' },
  en: { day: 'numeric', month: 'short', year: 'numeric' }
}

/** `30.000` or `30,000`. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(value)
}

/** A calendar day `YYYY-MM-DD` as `22.11.2026` or `22 Nov 2026`. It belongs to no time zone. */
export function formatDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { ...days[language], timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`)
  )
}

/** The school's clock, whatever zone a PC is set to: orders and protocols go by it. */
export const schoolZone = 'Europe/Berlin'

/** An instant (ISO, UTC) as day and time: `22.11.2026, 08:15`. `timeZone` absent: of this PC. */
export function formatInstant(instant: string, language: Language, timeZone?: string): string {
  const format = { ...days[language], hour: '2-digit', minute: '2-digit', timeZone } as const
  return new Intl.DateTimeFormat(locales[language], format).format(new Date(instant))
}

/** The time of an instant: `08:15`. `timeZone` absent: of this PC. */
export function formatTime(instant: string, language: Language, timeZone?: string): string {
  return new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit', timeZone }).format(
    new Date(instant)
  )
}

/** The last minute that belongs to a time which ends before this instant (ISO, UTC). */
export function lastMinute(end: string): string {
  return new Date(Date.parse(end) - 60_000).toISOString()
}

/** This PC's calendar day of an instant, `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  const month = String(instant.getMonth() + 1).padStart(2, '0')
  const day = String(instant.getDate()).padStart(2, '0')
  return `${String(instant.getFullYear())}-${month}-${day}`
}

/** The day `days` after a day; negative goes back. */
export function addDays(day: string, days: number): string {
  const instant = new Date(`${day}T00:00:00Z`)
  instant.setUTCDate(instant.getUTCDate() + days)
  return instant.toISOString().slice(0, 10)
}

/** Calendar days of this PC from one instant to another; negative: the other is earlier. */
export function daysBetween(from: Date, to: Date): number {
  const midnight = (instant: Date): number => Date.parse(`${dayOf(instant)}T00:00:00Z`)
  return Math.round((midnight(to) - midnight(from)) / 86_400_000)
}
