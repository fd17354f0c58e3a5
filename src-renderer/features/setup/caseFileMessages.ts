import { defineMessages } from '../../shared/i18n/define'

/** Coming to a case file that exists already: from a backup or on a server. */
export const caseFileSetupMessages = defineMessages('caseFileSetup', {
  de: {
    already: 'Es gibt schon eine Fallakte?',
    restore: 'Aus einer Sicherung wiederherstellen',
    restoreText:
      'Netzwart prüft die Sicherung, übernimmt alles daraus auf diesen PC und prüft das Journal. Auf diesem PC darf noch keine Fallakte liegen.',
    restorePassphrase: 'Passphrase der Sicherung',
    restorePassphraseHelp: 'Die Passphrase, die beim Erstellen dieser Sicherung vergeben wurde.',
    restoreChoose: 'Datei wählen …',
    restored: 'Die Sicherung ist wiederhergestellt.',
    restoredText: '{count} Eintrag im Journal, ohne Befund. | {count} Einträge im Journal, ohne Befund.',
    restoredBroken:
      '{count} Befund im Journal. Sehen Sie ihn sich im Journal an. | {count} Befunde im Journal. Sehen Sie sie sich im Journal an.',
    join: 'Mit der Fallakte auf einem Server arbeiten',
    joinText:
      'Wenn ein anderer PC der Schule die Fallakte schon auf einen PostgreSQL-Server umgezogen hat. Die Angaben hat die Administration.',
    joinConfirm: 'Verbinden'
  },
  en: {
    already: 'Is there a case file already?',
    restore: 'Restore from a backup',
    restoreText:
      'Netzwart checks the backup, takes everything from it to this PC and checks the journal. This PC must not have a case file yet.',
    restorePassphrase: 'Passphrase of the backup',
    restorePassphraseHelp: 'The passphrase that was given when this backup was made.',
    restoreChoose: 'Choose a file …',
    restored: 'The backup is restored.',
    restoredText:
      '{count} entry in the journal, without a finding. | {count} entries in the journal, without a finding.',
    restoredBroken:
      '{count} finding in the journal. Look at it in the journal. | {count} findings in the journal. Look at them in the journal.',
    join: 'Work with the case file on a server',
    joinText:
      'Where another PC of the school has already moved the case file to a PostgreSQL server. The administrators have the details.',
    joinConfirm: 'Connect'
  }
})
