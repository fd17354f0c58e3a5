import { formatDay, formatInstant, formatNumber, formatTime, schoolZone } from './format'
import { currentLanguage } from './i18n'

/** The formats in the current language, for templates. */
export const formats = {
  number: (value: number) => formatNumber(value, currentLanguage()),
  day: (day: string) => formatDay(day, currentLanguage()),
  instant: (instant: string) => formatInstant(instant, currentLanguage()),
  time: (instant: string) => formatTime(instant, currentLanguage()),
  /** By the school's clock. */
  schoolInstant: (instant: string) => formatInstant(instant, currentLanguage(), schoolZone),
  schoolTime: (instant: string) => formatTime(instant, currentLanguage(), schoolZone)
} as const
