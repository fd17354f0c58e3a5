import { defineMessages } from '../../../../shared/i18n/define'

export const noticeMessages = defineMessages('notices', {
  title: { de: 'Benachrichtigung der Betroffenen', en: 'Notice to those concerned' },
  'duty.nothingRead': {
    de: 'Inhalte dürfen gelesen werden, gelesen ist noch nichts. Sobald etwas gelesen ist, sind die Betroffenen ohne Verzug zu benachrichtigen (P24).',
    en: 'Contents may be read, and nothing was read yet. Once something was read, those concerned are to be notified without delay (P24).'
  },
  'duty.never': {
    de: 'Unter dieser Anordnung wurde nichts gelesen. Niemand ist zu benachrichtigen.',
    en: 'Nothing was read under this order. Nobody is to be notified.'
  },
  'duty.begun': {
    de: 'Am {day} wurden Inhalte gelesen. Geben Sie den Betroffenen das Schreiben, und halten Sie fest, dass sie benachrichtigt sind: ohne Verzug (P24), hier nach längstens {days} Tagen.',
    en: 'Contents were read on {day}. Give those concerned the letter, and record that they were notified: without delay (P24), here after {days} days at the longest.'
  },
  'duty.told': {
    de: 'Am {day} wurden Inhalte gelesen. Alle, die zu benachrichtigen sind, sind benachrichtigt.',
    en: 'Contents were read on {day}. All who are to be notified were notified.'
  },
  'duty.read': { de: 'Am {day} wurden Inhalte gelesen.', en: 'Contents were read on {day}.' },
  nobody: {
    de: 'Die Anordnung benennt niemanden, und die Auswertung hat niemanden aufgedeckt. Wird jemand aufgedeckt, steht die Person hier.',
    en: 'The order names nobody, and the evaluation has revealed nobody. If somebody is revealed, they stand here.'
  },
  erased: {
    de: 'Wen die Anordnung betraf, wurde gelöscht.',
    en: 'Whom the order concerned was erased.'
  },
  unknown: {
    de: 'Aufgedeckte Namen, die zu keinem Konto im Verzeichnis gehören: {count}. Wem sie gehören, weiß Netzwart nicht; sie stehen im Journal.',
    en: 'Revealed names that belong to no account of the directory: {count}. Netzwart does not know whose they are; they stand in the journal.'
  },
  list: { de: 'Wer zu benachrichtigen ist', en: 'Who is to be notified' },
  'from.order': { de: 'in der Anordnung benannt', en: 'named in the order' },
  'from.revealed': { de: 'in der Auswertung aufgedeckt', en: 'revealed in the evaluation' },
  schoolClass: { de: 'Klasse {name}', en: 'Class {name}' },
  minor: { de: 'minderjährig', en: 'a minor' },
  ageUnknown: { de: 'Alter nicht bekannt', en: 'age not known' },
  'state.waiting': { de: 'Bis {day}', en: 'Until {day}' },
  'state.overdue': { de: 'Überfällig seit {day}', en: 'Overdue since {day}' },
  'state.given': { de: 'Benachrichtigt', en: 'Notified' },
  given: { de: '{way} am {day}; festgehalten von {name}', en: '{way} on {day}; recorded by {name}' },
  givenGuardians: {
    de: '{way} am {day}, auch die Erziehungsberechtigten; festgehalten von {name}',
    en: '{way} on {day}, the guardians as well; recorded by {name}'
  },
  'way.inPerson': { de: 'Im Gespräch', en: 'In person' },
  'way.letter': { de: 'Mit dem Schreiben', en: 'By letter' },
  'way.mail': { de: 'Per E-Mail', en: 'By e-mail' },
  letter: { de: 'Schreiben speichern', en: 'Save the letter' },
  letterFor: { de: 'Schreiben speichern: {name}', en: 'Save the letter: {name}' },
  guardiansLetter: { de: 'Schreiben an die Erziehungsberechtigten', en: 'Letter to the guardians' },
  guardiansLetterFor: {
    de: 'Schreiben an die Erziehungsberechtigten: {name}',
    en: 'Letter to the guardians: {name}'
  },
  saved: { de: 'Schreiben gespeichert', en: 'Letter saved' },
  give: { de: 'Als gegeben festhalten', en: 'Record as given' },
  giveFor: { de: 'Als gegeben festhalten: {name}', en: 'Record as given: {name}' },
  giveTitle: { de: '{name} ist benachrichtigt', en: '{name} was notified' },
  giveText: {
    de: 'Halten Sie es fest, wenn alle das Schreiben haben oder es wissen. Was unterschrieben ist, bleibt im Journal stehen.',
    en: 'Record it once all of them have the letter or know of it. What was signed stays in the journal.'
  },
  way: { de: 'Wie?', en: 'How?' },
  on: { de: 'An welchem Tag?', en: 'On which day?' },
  dayOutside: {
    de: 'Wählen Sie einen Tag vom {from} bis heute.',
    en: 'Choose a day from {from} until today.'
  },
  guardians: {
    de: 'Auch die Erziehungsberechtigten sind benachrichtigt',
    en: 'The guardians were notified, too'
  },
  guardiansNeeded: {
    de: 'Bei Minderjährigen gehören sie dazu.',
    en: 'Of minors they are part of it.'
  },
  sign: { de: 'Festhalten und unterschreiben', en: 'Record and sign' },
  recorded: { de: 'Die Benachrichtigung ist festgehalten', en: 'The notice is recorded' },
  postpone: { de: 'Aufschieben', en: 'Put off' },
  postponeTitle: { de: 'Benachrichtigung aufschieben', en: 'Put the notice off' },
  postponeText: {
    de: 'Nur solange sie die Aufklärung gefährden würde. Der Grund und der Tag stehen danach im Journal; der Aufschub gilt für alle, die noch nicht benachrichtigt sind.',
    en: 'Only as long as it would endanger the investigation. Reason and day stand in the journal afterwards; it holds for all who were not notified yet.'
  },
  until: { de: 'Bis einschließlich', en: 'Until and including' },
  untilOutside: {
    de: 'Wählen Sie einen Tag nach heute, längstens {days} Tage.',
    en: 'Choose a day after today, {days} days at the most.'
  },
  reason: { de: 'Warum?', en: 'Why?' },
  postponeSign: { de: 'Aufschieben und unterschreiben', en: 'Put off and sign' },
  postponed: { de: 'Die Benachrichtigung ist aufgeschoben', en: 'The notice is put off' },
  postponedUntil: {
    de: 'Aufgeschoben bis {day} von {name}: {reason}',
    en: 'Put off until {day} by {name}: {reason}'
  },
  reasonErased: { de: 'der Grund wurde gelöscht', en: 'the reason was erased' }
})
