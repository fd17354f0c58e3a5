import type { Text } from '../language'

export const applicationFailures = {
  'application.unexpected': {
    de: 'Ein unerwarteter Fehler ist aufgetreten. Bitte versuchen Sie es noch einmal; der Fehler steht im Fehlerprotokoll unter der Nummer {reference}.',
    en: 'An unexpected error occurred. Please try again; the error log has it under number {reference}.'
  },
  'application.settingsChanged': {
    de: 'Die Einstellungen wurden inzwischen geändert, vielleicht an einem anderen PC. Gespeichert wurde nichts. Sie sehen jetzt den neuen Stand mit Ihren Eingaben darin: Prüfen Sie ihn und speichern Sie dann noch einmal.',
    en: 'The settings were changed meanwhile, perhaps at another PC. Nothing was kept. You now see the new ones with your entries in them: check them and then save once more.'
  },
  'application.unknownOperation': {
    de: 'Diese Funktion gibt es in der installierten Fassung nicht. Bitte starten Sie Netzwart neu.',
    en: 'The installed version has no such function. Please restart Netzwart.'
  },
  'application.invalidInput': {
    de: 'Die Eingabe „{field}“ ist so nicht möglich. Bitte prüfen Sie das Feld.',
    en: 'The input “{field}” is not possible. Please check the field.'
  },
  'application.notText': {
    de: 'In der Eingabe „{field}“ stehen Steuerzeichen oder beschädigte Zeichen, die man nicht sieht. Bitte löschen Sie das Feld und tippen Sie es neu, statt es einzufügen.',
    en: 'The input “{field}” holds control characters or damaged characters that cannot be seen. Please clear the field and type it anew instead of pasting it.'
  },
  'application.notAllowed': {
    de: 'Dafür fehlt Ihnen die Berechtigung.',
    en: 'You are not permitted to do this.'
  },
  'application.cancelled': {
    de: 'Der Vorgang wurde abgebrochen.',
    en: 'The operation was cancelled.'
  },
  'application.busy': {
    de: 'Dieser Vorgang läuft bereits. Bitte warten Sie, bis er fertig ist.',
    en: 'This operation is already running. Please wait until it has finished.'
  },
  'application.startWordRefused': {
    de: 'Netzwart startet nicht mit „{word}“: Damit könnten andere Programme mitlesen oder eingreifen. Bitte starten Sie es ohne dieses Wort.',
    en: 'Netzwart does not start with “{word}”: other programs could read along or interfere by it. Please start it without this word.'
  },
  'application.fileNotReadable': {
    de: 'Die Datei „{file}“ lässt sich nicht lesen. Bitte prüfen Sie, ob es sie gibt und ob Sie sie öffnen dürfen.',
    en: 'The file “{file}” cannot be read. Please check that it exists and that you may open it.'
  },
  'application.fileNotWritable': {
    de: 'Die Datei „{file}“ lässt sich nicht schreiben. Bitte prüfen Sie Ordner, Rechte und freien Speicherplatz.',
    en: 'The file “{file}” cannot be written. Please check the folder, the rights and the free space.'
  },
  'application.fileTooLarge': {
    de: 'Die Datei „{file}“ ist zu groß (mehr als {megabytes} MB). Bitte prüfen Sie, ob es die richtige Datei ist.',
    en: 'The file “{file}” is too large (more than {megabytes} MB). Please check that it is the right file.'
  },
  'application.printingFailed': {
    de: 'Das Dokument konnte nicht erzeugt werden. Bitte versuchen Sie es noch einmal.',
    en: 'The document could not be made. Please try again.'
  }
} as const satisfies Record<string, Text>
