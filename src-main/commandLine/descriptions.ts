import type { Text } from '../contract/language'

/** What the usage says of words that stand before every job, and of those that several jobs have. */
export const descriptions = {
  program: {
    de: 'Konten eines Schulnetzes an der Befehlszeile. Ausführlich: docs/cli.md',
    en: 'Accounts of a school network at the command line. In full: docs/cli.md'
  },
  version: { de: 'Fassung anzeigen', en: 'show the version' },
  help: { de: 'diese Hilfe', en: 'this help' },
  data: { de: 'Datenordner (sonst NETZWART_DATA)', en: 'data folder (else NETZWART_DATA)' },
  json: {
    de: 'ein JSON-Dokument auf stdout, Meldungen auf stderr',
    en: 'one JSON document on stdout, messages on stderr'
  },
  passwordStdin: {
    de: 'Passwort des Dienstkontos von stdin lesen (sonst NETZWART_BIND_PASSWORD)',
    en: 'read the bind account’s password from stdin (else NETZWART_BIND_PASSWORD)'
  },
  language: { de: 'Sprache der Meldungen: de oder en', en: 'language of messages: de or en' },
  due: {
    de: 'Fälliges erledigen: abgelaufene Sperren aufheben, Entschiedenes ausführen und beenden',
    en: 'do what is due: lift suspensions that have ended, carry out and end what was decided'
  },
  target: { de: 'Datei, oder - für stdout', en: 'file, or - for stdout' },
  planArgument: {
    de: 'Prüfsumme der Vorschau oder ihre ersten Zeichen (mindestens 4)',
    en: 'hash of the plan or its first characters (at least 4)'
  }
} as const satisfies Record<string, Text>
