import type { Text } from '../language'

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
  }
} as const satisfies Record<string, Text>
