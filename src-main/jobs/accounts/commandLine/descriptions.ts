import type { Text } from '../../../contract/language'

/** What the usage says about `accounts`. */
export const descriptions = {
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
  children: {
    de: 'mit --kind guardian: Schul-IDs der Kinder, durch Kommas getrennt',
    en: 'with --kind guardian: school ids of the children, separated by commas'
  },
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
  export: { de: 'nur Namen und ID-Nummern (P3)', en: 'names and id numbers only (P3)' }
} as const satisfies Record<string, Text>
