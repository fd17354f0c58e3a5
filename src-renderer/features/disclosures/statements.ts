import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { FieldLooks, StatementLooks } from '../../shared/looks'
import { sentence } from '../../shared/statements'

const messages = defineMessages('disclosureStatements', {
  made: {
    de: '{who} hat eine Auskunft über gespeicherte Daten erstellt.',
    en: '{who} made a disclosure of what is held on somebody.'
  }
})
const t = textsOf(messages)

/** How the journal shows the fields of what is said about disclosures. */
export const disclosureFields: FieldLooks = {
  holdings: { label: { de: 'Gespeicherte Angaben', en: 'Entries held' }, order: 120 },
  omitted: { label: { de: 'Davon weggelassen', en: 'Of them left out' }, order: 121 },
  blackened: { label: { de: 'Geschwärzte Stellen', en: 'Places blackened' }, order: 122 },
  format: { label: { de: 'Format', en: 'Format' }, order: 123 },
  disclosure: { label: { de: 'Auskunft (Kennung)', en: 'Disclosure (id)' }, technical: true }
}

/** How the journal shows what is said about disclosures. */
export const disclosureStatements: StatementLooks = {
  'disclosure.made': {
    icon: 'i-lucide-file-user',
    area: 'disclosures',
    sentence: sentence('disclosure.made', (who) => t('made', { who }))
  }
}
