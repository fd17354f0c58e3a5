import type { Text } from '../language'

export const logServerFailures = {
  'logServer.unreachable': {
    de: 'Der Server {host} antwortet nicht ({reason}). Prüfen Sie Adresse, Port und Netz, und ob der Dienst systemd-journal-gatewayd läuft.',
    en: 'Server {host} does not answer ({reason}). Check address, port and network, and whether the service systemd-journal-gatewayd runs.'
  },
  'logServer.encryptionFailed': {
    de: 'Mit {host} kam keine verschlüsselte Verbindung zustande. Prüfen Sie, ob der Dienst mit --cert und --key läuft.',
    en: 'No encrypted connection to {host} came about. Check whether the service runs with --cert and --key.'
  },
  'logServer.certificateNotTrusted': {
    de: 'Das Zertifikat des Servers {host} gehört nicht zum angehefteten CA-Zertifikat. Prüfen Sie, ob die richtige CA angeheftet ist; sonst nicht verbinden.',
    en: 'The certificate of server {host} does not belong to the pinned CA certificate. Check that the right CA is pinned; do not connect otherwise.'
  },
  'logServer.certificateWrongHost': {
    de: 'Das Zertifikat gilt nicht für den Namen {host}. Tragen Sie den Servernamen ein, den das Zertifikat nennt.',
    en: 'The certificate is not valid for the name {host}. Enter the server name that the certificate gives.'
  },
  'logServer.certificateExpired': {
    de: 'Das Zertifikat des Servers {host} ist abgelaufen oder noch nicht gültig. Es muss auf dem Server erneuert werden.',
    en: 'The certificate of server {host} has expired or is not valid yet. It has to be renewed on the server.'
  },
  'logServer.certificateUnreadable': {
    de: 'Das angeheftete CA-Zertifikat ist nicht lesbar. Wählen Sie es in den Einstellungen der Quelle noch einmal.',
    en: 'The pinned CA certificate is not readable. Choose it once more in the settings of the source.'
  },
  'logServer.refused': {
    de: 'Der Server {host} versteht die Anfrage nicht ({reason}). Prüfen Sie, ob dort systemd-journal-gatewayd antwortet, und ab welcher Version.',
    en: 'Server {host} does not understand the query ({reason}). Check whether it is systemd-journal-gatewayd that answers there, and of which version.'
  }
} as const satisfies Record<string, Text>
