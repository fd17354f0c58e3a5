import type { Text } from '../../contract/language'

export const accountsFailures = {
  'accounts.notFound': {
    de: 'Dieses Konto gibt es im Verzeichnis nicht (mehr): {account}. Bitte lesen Sie die Konten neu ein.',
    en: 'There is no such account in the directory (any more): {account}. Please read the accounts anew.'
  },
  'accounts.unknownClass': {
    de: 'Die Klasse „{name}“ gibt es im Verzeichnis nicht. Bitte wählen Sie eine vorhandene Klasse.',
    en: 'The directory has no class “{name}”. Please choose an existing class.'
  },
  'accounts.unknownGroup': {
    de: 'Die Gruppe „{name}“ gibt es im Verzeichnis nicht. Bitte wählen Sie eine vorhandene Gruppe.',
    en: 'The directory has no group “{name}”. Please choose an existing group.'
  },
  'accounts.nothingToChange': {
    de: 'Das Konto „{login}“ ist bereits so eingestellt; es gibt nichts zu ändern.',
    en: 'The account “{login}” is set like this already; there is nothing to change.'
  },
  'accounts.dayInPast': {
    de: 'Das Ende der Sperre ({day}) muss nach dem heutigen Tag liegen. Bitte wählen Sie einen späteren Tag.',
    en: 'The end of the suspension ({day}) must be after today. Please choose a later day.'
  },
  'accounts.shutOutGetsNoModule': {
    de: '„{login}“ ist gesperrt oder als Abgänger geführt und bekommt deshalb kein Modul (Gruppe „{group}“). Heben Sie zuerst die Sperre auf; einen Abgänger gibt die nächste Schülerliste frei.',
    en: '“{login}” is suspended or marked as a leaver and therefore gets no module (group “{group}”). Lift the suspension first; a leaver is let in by the next roster.'
  },
  'accounts.leaverStaysShutOut': {
    de: '„{login}“ ist als Abgänger geführt und kann nur auf Dauer gesperrt sein; nach einer Sperre bis zu einem Tag wäre das Konto wieder offen. Es wurde nichts geändert. Sperren Sie es auf Dauer; die nächste Schülerliste, die die Person nennt, gibt es frei.',
    en: '“{login}” is marked as a leaver and can only be suspended for good; after a suspension until a day the account would be open again. Nothing was changed. Suspend it for good; the next roster that names the person lets it in.'
  },
  'accounts.suspensionLiftedSince': {
    de: 'Die Sperre, mit der „{login}“ zurückkäme, hat die Schulleitung inzwischen aufgehoben. Das Konto wurde nicht verändert. Lesen Sie die Schülerliste neu ein; die neue Vorschau berücksichtigt es.',
    en: 'The leadership has meanwhile lifted the suspension that “{login}” would come back with. The account was not changed. Read the roster anew; the new plan takes it into account.'
  },
  'accounts.slipsGone': {
    de: 'Für diese Auswahl gibt es keine vorläufigen Passwörter mehr. Ein Passwortzettel kann nur nach einem neuen Zurücksetzen gedruckt werden.',
    en: 'There are no provisional passwords left for this selection. A slip can be printed only after a new reset.'
  },
  'accounts.slipUnreadable': {
    de: 'Das vorläufige Passwort von „{login}“ lässt sich auf diesem PC nicht mehr öffnen. Bitte setzen Sie das Passwort noch einmal zurück.',
    en: 'The provisional password of “{login}” can no longer be opened on this PC. Please reset the password once more.'
  },
  'accounts.slipsFileExists': {
    de: 'Die Datei „{file}“ gibt es schon. Passwortzettel ersetzen nie eine Datei, denn deren Passwörter stehen sonst nirgends mehr. Bitte wählen Sie einen anderen Namen.',
    en: 'The file “{file}” exists already. Password slips never replace a file, since its passwords stand nowhere else any more. Please choose another name.'
  },
  'accounts.slipsFileForeign': {
    de: 'Die Datei „{file}“ gibt es schon, und sie enthält keine Passwortzettel von Netzwart. Sie wurde nicht verändert. Bitte nennen Sie eine neue Datei.',
    en: 'The file “{file}” exists already and does not hold password slips of Netzwart. It was not changed. Please name a new file.'
  },
  'accounts.loginNotFound': {
    de: 'Ein Konto „{login}“ gibt es im Verzeichnis nicht. Prüfen Sie die Schreibweise; „accounts list“ zeigt alle Konten.',
    en: 'The directory has no account “{login}”. Check the spelling; “accounts list” shows all accounts.'
  },
  'accounts.rosterGone': {
    de: 'Die Schülerliste ist nicht mehr geöffnet. Bitte wählen Sie die Datei noch einmal.',
    en: 'The roster is no longer open. Please choose the file again.'
  },
  'accounts.demoOnly': {
    de: 'Die vorbereitete Schülerliste gehört zur Demo-Schule. Bei einem eigenen Verzeichnis wählen Sie bitte eine Datei.',
    en: 'The prepared roster belongs to the demo school. With a directory of your own, please choose a file.'
  },
  'accounts.documentUnknown': {
    de: 'Dieses Dokument wurde nicht in dieser Sitzung gespeichert. Bitte öffnen Sie es im Dateimanager.',
    en: 'This document was not saved in this session. Please open it in the file manager.'
  }
} as const satisfies Record<string, Text>
