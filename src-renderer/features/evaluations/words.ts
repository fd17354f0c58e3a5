import type { Flag, FlagArea, FlagState, FlagSummary } from '../../../src-main/contract/flags'
import { currentLanguage, textsOf } from '../../shared/i18n/i18n'
import { personName } from '../../shared/roles'
import { flagWordMessages } from './messages/words'

const t = textsOf(flagWordMessages)

export function stateText(state: FlagState): string {
  return t(`state.${state}`)
}

export function areasText(areas: readonly FlagArea[]): string {
  return areas.map((area) => t(`area.${area}`)).join(', ')
}

/** `Mia Beispiel, 7b` or `Person 7K3QX-M9P2T`; that nobody is known, or that it was erased. */
export function personText({ content, found }: Pick<FlagSummary, 'content' | 'found'>): string {
  if (found !== null) return found.matter === null ? t('erased') : pseudonymsText(found.matter.pseudonyms)
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

/** What it is about, in one line: what somebody has chosen, or the rule that has found it. */
export function subjectText({ content, found }: Pick<FlagSummary, 'content' | 'found'>): string {
  if (found !== null) return found.title?.[currentLanguage()] ?? t('unknownFound')
  return areasText(content?.areas ?? [])
}

/** `Person 7K3QX-M9P2T`, of `person:7K3QXM9P2T`: in two halves, so that people can compare it. */
export function keyedPseudonymText(pseudonym: string): string {
  const [kind = '', code = ''] = pseudonym.split(':')
  const halves = `${code.slice(0, 5)}-${code.slice(5)}`
  if (kind === 'address' || kind === 'device') return t(`pseudonym.${kind}`, { code: halves })
  return t('pseudonym.person', { code: halves })
}

/** All of them in one line; that nobody is named. */
export function pseudonymsText(pseudonyms: readonly string[]): string {
  return pseudonyms.length === 0 ? t('nobodyNamed') : pseudonyms.map(keyedPseudonymText).join(', ')
}
