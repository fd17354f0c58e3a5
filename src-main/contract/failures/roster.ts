import type { Text } from '../language'

export const rosterFailures = {
  'roster.noFile': {
    de: 'In „{name}“ ist keine Schülerliste enthalten. Wählen Sie eine Textdatei (CSV, TXT, DAT) oder ein ZIP-Archiv damit.',
    en: '“{name}” holds no roster. Choose a text file (CSV, TXT, DAT) or a zip archive of such files.'
  },
  'roster.emptyFile': {
    de: 'Die Datei „{file}“ ist leer. Bitte exportieren Sie die Schülerliste noch einmal.',
    en: 'The file “{file}” is empty. Please export the roster again.'
  },
  'roster.noRows': {
    de: 'Die Datei „{file}“ enthält keine einzige Person. Bitte prüfen Sie den Export; am Verzeichnis wird nichts geändert.',
    en: 'The file “{file}” holds not a single person. Please check the export; nothing in the directory is changed.'
  },
  'roster.binaryFile': {
    de: 'Die Datei „{file}“ ist keine Textdatei. Bitte wählen Sie den Export als CSV- oder Textdatei.',
    en: 'The file “{file}” is no text file. Please choose the export as CSV or text.'
  },
  'roster.spreadsheet': {
    de: 'Die Datei „{file}“ ist eine Tabelle (Excel, LibreOffice). Speichern Sie sie dort als „CSV UTF-8“ und wählen Sie diese Datei.',
    en: 'The file “{file}” is a spreadsheet (Excel, LibreOffice). Save it there as “CSV UTF-8” and choose that file.'
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
