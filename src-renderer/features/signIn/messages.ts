import { defineMessages } from '../../shared/i18n/define'

export const signInMessages = defineMessages('signIn', {
  title: { de: 'Anmelden', en: 'Sign in' },
  text: {
    de: 'Mit dem Anmeldenamen und dem Passwort, die Sie auch an den PCs der Schule benutzen.',
    en: 'With the login and password that you also use on the school’s PCs.'
  },
  locked: {
    de: 'Gesperrt nach {count} Minute ohne Eingabe. Melden Sie sich an, dann geht es dort weiter, wo Sie waren. | Gesperrt nach {count} Minuten ohne Eingabe. Melden Sie sich an, dann geht es dort weiter, wo Sie waren.',
    en: 'Locked after {count} minute without input. Sign in and you go on where you were. | Locked after {count} minutes without input. Sign in and you go on where you were.'
  },
  login: { de: 'Anmeldename', en: 'Login' },
  password: { de: 'Passwort', en: 'Password' },
  signIn: { de: 'Anmelden', en: 'Sign in' },
  checking: {
    de: 'Das Journal wird noch geprüft ({percent} %). Die Anmeldung wird danach eingetragen und dauert so lange.',
    en: 'The journal is still being checked ({percent} %). The sign-in is recorded after that and takes as long.'
  },
  bindPassword: {
    de: 'Netzwart braucht zuerst das Passwort des Dienstkontos, sonst kann es Ihre Anmeldung nicht prüfen. Ihre Administration kennt es.',
    en: 'Netzwart first needs the password of the bind account, otherwise it cannot check your sign-in. Your administrators know it.'
  },
  bindPasswordEnter: { de: 'Passwort des Dienstkontos eingeben', en: 'Enter the bind account’s password' },
  connectionChanged: {
    de: 'Die Verbindung zum Verzeichnis ist nicht die, für die das Passwort des Dienstkontos an diesem PC eingegeben wurde. Es wurde nicht gesendet.',
    en: 'The connection to the directory is not the one that the bind account’s password was entered for at this PC. It was not sent.'
  },
  compare: { de: 'Vergleichen und eingeben …', en: 'Compare and enter …' },

  demoTitle: { de: 'Demo-Schule: Wer möchten Sie sein?', en: 'Demo school: who would you like to be?' },
  demoBadge: { de: 'Nur in der Demo-Schule', en: 'In the demo school only' },
  demoText: {
    de: 'Diese Personen sind erfunden, deshalb stehen ihre Geheimnisse hier. Ein Klick meldet die Person an. Die Passphrase brauchen Sie zum Unterschreiben.',
    en: 'These people are made up, that is why their secrets stand here. A click signs the person in. The passphrase is for signing.'
  },
  demoPassword: { de: 'Passwort', en: 'Password' },
  demoPassphrase: { de: 'Passphrase', en: 'Passphrase' },
  demoSignsNothing: { de: 'unterschreibt nichts', en: 'signs nothing' },

  caseFileTitle: { de: 'Fallakte nicht erreichbar', en: 'The case file cannot be reached' },
  caseFilePasswordTitle: { de: 'Passwort der Fallakte', en: 'Password of the case file' },
  caseFileServer: {
    de: 'Die gemeinsame Fallakte Ihrer Schule liegt auf dem Server {place}. Er antwortet zurzeit nicht. Bis er wieder da ist, kann hier niemand etwas entscheiden oder ändern.',
    en: 'Your school’s shared case file is on the server {place}. It does not answer at present. Until it is back, nobody can decide or change anything here.'
  },
  caseFileHere: {
    de: 'Die Fallakte auf diesem PC lässt sich nicht öffnen. Bis das behoben ist, kann hier niemand etwas entscheiden oder ändern.',
    en: 'The case file on this PC cannot be opened. Until that is mended, nobody can decide or change anything here.'
  },
  caseFilePasswordText: {
    de: 'Die gemeinsame Fallakte Ihrer Schule liegt auf dem Server {place}. Ihr Passwort ist auf diesem PC nicht gespeichert. Ihre Administration kennt es.',
    en: 'Your school’s shared case file is on the server {place}. Its password is not kept on this PC. Your administrators know it.'
  },
  caseFilePassword: { de: 'Passwort der Datenbank', en: 'Password of the database' },
  keep: {
    de: 'Auf diesem PC merken (verschlüsselt im Schlüsselbund des Systems)',
    en: 'Remember on this PC (encrypted in the system’s keychain)'
  },
  cannotKeep: {
    de: 'Dieses System kann Geheimnisse nicht sicher aufbewahren. Netzwart fragt deshalb bei jedem Start nach dem Passwort.',
    en: 'This system cannot keep secrets safely. Netzwart therefore asks for the password at every start.'
  },
  openCaseFile: { de: 'Fallakte öffnen', en: 'Open the case file' },

  admissionTitle: { de: 'Dieser PC ist neu', en: 'This PC is new' },
  admissionText: {
    de: 'Netzwart unterschreibt vieles mit einem Schlüssel, der zu diesem PC gehört: Anmeldungen, Ausführungen, was fällig wird. Die Fallakte Ihrer Schule kennt diesen PC noch nicht.',
    en: 'Netzwart signs much with a key that belongs to this PC: sign-ins, runs, what falls due. Your school’s case file does not know this PC yet.'
  },
  admissionYours: {
    de: 'Nehmen Sie ihn auf, wenn Sie wissen, wem er gehört und wo er steht. Ihre Unterschrift kommt ins Journal.',
    en: 'Admit it if you know whose it is and where it stands. Your signature goes into the journal.'
  },
  admissionOthers: {
    de: 'Aufnehmen darf ihn nur die Administration oder die Schulleitung. Bitten Sie eine dieser Personen, sich hier einmal anzumelden. Danach können Sie an diesem PC arbeiten.',
    en: 'Only the administrators or the leadership may admit it. Ask one of them to sign in here once. After that you can work on this PC.'
  },
  admissionSignedIn: { de: 'Angemeldet: {name} ({roles})', en: 'Signed in: {name} ({roles})' },
  admit: { de: 'PC aufnehmen', en: 'Admit this PC' }
})
