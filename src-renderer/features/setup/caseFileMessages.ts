import { defineMessages } from '../../shared/i18n/define'

/** Coming to a case file that exists already: from a backup or on a server. */
export const caseFileSetupMessages = defineMessages('caseFileSetup', {
  already: { de: 'Es gibt schon eine Fallakte?', en: 'Is there a case file already?' },
  restore: { de: 'Aus einer Sicherung wiederherstellen', en: 'Restore from a backup' },
  restoreText: {
    de: 'Netzwart prüft die Sicherung, übernimmt alles daraus auf diesen PC und prüft das Journal. Auf diesem PC darf noch keine Fallakte liegen.',
    en: 'Netzwart checks the backup, takes everything from it to this PC and checks the journal. This PC must not have a case file yet.'
  },
  restorePassphrase: { de: 'Passphrase der Sicherung', en: 'Passphrase of the backup' },
  restorePassphraseHelp: {
    de: 'Die Passphrase, die beim Erstellen dieser Sicherung vergeben wurde.',
    en: 'The passphrase that was given when this backup was made.'
  },
  restoreChoose: { de: 'Datei wählen …', en: 'Choose a file …' },
  restored: { de: 'Die Sicherung ist wiederhergestellt.', en: 'The backup is restored.' },
  restoredText: {
    de: '{count} Eintrag im Journal, ohne Befund. | {count} Einträge im Journal, ohne Befund.',
    en: '{count} entry in the journal, without a finding. | {count} entries in the journal, without a finding.'
  },
  restoredBroken: {
    de: '{count} Befund im Journal. Sehen Sie ihn sich im Journal an. | {count} Befunde im Journal. Sehen Sie sie sich im Journal an.',
    en: '{count} finding in the journal. Look at it in the journal. | {count} findings in the journal. Look at them in the journal.'
  },
  join: { de: 'Mit der Fallakte auf einem Server arbeiten', en: 'Work with the case file on a server' },
  joinText: {
    de: 'Wenn ein anderer PC der Schule die Fallakte schon auf einen PostgreSQL-Server umgezogen hat. Die Angaben hat die Administration.',
    en: 'Where another PC of the school has already moved the case file to a PostgreSQL server. The administrators have the details.'
  },
  joinConfirm: { de: 'Verbinden', en: 'Connect' }
})
