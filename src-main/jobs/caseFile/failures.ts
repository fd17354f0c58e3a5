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
  }
} as const satisfies Record<string, Text>
