import type { StandingOrderSummary } from '../../../../src-main/contract/standingOrders'
import { formats } from '../../../shared/i18n/formats'
import { currentLanguage, textsOf } from '../../../shared/i18n/i18n'
import { standingWordMessages } from './messages/words'

const t = textsOf(standingWordMessages)

/** What a rule is called, and whether it runs. */
export function ruleTitle({ title, changed }: StandingOrderSummary['rules'][number]): string {
  if (title === null) return t('ruleGone')
  const words = title[currentLanguage()]
  return changed ? t('ruleChanged', { title: words }) : words
}

export function sourceName({ name }: { readonly name: string }): string {
  return name === '' ? t('sourceErased') : name
}

/** When it was last read, and where. */
export function runText({ place, at, computer }: StandingOrderSummary['lastRun']): string {
  if (place === 'keyLost') return t('run.keyLost')
  if (place === 'never' || at === null) return t('run.never')
  return t(`run.${place}`, { instant: formats.instant(at), computer })
}

export function flagsText({ all, open }: StandingOrderSummary['flags']): string {
  return t('flagCount', { count: all, open })
}

/** Something of it could not be read, or does not run. */
export function isTroubled({ state, rules, sources, lastRun }: StandingOrderSummary): boolean {
  if (state !== 'given') return false
  return (
    lastRun.place === 'keyLost' ||
    lastRun.missed > 0 ||
    rules.some(({ changed }) => changed) ||
    sources.some(({ notices }) => notices.length > 0)
  )
}
