import { namedProfile } from './named'

/**
 * Sokrates (Sokrates Bund, Sokrates Web; Austria): the result of a „Dynamische Suche“ as CSV, with the columns that were
 * ticked. The „Schülerkennzahl“ is the pupil's number, the same for the whole time at school; the social insurance number is
 * never taken for one.
 */
export const sokratesProfile = namedProfile({
  format: 'sokrates',
  signatures: [
    ['Schülerkennzahl', 'Familienname', 'Vorname'],
    ['Sokrates-ID', 'Familienname', 'Vorname']
  ],
  names: {
    schoolId: ['Schülerkennzahl', 'Sokrates-ID'],
    familyName: ['Familienname'],
    givenName: ['Rufname', 'Vorname'],
    givenNames: ['Vorname'],
    birthDate: ['Geburtsdatum'],
    schoolClass: ['Klasse', 'Stammklasse', 'Klassenbezeichnung'],
    mail: ['Email 1 (Schüler)', 'Email (Schüler)', 'E-Mail'],
    status: ['Status'],
    leavesOn: ['Austrittsdatum', 'Abmeldedatum']
  }
})
