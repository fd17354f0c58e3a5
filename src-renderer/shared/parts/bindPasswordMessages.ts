import { defineMessages } from '../i18n/define'

/** Words of the dialog that asks for the bind account's password. */
export const bindPasswordMessages = defineMessages('bindPassword', {
  de: {
    title: 'Passwort des Dienstkontos',
    text: 'Das Passwort ist auf diesem PC nicht gespeichert. Ohne es kann Netzwart das Verzeichnis nicht lesen.',
    account: 'Dienstkonto',
    password: 'Passwort',
    keep: 'Auf diesem PC merken (verschlüsselt im Schlüsselbund des Systems)',
    cannotKeep:
      'Dieses System kann Geheimnisse nicht sicher aufbewahren. Netzwart fragt deshalb bei jedem Start nach dem Passwort.',
    connect: 'Verbinden',
    enter: 'Passwort eingeben'
  },
  en: {
    title: 'Password of the bind account',
    text: 'The password is not kept on this PC. Without it Netzwart cannot read the directory.',
    account: 'Bind account',
    password: 'Password',
    keep: 'Remember on this PC (encrypted in the system’s keychain)',
    cannotKeep:
      'This system cannot keep secrets safely. Netzwart therefore asks for the password at every start.',
    connect: 'Connect',
    enter: 'Enter password'
  }
})
