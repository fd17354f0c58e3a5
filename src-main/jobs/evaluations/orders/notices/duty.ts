import { noticeDays, type Notices } from '../../../../contract/notices'
import { dayAfter, germanDayOf, germanStartOf } from '../../../../core/calendar'

/** What decides whether anybody is to be told, and by when (P24). */
export interface NoticeFacts {
  /** The order allows contents to be read. */
  readonly contents: boolean
  /** It is in force no more. */
  readonly hasEnded: boolean
  /** When evidence was first sealed under it (ISO, UTC); null: never. */
  readonly sealedAt: string | null
  /** The last day to which it was put off, in Germany; null: it was not. */
  readonly postponedUntil: string | null
}

/** Whether somebody is to be told, and why not. */
export function dutyOf({ contents, hasEnded, sealedAt }: NoticeFacts): Notices['duty'] {
  if (!contents) return 'noContents'
  if (sealedAt !== null) return 'begun'
  return hasEnded ? 'never' : 'nothingRead'
}

/**
 * The last day on which somebody can be told in time, in Germany: counted from the day on which contents were read, or on which the
 * evaluators have revealed them, whichever came later; what is put off ends with the day to which it is.
 *
 * @param knownAt when it became known that they are concerned (ISO, UTC)
 */
export function lastDayOf(
  { postponedUntil }: Pick<NoticeFacts, 'postponedUntil'>,
  sealedAt: string,
  knownAt: string
): string {
  const from = germanDayOf(knownAt > sealedAt ? knownAt : sealedAt)
  const usual = new Date(Date.parse(from) + noticeDays * 86_400_000).toISOString().slice(0, 10)
  return postponedUntil !== null && postponedUntil > usual ? postponedUntil : usual
}

/** The instant from which on it is overdue (ISO, UTC). */
export function overdueFrom(lastDay: string): string {
  return germanStartOf(dayAfter(lastDay))
}
