import type { Text } from '../language'

export const storeFailures = {
  'store.inUse': {
    de: 'Netzwart läuft mit dem Datenordner „{folder}“ schon einmal. Schließen Sie das andere Fenster oder warten Sie, bis der andere Aufruf fertig ist.',
    en: 'Netzwart is already running with the data folder “{folder}”. Close the other window or wait until the other call has finished.'
  },
  'store.notAccessible': {
    de: 'Der Datenordner „{folder}“ lässt sich nicht öffnen ({reason}). Prüfen Sie, ob es ihn gibt, ob Sie darin schreiben dürfen und ob noch Speicherplatz frei ist.',
    en: 'The data folder “{folder}” cannot be opened ({reason}). Check that it exists, that you may write in it and that there is free space.'
  },
  'store.damaged': {
    de: 'Die Datei „{file}“ ist beschädigt oder keine Datei von Netzwart. Sie wurde nicht verändert. Spielen Sie eine Sicherung ein oder wählen Sie einen anderen Datenordner.',
    en: 'The file “{file}” is damaged or is no file of Netzwart. It was not changed. Restore a backup or choose another data folder.'
  },
  'store.newerSchema': {
    de: '„{file}“ stammt von einer neueren Fassung von Netzwart (Stand {found}, diese Fassung kennt {known}). Es wurde nichts verändert. Bitte installieren Sie die neuere Fassung.',
    en: '“{file}” was written by a newer version of Netzwart (level {found}, this version knows {known}). Nothing was changed. Please install the newer version.'
  },
  'store.full': {
    de: 'Für die Fallakte ist kein Speicherplatz mehr frei ({place}). Der letzte Schritt wurde nicht gespeichert; was vorher bestätigt war, bleibt. Schaffen Sie Platz und versuchen Sie es dann noch einmal.',
    en: 'There is no free space left for the case file ({place}). The last step was not saved; what was confirmed before it stays. Make room, then try again.'
  },
  'store.unreachable': {
    de: 'Der Datenbankserver {server} antwortet nicht ({reason}). Der letzte Schritt wurde nicht bestätigt. Prüfen Sie das Netz und ob der Server läuft, und sehen Sie dann nach, bevor Sie ihn wiederholen.',
    en: 'The database server {server} does not answer ({reason}). The last step was not confirmed. Check the network and whether the server is running, and look before you repeat it.'
  },
  'store.outcomeUnknown': {
    de: 'Die Fallakte ({server}) brach beim Schreiben ab ({reason}) und antwortet noch nicht wieder. Sehen Sie im Journal nach, ob der Eintrag dort steht, bevor Sie ihn wiederholen.',
    en: 'The case file ({server}) broke off while writing ({reason}) and does not answer yet. Look in the journal whether the entry is there before you repeat it.'
  },
  'store.certificateNotTrusted': {
    de: 'Das Zertifikat des Datenbankservers {server} gehört nicht zum hinterlegten CA-Zertifikat. Prüfen Sie, ob die richtige CA hinterlegt ist; verbinden Sie sich sonst nicht.',
    en: 'The certificate of the database server {server} does not belong to the pinned CA certificate. Check that the right CA is pinned; do not connect otherwise.'
  },
  'store.certificateWrongHost': {
    de: 'Das Zertifikat des Datenbankservers gilt nicht für den Namen „{server}“. Verwenden Sie den Servernamen, der im Zertifikat steht.',
    en: 'The certificate of the database server is not valid for the name “{server}”. Use the server name that the certificate gives.'
  },
  'store.certificateExpired': {
    de: 'Das Zertifikat des Datenbankservers {server} ist abgelaufen oder noch nicht gültig. Es muss auf dem Server erneuert werden.',
    en: 'The certificate of the database server {server} has expired or is not valid yet. It has to be renewed on the server.'
  },
  'store.encryptionFailed': {
    de: 'Mit dem Datenbankserver {server} kommt keine verschlüsselte Verbindung zustande. Schalten Sie auf dem Server TLS ein (ssl = on, TLS 1.2 oder neuer); unverschlüsselt verbindet sich Netzwart nicht.',
    en: 'No encrypted connection to the database server {server} can be made. Turn TLS on at the server (ssl = on, TLS 1.2 or newer); Netzwart does not connect without encryption.'
  },
  'store.wrongCredentials': {
    de: 'Der Datenbankserver {server} lehnt die Rolle „{role}“ oder ihr Passwort ab. Prüfen Sie beides und ob pg_hba.conf sie von diesem PC aus zulässt (hostssl, scram-sha-256).',
    en: 'The database server {server} refuses the role “{role}” or its password. Check both, and whether pg_hba.conf lets it in from this PC (hostssl, scram-sha-256).'
  },
  'store.noDatabase': {
    de: 'Auf dem Datenbankserver gibt es die Datenbank „{server}“ nicht. Legen Sie sie an oder prüfen Sie den Namen.',
    en: 'There is no database “{server}” on the database server. Create it or check the name.'
  },
  'store.noRight': {
    de: 'Die Rolle „{role}“ darf das in der Datenbank {server} nicht. Bereiten Sie die Datenbank mit der Rolle vor, der sie gehört; zum Anlegen einer neuen Rolle braucht diese CREATEROLE.',
    en: 'The role “{role}” has no right to do this in the database {server}. Prepare the database with the role that owns it; to create a new role it needs CREATEROLE.'
  },
  'store.tooManyRights': {
    de: 'Die Rolle „{role}“ dürfte in der Datenbank {server} auch Einträge des Journals ändern oder löschen. Verwenden Sie für Netzwart eine eigene Rolle, der die Datenbank nicht gehört, und bereiten Sie die Datenbank für sie vor.',
    en: 'The role “{role}” could also change or delete entries of the journal in the database {server}. Use a role of its own for Netzwart that does not own the database, and prepare the database for it.'
  },
  'store.serverUnsuitable': {
    de: 'Die Datenbank {server} eignet sich nicht: PostgreSQL {version}, Zeichensatz {encoding}. Nötig sind PostgreSQL 13 oder neuer und UTF8.',
    en: 'The database {server} is not suitable: PostgreSQL {version}, encoding {encoding}. PostgreSQL 13 or newer and UTF8 are needed.'
  },
  'store.notPrepared': {
    de: 'Die Datenbank {server} ist für diese Fassung von Netzwart noch nicht vorbereitet. Bereiten Sie sie mit der Rolle vor, der die Datenbank gehört.',
    en: 'The database {server} is not prepared for this version of Netzwart yet. Prepare it with the role that owns the database.'
  },
  'store.notEmpty': {
    de: 'Dort liegt schon eine Fallakte. Sie wurde nicht verändert. Wählen Sie einen leeren Ort.',
    en: 'There already is a case file. It was not changed. Choose an empty place.'
  },
  'store.copyUnreadable': {
    de: 'Die Kopie der Fallakte ist beschädigt oder stammt von einer anderen Fassung von Netzwart (Tabelle „{table}“). Es wurde nichts übernommen. Verwenden Sie eine andere Sicherung.',
    en: 'The copy of the case file is damaged or comes from another version of Netzwart (table “{table}”). Nothing was taken over. Use another backup.'
  },
  'store.documentDamaged': {
    de: 'Die gespeicherten Angaben „{document}“ lassen sich nicht lesen. Sie wurden nicht verändert. Installieren Sie die Fassung von Netzwart, die sie gespeichert hat, oder geben Sie die Angaben neu ein.',
    en: 'The kept document “{document}” cannot be read. It was not changed. Install the version of Netzwart that wrote it, or enter its content anew.'
  },
  'store.keyUnusable': {
    de: 'Der Geräteschlüssel „{file}“ ist nicht lesbar oder beschädigt. Spielen Sie ihn aus einer Sicherung ein. Ohne ihn müssen noch nicht gedruckte Passwörter neu vergeben werden.',
    en: 'The device key “{file}” cannot be read or is damaged. Restore it from a backup. Without it, passwords that are not printed yet must be reset.'
  }
} as const satisfies Record<string, Text>
