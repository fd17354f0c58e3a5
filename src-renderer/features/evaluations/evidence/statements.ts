import { defineMessages } from '../../../shared/i18n/define'
import { textsOf } from '../../../shared/i18n/i18n'
import type { StatementLooks } from '../../../shared/looks'
import { sentence } from '../../../shared/statements'

/** What an entry says, in one sentence. */
const messages = defineMessages('evidenceStatements', {
  sealed: {
    de: 'Beweismittel wurden gelesen und versiegelt: {events} Ereignisse aus {lines} Zeilen.',
    en: 'Evidence was read and sealed: {events} events of {lines} lines.'
  },
  keptLongEnough: {
    de: 'Beweismittel wurden vernichtet: Die Aufbewahrungsfrist ist um.',
    en: 'Evidence was destroyed: it was kept long enough.'
  },
  withdrawn: {
    de: 'Beweismittel wurden vernichtet: Die Anordnung ist zurückgezogen.',
    en: 'Evidence was destroyed: the order was withdrawn.'
  }
})
const t = textsOf(messages)

/** How the journal shows what is said about evidence. */
export const evidenceStatements: StatementLooks = {
  'evidence.sealed': {
    icon: 'i-lucide-lock',
    area: 'orders',
    sentence: sentence('evidence.sealed', (_who, { sources }) =>
      t('sealed', {
        events: sources.reduce((sum, { events }) => sum + events, 0),
        lines: sources.reduce((sum, { lines }) => sum + lines, 0)
      })
    )
  },
  'evidence.destroyed': {
    icon: 'i-lucide-trash-2',
    area: 'orders',
    sentence: sentence('evidence.destroyed', (_who, { reason }) => t(reason))
  }
}
