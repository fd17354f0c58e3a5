import type { Text } from './language'

/** What somebody or something did, in the words that all formats share. */
export const acts = [
  'webRequest',
  'webRefused',
  'signIn',
  'signInRefused',
  'signOut',
  'access',
  'directoryRead',
  'directoryChange',
  'groupChange',
  'passwordChange',
  'passwordChangeRefused',
  'accountLocked',
  'networkStart',
  'networkUpdate',
  'networkStop',
  'fileAccess',
  'fileRefused',
  'processStart',
  'print',
  'mailSubmitted',
  'mailDelivered'
] as const
export type Act = (typeof acts)[number]

/**
 * How the person of an event is known. `proved`: the service that wrote the line has let them in by a sign-in.
 * `claimed`: a name that nobody checked. `address`, `device`: no name at all, only where it came from. `unknown`: none of it.
 */
export const sureties = ['proved', 'claimed', 'address', 'device', 'unknown'] as const
export type Surety = (typeof sureties)[number]

/** What people call the details of an event. A format that tells another one names it here. */
export const detailNames = {
  service: { de: 'Dienst', en: 'Service' },
  means: { de: 'Vorgang', en: 'Operation' },
  method: { de: 'Methode', en: 'Method' },
  url: { de: 'Adresse (URL)', en: 'Address (URL)' },
  command: { de: 'Befehlszeile', en: 'Command line' },
  parent: { de: 'Gestartet von', en: 'Started by' },
  path: { de: 'Pfad', en: 'Path' },
  target: { de: 'Ziel', en: 'Target' },
  group: { de: 'Gruppe', en: 'Group' },
  result: { de: 'Ergebnis', en: 'Result' },
  status: { de: 'Status', en: 'Status' },
  reason: { de: 'Grund', en: 'Reason' },
  sender: { de: 'Absender', en: 'Sender' },
  recipient: { de: 'Empfänger', en: 'Recipient' },
  recipients: { de: 'Anzahl Empfänger', en: 'Number of recipients' },
  printer: { de: 'Drucker', en: 'Printer' },
  job: { de: 'Druckauftrag', en: 'Print job' },
  title: { de: 'Titel', en: 'Title' },
  page: { de: 'Seite', en: 'Page' },
  pages: { de: 'Exemplare', en: 'Copies' },
  bytes: { de: 'Bytes', en: 'Bytes' },
  bytesIn: { de: 'Bytes empfangen', en: 'Bytes received' },
  bytesOut: { de: 'Bytes gesendet', en: 'Bytes sent' },
  milliseconds: { de: 'Millisekunden', en: 'Milliseconds' },
  seconds: { de: 'Sekunden', en: 'Seconds' },
  tries: { de: 'Versuche', en: 'Tries' },
  logonType: { de: 'Art der Anmeldung', en: 'Kind of sign-in' },
  session: { de: 'Sitzung', en: 'Session' },
  station: { de: 'Station', en: 'Station' },
  host: { de: 'Rechner', en: 'Computer' },
  workstation: { de: 'Arbeitsplatz', en: 'Workstation' },
  eventId: { de: 'Ereignis-ID', en: 'Event id' }
} as const satisfies Record<string, Text>
export type DetailName = keyof typeof detailNames

/** What people call a detail; one that a newer version has told keeps its own name. */
export function detailName(name: string): Text {
  const names: Readonly<Record<string, Text>> = detailNames
  return (Object.hasOwn(names, name) ? names[name] : undefined) ?? { de: name, en: name }
}
