import type { Text } from '../../../contract/language'

/** What `accounts` says beside the sentences of the contract. */
export const texts = {
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
    de: 'Vorschau {plan} mit {steps} {steps|Schritt|Schritten}. Ausführen: netzwart accounts apply {plan}',
    en: 'Plan {plan} with {steps} {steps|step|steps}. To apply it: netzwart accounts apply {plan}'
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
  slipsWait: {
    de: '{count} {count|vorläufiges Passwort wartet|vorläufige Passwörter warten} versiegelt. Zettel schreiben: netzwart accounts apply {plan} --slips DATEI',
    en: '{count} provisional {count|password waits|passwords wait} under seal. To write the slips: netzwart accounts apply {plan} --slips FILE'
  },
  slipsWritten: {
    de: '{count} Passwortzettel geschrieben: {file}',
    en: '{count} {count|slip|slips} written: {file}'
  },
  noSlips: {
    de: 'Zu dieser Vorschau warten keine Passwortzettel; es wurde keine Datei geschrieben.',
    en: 'No slips of this plan are waiting; no file was written.'
  },
  accountWaits: {
    de: 'Das Ende einer Sperre wartet, weil das Konto {account} nicht gelesen werden konnte: {reason}',
    en: 'The end of a suspension waits, because the account {account} could not be read: {reason}'
  }
} as const satisfies Record<string, Text>
