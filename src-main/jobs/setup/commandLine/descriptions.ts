import type { Text } from '../../../contract/language'

/** What the usage says about `setup` and `demo`. */
export const descriptions = {
  setup: { de: 'Verzeichnis verbinden und prüfen', en: 'connect and check a directory' },
  connect: {
    de: 'verbinden, selbst prüfen, Verbindung speichern (nie das Passwort)',
    en: 'connect, self-test, keep the connection (never the password)'
  },
  profile: { de: 'Art des Verzeichnisses', en: 'kind of directory' },
  url: { de: 'Adresse, ldaps://…', en: 'address, ldaps://…' },
  bindDn: { de: 'DN des Dienstkontos', en: 'DN of the bind account' },
  baseDn: { de: 'Basis der Konten und Gruppen', en: 'base of accounts and groups' },
  ca: { de: 'CA-Zertifikat (PEM oder DER)', en: 'CA certificate (PEM or DER)' },
  layout: {
    de: 'JSON: Container, Präfix der Klassengruppen, Home, E-Mail; sonst gefunden',
    en: 'JSON: containers, prefix of class groups, home, mail; else found'
  },
  check: {
    de: 'was dieses Verzeichnis kann und was fehlt',
    en: 'what this directory can do, what is missing'
  },
  demo: { de: 'Demo-Schule', en: 'demo school' },
  demoDirectory: {
    de: 'eingebauter LDAP-Server im Vordergrund, bis Strg+C',
    en: 'embedded LDAP server in the foreground, until Ctrl+C'
  },
  port: { de: 'Port auf 127.0.0.1, sonst ein freier', en: 'port on 127.0.0.1, else a free one' },
  demoSeed: {
    de: 'füllt einen leeren Datenordner mit der Fallakte der Demo-Schule: Personen, Benennungen, Wochen an Fällen',
    en: 'fills an empty data folder with the demo school’s case file: people, appointments, weeks of cases'
  },
  demoRoster: {
    de: 'die vorbereitete Schülerliste der Demo-Schule schreiben',
    en: 'write the demo school’s prepared roster'
  }
} as const satisfies Record<string, Text>
