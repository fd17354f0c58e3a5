import { defineMessages } from '../../shared/i18n/define'

export const sourceCheckMessages = defineMessages('sourceCheck', {
  check: { de: 'Prüfen', en: 'Check' },
  checkNamed: { de: '{name} prüfen', en: 'Check {name}' },
  title: { de: 'Prüfung von {name}', en: 'Check of {name}' },
  text: {
    de: 'Ein Teil wird gelesen und gezählt. Vom Inhalt wird nichts gezeigt und nichts ausgewertet (P19).',
    en: 'A part is read and counted. Nothing of the content is shown, and nothing is evaluated (P19).'
  },
  reading: { de: 'Wird gelesen … {megabytes} MB', en: 'Reading … {megabytes} MB' },
  cancelled: { de: 'Die Prüfung wurde abgebrochen.', en: 'The check was cancelled.' },
  again: { de: 'Noch einmal prüfen', en: 'Check once more' },
  hide: { de: 'Ausblenden', en: 'Hide' },
  nothing: {
    de: 'Hier ist nichts, oder Netzwart darf nicht hineinsehen. Prüfen Sie Pfad und Rechte.',
    en: 'Nothing is here, or Netzwart may not look into it. Check path and rights.'
  },
  noFormat: { de: 'Format nicht erkannt', en: 'Format not recognised' },
  lines: {
    de: '{lines} Zeile gelesen: {parsed} verstanden, {rejected} verworfen | {lines} Zeilen gelesen: {parsed} verstanden, {rejected} verworfen',
    en: '{lines} line read: {parsed} understood, {rejected} rejected | {lines} lines read: {parsed} understood, {rejected} rejected'
  },
  empty: { de: 'Nichts steht darin.', en: 'Nothing stands in it.' },
  rejection: { de: '{lines}: {reason}', en: '{lines}: {reason}' },
  span: { de: 'Von {first} bis {last}', en: 'From {first} to {last}' },
  spanLocal: {
    de: 'Von {first} bis {last}, nach der Uhr des Dienstes',
    en: 'From {first} to {last}, by the clock of the service'
  },
  noTimes: { de: 'Keine Ereignisse mit einer Zeit', en: 'No events with a time' },
  partFile: {
    de: 'Angesehen wurde der Anfang der Datei; sie geht weiter.',
    en: 'The beginning of the file was looked at; it goes on.'
  },
  partServer: {
    de: 'Angesehen wurden die neuesten Einträge; es gibt ältere.',
    en: 'The newest entries were looked at; there are older ones.'
  },
  left: {
    de: '{count} ältere oder weitere Datei wurde nicht angesehen. | {count} ältere oder weitere Dateien wurden nicht angesehen.',
    en: '{count} older or further file was not looked at. | {count} older or further files were not looked at.'
  }
})
