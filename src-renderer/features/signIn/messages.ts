import { defineMessages } from '../../shared/i18n/define'

export const signInMessages = defineMessages('signIn', {
  de: {
    title: 'Anmelden',
    text: 'Mit dem Anmeldenamen und dem Passwort, die Sie auch an den PCs der Schule benutzen.',
    locked:
      'Gesperrt nach {count} Minute ohne Eingabe. Melden Sie sich an, dann geht es dort weiter, wo Sie waren. | Gesperrt nach {count} Minuten ohne Eingabe. Melden Sie sich an, dann geht es dort weiter, wo Sie waren.',
    login: 'Anmeldename',
    password: 'Passwort',
    signIn: 'Anmelden',
    bindPassword:
      'Netzwart braucht zuerst das Passwort des Dienstkontos, sonst kann es Ihre Anmeldung nicht prüfen. Ihre Administration kennt es.',
    bindPasswordEnter: 'Passwort des Dienstkontos eingeben',
    connectionChanged:
      'Die Verbindung zum Verzeichnis ist nicht die, für die das Passwort des Dienstkontos an diesem PC eingegeben wurde. Es wurde nicht gesendet.',
    compare: 'Vergleichen und eingeben …',

    demoTitle: 'Demo-Schule: Wer möchten Sie sein?',
    demoBadge: 'Nur in der Demo-Schule',
    demoText:
      'Diese Personen sind erfunden, deshalb stehen ihre Geheimnisse hier. Ein Klick meldet die Person an. Die Passphrase brauchen Sie zum Unterschreiben.',
    demoPassword: 'Passwort',
    demoPassphrase: 'Passphrase',
    demoSignsNothing: 'unterschreibt nichts',

    caseFileTitle: 'Fallakte nicht erreichbar',
    caseFilePasswordTitle: 'Passwort der Fallakte',
    caseFileServer:
      'Die gemeinsame Fallakte Ihrer Schule liegt auf dem Server {place}. Er antwortet zurzeit nicht. Bis er wieder da ist, kann hier niemand etwas entscheiden oder ändern.',
    caseFileHere:
      'Die Fallakte auf diesem PC lässt sich nicht öffnen. Bis das behoben ist, kann hier niemand etwas entscheiden oder ändern.',
    caseFilePasswordText:
      'Die gemeinsame Fallakte Ihrer Schule liegt auf dem Server {place}. Ihr Passwort ist auf diesem PC nicht gespeichert. Ihre Administration kennt es.',
    caseFilePassword: 'Passwort der Datenbank',
    keep: 'Auf diesem PC merken (verschlüsselt im Schlüsselbund des Systems)',
    cannotKeep:
      'Dieses System kann Geheimnisse nicht sicher aufbewahren. Netzwart fragt deshalb bei jedem Start nach dem Passwort.',
    openCaseFile: 'Fallakte öffnen',

    admissionTitle: 'Dieser PC ist neu',
    admissionText:
      'Netzwart unterschreibt vieles mit einem Schlüssel, der zu diesem PC gehört: Anmeldungen, Ausführungen, was fällig wird. Die Fallakte Ihrer Schule kennt diesen PC noch nicht.',
    admissionYours:
      'Nehmen Sie ihn auf, wenn Sie wissen, wem er gehört und wo er steht. Ihre Unterschrift kommt ins Journal.',
    admissionOthers:
      'Aufnehmen darf ihn nur die Administration oder die Schulleitung. Bitten Sie eine dieser Personen, sich hier einmal anzumelden. Danach können Sie an diesem PC arbeiten.',
    admissionSignedIn: 'Angemeldet: {name} ({roles})',
    admit: 'PC aufnehmen'
  },
  en: {
    title: 'Sign in',
    text: 'With the login and password that you also use on the school’s PCs.',
    locked:
      'Locked after {count} minute without input. Sign in and you go on where you were. | Locked after {count} minutes without input. Sign in and you go on where you were.',
    login: 'Login',
    password: 'Password',
    signIn: 'Sign in',
    bindPassword:
      'Netzwart first needs the password of the bind account, otherwise it cannot check your sign-in. Your administrators know it.',
    bindPasswordEnter: 'Enter the bind account’s password',
    connectionChanged:
      'The connection to the directory is not the one that the bind account’s password was entered for at this PC. It was not sent.',
    compare: 'Compare and enter …',

    demoTitle: 'Demo school: who would you like to be?',
    demoBadge: 'In the demo school only',
    demoText:
      'These people are made up, that is why their secrets stand here. A click signs the person in. The passphrase is for signing.',
    demoPassword: 'Password',
    demoPassphrase: 'Passphrase',
    demoSignsNothing: 'signs nothing',

    caseFileTitle: 'The case file cannot be reached',
    caseFilePasswordTitle: 'Password of the case file',
    caseFileServer:
      'Your school’s shared case file is on the server {place}. It does not answer at present. Until it is back, nobody can decide or change anything here.',
    caseFileHere:
      'The case file on this PC cannot be opened. Until that is mended, nobody can decide or change anything here.',
    caseFilePasswordText:
      'Your school’s shared case file is on the server {place}. Its password is not kept on this PC. Your administrators know it.',
    caseFilePassword: 'Password of the database',
    keep: 'Remember on this PC (encrypted in the system’s keychain)',
    cannotKeep:
      'This system cannot keep secrets safely. Netzwart therefore asks for the password at every start.',
    openCaseFile: 'Open the case file',

    admissionTitle: 'This PC is new',
    admissionText:
      'Netzwart signs much with a key that belongs to this PC: sign-ins, runs, what falls due. Your school’s case file does not know this PC yet.',
    admissionYours:
      'Admit it if you know whose it is and where it stands. Your signature goes into the journal.',
    admissionOthers:
      'Only the administrators or the leadership may admit it. Ask one of them to sign in here once. After that you can work on this PC.',
    admissionSignedIn: 'Signed in: {name} ({roles})',
    admit: 'Admit this PC'
  }
})
