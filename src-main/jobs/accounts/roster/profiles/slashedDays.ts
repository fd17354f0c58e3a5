const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/u

/**
 * Reads days such as `05/03/2014`, of which nobody knows by itself whether it is in March or in May, by the order that the
 * other days of the table prove (`02/28/2011`).
 *
 * @param days those of the table's beginning
 * @param otherwise the order where none of them proves it; null: then such a day stays as it is, and is refused
 * @returns makes `DD.MM.YYYY` of such a day; every other cell stays as it is.
 */
export function slashedDays(
  days: readonly string[],
  otherwise: 'monthFirst' | null
): (cell: string) => string {
  const parts = days.map((day) => slashed.exec(day.trim())).filter((match) => match !== null)
  const dayFirst = parts.some(([, first]) => Number(first) > 12)
  const monthFirst = parts.some(([, , second]) => Number(second) > 12)
  if (dayFirst && monthFirst) return (cell) => cell
  if (dayFirst) return (cell) => cell.trim().replace(slashed, '$1.$2.$3')
  if (monthFirst || otherwise === 'monthFirst') return (cell) => cell.trim().replace(slashed, '$2.$1.$3')
  return (cell) => cell
}
