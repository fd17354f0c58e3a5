import type { Text } from './language'
import type { RejectedRow } from './roster'

/** Why a row of a roster was not taken over, and what helps, per rejection code. */
export const rejectionTexts: Readonly<Record<RejectedRow['code'], Text>> = {
  familyNameMissing: {
    de: 'Der Nachname fehlt. Bitte tragen Sie ihn im Schulverwaltungsprogramm nach.',
    en: 'The family name is missing. Please add it in the school’s administration software.'
  },
  givenNameMissing: {
    de: 'Der Vorname fehlt. Bitte tragen Sie ihn im Schulverwaltungsprogramm nach.',
    en: 'The given name is missing. Please add it in the school’s administration software.'
  },
  nameTooLong: {
    de: 'Ein Name ist {length} Zeichen lang; möglich sind {limit}. Bitte kürzen Sie ihn.',
    en: 'A name is {length} characters long; {limit} are possible. Please shorten it.'
  },
  nameHasControlCharacters: {
    de: 'Ein Name enthält unsichtbare Steuerzeichen. Bitte löschen Sie den Namen und geben Sie ihn neu ein.',
    en: 'A name holds invisible control characters. Please delete the name and type it in again.'
  },
  nameHasNoLetters: {
    de: 'Ein Name enthält keinen einzigen Buchstaben. Bitte berichtigen Sie ihn.',
    en: 'A name holds not a single letter. Please correct it.'
  },
  birthDateInvalid: {
    de: '„{value}“ ist kein gültiges Geburtsdatum. Erwartet wird TT.MM.JJJJ, zwischen 1900 und heute.',
    en: '“{value}” is no valid birth date. Expected is DD.MM.YYYY, between 1900 and today.'
  },
  leavingDateInvalid: {
    de: '„{value}“ ist kein gültiges Abgangsdatum. Erwartet wird TT.MM.JJJJ.',
    en: '“{value}” is no valid leaving date. Expected is DD.MM.YYYY.'
  },
  duplicateId: {
    de: 'Die Nummer {id} steht bei verschiedenen Personen (Zeilen {lines}). Keine davon wurde übernommen; bitte berichtigen Sie die Nummern.',
    en: 'The number {id} belongs to different persons (lines {lines}). None of them was taken over; please correct the numbers.'
  },
  duplicatePerson: {
    de: 'Diese Person lässt sich nicht von einer anderen mit gleichem Namen unterscheiden (Zeilen {lines}). Bitte ergänzen Sie eine Nummer der Schule.',
    en: 'This person cannot be told from another of the same name (lines {lines}). Please add an id number of the school.'
  },
  idInvalid: {
    de: 'Die Nummer der Person ist nicht verwendbar: zu lang, mit Leerzeichen oder unsichtbaren Zeichen.',
    en: 'The person’s id number cannot be used: too long, with blanks or invisible characters.'
  },
  idRewritten: {
    de: 'Ein Tabellenprogramm hat die Schul-ID durch „{value}“ ersetzt; die richtige Nummer steht nicht mehr darin. Formatieren Sie die Spalte als Text und exportieren Sie neu.',
    en: 'A spreadsheet has replaced the school id by “{value}”; the right number is no longer in it. Format the column as text and export again.'
  },
  classInvalid: {
    de: 'Der Name der Klasse ist zu lang oder enthält Steuerzeichen. Bitte berichtigen Sie ihn.',
    en: 'The name of the class is too long or holds control characters. Please correct it.'
  },
  kindUnknown: {
    de: '„{value}“ ist keine bekannte Personengruppe. Bekannt sind Schüler, Lehrkraft und Personal.',
    en: '“{value}” is no known group of persons. Known are pupil, teacher and staff.'
  },
  statusNotCurrent: {
    de: 'Die Person gehört laut Liste derzeit nicht zur Schule (Status „{status}“).',
    en: 'By the list the person is not a member of the school at present (status “{status}”).'
  },
  tooFewColumns: {
    de: 'Die Zeile hat {found} {found|Spalte|Spalten}; nötig sind mindestens {expected}. Vermutlich ist sie abgeschnitten.',
    en: 'The row has {found} {found|column|columns}; at least {expected} are needed. It is probably cut off.'
  },
  tooManyColumns: {
    de: 'Die Zeile hat {found} {found|Spalte|Spalten}, die Kopfzeile {expected}. Vermutlich steht in einer Angabe das Trennzeichen; setzen Sie diese Angabe in Anführungszeichen.',
    en: 'The row has {found} {found|column|columns}, the header {expected}. A value probably contains the separator; put that value in quotes.'
  },
  lineTooLong: {
    de: 'Die Zeile ist länger als eine Million Zeichen und wurde übersprungen. Bitte prüfen Sie den Export.',
    en: 'The line is longer than a million characters and was skipped. Please check the export.'
  },
  unreadableQuotes: {
    de: 'Die Anführungszeichen in dieser Zeile gehen nicht auf. Bitte ergänzen oder löschen Sie das überzählige.',
    en: 'The quotes in this line do not match. Please add the missing one or delete the extra one.'
  },
  unreadableCharacters: {
    de: 'Zeichen dieser Zeile passen nicht zur Zeichencodierung der Datei. Bitte speichern Sie die ganze Datei einheitlich als UTF-8.',
    en: 'Characters of this line do not fit the encoding of the file. Please save the whole file as UTF-8.'
  },
  referenceMissing: {
    de: 'Die Zeile verweist auf „{reference}“, das in den übrigen Dateien nicht oder nicht eindeutig vorkommt.',
    en: 'The row refers to “{reference}”, which the other files do not have or not only once.'
  },
  childNotTaken: {
    de: 'Das Kind „{reference}“ wurde nicht übernommen, gehört nicht mehr zur Schule oder hat in der Liste keine Schul-ID. Darum bekommt, wer hier steht, seinetwegen kein Konto.',
    en: 'The child “{reference}” was not taken over, has left the school or has no school id in the roster. So whoever stands here gets no account because of them.'
  },
  noGuardian: {
    de: 'Wer hier steht, ist laut Liste nicht erziehungsberechtigt („{value}“) und bekommt kein Konto.',
    en: 'By the list whoever stands here is no guardian (“{value}”) and gets no account.'
  },
  guardianUnclear: {
    de: 'Es ist nicht sicher, wer gemeint ist: zwei Personen unter einem Namen, ein fehlender Vorname, oder eine von zwei Personen dieses Namens. Bitte tragen Sie jede Person mit Vor- und Nachnamen und eigener Nummer oder E-Mail-Adresse ein.',
    en: 'It is not certain who is meant: two persons under one name, a missing first name, or one of two persons of this name. Please enter each person with first and last name and a number or e-mail address of their own.'
  },
  headerRepeated: {
    de: 'Hier stehen noch einmal die Spaltennamen, keine Person.',
    en: 'The names of the columns stand here once more, no person.'
  },
  noPerson: {
    de: 'Diese Zeile beginnt mit „{text}“ und nennt keine Person.',
    en: 'This row begins with “{text}” and names no person.'
  },
  roleMissing: {
    de: 'Die Person hat keine Rolle. Ob sie Schüler/in, Lehrkraft oder Erziehungsberechtigte ist, steht nirgends. Bitte tragen Sie die Rolle nach.',
    en: 'The person has no role. Nothing says whether they are a pupil, a teacher or a guardian. Please add the role.'
  }
}
