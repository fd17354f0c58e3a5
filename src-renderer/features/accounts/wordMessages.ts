import { defineMessages } from '../../shared/i18n/define'

/** Words for what main names by a code: reasons, meanings of raw attributes. */
export const wordMessages = defineMessages('accountWords', {
  'event.other': { de: 'Geändert ({kind})', en: 'Changed ({kind})' },
  'reason.knownInPerson': { de: 'Persönlich bekannt', en: 'Known in person' },
  'reason.schoolIdCard': { de: 'Schülerausweis gezeigt', en: 'Showed the school identity card' },
  'reason.identityCard': { de: 'Personalausweis gezeigt', en: 'Showed the national identity card' },
  'reason.confirmedByTeacher': { de: 'Von einer Lehrkraft bestätigt', en: 'Confirmed by a teacher' },
  'reason.notStated': {
    de: 'Ohne Angabe, wie die Person erkannt wurde (Befehlszeile)',
    en: 'Without saying how the person was recognised (command line)'
  },
  'reason.suspensionEnded': { de: 'Die Sperre war abgelaufen', en: 'The suspension had ended' },
  'reason.suspensionOver': { de: 'Die Sperre war vorbei', en: 'The suspension was over' },
  'reason.inRosterNotInDirectory': {
    de: 'Stand in der Schülerliste, hatte aber noch kein Konto',
    en: 'Stood in the roster but had no account yet'
  },
  'reason.backInRoster': { de: 'Steht wieder in der Schülerliste', en: 'Stands in the roster again' },
  'reason.nameDiffers': {
    de: 'Der Name in der Schülerliste war ein anderer',
    en: 'The name in the roster was another one'
  },
  'reason.decidedSamePerson': {
    de: 'Von Hand als dieselbe Person erkannt',
    en: 'Recognised as the same person by hand'
  },
  'reason.schoolIdMissing': { de: 'Erhielt eine Schul-ID', en: 'Was given a school id' },
  'reason.classDiffers': {
    de: 'Die Klasse in der Schülerliste war eine andere',
    en: 'The class in the roster was another one'
  },
  'reason.notInRoster': { de: 'Stand nicht mehr in der Schülerliste', en: 'No longer stood in the roster' },
  'reason.leftOn': {
    de: 'Die Schülerliste nannte den Tag des Abgangs',
    en: 'The roster named the day of leaving'
  },
  'raw.suspendedForGood': { de: 'auf Dauer gesperrt', en: 'suspended for good' },
  'raw.lockedOut': {
    de: 'nach zu vielen falschen Passwörtern ausgesperrt',
    en: 'locked out after too many wrong passwords'
  },
  'raw.lockOver': { de: 'eine frühere Aussperrung, vorbei', en: 'an earlier lock, over' },
  'raw.suspendedUntil': { de: 'bis dahin gesperrt', en: 'suspended until then' },
  'raw.suspensionOver': { de: 'eine frühere Sperre, vorbei', en: 'an earlier suspension, over' },
  'raw.expired': { de: 'abgelaufen', en: 'expired' },
  'raw.expiresLater': { de: 'läuft dann ab', en: 'expires then' },
  'raw.mustChangePassword': {
    de: 'Passwort muss bei der nächsten Anmeldung geändert werden',
    en: 'the password must be changed at the next sign-in'
  },
  'raw.wrongPassword': { de: 'Anmeldung mit falschem Passwort', en: 'sign-in with a wrong password' },
  'raw.passwordChanged': { de: 'letzte Änderung des Passworts', en: 'last change of the password' },
  'raw.lastSignIn': { de: 'letzte Anmeldung', en: 'last sign-in' },
  'raw.noShell': { de: 'keine Anmeldung an Linux-Rechnern', en: 'no sign-in on Linux computers' },
  'raw.disabledForSamba': { de: 'für Samba abgeschaltet', en: 'disabled for Samba' },
  'raw.leaver': { de: 'Vermerk: hat die Schule verlassen', en: 'note: has left the school' },
  'raw.never': { de: 'nie', en: 'never' },
  'raw.notLocked': { de: 'nicht ausgesperrt', en: 'not locked out' }
})
