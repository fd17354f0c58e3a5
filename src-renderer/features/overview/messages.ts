import { defineMessages } from '../../shared/i18n/define'

export const overviewMessages = defineMessages('overview', {
  title: { de: 'Übersicht', en: 'Overview' },
  waitsTitle: { de: 'Was auf Sie wartet', en: 'What waits for you' },
  nothingWaits: { de: 'Nichts wartet', en: 'Nothing waits' },
  nothingWaitsText: {
    de: 'Alles ist erledigt. Sobald etwas auf Sie wartet, steht es hier.',
    en: 'Everything is done. As soon as something waits for you, it stands here.'
  },
  nothingToDecide: { de: 'Nichts wartet auf Sie', en: 'Nothing waits for you' },
  nothingToDecideText: {
    de: 'Sobald etwas zu entscheiden ist, steht es hier, und Netzwart meldet sich auf diesem PC.',
    en: 'As soon as there is something to decide, it stands here and Netzwart tells you on this PC.'
  },
  locked: {
    de: '{count} Person hat sich ausgesperrt | {count} Personen haben sich ausgesperrt',
    en: '{count} person is locked out | {count} people are locked out'
  },
  lockedText: {
    de: 'Nach zu vielen falschen Passwörtern lässt der Server sie nicht mehr hinein.',
    en: 'After too many wrong passwords the server lets them in no more.'
  },
  toLocked: { de: 'Anzeigen', en: 'Show' },

  deadline: { de: 'Frist', en: 'Deadline' },
  inDays: { de: 'in {count} Tag | in {count} Tagen', en: 'in {count} day | in {count} days' },
  today: { de: 'heute', en: 'today' },
  tomorrow: { de: 'morgen', en: 'tomorrow' },
  overdue: {
    de: 'überfällig seit {count} Tag | überfällig seit {count} Tagen',
    en: 'overdue for {count} day | overdue for {count} days'
  },
  overdueToday: { de: 'seit heute überfällig', en: 'overdue since today' },
  sinceToday: { de: 'wartet seit heute', en: 'waiting since today' },
  sinceYesterday: { de: 'wartet seit gestern', en: 'waiting since yesterday' },
  sinceDay: { de: 'wartet seit {day}', en: 'waiting since {day}' },

  ledgerBroken: { de: 'Mit dem Journal stimmt etwas nicht.', en: 'Something is wrong with the journal.' },
  toJournal: { de: 'Journal öffnen', en: 'Open the journal' },
  ledgerCard: { de: 'Journal', en: 'Journal' },
  ledgerSound: { de: 'Unversehrt', en: 'Intact' },
  ledgerSoundText: {
    de: '{count} Eintrag, lückenlos verkettet. | {count} Einträge, lückenlos verkettet.',
    en: '{count} entry, chained without a gap. | {count} entries, chained without a gap.'
  },
  ledgerChecking: { de: 'Wird geprüft: {percent} %', en: 'Being checked: {percent} %' },
  ledgerEmpty: { de: 'Noch leer', en: 'Still empty' },
  ledgerHead: { de: 'Kopf', en: 'Head' },

  accounts: { de: 'Konten', en: 'Accounts' },
  readAt: { de: 'Gelesen um {time} Uhr', en: 'Read at {time}' },
  tasks: { de: 'Häufige Aufgaben', en: 'Frequent tasks' },
  moreTasks: { de: 'Nachsehen', en: 'Look something up' }
})
