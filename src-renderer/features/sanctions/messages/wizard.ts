import { defineMessages } from '../../../shared/i18n/define'

export const newCaseMessages = defineMessages('newCase', {
  title: { de: 'Neuer Fall', en: 'New case' },
  description: {
    de: 'Sie schlagen vor, die Schulleitung entscheidet. Bis dahin ändert sich am Konto nichts.',
    en: 'You propose, the leadership decides. Until then nothing changes at the account.'
  },
  stepPerson: { de: 'Person', en: 'Person' },
  stepFacts: { de: 'Was geschehen ist', en: 'What happened' },
  stepMeasures: { de: 'Maßnahme', en: 'Measure' },
  stepSign: { de: 'Unterschrift', en: 'Signature' },
  titlePerson: { de: 'Um wen geht es?', en: 'Who is it about?' },
  titleFacts: { de: 'Was ist geschehen?', en: 'What happened?' },
  titleMeasures: { de: 'Welche Maßnahme schlagen Sie vor?', en: 'Which measure do you propose?' },
  titleSign: { de: 'Prüfen, begründen und unterschreiben', en: 'Check, give reasons and sign' },
  progress: { de: 'Schritt {step} von {steps}', en: 'Step {step} of {steps}' },

  searchPerson: { de: 'Person suchen', en: 'Find a person' },
  searchPlaceholder: { de: 'Name, Klasse, Anmeldename oder Nummer', en: 'Name, class, login or school id' },
  results: { de: 'Gefundene Personen', en: 'People found' },
  nobody: { de: 'Niemand passt zu „{text}“.', en: 'Nobody matches “{text}”.' },
  moreFound: {
    de: 'Und {count} weitere. Bitte genauer suchen.',
    en: 'And {count} more. Please be more precise.'
  },
  typeFirst: { de: 'Tippen Sie mindestens zwei Buchstaben.', en: 'Type at least two letters.' },
  chosenPerson: { de: 'Ausgewählt', en: 'Chosen' },
  otherPerson: { de: 'Andere Person', en: 'Another person' },
  accountGone: {
    de: 'Das Konto aus dem Link gibt es nicht. Bitte suchen Sie die Person.',
    en: 'The account of the link does not exist. Please find the person.'
  },
  earlierCases: { de: 'Frühere Fälle', en: 'Earlier cases' },
  noEarlierCases: {
    de: 'Zu dieser Person gibt es noch keinen Fall.',
    en: 'There is no case about this person yet.'
  },

  rule: { de: 'Welche Regel wurde verletzt?', en: 'Which rule was broken?' },
  chooseRule: { de: 'Regel auswählen …', en: 'Choose a rule …' },
  ownRule: { de: 'Eine andere Regel der Schule', en: 'Another rule of the school' },
  ownRuleText: { de: 'Regel in Ihren Worten', en: 'The rule in your words' },
  ownRuleHint: { de: 'Zum Beispiel: Hausordnung, Abschnitt 4', en: 'For example: house rules, section 4' },
  happenedOn: { de: 'Wann?', en: 'When?' },
  dayInFuture: { de: 'Der Tag liegt in der Zukunft.', en: 'The day lies in the future.' },
  facts: { de: 'Was ist geschehen?', en: 'What happened?' },
  factsHint: {
    de: 'Nur was Sie wissen: wer, was, wo, wann. Keine Vermutungen, keine Namen unbeteiligter Schülerinnen und Schüler.',
    en: 'Only what you know: who, what, where, when. No guesses, no names of pupils who have nothing to do with it.'
  },
  factsShort: {
    de: 'Bitte beschreiben Sie es etwas genauer (mindestens zehn Zeichen).',
    en: 'Please describe it a little more precisely (at least ten characters).'
  },
  evidence: { de: 'Belege', en: 'Evidence' },
  evidenceHint: {
    de: 'Nur der Hinweis, wo der Beleg liegt, zum Beispiel ein Aktenzeichen oder „Vermerk Frau Beispiel vom 3. Mai“. Keine Kopien, keine Bildschirmfotos.',
    en: 'Only where the evidence lies, for example a file number or “note of Ms Example of 3 May”. No copies, no screenshots.'
  },
  evidenceLabel: { de: 'Beleg {number}', en: 'Evidence {number}' },
  addEvidence: { de: 'Beleg hinzufügen', en: 'Add evidence' },
  removeEvidence: { de: 'Beleg {number} entfernen', en: 'Remove evidence {number}' },

  summary: { de: 'Ihr Vorschlag', en: 'Your proposal' },
  person: { de: 'Person', en: 'Person' },
  change: { de: 'Ändern', en: 'Change' },
  changeStep: { de: '{step} ändern', en: 'Change: {step}' },
  measures: { de: 'Maßnahmen', en: 'Measures' },
  noEvidence: { de: 'keine angegeben', en: 'none named' },
  reasons: { de: 'Warum gerade diese Maßnahme?', en: 'Why this measure?' },
  reasonsHint: {
    de: 'Die Schulleitung liest das und entscheidet danach.',
    en: 'The leadership reads this and decides by it.'
  },
  reasonsShort: { de: 'Bitte begründen Sie den Vorschlag.', en: 'Please give reasons for the proposal.' },
  whatHappens: { de: 'Was passiert, wenn Sie unterschreiben?', en: 'What happens if you sign?' },
  whatHappensText: {
    de: 'Der Vorschlag geht an die Schulleitung und steht mit Ihrem Namen im Journal. Am Konto ändert sich erst etwas, wenn sie ihn freigibt. Sie selbst können ihn nicht freigeben (Vier-Augen-Prinzip).',
    en: 'The proposal goes to the leadership and stands in the journal under your name. Nothing changes at the account before it is approved. You cannot approve it yourself (four-eyes principle).'
  },
  sign: { de: 'Unterschreiben und vorschlagen', en: 'Sign and propose' },
  opened: {
    de: 'Fall {number} liegt jetzt bei der Schulleitung',
    en: 'Case {number} is now with the leadership'
  },
  discard: { de: 'Verwerfen', en: 'Discard' },
  discardTitle: { de: 'Entwurf verwerfen?', en: 'Discard the draft?' },
  discardText: {
    de: 'Alles, was Sie für diesen Fall eingegeben haben, geht verloren. Es wurde noch nichts unterschrieben.',
    en: 'Everything you have typed for this case is lost. Nothing has been signed yet.'
  },
  missingPerson: { de: 'Person', en: 'person' },
  missingFacts: { de: 'Was geschehen ist', en: 'what happened' },
  missingMeasures: { de: 'Maßnahme', en: 'measure' },
  missingReasons: { de: 'Begründung', en: 'reasons' }
})
