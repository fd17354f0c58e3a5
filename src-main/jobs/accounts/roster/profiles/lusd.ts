import { namedProfile } from './named'

/**
 * LUSD, the school administration of Hesse (Lehrer- und Schülerdatenbank): reports as CSV, semicolons, a header.
 * Two families of column names are about: the reports' (`Schueler_Nachname`, `Schueler_Vorname`,
 * `Schueler_Geburtsdatum`, `Klassen_Klassenbezeichnung`) and the data source's (`SLR_*`, `KLA_*`).
 */
export const lusdProfile = namedProfile({
  format: 'lusd',
  signatures: [
    ['Schueler_Nachname', 'Schueler_Vorname'],
    ['SLR_Nachname', 'SLR_Vorname'],
    ['SLR_Name', 'SLR_Vorname']
  ],
  names: {
    schoolId: [
      'Schueler_Schuelernummer',
      'Schueler_SchuelerID',
      'Schueler_ID',
      'Schueler_Nummer',
      'SLR_Schuelernummer',
      'SLR_SchuelerID',
      'SLR_ID',
      'SLR_UID',
      'SLR_Nummer',
      'lusd_id'
    ],
    familyName: ['Schueler_Nachname', 'SLR_Nachname', 'SLR_Name'],
    givenName: ['Schueler_Rufname', 'Schueler_Vorname', 'SLR_Rufname', 'SLR_Vorname'],
    givenNames: ['Schueler_Vornamen', 'Schueler_Vorname', 'SLR_Vornamen', 'SLR_Vorname'],
    nameAddition: [
      'Schueler_Namenszusatz',
      'Schueler_Namensvorsatz',
      'SLR_Namenszusatz',
      'SLR_Namensvorsatz',
      'Namenszusatz'
    ],
    birthDate: ['Schueler_Geburtsdatum', 'SLR_Geburtsdatum', 'SLR_GebDatum'],
    schoolClass: [
      'Klassen_Klassenbezeichnung',
      'Klassen_Bezeichnung',
      'Schueler_Klasse',
      'KLA_Klassenbezeichnung',
      'KLA_Bezeichnung',
      'KLA_Klasse',
      'KLA_Name',
      'KLA_Klassennamen',
      'SLR_Klasse'
    ],
    mail: ['Schueler_EMail', 'SLR_EMail'],
    status: ['Schueler_Status', 'SLR_Status'],
    leavesOn: ['Schueler_Abgangsdatum', 'SLR_Abgangsdatum']
  }
})
