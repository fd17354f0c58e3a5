import type { Text } from '../language'

export const directoryFailures = {
  'directory.foundedNeedsIt': {
    de: 'Die Fallakte ist gegründet, und ohne Verzeichnis könnte sich niemand mehr anmelden. Verbinden Sie stattdessen gleich das andere Verzeichnis.',
    en: 'The case file is founded, and without a directory nobody could sign in any more. Connect the other directory right away instead.'
  },
  'directory.notConnected': {
    de: 'Es ist kein Verzeichnis verbunden. Verbinden Sie unter „Einstellungen“ ein Verzeichnis oder starten Sie die Demo-Schule.',
    en: 'No directory is connected. Connect one in “Settings” or start the demo school.'
  },
  'directory.passwordNeeded': {
    de: 'Das Passwort des Dienstkontos ist auf diesem PC nicht gespeichert. Bitte geben Sie es ein.',
    en: 'The password of the bind account is not kept on this PC. Please enter it.'
  },
  'directory.connectionChanged': {
    de: 'Die Verbindung zum Verzeichnis ist nicht mehr die, für die das Passwort des Dienstkontos an diesem PC eingegeben wurde (geändert: {by}, {at}). Netzwart hat das Passwort deshalb nicht gesendet. Vergleichen Sie die Angaben und geben Sie das Passwort dann noch einmal ein.',
    en: 'The connection to the directory is not the one that the bind account’s password was entered for at this PC (changed: {by}, {at}). Netzwart has therefore not sent the password. Compare the details, then enter the password again.'
  },
  'directory.connectionNotConfirmed': {
    de: 'An diesem PC hat noch niemand bestätigt, dass das Passwort des Dienstkontos an {url} gesendet werden soll. Öffnen Sie Netzwart an diesem PC, vergleichen Sie die Angaben und geben Sie das Passwort einmal ein, oder richten Sie die Verbindung mit „setup connect“ neu ein.',
    en: 'Nobody has confirmed at this PC yet that the bind account’s password is to be sent to {url}. Open Netzwart at this PC, compare the details and enter the password once, or set the connection up again with “setup connect”.'
  },
  'directory.connectionForged': {
    de: 'Die Verbindung zum Verzeichnis wurde außerhalb von Netzwart geändert: Keine Administratorin und kein Administrator hat sie unterschrieben. Das Passwort wurde nicht gesendet. Spielen Sie eine Sicherung ein, oder richten Sie die Verbindung an einem PC, der sie noch kennt, neu ein.',
    en: 'The connection to the directory was changed outside Netzwart: no administrator has signed it. The password was not sent. Restore a backup, or set the connection up again at a PC that still knows it.'
  },
  'directory.demoCaseFile': {
    de: 'Diese Fallakte wurde mit Personen der Demo-Schule gegründet, deren Geheimnisse jeder kennt. Sie kann mit keinem echten Verzeichnis verbunden werden. Wählen Sie dafür einen leeren Datenordner.',
    en: 'This case file was founded with persons of the demo school, whose secrets everybody knows. It cannot be connected to a real directory. Choose an empty data folder for that.'
  },
  'directory.demoElsewhere': {
    de: 'Die Demo-Schule läuft nur auf diesem PC. Wählen Sie für einen Server im Netz die Art seines Verzeichnisses.',
    en: 'The demo school runs on this PC only. For a server in the network choose the kind of its directory.'
  },
  'directory.unknownProfile': {
    de: 'Diese Version von Netzwart kennt die Verzeichnisart „{profile}“ nicht. Aktualisieren Sie Netzwart, oder verbinden Sie ein Verzeichnis einer anderen Art.',
    en: 'This version of Netzwart does not know the kind of directory “{profile}”. Update Netzwart, or connect a directory of another kind.'
  },
  'directory.invalidAddress': {
    de: 'Die Adresse „{url}“ ist keine gültige LDAP-Adresse. Sie beginnt mit ldaps:// und dem Namen des Servers.',
    en: 'The address “{url}” is no valid LDAP address. It starts with ldaps:// and the name of the server.'
  },
  'directory.invalidName': {
    de: '„{dn}“ ist kein gültiger Name im Verzeichnis (Distinguished Name).',
    en: '“{dn}” is no valid name in the directory (distinguished name).'
  },
  'directory.plainTextRefused': {
    de: 'Unverschlüsselte Verbindungen zu anderen Rechnern sind nicht erlaubt. Verwenden Sie eine Adresse, die mit ldaps:// beginnt.',
    en: 'Unencrypted connections to other machines are not allowed. Use an address that starts with ldaps://.'
  },
  'directory.unreachable': {
    de: 'Der Verzeichnisserver {host} antwortet nicht. Prüfen Sie Adresse, Port und ob der Server läuft.',
    en: 'The directory server {host} does not answer. Check the address, the port and whether the server is running.'
  },
  'directory.connectionLost': {
    de: 'Die Verbindung zum Verzeichnis ist abgebrochen. Sobald der Server wieder antwortet, können Sie fortsetzen.',
    en: 'The connection to the directory was lost. You can go on as soon as the server answers again.'
  },
  'directory.timeout': {
    de: 'Das Verzeichnis hat nicht rechtzeitig geantwortet. Bitte versuchen Sie es noch einmal.',
    en: 'The directory did not answer in time. Please try again.'
  },
  'directory.busy': {
    de: 'Das Verzeichnis ist gerade überlastet oder wird gewartet (Verzeichnis: {reason}). Bitte versuchen Sie es in einigen Minuten noch einmal.',
    en: 'The directory is overloaded or under maintenance (directory: {reason}). Please try again in a few minutes.'
  },
  'directory.certificateNotTrusted': {
    de: 'Das Zertifikat des Servers {host} gehört nicht zum hinterlegten CA-Zertifikat. Prüfen Sie, ob die richtige CA hinterlegt ist; verbinden Sie sich sonst nicht.',
    en: 'The certificate of server {host} does not belong to the pinned CA certificate. Check that the right CA is pinned; do not connect otherwise.'
  },
  'directory.certificateWrongHost': {
    de: 'Das Zertifikat gilt nicht für den Namen {host}. Verwenden Sie den Servernamen, der im Zertifikat steht.',
    en: 'The certificate is not valid for the name {host}. Use the server name that the certificate gives.'
  },
  'directory.certificateExpired': {
    de: 'Das Zertifikat des Servers {host} ist abgelaufen oder noch nicht gültig. Es muss auf dem Server erneuert werden.',
    en: 'The certificate of server {host} has expired or is not valid yet. It has to be renewed on the server.'
  },
  'directory.encryptionFailed': {
    de: 'Mit {host} kommt keine verschlüsselte Verbindung zustande. Prüfen Sie, ob der Port für ldaps:// der richtige ist (meist 636) und ob der Server TLS 1.2 oder neuer spricht.',
    en: 'No encrypted connection to {host} can be made. Check that the port for ldaps:// is right (usually 636) and that the server speaks TLS 1.2 or newer.'
  },
  'directory.encryptionRequired': {
    de: 'Das Verzeichnis verlangt eine verschlüsselte Verbindung (Verzeichnis: {reason}). Verwenden Sie eine Adresse, die mit ldaps:// beginnt.',
    en: 'The directory demands an encrypted connection (directory: {reason}). Use an address that starts with ldaps://.'
  },
  'directory.certificateUnreadable': {
    de: 'Die Datei enthält kein lesbares CA-Zertifikat (PEM oder DER).',
    en: 'The file holds no readable CA certificate (PEM or DER).'
  },
  'directory.wrongCredentials': {
    de: 'Das Verzeichnis lehnt Name oder Passwort des Dienstkontos ab. Bitte prüfen Sie beides.',
    en: 'The directory refuses the name or the password of the bind account. Please check both.'
  },
  'directory.bindAccountDisabled': {
    de: 'Das Dienstkonto ist im Verzeichnis deaktiviert. Aktivieren Sie es dort oder verwenden Sie ein anderes.',
    en: 'The bind account is disabled in the directory. Enable it there or use another one.'
  },
  'directory.bindAccountLockedOut': {
    de: 'Das Verzeichnis hat das Dienstkonto nach zu vielen falschen Passwörtern gesperrt. Warten Sie, bis die Sperre endet, oder heben Sie sie dort auf.',
    en: 'The directory has locked the bind account after too many wrong passwords. Wait until the lock ends or lift it there.'
  },
  'directory.bindPasswordExpired': {
    de: 'Das Passwort des Dienstkontos ist abgelaufen oder muss geändert werden. Setzen Sie im Verzeichnis ein neues, das nicht geändert werden muss.',
    en: 'The password of the bind account has expired or must be changed. Set a new one in the directory that does not have to be changed.'
  },
  'directory.bindAccountExpired': {
    de: 'Das Dienstkonto ist im Verzeichnis abgelaufen. Verlängern Sie es dort oder verwenden Sie ein anderes.',
    en: 'The bind account has expired in the directory. Extend it there or use another one.'
  },
  'directory.bindAccountRestricted': {
    de: 'Das Dienstkonto darf sich zu dieser Zeit oder von diesem PC aus nicht anmelden. Heben Sie die Einschränkung im Verzeichnis auf.',
    en: 'The bind account may not sign in at this time or from this PC. Lift the restriction in the directory.'
  },
  'directory.signInRefused': {
    de: 'Die Anmeldung wurde abgelehnt: Anmeldename oder Passwort stimmt nicht, oder das Konto ist gesperrt. Prüfen Sie beides und versuchen Sie es noch einmal; hilft das nicht, fragen Sie die Administration Ihrer Schule.',
    en: 'The sign-in was refused: the login or the password is wrong, or the account is suspended. Check both and try again; if that does not help, ask the administrators of your school.'
  },
  'directory.passwordMustChange': {
    de: 'Dieses Passwort ist vorläufig oder abgelaufen. Melden Sie sich zuerst an einem Schulcomputer an und setzen Sie dort ein eigenes; danach können Sie sich hier anmelden. Geht das nicht, fragen Sie die Administration Ihrer Schule.',
    en: 'This password is provisional or has expired. First sign in at a school computer and set one of your own there; then you can sign in here. If that does not work, ask the administrators of your school.'
  },
  'directory.noRights': {
    de: 'Das Dienstkonto darf das nicht (Verzeichnis: {reason}). Geben Sie ihm die Rechte, die der Selbsttest nennt.',
    en: 'The bind account may not do this (directory: {reason}). Give it the rights that the self-test names.'
  },
  'directory.baseNotFound': {
    de: 'Die Basis „{baseDn}“ gibt es im Verzeichnis nicht. Der Selbsttest nennt die Basen, die es gibt.',
    en: 'The base “{baseDn}” does not exist in the directory. The self-test names the bases that do.'
  },
  'directory.sizeLimit': {
    de: 'Das Verzeichnis gibt nicht alle Einträge heraus (Größenbegrenzung). Heben Sie die Grenze für das Dienstkonto auf oder erlauben Sie seitenweises Lesen.',
    en: 'The directory does not give out all entries (size limit). Lift the limit for the bind account or allow paged reading.'
  },
  'directory.notFound': {
    de: 'Diesen Eintrag gibt es im Verzeichnis nicht mehr: {name}.',
    en: 'This entry no longer exists in the directory: {name}.'
  },
  'directory.alreadyExists': {
    de: 'Im Verzeichnis gibt es schon einen Eintrag mit diesem Namen: {name}.',
    en: 'The directory already has an entry of this name: {name}.'
  },
  'directory.loginNotUnique': {
    de: 'Den Anmeldenamen „{login}“ haben im Verzeichnis mehrere Konten; welches gemeint ist, lässt sich nicht sagen. Geben Sie den anderen im Verzeichnis eigene Anmeldenamen.',
    en: 'Several accounts in the directory have the login “{login}”; which one is meant cannot be told. Give the others logins of their own in the directory.'
  },
  'directory.changedSince': {
    de: 'Das Verzeichnis wurde inzwischen geändert ({field}); der Schritt wurde nicht ausgeführt. Bitte sehen Sie sich den Eintrag an und entscheiden Sie, ob er so bleiben soll.',
    en: 'The directory has been changed in the meantime ({field}); the step was not carried out. Please look at the entry and decide whether it should stay like this.'
  },
  'directory.passwordRejected': {
    de: 'Das Verzeichnis lehnt das Passwort ab, weil es seine Kennwortregeln nicht erfüllt (Verzeichnis: {reason}).',
    en: 'The directory rejects the password because it does not meet its policy (directory: {reason}).'
  },
  'directory.notSupported': {
    de: 'Dieses Verzeichnis kann das nicht: {capability}. Der Selbsttest nennt die Abhilfe.',
    en: 'This directory cannot do that: {capability}. The self-test names the remedy.'
  },
  'directory.refused': {
    de: 'Das Verzeichnis hat die Änderung abgelehnt: {reason} (Code {resultCode}).',
    en: 'The directory refused the change: {reason} (code {resultCode}).'
  },
  'directory.planRunning': {
    de: 'Gerade wird ein Plan ausgeführt. Warten Sie, bis er fertig ist, oder halten Sie ihn an; dann lässt sich das Verzeichnis wechseln.',
    en: 'A plan is being carried out. Wait until it has finished, or stop it; then the directory can be changed.'
  },
  'directory.demoInUse': {
    de: 'Die Demo-Schule läuft schon in einem anderen Programm (Ordner {folder}). Beenden Sie es oder wählen Sie einen anderen Datenordner.',
    en: 'The demo school is already running in another program (folder {folder}). Quit it or choose another data folder.'
  },
  'directory.demoPortTaken': {
    de: 'Der Port {port} ist schon belegt. Wählen Sie einen anderen oder lassen Sie die Angabe weg; dann wird ein freier gesucht.',
    en: 'Port {port} is already taken. Choose another one or leave it out; then a free one is found.'
  },
  'directory.demoDamaged': {
    de: 'Die Demo-Schule im Ordner {folder} lässt sich nicht öffnen ({reason}). Setzen Sie sie zurück; sie beginnt dann wieder am ersten Tag.',
    en: 'The demo school in folder {folder} cannot be opened ({reason}). Reset it; it then starts again from its first day.'
  }
} as const satisfies Record<string, Text>
