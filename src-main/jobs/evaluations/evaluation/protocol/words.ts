import { pseudonymOf, type Judgment, type PseudonymKind } from '../../../../contract/evaluations'
import type { RecordedEvent, RecordedText } from '../../../../contract/evaluationRecord'
import type { destructionReasons, gapCodes } from '../../../../contract/evidence'
import type { Act, Surety } from '../../../../contract/logEvents'
import { html, type Markup } from '../../../../core/documents/html'

/** The words of the printed protocol, which is German whatever the window speaks. */
const pseudonyms: Readonly<Record<PseudonymKind, string>> = {
  person: 'Person',
  address: 'Adresse',
  device: 'Gerät',
  mail: 'Mailadresse',
  name: 'Name'
}

export const judgmentWords: Readonly<Record<Judgment, string>> = {
  noViolation: 'Kein Verstoß',
  violation: 'Verstoß',
  lawEnforcement: 'Übergabe an die Strafverfolgung'
}

export const suretyWords: Readonly<Record<Surety, string>> = {
  proved: 'bewiesen',
  claimed: 'behauptet',
  address: 'nur Adresse',
  device: 'nur Gerät',
  unknown: 'unbekannt'
}

export const suretyMeanings: Readonly<Record<Surety, string>> = {
  proved: 'Der Dienst hat die Person nach einer Anmeldung eingelassen.',
  claimed: 'Ein Name, den niemand geprüft hat.',
  address: 'Bekannt ist nur, von welcher Adresse. Dahinter können mehrere Personen sein.',
  device: 'Bekannt ist nur das Gerät, nicht, wer davor saß.',
  unknown: 'Nichts davon ist bekannt.'
}

export const timeWords: Readonly<Record<RecordedEvent['timeKnown'], string>> = {
  written: 'Zeit steht in der Quelle',
  zoneAssumed: 'Zeitzone angenommen (Schulzeit)',
  yearAssumed: 'Jahr und Zeitzone angenommen'
}

export const edgeWords: Readonly<Record<RecordedEvent['edge'], string>> = {
  start: 'Anfang',
  end: 'Ende',
  moment: 'Zeitpunkt',
  received: 'beim Server eingegangen'
}

export const groupWords = {
  signIn: 'Anmeldung',
  network: 'Netz',
  web: 'Web',
  files: 'Dateien',
  programs: 'Programme',
  mail: 'E-Mail',
  print: 'Drucken',
  directory: 'Konten'
} as const

const acts: Readonly<Record<Act, string>> = {
  webRequest: 'Webseite abgerufen',
  webRefused: 'Webseite gesperrt',
  signIn: 'Angemeldet',
  signInRefused: 'Anmeldung abgewiesen',
  signOut: 'Abgemeldet',
  access: 'Zugriff erlaubt',
  directoryRead: 'Verzeichnis gelesen',
  directoryChange: 'Verzeichnis geändert',
  groupChange: 'Gruppe geändert',
  passwordChange: 'Passwort geändert',
  passwordChangeRefused: 'Passwortänderung abgewiesen',
  accountLocked: 'Konto gesperrt',
  networkStart: 'Ins Netz gekommen',
  networkUpdate: 'Noch im Netz',
  networkStop: 'Netz verlassen',
  fileAccess: 'Datei benutzt',
  fileRefused: 'Datei verweigert',
  processStart: 'Programm gestartet',
  print: 'Gedruckt',
  mailSubmitted: 'E-Mail abgeschickt',
  mailDelivered: 'E-Mail zugestellt'
}

const gaps: Readonly<Record<(typeof gapCodes)[number], string>> = {
  contentsNotOrdered: 'Inhalte von Nachrichten umfasst die Anordnung nicht: Nichts davon wurde gelesen',
  nothingThere: 'Keine Datei war da',
  notReadable: 'Durfte oder konnte nicht gelesen werden',
  packedUnknown: 'Gepackt, wie es diese Fassung von Netzwart nicht kennt',
  formatUnknown: 'Format nicht erkannt',
  partMissing: 'Ein Teil fehlt',
  cutOff: 'Endet mittendrin',
  damaged: 'Beschädigt',
  shrunk: 'Wurde beim Lesen kürzer',
  unreadable: 'Nicht bis zum Ende lesbar',
  lastLineOpen: 'Die letzte Zeile hat kein Ende',
  linesRejected: 'Zeilen, die niemand lesen kann',
  outOfOrder: 'Nicht in der Reihenfolge der Zeit',
  joinedFrom: 'Wer dahinter steht, ist erst ab hier bekannt',
  notAnswered: 'Der Server hat nicht geantwortet: Nichts davon wurde gelesen',
  notUnderstood:
    'Der Server hat sich nicht ausgewiesen oder die Anfrage nicht verstanden: Nichts davon wurde gelesen',
  brokenOff: 'Der Server brach ab: Was danach kam, ist nicht bekannt',
  beginsLater: 'Beginnt erst nach Anfang des Zeitraums',
  endsEarlier: 'Endet vor Ende des Zeitraums',
  namesAlike: 'Ähnliche Namen, von denen niemand weiß, ob sie gemeint sind'
}

export const becauseWords = {
  noLog: 'hatte nichts zu prüfen: Keine Quelle hat Ereignisse der Art, um die es ihr geht',
  notJoined:
    'hatte nichts zu prüfen: Von keinem Ereignis ist bekannt, wonach sie fragt (Person, Sperre oder Gerät)',
  notKnown: 'nicht angewandt: Diese Fassung von Netzwart kennt sie nicht',
  nothingFound: 'kein Fund'
} as const

export const destructionWords: Readonly<Record<(typeof destructionReasons)[number], string>> = {
  keptLongEnough: 'die Aufbewahrungsfrist war um',
  withdrawn: 'die Anordnung war zurückgezogen'
}

function wordOf(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code
}

/** A code of a later version stands as it is. */
export function actWord(act: string): string {
  return wordOf(acts, act)
}

/** A code of a later version stands as it is. */
export function gapWord(code: string): string {
  return wordOf(gaps, code)
}

/** `person:3` as `Person 3`. */
export function pseudonymWord(text: string): string {
  const { kind, number } = pseudonymOf(text)
  return `${pseudonyms[kind]} ${String(number)}`
}

/** Pseudonyms stand out, since what somebody has written into a text can look like one. */
export function masked(text: RecordedText): Markup {
  return html`<bdi
    >${text.map((part) =>
      typeof part === 'string' ? html`${part}` : html`<strong>[${pseudonymWord(part.pseudonym)}]</strong>`
    )}</bdi
  >`
}

const clock = new Intl.DateTimeFormat('de-DE', {
  ...{ dateStyle: 'medium', timeStyle: 'medium' },
  timeZone: 'Europe/Berlin'
})

/** Milliseconds or ISO, as the school's clock shows it: `28.11.2026, 09:20:00`. */
export function germanInstant(instant: number | string): string {
  return clock.format(new Date(instant))
}

export function germanNumber(number: number): string {
  return number.toLocaleString('de-DE')
}

/** `1 Ereignis`, `12 Ereignisse`. */
export function counted(number: number, one: string, many: string): string {
  return `${germanNumber(number)} ${number === 1 ? one : many}`
}
