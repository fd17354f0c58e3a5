import { formats } from '../../shared/i18n/formats'
import { textsOf } from '../../shared/i18n/i18n'
import { reasonTold, stepHappened } from '../../shared/stepKinds'
import { wordMessages } from './wordMessages'

const t = textsOf(wordMessages)

type WordKey = keyof (typeof wordMessages)['texts']

/** The key of a code in its group; null: there are no words for it. */
function wordFor(group: 'reason' | 'raw', code: string): Exclude<WordKey, 'event.other'> | null {
  const key = `${group}.${code}`
  return key in wordMessages.texts && key !== 'event.other' ? (key as Exclude<WordKey, 'event.other'>) : null
}

/** What happened to an account, in words; a kind of step without words keeps its own name. */
export function eventText(kind: string): string {
  return stepHappened(kind) ?? t('event.other', { kind })
}

/** Why it happened: a code in words, with what the person added after it, or the person's own words. */
export function reasonText(reason: string): string {
  // That something was taken back already stands there as the event.
  if (reason === 'undo') return ''
  const [code = '', ...rest] = reason.split(': ')
  const key = wordFor('reason', code)
  const told = key === null ? reasonTold(code) : t(key)
  return told === null ? reason : [told, ...rest].join(': ')
}

/** What a raw attribute means: a code in words, an instant as day and time, anything else as it is. */
export function meaningText(meaning: string | null): string {
  if (meaning === null) return ''
  const key = wordFor('raw', meaning)
  if (key !== null) return t(key)
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(meaning) ? formats.instant(meaning) : meaning
}
