import { defineMessages } from '../../shared/i18n/define'

/** How services ask, and the self-test of a RADIUS server. */
export const serviceMessages = defineMessages('serviceSettings', {
  text: {
    de: 'Eine Sperre wirkt nur dort, wo ein Dienst danach fragt (P9). So muss er fragen:',
    en: 'A suspension has an effect only where a service asks for it (P9). This is how it must ask:'
  },
  bind: { de: 'Anmeldung am Verzeichnis (Bind)', en: 'Signing in to the directory (bind)' },
  bindText: {
    de: 'Das Verzeichnis entscheidet über Passwort und Sperre. Windows, Samba und die meisten Webdienste tun das.',
    en: 'The directory decides about password and suspension. Windows, Samba and most web services do this.'
  },
  group: { de: 'Gruppe des Moduls', en: 'The module’s group' },
  groupText: {
    de: 'Wer nicht darin ist, kommt nicht hinein. Netzwart nimmt Gesperrte und Abgänger aus allen Gruppen, die unter „Module“ zugeordnet sind, und gibt sie danach zurück; dafür muss es laufen.',
    en: 'Who is not in it does not get in. Netzwart takes suspended people and leavers out of all groups that are mapped under “Modules” and gives them back afterwards; for that it must run.'
  },
  attributes: { de: 'Lesen des Passworts', en: 'Reading the password' },
  attributesText: {
    de: 'Der Dienst vergleicht selbst und sieht die Sperre nicht: FreeRADIUS, wie es ausgeliefert wird, und Mailserver mit eigener Passwortabfrage. Er muss zusätzlich nach der Gruppe fragen.',
    en: 'The service compares by itself and does not see a suspension: FreeRADIUS as it is shipped, and mail servers with a password lookup of their own. It must also ask for the group.'
  },
  goesOn: {
    de: 'Was schon läuft, endet mit keiner dieser Fragen: offene Sitzungen, WLAN bis zur nächsten Anmeldung, Windows-Tickets bis zu zehn Stunden.',
    en: 'What is under way already ends by none of these: open sessions, WLAN until the next sign-in, Windows tickets for up to ten hours.'
  },

  radius: { de: 'RADIUS-Server prüfen', en: 'Test a RADIUS server' },
  radiusText: {
    de: 'Der Selbsttest legt ein Probekonto an, sperrt es und fragt den RADIUS-Server davor und danach, ob er es einlässt. Dann löscht er es wieder.',
    en: 'The self-test makes a probe account, suspends it, and asks the RADIUS server before and after whether it lets it in. Then it deletes it again.'
  },
  host: { de: 'Name oder Adresse', en: 'Name or address' },
  hostHelp: { de: 'Leer, wenn die Schule keinen hat.', en: 'Empty if the school has none.' },
  hostInvalid: { de: 'Höchstens 255 Zeichen.', en: 'At most 255 characters.' },
  port: { de: 'UDP-Port', en: 'UDP port' },
  portInvalid: {
    de: 'Bitte geben Sie eine Zahl von 1 bis 65535 ein.',
    en: 'Please enter a number from 1 to 65535.'
  },
  nasIdentifier: { de: 'NAS-Identifier', en: 'NAS identifier' },
  nasIdentifierHelp: { de: 'So nennt sich Netzwart ihm gegenüber.', en: 'How Netzwart names itself to it.' },
  nasIdentifierInvalid: { de: 'Ein bis 60 Zeichen.', en: 'One to 60 characters.' },
  noServerTitle: { de: 'Kein RADIUS-Server genannt', en: 'No RADIUS server named' },
  noServerText: {
    de: 'Ob Gesperrte trotzdem ins WLAN kommen, ist damit nicht geprüft. Tragen Sie den Server ein, sobald die Schule einen hat.',
    en: 'Whether suspended people still get into the WLAN is therefore not tested. Enter the server as soon as the school has one.'
  },
  saveFirst: {
    de: 'Speichern Sie die Änderungen, bevor Sie prüfen.',
    en: 'Save the changes before you test.'
  },
  secret: { de: 'Gemeinsames Geheimnis (Shared Secret)', en: 'Shared secret' },
  secretHelp: {
    de: 'Dasselbe, das auf dem RADIUS-Server für diesen PC eingetragen ist.',
    en: 'The same that is entered for this PC on the RADIUS server.'
  },
  secretKept: {
    de: 'Das gemeinsame Geheimnis ist auf diesem PC aufbewahrt.',
    en: 'The shared secret is kept on this PC.'
  },
  otherSecret: { de: 'Anderes eingeben', en: 'Enter another one' },
  keep: { de: 'Auf diesem PC aufbewahren', en: 'Keep on this PC' },
  test: { de: 'RADIUS prüfen', en: 'Test RADIUS' },
  testing: {
    de: 'Die Prüfung läuft; eine Ablehnung braucht ein paar Sekunden …',
    en: 'The test is running; a refusal takes a few seconds …'
  },
  'asks.directory': {
    de: 'Dieser Server fragt das Verzeichnis: Das Probekonto kam nach der Sperre nicht mehr hinein.',
    en: 'This server asks the directory: after its suspension the probe account did not get in any more.'
  },
  'asks.group': {
    de: 'Dieser Server fragt nach der Gruppe: Ohne sie kam das gesperrte Probekonto nicht mehr hinein.',
    en: 'This server asks for the group: without it the suspended probe account did not get in any more.'
  },
  'asks.nothing': { de: 'Sperren wirken hier nicht.', en: 'Suspensions have no effect here.' },
  'asks.unknown': {
    de: 'Ob Sperren hier wirken, ließ sich nicht feststellen.',
    en: 'Whether suspensions have an effect here could not be found out.'
  }
})
