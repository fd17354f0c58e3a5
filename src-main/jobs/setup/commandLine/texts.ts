import type { Text } from '../../../contract/language'

/** What `setup` and `demo` say beside the sentences of the contract. */
export const texts = {
  connectionBlocked: {
    de: 'Die Verbindung ist gespeichert, aber so kann Netzwart nicht arbeiten:',
    en: 'The connection is kept, but Netzwart cannot work like this:'
  },
  profile: { de: 'Profil', en: 'Profile' },
  server: { de: 'Server', en: 'Server' },
  accounts: { de: 'Konten', en: 'Accounts' },
  yes: { de: 'ja', en: 'yes' },
  no: { de: 'nein', en: 'no' },
  passwordFile: { de: 'Passwort in', en: 'Password in' },
  demoRuns: {
    de: 'Das Demo-Verzeichnis läuft. Strg+C beendet es.',
    en: 'The demo directory is running. Ctrl+C ends it.'
  },
  demoSeeded: {
    de: 'Die Fallakte der Demo-Schule ist da: {statements} Einträge im Journal.',
    en: 'The demo school’s case file is there: {statements} journal entries.'
  }
} as const satisfies Record<string, Text>
