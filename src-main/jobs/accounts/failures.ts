import type { Text } from '../../contract/language'

export const accountsFailures = {
  'accounts.notFound': {
    de: 'Dieses Konto gibt es im Verzeichnis nicht (mehr): {account}. Bitte lesen Sie die Konten neu ein.',
    en: 'There is no such account in the directory (any more): {account}. Please read the accounts anew.'
  },
  'accounts.unknownClass': {
    de: 'Die Klasse „{name}“ gibt es im Verzeichnis nicht. Bitte wählen Sie eine vorhandene Klasse.',
    en: 'The directory has no class “{name}”. Please choose an existing class.'
  },
  'accounts.unknownGroup': {
    de: 'Die Gruppe „{name}“ gibt es im Verzeichnis nicht. Bitte wählen Sie eine vorhandene Gruppe.',
    en: 'The directory has no group “{name}”. Please choose an existing group.'
  },
  'accounts.nothingToChange': {
    de: 'Das Konto „{login}“ ist bereits so eingestellt; es gibt nichts zu ändern.',
    en: 'The account “{login}” is set like this already; there is nothing to change.'
  },
  'accounts.dayInPast': {
    de: 'Das Ende der Sperre ({day}) muss nach dem heutigen Tag liegen. Bitte wählen Sie einen späteren Tag.',
    en: 'The end of the suspension ({day}) must be after today. Please choose a later day.'
  },
  'accounts.shutOutGetsNoModule': {
    de: '„{login}“ ist gesperrt oder als Abgänger geführt und bekommt deshalb kein Modul (Gruppe „{group}“). Heben Sie zuerst die Sperre auf; einen Abgänger gibt die nächste Schülerliste frei.',
    en: '“{login}” is suspended or marked as a leaver and therefore gets no module (group “{group}”). Lift the suspension first; a leaver is let in by the next roster.'
  },
  'accounts.leaverStaysShutOut': {
    de: '„{login}“ ist als Abgänger geführt und kann nur auf Dauer gesperrt sein; nach einer Sperre bis zu einem Tag wäre das Konto wieder offen. Es wurde nichts geändert. Sperren Sie es auf Dauer; die nächste Schülerliste, die die Person nennt, gibt es frei.',
    en: '“{login}” is marked as a leaver and can only be suspended for good; after a suspension until a day the account would be open again. Nothing was changed. Suspend it for good; the next roster that names the person lets it in.'
  },
  'accounts.suspensionLiftedSince': {
    de: 'Die Sperre, mit der „{login}“ zurückkäme, hat die Schulleitung inzwischen aufgehoben. Das Konto wurde nicht verändert. Lesen Sie die Schülerliste neu ein; die neue Vorschau berücksichtigt es.',
    en: 'The leadership has meanwhile lifted the suspension that “{login}” would come back with. The account was not changed. Read the roster anew; the new plan takes it into account.'
  },
  'accounts.slipsGone': {
    de: 'Für diese Auswahl gibt es keine vorläufigen Passwörter mehr. Ein Passwortzettel kann nur nach einem neuen Zurücksetzen gedruckt werden.',
    en: 'There are no provisional passwords left for this selection. A slip can be printed only after a new reset.'
  },
  'accounts.slipUnreadable': {
    de: 'Das vorläufige Passwort von „{login}“ lässt sich auf diesem PC nicht mehr öffnen. Bitte setzen Sie das Passwort noch einmal zurück.',
    en: 'The provisional password of “{login}” can no longer be opened on this PC. Please reset the password once more.'
  },
  'accounts.slipsFileExists': {
    de: 'Die Datei „{file}“ gibt es schon. Passwortzettel ersetzen nie eine Datei, denn deren Passwörter stehen sonst nirgends mehr. Bitte wählen Sie einen anderen Namen.',
    en: 'The file “{file}” exists already. Password slips never replace a file, since its passwords stand nowhere else any more. Please choose another name.'
  },
  'accounts.slipsFileForeign': {
    de: 'Die Datei „{file}“ gibt es schon, und sie enthält keine Passwortzettel von Netzwart. Sie wurde nicht verändert. Bitte nennen Sie eine neue Datei.',
    en: 'The file “{file}” exists already and does not hold password slips of Netzwart. It was not changed. Please name a new file.'
  },
  'accounts.loginNotFound': {
    de: 'Ein Konto „{login}“ gibt es im Verzeichnis nicht. Prüfen Sie die Schreibweise; „accounts list“ zeigt alle Konten.',
    en: 'The directory has no account “{login}”. Check the spelling; “accounts list” shows all accounts.'
  },
  'accounts.rosterGone': {
    de: 'Die Schülerliste ist nicht mehr geöffnet. Bitte wählen Sie die Datei noch einmal.',
    en: 'The roster is no longer open. Please choose the file again.'
  },
  'accounts.demoOnly': {
    de: 'Die vorbereitete Schülerliste gehört zur Demo-Schule. Bei einem eigenen Verzeichnis wählen Sie bitte eine Datei.',
    en: 'The prepared roster belongs to the demo school. With a directory of your own, please choose a file.'
  },
  'accounts.documentUnknown': {
    de: 'Dieses Dokument wurde nicht in dieser Sitzung gespeichert. Bitte öffnen Sie es im Dateimanager.',
    en: 'This document was not saved in this session. Please open it in the file manager.'
  },
  'roster.noFile': {
    de: 'In „{name}“ ist keine Schülerliste enthalten. Wählen Sie eine Textdatei (CSV, TXT, DAT), eine Tabelle (XLSX, ODS) oder ein ZIP-Archiv mit Textdateien.',
    en: '“{name}” holds no roster. Choose a text file (CSV, TXT, DAT), a spreadsheet (XLSX, ODS) or a zip archive of text files.'
  },
  'roster.emptyFile': {
    de: 'Die Datei „{file}“ ist leer. Bitte exportieren Sie die Schülerliste noch einmal.',
    en: 'The file “{file}” is empty. Please export the roster again.'
  },
  'roster.noRows': {
    de: 'Die Datei „{file}“ enthält keine einzige Person. Bitte prüfen Sie den Export; am Verzeichnis wird nichts geändert.',
    en: 'The file “{file}” holds not a single person. Please check the export; nothing in the directory is changed.'
  },
  'roster.encodingDoubtful': {
    de: 'Die Zeichencodierung von „{file}“ ist nicht sicher; gelesen wurde sie als {encoding}, zum Beispiel „{example}“. Es wurde nichts geplant. Wählen Sie die Zeichencodierung, mit der die Namen stimmen.',
    en: 'The encoding of “{file}” is not certain; it was read as {encoding}, for example “{example}”. Nothing was planned. Choose the encoding with which the names are right.'
  },
  'roster.binaryFile': {
    de: 'Die Datei „{file}“ ist keine Textdatei. Bitte wählen Sie den Export als CSV- oder Textdatei.',
    en: 'The file “{file}” is no text file. Please choose the export as CSV or text.'
  },
  'roster.spreadsheet': {
    de: 'Die Datei „{file}“ ist eine Tabelle, die sich so nicht lesen lässt (altes Excel, Passwort oder beschädigt). Speichern Sie sie in Excel oder LibreOffice als „CSV UTF-8“ und wählen Sie diese Datei.',
    en: 'The file “{file}” is a spreadsheet that cannot be read like this (old Excel, a password, or damaged). Save it in Excel or LibreOffice as “CSV UTF-8” and choose that file.'
  },
  'roster.formulaWithoutValue': {
    de: 'In der Datei „{file}“ steht in Zelle {cell} von „{sheet}“ eine Formel ohne Wert. Öffnen Sie die Datei in Excel oder LibreOffice und speichern Sie sie dort neu.',
    en: 'In the file “{file}” cell {cell} of “{sheet}” holds a formula without a value. Open the file in Excel or LibreOffice and save it there anew.'
  },
  'roster.spreadsheetTooLarge': {
    de: 'Die Tabelle „{file}“ ist zu groß, um so gelesen zu werden. Öffnen Sie sie in Excel oder LibreOffice, speichern Sie das Blatt mit den Personen als „CSV UTF-8“ und wählen Sie diese Datei.',
    en: 'The spreadsheet “{file}” is too large to be read like this. Open it in Excel or LibreOffice, save the sheet with the persons as “CSV UTF-8” and choose that file.'
  },
  'roster.tooLarge': {
    de: 'Die Datei „{file}“ ist größer als {limit} MB und sicher keine Schülerliste. Bitte wählen Sie eine andere Datei.',
    en: 'The file “{file}” is larger than {limit} MB and surely no roster. Please choose another file.'
  },
  'roster.tooManyFiles': {
    de: '„{name}“ enthält mehr als {limit} Dateien. Bitte wählen Sie nur die Dateien der Schülerliste.',
    en: '“{name}” holds more than {limit} files. Please choose only the files of the roster.'
  },
  'roster.tooManyRows': {
    de: 'Die Datei „{file}“ hat mehr als {limit} Zeilen. Bitte teilen Sie sie auf oder prüfen Sie den Export.',
    en: 'The file “{file}” has more than {limit} rows. Please split it or check the export.'
  },
  'roster.tooManyColumns': {
    de: 'Die Datei „{file}“ hat mehr als {limit} Spalten. Prüfen Sie das Trennzeichen oder exportieren Sie weniger Spalten.',
    en: 'The file “{file}” has more than {limit} columns. Check the separator or export fewer columns.'
  },
  'roster.columnMissing': {
    de: 'In der Datei „{file}“ fehlt die Spalte „{column}“. Prüfen Sie Format und Export oder ordnen Sie die Spalten von Hand zu.',
    en: 'The file “{file}” lacks the column “{column}”. Check the format and the export or map the columns by hand.'
  },
  'roster.familyNameUnmapped': {
    de: 'Keine Spalte ist dem Nachnamen zugeordnet. Wählen Sie aus, in welcher Spalte die Nachnamen stehen.',
    en: 'No column is mapped to the family name. Choose the column that holds the family names.'
  },
  'roster.givenNameUnmapped': {
    de: 'Keine Spalte ist dem Vornamen zugeordnet. Wählen Sie aus, in welcher Spalte die Vornamen stehen; ohne sie lässt sich kein Anmeldename bilden.',
    en: 'No column is mapped to the given name. Choose the column that holds the given names; no login can be made without them.'
  },
  'roster.fileMissing': {
    de: 'Zum Format gehört die Datei „{file}“; in „{name}“ ist sie nicht enthalten. Wählen Sie alle Dateien des Exports oder ein anderes Format.',
    en: 'The format needs the file “{file}”; “{name}” does not hold it. Choose all files of the export or another format.'
  },
  'roster.changesOnly': {
    de: 'Der OneRoster-Export enthält nur Änderungen (delta) in „{file}“. Alle übrigen Personen sähen aus wie Abgänger. Bitte exportieren Sie vollständig (bulk).',
    en: 'The OneRoster export holds only changes (delta) in “{file}”. Everybody else would look like a leaver. Please export in full (bulk).'
  },
  'plan.guardiansOff': {
    de: 'Die Liste nennt Erziehungsberechtigte, und Konten für sie sind aus. Schalten Sie sie in den Einstellungen unter „Erziehungsberechtigte“ ein, oder lesen Sie eine andere Liste ein; es wurde nichts geplant.',
    en: 'The roster lists guardians, and accounts for them are off. Switch them on in the settings under “Guardians”, or read another roster; nothing was planned.'
  },
  'plan.guardiansWithoutContainer': {
    de: 'Für Konten von Erziehungsberechtigten fehlt der Ordner im Verzeichnis. Verbinden Sie das Verzeichnis neu und nennen Sie dabei unter „Wo Konten und Gruppen liegen“ einen Ordner für Erziehungsberechtigte (Befehlszeile: setup connect --layout); es wurde nichts geplant.',
    en: 'The directory has no container for guardians’ accounts. Connect the directory anew and name a container for guardians under “Where accounts and groups are” (command line: setup connect --layout); nothing was planned.'
  },
  'roster.schoolNotChosen': {
    de: 'Die Liste nennt Personen mehrerer Schulen: {schools}. Wählen Sie Ihre Schule aus (Befehlszeile: --school); es wurde nichts geplant.',
    en: 'The roster lists persons of several schools: {schools}. Choose your school (command line: --school); nothing was planned.'
  },
  'roster.schoolUnknown': {
    de: 'Eine Schule „{school}“ kommt in der Liste nicht vor. Sie nennt: {schools}. Wählen Sie eine davon.',
    en: 'There is no school “{school}” in the roster. It has: {schools}. Choose one of these.'
  },
  'roster.xmlUnreadable': {
    de: 'Die Datei „{file}“ ist kein vollständiger XML-Export aus ASV (Zeile {line}). Bitte exportieren Sie sie noch einmal.',
    en: 'The file “{file}” is no complete XML export of ASV (line {line}). Please export it again.'
  },
  'roster.ldifDamaged': {
    de: 'Die Datei „{file}“ ist in Zeile {line} kein LDIF. Bitte exportieren Sie sie noch einmal, zum Beispiel mit „ldapsearch -LLL“.',
    en: 'The file “{file}” is no LDIF in line {line}. Please export it again, for example with “ldapsearch -LLL”.'
  },
  'roster.archiveDamaged': {
    de: 'Das ZIP-Archiv „{file}“ ist beschädigt oder unvollständig. Bitte erstellen Sie es neu.',
    en: 'The zip archive “{file}” is damaged or incomplete. Please make it again.'
  },
  'roster.archiveEncrypted': {
    de: 'Das ZIP-Archiv „{file}“ ist mit einem Passwort geschützt. Entpacken Sie es und wählen Sie den Ordner.',
    en: 'The zip archive “{file}” is protected by a password. Unpack it and choose the folder.'
  },
  'roster.archiveTooLarge': {
    de: 'Das ZIP-Archiv „{file}“ wird beim Entpacken zu groß ({entry}). Es wurde nicht gelesen. Bitte prüfen Sie, woher es stammt.',
    en: 'The zip archive “{file}” grows too large when unpacked ({entry}). It was not read. Please check where it comes from.'
  },
  'roster.archiveNested': {
    de: 'Im ZIP-Archiv „{file}“ steckt ein weiteres Archiv („{entry}“). Entpacken Sie es und wählen Sie den Ordner.',
    en: 'The zip archive “{file}” holds another archive (“{entry}”). Unpack it and choose the folder.'
  },
  'roster.archiveUnsafe': {
    de: 'Das ZIP-Archiv „{file}“ enthält Dateinamen, die aus dem Archiv hinausführen. Es wurde nicht gelesen. Bitte prüfen Sie, woher es stammt.',
    en: 'The zip archive “{file}” holds file names that lead out of the archive. It was not read. Please check where it comes from.'
  }
} as const satisfies Record<string, Text>
