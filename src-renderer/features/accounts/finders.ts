import type { AccountRow } from '../../../src-main/contract/accounts'
import { call } from '../../shared/api'
import { currentLanguage, textsOf } from '../../shared/i18n/i18n'
import { commonMessages } from '../../shared/i18n/messages'
import type { Finder, Found } from '../../shared/looks'

const common = textsOf(commonMessages)

/** People that a list of Strg/Ctrl+K has room for. */
const mostFound = 8

function personFound(row: AccountRow): Found {
  return {
    label: `${row.familyName}, ${row.givenName}`,
    hint: [row.login, ...row.classes, common(`kind.${row.kind}`)].join(' · '),
    icon: 'i-lucide-user-round',
    to: { name: 'account', params: { id: row.id } }
  }
}

export const finders: readonly Finder[] = [
  {
    id: 'people',
    asks: 'accounts.query',
    heading: () => ({ de: 'Personen', en: 'People' })[currentLanguage()],
    async find(words) {
      const answer = await call('accounts.query', { text: words, limit: mostFound })
      return answer.ok ? answer.value.rows.map(personFound) : []
    }
  }
]
