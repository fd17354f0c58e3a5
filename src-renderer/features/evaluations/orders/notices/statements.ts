import { defineMessages } from '../../../../shared/i18n/define'
import { formats } from '../../../../shared/i18n/formats'
import { textsOf } from '../../../../shared/i18n/i18n'
import type { FieldLooks, StatementLooks } from '../../../../shared/looks'
import { sentence } from '../../../../shared/statements'

/** What an entry says, in one sentence. */
const messages = defineMessages('noticeStatements', {
  given: {
    de: '{who} hat festgehalten, dass jemand am {day} davon benachrichtigt wurde, dass Inhalte gelesen wurden (P24).',
    en: '{who} recorded that somebody was notified on {day} that contents were read (P24).'
  },
  postponed: {
    de: '{who} hat die Benachrichtigung der Betroffenen bis {day} aufgeschoben (P24).',
    en: '{who} put the notice to those concerned off until {day} (P24).'
  },
  yes: { de: 'ja', en: 'yes' },
  no: { de: 'nein', en: 'no' }
})
const t = textsOf(messages)

/** How the journal shows the fields of what is said about notices. */
export const noticeFields: FieldLooks = {
  way: {
    label: { de: 'Wie', en: 'How' },
    order: 12,
    codes: {
      inPerson: { de: 'im Gespräch', en: 'in person' },
      letter: { de: 'mit dem Schreiben', en: 'by letter' },
      mail: { de: 'per E-Mail', en: 'by e-mail' }
    }
  },
  guardians: {
    label: { de: 'Auch die Erziehungsberechtigten', en: 'The guardians as well' },
    order: 14,
    values: (value) => (typeof value === 'boolean' ? [t(value ? 'yes' : 'no')] : null)
  },
  named: {
    label: { de: 'Benannt von Eintrag (Nummer)', en: 'Named by statement (number)' },
    technical: true
  },
  place: { label: { de: 'Stelle darin', en: 'Place in it' }, technical: true }
}

/** How the journal shows what is said about notices. */
export const noticeStatements: StatementLooks = {
  'notice.given': {
    icon: 'i-lucide-mail-check',
    area: 'orders',
    sentence: sentence('notice.given', (who, { on }) => t('given', { who, day: formats.day(on) }))
  },
  'notice.postponed': {
    icon: 'i-lucide-calendar-clock',
    area: 'orders',
    sentence: sentence('notice.postponed', (who, { until }) =>
      t('postponed', { who, day: formats.day(until) })
    )
  }
}
