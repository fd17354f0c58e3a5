import { defineMessages } from '../../../shared/i18n/define'
import { actTexts } from '../../../shared/actTexts'

/** What codes of events are called. */
export const evaluationWordMessages = defineMessages('evaluationWords', {
  'pseudonym.person': { de: 'Person {number}', en: 'Person {number}' },
  'pseudonym.address': { de: 'Adresse {number}', en: 'Address {number}' },
  'pseudonym.device': { de: 'Gerät {number}', en: 'Device {number}' },
  'pseudonym.mail': { de: 'Mailadresse {number}', en: 'Mail address {number}' },
  'pseudonym.name': { de: 'Name {number}', en: 'Name {number}' },
  'surety.proved': { de: 'bewiesen', en: 'proved' },
  'surety.claimed': { de: 'behauptet', en: 'claimed' },
  'surety.address': { de: 'nur Adresse', en: 'only address' },
  'surety.device': { de: 'nur Gerät', en: 'only device' },
  'surety.unknown': { de: 'unbekannt', en: 'unknown' },
  'suretyText.proved': {
    de: 'Der Dienst hat die Person nach einer Anmeldung eingelassen.',
    en: 'The service has let the person in after a sign-in.'
  },
  'suretyText.claimed': { de: 'Ein Name, den niemand geprüft hat.', en: 'A name that nobody has checked.' },
  'suretyText.address': {
    de: 'Bekannt ist nur, von welcher Adresse. Dahinter können mehrere sein.',
    en: 'Only the address is known. There may be several behind it.'
  },
  'suretyText.device': {
    de: 'Bekannt ist nur das Gerät, nicht, wer davor saß.',
    en: 'Only the device is known, not who sat at it.'
  },
  'suretyText.unknown': { de: 'Nichts davon ist bekannt.', en: 'Nothing of it is known.' },
  'time.written': { de: 'Zeit steht im Protokoll', en: 'Time as the log says' },
  'time.zoneAssumed': { de: 'Zeitzone angenommen (Schulzeit)', en: 'Time zone assumed (school’s)' },
  'time.yearAssumed': { de: 'Jahr und Zeitzone angenommen', en: 'Year and time zone assumed' },
  'edge.start': { de: 'Anfang', en: 'begin' },
  'edge.end': { de: 'Ende', en: 'end' },
  'edge.moment': { de: 'Zeitpunkt', en: 'moment' },
  'edge.received': { de: 'beim Server eingegangen', en: 'received by the server' },
  'group.signIn': { de: 'Anmeldung', en: 'Sign-in' },
  'group.network': { de: 'Netz', en: 'Network' },
  'group.web': { de: 'Web', en: 'Web' },
  'group.files': { de: 'Dateien', en: 'Files' },
  'group.programs': { de: 'Programme', en: 'Programs' },
  'group.mail': { de: 'E-Mail', en: 'Mail' },
  'group.print': { de: 'Drucken', en: 'Print' },
  'group.directory': { de: 'Konten', en: 'Accounts' },
  ...actTexts,
  'gap.contentsNotOrdered': {
    de: 'Inhalte von Nachrichten umfasst die Anordnung nicht: Nichts davon wurde gelesen',
    en: 'The order does not cover contents of messages: nothing of it was read'
  },
  'gap.nothingThere': { de: 'Keine Datei war da', en: 'No file was there' },
  'gap.notReadable': { de: 'Durfte oder konnte nicht gelesen werden', en: 'Could not or must not be read' },
  'gap.packedUnknown': {
    de: 'Gepackt, wie es diese Fassung nicht kennt',
    en: 'Packed in a way that this version does not know'
  },
  'gap.formatUnknown': { de: 'Format nicht erkannt', en: 'Format not recognised' },
  'gap.partMissing': { de: 'Ein Teil fehlt', en: 'A part is missing' },
  'gap.cutOff': { de: 'Endet mittendrin', en: 'Ends in the middle' },
  'gap.damaged': { de: 'Beschädigt', en: 'Damaged' },
  'gap.shrunk': { de: 'Wurde beim Lesen kürzer', en: 'Became shorter while it was read' },
  'gap.unreadable': { de: 'Nicht bis zum Ende lesbar', en: 'Not readable to its end' },
  'gap.lastLineOpen': { de: 'Die letzte Zeile hat kein Ende', en: 'The last line has no end' },
  'gap.linesRejected': { de: 'Zeilen, die niemand lesen kann', en: 'Lines that nobody can read' },
  'gap.outOfOrder': { de: 'Nicht in der Reihenfolge der Zeit', en: 'Not in the order of time' },
  'gap.joinedFrom': {
    de: 'Wer dahinter steht, ist erst ab hier bekannt',
    en: 'Who is behind it is known only from here on'
  },
  'gap.notAnswered': {
    de: 'Der Server hat nicht geantwortet: Nichts davon wurde gelesen',
    en: 'The server did not answer: nothing of it was read'
  },
  'gap.notUnderstood': {
    de: 'Der Server hat sich nicht ausgewiesen oder die Anfrage nicht verstanden: Nichts davon wurde gelesen',
    en: 'The server did not prove who it is or did not understand the query: nothing of it was read'
  },
  'gap.brokenOff': {
    de: 'Der Server brach ab: Was danach kam, ist nicht bekannt',
    en: 'The server broke off: what came after is not known'
  },
  'gap.beginsLater': { de: 'Beginnt erst nach Anfang des Zeitraums', en: 'Begins after the time has begun' },
  'gap.endsEarlier': { de: 'Endet vor Ende des Zeitraums', en: 'Ends before the time is over' },
  'gap.namesAlike': {
    de: 'Ähnliche Namen, von denen niemand weiß, ob sie gemeint sind',
    en: 'Similar names of which nobody knows whether they are meant'
  }
})
