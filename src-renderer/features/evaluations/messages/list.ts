import { defineMessages } from '../../../shared/i18n/define'

export const flagListMessages = defineMessages('flagList', {
  title: { de: 'Hinweise', en: 'Flags' },
  description: {
    de: 'Was an der Schule beobachtet und gemeldet wurde, und was Daueranordnungen gefunden haben.',
    en: 'What was seen at the school and reported, and what standing orders have found.'
  },
  ownDescription: {
    de: 'Was Sie der Schulleitung gemeldet haben, und was sie geantwortet hat.',
    en: 'What you have reported to the leadership, and what it has answered.'
  },
  report: { de: 'Hinweis melden', en: 'Report a flag' },
  listLabel: { de: 'Liste der Hinweise', en: 'List of flags' },
  search: { de: 'Hinweise durchsuchen', en: 'Search flags' },
  searchPlaceholder: { de: 'Nummer, Name, Klasse, Worte', en: 'Number, name, class, words' },
  filterStanding: { de: 'Stand', en: 'Standing' },
  allStandings: { de: 'Alle', en: 'All' },
  matches: {
    de: 'Kein Hinweis | {count} Hinweis | {count} Hinweise',
    en: 'No flag | {count} flag | {count} flags'
  },
  columnNumber: { de: 'Nummer', en: 'Number' },
  columnHappened: { de: 'Geschehen', en: 'Happened' },
  columnPerson: { de: 'Wen es betrifft', en: 'Whom it concerns' },
  columnAreas: { de: 'Worum es geht', en: 'What it is about' },
  columnReporter: { de: 'Gemeldet von', en: 'Reported by' },
  columnState: { de: 'Stand', en: 'Standing' },
  emptyTitle: { de: 'Kein Hinweis passt dazu', en: 'No flag matches' },
  noneTitle: { de: 'Noch keine Hinweise', en: 'No flags yet' },
  noneText: {
    de: 'Wer an der Schule etwas beobachtet, kann es hier der Schulleitung melden. Protokolle werden deshalb nicht durchsucht.',
    en: 'Whoever sees something at the school can report it to the leadership here. No logs are searched because of it.'
  },
  notFoundedTitle: { de: 'Die Fallakte ist noch nicht gegründet', en: 'The case file is not founded yet' },
  notFoundedText: {
    de: 'Hinweise brauchen eine Schulleitung, die sie beantwortet. Gründen Sie zuerst gemeinsam mit ihr die Fallakte.',
    en: 'Flags need a leadership to answer them. First found the case file together with it.'
  },
  found: { de: 'Fallakte gründen', en: 'Found the case file' }
})
