import { defineMessages } from '../shared/i18n/define'

export const frameMessages = defineMessages('frame', {
  skip: { de: 'Zum Inhalt springen', en: 'Skip to content' },
  navigation: { de: 'Hauptnavigation', en: 'Main navigation' },
  search: { de: 'Suchen oder springen …', en: 'Search or jump …' },
  controlKey: { de: 'Strg', en: 'Ctrl' },
  searchTitle: { de: 'Suchen und springen', en: 'Search and jump' },
  searchDescription: {
    de: 'Bildschirme, Personen und Aktionen finden',
    en: 'Find screens, people and actions'
  },
  screens: { de: 'Bildschirme', en: 'Screens' },
  actions: { de: 'Aktionen', en: 'Actions' },
  nothingFound: { de: 'Nichts gefunden', en: 'Nothing found' },
  waitingHere: { de: '{count} wartet | {count} warten', en: '{count} waiting | {count} waiting' },
  demo: { de: 'Demo-Schule', en: 'Demo school' },
  demoHint: {
    de: 'Alle Personen sind erfunden. Sie können hier nichts kaputt machen.',
    en: 'All people are made up. You cannot break anything here.'
  },
  connected: { de: 'Verbunden', en: 'Connected' },
  notConnected: { de: 'Nicht verbunden', en: 'Not connected' },
  passwordMissing: { de: 'Passwort fehlt', en: 'Password missing' },
  directoryState: { de: 'Verzeichnis: {state}', en: 'Directory: {state}' },
  unreachableTitle: { de: 'Das Verzeichnis ist nicht erreichbar.', en: 'The directory cannot be reached.' },
  unreachableText: {
    de: 'Angezeigt wird der zuletzt gelesene Stand. Prüfen Sie, ob der Server {url} läuft und dieser PC im Schulnetz ist.',
    en: 'You see what was read last. Check that the server {url} is running and this PC is on the school network.'
  },
  retry: { de: 'Erneut verbinden', en: 'Connect again' },
  passwordNeeded: {
    de: 'Das Passwort des Dienstkontos ist auf diesem PC nicht gespeichert. Ohne es kann Netzwart das Verzeichnis nicht lesen.',
    en: 'The password of the bind account is not kept on this PC. Without it Netzwart cannot read the directory.'
  },
  connectionChanged: {
    de: 'Die Verbindung zum Verzeichnis ist nicht die, für die das Passwort an diesem PC eingegeben wurde. Es wurde nicht gesendet.',
    en: 'The connection to the directory is not the one that the password was entered for at this PC. It was not sent.'
  },
  compare: { de: 'Vergleichen …', en: 'Compare …' },
  enterPassword: { de: 'Passwort eingeben', en: 'Enter password' },
  signedInAs: { de: 'Angemeldet:', en: 'Signed in:' },
  ownKey: { de: 'Fingerabdruck Ihres Schlüssels', en: 'Fingerprint of your key' },
  noKey: {
    de: 'Sie haben keinen Schlüssel und unterschreiben nichts.',
    en: 'You have no key and sign nothing.'
  },
  notFounded: { de: 'Nicht gegründet', en: 'Not founded' },
  notFoundedHint: {
    de: 'Noch meldet sich niemand an, und dieser PC unterschreibt allein. Die Gründung der Fallakte ändert das.',
    en: 'Nobody signs in yet, and this PC alone signs. Founding the case file changes that.'
  },
  ledgerProblems: { de: 'Das Journal ist nicht in Ordnung.', en: 'The journal is not in order.' },
  ledgerProblemsText: {
    de: 'Bei der Prüfung wurde {count} Fehler gefunden. Entscheiden Sie nichts, bis er geklärt ist. | Bei der Prüfung wurden {count} Fehler gefunden. Entscheiden Sie nichts, bis sie geklärt sind.',
    en: 'The check found {count} error. Decide nothing until it is cleared up. | The check found {count} errors. Decide nothing until they are cleared up.'
  },
  ledgerProblemsTell: {
    de: 'Sagen Sie der Schulleitung oder der Administration Bescheid.',
    en: 'Tell the school leadership or the administrators.'
  },
  toJournal: { de: 'Im Journal ansehen', en: 'Look in the journal' },
  ledgerChecking: {
    de: 'Das Journal wird noch geprüft: {percent} %.',
    en: 'The journal is still being checked: {percent} %.'
  },
  ledgerCheckingText: {
    de: 'Sie können alles lesen. Was Sie unterschreiben, wartet, bis die Prüfung fertig ist.',
    en: 'You can read everything. What you sign waits until the check is done.'
  },
  newerKinds: {
    de: 'Diese Fallakte wird auch mit einer neueren Fassung von Netzwart benutzt.',
    en: 'This case file is also used with a newer version of Netzwart.'
  },
  newerKindsText: {
    de: 'Bitte aktualisieren Sie Netzwart auf diesem PC. Bis dahin können Sie hier lesen; gespeichert wird nichts.',
    en: 'Please update Netzwart on this PC. Until then you can read here; nothing is kept.'
  },
  clockNotices: {
    de: 'Die Uhr dieses PCs oder des Servers ging {count} Mal zurück. Sehen Sie im Journal nach, was dann geschah.',
    en: 'The clock of this PC or of the server went back {count} time. Look in the journal what happened then. | The clock of this PC or of the server went back {count} times. Look in the journal what happened then.'
  },
  dismiss: { de: 'Ausblenden', en: 'Hide' },
  version: { de: 'Version {version}', en: 'Version {version}' },
  licences: { de: 'Lizenzen', en: 'Licences' },
  startFailed: { de: 'Netzwart konnte nicht starten', en: 'Netzwart could not start' }
})
