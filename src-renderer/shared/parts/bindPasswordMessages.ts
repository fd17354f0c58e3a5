import { defineMessages } from '../i18n/define'

/** Words of the dialog that asks for the bind account's password. */
export const bindPasswordMessages = defineMessages('bindPassword', {
  de: {
    title: 'Passwort des Dienstkontos',
    text: 'Das Passwort ist auf diesem PC nicht gespeichert. Ohne es kann Netzwart das Verzeichnis nicht lesen.',
    changedTitle: 'Verbindung vergleichen',
    changedText:
      'Das Passwort wurde nicht gesendet: Es geht nur an den Server, für den es an diesem PC eingegeben wurde. Geben Sie es erst ein, wenn die Angaben stimmen.',
    changedBy: 'Geändert von {by} am {at}, mit Unterschrift im Journal.',
    changedUnsigned:
      'Keine Administratorin und kein Administrator hat diese Angaben im Journal unterschrieben. Fragen Sie nach, bevor Sie das Passwort eingeben.',
    before: 'Bisher',
    after: 'Jetzt',
    none: 'keine Angabe',
    'field.profile': 'Art',
    'field.url': 'Server',
    'field.certificate': 'Zertifikat (SHA-256)',
    'field.bindDn': 'Dienstkonto',
    'field.baseDn': 'Basis',
    'field.layout': 'Ordner und Gruppen',
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
    changedTitle: 'Compare the connection',
    changedText:
      'The password was not sent: it goes only to the server that it was entered for at this PC. Enter it only when the details are right.',
    changedBy: 'Changed by {by} on {at}, signed in the journal.',
    changedUnsigned:
      'No administrator has signed these details in the journal. Ask before you enter the password.',
    before: 'Before',
    after: 'Now',
    none: 'not given',
    'field.profile': 'Kind',
    'field.url': 'Server',
    'field.certificate': 'Certificate (SHA-256)',
    'field.bindDn': 'Bind account',
    'field.baseDn': 'Base',
    'field.layout': 'Containers and groups',
    account: 'Bind account',
    password: 'Password',
    keep: 'Remember on this PC (encrypted in the system’s keychain)',
    cannotKeep:
      'This system cannot keep secrets safely. Netzwart therefore asks for the password at every start.',
    connect: 'Connect',
    enter: 'Enter password'
  }
})
