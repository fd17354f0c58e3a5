import type { HoldingFact } from '../contract/disclosures'
import { locales, type Text } from '../contract/language'
import { germanDayOf } from '../core/calendar'
import { germanDate } from '../core/documents/words'

/** A fact that is kept as it is; none: nothing is kept. */
export function data(label: Text, value: string | null | undefined): readonly HoldingFact[] {
  return value === null || value === undefined || value === '' ? [] : [{ kind: 'data', label, value }]
}

/** A fact in the app's words; none: there is nothing to say. */
export function words(label: Text, value: Text | null | undefined): readonly HoldingFact[] {
  return value === null || value === undefined ? [] : [{ kind: 'words', label, value }]
}

/** What somebody has typed; none: nothing, or it was erased. */
export function written(label: Text, value: string | null | undefined): readonly HoldingFact[] {
  return value === null || value === undefined || value === '' ? [] : [{ kind: 'written', label, value }]
}

/** The rule that may be broken: a number of the usage rules, or what somebody has typed in its place. */
export function rule(label: Text, value: string | null | undefined): readonly HoldingFact[] {
  return value != null && /^P\d{1,2}$/.test(value) ? data(label, value) : written(label, value)
}

/** A day (`YYYY-MM-DD`). */
export function day(label: Text, value: string | null | undefined): readonly HoldingFact[] {
  return value === null || value === undefined ? [] : words(label, dayText(value))
}

/** The day of an instant (ISO, UTC) in Germany. */
export function dayOf(label: Text, instant: string | null | undefined): readonly HoldingFact[] {
  return instant === null || instant === undefined ? [] : words(label, dayText(germanDayOf(instant)))
}

const englishDay = new Intl.DateTimeFormat(locales.en, {
  ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }
})

/** A day (`YYYY-MM-DD`) as either language writes it. */
export function dayText(value: string): Text {
  return { de: germanDate(value), en: englishDay.format(Date.parse(value)) }
}

/** Yes or no. */
export function whether(label: Text, value: boolean): readonly HoldingFact[] {
  return words(label, value ? { de: 'ja', en: 'yes' } : { de: 'nein', en: 'no' })
}
