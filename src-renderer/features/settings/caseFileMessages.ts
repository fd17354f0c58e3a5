import { defineMessages } from '../../shared/i18n/define'

/** Where the case file lies, its backup and the scheduled task. */
export const caseFileMessages = defineMessages('caseFileSettings', {
  de: {
    place: 'Ort',
    here: 'Auf diesem PC',
    server: 'Auf dem Server {place}',
    state: 'Zustand',
    'state.ready': 'bereit',
    'state.passwordNeeded': 'Passwort fehlt',
    'state.unreachable': 'nicht erreichbar',
    head: 'Kopf',
    none: 'noch keiner',
    caseFileText:
      'In der Fallakte liegen Benennungen, Schlüssel, Fälle und das Journal. Solange nur ein PC damit arbeitet, liegt sie am besten auf diesem.',
    serverText:
      'Mehrere PCs arbeiten mit derselben Fallakte. Was ein anderer PC schreibt, erscheint hier von selbst.',
    move: 'Auf einen Server umziehen …',
    moveText:
      'Nötig, wenn Schulleitung und Administration an verschiedenen PCs arbeiten. Es braucht einen PostgreSQL-Server der Schule.',
    stop: 'Umzug abbrechen',

    moveTitle: 'Fallakte auf einen Server umziehen',
    stepServer: 'Server',
    stepPrepare: 'Vorbereiten',
    stepMove: 'Umziehen',
    headServer: 'Wo liegt die Datenbank?',
    headPrepare: 'Datenbank vorbereiten',
    check: 'Verbinden und prüfen',
    found: 'PostgreSQL {version}',
    notEmpty:
      'In dieser Datenbank liegt schon eine Fallakte mit {count} Eintrag. Wählen Sie eine leere Datenbank. | In dieser Datenbank liegt schon eine Fallakte mit {count} Einträgen. Wählen Sie eine leere Datenbank.',
    prepareEmpty:
      'Die Datenbank ist leer. Netzwart legt darin seine Tabellen an und gibt der Rolle „{role}“ nur die Rechte, die sie braucht.',
    prepareOlder:
      'Die Datenbank ist für die Rolle „{role}“ und eine ältere Fassung von Netzwart vorbereitet und wird auf den neuen Stand gebracht.',
    prepareRefused:
      'Die Rolle „{role}“ kommt so noch nicht hinein. Wenn es sie noch nicht gibt, legt Netzwart sie jetzt an.',
    prepareRights:
      'Ins Journal darf die Rolle nur schreiben: nichts ändern, nichts löschen. Das erzwingt der Server.',
    owner: 'Rolle, der die Datenbank gehört',
    ownerHelp: 'Wird nur für diesen Schritt gebraucht und nirgends gespeichert.',
    ownerPassword: 'Passwort dieser Rolle',
    prepare: 'Datenbank vorbereiten',
    whatHappens: 'Was jetzt geschieht',
    happens1:
      'Alle Einträge, Schlüssel und Einstellungen dieses PCs werden auf den Server kopiert, vollständig oder gar nicht.',
    happens2:
      'Ab dann arbeitet dieser PC mit der Fallakte auf dem Server. Ohne Verbindung kann niemand etwas unterschreiben.',
    happens3: 'Die bisherige Datei bleibt als Kopie auf diesem PC liegen. Netzwart benutzt sie nicht mehr.',
    happens4:
      'Der Umzug steht danach im Journal. Andere PCs nehmen Sie über „Mit der Fallakte auf einem Server arbeiten“ auf.',
    backupFirst: 'Haben Sie eine Sicherung? Erstellen Sie vorher eine, dann kann nichts verloren gehen.',
    moveNow: 'Fallakte jetzt umziehen',
    moved: 'Die Fallakte ist umgezogen',

    backupText:
      'Eine verschlüsselte Kopie von allem: Fallakte mit Journal und Schlüsseln, Einstellungen, offene Passwortzettel.',
    backupPlace:
      'Legen Sie sie auf einen anderen Datenträger als diesen PC, am besten in einen verschlossenen Schrank.',
    backupPassphrase:
      'Die Passphrase gehört nur zu dieser Sicherung. Bewahren Sie sie getrennt davon auf: Ohne sie kann niemand die Sicherung öffnen, auch Netzwart nicht.',
    backupLabel: 'Passphrase der Sicherung',
    backupCreate: 'Ordner wählen und sichern …',
    backupDone: 'Sicherung erstellt und zurückgelesen',
    backupRestore:
      'Wiederherstellen geht auf einem PC ohne Fallakte: auf der Willkommensseite „Aus einer Sicherung wiederherstellen“.',

    scheduleText:
      'Netzwart führt jeden Tag aus, was fällig ist: Sperren und entzogene Module enden, Freigaben werden ausgeführt oder verfallen. Solange das Fenster offen ist, geschieht das von selbst.',
    scheduleNeeded:
      'Ihr Verzeichnis beendet befristete Sperren nicht selbst. Ist kein PC an, bleibt jemand länger gesperrt als entschieden. Richten Sie deshalb die geplante Aufgabe auf einem PC ein, der täglich läuft.',
    scheduleUseful:
      'Ihr Verzeichnis beendet befristete Sperren des Kontos selbst. Entzogene Module und Freigaben brauchen Netzwart; dafür ist die geplante Aufgabe da.',
    windows: 'Windows',
    windowsText: 'Eine Datei für die Aufgabenplanung. Richten Sie sie mit diesem Befehl ein:',
    systemd: 'Linux',
    systemdText:
      'Dienst und Timer für systemd. Legen Sie beide Dateien nach ~/.config/systemd/user und geben Sie ein:',
    scheduleSave: 'Datei speichern …',
    scheduleSaved: 'Gespeichert',
    schedulePassword:
      'In den Dateien steht kein Passwort; wie die Aufgabe an das Passwort kommt, steht oben in der Datei.'
  },
  en: {
    place: 'Place',
    here: 'On this PC',
    server: 'On the server {place}',
    state: 'State',
    'state.ready': 'ready',
    'state.passwordNeeded': 'password missing',
    'state.unreachable': 'not reachable',
    head: 'Head',
    none: 'none yet',
    caseFileText:
      'The case file holds appointments, keys, cases and the journal. As long as only one PC works with it, it is best kept on this one.',
    serverText: 'Several PCs work with the same case file. What another PC writes appears here by itself.',
    move: 'Move to a server …',
    moveText:
      'Needed where leadership and administrators work at different PCs. It takes a PostgreSQL server of the school.',
    stop: 'Stop moving',

    moveTitle: 'Move the case file to a server',
    stepServer: 'Server',
    stepPrepare: 'Prepare',
    stepMove: 'Move',
    headServer: 'Where is the database?',
    headPrepare: 'Prepare the database',
    check: 'Connect and check',
    found: 'PostgreSQL {version}',
    notEmpty:
      'This database already holds a case file with {count} entry. Choose an empty database. | This database already holds a case file with {count} entries. Choose an empty database.',
    prepareEmpty:
      'The database is empty. Netzwart makes its tables in it and gives the role “{role}” only the rights that it needs.',
    prepareOlder:
      'The database is prepared for the role “{role}” and an older version of Netzwart and is brought up to date.',
    prepareRefused:
      'The role “{role}” does not get in like this yet. Where it does not exist, Netzwart creates it now.',
    prepareRights:
      'The role may only add to the journal: change nothing, delete nothing. The server enforces that.',
    owner: 'Role that owns the database',
    ownerHelp: 'Needed for this step only and kept nowhere.',
    ownerPassword: 'Password of this role',
    prepare: 'Prepare the database',
    whatHappens: 'What happens now',
    happens1: 'All entries, keys and settings of this PC are copied to the server, completely or not at all.',
    happens2:
      'From then on this PC works with the case file on the server. Without a connection nobody can sign anything.',
    happens3: 'The present file stays on this PC as a copy. Netzwart uses it no more.',
    happens4:
      'The move stands in the journal afterwards. Other PCs join through “Work with the case file on a server”.',
    backupFirst: 'Have you got a backup? Make one before, and nothing can be lost.',
    moveNow: 'Move the case file now',
    moved: 'The case file has moved',

    backupText:
      'An encrypted copy of everything: case file with journal and keys, settings, open password slips.',
    backupPlace: 'Put it on another medium than this PC, best in a locked cabinet.',
    backupPassphrase:
      'The passphrase belongs to this backup only. Keep it apart from it: without it nobody can open the backup, not even Netzwart.',
    backupLabel: 'Passphrase of the backup',
    backupCreate: 'Choose a folder and back up …',
    backupDone: 'Backup made and read back',
    backupRestore:
      'Restoring works on a PC without a case file: “Restore from a backup” on the welcome page.',

    scheduleText:
      'Every day Netzwart does what is due: suspensions and refused modules end, approvals are carried out or expire. As long as the window is open this happens by itself.',
    scheduleNeeded:
      'Your directory does not end suspensions by itself. Where no PC is on, somebody stays suspended longer than decided. Therefore set up the scheduled task on a PC that runs every day.',
    scheduleUseful:
      'Your directory ends suspensions of an account by itself. Refused modules and approvals need Netzwart; that is what the scheduled task is for.',
    windows: 'Windows',
    windowsText: 'A file for the Task Scheduler. Set it up with this command:',
    systemd: 'Linux',
    systemdText: 'Service and timer for systemd. Put both files into ~/.config/systemd/user and enter:',
    scheduleSave: 'Save the file …',
    scheduleSaved: 'Saved',
    schedulePassword:
      'No password stands in the files; how the task gets at it stands at the top of the file.'
  }
})
