import type { Text } from '../../contract/language'

export const radiusFailures = {
  'radius.notNamed': {
    de: 'In den Einstellungen ist kein RADIUS-Server genannt. Tragen Sie Adresse und Port ein und speichern Sie.',
    en: 'The settings name no RADIUS server. Enter address and port and save.'
  },
  'radius.secretMissing': {
    de: 'Für die Prüfung fehlt das gemeinsame Geheimnis (Shared Secret) des RADIUS-Servers „{host}“. Geben Sie es ein.',
    en: 'The shared secret of the RADIUS server “{host}” is missing. Enter it for the test.'
  },
  'radius.nameUnknown': {
    de: 'Der Name „{host}“ des RADIUS-Servers lässt sich nicht auflösen. Prüfen Sie die Schreibweise.',
    en: 'The name “{host}” of the RADIUS server cannot be resolved. Check the spelling.'
  },
  'radius.noAnswer': {
    de: 'Der RADIUS-Server „{host}“ antwortet auf UDP-Port {port} nicht. Prüfen Sie, ob dieser PC dort als Client mit diesem gemeinsamen Geheimnis eingetragen ist (FreeRADIUS: clients.conf) und keine Firewall dazwischen liegt: Wen ein RADIUS-Server nicht kennt, dem antwortet er nicht.',
    en: 'The RADIUS server “{host}” does not answer on UDP port {port}. Check that this PC is entered there as a client with this shared secret (FreeRADIUS: clients.conf) and that no firewall is in between: a RADIUS server does not answer whom it does not know.'
  },
  'radius.answerForged': {
    de: 'Die Antwort von „{host}“, Port {port}, beweist das gemeinsame Geheimnis nicht. Prüfen Sie das Geheimnis auf beiden Seiten; stimmt es, antwortet jemand anderes an seiner Stelle.',
    en: 'The answer of “{host}”, port {port}, does not prove the shared secret. Check the secret on both sides; if it is right, somebody else answers in its place.'
  },
  'radius.challenged': {
    de: 'Der RADIUS-Server „{host}“ (Port {port}) stellt eine Rückfrage, statt über das Passwort zu entscheiden. Die Prüfung braucht PAP; lassen Sie es für diesen PC zu.',
    en: 'The RADIUS server “{host}” (port {port}) asks something back instead of deciding about the password. The test needs PAP; allow it for this PC.'
  }
} as const satisfies Record<string, Text>
