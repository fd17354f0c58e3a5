import { actTexts } from '../../shared/actTexts'
import { defineMessages } from '../../shared/i18n/define'

export const mappingMessages = defineMessages('logMapping', {
  ...actTexts,
  logformat: { de: 'Zeile „logformat“ von Squid', en: 'Squid’s “logformat” line' },
  logformatHint: {
    de: 'So, wie sie in squid.conf steht. Werte, die Squid schützt (wie %"un statt %un), lassen sich sicher zuordnen; ungeschützt kann ein Name die Spalten hinter sich nachahmen.',
    en: 'As it stands in squid.conf. Values that Squid protects (as %"un instead of %un) can be told for sure; unprotected, a name can imitate the columns behind it.'
  },
  messages: { de: 'Meldungen von linelog', en: 'Messages of linelog' },
  messagesHint: {
    de: 'So, wie sie in der Datei des Moduls stehen, mit einer Zeit (%S oder %t). Die mitgelieferten haben keine.',
    en: 'As they stand in the module’s file, with a time (%S or %t). Those that it comes with have none.'
  },
  message: { de: 'Meldung {number}', en: 'Message {number}' },
  means: { de: 'Bedeutung', en: 'Meaning' },
  addMessage: { de: 'Weitere Meldung', en: 'Another message' },
  removeMessage: { de: 'Meldung {number} entfernen', en: 'Remove message {number}' },

  delimiter: { de: 'Trennzeichen', en: 'Delimiter' },
  'delimiter.;': { de: 'Semikolon', en: 'Semicolon' },
  'delimiter.,': { de: 'Komma', en: 'Comma' },
  'delimiter.tab': { de: 'Tabulator', en: 'Tab' },
  'delimiter.bar': { de: 'Senkrechter Strich', en: 'Vertical bar' },
  header: { de: 'Die erste Zeile nennt die Spalten', en: 'The first line names the columns' },
  columns: { de: 'Welche Spalte ist was?', en: 'Which column is what?' },
  columnsHint: {
    de: 'Name der Spalte, ohne Kopfzeile ihre Nummer ab 1. Was es nicht gibt, bleibt leer.',
    en: 'Name of the column, without a line of names its number from 1 on. What there is not stays empty.'
  },
  'column.time': { de: 'Zeit', en: 'Time' },
  'column.person': { de: 'Anmeldename', en: 'Login' },
  'column.address': { de: 'IP-Adresse', en: 'IP address' },
  'column.device': { de: 'Gerät', en: 'Device' },
  'column.act': { de: 'Vorgang', en: 'Act' },
  'column.url': { de: 'Adresse der Seite', en: 'Address of the page' },
  'column.bytes': { de: 'Bytes', en: 'Bytes' },
  'column.path': { de: 'Datei', en: 'File' },
  'column.status': { de: 'Statuszahl', en: 'Status number' },
  timeForm: { de: 'Wie die Zeit geschrieben ist', en: 'How the time is written' },
  timeFormHint: {
    de: 'iso, seconds, milliseconds (seit 1970) oder ein Muster: %d Tag, %m Monat, %Y Jahr, %H:%M:%S Uhrzeit, %z Zeitzone.',
    en: 'iso, seconds, milliseconds (since 1970) or a pattern: %d day, %m month, %Y year, %H:%M:%S time, %z zone.'
  },
  otherwise: { de: 'Was jede Zeile bedeutet', en: 'What each row means' },
  otherwiseOthers: { de: 'Was alle anderen Zeilen bedeuten', en: 'What all other rows mean' },
  nothing: { de: 'Nichts', en: 'Nothing' },
  words: { de: 'Wörter in der Spalte „Vorgang“', en: 'Words in the column “act”' },
  word: { de: 'Wort {number}', en: 'Word {number}' },
  addWord: { de: 'Wort hinzufügen', en: 'Add a word' },
  removeWord: { de: 'Wort {number} entfernen', en: 'Remove word {number}' },

  preview: { de: 'Am Anfang der Datei ausprobieren', en: 'Try it on the beginning of the file' },
  previewText: {
    de: 'Zeigt, was sich lesen lässt und wie die Spalten aussehen. Namen, Adressen und andere Inhalte zeigt es nicht (P19).',
    en: 'Shows what can be read and what the columns look like. It shows no names, addresses or other contents (P19).'
  },
  noFile: { de: 'Dort liegt keine Datei.', en: 'There is no file there.' },
  read: {
    de: '{file}: Von {lines} Zeilen am Anfang sind {parsed} zu lesen. Ereignisse: {events}, mit einem Namen: {named}.',
    en: '{file}: of {lines} lines at its beginning {parsed} can be read. Events: {events}, with a name: {named}.'
  },
  columnNumber: { de: 'Spalte {number}', en: 'Column {number}' },
  namesHidden: {
    de: 'Die erste Zeile sieht nicht nach Spaltennamen aus und wird deshalb nicht gezeigt.',
    en: 'The first line does not look like names of columns and is therefore not shown.'
  },
  looks: { de: 'Sieht aus wie', en: 'Looks like' },
  columnName: { de: 'Spalte', en: 'Column' },
  'form.empty': { de: 'leer ({number})', en: 'empty ({number})' },
  'form.number': { de: 'Zahl ({number})', en: 'number ({number})' },
  'form.time': { de: 'Zeit ({number})', en: 'time ({number})' },
  'form.address': { de: 'IP-Adresse ({number})', en: 'IP address ({number})' },
  'form.device': { de: 'MAC-Adresse ({number})', en: 'MAC address ({number})' },
  'form.text': { de: 'Text ({number})', en: 'text ({number})' }
})
