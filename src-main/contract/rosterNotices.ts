import { z } from 'zod'
import type { Text } from './language'
import { parametersSchema } from './result'

/**
 * What a person must know about how a roster was understood before anything is done with it, the weightiest first:
 * nothing is dropped in silence.
 */
export const rosterNoticeTexts = {
  allRejected: {
    de: 'Von {count} {count|Zeile|Zeilen} wurde keine übernommen. Die Gründe stehen bei den nicht übernommenen Zeilen.',
    en: 'None of the {count} {count|row|rows} was taken over. The reasons stand with the rows not taken over.'
  },
  severalSchools: {
    de: 'Die Liste nennt Personen mehrerer Schulen: {schools}. Wählen Sie Ihre Schule; vorher wird nichts geplant.',
    en: 'The roster lists persons of several schools: {schools}. Please choose your school; nothing is planned before.'
  },
  encodingDoubtful: {
    de: 'Die Zeichencodierung von „{file}“ ist nicht sicher. Gelesen wurde sie als {encoding}, zum Beispiel „{example}“. Wählen Sie die Zeichencodierung, mit der die Namen stimmen; vorher wird nichts geplant.',
    en: 'The encoding of “{file}” is not certain. It was read as {encoding}, for example “{example}”. Choose the encoding with which the names are right; nothing is planned before.'
  },
  encodingUnusual: {
    de: '„{file}“ ist in {encoding} geschrieben und wurde so gelesen, zum Beispiel „{example}“.',
    en: '“{file}” is written in {encoding} and was read like this, for example “{example}”.'
  },
  classesSpelled: {
    de: 'Klassen, die anders geschrieben sind als in der Schule üblich ({count}), werden gelesen als: {spellings}.',
    en: 'Classes that are written otherwise than the school does ({count}) are read as: {spellings}.'
  },
  noIdColumn: {
    de: 'Es wurde keine Spalte mit Schul-IDs gefunden. Personen werden nur an Name und Geburtsdatum erkannt.',
    en: 'No column of school ids was found. Persons are recognised by name and birth date only.'
  },
  noClassColumn: {
    de: 'Es wurde keine Spalte mit Klassen gefunden. Niemand kommt in eine Klasse oder wechselt sie.',
    en: 'No column of classes was found. Nobody enters a class or changes it.'
  },
  idColumnOther: {
    de: 'Die Konten wurden aus der Spalte „{remembered}“ angelegt; diese Liste hat sie nicht, gelesen wird „{column}“. Andere Nummern werden nicht von selbst übernommen.',
    en: 'The accounts were made from the column “{remembered}”; this roster lacks it, and “{column}” is read. Other numbers are not taken over by themselves.'
  },
  fileWithoutRows: {
    de: 'Die Datei „{file}“ enthält nur eine Kopfzeile. Wer darin stehen müsste, gilt nicht als Abgänger.',
    en: 'The file “{file}” holds only a header. Whoever should stand in it does not count as a leaver.'
  },
  fileOfTeachers: {
    de: 'Die Datei „{file}“ nennt Lehrkräfte und wurde nicht gelesen, weil die Liste Schüler/innen nennt. Lesen Sie sie für sich ein.',
    en: 'The file “{file}” lists teachers and was not read, since the roster lists pupils. Please read it by itself.'
  },
  fileOfGuardians: {
    de: 'Die Datei „{file}“ nennt Erziehungsberechtigte und wurde nicht gelesen, weil sie keine Konten bekommen.',
    en: 'The file “{file}” lists guardians and was not read, since they get no accounts.'
  },
  otherSchools: {
    de: '{count} {count|Person gehört|Personen gehören} zu anderen Schulen und {count|wurde|wurden} nicht gelesen.',
    en: '{count} {count|person belongs|persons belong} to other schools and {count|was|were} not read.'
  },
  filesNotRead: {
    de: '{count|Nicht gelesene Datei|Nicht gelesene Dateien}: {files}.',
    en: '{count|File|Files} not read: {files}.'
  },
  sheetsNotRead: {
    de: 'Gelesen wurde das Tabellenblatt „{sheet}“; nicht gelesen: {sheets}.',
    en: 'The sheet “{sheet}” was read; not read: {sheets}.'
  },
  notPersons: {
    de: '{count} {count|Eintrag der LDIF-Datei ist keine Person|Einträge der LDIF-Datei sind keine Personen} (Gruppen, Computer, Ordner) und {count|wurde|wurden} nicht gelesen.',
    en: '{count} {count|entry of the LDIF file is no person|entries of the LDIF file are no persons} (groups, computers, folders) and {count|was|were} not read.'
  },
  alreadyLeft: {
    de: 'Bei {count} {count|Person|Personen} liegt der Tag des Abgangs nicht mehr in der Zukunft; {count|sie gilt|sie gelten} als Abgänger ({count|Zeile|Zeilen} {lines}).',
    en: 'For {count} {count|person|persons} the day of leaving is no longer ahead; they count as having left ({count|line|lines} {lines}).'
  },
  classNotRead: {
    de: 'In {count} {count|Zeile|Zeilen} steht statt einer Klasse etwas anderes, zum Beispiel ein Datum, das ein Tabellenprogramm daraus gemacht hat ({count|Zeile|Zeilen} {lines}). Die Klasse {count|dieser Person|dieser Personen} bleibt, wie sie ist.',
    en: 'In {count} {count|row|rows} something else stands instead of a class, for example a date that a spreadsheet has made of it ({count|line|lines} {lines}). The class of {count|this person|these persons} stays as it is.'
  },
  loginTaken: {
    de: '{count|Zeile|Zeilen} {lines}: Der gewünschte Anmeldename ist vergeben, gesperrt oder dem System vorbehalten. Netzwart bildet einen anderen.',
    en: '{count|Line|Lines} {lines}: the wished login is taken, blocked or reserved for the system. Netzwart makes another one.'
  },
  loginInvalid: {
    de: '{count|Zeile|Zeilen} {lines}: Der gewünschte Anmeldename ist nicht möglich. Erlaubt sind Buchstaben ohne Umlaute, Ziffern, einzelne Punkte, Binde- und Unterstriche, vorn ein Buchstabe, höchstens so lang wie eingestellt. Netzwart bildet einen anderen.',
    en: '{count|Line|Lines} {lines}: the wished login is not possible. Allowed are letters without umlauts, digits, single dots, hyphens and underscores, a letter in front, at most as long as set. Netzwart makes another one.'
  },
  loginKept: {
    de: '{count|Zeile|Zeilen} {lines}: Es gibt schon ein Konto mit einem anderen Anmeldenamen, als die Liste wünscht. Er bleibt.',
    en: '{count|Line|Lines} {lines}: there is an account already with another login than the roster wishes. It stays.'
  },
  groupsNotJoined: {
    de: 'Diese Gruppen aus der Liste gibt es im Verzeichnis nicht, oder sie sind eine Klasse oder die Gruppe eines Moduls; niemand kommt durch die Liste hinein: {groups}.',
    en: 'These groups of the roster are not in the directory, or are a class or the group of a module; nobody enters them by the roster: {groups}.'
  },
  mailNotRead: {
    de: '{count} {count|E-Mail-Adresse ist keine und wird|E-Mail-Adressen sind keine und werden} nicht übernommen ({count|Zeile|Zeilen} {lines}).',
    en: '{count} {count|e-mail address is none and is|e-mail addresses are none and are} not taken over ({count|line|lines} {lines}).'
  },
  remarksTakenOff: {
    de: 'In {count} {count|Zeile|Zeilen} stand bei einem Namen, was nicht dazugehört (Titel, Bemerkung, Geburtsname). Es wurde weggelassen, zum Beispiel: {example} ({count|Zeile|Zeilen} {lines}).',
    en: 'In {count} {count|row|rows} something stood beside a name that is no part of it (a title, a remark, a name at birth). It was left out, for example: {example} ({count|line|lines} {lines}).'
  },
  columnsNotRead: {
    de: '{count|Nicht gelesene Spalte|Nicht gelesene Spalten}: {columns}.',
    en: '{count|Column|Columns} not read: {columns}.'
  },
  guardiansWithoutClass: {
    de: 'Erziehungsberechtigte kommen in keine Klasse; was die Liste dort nennt, wurde nicht übernommen ({count|Zeile|Zeilen} {lines}).',
    en: 'Guardians enter no class; what the roster says there was not taken over ({count|line|lines} {lines}).'
  },
  guardiansNamed: {
    de: '{count} {count|erziehungsberechtigte Person steht|Erziehungsberechtigte stehen} in Spalten der Kinder oder in einer Datei daneben und {count|zählt als eigene Zeile|zählen als eigene Zeilen} mit.',
    en: '{count} {count|guardian stands|guardians stand} in columns of the children or in a file beside them and {count|counts as a row|count as rows} of {count|its|their} own.'
  },
  guardiansNotRead: {
    de: '{count|Zeile|Zeilen} {lines}: Erziehungsberechtigte wurden nicht übernommen, weil nicht sicher ist, was Vor- und was Nachname ist, oder weil das Kind keine Schul-ID hat. Getrennte Spalten für Vor- und Nachnamen helfen.',
    en: '{count|Line|Lines} {lines}: guardians were not taken over, since it is not certain which name is the first and which the last, or since the child has no school id. Separate columns for first and last names help.'
  },
  childrenUnknown: {
    de: '{count|Zeile|Zeilen} {lines}: Die Schul-ID eines Kindes gibt es weder im Verzeichnis noch in der Liste. {count|Das Konto entsteht|Die Konten entstehen} trotzdem.',
    en: '{count|Line|Lines} {lines}: a child’s school id is neither in the directory nor in the roster. The {count|account is|accounts are} made nevertheless.'
  },
  zerosRestored: {
    de: 'In der Spalte der Schul-IDs fehlten führende Nullen; {count} {count|Nummer wurde|Nummern wurden} nach dem Verzeichnis ergänzt.',
    en: 'Leading zeros were missing in the column of the school ids; {count} {count|number was|numbers were} completed by the directory.'
  }
} as const satisfies Record<string, Text>

export type RosterNoticeCode = keyof typeof rosterNoticeTexts
const codes = Object.keys(rosterNoticeTexts) as [RosterNoticeCode, ...RosterNoticeCode[]]

export const rosterNoticeSchema = z.object({ code: z.enum(codes), parameters: parametersSchema })
export type RosterNotice = z.infer<typeof rosterNoticeSchema>

/** In the order in which people must read them. */
export function sortedNotices(notices: readonly RosterNotice[]): RosterNotice[] {
  return notices.toSorted((one, other) => codes.indexOf(one.code) - codes.indexOf(other.code))
}
