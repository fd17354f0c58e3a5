import type { Order, OrderSummary, SchoolMinute } from '../../../../src-main/contract/orders'
import { formats } from '../../../shared/i18n/formats'
import { textsOf } from '../../../shared/i18n/i18n'
import { personName } from '../../../shared/roles'
import { keyedPseudonymText } from '../words'
import { orderWordMessages } from './messages/words'

const t = textsOf(orderWordMessages)

function minuteText({ day, time }: SchoolMinute): string {
  return t('minute', { day: formats.day(day), time })
}

/** `20.11.2026, 11:30 Uhr bis 20.11.2026, 12:15 Uhr`. */
export function windowText({
  from,
  until
}: {
  readonly from: SchoolMinute
  readonly until: SchoolMinute
}): string {
  return t('fromUntil', { from: minuteText(from), until: minuteText(until) })
}

/** Whom it concerns, in one line; that nobody is known, or that it was erased. */
export function concernedText(content: OrderSummary['content']): string {
  if (content === null) return t('erased')
  const all = concernedWords(content)
  return all.length === 0 ? t('concernedUnknown') : all.join(', ')
}

/** Persons, addresses and pseudonyms, one each; none: not known. */
export function concernedWords({
  concerned,
  addresses,
  pseudonyms
}: Pick<NonNullable<Order['content']>, 'concerned' | 'addresses' | 'pseudonyms'>): readonly string[] {
  return [
    ...concerned.map(({ names }) => personName(names)),
    ...addresses,
    ...pseudonyms.map(keyedPseudonymText)
  ]
}
