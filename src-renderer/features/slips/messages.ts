import { defineMessages } from '../../shared/i18n/define'

export const slipsMessages = defineMessages('slips', {
  title: { de: 'Passwortzettel', en: 'Password slips' },
  description: {
    de: 'Vorläufige Passwörter, die noch nicht ausgegeben sind. Jede Person erhält ihren Zettel persönlich und setzt bei der ersten Anmeldung ein eigenes Passwort.',
    en: 'Provisional passwords that are not handed out yet. Each person gets the slip in person and sets a password of their own at the first sign-in.'
  },
  emptyTitle: { de: 'Keine Zettel warten', en: 'No slips wait' },
  emptyText: {
    de: 'Neue Zettel entstehen, wenn Konten angelegt oder Passwörter zurückgesetzt werden.',
    en: 'New slips appear when accounts are created or passwords reset.'
  },
  destroyTitle: {
    de: 'Nach dem Speichern gibt es diese Passwörter nicht mehr.',
    en: 'Once saved, these passwords are gone.'
  },
  destroyText: {
    de: 'Netzwart vernichtet sie, sobald die PDF-Datei geschrieben ist. Ein verlorener Zettel lässt sich nur durch ein neues Passwort ersetzen. Löschen Sie die PDF-Datei, sobald die Zettel ausgegeben sind.',
    en: 'Netzwart destroys them as soon as the PDF file is written. A lost slip can only be replaced by a new password. Delete the PDF file once the slips are handed out.'
  },
  selected: {
    de: 'Kein Zettel gewählt | {count} Zettel gewählt | {count} Zettel gewählt',
    en: 'No slip selected | {count} slip selected | {count} slips selected'
  },
  selectAll: { de: 'Alle wählen', en: 'Select all' },
  selectNone: { de: 'Auswahl aufheben', en: 'Clear selection' },
  selectClass: { de: 'Alle Zettel von {name} wählen', en: 'Select all slips of {name}' },
  selectPerson: { de: 'Zettel von {name} wählen', en: 'Select the slip of {name}' },
  withoutClass: { de: 'Ohne Klasse', en: 'Without class' },
  save: { de: 'Als PDF speichern …', en: 'Save as PDF …' },
  savedTitle: { de: 'Die Zettel sind gespeichert.', en: 'The slips are saved.' },
  savedText: {
    de: 'Die Passwörter sind in Netzwart vernichtet. Datei: {file}',
    en: 'The passwords are destroyed in Netzwart. File: {file}'
  },
  openFile: { de: 'PDF öffnen', en: 'Open PDF' },
  since: { de: 'seit {instant}', en: 'since {instant}' },
  expand: { de: 'Personen anzeigen', en: 'Show people' },
  collapse: { de: 'Personen ausblenden', en: 'Hide people' },
  count: { de: '{count} Zettel | {count} Zettel', en: '{count} slip | {count} slips' }
})
