import { defineMessages } from '../shared/i18n/define'

export const frameMessages = defineMessages('frame', {
  de: {
    skip: 'Zum Inhalt springen',
    navigation: 'Hauptnavigation',
    search: 'Suchen oder springen …',
    controlKey: 'Strg',
    searchTitle: 'Suchen und springen',
    searchDescription: 'Bildschirme, Personen und Aktionen finden',
    screens: 'Bildschirme',
    people: 'Personen',
    actions: 'Aktionen',
    nothingFound: 'Nichts gefunden',
    waitingHere: '{count} wartet | {count} warten',
    demo: 'Demo-Schule',
    demoHint: 'Alle Personen sind erfunden. Sie können hier nichts kaputt machen.',
    connected: 'Verbunden',
    notConnected: 'Nicht verbunden',
    passwordMissing: 'Passwort fehlt',
    directoryState: 'Verzeichnis: {state}',
    unreachableTitle: 'Das Verzeichnis ist nicht erreichbar.',
    unreachableText:
      'Angezeigt wird der zuletzt gelesene Stand. Prüfen Sie, ob der Server {url} läuft und dieser PC im Schulnetz ist.',
    retry: 'Erneut verbinden',
    passwordNeeded:
      'Das Passwort des Dienstkontos ist auf diesem PC nicht gespeichert. Ohne es kann Netzwart das Verzeichnis nicht lesen.',
    connectionChanged:
      'Die Verbindung zum Verzeichnis ist nicht die, für die das Passwort an diesem PC eingegeben wurde. Es wurde nicht gesendet.',
    compare: 'Vergleichen …',
    enterPassword: 'Passwort eingeben',
    signedInAs: 'Angemeldet:',
    ownKey: 'Fingerabdruck Ihres Schlüssels',
    noKey: 'Sie haben keinen Schlüssel und unterschreiben nichts.',
    notFounded: 'Nicht gegründet',
    notFoundedHint:
      'Noch meldet sich niemand an, und dieser PC unterschreibt allein. Die Gründung der Fallakte ändert das.',
    ledgerProblems: 'Das Journal ist nicht in Ordnung.',
    ledgerProblemsText:
      'Bei der Prüfung wurde {count} Fehler gefunden. Entscheiden Sie nichts, bis er geklärt ist. | Bei der Prüfung wurden {count} Fehler gefunden. Entscheiden Sie nichts, bis sie geklärt sind.',
    ledgerProblemsTell: 'Sagen Sie der Schulleitung oder der Administration Bescheid.',
    toJournal: 'Im Journal ansehen',
    newerKinds: 'Diese Fallakte wird auch mit einer neueren Fassung von Netzwart benutzt.',
    newerKindsText:
      'Bitte aktualisieren Sie Netzwart auf diesem PC. Bis dahin können Sie hier lesen; gespeichert wird nichts.',
    clockNotices:
      'Die Uhr dieses PCs oder des Servers ging {count} Mal zurück. Sehen Sie im Journal nach, was dann geschah.',
    dismiss: 'Ausblenden',
    version: 'Version {version}',
    licences: 'Lizenzen',
    startFailed: 'Netzwart konnte nicht starten'
  },
  en: {
    skip: 'Skip to content',
    navigation: 'Main navigation',
    search: 'Search or jump …',
    controlKey: 'Ctrl',
    searchTitle: 'Search and jump',
    searchDescription: 'Find screens, people and actions',
    screens: 'Screens',
    people: 'People',
    actions: 'Actions',
    nothingFound: 'Nothing found',
    waitingHere: '{count} waiting | {count} waiting',
    demo: 'Demo school',
    demoHint: 'All people are made up. You cannot break anything here.',
    connected: 'Connected',
    notConnected: 'Not connected',
    passwordMissing: 'Password missing',
    directoryState: 'Directory: {state}',
    unreachableTitle: 'The directory cannot be reached.',
    unreachableText:
      'You see what was read last. Check that the server {url} is running and this PC is on the school network.',
    retry: 'Connect again',
    passwordNeeded:
      'The password of the bind account is not kept on this PC. Without it Netzwart cannot read the directory.',
    connectionChanged:
      'The connection to the directory is not the one that the password was entered for at this PC. It was not sent.',
    compare: 'Compare …',
    enterPassword: 'Enter password',
    signedInAs: 'Signed in:',
    ownKey: 'Fingerprint of your key',
    noKey: 'You have no key and sign nothing.',
    notFounded: 'Not founded',
    notFoundedHint: 'Nobody signs in yet, and this PC alone signs. Founding the case file changes that.',
    ledgerProblems: 'The journal is not in order.',
    ledgerProblemsText:
      'The check found {count} error. Decide nothing until it is cleared up. | The check found {count} errors. Decide nothing until they are cleared up.',
    ledgerProblemsTell: 'Tell the school leadership or the administrators.',
    toJournal: 'Look in the journal',
    newerKinds: 'This case file is also used with a newer version of Netzwart.',
    newerKindsText: 'Please update Netzwart on this PC. Until then you can read here; nothing is kept.',
    clockNotices:
      'The clock of this PC or of the server went back {count} time. Look in the journal what happened then. | The clock of this PC or of the server went back {count} times. Look in the journal what happened then.',
    dismiss: 'Hide',
    version: 'Version {version}',
    licences: 'Licences',
    startFailed: 'Netzwart could not start'
  }
})
