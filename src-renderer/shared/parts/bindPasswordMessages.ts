import { defineMessages } from '../i18n/define'

/** Words of the dialog that asks for the bind account's password. */
export const bindPasswordMessages = defineMessages('bindPassword', {
  title: { de: 'Passwort des Dienstkontos', en: 'Password of the bind account' },
  text: {
    de: 'Das Passwort ist auf diesem PC nicht gespeichert. Ohne es kann Netzwart das Verzeichnis nicht lesen.',
    en: 'The password is not kept on this PC. Without it Netzwart cannot read the directory.'
  },
  changedTitle: { de: 'Verbindung vergleichen', en: 'Compare the connection' },
  changedText: {
    de: 'Das Passwort wurde nicht gesendet: Es geht nur an den Server, für den es an diesem PC eingegeben wurde. Geben Sie es erst ein, wenn die Angaben stimmen.',
    en: 'The password was not sent: it goes only to the server that it was entered for at this PC. Enter it only when the details are right.'
  },
  changedBy: {
    de: 'Geändert von {by} am {at}, mit Unterschrift im Journal.',
    en: 'Changed by {by} on {at}, signed in the journal.'
  },
  changedUnsigned: {
    de: 'Keine Administratorin und kein Administrator hat diese Angaben im Journal unterschrieben. Fragen Sie nach, bevor Sie das Passwort eingeben.',
    en: 'No administrator has signed these details in the journal. Ask before you enter the password.'
  },
  before: { de: 'Bisher', en: 'Before' },
  after: { de: 'Jetzt', en: 'Now' },
  none: { de: 'keine Angabe', en: 'not given' },
  'field.profile': { de: 'Art', en: 'Kind' },
  'field.url': { de: 'Server', en: 'Server' },
  'field.certificate': { de: 'Zertifikat (SHA-256)', en: 'Certificate (SHA-256)' },
  'field.bindDn': { de: 'Dienstkonto', en: 'Bind account' },
  'field.baseDn': { de: 'Basis', en: 'Base' },
  'field.layout': { de: 'Ordner und Gruppen', en: 'Containers and groups' },
  account: { de: 'Dienstkonto', en: 'Bind account' },
  password: { de: 'Passwort', en: 'Password' },
  keep: {
    de: 'Auf diesem PC merken (verschlüsselt im Schlüsselbund des Systems)',
    en: 'Remember on this PC (encrypted in the system’s keychain)'
  },
  cannotKeep: {
    de: 'Dieses System kann Geheimnisse nicht sicher aufbewahren. Netzwart fragt deshalb bei jedem Start nach dem Passwort.',
    en: 'This system cannot keep secrets safely. Netzwart therefore asks for the password at every start.'
  },
  connect: { de: 'Verbinden', en: 'Connect' },
  enter: { de: 'Passwort eingeben', en: 'Enter password' }
})
