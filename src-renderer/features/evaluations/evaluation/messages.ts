import { defineMessages } from '../../../shared/i18n/define'

/** The page of an evaluation: opening, looking, revealing, concluding. */
export const evaluationMessages = defineMessages('evaluation', {
  title: { de: 'Auswertung', en: 'Evaluation' },
  titleNumber: { de: 'Auswertung zur Anordnung {number}', en: 'Evaluation under order {number}' },
  gone: { de: 'Diese Auswertung gibt es für Sie nicht', en: 'There is no such evaluation for you' },
  goneText: {
    de: 'Öffnen können sie nur die Auswertenden, die die Anordnung nennt.',
    en: 'Only the evaluators whom the order names can open it.'
  },
  backToStart: { de: 'Zur Übersicht', en: 'To the overview' },

  about: { de: 'Worum es geht', en: 'What it is about' },
  occasion: { de: 'Anlass', en: 'Occasion' },
  suspicion: { de: 'Verdacht', en: 'Suspicion' },
  rule: { de: 'Regel', en: 'Rule' },
  window: { de: 'Zeitraum', en: 'Time' },
  windowText: { de: '{from} bis {until}', en: '{from} to {until}' },
  evaluators: { de: 'Auswertende', en: 'Evaluators' },
  expires: { de: 'Gilt bis', en: 'In force until' },
  sealed: { de: 'Versiegelt', en: 'Sealed' },
  contents: { de: 'Inhalte', en: 'Contents' },
  contentsYes: {
    de: 'Inhalte von Nachrichten gehören dazu (P24)',
    en: 'Contents of messages are part of it (P24)'
  },
  contentsNo: { de: 'gehören nicht dazu', en: 'are no part of it' },
  erased: { de: 'Gelöscht', en: 'Erased' },

  nothingSealedTitle: { de: 'Noch ist nichts eingelesen', en: 'Nothing was read yet' },
  nothingSealedText: {
    de: 'Gelesen wird nur, was die Anordnung umfasst, und es wird sofort versiegelt: Auch wer hier drückt, sieht nichts davon. Öffnen können es danach zwei von Ihnen gemeinsam.',
    en: 'Only what the order covers is read, and it is sealed at once: whoever presses here sees nothing of it, either. Two of you can open it afterwards, together.'
  },
  gather: { de: 'Protokolle einlesen und versiegeln', en: 'Read the logs and seal them' },
  gathering: { de: '{megabytes} MB gelesen', en: '{megabytes} MB read' },
  endedTitle: { de: 'Die Anordnung gilt nicht mehr', en: 'The order is no longer in force' },
  endedText: {
    de: 'Sie ist zurückgezogen oder abgelaufen. Geöffnet wird nichts mehr; nötig wäre eine neue Anordnung.',
    en: 'It was withdrawn or has expired. Nothing is opened any more; that would take a new order.'
  },

  openTitle: { de: 'Zu zweit öffnen', en: 'Open it together' },
  openText: {
    de: 'Niemand öffnet allein (Vier-Augen-Prinzip, P21). Beide geben ihre Passphrase ein. Namen sehen Sie danach nicht, sondern Pseudonyme; jede Suche und jedes Aufdecken steht im Journal.',
    en: 'Nobody opens it alone (four-eyes principle, P21). Both type their passphrase. You will see pseudonyms, no names; each search and each reveal stands in the journal.'
  },
  open: { de: 'Auswertung öffnen', en: 'Open the evaluation' },

  stepFirst: { de: 'Erste Person', en: 'First person' },
  stepSecond: { de: 'Zweite Person', en: 'Second person' },
  who: { de: 'Wer sitzt hier?', en: 'Who sits here?' },
  passphrase: { de: 'Passphrase von {name}', en: 'Passphrase of {name}' },
  passphraseHelp: {
    de: 'Sie wird geprüft und sofort vergessen. Die andere Person sieht bitte nicht zu.',
    en: 'It is checked and forgotten at once. The other person does not watch, please.'
  },
  firstDone: {
    de: '{name} ist dabei. Jetzt ist die zweite Person dran, bis {time} Uhr.',
    en: '{name} has joined. Now it is the second person’s turn, until {time}.'
  },
  next: { de: 'Weiter zur zweiten Person', en: 'On to the second person' },
  cancelJoint: { de: 'Abbrechen', en: 'Cancel' },
  working: { de: 'Das dauert einen Moment.', en: 'This takes a moment.' },

  endsAt: { de: 'Schließt sich von selbst um {time} Uhr', en: 'Closes by itself at {time}' },
  openedBy: { de: 'Geöffnet von {names}', en: 'Opened by {names}' },
  and: { de: '{first} und {second}', en: '{first} and {second}' },
  leave: { de: 'Auswertung verlassen', en: 'Leave the evaluation' },
  conclude: { de: 'Abschließen', en: 'Conclude' },
  backToEvents: { de: 'Zurück zu den Ereignissen', en: 'Back to the events' },
  ended: {
    de: 'Die Auswertung hat sich geschlossen. Was vermerkt ist, bleibt vermerkt.',
    en: 'The evaluation has closed itself. What was marked stays marked.'
  },

  tabEvents: { de: 'Ereignisse', en: 'Events' },
  tabFindings: { de: 'Funde der Regeln', en: 'Findings of rules' },
  tabStays: { de: 'Im Netz', en: 'In the network' },
  tabSources: { de: 'Quellen und Lücken', en: 'Sources and gaps' },
  tabRevealed: { de: 'Aufgedeckt', en: 'Revealed' },

  timeline: { de: 'Ereignisse im Verlauf der Zeit', en: 'Events over time' },
  timelineText: {
    de: '{events} Ereignisse von {from} bis {until}. Ziehen mit der Maus oder die Tasten Plus, Minus und Pfeile ändern den Ausschnitt, Null zeigt alles.',
    en: '{events} events from {from} to {until}. Dragging with the mouse or the keys plus, minus and arrows change the part shown, zero shows everything.'
  },
  zoomIn: { de: 'Näher', en: 'Closer' },
  zoomOut: { de: 'Weiter weg', en: 'Farther' },
  earlier: { de: 'Früher', en: 'Earlier' },
  later: { de: 'Später', en: 'Later' },
  whole: { de: 'Ganzer Zeitraum', en: 'Whole time' },
  found: { de: 'von einer Regel gefunden', en: 'found by a rule' },

  search: { de: 'Ereignisse suchen', en: 'Search events' },
  searchPlaceholder: { de: 'Text, Pseudonym', en: 'Text, pseudonym' },
  searchNote: {
    de: 'Gesucht wird in dem, was hier steht. Ein echter Name findet nichts, ob er vorkommt oder nicht.',
    en: 'What stands here is searched. A real name finds nothing, whether or not it is there.'
  },
  matches: {
    de: 'Kein Ereignis | Ein Ereignis | {count} Ereignisse',
    en: 'No event | One event | {count} events'
  },
  filterGroup: { de: 'Art', en: 'Kind' },
  allGroups: { de: 'Alle Arten', en: 'All kinds' },
  filterSurety: { de: 'Wie sicher', en: 'How sure' },
  allSureties: { de: 'Jede Sicherheit', en: 'However sure' },
  filterSource: { de: 'Quelle', en: 'Source' },
  allSources: { de: 'Alle Quellen', en: 'All sources' },
  onlyMarked: { de: 'Nur vermerkte', en: 'Only marked' },
  onlyFound: { de: 'Nur gefundene', en: 'Only found' },
  inView: { de: 'Nur im Ausschnitt', en: 'Only in the part shown' },
  only: { de: 'Nur {pseudonym}', en: 'Only {pseudonym}' },
  emptyTitle: { de: 'Kein Ereignis passt dazu', en: 'No event fits' },
  noneTitle: { de: 'Unter dieser Anordnung ist nichts gefunden', en: 'Nothing was found under this order' },
  noneText: {
    de: 'In den Quellen steht im Zeitraum nichts, was die Anordnung umfasst. Auch das ist ein Ergebnis; sehen Sie die Lücken an, bevor Sie abschließen.',
    en: 'The sources hold nothing in that time that the order covers. That is a result, too; look at the gaps before you conclude.'
  },
  columnTime: { de: 'Zeit', en: 'Time' },
  columnAct: { de: 'Was', en: 'What' },
  columnPerson: { de: 'Wer', en: 'Who' },
  columnSurety: { de: 'Wie sicher', en: 'How sure' },
  columnWhere: { de: 'Woher', en: 'From where' },
  columnDetails: { de: 'Einzelheiten', en: 'Details' },
  listLabel: { de: 'Ereignisse', en: 'Events' },
  marked: { de: 'Vermerkt', en: 'Marked' },

  eventTitle: { de: 'Ereignis', en: 'Event' },
  time: { de: 'Zeit', en: 'Time' },
  source: { de: 'Quelle', en: 'Source' },
  address: { de: 'Adresse', en: 'Address' },
  device: { de: 'Gerät', en: 'Device' },
  nobody: { de: 'niemand genannt', en: 'nobody named' },
  isRelevant: { de: 'Ist wichtig', en: 'Is relevant' },
  note: { de: 'Notiz', en: 'Note' },
  noteHelp: {
    de: 'Steht im Journal, mit der Stelle im Protokoll.',
    en: 'Stands in the journal, with the place in the log.'
  },
  keepMark: { de: 'Vermerken', en: 'Keep' },
  filterBy: { de: 'Nur {pseudonym} zeigen', en: 'Show only {pseudonym}' },
  reveal: { de: '{pseudonym} aufdecken', en: 'Reveal {pseudonym}' },

  revealTitle: { de: '{pseudonym} aufdecken', en: 'Reveal {pseudonym}' },
  revealText: {
    de: 'Danach sehen Sie beide, wer oder was dahinter steht. Das geht nur gemeinsam, für dieses eine Pseudonym, und steht mit dem Grund im Journal.',
    en: 'Afterwards you both see who or what stands behind it. It takes both of you, is for this one pseudonym, and stands in the journal with the reason.'
  },
  revealReason: { de: 'Grund', en: 'Reason' },
  revealReasonHelp: { de: 'Warum Sie das jetzt wissen müssen.', en: 'Why you have to know this now.' },
  revealNow: { de: 'Aufdecken', en: 'Reveal' },
  noneRevealed: { de: 'Noch ist nichts aufgedeckt', en: 'Nothing was revealed yet' },
  noneRevealedText: {
    de: 'Öffnen Sie ein Ereignis, um ein Pseudonym darin gemeinsam aufzudecken.',
    en: 'Open an event to reveal a pseudonym in it together.'
  },

  innocent: { de: 'Harmlose Erklärungen', en: 'Innocent explanations' },
  findingCount: { de: 'Ein Ereignis | {count} Ereignisse', en: 'One event | {count} events' },
  findingNot: {
    de: 'Eine Regel findet Ereignisse. Sie beweist nichts über eine Person.',
    en: 'A rule finds events. It proves nothing about a person.'
  },
  showEvents: { de: 'Ereignisse zeigen', en: 'Show the events' },
  noFindings: { de: 'Keine Regel hat etwas gefunden', en: 'No rule has found anything' },
  noFindingsText: {
    de: 'Das entlastet nur, soweit die Quellen vollständig sind.',
    en: 'That speaks for somebody only as far as the sources are complete.'
  },
  idleTitle: { de: 'Regeln ohne Fund', en: 'Rules without a finding' },
  'idle.noLog': {
    de: 'in den Quellen steht nichts, worauf sie sich bezieht',
    en: 'the sources hold nothing that it is about'
  },
  'idle.notJoined': {
    de: 'von keinem Ereignis ist bekannt, wonach sie fragt ({missing})',
    en: 'of no event is known what it asks for ({missing})'
  },
  'missing.person-kind': { de: 'wer zu welcher Personengruppe gehört', en: 'what kind of person it is' },
  'missing.account-state': { de: 'ob das Konto gesperrt war', en: 'whether the account was suspended' },
  'missing.suspended-minutes': {
    de: 'seit wann das Konto gesperrt war',
    en: 'since when the account was suspended'
  },
  'missing.device-kind': {
    de: 'ob das Gerät der Schule gehört – Einstellungen, Geräte',
    en: 'whether the device is the school’s – settings, devices'
  },
  'missing.device-for': {
    de: 'für wen das Gerät bestimmt ist – Einstellungen, Geräte',
    en: 'whom the device is meant for – settings, devices'
  },
  'idle.notKnown': { de: 'diese Fassung kennt die Regel nicht', en: 'this version does not know the rule' },
  'idle.nothingFound': { de: 'nichts gefunden', en: 'nothing found' },

  staysText: {
    de: 'Nur wo dasselbe Protokoll Anfang und Ende nennt. Alles andere steht bei den Ereignissen.',
    en: 'Only where the same log tells begin and end. Everything else stands with the events.'
  },
  noStays: { de: 'Kein Aufenthalt ist von Anfang bis Ende belegt', en: 'No stay is told from begin to end' },
  staysLabel: { de: 'Aufenthalte im Netz und an Rechnern', en: 'Stays in the network and at computers' },
  stayColumn: { de: 'Wer, womit', en: 'Who, with what' },
  outOfView: { de: 'nicht im Ausschnitt', en: 'not in the part shown' },

  file: { de: 'Datei', en: 'File' },
  lines: { de: 'Zeilen', en: 'Lines' },
  parsed: { de: 'gelesen', en: 'read' },
  rejected: { de: 'nicht gelesen', en: 'not read' },
  hash: { de: 'SHA-256 des Gelesenen', en: 'SHA-256 of what was read' },
  noGaps: { de: 'Keine Lücken bekannt', en: 'No gaps known' },
  gapsTitle: { de: 'Lücken', en: 'Gaps' },
  noFormat: { de: 'Format nicht erkannt', en: 'format not recognised' },
  outside: { de: '{count} nicht umfasst und verworfen', en: '{count} not covered and thrown away' },

  closeTitle: { de: 'Gemeinsam abschließen', en: 'Conclude together' },
  judgmentLabel: { de: 'Ergebnis', en: 'Judgment' },
  'judgment.noViolation': { de: 'Kein Verstoß', en: 'No violation' },
  'judgment.violation': { de: 'Verstoß', en: 'Violation' },
  'judgment.lawEnforcement': { de: 'Übergabe an die Strafverfolgung', en: 'Handing over to law enforcement' },
  'judgmentText.noViolation': {
    de: 'Was da ist, trägt den Verdacht nicht. Niemandem wird etwas vorgehalten.',
    en: 'What is there does not bear the suspicion out. Nobody is reproached with anything.'
  },
  'judgmentText.violation': {
    de: 'Die Schulleitung erfährt es und entscheidet, was folgt (P26).',
    en: 'The leadership learns of it and decides what follows (P26).'
  },
  'judgmentText.lawEnforcement': {
    de: 'Die Schulleitung erfährt es und entscheidet, ob sie übergibt (P23).',
    en: 'The leadership learns of it and decides whether to hand it over (P23).'
  },
  findings: { de: 'Was Sie gefunden haben', en: 'What you have found' },
  findingsHelp: {
    de: 'Mit der Sicherheit dazu: bewiesen, behauptet, nur Adresse, nur Gerät.',
    en: 'With how sure it is: proved, claimed, only an address, only a device.'
  },
  notFound: { de: 'Was Sie gesucht und nicht gefunden haben', en: 'What you have looked for and not found' },
  notFoundHelp: {
    de: 'Auch Lücken der Quellen gehören hierher.',
    en: 'Gaps of the sources belong here, too.'
  },
  summary: { de: 'Zusammenfassung', en: 'Summary' },
  summaryHelp: {
    de: 'So, dass die Schulleitung sie ohne Sie versteht.',
    en: 'So that the leadership understands it without you.'
  },
  missingWords: {
    de: 'Bitte füllen Sie die drei Felder mit mindestens {least} Zeichen.',
    en: 'Please fill the three fields with at least {least} characters.'
  },
  protocolTitle: { de: 'Was ins Protokoll kommt', en: 'What goes into the protocol' },
  protocolText: {
    de: 'Quellen und Lücken, Suchregeln und ihre Funde, jede Frage, jedes Aufdecken und die Ereignisse, die Sie vermerkt haben. Namen stehen nur dort, wo Sie beide aufgedeckt haben.',
    en: 'Sources and gaps, search rules and their findings, each question, each reveal, and the events that you have marked. Names stand only where both of you have revealed them.'
  },
  'shown.findings': { de: 'Was gefunden wurde', en: 'What was found' },
  'shown.notFound': {
    de: 'Was gesucht und nicht gefunden wurde',
    en: 'What was looked for and not found'
  },
  'shown.summary': { de: 'Zusammenfassung', en: 'Summary' },
  casesTitle: { de: 'Daraus vorgeschlagen', en: 'Proposed from it' },
  caseNumber: { de: 'Fall {number}', en: 'Case {number}' },
  noCaseYet: {
    de: 'Noch ist kein Fall vorgeschlagen. Das tun die Auswertenden.',
    en: 'No case is proposed yet. The evaluators do that.'
  },
  propose: { de: 'Fall vorschlagen', en: 'Propose a case' },
  proposeAnother: { de: 'Weiteren Fall vorschlagen', en: 'Propose another case' },
  saveProtocol: { de: 'Protokoll speichern', en: 'Save the protocol' },
  protocolSaved: { de: 'Protokoll gespeichert', en: 'Protocol saved' },
  closeNow: { de: 'Abschließen und unterschreiben', en: 'Conclude and sign' },
  toOrder: { de: 'Zur Anordnung', en: 'To the order' },
  closedTitle: { de: 'Abgeschlossen: {judgment}', en: 'Concluded: {judgment}' },
  closedBy: { de: 'Unterschrieben von {names}, {instant}', en: 'Signed by {names}, {instant}' },
  nextTitle: { de: 'Wie es weitergeht', en: 'What happens next' },
  'next.noViolation': {
    de: 'Die Beweismittel bleiben zu und werden nach ihrer Frist vernichtet.',
    en: 'The evidence stays closed and is destroyed when its period ends.'
  },
  'next.violation': {
    de: 'Die Auswertenden schlagen einen Fall vor, die Schulleitung entscheidet. Die Beweismittel bleiben dafür versiegelt: höchstens 90 Tage, und solange ein Fall daraus läuft, höchstens ein Jahr.',
    en: 'The evaluators propose a case, the leadership decides. The evidence stays sealed for that: at most 90 days, and while a case from it is under way, at most one year.'
  },
  'next.lawEnforcement': {
    de: 'Die Schulleitung entscheidet über die Übergabe. Die Beweismittel bleiben dafür versiegelt, höchstens 90 Tage.',
    en: 'The leadership decides about handing it over. The evidence stays sealed for that, at most 90 days.'
  }
})
