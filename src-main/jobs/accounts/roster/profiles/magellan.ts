import { namedProfile } from './named'

/**
 * MAGELLAN (Stüber Systems), the export of pupils as CSV (doc.ls.stueber.de, „Schülerexport für Berlin“):
 * `schueler.export.csv`. Of the files beside it `schueler_sorgebe.export.csv` lists guardians (see `guardianFiles`); those of
 * former schools and training firms are not read.
 */
export const magellanProfile = {
  ...namedProfile({
    format: 'magellan',
    signatures: [
      ['Nachname', 'Vorname', 'KlasseKuerzel'],
      ['Mandant', 'GUID', 'Nachname', 'Vorname']
    ],
    names: {
      schoolId: ['ID', 'GUID'],
      familyName: ['Nachname'],
      givenName: ['Rufname', 'Vorname'],
      givenNames: ['Vorname'],
      birthDate: ['Geburtsdatum'],
      schoolClass: ['KlasseKuerzel', 'Klasse'],
      mail: ['Email'],
      leavesOn: ['AbgangAm']
    }
  }),
  fileName: /^schueler\.export\.csv$/iu
}
