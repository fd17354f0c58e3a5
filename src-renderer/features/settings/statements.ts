import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { FieldLooks, StatementLooks } from '../../shared/looks'
import { codeWord, sentence } from '../../shared/statements'

/** What an entry says, in one sentence. `.withheld` where names and contents are not to be seen. */
const messages = defineMessages('settingsStatements', {
  settings: { de: '{who} hat etwas geändert: {document}.', en: '{who} changed something: {document}.' },
  backup: {
    de: '{who} hat eine Sicherung mit {count} Eintrag erstellt. | {who} hat eine Sicherung mit {count} Einträgen erstellt.',
    en: '{who} made a backup with {count} entry. | {who} made a backup with {count} entries.'
  },
  moved: {
    de: '{who} hat die Fallakte umgezogen: von „{from}“ nach „{to}“.',
    en: '{who} moved the case file from “{from}” to “{to}”.'
  }
})
const t = textsOf(messages)

const documents = {
  settings: { de: 'Einstellungen', en: 'settings' },
  rosterProfiles: { de: 'Listenprofile', en: 'roster profiles' }
}
const places = {
  sqlite: { de: 'dieser PC', en: 'this PC' },
  postgres: { de: 'Server (PostgreSQL)', en: 'server (PostgreSQL)' }
}

/** How the journal shows the fields of what is said here. */
export const fields: FieldLooks = {
  document: { label: { de: 'Was geändert wurde', en: 'What was changed' }, codes: documents },
  statements: { label: { de: 'Einträge', en: 'Entries' } },
  from: { label: { de: 'Von', en: 'From' }, order: 210, codes: places },
  to: { label: { de: 'Nach', en: 'To' }, order: 230, codes: places }
}

/** How the journal shows what is said here. */
export const statements: StatementLooks = {
  'settings.changed': {
    icon: 'i-lucide-settings',
    area: 'upkeep',
    order: 10,
    sentence: sentence('settings.changed', (who, { document }) =>
      t('settings', { who, document: codeWord(documents, document) })
    )
  },
  'backup.made': {
    icon: 'i-lucide-archive',
    area: 'upkeep',
    order: 30,
    sentence: sentence('backup.made', (who, { statements: count }) => t('backup', { who, count }))
  },
  'store.moved': {
    icon: 'i-lucide-database',
    area: 'upkeep',
    order: 40,
    sentence: sentence('store.moved', (who, { from, to }) =>
      t('moved', { who, from: codeWord(places, from), to: codeWord(places, to) })
    )
  }
}
