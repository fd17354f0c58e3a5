import { namedProfile } from './named'

/**
 * WebUntis, the export of pupils or teachers: tabs and a header. `name` is the short name, `longName` the last name;
 * `externKey` is the number that the school's administration software gave, `id` one of WebUntis itself; teachers have a
 * `pnr` (personnel number) and no class, pupils a class.
 */
export const webuntisProfile = namedProfile({
  format: 'webuntis',
  signatures: [
    ['name', 'longName', 'foreName'],
    ['longName', 'foreName', 'klasse.name']
  ],
  names: {
    schoolId: ['externKey', 'externId', 'pnr', 'id'],
    familyName: ['longName'],
    givenName: ['foreName'],
    birthDate: ['birthDate'],
    schoolClass: ['klasse.name', 'klasse'],
    mail: ['address.email', 'email'],
    leavesOn: ['exitDate', 'klasse.exitDate']
  },
  kindOf(words) {
    if (words.has('klassename') || words.has('klasse')) return 'pupil'
    return words.has('pnr') ? 'teacher' : undefined
  }
})
