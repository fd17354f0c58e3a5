import { defineMessages } from '../../shared/i18n/define'

export const settingsMessages = defineMessages('settings', {
  title: { de: 'Einstellungen', en: 'Settings' },
  sections: { de: 'Bereiche', en: 'Sections' },
  'group.school': { de: 'Allgemein', en: 'General' },
  'group.accounts': { de: 'Konten', en: 'Accounts' },
  'group.operation': { de: 'Technik', en: 'Operation' },
  'group.workplace': { de: 'Arbeitsplatz', en: 'Workplace' },
  'section.school': { de: 'Schule', en: 'School' },
  'section.letterhead': { de: 'Briefkopf', en: 'Letterhead' },
  'section.logins': { de: 'Anmeldenamen', en: 'Logins' },
  'section.passwords': { de: 'Passwörter', en: 'Passwords' },
  'section.guardians': { de: 'Erziehungsberechtigte', en: 'Guardians' },
  'section.leavers': { de: 'Abgänger und Fristen', en: 'Leavers and periods' },
  'section.modules': { de: 'Module', en: 'Modules' },
  'section.directory': { de: 'Verzeichnis', en: 'Directory' },
  'section.services': { de: 'Dienste', en: 'Services' },
  'section.devices': { de: 'Geräte', en: 'Devices' },
  'section.logSources': { de: 'Protokollquellen', en: 'Log sources' },
  'section.evidence': { de: 'Beweismittel', en: 'Evidence' },
  'section.caseFile': { de: 'Fallakte', en: 'Case file' },
  'section.backup': { de: 'Sicherung', en: 'Backup' },
  'section.schedule': { de: 'Geplante Aufgabe', en: 'Scheduled task' },
  'section.lock': { de: 'Bildschirmsperre', en: 'Screen lock' },
  'section.window': { de: 'Sprache und Ansicht', en: 'Language and view' },
  save: { de: 'Speichern', en: 'Save' },
  saved: { de: 'Gespeichert', en: 'Saved' },
  discard: { de: 'Verwerfen', en: 'Discard' },
  unsaved: { de: 'Es gibt ungespeicherte Änderungen.', en: 'There are unsaved changes.' },
  invalid: { de: 'Bitte prüfen Sie die markierten Felder.', en: 'Please check the marked fields.' },
  changedByBoth: {
    de: 'Beide haben hier etwas geändert: {sections}. Sie sehen dort Ihre Eingabe; mit „Verwerfen“ steht wieder da, was der andere PC gespeichert hat.',
    en: 'Both have changed something here: {sections}. You see your entry there; “Discard” brings back what the other PC has saved.'
  },
  leaveTitle: { de: 'Änderungen verwerfen?', en: 'Discard changes?' },
  leaveText: {
    de: 'Die Änderungen in den Einstellungen sind noch nicht gespeichert.',
    en: 'The changes in the settings are not saved yet.'
  },
  leave: { de: 'Verwerfen und weiter', en: 'Discard and go on' },

  schoolName: { de: 'Name der Schule', en: 'Name of the school' },
  schoolNameHelp: {
    de: 'Steht in der Navigation und auf jedem Passwortzettel.',
    en: 'Stands in the navigation and on every password slip.'
  },
  contact: { de: 'Ansprechperson', en: 'Contact' },
  contactHelp: {
    de: 'Wen man bei Fragen zur Anmeldung fragt. Steht auf dem Passwortzettel.',
    en: 'Whom to ask about signing in. Printed on the password slip.'
  },
  contactPlaceholder: { de: 'Frau Beispiel, Raum 112', en: 'Ms Example, room 112' },
  signInHint: { de: 'Wo man sich anmeldet', en: 'Where to sign in' },
  signInHintHelp: {
    de: 'Wo man sich zum ersten Mal anmeldet und das Passwort ändert. Steht auf dem Passwortzettel.',
    en: 'Where one signs in first and changes the password. Printed on the password slip.'
  },
  signInHintPlaceholder: {
    de: 'An einem Schulrechner in Raum 204 oder 205',
    en: 'At a school computer in room 204 or 205'
  },

  guardiansText: {
    de: 'Nur Angehörige der Schule bekommen ein Konto (P1). Ob Erziehungsberechtigte dazugehören, entscheidet die Schule.',
    en: 'Only members of the school get an account (P1). Whether guardians are among them is for the school to decide.'
  },
  guardianAccounts: { de: 'Konten für Erziehungsberechtigte', en: 'Accounts for guardians' },
  guardianAccountsHelp: {
    de: 'Aus: Wer in einer Liste als erziehungsberechtigt steht, bekommt kein Konto und wird genannt. An: Sie bekommen Konten einer eigenen Art, ohne Klasse.',
    en: 'Off: whoever stands in a roster as a guardian gets no account and is named. On: they get accounts of a kind of their own, without a class.'
  },
  guardiansContainer: {
    de: 'Die Konten brauchen einen eigenen Ordner im Verzeichnis. Er wird beim Verbinden des Verzeichnisses unter „Wo Konten und Gruppen liegen“ genannt.',
    en: 'The accounts need a container of their own in the directory. It is named under “Where accounts and groups are” when the directory is connected.'
  },

  loginsText: {
    de: 'So entstehen neue Anmeldenamen (P3). Bestehende Konten behalten ihren.',
    en: 'How new logins are made (P3). Existing accounts keep theirs.'
  },
  pattern: { de: 'Muster', en: 'Pattern' },
  patternHelp: {
    de: "{'{g}'} Anfangsbuchstabe des Vornamens, {'{given}'} Vorname, {'{family}'} Nachname.",
    en: "{'{g}'} initial of the first name, {'{given}'} first name, {'{family}'} last name."
  },
  patternInvalid: {
    de: "Das Muster braucht {'{given}'} oder {'{family}'}; sonst sind nur Buchstaben, Ziffern, Punkt, Bindestrich und Unterstrich möglich.",
    en: "The pattern needs {'{given}'} or {'{family}'}; otherwise only letters, digits, dot, hyphen and underscore are possible."
  },
  maximumLength: { de: 'Höchstens so viele Zeichen', en: 'At most so many characters' },
  maximumLengthHelp: {
    de: '15, wenn ein Klausurkonto dazukommen kann, sonst höchstens 20.',
    en: '15 where an exam account may be added, else at most 20.'
  },
  maximumLengthInvalid: {
    de: 'Bitte geben Sie eine Zahl von 6 bis 20 ein.',
    en: 'Please enter a number from 6 to 20.'
  },
  doubleNames: { de: 'Doppelnamen', en: 'Double names' },
  'doubleNames.join': { de: 'Alle Teile zusammenschreiben', en: 'Write all parts together' },
  'doubleNames.first': { de: 'Nur den ersten Teil nehmen', en: 'Take the first part only' },
  particles: { de: 'Namenszusätze (von, de, el …)', en: 'Particles (von, de, el …)' },
  'particles.join': { de: 'Mitschreiben', en: 'Keep them' },
  'particles.drop': { de: 'Weglassen', en: 'Leave them out' },
  onRename: { de: 'Wenn sich ein Name ändert', en: 'When a name changes' },
  'onRename.keep': { de: 'Anmeldename bleibt', en: 'The login stays' },
  'onRename.new': { de: 'Neuer Anmeldename', en: 'A new login' },
  preview: { de: 'So sähen Anmeldenamen aus', en: 'What logins would look like' },
  previewText: {
    de: 'Erfundene Personen, mit den Angaben dieser Seite.',
    en: 'Made-up people, with what stands on this page.'
  },
  previewName: { de: 'Name', en: 'Name' },
  previewLogin: { de: 'Anmeldename', en: 'Login' },

  passwordLength: { de: 'Länge vorläufiger Passwörter', en: 'Length of provisional passwords' },
  passwordLengthHelp: {
    de: 'Zufällig und gut lesbar, mit Groß- und Kleinbuchstaben, Ziffern und Sonderzeichen (P4). Bei der ersten Anmeldung setzt jede Person ein eigenes.',
    en: 'Random and readable, with upper and lower case, digits and special characters (P4). At the first sign-in each person sets one of their own.'
  },
  passwordLengthInvalid: {
    de: 'Bitte geben Sie eine Zahl von 10 bis 20 ein.',
    en: 'Please enter a number from 10 to 20.'
  },
  characters: { de: 'Zeichen', en: 'characters' },

  leaversText: {
    de: 'Wer die Schule verlässt, wird zuerst gesperrt und erst nach den Fristen gelöscht (P8). Zu jeder Frist gehört ein Grund, den die Schule festhält.',
    en: 'Whoever leaves the school is suspended first and deleted only after the periods (P8). Each period has a reason that the school records.'
  },
  evidenceText: {
    de: 'Was eine Auswertung ausliest, wird nach der Frist seiner Quelle vernichtet (Protokollquellen, üblich sieben Tage). Diese beiden Fristen verlängern das, gerechnet ab dem Abschluss, und nur, wenn etwas gefunden wurde.',
    en: 'What an evaluation reads is destroyed when the period of its source ends (log sources, usually seven days). These two periods prolong that, counted from the conclusion, and only where something was found.'
  },
  evidenceFound: { de: 'Nach einem Verstoß oder einer Übergabe', en: 'After a violation or a hand-over' },
  evidenceCase: { de: 'Solange ein Fall daraus läuft', en: 'While a case from it is under way' },
  suspended: { de: 'Gesperrt, alles bleibt erhalten', en: 'Suspended, everything kept' },
  announced: { de: 'Danach zur Löschung angekündigt', en: 'Then announced for deletion' },
  blocked: { de: 'Anmeldename bleibt danach blockiert', en: 'Login stays blocked afterwards' },
  days: { de: 'Tage', en: 'days' },
  daysInvalid: {
    de: 'Bitte geben Sie eine Zahl von 0 bis 3650 ein.',
    en: 'Please enter a number from 0 to 3650.'
  },
  reason: { de: 'Grund dieser Frist', en: 'Reason of this period' },
  reasonInvalid: { de: 'Bitte halten Sie einen Grund fest.', en: 'Please record a reason.' },
  guard: { de: 'Rückfrage bei vielen Abgängern', en: 'Ask back when many leave' },
  guardHelp: {
    de: 'Verlassen mehr als so viele Prozent der Konten die Schule, muss die Zahl vor der Ausführung eingetippt werden. So wird eine unvollständige Liste nicht zum Unfall.',
    en: 'When more than so many percent of the accounts leave, the number must be typed in before the run. So an incomplete roster does not become an accident.'
  },
  guardInvalid: {
    de: 'Bitte geben Sie eine Zahl von 1 bis 100 ein.',
    en: 'Please enter a number from 1 to 100.'
  },
  percent: { de: 'Prozent', en: 'percent' },

  changedPast: { de: 'Am Journal vorbei geändert', en: 'Changed past the journal' },
  changedPastText: {
    de: 'In der Fallakte stehen Einstellungen, Listenprofile oder eine Verbindung, die niemand in Netzwart gespeichert hat. Bis das geklärt ist, führt Netzwart nichts aus, was von ihnen abhängt. Sehen Sie alle Abschnitte durch, berichtigen Sie sie und speichern Sie neu. Klären Sie, wer in die Datenbank schreiben kann.',
    en: 'The case file holds settings, roster profiles or a connection that nobody has saved in Netzwart. Until this is cleared up, nothing that depends on them is carried out. Look through all sections, correct them and save anew. Find out who can write to the database.'
  },
  saveAnew: { de: 'Durchgesehen, neu speichern', en: 'Looked through, save anew' },
  profile: { de: 'Art', en: 'Kind' },
  'profile.openldap': { de: 'OpenLDAP', en: 'OpenLDAP' },
  'profile.active-directory': { de: 'Active Directory', en: 'Active Directory' },
  'profile.demo': { de: 'Demo-Schule auf diesem PC', en: 'Demo school on this PC' },
  address: { de: 'Adresse', en: 'Address' },
  base: { de: 'Basis', en: 'Base' },
  bindDn: { de: 'Dienstkonto', en: 'Bind account' },
  passwordKept: { de: 'Passwort', en: 'Password' },
  secretsKept: {
    de: 'Dieses System kann Geheimnisse sicher aufbewahren.',
    en: 'This system can keep secrets safely.'
  },
  secretsNotKept: {
    de: 'Dieses System kann Geheimnisse nicht sicher aufbewahren; Netzwart fragt bei jedem Start.',
    en: 'This system cannot keep secrets safely; Netzwart asks at every start.'
  },
  state: { de: 'Zustand', en: 'State' },
  'state.ready': { de: 'verbunden', en: 'connected' },
  'state.passwordNeeded': { de: 'Passwort fehlt', en: 'password missing' },
  'state.unreachable': { de: 'nicht erreichbar', en: 'not reachable' },
  test: { de: 'Selbsttest ausführen', en: 'Run the self-test' },
  testing: { de: 'Der Selbsttest läuft …', en: 'The self-test is running …' },
  testText: {
    de: 'Legt einen Probeeintrag an, ändert ihn und löscht ihn wieder. Konten werden nicht berührt.',
    en: 'Creates a probe entry, changes it and deletes it again. Accounts are not touched.'
  },
  can: { de: 'Was dieses Verzeichnis kann', en: 'What this directory can do' },
  other: { de: 'Anderes Verzeichnis verbinden …', en: 'Connect another directory …' },
  disconnect: { de: 'Verbindung trennen …', en: 'Disconnect …' },
  disconnectTitle: { de: 'Verbindung trennen?', en: 'Disconnect?' },
  disconnectText: {
    de: 'Netzwart vergisst Adresse, Zertifikat und Passwort. Das Verzeichnis und alle Konten bleiben, wie sie sind.',
    en: 'Netzwart forgets address, certificate and password. The directory and all accounts stay as they are.'
  },
  disconnectConfirm: { de: 'Trennen', en: 'Disconnect' },

  language: { de: 'Sprache', en: 'Language' },
  theme: { de: 'Darstellung', en: 'Appearance' },
  'theme.system': { de: 'Wie das System', en: 'Like the system' },
  'theme.light': { de: 'Hell', en: 'Light' },
  'theme.dark': { de: 'Dunkel', en: 'Dark' },
  windowText: { de: 'Gilt sofort und nur auf diesem PC.', en: 'Takes effect at once and on this PC only.' }
})
