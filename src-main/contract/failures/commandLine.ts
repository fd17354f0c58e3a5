import type { Text } from '../language'

export const commandLineFailures = {
  'commandLine.personNeeded': {
    de: 'Diese Fallakte ist gegründet: Setzen Sie NETZWART_USER auf Ihren Anmeldenamen und NETZWART_PASSPHRASE auf Ihre Passphrase.',
    en: 'This case file is founded: set NETZWART_USER to your login and NETZWART_PASSPHRASE to your passphrase.'
  },
  'commandLine.fileUnreadable': {
    de: 'Die Datei „{file}“ ist kein gültiges JSON-Dokument für „{option}“ (Feld: {field}). docs/cli.md zeigt ein Beispiel.',
    en: 'The file “{file}” is no valid JSON document for “{option}” (field: {field}). docs/cli.md shows an example.'
  },
  'commandLine.columnUnknown': {
    de: 'Die Liste hat keine Spalte „{column}“. Vorhanden sind: {columns}.',
    en: 'The roster has no column “{column}”. There are: {columns}.'
  },
  'commandLine.profileUnknown': {
    de: 'Ein gespeichertes Leseprofil „{name}“ gibt es in diesem Datenordner nicht. Vorhanden sind: {names}.',
    en: 'This data folder has no saved reading profile “{name}”. There are: {names}.'
  },
  'commandLine.addressMissing': {
    de: 'Für dieses Verzeichnis fehlen Angaben. Nennen Sie --url, --bind-dn und --base-dn.',
    en: 'Details of this directory are missing. Please give --url, --bind-dn and --base-dn.'
  },
  'commandLine.outputClosed': {
    de: 'Die Ausgabe wurde nicht gelesen. Das Passwort bleibt versiegelt aufbewahrt; „accounts apply {plan} --slips DATEI“ schreibt es in eine Datei.',
    en: 'Nobody read the output. The password stays kept under seal; “accounts apply {plan} --slips FILE” writes it to a file.'
  }
} as const satisfies Record<string, Text>
