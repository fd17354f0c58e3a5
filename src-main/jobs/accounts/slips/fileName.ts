import { filled, type Language, type Text } from '../../../contract/language'
import type { PendingSlip } from '../../../contract/slips'
import { dayOf } from '../../../core/calendar'

/** More classes than these are counted and not named. */
const namedClasses = 3
const title: Text = { de: 'Passwortzettel', en: 'Password-slips' }
const collator = new Intl.Collator('de', { numeric: true })

/** What a file of slips is called: its classes, and day and time, so that no two are called the same. */
export function slipsFileName(slips: readonly Pick<PendingSlip, 'schoolClass'>[], now: Date): Text {
  const classes = [...new Set(slips.map(({ schoolClass }) => schoolClass))]
    .filter((name) => name !== '')
    .toSorted((left, right) => collator.compare(left, right))
  const words: readonly Text[] =
    classes.length > namedClasses
      ? [filled({ de: '{count}-Klassen', en: '{count}-classes' }, { count: classes.length })]
      : classes.map((name) => {
          // A class's name may hold what no file name can.
          const written = name.replaceAll(/[^\p{L}\p{N}-]/gu, '_')
          return { de: written, en: written }
        })
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map((part) =>
    String(part).padStart(2, '0')
  )
  const nameIn = (language: Language): string =>
    `${[title[language], ...words.map((word) => word[language]), dayOf(now), time.join('')].join('-')}.pdf`
  return { de: nameIn('de'), en: nameIn('en') }
}
