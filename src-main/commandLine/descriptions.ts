import type { Text } from '../contract/language'

/** What the usage says about commands, options and arguments. */
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
  },
  target: { de: 'Datei, oder - für stdout', en: 'file, or - for stdout' },

  accounts: { de: 'Konten', en: 'accounts' },
  plan: {
    de: 'Schülerliste gegen Verzeichnis; ändert nichts',
    en: 'roster against directory; changes nothing'
  },
  roster: {
    de: 'Datei, Ordner oder ZIP; mehrmals für mehrere Dateien',
    en: 'file, folder or zip; several times for several files'
  },
  format: { de: 'Format der Liste', en: 'format of the roster' },
  map: { de: 'JSON: welche Spalte was enthält', en: 'JSON: which column holds what' },
  reading: { de: 'ein gespeichertes Leseprofil', en: 'a saved reading profile' },
  kind: { de: 'wen die Liste nennt', en: 'whom the roster lists' },
  decisions: { de: 'JSON: Entscheidungen über Zweifelsfälle', en: 'JSON: decisions on doubtful rows' },
  apply: { de: 'Vorschau ausführen oder fortsetzen', en: 'apply a plan or go on with it' },
  planArgument: {
    de: 'Prüfsumme der Vorschau oder ihre ersten Zeichen (mindestens 4)',
    en: 'hash of the plan or its first characters (at least 4)'
  },
  slips: {
    de: 'Passwortzettel als CSV: Name, Klasse, Anmeldename, Passwort',
    en: 'slips as CSV: name, class, login, password'
  },
  confirmLeavers: {
    de: 'Zahl der Abgänger, wenn die Vorschau danach fragt',
    en: 'number of leavers, where the plan asks for it'
  },
  confirmRenames: {
    de: 'Zahl der Namensänderungen, wenn die Vorschau danach fragt',
    en: 'number of renames, where the plan asks for it'
  },
  school: {
    de: 'Schule, wo die Liste mehrere nennt: ID, Nummer oder Name',
    en: 'the school where the roster has several: id, number or name'
  },
  encoding: {
    de: 'Zeichencodierung der Datei, wenn sie falsch erkannt wird',
    en: 'encoding of the file, where the wrong one is found'
  },
  show: {
    de: 'auch die Personen zeigen, nach Art der Schritte',
    en: 'show the persons too, by kind of step'
  },
  acceptDoubtful: {
    de: 'Zweifelsfälle hinnehmen: sie bleiben außen vor, eine unsichere Zeichencodierung gilt wie erkannt, und der Aufruf endet mit 0',
    en: 'accept what is doubtful: persons are left out, an encoding that is not certain is taken as found, and the call ends with 0'
  },
  add: {
    de: 'eine Person hinzufügen: Vorschau mit einem Konto, sonst ändert sich nichts',
    en: 'add one person: a plan for one account, nothing else changes'
  },
  familyName: { de: 'Nachname', en: 'family name' },
  givenName: { de: 'Vorname', en: 'given name' },
  birthDate: { de: 'Geburtsdatum', en: 'birth date' },
  schoolId: { de: 'Schul-ID', en: 'school id' },
  addClass: { de: 'Klasse; eine neue wird angelegt', en: 'class; a new one is made' },
  addKind: { de: 'Personengruppe', en: 'kind of person' },
  wishedLogin: { de: 'gewünschter Anmeldename', en: 'wished login' },
  same: {
    de: 'im Zweifel: die Person hat dieses Konto',
    en: 'where in doubt: the person has this account'
  },
  newPerson: {
    de: 'im Zweifel: die Person hat noch kein Konto',
    en: 'where in doubt: the person has no account yet'
  },
  onlyAdd: {
    de: 'die Liste ergänzt nur: niemand wird Abgänger, wer ein Konto hat, bleibt, wie er ist',
    en: 'the roster only adds: nobody leaves, whoever has an account stays as they are'
  },
  onlyClasses: {
    de: 'nur diese Klassen, durch Komma getrennt',
    en: 'only these classes, separated by commas'
  },
  undo: { de: 'Vorschau rückgängig machen', en: 'undo a plan' },
  list: { de: 'Konten auflisten', en: 'list accounts' },
  class: { de: 'nur diese Klasse', en: 'only this class' },
  state: { de: 'nur diesen Zustand', en: 'only this state' },
  text: { de: 'nur mit diesen Wörtern', en: 'only with these words' },
  login: { de: 'Anmeldename', en: 'login' },
  reset: {
    de: 'neues vorläufiges Passwort, auf Wunsch der Person (P5)',
    en: 'new provisional password, at the person’s request (P5)'
  },
  verified: { de: 'wie die Person erkannt wurde', en: 'how the person was recognised' },
  note: { de: 'Bemerkung für den Verlauf', en: 'note for the history' },
  suspend: { de: 'Konto sperren', en: 'suspend an account' },
  until: {
    de: 'erster Tag, an dem wieder angemeldet werden darf; sonst auf Dauer',
    en: 'first day on which the person may sign in again; else for good'
  },
  reason: { de: 'Grund, 3 bis 500 Zeichen', en: 'reason, 3 to 500 characters' },
  unsuspend: { de: 'Sperre aufheben', en: 'lift a suspension' },
  noReason: {
    de: 'An der Befehlszeile aufgehoben, ohne Angabe eines Grundes',
    en: 'Lifted at the command line, no reason given'
  },
  export: { de: 'nur Namen und ID-Nummern (P3)', en: 'names and id numbers only (P3)' },
  ledger: { de: 'Journal', en: 'ledger' },
  verify: {
    de: 'prüfen: Kette, Unterschriften, Benennungen, Vier-Augen-Prinzip (P21)',
    en: 'verify chain, signatures, appointments, four-eyes principle (P21)'
  },
  exported: {
    de: 'ein ausgeführtes Journal; sonst das der Fallakte',
    en: 'an exported ledger; else the case file’s'
  },
  printedHead: {
    de: 'Kopf von einem gedruckten Dokument, NR:PRÜFSUMME (mindestens 16 Ziffern)',
    en: 'head from a printed document, SEQ:HASH (at least 16 digits)'
  },
  printedRoot: {
    de: 'Fingerabdruck der Schulleitung von der Gründungsurkunde',
    en: 'the leadership’s fingerprint from the founding document'
  },
  exportLedger: {
    de: 'ganzes Journal in eine Datei, auch personenbezogene Angaben',
    en: 'the whole ledger into a file, personal details included'
  },
  ledgerFile: { de: 'Datei', en: 'file' },
  due: {
    de: 'Fälliges erledigen: abgelaufene Sperren aufheben, Entschiedenes ausführen und beenden',
    en: 'do what is due: lift suspensions that have ended, carry out and end what was decided'
  }
} as const satisfies Record<string, Text>
