import { defineMessages } from '../../../shared/i18n/define'

export const rosterMessages = defineMessages('rosterWizard', {
  title: { de: 'Schülerliste einlesen', en: 'Read a roster' },
  readRoster: { de: 'Neue Schülerliste einlesen', en: 'Read a new roster' },
  stepChoose: { de: 'Datei wählen', en: 'Choose file' },
  stepReading: { de: 'Lesart prüfen', en: 'Check the reading' },
  stepMatching: { de: 'Zweifelsfälle', en: 'Doubtful rows' },
  stepReview: { de: 'Vorschau', en: 'Preview' },
  progress: { de: 'Schritt {step} von {steps}', en: 'Step {step} of {steps}' },
  nothingChanges: {
    de: 'Bis zum Schluss wird am Verzeichnis nichts geändert.',
    en: 'Nothing in the directory is changed until the very end.'
  },

  chooseTitle: { de: 'Woher kommt die Liste?', en: 'Where does the roster come from?' },
  chooseFile: { de: 'Datei wählen …', en: 'Choose file …' },
  chooseFileTitle: { de: 'Datei oder ZIP-Archiv', en: 'File or zip archive' },
  chooseFileText: {
    de: 'CSV, TXT, DAT, XLSX, ODS, XML oder ZIP aus der Schulverwaltung. Mehrere Dateien eines Exports zusammen auswählen.',
    en: 'CSV, TXT, DAT, XLSX, ODS, XML or ZIP from the school administration. Select all files of one export together.'
  },
  chooseFolder: { de: 'Ordner wählen …', en: 'Choose folder …' },
  chooseFolderTitle: { de: 'Ordner eines Exports', en: 'Folder of an export' },
  chooseFolderText: {
    de: 'Zum Beispiel OneRoster oder SchILD-NRW mit Basis- und Zusatzdaten.',
    en: 'For example OneRoster, or SchILD-NRW with its main and side file.'
  },
  chooseDemo: { de: 'Vorbereitete Liste nehmen', en: 'Take the prepared roster' },
  chooseDemoTitle: {
    de: 'Vorbereitete Liste des neuen Schuljahrs',
    en: 'Prepared roster of the new school year'
  },
  chooseDemoText: {
    de: 'Erfundene Personen der Demo-Schule: Neue, Aufsteiger, Abgänger und ein paar Fehler zum Üben.',
    en: 'Made-up people of the demo school: newcomers, moves, leavers and a few mistakes to practise on.'
  },
  formatsTitle: {
    de: 'Diese Formate erkennt Netzwart von selbst',
    en: 'Netzwart recognises these formats by itself'
  },
  formatsText: {
    de: 'SchILD-NRW, LUSD, ASV, DaNiS, Magellan, Sokrates, Untis, WebUntis, linuxmuster, OneRoster, Microsoft SDS, Clever, PowerSchool, LDIF und jede CSV-, Excel- oder LibreOffice-Tabelle, deren Spalten Sie selbst zuordnen. Zeichencodierung und Trennzeichen werden erkannt.',
    en: 'SchILD-NRW, LUSD, ASV, DaNiS, Magellan, Sokrates, Untis, WebUntis, linuxmuster, OneRoster, Microsoft SDS, Clever, PowerSchool, LDIF and every table of CSV, Excel or LibreOffice whose columns you map yourself. Encoding and separator are found by looking.'
  },

  readingTitle: { de: 'Wurde die Liste richtig gelesen?', en: 'Was the roster read correctly?' },
  otherFile: { de: 'Andere Datei', en: 'Other file' },
  files: { de: '{name} ({size})', en: '{name} ({size})' },
  format: { de: 'Format', en: 'Format' },
  encoding: { de: 'Zeichencodierung', en: 'Encoding' },
  separator: { de: 'Trennzeichen', en: 'Separator' },
  header: { de: 'Erste Zeile', en: 'First line' },
  headerYes: { de: 'Spaltennamen', en: 'column names' },
  headerNo: { de: 'eine Person', en: 'a person' },
  kind: { de: 'Wen nennt die Liste?', en: 'Whom does it list?' },
  'kind.pupil': { de: 'Schüler/innen', en: 'Pupils' },
  childrenOf: { de: 'für {ids}', en: 'of {ids}' },
  'kind.guardian': { de: 'Erziehungsberechtigte', en: 'Guardians' },
  'kind.teacher': { de: 'Lehrkräfte', en: 'Teachers' },
  'kind.staff': { de: 'Personal', en: 'Staff' },
  school: { de: 'Schule', en: 'School' },
  schoolMissing: { de: 'Bitte wählen', en: 'Please choose' },
  found: { de: 'Erkennen lassen: {value}', en: 'Find by looking: {value}' },
  foundHint: { de: 'erkannt', en: 'found' },
  'format.csv': { de: 'CSV', en: 'CSV' },
  'format.schild': { de: 'SchILD-NRW', en: 'SchILD-NRW' },
  'format.linuxmuster': { de: 'linuxmuster.net', en: 'linuxmuster.net' },
  'format.oneroster': { de: 'OneRoster', en: 'OneRoster' },
  'format.lusd': { de: 'LUSD', en: 'LUSD' },
  'format.asv': { de: 'ASV', en: 'ASV' },
  'format.danis': { de: 'DaNiS', en: 'DaNiS' },
  'format.untis': { de: 'Untis (GPU010)', en: 'Untis (GPU010)' },
  'format.webuntis': { de: 'WebUntis', en: 'WebUntis' },
  'format.sokrates': { de: 'Sokrates', en: 'Sokrates' },
  'format.magellan': { de: 'Magellan', en: 'Magellan' },
  'format.sds': { de: 'Microsoft School Data Sync', en: 'Microsoft School Data Sync' },
  'format.clever': { de: 'Clever', en: 'Clever' },
  'format.ldif': { de: 'LDIF', en: 'LDIF' },
  'format.powerschool': { de: 'PowerSchool', en: 'PowerSchool' },
  'encoding.utf-8': { de: 'UTF-8', en: 'UTF-8' },
  'encoding.utf-16le': { de: 'UTF-16 (LE)', en: 'UTF-16 (LE)' },
  'encoding.utf-16be': { de: 'UTF-16 (BE)', en: 'UTF-16 (BE)' },
  'encoding.windows-1252': { de: 'Windows-1252', en: 'Windows-1252' },
  'encoding.windows-1250': { de: 'Windows-1250 (Mitteleuropa)', en: 'Windows-1250 (Central Europe)' },
  'encoding.iso-8859-2': { de: 'ISO-8859-2 (Mitteleuropa)', en: 'ISO-8859-2 (Central Europe)' },
  'encoding.windows-1254': { de: 'Windows-1254 (Türkisch)', en: 'Windows-1254 (Turkish)' },
  'encoding.cp852': { de: 'CP852 (MS-DOS, Mitteleuropa)', en: 'CP852 (MS-DOS, Central Europe)' },
  'encoding.cp850': { de: 'CP850 (MS-DOS)', en: 'CP850 (MS-DOS)' },
  'encoding.macintosh': { de: 'Mac Roman', en: 'Mac Roman' },
  'encoding.utf-8-doubled': { de: 'UTF-8, doppelt kodiert', en: 'UTF-8, encoded twice' },
  'separator.semicolon': { de: 'Semikolon', en: 'Semicolon' },
  'separator.comma': { de: 'Komma', en: 'Comma' },
  'separator.tab': { de: 'Tabulator', en: 'Tab' },
  'separator.bar': { de: 'Senkrechter Strich', en: 'Vertical bar' },
  columnsTitle: { de: 'Was steht in welcher Spalte?', en: 'What stands in which column?' },
  columnsText: {
    de: 'Über jeder Spalte steht, wofür sie gelesen wird. Ändern Sie es, wo es nicht stimmt.',
    en: 'Above every column you see what it is read as. Change it where it is wrong.'
  },
  columnsFixed: {
    de: 'Bei diesem Format ist festgelegt, was in welcher Spalte steht.',
    en: 'This format defines what stands in which column.'
  },
  mapColumns: { de: 'Spalten selbst zuordnen', en: 'Map the columns yourself' },
  column: { de: 'Spalte {name}', en: 'Column {name}' },
  fieldNone: { de: 'nicht übernehmen', en: 'leave out' },
  'field.schoolId': { de: 'Schul-ID', en: 'School id' },
  'field.familyName': { de: 'Nachname', en: 'Family name' },
  'field.givenName': { de: 'Vorname', en: 'Given name' },
  'field.birthDate': { de: 'Geburtsdatum', en: 'Birth date' },
  'field.schoolClass': { de: 'Klasse', en: 'Class' },
  'field.kind': { de: 'Personengruppe', en: 'Kind of person' },
  'field.mail': { de: 'E-Mail', en: 'E-mail' },
  'field.status': { de: 'Status', en: 'Status' },
  'field.leavesOn': { de: 'Abgang am', en: 'Leaves on' },
  'field.deleted': { de: 'Gelöscht', en: 'Deleted' },
  'field.nameAddition': { de: 'Namenszusatz', en: 'Name addition' },
  'field.givenNames': { de: 'Alle Vornamen', en: 'All given names' },
  acceptEncoding: { de: 'Die Namen stimmen so', en: 'The names are right like this' },
  'field.year': { de: 'Jahrgang', en: 'Year' },
  'field.groups': { de: 'Gruppen', en: 'Groups' },
  'field.children': { de: 'Schul-IDs der Kinder', en: 'School ids of the children' },
  'field.login': { de: 'Gewünschter Anmeldename', en: 'Wished login' },
  noticesTitle: { de: 'Das sollten Sie zuerst wissen', en: 'What to know first' },
  'count.rows': { de: 'Zeilen', en: 'Rows' },
  'count.accepted': { de: 'Übernommen', en: 'Taken over' },
  'count.rejected': { de: 'Nicht übernommen', en: 'Not taken over' },
  'count.merged': { de: 'Zusammengefasst', en: 'Merged' },
  'count.withoutId': { de: 'Ohne Schul-ID', en: 'Without school id' },
  'count.withoutClass': { de: 'Ohne Klasse', en: 'Without class' },
  tabPersons: { de: 'Personen', en: 'Persons' },
  tabClasses: { de: 'Klassen', en: 'Classes' },
  tabRejected: { de: 'Nicht übernommene Zeilen', en: 'Rows not taken over' },
  firstPersons: {
    de: '{count} Person, wie sie übernommen wird | Die ersten {count} Personen, wie sie übernommen werden',
    en: '{count} person as taken over | The first {count} persons as they are taken over'
  },
  noPersons: {
    de: 'So gelesen enthält die Liste keine Person.',
    en: 'Read like this, the roster holds no person.'
  },
  noClasses: { de: 'In der Liste stehen keine Klassen.', en: 'The roster names no classes.' },
  noRejected: { de: 'Alle Zeilen werden übernommen.', en: 'All rows are taken over.' },
  rejectedHint: {
    de: 'Diese Zeilen fehlen in der Vorschau. Berichtigen Sie sie in der Schulverwaltung und lesen Sie die Liste neu ein, oder fahren Sie ohne sie fort.',
    en: 'These rows are missing from the preview. Correct them in the school administration and read the roster anew, or go on without them.'
  },
  rejectedMore: {
    de: 'Gezeigt werden die ersten {shown} von {count}.',
    en: 'The first {shown} of {count} are shown.'
  },
  line: { de: 'Zeile', en: 'Line' },
  why: { de: 'Grund', en: 'Reason' },
  excerpt: { de: 'Steht in der Datei', en: 'As it stands in the file' },
  persons: { de: '{count} Person | {count} Personen', en: '{count} person | {count} persons' },
  readingFile: { de: '„{name}“ wird gelesen …', en: 'Reading “{name}” …' },
  readingFileText: {
    de: 'Große Tabellen brauchen einige Sekunden. Geändert wird dabei nichts.',
    en: 'Large spreadsheets take some seconds. Nothing is changed meanwhile.'
  },
  readingPercent: { de: '{percent} % gelesen', en: '{percent} % read' },
  stopReading: { de: 'Lesen abbrechen', en: 'Stop reading' },
  previewing: { de: 'Wird neu gelesen …', en: 'Reading anew …' },
  profiles: { de: 'Gespeicherte Lesarten', en: 'Kept readings' },
  profilesNone: { de: 'Noch keine gespeichert', en: 'None kept yet' },
  profileSave: { de: 'Lesart speichern …', en: 'Keep this reading …' },
  profileSaveTitle: { de: 'Lesart speichern', en: 'Keep this reading' },
  profileSaveText: {
    de: 'Format, Codierung, Trennzeichen und Spalten werden unter diesem Namen für die nächste Liste aufbewahrt.',
    en: 'Format, encoding, separator and columns are kept under this name for the next roster.'
  },
  profileName: { de: 'Name', en: 'Name' },
  profilePlaceholder: { de: 'zum Beispiel: Export aus SchILD', en: 'for example: export from SchILD' },
  profileReplaces: {
    de: 'Es gibt schon eine Lesart mit diesem Namen; sie wird ersetzt.',
    en: 'There is a reading of this name already; it is replaced.'
  },
  profileDelete: { de: 'Lesart „{name}“ löschen', en: 'Delete the reading “{name}”' },
  profileDeleteTitle: { de: 'Lesart löschen?', en: 'Delete the reading?' },
  profileDeleteConfirm: { de: 'Löschen', en: 'Delete' },
  scope: { de: 'Worüber die Liste entscheidet', en: 'What the roster decides about' },
  coverage: { de: 'Diese Liste', en: 'This roster' },
  'coverage.whole': { de: 'ist vollständig', en: 'is complete' },
  'coverage.adds': { de: 'ergänzt nur', en: 'only adds' },
  scopeClasses: { de: 'Nur diese Klassen', en: 'Only these classes' },
  allClasses: { de: 'alle Klassen', en: 'all classes' },
  findClass: { de: 'Klasse suchen', en: 'Find a class' },
  scopeWhole: {
    de: 'Wer nicht in ihr steht, gilt als Abgänger.',
    en: 'Whoever is not in it counts as a leaver.'
  },
  scopeAdds: {
    de: 'Niemand wird zum Abgänger. Neue bekommen ein Konto, Zurückgekehrte ihres wieder; alle anderen bleiben, wie sie sind.',
    en: 'Nobody becomes a leaver. Newcomers get an account, returners theirs back; everybody else stays as they are.'
  },
  scopeSome: {
    de: 'Geplant wird nur, wer in einer dieser Klassen steht; Abgänger kann nur werden, wer jetzt in einer ist. Wer in der Liste in einer anderen Klasse steht, ist kein Abgänger.',
    en: 'Only persons who stand in one of these classes are planned; only who is in one now can become a leaver. Whoever stands in another class of the roster is no leaver.'
  },
  scopeAddsSome: {
    de: 'Niemand wird zum Abgänger. Neue und Zurückgekehrte dieser Klassen bekommen ein Konto; alle anderen bleiben, wie sie sind.',
    en: 'Nobody becomes a leaver. Newcomers and returners of these classes get an account; everybody else stays as they are.'
  },
  toKnowTitle: { de: 'Vor der Vorschau', en: 'Before the preview' },
  notPlannedTitle: { de: 'Anders in der Liste', en: 'Otherwise in the roster' },
  notPlannedText: {
    de: 'Die Liste ergänzt nur: Diese Konten bleiben, wie sie sind. Einzelnes ändern Sie am Konto, alles zusammen mit der vollständigen Liste.',
    en: 'The roster only adds: these accounts stay as they are. Change single ones at the account, all of them with the complete roster.'
  },
  differs: { de: 'Was', en: 'What' },
  inDirectory: { de: 'Im Verzeichnis', en: 'In the directory' },
  inRoster: { de: 'In der Liste', en: 'In the roster' },
  compare: { de: 'Mit dem Verzeichnis vergleichen', en: 'Compare with the directory' },

  matchingTitle: { de: 'Ist das dieselbe Person?', en: 'Is this the same person?' },
  matchingText: {
    de: 'Bei diesen Zeilen ist nicht sicher, ob es schon ein Konto gibt. Netzwart rät nicht: Bitte entscheiden Sie.',
    en: 'For these rows it is not certain whether there is an account already. Netzwart does not guess: please decide.'
  },
  refused: {
    de: 'Einige Entscheidungen waren nicht möglich, weil ein Konto zweimal gewählt wurde oder schon zu einer anderen Person gehört. Bitte entscheiden Sie diese Zeilen neu.',
    en: 'Some decisions were not possible, because an account was chosen twice or belongs to another person already. Please decide these rows again.'
  },
  undecided: {
    de: 'Alles entschieden | Noch {count} Zeile offen | Noch {count} Zeilen offen',
    en: 'Everything decided | {count} row still open | {count} rows still open'
  },
  skipAll: { de: 'Alle offenen auslassen', en: 'Leave out all open rows' },
  takeSameNames: {
    de: 'Alle eindeutigen Namensgleichen übernehmen ({count})',
    en: 'Take all unambiguous same names ({count})'
  },
  takeSameNamesTitle: { de: 'Eindeutige Namensgleiche übernehmen?', en: 'Take the unambiguous same names?' },
  takeSameNamesText: {
    de: '{count} Zeile gilt dann als dieselbe Person wie das Konto gleichen Namens. | {count} Zeilen gelten dann als dieselbe Person wie das Konto gleichen Namens.',
    en: '{count} row then counts as the same person as the account of the same name. | {count} rows then count as the same person as the account of the same name.'
  },
  takeSameNamesWhich: {
    de: 'Gemeint sind nur Zeilen, für die genau ein Konto infrage kommt, und das heißt genauso. Passt ein Konto so zu mehreren Zeilen, bleiben sie offen.',
    en: 'Only rows are meant with exactly one account in question, which has the very same name. Where an account fits several rows like this, they stay open.'
  },
  takeSameNamesCheck: {
    de: 'Gleicher Name heißt nicht immer gleiche Person: Bitte prüfen Sie die Vorschau, bevor Sie sie ausführen. Jede Entscheidung können Sie hier einzeln ändern.',
    en: 'The same name does not always mean the same person: please check the preview before you apply it. You can change every single decision here.'
  },
  takeSameNamesConfirm: {
    de: '{count} Zeile übernehmen | {count} Zeilen übernehmen',
    en: 'Take {count} row | Take {count} rows'
  },
  skipHint: {
    de: 'Ausgelassene Zeilen ändern nichts: Es wird kein Konto angelegt, und ein infrage kommendes Konto gilt nicht als Abgänger.',
    en: 'Rows left out change nothing: no account is created, and an account in question does not count as a leaver.'
  },
  rosterRow: { de: 'Schülerliste, Zeile {line}', en: 'Roster, line {line}' },
  columnName: { de: 'Name', en: 'Name' },
  columnBirthDate: { de: 'Geburtsdatum', en: 'Birth date' },
  columnClass: { de: 'Klasse', en: 'Class' },
  columnSchoolId: { de: 'Schul-ID', en: 'School id' },
  columnLogin: { de: 'Anmeldename', en: 'Login' },
  unknown: { de: 'unbekannt', en: 'unknown' },
  decideSame: { de: 'Ist dieses Konto', en: 'Is this account' },
  decideGiveBack: { de: 'Konto zurückgeben', en: 'Give account back' },
  leftSince: { de: 'Abgänger seit {day}.', en: 'Leaver since {day}.' },
  decideNew: { de: 'Neue Person', en: 'New person' },
  decideNewText: { de: 'Es wird ein neues Konto angelegt.', en: 'A new account is created.' },
  decideSkip: { de: 'Auslassen', en: 'Leave out' },
  decideSkipText: {
    de: 'Diesmal nichts tun und später klären.',
    en: 'Do nothing this time and find out later.'
  },
  noCandidates: { de: 'Kein Konto kommt mehr infrage.', en: 'No account is in question any more.' },
  'why.sameName': {
    de: 'Gleicher Name, aber Schul-ID oder Geburtsdatum fehlen zum Beweis.',
    en: 'Same name, but school id or birth date are missing as proof.'
  },
  'why.similarSpelling': { de: 'Fast gleich geschrieben.', en: 'Spelled almost the same.' },
  'why.changedFamilyName': {
    de: 'Gleicher Vorname und gleiches Geburtsdatum, anderer Nachname.',
    en: 'Same given name and birth date, another family name.'
  },
  'why.sameNameOtherId': {
    de: 'Gleicher Name, aber eine andere Schul-ID.',
    en: 'Same name, but another school id.'
  },
  'why.namesakes': { de: 'Mehrere Personen heißen so.', en: 'Several persons have this name.' },
  'why.sameIdOtherKind': {
    de: 'Gleiche Schul-ID, aber eine andere Personengruppe.',
    en: 'Same school id, but another kind of person.'
  },
  'why.sameIdOtherPerson': {
    de: 'Gleiche Schul-ID, aber anderer Name und kein gleiches Geburtsdatum.',
    en: 'Same school id, but another name and no equal birth date.'
  },
  'why.swappedNames': {
    de: 'Vor- und Nachname stehen umgekehrt.',
    en: 'First and last name stand the other way round.'
  },
  newImpossible: {
    de: 'Ein neues Konto ist nicht möglich, weil die Schul-ID dieser Zeile schon vergeben ist. Ist es eine neue Person, berichtigen Sie die Nummer in der Schulverwaltung und lesen Sie die Liste neu ein.',
    en: 'A new account is not possible, since the school id of this row is taken already. If it is a new person, correct the number in the school administration and read the roster anew.'
  },
  mayBeMeantTitle: { de: 'Vielleicht gemeint', en: 'May be meant' },
  mayBeMeantText: {
    de: '{count} Konto steht nicht mehr lesbar in der Liste, aber eine Zeile, die nicht übernommen wurde, kann es meinen. Es bleibt, wie es ist. | {count} Konten stehen nicht mehr lesbar in der Liste, aber Zeilen, die nicht übernommen wurden, können sie meinen. Sie bleiben, wie sie sind.',
    en: '{count} account no longer stands readably in the roster, but a row that was not taken over may mean it. It stays as it is. | {count} accounts no longer stand readably in the roster, but rows that were not taken over may mean them. They stay as they are.'
  },
  silentFile: {
    de: 'Die Datei „{file}“ enthält nur eine Kopfzeile.',
    en: 'The file “{file}” holds only a header.'
  },
  moreRows: { de: 'Weitere {count} anzeigen', en: 'Show {count} more' },
  toPlan: { de: 'Vorschau berechnen', en: 'Compute the preview' },
  toPlanUndecided: { de: 'Ohne die offenen berechnen', en: 'Compute without the open rows' },
  computing: { de: 'Liste und Verzeichnis werden verglichen …', en: 'Comparing roster and directory …' },

  nothingTitle: { de: 'Es ist nichts zu tun', en: 'There is nothing to do' },
  nothingText: {
    de: 'Liste und Verzeichnis stimmen überein: {count} Konto bleibt, wie es ist. | Liste und Verzeichnis stimmen überein: {count} Konten bleiben, wie sie sind.',
    en: 'Roster and directory agree: {count} account stays as it is. | Roster and directory agree: {count} accounts stay as they are.'
  },
  nothingSureTitle: { de: 'Es ist nichts geplant', en: 'Nothing is planned' },
  nothingSureText: {
    de: '{count} Konto stimmt mit der Liste überein. Zeilen wurden ausgelassen oder nicht verstanden; lesen Sie die Liste berichtigt noch einmal ein. | {count} Konten stimmen mit der Liste überein. Zeilen wurden ausgelassen oder nicht verstanden; lesen Sie die Liste berichtigt noch einmal ein.',
    en: '{count} account agrees with the roster. Rows were left out or not understood; read the roster once more when it is corrected. | {count} accounts agree with the roster. Rows were left out or not understood; read the roster once more when it is corrected.'
  },
  toList: { de: 'Zu den Vorschauen', en: 'To the previews' }
})
