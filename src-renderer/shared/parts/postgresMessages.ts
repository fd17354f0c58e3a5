import { defineMessages } from '../i18n/define'

/** What the fields of a case file on a server are called. */
export const postgresMessages = defineMessages('postgres', {
  de: {
    host: 'Server',
    hostHelp: 'Der Name, der im Zertifikat des Servers steht.',
    hostInvalid: 'Nur der Name oder die Adresse, ohne „postgres://“ und ohne Port.',
    port: 'Port',
    portInvalid: 'Eine Zahl von 1 bis 65535.',
    database: 'Datenbank',
    role: 'Rolle der App',
    roleHelp: 'Eine eigene Rolle nur für Netzwart. Ihr gehört die Datenbank nicht.',
    password: 'Passwort der Rolle',
    certificate: 'Zertifikat der Zertifizierungsstelle (CA)',
    certificateHelp: 'Mit ihm prüft Netzwart bei jeder Verbindung, ob es wirklich Ihr Server ist.',
    choose: 'Datei wählen …',
    chooseOther: 'Andere Datei …',
    chosen: '{subject}, gültig bis {day}',
    notAuthority:
      'Das ist kein CA-Zertifikat, sondern das eines Servers. Es geht, bis der Server ein neues erhält.',
    keep: 'Passwort auf diesem PC merken (verschlüsselt im Schlüsselbund des Systems)',
    cannotKeep:
      'Dieses System kann Geheimnisse nicht sicher aufbewahren. Netzwart fragt deshalb bei jedem Start nach dem Passwort.'
  },
  en: {
    host: 'Server',
    hostHelp: 'The name that stands in the server’s certificate.',
    hostInvalid: 'Only the name or address, without “postgres://” and without a port.',
    port: 'Port',
    portInvalid: 'A number from 1 to 65535.',
    database: 'Database',
    role: 'Role of the app',
    roleHelp: 'A role of its own for Netzwart only. It does not own the database.',
    password: 'Password of the role',
    certificate: 'Certificate of the authority (CA)',
    certificateHelp: 'With it Netzwart checks at each connection that it really is your server.',
    choose: 'Choose a file …',
    chooseOther: 'Another file …',
    chosen: '{subject}, valid until {day}',
    notAuthority: 'This is no CA certificate but a server’s. It works until the server gets a new one.',
    keep: 'Remember the password on this PC (encrypted in the system’s keychain)',
    cannotKeep:
      'This system cannot keep secrets safely. Netzwart therefore asks for the password at every start.'
  }
})
