import { defineMessages } from '../../../../shared/i18n/define'

export const newOrderMessages = defineMessages('newOrder', {
  title: { de: 'Auswertung anordnen', en: 'Order an evaluation' },
  description: {
    de: 'Nur in ernsten Fällen, so eng wie möglich, durch zwei benannte Personen (P19 bis P22).',
    en: 'In serious cases only, as narrow as possible, by two appointed persons (P19 to P22).'
  },
  stepReason: { de: 'Anlass', en: 'Occasion' },
  stepScope: { de: 'Umfang', en: 'Scope' },
  stepPeople: { de: 'Personen', en: 'Persons' },
  stepSign: { de: 'Unterschreiben', en: 'Sign' },
  titleReason: {
    de: 'Was ist geschehen, und was vermuten Sie?',
    en: 'What happened, and what do you suspect?'
  },
  titleScope: { de: 'Was darf gelesen werden?', en: 'What may be read?' },
  titlePeople: { de: 'Wer wertet aus, und bis wann?', en: 'Who evaluates, and until when?' },
  titleSign: { de: 'Prüfen und unterschreiben', en: 'Check and sign' },
  progress: { de: 'Schritt {step} von {steps}', en: 'Step {step} of {steps}' },
  fromFlag: {
    de: 'Vorbereitet aus Hinweis {number}. Prüfen Sie jede Angabe: Ein Hinweis ist noch kein Verdacht.',
    en: 'Prepared from flag {number}. Check everything: a flag is no suspicion yet.'
  },

  occasion: { de: 'Anlass', en: 'Occasion' },
  occasionHint: {
    de: 'Wodurch die Schule davon erfahren hat.',
    en: 'How the school has learned of it.'
  },
  suspicion: { de: 'Konkreter Verdacht', en: 'Concrete suspicion' },
  suspicionHint: {
    de: 'Was genau geschehen sein soll, wann, und worauf der Verdacht beruht. Neugier und Stichproben sind kein Anlass.',
    en: 'What exactly is said to have happened, when, and what the suspicion rests on. Curiosity and samples are no occasion.'
  },
  rule: { de: 'Welche Regel kann verletzt sein?', en: 'Which rule may be broken?' },
  ownRule: { de: 'Eine andere Regel der Schule', en: 'Another rule of the school' },
  ownRuleText: { de: 'Regel in Ihren Worten', en: 'The rule in your words' },

  concerned: { de: 'Wen betrifft es?', en: 'Whom does it concern?' },
  'whom.flag': { de: 'Wen der Hinweis meint', en: 'Whom the flag means' },
  'whom.persons': { de: 'Bestimmte Personen', en: 'Certain persons' },
  'whom.addresses': { de: 'Adressen oder Geräte', en: 'Addresses or devices' },
  'whom.unknown': { de: 'Nicht bekannt', en: 'Not known' },
  flagText: {
    de: 'Gelesen werden nur Zeilen derer, die diese Pseudonyme meinen. Namen sieht niemand, bis zwei benannte Personen sie gemeinsam aufdecken.',
    en: 'Only lines of those are read whom these pseudonyms mean. Nobody sees names until two appointed persons reveal them together.'
  },
  unknownText: {
    de: 'Dann darf alles gelesen werden, was im Zeitraum in den Quellen steht, auch von Unbeteiligten. Wählen Sie den Zeitraum so kurz wie möglich.',
    en: 'Then everything in the window may be read that stands in the sources, also of people who have nothing to do with it. Choose the window as short as possible.'
  },
  remove: { de: '{name} entfernen', en: 'Remove {name}' },
  addresses: { de: 'Adressen', en: 'Addresses' },
  addressesHint: {
    de: 'Eine je Zeile: IP-Adresse (10.1.2.3) oder Geräteadresse (a4:5e:60:12:34:56).',
    en: 'One each line: IP address (10.1.2.3) or device address (a4:5e:60:12:34:56).'
  },
  window: { de: 'Zeitraum (Uhr der Schule)', en: 'Window (the school’s clock)' },
  fromDay: { de: 'Von, Tag', en: 'From, day' },
  fromTime: { de: 'Uhrzeit', en: 'Time' },
  untilDay: { de: 'Bis, Tag', en: 'Until, day' },
  untilTime: { de: 'Uhrzeit', en: 'Time' },
  windowReversed: { de: 'Das Ende liegt vor dem Anfang.', en: 'The end lies before the beginning.' },
  sources: { de: 'Quellen', en: 'Sources' },
  sourcesHint: { de: 'Nur, was Sie für den Verdacht brauchen.', en: 'Only what you need for the suspicion.' },
  holdsContents: { de: '{name} (enthält Inhalte, P24)', en: '{name} (holds contents, P24)' },
  noSources: {
    de: 'In den Einstellungen steht noch keine Quelle. Bitten Sie die Administration, unter „Einstellungen“ einzutragen, wo Protokolle liegen.',
    en: 'There is no source in the settings yet. Ask the administrators to enter under “Settings” where logs lie.'
  },
  contents: {
    de: 'Inhalte von E-Mail, Forum oder Messenger dürfen gelesen werden',
    en: 'Contents of e-mail, forum or messenger may be read'
  },
  contentsHint: {
    de: 'Nur bei konkretem Verdacht. Die Betroffenen müssen dann unverzüglich informiert werden (P24).',
    en: 'Only on concrete suspicion. Those concerned must then be informed without delay (P24).'
  },
  contentsReason: { de: 'Warum Inhalte?', en: 'Why contents?' },
  rules: { de: 'Suchregeln', en: 'Search rules' },
  rulesHint: {
    de: 'Sie zeigen Auffälliges und nennen harmlose Erklärungen. Ohne Regeln wird nur gesucht.',
    en: 'They show what stands out and name innocent explanations. Without rules there is only a search.'
  },

  evaluators: { de: 'Auswertung durch mindestens zwei Personen', en: 'Evaluated by at least two persons' },
  evaluatorsHint: {
    de: 'Benannt für Auswertungen (P20). Sie selbst und Betroffene werten nicht aus (P21).',
    en: 'Appointed to evaluate (P20). You yourself and those concerned do not evaluate (P21).'
  },
  isConcerned: { de: '{name} (ist betroffen)', en: '{name} (is concerned)' },
  tooFewEvaluators: {
    de: 'Es sind weniger als zwei Personen für Auswertungen benannt. Benennen Sie zuerst eine weitere.',
    en: 'Fewer than two persons are appointed to evaluate. First appoint another one.'
  },
  appoint: { de: 'Personen benennen', en: 'Appoint persons' },
  expires: { de: 'Gültig bis', en: 'In force until' },
  expiresHint: {
    de: 'Der letzte Tag, an dem gelesen werden darf. Zurückziehen können Sie die Anordnung jederzeit.',
    en: 'The last day on which anything may be read. You can withdraw the order at any time.'
  },

  whatHappens: { de: 'Was mit Ihrer Unterschrift geschieht', en: 'What your signature does' },
  happensSigned: {
    de: 'Die Anordnung steht unterschrieben im Journal und lässt sich nicht mehr ändern, nur zurückziehen.',
    en: 'The order stands signed in the journal and cannot be changed any more, only withdrawn.'
  },
  happensRead: {
    de: 'Gelesen wird dadurch noch nichts. {names} können lesen, was hier steht, bis {day}, und nur gemeinsam.',
    en: 'Nothing is read by it yet. {names} can read what stands here, until {day}, and only together.'
  },
  happensConcerned: {
    de: 'Wen es betrifft, der sieht die Anordnung hier nicht; auch die Administration erfährt nicht, wen sie betrifft.',
    en: 'Whom it concerns does not see the order here; nor do the administrators learn whom it concerns.'
  },
  happensContents: {
    de: 'Weil Inhalte gelesen werden dürfen, müssen die Betroffenen unverzüglich informiert werden (P24).',
    en: 'Since contents may be read, those concerned must be informed without delay (P24).'
  },
  sign: { de: 'Anordnen und unterschreiben', en: 'Order and sign' },
  given: { de: 'Anordnung {number} ist unterschrieben', en: 'Order {number} is signed' },
  change: { de: 'Ändern', en: 'Change' },
  changeStep: { de: '{step} ändern', en: 'Change {step}' },

  missingReason: { de: 'Anlass, Verdacht und Regel', en: 'occasion, suspicion and rule' },
  missingScope: { de: 'was gelesen werden darf', en: 'what may be read' },
  missingPeople: { de: 'wer auswertet und bis wann', en: 'who evaluates and until when' },
  discard: { de: 'Verwerfen', en: 'Discard' },
  discardTitle: { de: 'Anordnung verwerfen?', en: 'Discard the order?' },
  discardText: {
    de: 'Alles, was Sie eingegeben haben, geht verloren. Es wurde noch nichts angeordnet.',
    en: 'Everything you have typed is lost. Nothing has been ordered yet.'
  }
})
