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
  planInterrupted: { de: 'Ein Lauf wurde unterbrochen', en: 'A run was interrupted' },
  planInterruptedText: {
    de: '{remaining} von {steps} Schritten stehen noch aus. Sie können ihn fortsetzen.',
    en: '{remaining} of {steps} steps remain. You can resume it.'
  },
  planRunning: { de: 'Ein Lauf ist im Gange', en: 'A run is under way' },
  planRunningText: {
    de: '{done} von {steps} Schritten sind erledigt.',
    en: '{done} of {steps} steps are done.'
  },
  planPlanned: { de: 'Eine Vorschau wartet auf Ihre Prüfung', en: 'A preview waits for your review' },
  planPlannedText: {
    de: '{count} Schritt, berechnet am {day}. | {count} Schritte, berechnet am {day}.',
    en: '{count} step, computed on {day}. | {count} steps, computed on {day}.'
  },
  lookAtPlan: { de: 'Ansehen', en: 'Look at it' },
  resumePlan: { de: 'Fortsetzen', en: 'Resume' },
  slips: {
    de: '{count} Passwortzettel wartet | {count} Passwortzettel warten',
    en: '{count} password slip waits | {count} password slips wait'
  },
  slipsText: {
    de: 'Die vorläufigen Passwörter gibt es nur, bis die Zettel gedruckt oder gespeichert sind.',
    en: 'The provisional passwords exist only until the slips are printed or saved.'
  },
  toSlips: { de: 'Zu den Zetteln', en: 'To the slips' },
  problems: {
    de: '{count} Hinweis zum Verzeichnis | {count} Hinweise zum Verzeichnis',
    en: '{count} note about the directory | {count} notes about the directory'
  },
  problemsText: {
    de: 'Der Selbsttest hat etwas gefunden, das Sie am Server verbessern können.',
    en: 'The self-test found something that you can improve on the server.'
  },
  toProblems: { de: 'Ansehen', en: 'Look at it' },
  locked: {
    de: '{count} Person hat sich ausgesperrt | {count} Personen haben sich ausgesperrt',
    en: '{count} person is locked out | {count} people are locked out'
  },
  lockedText: {
    de: 'Nach zu vielen falschen Passwörtern lässt der Server sie nicht mehr hinein.',
    en: 'After too many wrong passwords the server lets them in no more.'
  },
  toLocked: { de: 'Anzeigen', en: 'Show' },
  founding: { de: 'Die Fallakte ist noch nicht gegründet', en: 'The case file is not founded yet' },
  foundingText: {
    de: 'Schulleitung und Administration gründen sie gemeinsam an diesem PC. Danach weist sich jede Person aus und unterschreibt, was sie entscheidet.',
    en: 'Leadership and administrator found it together at this PC. After that each person signs in and signs what they decide.'
  },
  toFounding: { de: 'Fallakte gründen', en: 'Found the case file' },

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
  moreTasks: { de: 'Nachsehen', en: 'Look something up' },
  taskRoster: { de: 'Schülerliste einlesen', en: 'Read a roster' },
  taskRosterText: {
    de: 'Neues Schuljahr oder Nachzügler: aus der Liste der Schulverwaltung werden Konten.',
    en: 'New school year or latecomers: the administration’s list becomes accounts.'
  },
  taskPassword: { de: 'Passwort zurücksetzen', en: 'Reset a password' },
  taskPasswordText: {
    de: 'Person suchen, neues Passwort vergeben, Zettel drucken.',
    en: 'Find the person, give a new password, print the slip.'
  },
  taskSettings: { de: 'Schule einrichten', en: 'Set up the school' },
  taskSettingsText: {
    de: 'Name der Schule, Muster der Anmeldenamen, Fristen.',
    en: 'Name of the school, pattern of the logins, periods.'
  },
  taskPupilPassword: {
    de: 'Passwort eines Schülers oder einer Schülerin zurücksetzen',
    en: 'Reset a pupil’s password'
  },
  taskPupilPasswordText: {
    de: 'In Ihren eigenen Klassen, auf Wunsch der Person (P5).',
    en: 'In your own classes, at the person’s request (P5).'
  },
  taskSlips: { de: 'Passwortzettel drucken', en: 'Print password slips' },
  taskSlipsText: {
    de: 'Die Zettel mit den neuen Passwörtern, solange sie noch warten.',
    en: 'The slips with the new passwords, as long as they still wait.'
  },
  taskNewCase: { de: 'Fall eröffnen', en: 'Open a case' },
  taskNewCaseText: {
    de: 'Festhalten, was geschehen ist, und eine Maßnahme vorschlagen.',
    en: 'Record what happened and propose a measure.'
  },
  taskCases: { de: 'Fälle und Maßnahmen', en: 'Cases and sanctions' },
  taskCasesText: {
    de: 'Was entschieden ist, was gilt und wann es endet.',
    en: 'What is decided, what is in force and when it ends.'
  },
  taskPeople: { de: 'Personen und Benennungen', en: 'People and appointments' },
  taskPeopleText: {
    de: 'Wer in dieser Schule welche Aufgabe hat, und bis wann.',
    en: 'Who has which role in this school, and until when.'
  },
  taskJournal: { de: 'Journal', en: 'Journal' },
  taskJournalText: {
    de: 'Jede Entscheidung mit Unterschrift zum Nachlesen.',
    en: 'Every decision with its signature, to read up.'
  }
})
