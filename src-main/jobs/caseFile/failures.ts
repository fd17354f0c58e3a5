import type { Text } from '../../contract/language'

export const caseFileFailures = {
  'caseFile.onServerAlready': {
    de: 'Die Fallakte liegt bereits auf einem Server.',
    en: 'The case file lies on a server already.'
  },
  'caseFile.ownCaseFile': {
    de: 'Auf diesem PC gibt es schon eine eigene Fallakte. Ziehen Sie sie auf den Server um, oder wählen Sie einen leeren Datenordner.',
    en: 'This PC has a case file of its own already. Move it to the server, or choose an empty data folder.'
  },
  'caseFile.demo': {
    de: 'Das ist die Demo-Schule. Trennen Sie sie in den Einstellungen, um mit einer echten Fallakte zu arbeiten.',
    en: 'This is the demo school. Disconnect it in the settings to work with a real case file.'
  },
  'caseFile.notOpen': {
    de: 'Die Fallakte ist nicht erreichbar. Prüfen Sie die Verbindung zum Server und versuchen Sie es noch einmal.',
    en: 'The case file cannot be reached. Check the connection to the server and try again.'
  },
  'caseFile.incoming': {
    de: 'Auf dem Server liegt eine Fallakte, deren Umzug noch nicht beendet ist. Starten Sie Netzwart an dem PC, von dem sie umzieht, und beenden Sie den Umzug dort; oder wählen Sie eine leere Datenbank.',
    en: 'On the server lies a case file that has not finished moving. Start Netzwart at the PC that it moves from and finish the move there; or choose an empty database.'
  },
  'caseFile.moveInterrupted': {
    de: 'Der Umzug auf den Server {server} ist abgebrochen ({reason}). Die Fallakte liegt weiter auf diesem PC, und nichts ging verloren. Prüfen Sie das Netz und starten Sie den Umzug noch einmal; er geht dann weiter.',
    en: 'The move to the server {server} broke off ({reason}). The case file still lies on this PC, and nothing was lost. Check the network and start the move again; it then goes on.'
  },
  'backup.notRecorded': {
    de: 'Die Sicherung „{file}“ ist fertig und geprüft, ließ sich aber nicht im Journal vermerken. Sie können sie verwenden. Sehen Sie nach, ob die Fallakte noch beschreibbar ist (Speicherplatz, Server).',
    en: 'The backup “{file}” is complete and checked, but could not be noted in the journal. You can use it. Check whether the case file can still be written (space, server).'
  },
  'backup.wrongPassphrase': {
    de: 'Die Passphrase passt nicht zu dieser Sicherung. Es ist die Passphrase, die beim Erstellen der Sicherung vergeben wurde. Achten Sie auf Groß- und Kleinschreibung und versuchen Sie es noch einmal. Es wurde nichts übernommen.',
    en: 'The passphrase does not fit this backup. It is the one that was given when the backup was made. Mind upper and lower case and try again. Nothing was taken over.'
  },
  'backup.damaged': {
    de: 'Die Sicherung ist beschädigt, unvollständig oder verändert worden. Es wurde nichts übernommen. Kopieren Sie die Datei noch einmal oder verwenden Sie eine andere Sicherung.',
    en: 'The backup is damaged, incomplete or was changed. Nothing was taken over. Copy the file once more or use another backup.'
  },
  'backup.notABackup': {
    de: 'Diese Datei ist keine Sicherung von Netzwart. Wählen Sie eine Datei, deren Name auf „.netzwart-backup“ endet.',
    en: 'This file is no backup of Netzwart. Choose a file whose name ends with “.netzwart-backup”.'
  },
  'backup.newer': {
    de: 'Die Sicherung stammt von einer neueren Fassung von Netzwart (Format {found}, diese Fassung kennt {known}). Es wurde nichts übernommen. Bitte installieren Sie die neuere Fassung.',
    en: 'The backup was made by a newer version of Netzwart (format {found}, this version knows {known}). Nothing was taken over. Please install the newer version.'
  },
  'backup.notReadBack': {
    de: 'Die Sicherung ließ sich nach dem Schreiben nicht fehlerfrei zurücklesen und wurde wieder entfernt. Der Datenträger von „{folder}“ ist vielleicht defekt; wählen Sie einen anderen Ordner.',
    en: 'After it was written the backup could not be read back without fault, and it was removed again. The medium of “{folder}” may be defective; choose another folder.'
  },
  'backup.demo': {
    de: 'Das ist eine Sicherung der Demo-Schule, deren Geheimnisse jeder kennt. Es wurde nichts übernommen. Wählen Sie eine Sicherung Ihrer Schule.',
    en: 'This is a backup of the demo school, whose secrets everybody knows. Nothing was taken over. Choose a backup of your school.'
  },
  'backup.journalChanged': {
    de: 'In der Fallakte fehlt der Journaleintrag Nr. {sequence}, oder er ist ein anderer. Es wurde keine Sicherung erstellt. Lassen Sie im Journal die Kette prüfen und heben Sie ältere Sicherungen auf.',
    en: 'Journal entry no. {sequence} is missing from the case file or is another one. No backup was made. Verify the chain in the journal and keep older backups.'
  }
} as const satisfies Record<string, Text>
