/** `YYYYMMDDHHMMSSZ` (RFC 4517, section 3.3.13). */
export function generalizedTime(date: Date): string {
  return `${date.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`
}

/** The same with microseconds, so that two failures within a second are two values. */
export function preciseTime(date: Date, count: number): string {
  const milliseconds = String(date.getUTCMilliseconds()).padStart(3, '0')
  return `${generalizedTime(date).slice(0, 14)}.${milliseconds}${String(count % 1000).padStart(3, '0')}Z`
}

/** Milliseconds since 1970; null: no generalised time. Minutes and seconds may be absent. */
export function parseGeneralizedTime(value: string): number | null {
  const match =
    /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})?(\d{2})?(?:[.,](\d{1,9}))?(?:Z|([+-])(\d{2})(\d{2})?)$/.exec(value)
  if (!match) return null
  const [, year, month, day, hour, minute, second, fraction, sign, offsetHours, offsetMinutes] = match
  const number = (text: string | undefined): number => Number(text ?? 0)
  const instant = new Date(0)
  // Date.UTC reads the years 0 to 99 as 1900 to 1999; setUTCFullYear does not.
  instant.setUTCFullYear(number(year), number(month) - 1, number(day))
  instant.setUTCHours(number(hour), number(minute), number(second))
  const offset = (number(offsetHours) * 60 + number(offsetMinutes)) * 60_000 * (sign === '-' ? -1 : 1)
  return instant.getTime() + Math.floor(Number(`0.${fraction ?? 0}`) * 1000) - offset
}
