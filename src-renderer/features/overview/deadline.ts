import { dayOf, daysBetween } from '../../shared/i18n/format'
import { formats } from '../../shared/i18n/formats'
import { textsOf } from '../../shared/i18n/i18n'
import { overviewMessages } from './messages'

const t = textsOf(overviewMessages)

/** Days ahead in which a deadline counts as near. */
const nearDays = 3

export interface DeadlineWords {
  /** The day itself: `26.11.2026`. */
  readonly day: string
  /** How far it is: `in 3 Tagen`, `heute`, `überfällig seit 2 Tagen`. */
  readonly distance: string
  readonly urgency: 'over' | 'near' | 'far'
}

/** A deadline (ISO, UTC) as people say it: the day and how far it is. */
export function deadlineWords(deadline: string, now: Date): DeadlineWords {
  const days = daysBetween(now, new Date(deadline))
  const day = formats.day(dayOf(new Date(deadline)))
  if (days < 0) return { day, distance: t('overdue', { count: -days }), urgency: 'over' }
  if (new Date(deadline) < now) return { day, distance: t('overdueToday'), urgency: 'over' }
  const distance = days === 0 ? t('today') : days === 1 ? t('tomorrow') : t('inDays', { count: days })
  return { day, distance, urgency: days <= nearDays ? 'near' : 'far' }
}

/** Since when something waits: `heute`, `seit gestern`, `seit 12.11.2026`. */
export function sinceWords(since: string, now: Date): string {
  const days = daysBetween(new Date(since), now)
  if (days <= 0) return t('sinceToday')
  return days === 1 ? t('sinceYesterday') : t('sinceDay', { day: formats.day(dayOf(new Date(since))) })
}
