import { defineMessages } from '../../shared/i18n/define'

/** Where the case file lies, its backup and the scheduled task. */
export const caseFileMessages = defineMessages('caseFileSettings', {
  place: { de: 'Ort', en: 'Place' },
  here: { de: 'Auf diesem PC', en: 'On this PC' },
  server: { de: 'Auf dem Server {place}', en: 'On the server {place}' },
  state: { de: 'Zustand', en: 'State' },
  'state.ready': { de: 'bereit', en: 'ready' },
  'state.passwordNeeded': { de: 'Passwort fehlt', en: 'password missing' },
  'state.unreachable': { de: 'nicht erreichbar', en: 'not reachable' },
  head: { de: 'Kopf', en: 'Head' },
  none: { de: 'noch keiner', en: 'none yet' },
  caseFileText: {
    de: 'In der Fallakte liegen Benennungen, Schlüssel, Fälle und das Journal. Solange nur ein PC damit arbeitet, liegt sie am besten auf diesem.',
    en: 'The case file holds appointments, keys, cases and the journal. As long as only one PC works with it, it is best kept on this one.'
  },
  serverText: {
    de: 'Mehrere PCs arbeiten mit derselben Fallakte. Was ein anderer PC schreibt, erscheint hier von selbst.',
    en: 'Several PCs work with the same case file. What another PC writes appears here by itself.'
  },
  move: { de: 'Auf einen Server umziehen …', en: 'Move to a server …' },
  moveText: {
    de: 'Nötig, wenn Schulleitung und Administration an verschiedenen PCs arbeiten. Es braucht einen PostgreSQL-Server der Schule.',
    en: 'Needed where leadership and administrators work at different PCs. It takes a PostgreSQL server of the school.'
  },
  stop: { de: 'Umzug abbrechen', en: 'Stop moving' },

  moveTitle: { de: 'Fallakte auf einen Server umziehen', en: 'Move the case file to a server' },
  stepServer: { de: 'Server', en: 'Server' },
  stepPrepare: { de: 'Vorbereiten', en: 'Prepare' },
  stepMove: { de: 'Umziehen', en: 'Move' },
  headServer: { de: 'Wo liegt die Datenbank?', en: 'Where is the database?' },
  headPrepare: { de: 'Datenbank vorbereiten', en: 'Prepare the database' },
  check: { de: 'Verbinden und prüfen', en: 'Connect and check' },
  found: { de: 'PostgreSQL {version}', en: 'PostgreSQL {version}' },
  notEmpty: {
    de: 'In dieser Datenbank liegt schon eine Fallakte mit {count} Eintrag. Wählen Sie eine leere Datenbank. | In dieser Datenbank liegt schon eine Fallakte mit {count} Einträgen. Wählen Sie eine leere Datenbank.',
    en: 'This database already holds a case file with {count} entry. Choose an empty database. | This database already holds a case file with {count} entries. Choose an empty database.'
  },
  prepareEmpty: {
    de: 'Die Datenbank ist leer. Netzwart legt darin seine Tabellen an und gibt der Rolle „{role}“ nur die Rechte, die sie braucht.',
    en: 'The database is empty. Netzwart makes its tables in it and gives the role “{role}” only the rights that it needs.'
  },
  prepareOlder: {
    de: 'Die Datenbank ist für die Rolle „{role}“ und eine ältere Fassung von Netzwart vorbereitet und wird auf den neuen Stand gebracht.',
    en: 'The database is prepared for the role “{role}” and an older version of Netzwart and is brought up to date.'
  },
  prepareRefused: {
    de: 'Die Rolle „{role}“ kommt so noch nicht hinein. Wenn es sie noch nicht gibt, legt Netzwart sie jetzt an.',
    en: 'The role “{role}” does not get in like this yet. Where it does not exist, Netzwart creates it now.'
  },
  prepareRights: {
    de: 'Ins Journal darf die Rolle nur schreiben: nichts ändern, nichts löschen. Das erzwingt der Server.',
    en: 'The role may only add to the journal: change nothing, delete nothing. The server enforces that.'
  },
  owner: { de: 'Rolle, der die Datenbank gehört', en: 'Role that owns the database' },
  ownerHelp: {
    de: 'Wird nur für diesen Schritt gebraucht und nirgends gespeichert.',
    en: 'Needed for this step only and kept nowhere.'
  },
  ownerPassword: { de: 'Passwort dieser Rolle', en: 'Password of this role' },
  prepare: { de: 'Datenbank vorbereiten', en: 'Prepare the database' },
  whatHappens: { de: 'Was jetzt geschieht', en: 'What happens now' },
  happens1: {
    de: 'Alle Einträge, Schlüssel und Einstellungen dieses PCs werden auf den Server kopiert, vollständig oder gar nicht.',
    en: 'All entries, keys and settings of this PC are copied to the server, completely or not at all.'
  },
  happens2: {
    de: 'Ab dann arbeitet dieser PC mit der Fallakte auf dem Server. Ohne Verbindung kann niemand etwas unterschreiben.',
    en: 'From then on this PC works with the case file on the server. Without a connection nobody can sign anything.'
  },
  happens3: {
    de: 'Die bisherige Datei bleibt als Kopie auf diesem PC liegen. Netzwart benutzt sie nicht mehr.',
    en: 'The present file stays on this PC as a copy. Netzwart uses it no more.'
  },
  happens4: {
    de: 'Der Umzug steht danach im Journal. Andere PCs nehmen Sie über „Mit der Fallakte auf einem Server arbeiten“ auf.',
    en: 'The move stands in the journal afterwards. Other PCs join through “Work with the case file on a server”.'
  },
  backupFirst: {
    de: 'Haben Sie eine Sicherung? Erstellen Sie vorher eine, dann kann nichts verloren gehen.',
    en: 'Have you got a backup? Make one before, and nothing can be lost.'
  },
  moveNow: { de: 'Fallakte jetzt umziehen', en: 'Move the case file now' },
  moved: { de: 'Die Fallakte ist umgezogen', en: 'The case file has moved' },

  backupText: {
    de: 'Eine verschlüsselte Kopie von allem: Fallakte mit Journal und Schlüsseln, Einstellungen, offene Passwortzettel.',
    en: 'An encrypted copy of everything: case file with journal and keys, settings, open password slips.'
  },
  backupPlace: {
    de: 'Legen Sie sie auf einen anderen Datenträger als diesen PC, am besten in einen verschlossenen Schrank.',
    en: 'Put it on another medium than this PC, best in a locked cabinet.'
  },
  backupPassphrase: {
    de: 'Die Passphrase gehört nur zu dieser Sicherung. Bewahren Sie sie getrennt davon auf: Ohne sie kann niemand die Sicherung öffnen, auch Netzwart nicht.',
    en: 'The passphrase belongs to this backup only. Keep it apart from it: without it nobody can open the backup, not even Netzwart.'
  },
  backupLabel: { de: 'Passphrase der Sicherung', en: 'Passphrase of the backup' },
  backupCreate: { de: 'Ordner wählen und sichern …', en: 'Choose a folder and back up …' },
  backupDone: { de: 'Sicherung erstellt und zurückgelesen', en: 'Backup made and read back' },
  backupRestore: {
    de: 'Wiederherstellen geht auf einem PC ohne Fallakte: auf der Willkommensseite „Aus einer Sicherung wiederherstellen“.',
    en: 'Restoring works on a PC without a case file: “Restore from a backup” on the welcome page.'
  },

  scheduleText: {
    de: 'Netzwart führt jeden Tag aus, was fällig ist: Sperren und entzogene Module enden, Freigaben werden ausgeführt oder verfallen. Solange das Fenster offen ist, geschieht das von selbst.',
    en: 'Every day Netzwart does what is due: suspensions and refused modules end, approvals are carried out or expire. As long as the window is open this happens by itself.'
  },
  scheduleNeeded: {
    de: 'Ihr Verzeichnis beendet befristete Sperren nicht selbst. Ist kein PC an, bleibt jemand länger gesperrt als entschieden. Richten Sie deshalb die geplante Aufgabe auf einem PC ein, der täglich läuft.',
    en: 'Your directory does not end suspensions by itself. Where no PC is on, somebody stays suspended longer than decided. Therefore set up the scheduled task on a PC that runs every day.'
  },
  scheduleUseful: {
    de: 'Ihr Verzeichnis beendet befristete Sperren des Kontos selbst. Entzogene Module und Freigaben brauchen Netzwart; dafür ist die geplante Aufgabe da.',
    en: 'Your directory ends suspensions of an account by itself. Refused modules and approvals need Netzwart; that is what the scheduled task is for.'
  },
  windows: { de: 'Windows', en: 'Windows' },
  windowsText: {
    de: 'Eine Datei für die Aufgabenplanung. Richten Sie sie mit diesem Befehl ein:',
    en: 'A file for the Task Scheduler. Set it up with this command:'
  },
  systemd: { de: 'Linux', en: 'Linux' },
  systemdText: {
    de: 'Dienst und Timer für systemd. Legen Sie beide Dateien nach ~/.config/systemd/user und geben Sie ein:',
    en: 'Service and timer for systemd. Put both files into ~/.config/systemd/user and enter:'
  },
  scheduleSave: { de: 'Datei speichern …', en: 'Save the file …' },
  scheduleSaved: { de: 'Gespeichert', en: 'Saved' },
  schedulePassword: {
    de: 'In den Dateien steht kein Passwort; wie die Aufgabe an das Passwort kommt, steht oben in der Datei.',
    en: 'No password stands in the files; how the task gets at it stands at the top of the file.'
  }
})
