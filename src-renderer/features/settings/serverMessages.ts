import { defineMessages } from '../../shared/i18n/define'

export const serverMessages = defineMessages('logServer', {
  kind: { de: 'Wo liegen die Protokolle?', en: 'Where do the logs lie?' },
  files: { de: 'In Dateien', en: 'In files' },
  filesText: {
    de: 'Auf diesem PC oder einer Freigabe, die er kennt.',
    en: 'On this PC or on a share that it knows.'
  },
  journalGateway: { de: 'Auf einem Server mit systemd-Journal', en: 'On a server with a systemd journal' },
  journalGatewayText: {
    de: 'Gefragt wird systemd-journal-gatewayd, über HTTPS.',
    en: 'systemd-journal-gatewayd is asked, over HTTPS.'
  },
  address: { de: 'Adresse', en: 'Address' },
  addressHint: {
    de: 'Zum Beispiel https://logs.schule.example:19531. Wer den Port erreicht, liest dort alles: Lassen Sie nur diesen PC zu.',
    en: 'For example https://logs.schule.example:19531. Whoever reaches the port reads everything there: let in this PC only.'
  },
  authority: { de: 'CA-Zertifikat des Servers', en: 'CA certificate of the server' },
  authorityNone: {
    de: 'Keines angeheftet: Es gelten die öffentlichen Zertifizierungsstellen.',
    en: 'None is pinned: the public authorities count.'
  },
  fingerprint: { de: 'SHA-256', en: 'SHA-256' },
  chooseAuthority: { de: 'CA-Zertifikat wählen', en: 'Choose a CA certificate' },
  dropAuthority: { de: 'Nicht anheften', en: 'Do not pin' },
  filterText: {
    de: 'Nur was hier steht, wird vom Server geholt. Mehrere trennen Sie mit Komma; leer: alles.',
    en: 'Only what stands here is fetched from the server. Separate several by commas; empty: everything.'
  },
  filter: { de: 'Einträge eingrenzen', en: 'Narrow the entries' },
  hosts: { de: 'Rechner', en: 'Computers' },
  units: { de: 'Dienste (Units)', en: 'Services (units)' },
  identifiers: { de: 'Kennungen (Identifier)', en: 'Identifiers' },
  messages: { de: 'Was in den Meldungen steht', en: 'What the messages hold' },
  messagesHint: {
    de: 'Bekannt sind slapd, Postfix, Dovecot, FreeRADIUS und Samba. Schreibt ein Dienst die Zeilen seines eigenen Formats ins Journal, wählen Sie dieses.',
    en: 'Known are slapd, Postfix, Dovecot, FreeRADIUS and Samba. Where a service writes the lines of a format of its own into the journal, choose that one.'
  },
  known: { de: 'Meldungen bekannter Dienste', en: 'Messages of known services' }
})
