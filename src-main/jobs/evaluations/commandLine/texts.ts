import type { Text } from '../../../contract/language'
import type { Act, Surety } from '../logs'

/** What `logs check` says beside the sentences of the contract. */
export const texts = {
  format: { de: 'Format', en: 'Format' },
  noFormat: { de: 'nicht erkannt', en: 'not recognised' },
  lines: { de: 'Zeilen', en: 'Lines' },
  lineCounts: {
    de: '{lines} = {parsed} gelesen + {rejected} abgelehnt',
    en: '{lines} = {parsed} parsed + {rejected} rejected'
  },
  events: { de: 'Ereignisse', en: 'Events' },
  persons: { de: 'Personen', en: 'Persons' },
  times: { de: 'Zeitraum', en: 'Time span' },
  zoneUnknown: { de: 'Ortszeit, Zeitzone nicht im Protokoll', en: 'local time, zone not in the log' },
  yearInferred: {
    de: 'Jahr nicht im Protokoll, aus der letzten Änderung der Datei erschlossen: {count}',
    en: 'year not in the log, inferred from the last change of the file: {count}'
  },
  timeIsEnd: { de: 'Zeit ist das Ende des Vorgangs: {count}', en: 'time is the end of the act: {count}' },
  timeIsReceipt: {
    de: 'Zeit ist der Eingang beim Server: {count}',
    en: 'time is the receipt at the server: {count}'
  },
  rejected: { de: 'Abgelehnt', en: 'Rejected' },
  rejection: { de: '{count} {reason} (ab Byte {offsets})', en: '{count} {reason} (from byte {offsets})' }
} as const satisfies Record<string, Text>

/** How sure the person of an event is. */
export const suretyTexts: Readonly<Record<Surety, Text>> = {
  proved: { de: 'durch Anmeldung belegt', en: 'proved by a sign-in' },
  claimed: { de: 'nur behauptet', en: 'only claimed' },
  address: { de: 'nur Adresse', en: 'address only' },
  device: { de: 'nur Gerät', en: 'device only' },
  unknown: { de: 'unbekannt', en: 'unknown' }
}

export const actTexts: Readonly<Record<Act, Text>> = {
  webRequest: { de: 'Web-Abrufe', en: 'web requests' },
  webRefused: { de: 'gesperrte Web-Abrufe', en: 'refused web requests' },
  signIn: { de: 'Anmeldungen', en: 'sign-ins' },
  signInRefused: { de: 'abgelehnte Anmeldungen', en: 'refused sign-ins' },
  signOut: { de: 'Abmeldungen', en: 'sign-outs' },
  access: { de: 'Zugriffe auf einen Dienst', en: 'accesses to a service' },
  directoryRead: { de: 'Verzeichnisabfragen', en: 'directory queries' },
  directoryChange: { de: 'Verzeichnisänderungen', en: 'directory changes' },
  groupChange: { de: 'Gruppenänderungen', en: 'group changes' },
  passwordChange: { de: 'Passwortänderungen', en: 'password changes' },
  passwordChangeRefused: { de: 'abgelehnte Passwortänderungen', en: 'refused password changes' },
  accountLocked: { de: 'gesperrte Konten', en: 'locked accounts' },
  networkStart: { de: 'Netzsitzungen begonnen', en: 'network sessions begun' },
  networkUpdate: { de: 'Zwischenstände von Netzsitzungen', en: 'updates of network sessions' },
  networkStop: { de: 'Netzsitzungen beendet', en: 'network sessions ended' },
  fileAccess: { de: 'Dateizugriffe', en: 'file accesses' },
  fileRefused: { de: 'erfolglose Dateizugriffe', en: 'unsuccessful file accesses' },
  processStart: { de: 'Programmstarts', en: 'program starts' },
  print: { de: 'Druckaufträge', en: 'print jobs' },
  mailSubmitted: { de: 'E-Mails angenommen', en: 'mails accepted' },
  mailDelivered: { de: 'E-Mails zugestellt', en: 'mails delivered' }
}
