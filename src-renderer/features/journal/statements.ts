import { defineMessages } from '../../shared/i18n/define'
import { formats } from '../../shared/i18n/formats'
import { textsOf } from '../../shared/i18n/i18n'
import type { FieldLooks, StatementLooks } from '../../shared/looks'
import { sentence } from '../../shared/statements'

/** What an entry says, in one sentence. `.withheld` where names and contents are not to be seen. */
const messages = defineMessages('journalStatements', {
  clock: {
    de: 'Die Uhr stand hinter dem letzten Eintrag vom {last}.',
    en: 'The clock was behind the newest entry of {last}.'
  },
  'copy.journal': {
    de: '{who} hat das Journal mit allen Inhalten ausgeführt ({count} Eintrag). | {who} hat das Journal mit allen Inhalten ausgeführt ({count} Einträge).',
    en: '{who} exported the journal with all contents ({count} entry). | {who} exported the journal with all contents ({count} entries).'
  },
  'copy.procedure': {
    de: '{who} hat das Journal ohne Inhalte ausgeführt ({count} Eintrag). | {who} hat das Journal ohne Inhalte ausgeführt ({count} Einträge).',
    en: '{who} exported the journal without contents ({count} entry). | {who} exported the journal without contents ({count} entries).'
  },
  'copy.names': {
    de: '{who} hat Name und ID-Nummer von {count} Person ausgegeben. | {who} hat Namen und ID-Nummern von {count} Personen ausgegeben.',
    en: '{who} gave out the name and id of {count} person. | {who} gave out the names and ids of {count} persons.'
  },
  'copy.slips': {
    de: '{who} hat {count} Passwortzettel ausgegeben. | {who} hat {count} Passwortzettel ausgegeben.',
    en: '{who} gave out {count} password slip. | {who} gave out {count} password slips.'
  },
  'copy.caseDocument': {
    de: '{who} hat ein Schreiben zu einem Fall ausgegeben.',
    en: '{who} gave out a letter about a case.'
  },
  'copy.letter': {
    de: '{who} hat ein Schreiben zu Gründung oder Benennung ausgegeben.',
    en: '{who} gave out a letter about the founding or an appointment.'
  }
})
const t = textsOf(messages)

/** How the journal shows the fields of what is said here. */
export const fields: FieldLooks = {
  last: { label: { de: 'Letzter Eintrag davor', en: 'Newest entry before' } },
  what: {
    label: { de: 'Was ausgegeben wurde', en: 'What was given out' },
    codes: {
      journal: { de: 'Journal mit allen Inhalten', en: 'journal with all contents' },
      procedure: { de: 'Journal ohne Inhalte', en: 'journal without contents' },
      names: { de: 'Namen und ID-Nummern', en: 'names and ids' },
      slips: { de: 'Passwortzettel', en: 'password slips' },
      caseDocument: { de: 'Schreiben zu einem Fall', en: 'letter about a case' },
      letter: { de: 'Schreiben zu Gründung oder Benennung', en: 'letter about founding or appointment' }
    }
  }
}

/** How the journal shows what is said here. */
export const statements: StatementLooks = {
  'clock.wentBack': {
    icon: 'i-lucide-clock-alert',
    area: 'upkeep',
    order: 60,
    sentence: sentence('clock.wentBack', (_who, { last }) => t('clock', { last: formats.instant(last) }))
  },
  'copy.made': {
    icon: 'i-lucide-file-output',
    area: 'copies',
    sentence: sentence('copy.made', (who, { what, count }) => t(`copy.${what}`, { who, count }))
  }
}
