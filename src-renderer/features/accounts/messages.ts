import { defineMessages } from '../../shared/i18n/define'

export const accountsMessages = defineMessages('accounts', {
  title: { de: 'Konten', en: 'Accounts' },
  personTitle: { de: 'Person', en: 'Person' },
  listLabel: { de: 'Liste der Konten', en: 'List of accounts' },
  summary: {
    de: '{count} Konto, gelesen um {time} Uhr | {count} Konten, gelesen um {time} Uhr',
    en: '{count} account, read at {time} | {count} accounts, read at {time}'
  },
  matches: {
    de: '{count} Treffer | {count} Treffer | {count} Treffer',
    en: '{count} matches | {count} match | {count} matches'
  },
  search: { de: 'Konten durchsuchen', en: 'Search accounts' },
  searchPlaceholder: { de: 'Name, Anmeldename, Klasse, Nummer', en: 'Name, login, class, school id' },
  refresh: { de: 'Neu einlesen', en: 'Read again' },
  reading: {
    de: '{count} Konto gelesen … | {count} Konten gelesen …',
    en: '{count} account read … | {count} accounts read …'
  },
  addPerson: { de: 'Person hinzufügen …', en: 'Add a person …' },
  export: { de: 'Namensliste ausgeben …', en: 'Export list of names …' },
  exportHint: {
    de: 'Nur Namen und Schul-IDs der gewählten Klasse, für einen Dienstleister, der Konten anlegt (P3).',
    en: 'Only names and school ids of the chosen class, for a service provider who makes accounts (P3).'
  },
  exportAllHint: {
    de: 'Nur Namen und Schul-IDs aller Konten, für einen Dienstleister, der Konten anlegt (P3).',
    en: 'Only names and school ids of all accounts, for a service provider who makes accounts (P3).'
  },
  exported: { de: 'Namensliste gespeichert', en: 'List of names saved' },
  filterClass: { de: 'Klasse', en: 'Class' },
  filterGroup: { de: 'Gruppe', en: 'Group' },
  filterState: { de: 'Zustand', en: 'State' },
  filterKind: { de: 'Art', en: 'Kind' },
  allClasses: { de: 'Alle Klassen', en: 'All classes' },
  allGroups: { de: 'Alle Gruppen', en: 'All groups' },
  allStates: { de: 'Alle Zustände', en: 'All states' },
  allKinds: { de: 'Alle Arten', en: 'All kinds' },
  emptyTitle: { de: 'Kein Konto passt dazu', en: 'No account matches' },
  noneTitle: { de: 'Noch keine Konten', en: 'No accounts yet' },
  noneText: {
    de: 'Lesen Sie eine Schülerliste ein, um Konten anzulegen.',
    en: 'Read a roster to create accounts.'
  },
  columnName: { de: 'Name', en: 'Name' },
  columnLogin: { de: 'Anmeldename', en: 'Login' },
  columnClass: { de: 'Klasse', en: 'Class' },
  columnKind: { de: 'Art', en: 'Kind' },
  columnState: { de: 'Zustand', en: 'State' },
  columnSchoolId: { de: 'Schul-ID', en: 'School id' },
  mustChange: { de: 'Passwort muss geändert werden', en: 'Password must be changed' },

  back: { de: 'Alle Konten', en: 'All accounts' },
  gone: { de: 'Dieses Konto gibt es nicht mehr.', en: 'This account no longer exists.' },
  details: { de: 'Angaben', en: 'Details' },
  actions: { de: 'Aktionen', en: 'Actions' },
  login: { de: 'Anmeldename', en: 'Login' },
  schoolId: { de: 'Schul-ID', en: 'School id' },
  children: { de: 'Kinder', en: 'Children' },
  noChildren: { de: 'Keine Liste hat Kinder genannt.', en: 'No roster has named children.' },
  childGone: {
    de: 'Schul-ID {id} (kein Konto)',
    en: 'School id {id} (no account)'
  },
  noSchoolId: {
    de: 'keine – wird von keiner Schülerliste verwaltet',
    en: 'none – no roster governs this account'
  },
  kind: { de: 'Personengruppe', en: 'Kind' },
  classes: { de: 'Klassen', en: 'Classes' },
  groups: { de: 'Gruppen', en: 'Groups' },
  mail: { de: 'E-Mail', en: 'E-mail' },
  password: { de: 'Passwort', en: 'Password' },
  passwordOwn: { de: 'selbst gewählt', en: 'chosen by the person' },
  passwordMustChange: {
    de: 'vorläufig, muss bei der nächsten Anmeldung geändert werden',
    en: 'provisional, must be changed at the next sign-in'
  },
  suspension: { de: 'Sperre', en: 'Suspension' },
  suspensionNone: { de: 'keine', en: 'none' },
  suspensionForever: { de: 'auf Dauer', en: 'for good' },
  suspensionUntil: { de: 'endet am {instant}', en: 'ends on {instant}' },
  leaverSince: { de: 'Abgänger seit', en: 'Leaver since' },
  retention: { de: 'Aufbewahrung', en: 'Retention' },
  retentionSuspended: {
    de: 'Gesperrt, alles bleibt erhalten; zur Löschung vorgemerkt ab {day}',
    en: 'Suspended, everything is kept; announced for removal from {day}'
  },
  retentionAnnounced: {
    de: 'Zur Löschung vorgemerkt; die Frist endet am {day}',
    en: 'Announced for removal; the period ends on {day}'
  },
  retentionRemovable: {
    de: 'Die Frist ist seit {day} abgelaufen',
    en: 'The period has been over since {day}'
  },
  lastSignIn: { de: 'Letzte Anmeldung', en: 'Last sign-in' },
  neverSignedIn: { de: 'dem Verzeichnis nicht bekannt', en: 'not known to the directory' },
  createdAt: { de: 'Angelegt', en: 'Created' },
  dn: { de: 'Name im Verzeichnis', en: 'Name in the directory' },
  copy: { de: 'Kopieren', en: 'Copy' },
  copied: { de: 'Kopiert', en: 'Copied' },
  rawTitle: { de: 'Zustand, wie er im Verzeichnis steht', en: 'State as it stands in the directory' },
  rawText: { de: 'Auch was andere Werkzeuge gesetzt haben.', en: 'Also what other tools have set.' },
  rawAttribute: { de: 'Attribut', en: 'Attribute' },
  rawValue: { de: 'Wert', en: 'Value' },
  rawMeaning: { de: 'Bedeutung', en: 'Meaning' },
  rawEmpty: {
    de: 'Das Verzeichnis hat keine besonderen Angaben zum Zustand.',
    en: 'The directory holds nothing special about the state.'
  },
  historyTitle: { de: 'Verlauf', en: 'History' },
  historyUndone: { de: 'rückgängig gemacht: {instant}', en: 'undone: {instant}' },
  historyEmpty: {
    de: 'Netzwart hat dieses Konto noch nicht geändert.',
    en: 'Netzwart has not changed this account yet.'
  },
  historyWithheld: {
    de: 'Weitere Änderungen und ihre Gründe sehen Administration und Schulleitung.',
    en: 'Other changes and their reasons are seen by administrators and leadership.'
  },
  slipPending: { de: 'Ein Passwortzettel wartet', en: 'A password slip waits' },
  slipPendingText: {
    de: 'Das vorläufige Passwort ist noch nicht ausgegeben.',
    en: 'The provisional password has not been handed out yet.'
  },
  printSlip: { de: 'Zettel speichern …', en: 'Save slip …' },
  slipSaved: { de: 'Zettel gespeichert', en: 'Slip saved' },
  slipSavedText: {
    de: 'Das Passwort ist in Netzwart vernichtet.',
    en: 'The password is destroyed in Netzwart.'
  },

  resetPassword: { de: 'Passwort zurücksetzen', en: 'Reset password' },
  resetDescription: {
    de: '{name} erhält ein vorläufiges Passwort und muss es bei der nächsten Anmeldung ändern.',
    en: '{name} gets a provisional password and must change it at the next sign-in.'
  },
  verificationLegend: {
    de: 'Wie haben Sie erkannt, dass die Person selbst darum bittet? (P5)',
    en: 'How did you know that the person asked for it in person? (P5)'
  },
  'verification.knownInPerson': {
    de: 'Ich kenne die Person, sie steht vor mir',
    en: 'I know the person, who stands before me'
  },
  'verification.schoolIdCard': { de: 'Schülerausweis', en: 'School identity card' },
  'verification.identityCard': { de: 'Personalausweis', en: 'National identity card' },
  'verification.confirmedByTeacher': { de: 'Eine Lehrkraft hat es bestätigt', en: 'A teacher confirmed it' },
  note: { de: 'Notiz', en: 'Note' },
  noteHint: {
    de: 'freiwillig, zum Beispiel Name der Lehrkraft',
    en: 'optional, for example the teacher’s name'
  },
  resetDone: { de: 'Passwort von {name} zurückgesetzt', en: 'Password of {name} reset' },
  afterReset: {
    de: 'Das neue Passwort steht nur auf dem Zettel.',
    en: 'The new password stands on the slip only.'
  },
  afterResetText: {
    de: 'Speichern Sie den Zettel jetzt und geben Sie ihn der Person in die Hand.',
    en: 'Save the slip now and hand it to the person.'
  },
  later: { de: 'Später', en: 'Later' },
  current: { de: 'bisheriges', en: 'the present one' },
  provisional: { de: 'vorläufiges, einmalig', en: 'provisional, for one use' },

  unlock: { de: 'Aussperrung aufheben', en: 'Unlock' },
  unlockDescription: {
    de: 'Der Server hat {name} nach zu vielen falschen Passwörtern ausgesperrt. Danach ist die Anmeldung mit dem bisherigen Passwort wieder möglich.',
    en: 'The server has locked {name} out after too many wrong passwords. After this, signing in with the present password works again.'
  },
  unlockDone: { de: '{name} kann sich wieder anmelden', en: '{name} can sign in again' },

  suspend: { de: 'Sperren', en: 'Suspend' },
  suspendDescription: {
    de: '{name} kann sich dann nicht mehr anmelden und verliert alle zugeordneten Module (P9).',
    en: '{name} can then no longer sign in and loses all mapped modules (P9).'
  },
  suspendModules: {
    de: 'Dienste, die das Passwort selbst lesen (WLAN über RADIUS), sehen die Sperre nicht. Deshalb nimmt Netzwart die Person auch aus den Gruppen der Module.',
    en: 'Services that read the password themselves (WLAN by RADIUS) do not see a suspension. Netzwart therefore also takes the person out of the modules’ groups.'
  },
  suspendReturn: {
    de: 'Die Module gibt kein Verzeichnis zurück: Netzwart tut es nach dem Ende der Sperre, sobald es läuft.',
    en: 'No directory gives the modules back: Netzwart does, after the end of the suspension, as soon as it runs.'
  },
  suspendNoModules: {
    de: 'Kein Modul, in dessen Gruppe die Person ist: Ein Dienst, der das Passwort selbst liest, ließe sie weiter ein. Die Zuordnung steht in den Einstellungen unter „Module“.',
    en: 'No module whose group the person is in: a service that reads the password itself would still let them in. The mapping is in the settings under “Modules”.'
  },
  suspendGoesOn: {
    de: 'Was schon läuft, endet damit nicht: offene Sitzungen, Netzlaufwerke, WLAN bis zur nächsten Anmeldung, Windows-Tickets bis zu zehn Stunden.',
    en: 'What is under way already does not end: open sessions, network drives, WLAN until the next sign-in, Windows tickets for up to ten hours.'
  },
  suspendLegend: { de: 'Wie lange?', en: 'For how long?' },
  suspendUntilDay: { de: 'Bis zu einem Tag', en: 'Until a day' },
  suspendForever: { de: 'Auf Dauer', en: 'For good' },
  suspendUntil: {
    de: 'Erster Tag, an dem die Anmeldung wieder möglich ist',
    en: 'First day on which signing in works again'
  },
  untilInPast: { de: 'Der Tag muss nach dem heutigen liegen.', en: 'The day must be after today.' },
  selfEnding: {
    de: 'Das Verzeichnis beendet die Sperre des Kontos an diesem Tag von selbst.',
    en: 'The directory ends the account’s suspension by itself on that day.'
  },
  notSelfEnding: {
    de: 'Dieses Verzeichnis beendet Sperren nicht von selbst. Netzwart hebt sie auf, sobald der Tag erreicht ist und Netzwart läuft.',
    en: 'This directory does not end suspensions by itself. Netzwart lifts it once the day has come and Netzwart is running.'
  },
  cannotSuspend: {
    de: 'Dieses Verzeichnis kann Konten nicht sperren. Der Selbsttest in den Einstellungen nennt die Abhilfe.',
    en: 'This directory cannot suspend accounts. The self-test in the settings names the remedy.'
  },
  reason: { de: 'Grund', en: 'Reason' },
  reasonHint: { de: 'Wird mit dem Vorgang aufbewahrt.', en: 'Is kept with the action.' },
  reasonTooShort: {
    de: 'Bitte nennen Sie einen Grund (mindestens 3 Zeichen).',
    en: 'Please give a reason (at least 3 characters).'
  },
  suspendDone: { de: '{name} gesperrt', en: '{name} suspended' },

  lift: { de: 'Sperre aufheben', en: 'Lift suspension' },
  liftDescription: {
    de: '{name} kann sich danach wieder anmelden.',
    en: '{name} can sign in again after this.'
  },
  liftDone: { de: 'Sperre von {name} aufgehoben', en: 'Suspension of {name} lifted' },
  liftLeaver: {
    de: 'Module bekommt ein Abgänger nicht zurück; das tut die nächste Schülerliste, die ihn wieder nennt.',
    en: 'A leaver gets no modules back; the next roster that names the person again does that.'
  },
  modules: { de: 'Module', en: 'Modules' },
  modulesTaken: { de: 'Durch Sperre genommen', en: 'Taken by a suspension' },
  modulesTakenText: {
    de: 'kommt nach ihrem Ende zurück, sobald Netzwart läuft',
    en: 'comes back after its end, as soon as Netzwart runs'
  },
  stillOpenTitle: {
    de: 'Gesperrt, aber noch nicht aus allen Modulen',
    en: 'Suspended, but not out of all modules yet'
  },
  stillOpenText: {
    de: 'In diesen Gruppen ist die Person noch: {groups}. Wer dort das Passwort selbst liest, lässt sie weiter ein. Nehmen Sie die Gruppen jetzt dazu; nach dem Ende der Sperre kommen sie zurück.',
    en: 'The person is still in these groups: {groups}. Whoever reads the password itself there still lets them in. Take the groups now; they come back after the end of the suspension.'
  },
  takeModules: { de: 'Module entziehen …', en: 'Take modules …' },

  changeClasses: { de: 'Klassen ändern', en: 'Change classes' },
  changeClassesDescription: {
    de: 'Die nächste Schülerliste kann diese Änderung wieder überschreiben.',
    en: 'The next roster may overwrite this change.'
  },
  classesDone: { de: 'Klassen von {name} geändert', en: 'Classes of {name} changed' },
  changeGroups: { de: 'Gruppen ändern', en: 'Change groups' },
  openCase: { de: 'Fall eröffnen', en: 'Open a case' },
  disclose: { de: 'Auskunft erteilen (Art. 15)', en: 'Give a disclosure (Art. 15)' },
  changeGroupsDescription: {
    de: 'Gruppen öffnen Ordner und Module für ihre Mitglieder.',
    en: 'Groups open folders and modules to their members.'
  },
  groupsDone: { de: 'Gruppen von {name} geändert', en: 'Groups of {name} changed' },
  chooseSome: { de: 'Auswählen …', en: 'Choose …' },
  noChange: { de: 'Noch nichts geändert.', en: 'Nothing changed yet.' }
})
