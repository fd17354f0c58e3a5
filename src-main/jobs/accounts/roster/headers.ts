import type { ColumnMap, RosterField } from '../../../contract/roster'
import { foldWord } from './fields'

/** Names of columns, by field, the better ones first. Compared without case, umlauts and punctuation. */
export type ColumnNames = Readonly<Partial<Record<RosterField, readonly string[]>>>

/** What German and English school software calls the fields. */
export const commonColumnNames: ColumnNames = {
  schoolId: [
    'Schülernummer',
    'Schüler-Nr.',
    'Schüler-ID',
    'Schul-ID',
    'ID-Nummer',
    'Interne ID',
    'Interne ID-Nummer',
    'Interne Nummer',
    'Externe ID',
    'Externe ID-Nummer',
    'Externe Nummer',
    'Personalnummer',
    'Personennummer',
    'Ident-Nummer',
    'Stammnummer',
    'Matrikelnummer',
    'Eindeutige Nummer',
    'ID',
    'School ID',
    'Student ID',
    'Student Number',
    'Employee Number',
    'External ID',
    'sourcedId',
    'lokales Differenzierungsmerkmal',
    'Import-ID',
    'externKey',
    'Externer Schlüssel',
    'Stamm-ID',
    'SIS ID',
    'SIS User ID',
    'Student SIS ID',
    'Teacher SIS ID',
    'Student_Number',
    'record_uid',
    'idnumber',
    'Sokrates-ID',
    'SchuelerId',
    'lusd_id',
    'Lokales_DM'
  ],
  familyName: [
    'Nachname',
    'Familienname',
    'Zuname',
    'Last Name',
    'Family Name',
    'Surname',
    'Schüler Nachname',
    'sn',
    'Name',
    'longName',
    'Langname',
    'Zuname des Schülers',
    'lastname',
    'Last_Name',
    'FamilienName'
  ],
  givenName: [
    'Rufname',
    'Preferred First Name',
    'Preferred Given Name',
    'Preferred Name',
    'Vorname',
    'Vornamen',
    'First Name',
    'Given Name',
    'Forename',
    'Schüler Vorname',
    'foreName',
    'firstname',
    'First_Name'
  ],
  birthDate: [
    'Geburtsdatum',
    'Geb.-Datum',
    'Gebdat',
    'Geburtstag',
    'Geboren am',
    'Geb.',
    'Birth Date',
    'Date of Birth',
    'Birthday',
    'DOB',
    'Geburtsdatum des Schülers',
    'dateOfBirth',
    'birthdate'
  ],
  schoolClass: [
    'Klasse',
    'Klassen',
    'Klassenbezeichnung',
    'Klassenname',
    'Klassengruppe',
    'Class',
    'Class Name',
    'School Class',
    'klasse.name',
    'Klasse/Information',
    'Klasse/Kurs',
    'Klassen_Klassenbezeichnung',
    'KLA_Klassennamen',
    'school_classes',
    'Stammgruppe',
    'cohort1'
  ],
  kind: ['Personengruppe', 'Personenart', 'Rolle', 'Benutzertyp', 'Role', 'User Type', 'Kind'],
  mail: [
    'E-Mail',
    'E-Mail-Adresse',
    'Mail',
    'Mailadresse',
    'Schulische E-Mail',
    'E-Mail schulisch',
    'Email Address'
  ],
  status: ['Status', 'Schülerstatus'],
  leavesOn: [
    'Abgangsdatum',
    'Austrittsdatum',
    'Austritt am',
    'Entlassdatum',
    'Leaving Date',
    'Leaves On',
    'exitDate',
    'Abmeldedatum'
  ],
  deleted: ['Gelöscht', 'Gelöscht?', 'Deleted'],
  nameAddition: [
    'Namenszusatz',
    'Nachname Zusatz',
    'Nachnamenszusatz',
    'Namensvorsatz',
    'Vorsatzwort',
    'Namensbestandteil vorangestellt',
    'Namenspräfix',
    'Name Prefix',
    'Last Name Prefix',
    'Family Name Prefix',
    'Surname Prefix'
  ],
  givenNames: [
    'Vornamen',
    'Alle Vornamen',
    'Vorname',
    'First Name',
    'Given Name',
    'Forename',
    'firstname',
    'givenName'
  ],
  year: ['Jahrgang', 'Jahrgangsstufe', 'Klassenstufe', 'Stufe', 'Jgst', 'Grade', 'Year Group'],
  // Of lists that accounts are made from: IServ (`Account`), Moodle and UCS@school (`username`). What another system signs
  // somebody in by is no wish: OneRoster's and SDS' `username`, WebUntis' `name`, an LDIF's `uid` are not read.
  login: [
    'Wunschlogin',
    'Gewünschter Anmeldename',
    'Anmeldename',
    'Benutzername',
    'Login',
    'Loginname',
    'Benutzerkennung',
    'Account',
    'Accountname',
    'username'
  ],
  groups: ['Gruppen', 'Kurse', 'Gruppen/Kurse', 'Groups', 'Courses'],
  children: [
    'Kinder',
    'Schul-IDs der Kinder',
    'Schülernummer des Kindes',
    'Schülernummern der Kinder',
    'Kind-ID',
    'Kinder-IDs',
    'Children',
    'Child ID',
    'Child IDs'
  ]
}

/** Which column fills which field by the names in the header. Each column fills at most one field, the first. */
export function mapColumns(header: readonly string[], names: ColumnNames): ColumnMap {
  const positions = new Map<string, number>()
  header.forEach((name, index) => {
    const word = foldWord(name)
    if (word !== '' && !positions.has(word)) positions.set(word, index)
  })
  const columns: ColumnMap = {}
  const taken = new Set<number>()
  for (const field of Object.keys(names) as RosterField[]) {
    for (const name of names[field] ?? []) {
      const position = positions.get(foldWord(name))
      if (position === undefined || taken.has(position)) continue
      columns[field] = position
      taken.add(position)
      break
    }
  }
  return columns
}

/**
 * Where the header stands: the first row, or below lines that a report has written as a title. These fill a cell or two and
 * are fewer than the header's; as soon as a row above might be about somebody, nothing is passed over.
 *
 * @returns the place among the rows; 0 where no row below names columns, too.
 */
export function placeOfHeader(rows: readonly (readonly string[])[]): number {
  for (const [place, row] of rows.entries()) {
    if (namesPersons(row) || namesPersons(row.map((cell) => cell.trim().replace(aboutWhom, '')))) {
      const most = filledCells(row) >= 4 ? 2 : 1
      return rows.slice(0, place).every((above) => filledCells(above) <= most) ? place : 0
    }
    if (filledCells(row) > 2) return 0
  }
  return 0
}

/** What LUSD and DaNiS write before the name of a column: `Schueler_Nachname`, `SLR_Vorname`, `SchuelerRufname`. */
const aboutWhom = /^(?:Schueler|Schüler|SLR|KLA|Klassen)_?(?=\p{Lu})/u

function namesPersons(row: readonly string[]): boolean {
  const columns = mapColumns(row, commonColumnNames)
  const hasName = columns.familyName !== undefined || columns.givenName !== undefined
  return hasName && Object.keys(columns).length >= 2
}

function filledCells(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length
}

/** Whether a first row names columns: at least two known names, or one where nothing else looks like data. */
export function looksLikeHeader(row: readonly string[], names: ColumnNames = commonColumnNames): boolean {
  const known = Object.keys(mapColumns(row, names)).length
  if (known >= 2) return true
  return known === 1 && row.every((cell) => !/\d/u.test(cell))
}
