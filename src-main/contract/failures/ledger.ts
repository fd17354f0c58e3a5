import type { Text } from '../language'

export const ledgerFailures = {
  'ledger.changedSince': {
    de: 'Inzwischen hat jemand anderes an diesem Fall gearbeitet: {by}, „{what}“ am {at}. Ihre Entscheidung wurde nicht gespeichert. Sehen Sie sich den neuen Stand an und entscheiden Sie dann.',
    en: 'Somebody else has worked on this case meanwhile: {by}, “{what}” on {at}. Your decision was not kept. Look at the new state and then decide.'
  },
  'ledger.clockAhead': {
    de: 'Die Uhr dieses PCs geht gegenüber der Fallakte {minutes} {minutes|Minute|Minuten} vor. Sperren werden deshalb nicht beendet. Stellen Sie Datum und Uhrzeit richtig.',
    en: 'The clock of this PC is {minutes} {minutes|minute|minutes} ahead of the case file’s. Therefore no suspension is ended. Correct date and time.'
  },
  'ledger.clockBehind': {
    de: 'Die Uhr geht nach: Der letzte Eintrag im Journal ist vom {last}. Stellen Sie Datum und Uhrzeit richtig; vorher kann niemand unterschreiben.',
    en: 'The clock is behind: the newest journal entry is of {last}. Correct date and time; until then nobody can sign.'
  },
  'ledger.refused': {
    de: 'Das Journal nimmt diese Unterschrift nicht an ({problem}). Laden Sie die Ansicht neu; besteht Ihre Benennung noch?',
    en: 'The journal does not accept this signature ({problem}). Reload the view; is your appointment still in force?'
  },
  'ledger.checkpointWrong': {
    de: 'Die Prüfung des Journals hat etwas gefunden, das beim Start noch nicht zu sehen war. Es wurde nichts unterschrieben. Sehen Sie im Journal nach, was nicht stimmt, und entscheiden Sie dann neu.',
    en: 'The check of the journal has found something that could not be seen at the start yet. Nothing was signed. Look in the journal what is wrong, and then decide anew.'
  },
  'ledger.deviceUnknown': {
    de: 'Dieser PC ist in der Fallakte noch nicht aufgenommen. Eine Administratorin oder ein Administrator muss ihn nach der Anmeldung mit der eigenen Passphrase aufnehmen.',
    en: 'This PC is not admitted to the case file yet. An administrator has to sign in and admit it with their passphrase.'
  },
  'ledger.newerKind': {
    de: 'Diese Fallakte enthält ab Eintrag {sequence} Einträge einer neueren Fassung von Netzwart. Bitte aktualisieren Sie Netzwart auf diesem PC; bis dahin können Sie lesen, aber es wird nichts gespeichert.',
    en: 'From entry {sequence} on this case file holds entries of a newer version of Netzwart. Please update Netzwart on this PC; until then you can read, but nothing is kept.'
  },
  'ledger.documentChanged': {
    de: 'Die {document} in der Fallakte sind nicht die, die der Eintrag {sequence} im Journal nennt: Jemand hat sie außerhalb von Netzwart geändert. Es wurde nichts ausgeführt. Eine Administratorin oder ein Administrator muss sie unter „Einstellungen“ durchsehen und neu speichern.',
    en: 'The {document} in the case file are not those that entry {sequence} of the journal names: somebody changed them outside Netzwart. Nothing was carried out. An administrator has to look through them in “Settings” and save them anew.'
  },
  'ledger.entryNotFound': {
    de: 'Den Eintrag {sequence} gibt es im Journal nicht oder er ist nicht lesbar.',
    en: 'The journal has no entry {sequence}, or it cannot be read.'
  },
  'ledger.fileUnreadable': {
    de: 'Die Datei „{file}“ ist kein ausgeführtes Journal von Netzwart. Wählen Sie eine Datei, die mit „Journal ausführen“ gespeichert wurde.',
    en: 'The file “{file}” is no exported journal of Netzwart. Choose a file that was saved with “Export the journal”.'
  }
} as const satisfies Record<string, Text>
