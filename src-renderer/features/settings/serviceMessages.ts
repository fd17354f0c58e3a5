import { defineMessages } from '../../shared/i18n/define'

/** How services ask, and the self-test of a RADIUS server. */
export const serviceMessages = defineMessages('serviceSettings', {
  de: {
    text: 'Eine Sperre wirkt nur dort, wo ein Dienst danach fragt (P9). So muss er fragen:',
    bind: 'Anmeldung am Verzeichnis (Bind)',
    bindText:
      'Das Verzeichnis entscheidet über Passwort und Sperre. Windows, Samba und die meisten Webdienste tun das.',
    group: 'Gruppe des Moduls',
    groupText:
      'Wer nicht darin ist, kommt nicht hinein. Netzwart nimmt Gesperrte und Abgänger aus allen Gruppen, die unter „Module“ zugeordnet sind, und gibt sie danach zurück; dafür muss es laufen.',
    attributes: 'Lesen des Passworts',
    attributesText:
      'Der Dienst vergleicht selbst und sieht die Sperre nicht: FreeRADIUS, wie es ausgeliefert wird, und Mailserver mit eigener Passwortabfrage. Er muss zusätzlich nach der Gruppe fragen.',
    goesOn:
      'Was schon läuft, endet mit keiner dieser Fragen: offene Sitzungen, WLAN bis zur nächsten Anmeldung, Windows-Tickets bis zu zehn Stunden.',

    radius: 'RADIUS-Server prüfen',
    radiusText:
      'Der Selbsttest legt ein Probekonto an, sperrt es und fragt den RADIUS-Server davor und danach, ob er es einlässt. Dann löscht er es wieder.',
    host: 'Name oder Adresse',
    hostHelp: 'Leer, wenn die Schule keinen hat.',
    hostInvalid: 'Höchstens 255 Zeichen.',
    port: 'UDP-Port',
    portInvalid: 'Bitte geben Sie eine Zahl von 1 bis 65535 ein.',
    nasIdentifier: 'NAS-Identifier',
    nasIdentifierHelp: 'So nennt sich Netzwart ihm gegenüber.',
    nasIdentifierInvalid: 'Ein bis 60 Zeichen.',
    noServerTitle: 'Kein RADIUS-Server genannt',
    noServerText:
      'Ob Gesperrte trotzdem ins WLAN kommen, ist damit nicht geprüft. Tragen Sie den Server ein, sobald die Schule einen hat.',
    saveFirst: 'Speichern Sie die Änderungen, bevor Sie prüfen.',
    secret: 'Gemeinsames Geheimnis (Shared Secret)',
    secretHelp: 'Dasselbe, das auf dem RADIUS-Server für diesen PC eingetragen ist.',
    secretKept: 'Das gemeinsame Geheimnis ist auf diesem PC aufbewahrt.',
    otherSecret: 'Anderes eingeben',
    keep: 'Auf diesem PC aufbewahren',
    test: 'RADIUS prüfen',
    testing: 'Die Prüfung läuft; eine Ablehnung braucht ein paar Sekunden …',
    'asks.directory':
      'Dieser Server fragt das Verzeichnis: Das Probekonto kam nach der Sperre nicht mehr hinein.',
    'asks.group':
      'Dieser Server fragt nach der Gruppe: Ohne sie kam das gesperrte Probekonto nicht mehr hinein.',
    'asks.nothing': 'Sperren wirken hier nicht.',
    'asks.unknown': 'Ob Sperren hier wirken, ließ sich nicht feststellen.'
  },
  en: {
    text: 'A suspension has an effect only where a service asks for it (P9). This is how it must ask:',
    bind: 'Signing in to the directory (bind)',
    bindText:
      'The directory decides about password and suspension. Windows, Samba and most web services do this.',
    group: 'The module’s group',
    groupText:
      'Who is not in it does not get in. Netzwart takes suspended people and leavers out of all groups that are mapped under “Modules” and gives them back afterwards; for that it must run.',
    attributes: 'Reading the password',
    attributesText:
      'The service compares by itself and does not see a suspension: FreeRADIUS as it is shipped, and mail servers with a password lookup of their own. It must also ask for the group.',
    goesOn:
      'What is under way already ends by none of these: open sessions, WLAN until the next sign-in, Windows tickets for up to ten hours.',

    radius: 'Test a RADIUS server',
    radiusText:
      'The self-test makes a probe account, suspends it, and asks the RADIUS server before and after whether it lets it in. Then it deletes it again.',
    host: 'Name or address',
    hostHelp: 'Empty if the school has none.',
    hostInvalid: 'At most 255 characters.',
    port: 'UDP port',
    portInvalid: 'Please enter a number from 1 to 65535.',
    nasIdentifier: 'NAS identifier',
    nasIdentifierHelp: 'How Netzwart names itself to it.',
    nasIdentifierInvalid: 'One to 60 characters.',
    noServerTitle: 'No RADIUS server named',
    noServerText:
      'Whether suspended people still get into the WLAN is therefore not tested. Enter the server as soon as the school has one.',
    saveFirst: 'Save the changes before you test.',
    secret: 'Shared secret',
    secretHelp: 'The same that is entered for this PC on the RADIUS server.',
    secretKept: 'The shared secret is kept on this PC.',
    otherSecret: 'Enter another one',
    keep: 'Keep on this PC',
    test: 'Test RADIUS',
    testing: 'The test is running; a refusal takes a few seconds …',
    'asks.directory':
      'This server asks the directory: after its suspension the probe account did not get in any more.',
    'asks.group':
      'This server asks for the group: without it the suspended probe account did not get in any more.',
    'asks.nothing': 'Suspensions have no effect here.',
    'asks.unknown': 'Whether suspensions have an effect here could not be found out.'
  }
})
