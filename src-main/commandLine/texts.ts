import type { Text } from '../contract/language'

/** What the command line says beside the sentences of the contract. */
export const texts = {
  passwordQuestion: { de: 'Passwort für {bindDn}: ', en: 'Password of {bindDn}: ' },
  passwordHint: {
    de: 'Geben Sie es in der Umgebungsvariablen NETZWART_BIND_PASSWORD oder mit --password-stdin über die Standardeingabe.',
    en: 'Give it in the environment variable NETZWART_BIND_PASSWORD or, with --password-stdin, on standard input.'
  },
  connectionChanged: {
    de: 'Die Verbindung zum Verzeichnis ist nicht die, für die das Passwort an diesem PC eingegeben wurde. Vergleichen Sie:',
    en: 'The connection to the directory is not the one that the password was entered for at this PC. Compare:'
  },
  connectionField: { de: '- {name}: {after}', en: '- {name}: {after}' },
  connectionFieldChanged: {
    de: '- {name}: bisher {before}, jetzt {after}',
    en: '- {name}: before {before}, now {after}'
  },
  connectHint: {
    de: 'An der Befehlszeile: „netzwart setup connect“.',
    en: 'At the command line: “netzwart setup connect”.'
  },
  connectionBlocked: {
    de: 'Die Verbindung ist gespeichert, aber so kann Netzwart nicht arbeiten:',
    en: 'The connection is kept, but Netzwart cannot work like this:'
  },
  profile: { de: 'Profil', en: 'Profile' },
  server: { de: 'Server', en: 'Server' },
  accounts: { de: 'Konten', en: 'Accounts' },
  yes: { de: 'ja', en: 'yes' },
  no: { de: 'nein', en: 'no' },
  passwordFile: { de: 'Passwort in', en: 'Password in' },
  demoRuns: {
    de: 'Das Demo-Verzeichnis läuft. Strg+C beendet es.',
    en: 'The demo directory is running. Ctrl+C ends it.'
  },
  demoSeeded: {
    de: 'Die Fallakte der Demo-Schule ist da: {statements} Einträge im Journal.',
    en: 'The demo school’s case file is there: {statements} journal entries.'
  },
  fileWritten: { de: 'Geschrieben: {file}', en: 'Written: {file}' },
  countCreate: { de: 'Neue Konten', en: 'New accounts' },
  countRename: { de: 'Namensänderungen', en: 'Renamed' },
  countChangeClass: { de: 'Klassenwechsel', en: 'Class changes' },
  countChangeGroups: { de: 'Neu in Gruppen', en: 'Joined groups' },
  countReactivate: { de: 'Wieder aufgenommen', en: 'Reactivated' },
  countLeave: { de: 'Abgänger', en: 'Leavers' },
  countUnchanged: { de: 'Unverändert', en: 'Unchanged' },
  rejectedRows: { de: 'Abgelehnte Zeilen: {count}', en: 'Rejected rows: {count}' },
  doubtfulRows: {
    de: 'Zweifelsfälle: {count}. Sie bleiben außen vor, bis jemand entschieden hat (--decisions).',
    en: 'Doubtful rows: {count}. They are left out until somebody has decided (--decisions).'
  },
  mayBeMeant: {
    de: 'Vielleicht gemeint: {count}. Diese Konten bleiben, weil eine Zeile oder Datei sie meinen kann, die nicht gelesen wurde.',
    en: 'May be meant: {count}. These accounts stay, since a row or file that was not read may mean them.'
  },
  addCreate: { de: 'Neues Konto: {login}', en: 'New account: {login}' },
  addGiveBack: { de: 'Konto zurückgeben: {login}', en: 'Give the account back: {login}' },
  addKnown: {
    de: 'Die Person hat schon das Konto {login}; es bleibt, wie es ist.',
    en: 'The person has the account {login} already; it stays as it is.'
  },
  addDoubtful: {
    de: 'Das kann eine dieser Personen sein. Bitte entscheiden Sie: --same ANMELDENAME oder --new.',
    en: 'This may be one of these persons. Please decide: --same LOGIN or --new.'
  },
  addNewClass: { de: 'Neue Klasse: {name}', en: 'New class: {name}' },
  notPlanned: {
    de: 'Abweichungen bei bekannten Personen: {count}. Die Liste ergänzt nur; diese Konten bleiben, wie sie sind.',
    en: 'Differences of known persons: {count}. The roster only adds; these accounts stay as they are.'
  },
  understood: {
    de: 'Gelesen: {files} (Format {format}, Zeichencodierung {encoding}, Trennzeichen „{separator}“)',
    en: 'Read: {files} (format {format}, encoding {encoding}, separator “{separator}”)'
  },
  columnsTaken: { de: 'Übernommene Spalten: {columns}', en: 'Columns taken: {columns}' },
  nothingSure: {
    de: 'Es ist nichts geplant. Ob Liste und Verzeichnis übereinstimmen, ist damit nicht gesagt: siehe oben.',
    en: 'Nothing is planned. That does not mean that roster and directory agree: see above.'
  },
  moreRows: { de: '  … und {count} weitere', en: '  … and {count} more' },
  nothingToDo: {
    de: 'Das Verzeichnis stimmt mit der Liste überein; es gibt nichts zu tun.',
    en: 'The directory agrees with the roster; there is nothing to do.'
  },
  planKept: {
    de: 'Vorschau {plan} mit {steps} Schritten. Ausführen: netzwart accounts apply {plan}',
    en: 'Plan {plan} with {steps} steps. To apply it: netzwart accounts apply {plan}'
  },
  confirmationAsked: {
    de: 'Sie trägt {leavers} von {governed} Konten als Abgänger ein und verlangt deshalb --confirm-leavers {leavers}.',
    en: 'It marks {leavers} of {governed} accounts as leavers and therefore asks for --confirm-leavers {leavers}.'
  },
  renamesAsked: {
    de: 'Sie gibt {renames} von {governed} Konten einen anderen Namen und verlangt deshalb --confirm-renames {renames}.',
    en: 'It gives {renames} of {governed} accounts another name and therefore asks for --confirm-renames {renames}.'
  },
  confirmRenamesHint: {
    de: 'An der Befehlszeile geben Sie die Zahl mit --confirm-renames ein.',
    en: 'At the command line, give the number with --confirm-renames.'
  },
  confirmHint: {
    de: 'An der Befehlszeile geben Sie die Zahl mit --confirm-leavers ein.',
    en: 'At the command line, give the number with --confirm-leavers.'
  },
  progress: {
    de: '{done} von {steps} Schritten, {failed} fehlgeschlagen, {rate} je Sekunde',
    en: '{done} of {steps} steps, {failed} failed, {rate} a second'
  },
  runEnded: {
    de: '{done} von {steps} Schritten ausgeführt, {failed} fehlgeschlagen, {remaining} offen.',
    en: '{done} of {steps} steps carried out, {failed} failed, {remaining} remaining.'
  },
  failedUnnamed: {
    de: 'Fehlgeschlagene Schritte: {count}. Um wen es geht, zeigt Netzwart Angemeldeten unter „Vorschauen“.',
    en: 'Failed steps: {count}. Netzwart shows whom they are about to who signs in, under “Previews”.'
  },
  resumeHint: {
    de: 'Derselbe Aufruf setzt die Vorschau {plan} fort.',
    en: 'The same call goes on with plan {plan}.'
  },
  slipsWait: {
    de: '{count} vorläufige Passwörter warten versiegelt. Zettel schreiben: netzwart accounts apply {plan} --slips DATEI',
    en: '{count} provisional passwords wait under seal. To write the slips: netzwart accounts apply {plan} --slips FILE'
  },
  slipsWritten: { de: '{count} Passwortzettel geschrieben: {file}', en: '{count} slips written: {file}' },
  noSlips: {
    de: 'Zu dieser Vorschau warten keine Passwortzettel; es wurde keine Datei geschrieben.',
    en: 'No slips of this plan are waiting; no file was written.'
  },
  undoHint: { de: 'Rückgängig: netzwart accounts undo {plan}', en: 'To undo: netzwart accounts undo {plan}' },
  statements: { de: 'Einträge', en: 'Entries' },
  head: { de: 'Kopf', en: 'Head' },
  root: { de: 'Schlüssel der Schulleitung', en: 'Key of the leadership' },
  none: { de: 'keiner', en: 'none' },
  clockNotices: {
    de: 'Die Uhr ging nach bei Eintrag {entries}. Bitte ansehen.',
    en: 'The clock went back at entry {entries}. Please look at it.'
  },
  unknownKinds: {
    de: 'Von einer neueren Fassung (kein Fehler; bitte Netzwart aktualisieren): Eintrag {entries}.',
    en: 'Of a newer version (no fault; please update Netzwart): entry {entries}.'
  },
  uncheckedPlans: {
    de: 'Nicht geprüft, ob der Plan zum Fall passt (Plan oder Angaben sind nicht dabei): Eintrag {entries}.',
    en: 'Not checked whether the plan fits the case (plan or details are not there): entry {entries}.'
  },
  uncheckedGroups: {
    de: 'Nicht geprüft, ob die Gruppen des Plans die der Einstellungen sind (diese sind nicht dabei): Eintrag {entries}.',
    en: 'Not checked whether the groups of the plan are those of the settings (which are not there): entry {entries}.'
  },
  ledgerSound: { de: 'Das Journal ist in Ordnung.', en: 'The journal is sound.' },
  ledgerFaulty: { de: 'Das Journal ist NICHT in Ordnung:', en: 'The journal is NOT sound:' },
  nothingDue: { de: 'Es ist nichts fällig.', en: 'Nothing is due.' },
  caseEnforced: { de: 'Fall {number}: in Kraft gesetzt.', en: 'Case {number}: put in force.' },
  caseLifted: { de: 'Fall {number}: vorzeitig aufgehoben.', en: 'Case {number}: lifted early.' },
  caseEnded: { de: 'Fall {number}: beendet.', en: 'Case {number}: ended.' },
  caseExpired: {
    de: 'Fall {number}: Die Freigabe wurde nicht rechtzeitig ausgeführt und ist verfallen.',
    en: 'Case {number}: the approval was not carried out in time and has expired.'
  },
  caseWaits: { de: 'Fall {number} wartet: {reason}', en: 'Case {number} waits: {reason}' },
  accountWaits: {
    de: 'Das Ende einer Sperre wartet, weil das Konto {account} nicht gelesen werden konnte: {reason}',
    en: 'The end of a suspension waits, because the account {account} could not be read: {reason}'
  },
  dueWaits: { de: 'Es wartet noch: {reason}', en: 'This waits still: {reason}' }
} as const satisfies Record<string, Text>
