import { namedProfile } from './named'

/**
 * ASV (Amtliche Schulverwaltung, Bavaria; ASV-BW, Baden-Württemberg): an export of pupils as CSV with the columns
 * Familienname, Rufname, Geburtsdatum and Klasse (or Klassengruppe). ASV has no fixed id column; schools export
 * a pupil's id or fill the „lokales Differenzierungsmerkmal“ with their own number. The export in XML is made into the same
 * table (see `sources/asvXml`).
 */
export const asvProfile = namedProfile({
  format: 'asv',
  signatures: [
    ['Familienname', 'Rufname', 'Klasse'],
    ['Familienname', 'Rufname', 'Geburtsdatum']
  ],
  names: {
    schoolId: [
      'Schüler-ID',
      'Schülernummer',
      'Schüler-Nummer',
      'Eindeutige ID',
      'ID',
      'lokales Differenzierungsmerkmal',
      'lok. Differenzierungsmerkmal',
      'Differenzierungsmerkmal',
      'Lokales_DM'
    ],
    familyName: ['Familienname'],
    givenName: ['Rufname'],
    givenNames: ['Vornamen', 'Vorname'],
    birthDate: ['Geburtsdatum'],
    schoolClass: ['Klasse', 'Klassenname', 'Klassengruppe'],
    kind: ['Rolle'],
    mail: ['E-Mail', 'E-Mail-Adresse'],
    status: ['Status'],
    leavesOn: ['Austrittsdatum', 'Austritt am']
  }
})
