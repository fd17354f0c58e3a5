import type { PendingSlip } from '../../../contract/slips'
import { dayOf } from '../../../core/calendar'

/** More classes than these are counted and not named. */
const namedClasses = 3
const collator = new Intl.Collator('de', { numeric: true })

/** What a file of slips is called: its classes, and day and time, so that no two are called the same. */
export function slipsFileName(slips: readonly Pick<PendingSlip, 'schoolClass'>[], now: Date): string {
  const classes = [...new Set(slips.map(({ schoolClass }) => schoolClass))]
    .filter((name) => name !== '')
    .toSorted((left, right) => collator.compare(left, right))
  const words =
    classes.length > namedClasses
      ? [`${String(classes.length)}-Klassen`]
      : // A class's name may hold what no file name can.
        classes.map((name) => name.replaceAll(/[^\p{L}\p{N}-]/gu, '_'))
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map((part) =>
    String(part).padStart(2, '0')
  )
  return `${['Passwortzettel', ...words, dayOf(now), time.join('')].join('-')}.pdf`
}
