import { namedProfile } from './named'

/**
 * DaNiS, school administration in Lower Saxony: CSV with the columns SchuelerIdentNummer, SchuelerRufname,
 * SchuelerNachname and GruppeBezeichung. The last one is misspelt in the program itself; the correct spelling is
 * taken too.
 */
export const danisProfile = namedProfile({
  format: 'danis',
  signatures: [['SchuelerNachname', 'SchuelerRufname']],
  names: {
    schoolId: ['SchuelerIdentNummer', 'SchuelerId'],
    familyName: ['SchuelerNachname'],
    givenName: ['SchuelerRufname'],
    givenNames: ['SchuelerVornamen', 'SchuelerVorname'],
    nameAddition: ['SchuelerNamenszusatz', 'SchuelerNamensvorsatz', 'Namenszusatz'],
    birthDate: ['SchuelerGeburtsdatum', 'SchuelerGeburtsDatum', 'Geburtsdatum'],
    schoolClass: ['GruppeBezeichung', 'GruppeBezeichnung', 'KlasseBezeichnung'],
    mail: ['SchuelerEMail', 'SchuelerMail'],
    status: ['SchuelerStatus'],
    leavesOn: ['SchuelerAbgangsdatum']
  }
})
