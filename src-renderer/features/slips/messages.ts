import { defineMessages } from '../../shared/i18n/define'

export const slipsMessages = defineMessages('slips', {
  de: {
    title: 'Passwortzettel',
    description:
      'Vorläufige Passwörter, die noch nicht ausgegeben sind. Jede Person erhält ihren Zettel persönlich und setzt bei der ersten Anmeldung ein eigenes Passwort.',
    emptyTitle: 'Keine Zettel warten',
    emptyText: 'Neue Zettel entstehen, wenn Konten angelegt oder Passwörter zurückgesetzt werden.',
    destroyTitle: 'Nach dem Speichern gibt es diese Passwörter nicht mehr.',
    destroyText:
      'Netzwart vernichtet sie, sobald die PDF-Datei geschrieben ist. Ein verlorener Zettel lässt sich nur durch ein neues Passwort ersetzen. Löschen Sie die PDF-Datei, sobald die Zettel ausgegeben sind.',
    selected: 'Kein Zettel gewählt | {count} Zettel gewählt | {count} Zettel gewählt',
    selectAll: 'Alle wählen',
    selectNone: 'Auswahl aufheben',
    selectClass: 'Alle Zettel von {name} wählen',
    selectPerson: 'Zettel von {name} wählen',
    withoutClass: 'Ohne Klasse',
    save: 'Als PDF speichern …',
    savedTitle: 'Die Zettel sind gespeichert.',
    savedText: 'Die Passwörter sind in Netzwart vernichtet. Datei: {file}',
    openFile: 'PDF öffnen',
    since: 'seit {instant}',
    expand: 'Personen anzeigen',
    collapse: 'Personen ausblenden',
    count: '{count} Zettel | {count} Zettel'
  },
  en: {
    title: 'Password slips',
    description:
      'Provisional passwords that are not handed out yet. Each person gets the slip in person and sets a password of their own at the first sign-in.',
    emptyTitle: 'No slips wait',
    emptyText: 'New slips appear when accounts are created or passwords reset.',
    destroyTitle: 'Once saved, these passwords are gone.',
    destroyText:
      'Netzwart destroys them as soon as the PDF file is written. A lost slip can only be replaced by a new password. Delete the PDF file once the slips are handed out.',
    selected: 'No slip selected | {count} slip selected | {count} slips selected',
    selectAll: 'Select all',
    selectNone: 'Clear selection',
    selectClass: 'Select all slips of {name}',
    selectPerson: 'Select the slip of {name}',
    withoutClass: 'Without class',
    save: 'Save as PDF …',
    savedTitle: 'The slips are saved.',
    savedText: 'The passwords are destroyed in Netzwart. File: {file}',
    openFile: 'Open PDF',
    since: 'since {instant}',
    expand: 'Show people',
    collapse: 'Hide people',
    count: '{count} slip | {count} slips'
  }
})
