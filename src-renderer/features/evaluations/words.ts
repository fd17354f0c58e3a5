import type { Flag, FlagArea, FlagState, FlagSummary } from '../../../src-main/contract/flags'
import { textsOf } from '../../shared/i18n/i18n'
import { personName } from '../../shared/roles'
import { flagWordMessages } from './messages/words'

const t = textsOf(flagWordMessages)

export function stateText(state: FlagState): string {
  return t(`state.${state}`)
}

export function areasText(areas: readonly FlagArea[]): string {
  return areas.map((area) => t(`area.${area}`)).join(', ')
}

/** `Mia Beispiel, 7b`; that nobody is known, or that it was erased. */
export function personText(content: FlagSummary['content']): string {
  if (content === null) return t('erased')
  if (content.person === null) return t('unknownPerson')
  const { names, schoolClass } = content.person
  return schoolClass === '' ? personName(names) : `${personName(names)}, ${schoolClass}`
}

/** `11:30 bis 12:15 Uhr`; empty: no time was told. */
export function timesText({ from, until }: Pick<NonNullable<Flag['details']>, 'from' | 'until'>): string {
  if (from !== null && until !== null) return t('fromUntil', { from, until })
  if (from !== null) return t('fromOnly', { from })
  return until === null ? '' : t('untilOnly', { until })
}
