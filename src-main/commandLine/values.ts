import { InvalidArgumentError } from 'commander'

/** A whole number in a range, as an option's value. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (!/^\d+$/.test(text) || number < least || number > most) throw new InvalidArgumentError('')
    return number
  }
}

/** A day, `2026-12-31` or `31.12.2026`, as `YYYY-MM-DD`. */
export function calendarDay(text: string): string {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  const day =
    german === null
      ? text
      : `${german[3] ?? ''}-${(german[2] ?? '').padStart(2, '0')}-${(german[1] ?? '').padStart(2, '0')}`
  const parsed = new Date(`${day}T00:00:00Z`)
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(parsed.getTime())
  if (!exists || parsed.toISOString().slice(0, 10) !== day) throw new InvalidArgumentError('')
  return day
}

/** A reason as the contract takes it: 3 to 500 characters. */
export function reasonText(text: string): string {
  const reason = text.trim()
  if (reason.length < 3 || reason.length > 500) throw new InvalidArgumentError('')
  return reason
}

/** The beginning of a plan's hash. */
export function planPrefix(text: string): string {
  if (!/^[0-9a-f]{4,64}$/i.test(text)) throw new InvalidArgumentError('')
  return text.toLowerCase()
}

/** An option that may be given several times. */
export function collect(value: string, former: readonly string[] | undefined): string[] {
  return [...(former ?? []), value]
}
