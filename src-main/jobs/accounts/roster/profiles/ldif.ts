import { namedProfile } from './named'

/**
 * LDIF of a directory, as a table of its attributes (see `sources/ldif`): of OpenLDAP's `inetOrgPerson`, UCS@school and
 * linuxmuster's sophomorix.
 */
export const ldifProfile = namedProfile({
  format: 'ldif',
  signatures: [
    ['dn', 'sn', 'givenName'],
    ['dn', 'surname', 'givenName']
  ],
  names: {
    schoolId: ['ucsschoolRecordUID', 'sophomorixUnid', 'employeeNumber', 'employeeID', 'uniqueIdentifier'],
    familyName: ['sn', 'surname'],
    givenName: ['givenName', 'gn'],
    birthDate: ['univentionBirthday', 'sophomorixBirthdate', 'schacDateOfBirth', 'dateOfBirth'],
    schoolClass: ['sophomorixAdminClass', 'departmentNumber'],
    kind: ['ucsschoolRole', 'sophomorixRole', 'employeeType'],
    mail: ['mailPrimaryAddress', 'mail', 'rfc822Mailbox']
  }
})
