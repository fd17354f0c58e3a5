import type { FlagSummary } from '../../../src-main/contract/flags'
import { call } from '../../shared/api'
import { textsOf } from '../../shared/i18n/i18n'
import type { Finder, Found } from '../../shared/looks'
import { flagListMessages } from './messages/list'
import { flagWordMessages } from './messages/words'
import { personText, subjectText } from './words'

const list = textsOf(flagListMessages)
const words = textsOf(flagWordMessages)

/** Flags that a list of Strg/Ctrl+K has room for. */
const mostFound = 5

function flagFound(flag: FlagSummary): Found {
  const { id, number } = flag
  return {
    label: words('number', { number }),
    hint: [personText(flag), subjectText(flag)].filter((text) => text !== '').join(' · '),
    icon: 'i-lucide-flag',
    to: { name: 'flag', params: { id } }
  }
}

export const finders: readonly Finder[] = [
  {
    id: 'flags',
    asks: 'flags.query',
    heading: () => list('title'),
    async find(text) {
      const answer = await call('flags.query', { text, limit: mostFound })
      return answer.ok ? answer.value.rows.map(flagFound) : []
    }
  }
]
