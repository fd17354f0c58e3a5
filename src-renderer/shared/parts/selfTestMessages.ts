import { defineMessages } from '../i18n/define'

export const selfTestMessages = defineMessages('selfTest', {
  server: { de: 'Server', en: 'Server' },
  encrypted: { de: 'Verbindung', en: 'Connection' },
  encryptedYes: { de: 'verschlüsselt', en: 'encrypted' },
  encryptedNo: { de: 'unverschlüsselt', en: 'unencrypted' },
  accounts: { de: 'Gefundene Konten', en: 'Accounts found' },
  contexts: { de: 'Basen auf dem Server', en: 'Bases on the server' },
  can: { de: 'Was dieses Verzeichnis kann', en: 'What this directory can do' },
  problems: { de: 'Was zu tun ist', en: 'What to do' },
  noProblems: {
    de: 'Alles in Ordnung. Der Selbsttest hat nichts gefunden, das zu verbessern wäre.',
    en: 'All is well. The self-test found nothing to improve.'
  },
  remedy: { de: 'Abhilfe', en: 'Remedy' },
  'severity.blocks': { de: 'Verhindert die Arbeit', en: 'Prevents the work' },
  'severity.weakens': { de: 'Schränkt ein', en: 'Limits' },
  'severity.note': { de: 'Hinweis', en: 'Note' },
  yes: { de: 'ja', en: 'yes' },
  no: { de: 'nein', en: 'no' },
  'capability.createAccounts': { de: 'Konten anlegen', en: 'Create accounts' },
  'capability.deleteAccounts': {
    de: 'Konten löschen (für „Rückgängig“)',
    en: 'Delete accounts (for “undo”)'
  },
  'capability.manageGroups': { de: 'Klassen und Gruppen verwalten', en: 'Manage classes and groups' },
  'capability.passwordPolicy': { de: 'Passwortregeln des Servers', en: 'Password rules of the server' },
  'capability.mustChange': {
    de: 'Passwortwechsel bei der ersten Anmeldung verlangen',
    en: 'Demand a new password at the first sign-in'
  },
  'capability.suspension': { de: 'Konten sperren', en: 'Suspend accounts' },
  'capability.selfEndingSuspension': {
    de: 'Befristete Sperren von selbst beenden',
    en: 'End temporary suspensions by itself'
  },
  'capability.passwordOnCreate': {
    de: 'Passwort gleich beim Anlegen setzen',
    en: 'Set the password while creating'
  },
  'capability.paging': { de: 'Große Listen seitenweise lesen', en: 'Read long lists page by page' },
  'capability.plainTextRefused': {
    de: 'Unverschlüsselte Anmeldungen ablehnen',
    en: 'Refuse unencrypted sign-ins'
  },
  'capability.uniqueNames': {
    de: 'Vergebene Anmeldenamen und Nummern ablehnen',
    en: 'Refuse logins and numbers that are taken'
  }
})
