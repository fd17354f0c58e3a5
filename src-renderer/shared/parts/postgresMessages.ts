import { defineMessages } from '../i18n/define'

/** What the fields of a case file on a server are called. */
export const postgresMessages = defineMessages('postgres', {
  host: { de: 'Server', en: 'Server' },
  hostHelp: {
    de: 'Der Name, der im Zertifikat des Servers steht.',
    en: 'The name that stands in the server’s certificate.'
  },
  hostInvalid: {
    de: 'Nur der Name oder die Adresse, ohne „postgres://“ und ohne Port.',
    en: 'Only the name or address, without “postgres://” and without a port.'
  },
  port: { de: 'Port', en: 'Port' },
  portInvalid: { de: 'Eine Zahl von 1 bis 65535.', en: 'A number from 1 to 65535.' },
  database: { de: 'Datenbank', en: 'Database' },
  role: { de: 'Rolle der App', en: 'Role of the app' },
  roleHelp: {
    de: 'Eine eigene Rolle nur für Netzwart. Ihr gehört die Datenbank nicht.',
    en: 'A role of its own for Netzwart only. It does not own the database.'
  },
  password: { de: 'Passwort der Rolle', en: 'Password of the role' },
  certificate: { de: 'Zertifikat der Zertifizierungsstelle (CA)', en: 'Certificate of the authority (CA)' },
  certificateHelp: {
    de: 'Mit ihm prüft Netzwart bei jeder Verbindung, ob es wirklich Ihr Server ist.',
    en: 'With it Netzwart checks at each connection that it really is your server.'
  },
  choose: { de: 'Datei wählen …', en: 'Choose a file …' },
  chooseOther: { de: 'Andere Datei …', en: 'Another file …' },
  chosen: { de: '{subject}, gültig bis {day}', en: '{subject}, valid until {day}' },
  notAuthority: {
    de: 'Das ist kein CA-Zertifikat, sondern das eines Servers. Es geht, bis der Server ein neues erhält.',
    en: 'This is no CA certificate but a server’s. It works until the server gets a new one.'
  },
  keep: {
    de: 'Passwort auf diesem PC merken (verschlüsselt im Schlüsselbund des Systems)',
    en: 'Remember the password on this PC (encrypted in the system’s keychain)'
  },
  cannotKeep: {
    de: 'Dieses System kann Geheimnisse nicht sicher aufbewahren. Netzwart fragt deshalb bei jedem Start nach dem Passwort.',
    en: 'This system cannot keep secrets safely. Netzwart therefore asks for the password at every start.'
  }
})
