import { formats } from '../../shared/i18n/formats'
import { textsOf } from '../../shared/i18n/i18n'
import { peopleMessages } from './messages'

const t = textsOf(peopleMessages)

/** From when to when, in words. `until` is the last day; null: until revoked. */
export function periodText({
  from,
  until
}: {
  readonly from: string
  readonly until: string | null
}): string {
  return until === null
    ? t('since', { from: formats.day(from) })
    : t('sinceUntil', { from: formats.day(from), until: formats.day(until) })
}
