import { defineMessages } from '../../shared/i18n/define'

export const setupMessages = defineMessages('setup', {
  title: { de: 'Willkommen', en: 'Welcome' },
  welcome: { de: 'Willkommen bei Netzwart', en: 'Welcome to Netzwart' },
  welcomeText: {
    de: 'Netzwart macht aus der Schülerliste Ihrer Schule Konten im Verzeichnis: erst eine Vorschau, dann Ihre Prüfung, dann die Ausführung. Was ein Plan geändert hat, lässt sich zurücknehmen.',
    en: 'Netzwart turns your school’s roster into accounts in the directory: first a preview, then your review, then the run. What a plan has changed can be taken back.'
  },
  demo: { de: 'Demo-Schule ausprobieren', en: 'Try the demo school' },
  demoText: {
    de: 'Eine erfundene Gesamtschule mit rund 900 Schülerinnen und Schülern läuft auf diesem PC. Sie brauchen keinen Server und können nichts kaputt machen.',
    en: 'A made-up comprehensive school with about 900 pupils runs on this PC. You need no server and cannot break anything.'
  },
  demoBusy: { de: 'Die Demo-Schule wird eingerichtet …', en: 'The demo school is being set up …' },
  connect: { de: 'Mit einem Verzeichnis verbinden', en: 'Connect to a directory' },
  connectText: {
    de: 'OpenLDAP, Samba AD oder Microsoft Active Directory Ihrer Schule. Sie brauchen die Adresse des Servers und ein Dienstkonto. Bis zum Schluss wird nichts verändert.',
    en: 'Your school’s OpenLDAP, Samba AD or Microsoft Active Directory. You need the server’s address and a bind account. Nothing is changed until the end.'
  },
  language: { de: 'Sprache', en: 'Language' },
  backToApp: { de: 'Zurück zu Netzwart', en: 'Back to Netzwart' },

  connectTitle: { de: 'Mit einem Verzeichnis verbinden', en: 'Connect to a directory' },
  progress: { de: 'Schritt {step} von {steps}', en: 'Step {step} of {steps}' },
  stepServer: { de: 'Server', en: 'Server' },
  stepCertificate: { de: 'Zertifikat', en: 'Certificate' },
  stepAccount: { de: 'Dienstkonto', en: 'Bind account' },
  stepTest: { de: 'Selbsttest', en: 'Self-test' },

  kind: { de: 'Welches Verzeichnis hat Ihre Schule?', en: 'Which directory does your school have?' },
  'kind.openldap': { de: 'OpenLDAP', en: 'OpenLDAP' },
  'kindText.openldap': {
    de: 'Zum Beispiel ein eigener OpenLDAP-Server oder linuxmuster bis Version 6.',
    en: 'For example an OpenLDAP server of your own or linuxmuster up to version 6.'
  },
  'kind.active-directory': { de: 'Active Directory', en: 'Active Directory' },
  'kindText.active-directory': {
    de: 'Samba AD (auch linuxmuster ab Version 7) oder Microsoft Active Directory.',
    en: 'Samba AD (also linuxmuster from version 7) or Microsoft Active Directory.'
  },
  address: { de: 'Adresse des Servers', en: 'Address of the server' },
  addressHelp: {
    de: 'Beginnt mit ldaps:// – der Port 636 ist üblich und darf fehlen.',
    en: 'Starts with ldaps:// – port 636 is usual and may be left out.'
  },
  addressInvalid: {
    de: 'Bitte geben Sie eine Adresse wie {example} ein.',
    en: 'Please enter an address like {example}.'
  },
  addressPlain: {
    de: 'Unverschlüsselt (ldap://) geht nur zu diesem PC selbst. Verwenden Sie ldaps://.',
    en: 'Unencrypted (ldap://) works only to this PC itself. Use ldaps://.'
  },

  certificateTitle: { de: 'Wem vertraut Netzwart?', en: 'Whom does Netzwart trust?' },
  certificateText: {
    de: 'Jede Schule hat eine eigene Zertifizierungsstelle (CA). Hinterlegen Sie ihr Zertifikat einmal, dann kann sich kein fremder Rechner als Ihr Server ausgeben.',
    en: 'Each school has a certificate authority (CA) of its own. Pin its certificate once, and no other machine can pose as your server.'
  },
  certificatePlain: {
    de: 'Die Verbindung bleibt auf diesem PC und ist unverschlüsselt. Ein Zertifikat ist dafür nicht nötig.',
    en: 'The connection stays on this PC and is unencrypted. It needs no certificate.'
  },
  fetch: { de: 'Vom Server holen', en: 'Fetch from the server' },
  chooseFile: { de: 'Datei wählen …', en: 'Choose a file …' },
  publicCa: {
    de: 'Der Server hat ein Zertifikat einer öffentlichen Stelle (zum Beispiel Let’s Encrypt)',
    en: 'The server has a certificate of a public authority (Let’s Encrypt, for example)'
  },
  certificateChain: { de: 'Vom Server vorgelegt', en: 'Presented by the server' },
  certificateFile: { de: 'Aus der Datei', en: 'From the file' },
  subject: { de: 'Ausgestellt für', en: 'Issued for' },
  issuer: { de: 'Ausgestellt von', en: 'Issued by' },
  validity: { de: 'Gültig', en: 'Valid' },
  validFromTo: { de: '{from} bis {to}', en: '{from} to {to}' },
  expired: { de: 'abgelaufen oder noch nicht gültig', en: 'expired or not valid yet' },
  fingerprint: { de: 'Fingerabdruck (SHA-256)', en: 'Fingerprint (SHA-256)' },
  authority: { de: 'Zertifizierungsstelle', en: 'Certificate authority' },
  serverCertificate: { de: 'Server-Zertifikat', en: 'Server certificate' },
  noChain: {
    de: 'Der Server hat kein Zertifikat vorgelegt. Wählen Sie die Datei Ihrer CA.',
    en: 'The server presented no certificate. Choose the file of your CA.'
  },
  compareTitle: { de: 'So vergleichen Sie den Fingerabdruck', en: 'How to compare the fingerprint' },
  compareText: {
    de: 'Melden Sie sich am Server selbst an und geben Sie den Befehl ein. Die Ausgabe muss Zeichen für Zeichen mit dem Fingerabdruck oben übereinstimmen. Stimmt sie nicht, verbinden Sie sich nicht.',
    en: 'Sign in on the server itself and enter the command. What it prints must match the fingerprint above character by character. If it does not, do not connect.'
  },
  'comparePath.openldap': { de: '/etc/ldap/ca.pem', en: '/etc/ldap/ca.pem' },
  'comparePath.active-directory': {
    de: '/var/lib/samba/private/tls/ca.pem',
    en: '/var/lib/samba/private/tls/ca.pem'
  },
  compareWindows: {
    de: 'Unter Windows: certlm.msc öffnen, das Zertifikat der CA anzeigen, Reiter „Details“.',
    en: 'On Windows: open certlm.msc, show the certificate of the CA, tab “Details”.'
  },
  confirmFingerprint: {
    de: 'Ich habe den Fingerabdruck verglichen, er stimmt überein.',
    en: 'I have compared the fingerprint, it matches.'
  },
  chooseCertificate: { de: 'Diesem Zertifikat vertrauen', en: 'Trust this certificate' },

  bindDn: { de: 'Dienstkonto', en: 'Bind account' },
  'bindHelp.openldap': {
    de: 'Der volle Name im Verzeichnis. Nicht der rootdn: Für ihn gelten keine Kennwortregeln.',
    en: 'The full name in the directory. Not the rootdn: no password rules apply to it.'
  },
  'bindHelp.active-directory': {
    de: "Der volle Name im Verzeichnis oder konto{'@'}domäne.",
    en: "The full name in the directory or account{'@'}domain."
  },
  'bindExample.openldap': {
    de: 'uid=netzwart,ou=services,dc=schule,dc=example',
    en: 'uid=netzwart,ou=services,dc=schule,dc=example'
  },
  'bindExample.active-directory': {
    de: 'CN=netzwart,CN=Users,DC=schule,DC=example',
    en: 'CN=netzwart,CN=Users,DC=schule,DC=example'
  },
  baseDn: { de: 'Basis', en: 'Base' },
  baseHelp: {
    de: 'Der Teil des Verzeichnisses, unter dem die Konten liegen.',
    en: 'The part of the directory below which the accounts are.'
  },
  'baseExample.openldap': { de: 'dc=schule,dc=example', en: 'dc=schule,dc=example' },
  'baseExample.active-directory': { de: 'DC=schule,DC=example', en: 'DC=schule,DC=example' },
  password: { de: 'Passwort des Dienstkontos', en: 'Password of the bind account' },
  keep: { de: 'Passwort auf diesem PC merken', en: 'Remember the password on this PC' },
  keepText: {
    de: 'Verschlüsselt im Schlüsselbund des Systems. Ohne Merken fragt Netzwart bei jedem Start danach.',
    en: 'Encrypted in the system’s keychain. Otherwise Netzwart asks for it at every start.'
  },
  cannotKeep: {
    de: 'Dieses System kann Geheimnisse nicht sicher aufbewahren. Netzwart speichert das Passwort deshalb nicht und fragt bei jedem Start danach.',
    en: 'This system cannot keep secrets safely. Netzwart therefore does not store the password and asks for it at every start.'
  },
  testNow: { de: 'Anmelden und prüfen', en: 'Sign in and check' },
  testText: {
    de: 'Netzwart meldet sich an, legt einen Probeeintrag an, ändert ihn und löscht ihn wieder. Konten Ihrer Schule werden nicht berührt.',
    en: 'Netzwart signs in, creates a probe entry, changes it and deletes it again. Your school’s accounts are not touched.'
  },
  testing: { de: 'Der Selbsttest läuft …', en: 'The self-test is running …' },
  testAgain: { de: 'Noch einmal prüfen', en: 'Check again' },
  layoutTitle: { de: 'Wo Konten und Gruppen liegen', en: 'Where accounts and groups are' },
  layoutText: {
    de: 'Von Netzwart gefunden. Fehlende Ordner legt der erste Plan als sichtbaren Schritt an.',
    en: 'Found by Netzwart. The first plan creates missing containers in a visible step.'
  },
  layoutEdit: { de: 'Anpassen', en: 'Adjust' },
  layoutChanged: {
    de: 'Die Ordner wurden geändert. Bitte prüfen Sie noch einmal.',
    en: 'The containers were changed. Please check again.'
  },
  'layout.pupil': { de: 'Schülerinnen und Schüler', en: 'Pupils' },
  'layout.teacher': { de: 'Lehrkräfte', en: 'Teachers' },
  'layout.staff': { de: 'Personal', en: 'Staff' },
  'layout.guardian': { de: 'Erziehungsberechtigte', en: 'Guardians' },
  layoutGuardianHelp: {
    de: 'Nur nötig, wenn Erziehungsberechtigte Konten bekommen. Leer: keine.',
    en: 'Needed only where guardians get accounts. Empty: none.'
  },
  'layout.classes': { de: 'Klassen', en: 'Classes' },
  'layout.groups': { de: 'Andere Gruppen', en: 'Other groups' },
  'layout.prefix': { de: 'Vor dem Namen der Klasse', en: 'Before the name of the class' },
  'layout.home': { de: 'Heimatverzeichnis', en: 'Home directory' },
  'layout.mail': { de: 'E-Mail-Adresse neuer Konten', en: 'E-mail address of new accounts' },
  layoutLogin: { de: "{'{login}'} steht für den Anmeldenamen.", en: "{'{login}'} stands for the login." },
  layoutMailHelp: {
    de: "{'{login}'} steht für den Anmeldenamen. Leer: Es wird keine eingetragen.",
    en: "{'{login}'} stands for the login. Empty: none is written."
  },
  blocked: {
    de: 'So kann Netzwart nicht arbeiten. Beheben Sie die rot markierten Punkte am Server und prüfen Sie dann noch einmal.',
    en: 'Netzwart cannot work like this. Mend the points marked red on the server, then check again.'
  },
  finish: { de: 'Verbinden', en: 'Connect' },
  finishText: {
    de: 'Netzwart liest danach alle Konten ein. Geändert wird erst etwas, wenn Sie eine Vorschau ausführen.',
    en: 'Netzwart then reads all accounts. Nothing is changed until you apply a plan.'
  },
  replace: {
    de: 'Die bisherige Verbindung wird ersetzt. Das bisherige Verzeichnis bleibt, wie es ist.',
    en: 'The present connection is replaced. The present directory stays as it is.'
  },
  leavesDemo: {
    de: 'Sie verlassen die Demo-Schule. Ihre eigene Schule beginnt mit einer leeren Fallakte; aus der Demo-Schule kommt nichts mit.',
    en: 'You leave the demo school. Your own school begins with an empty case file; nothing of the demo school comes along.'
  }
})
