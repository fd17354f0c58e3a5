import type { StandingOrderSummary } from '../../../../src-main/contract/standingOrders'
import { holdsWords, searchKey, searchWords } from '../../../../src-main/contract/search'
import { call } from '../../../shared/api'
import { textsOf } from '../../../shared/i18n/i18n'
import type { Finder, Found } from '../../../shared/looks'
import { standingWordMessages } from './messages/words'
import { ruleTitle, sourceName } from './words'

const t = textsOf(standingWordMessages)

/** Standing orders that a list of Strg/Ctrl+K has room for. */
const mostFound = 5

function keyOf({ number, rules, sources }: StandingOrderSummary): string {
  return searchKey([t('number', { number }), ...rules.map(ruleTitle), ...sources.map(sourceName)])
}

function standingFound({ id, number, rules }: StandingOrderSummary): Found {
  return {
    label: t('number', { number }),
    hint: rules.map(ruleTitle).join(', '),
    icon: 'i-lucide-radar',
    to: { name: 'standingOrder', params: { id } }
  }
}

export const standingFinder: Finder = {
  id: 'standingOrders',
  asks: 'standingOrders.list',
  heading: () => t('title'),
  async find(text) {
    const answer = await call('standingOrders.list')
    if (!answer.ok) return []
    const words = searchWords(text)
    return answer.value.rows
      .filter((row) => holdsWords(keyOf(row), words))
      .slice(0, mostFound)
      .map(standingFound)
  }
}
