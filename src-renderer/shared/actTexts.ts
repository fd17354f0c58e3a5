import type { Act } from '../../src-main/contract/logEvents'
import type { Text } from '../../src-main/contract/language'

/** What somebody or something did, in the words that all formats of logs share. */
export const actTexts = {
  'act.webRequest': { de: 'Webseite abgerufen', en: 'Web page fetched' },
  'act.webRefused': { de: 'Webseite gesperrt', en: 'Web page blocked' },
  'act.signIn': { de: 'Angemeldet', en: 'Signed in' },
  'act.signInRefused': { de: 'Anmeldung abgewiesen', en: 'Sign-in refused' },
  'act.signOut': { de: 'Abgemeldet', en: 'Signed out' },
  'act.access': { de: 'Zugriff erlaubt', en: 'Access granted' },
  'act.directoryRead': { de: 'Verzeichnis gelesen', en: 'Directory read' },
  'act.directoryChange': { de: 'Verzeichnis geändert', en: 'Directory changed' },
  'act.groupChange': { de: 'Gruppe geändert', en: 'Group changed' },
  'act.passwordChange': { de: 'Passwort geändert', en: 'Password changed' },
  'act.passwordChangeRefused': { de: 'Passwortänderung abgewiesen', en: 'Password change refused' },
  'act.accountLocked': { de: 'Konto gesperrt', en: 'Account locked' },
  'act.networkStart': { de: 'Ins Netz gekommen', en: 'Joined the network' },
  'act.networkUpdate': { de: 'Noch im Netz', en: 'Still in the network' },
  'act.networkStop': { de: 'Netz verlassen', en: 'Left the network' },
  'act.fileAccess': { de: 'Datei benutzt', en: 'File used' },
  'act.fileRefused': { de: 'Datei verweigert', en: 'File refused' },
  'act.processStart': { de: 'Programm gestartet', en: 'Program started' },
  'act.print': { de: 'Gedruckt', en: 'Printed' },
  'act.mailSubmitted': { de: 'E-Mail abgeschickt', en: 'Mail submitted' },
  'act.mailDelivered': { de: 'E-Mail zugestellt', en: 'Mail delivered' }
} as const satisfies Record<`act.${Act}`, Text>
