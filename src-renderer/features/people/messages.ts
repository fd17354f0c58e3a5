import { defineMessages } from '../../shared/i18n/define'

export const peopleMessages = defineMessages('people', {
  title: { de: 'Benennungen', en: 'Appointments' },
  text: {
    de: 'Wen die Schulleitung wozu benannt und unterschrieben hat.',
    en: 'Whom the leadership has appointed to what, and signed.'
  },
  foundingDocument: { de: 'Gründungsurkunde', en: 'Founding document' },
  appoint: { de: 'Person benennen', en: 'Appoint a person' },
  back: { de: 'Alle Benennungen', en: 'All appointments' },
  notFounded: { de: 'Die Fallakte ist noch nicht gegründet', en: 'The case file is not founded yet' },
  notFoundedText: {
    de: 'Benennungen gibt es ab der Gründung. Bis dahin unterschreibt dieser PC allein.',
    en: 'There are appointments from the founding on. Until then this PC alone signs.'
  },
  found: { de: 'Fallakte gründen', en: 'Found the case file' },

  'group.leadership': { de: 'Schulleitung', en: 'School leadership' },
  'group.administrator': { de: 'Administration', en: 'Administration' },
  'group.evaluator': { de: 'Auswertung', en: 'Evaluation' },
  'group.dpo': { de: 'Datenschutz', en: 'Data protection' },
  'task.leadership': {
    de: 'Entscheidet über Maßnahmen und benennt alle anderen.',
    en: 'Decides on sanctions and appoints everybody else.'
  },
  'task.administrator': {
    de: 'Verwaltet Konten und Gruppen, kann Maßnahmen vorschlagen.',
    en: 'Administers accounts and groups, may propose sanctions.'
  },
  'task.evaluator': {
    de: 'Wertet auf Anordnung zu zweit Protokolle aus, kann Maßnahmen vorschlagen.',
    en: 'Evaluates logs in pairs when ordered to, may propose sanctions.'
  },
  'task.dpo': {
    de: 'Sieht, wer was wann getan hat, aber keine Inhalte.',
    en: 'Sees who did what and when, but no contents.'
  },
  'nobody.leadership': { de: 'Zurzeit niemand.', en: 'Nobody at present.' },
  'nobody.administrator': {
    de: 'Zurzeit niemand. Konten kann so niemand verwalten.',
    en: 'Nobody at present. Like this nobody can administer accounts.'
  },
  'nobody.evaluator': {
    de: 'Zurzeit niemand. Auswertungen sind so nicht möglich.',
    en: 'Nobody at present. Like this there can be no evaluations.'
  },
  'nobody.dpo': { de: 'Zurzeit niemand.', en: 'Nobody at present.' },
  'advice.deputy': {
    de: 'Es gibt keine Stellvertretung. Vergisst die Schulleitung ihre Passphrase, kann niemand helfen.',
    en: 'There is no deputy. If the leadership forgets its passphrase, nobody can help.'
  },
  'advice.second': {
    de: 'Für eine Auswertung braucht es zwei Personen (Vier-Augen-Prinzip). Es fehlt noch eine.',
    en: 'An evaluation needs two people (four-eyes principle). One is still missing.'
  },

  deputy: { de: 'Stellvertretung', en: 'Deputy' },
  erased: { de: 'Name gelöscht', en: 'Name erased' },
  since: { de: 'ab {from}, bis zum Widerruf', en: 'from {from} until revoked' },
  sinceUntil: { de: 'vom {from} bis {until}', en: 'from {from} to {until}' },
  scope: { de: 'Umfang', en: 'Scope' },
  fingerprint: { de: 'Fingerabdruck', en: 'Fingerprint' },
  'state.planned': { de: 'Beginnt noch', en: 'Begins later' },
  'state.active': { de: 'Gilt', en: 'In force' },
  'state.ended': { de: 'Abgelaufen', en: 'Ended' },
  'state.revoked': { de: 'Widerrufen', en: 'Revoked' },
  'state.keyRevoked': { de: 'Schlüssel ersetzt', en: 'Key replaced' },
  letter: { de: 'Benennungsschreiben speichern', en: 'Save the letter of appointment' },
  more: { de: 'Weitere Aktionen für {name}', en: 'More actions for {name}' },
  revoke: { de: 'Widerrufen …', en: 'Revoke …' },
  replaceKey: { de: 'Passphrase vergessen …', en: 'Forgotten passphrase …' },
  documentSaved: { de: 'Gespeichert', en: 'Saved' },
  past: {
    de: '{count} frühere Benennung | {count} frühere Benennungen',
    en: '{count} earlier appointment | {count} earlier appointments'
  },
  revokedAt: { de: 'widerrufen am {instant}: {reason}', en: 'revoked on {instant}: {reason}' },

  revokeTitle: { de: 'Benennung widerrufen', en: 'Revoke the appointment' },
  revokeText: {
    de: '{name} darf ab sofort nicht mehr als „{role}“ handeln, auf keinem PC. Was schon unterschrieben ist, gilt weiter. Der Widerruf kommt ins Journal.',
    en: 'From now on {name} may no longer act as “{role}”, on no PC. What is signed already stays valid. The revocation goes into the journal.'
  },
  reason: { de: 'Grund', en: 'Reason' },
  reasonTooShort: {
    de: 'Bitte nennen Sie einen Grund (mindestens drei Zeichen).',
    en: 'Please give a reason (at least three characters).'
  },
  revokeConfirm: { de: 'Unterschreiben und widerrufen', en: 'Sign and revoke' },
  revoked: { de: 'Die Benennung von {name} ist widerrufen', en: 'The appointment of {name} is revoked' },

  replaceTitle: { de: 'Neuer Schlüssel für {name}', en: 'New key for {name}' },
  replaceText: {
    de: 'Eine Passphrase lässt sich nicht zurücksetzen. Deshalb gilt der alte Schlüssel ab jetzt nicht mehr, und alle Benennungen von {name} werden mit einem neuen erneuert.',
    en: 'A passphrase cannot be reset. Therefore the old key counts no longer, and all appointments of {name} are made anew with a new one.'
  },
  replaceReason: { de: 'Passphrase vergessen', en: 'Passphrase forgotten' },
  replaceNew: {
    de: 'Jetzt setzt sich {name} an diesen PC und wählt eine neue Passphrase:',
    en: 'Now {name} sits at this PC and chooses a new passphrase:'
  },
  replaceSign: { de: 'Dann unterschreiben Sie:', en: 'Then you sign:' },
  replaceConfirm: { de: 'Unterschreiben und ersetzen', en: 'Sign and replace' },
  replaced: { de: '{name} hat einen neuen Schlüssel', en: '{name} has a new key' },

  who: { de: 'Wen benennen Sie?', en: 'Whom do you appoint?' },
  whoText: { de: 'Lehrkräfte und Personal der Schule.', en: 'Teachers and staff of the school.' },
  search: { de: 'Name oder Anmeldename', en: 'Name or login' },
  searchHint: { de: 'Mindestens zwei Zeichen', en: 'At least two characters' },
  nobodyFound: {
    de: 'Niemand gefunden. Benannt werden nur Lehrkräfte und Personal.',
    en: 'Nobody found. Only teachers and staff are appointed.'
  },
  otherPerson: { de: 'Andere Person wählen', en: 'Choose another person' },
  what: { de: 'Wozu?', en: 'To what?' },
  asDeputy: { de: 'Als Stellvertretung', en: 'As deputy' },
  asDeputyText: {
    de: 'Handelt in Vertretung der Schulleitung. Ohne Haken: gleichberechtigte Schulleitung.',
    en: 'Stands in for the leadership. Unticked: leadership with equal rights.'
  },
  period: { de: 'Wie lange und wofür?', en: 'For how long and for what?' },
  from: { de: 'Erster Tag', en: 'First day' },
  until: { de: 'Letzter Tag', en: 'Last day' },
  untilHelp: { de: 'Leer: bis zum Widerruf.', en: 'Empty: until revoked.' },
  untilBeforeFrom: { de: 'Der letzte Tag liegt vor dem ersten.', en: 'The last day is before the first.' },
  scopeHelp: { de: 'Leer: die ganze Aufgabe.', en: 'Empty: the whole role.' },
  scopeExample: { de: 'zum Beispiel: nur Protokolle des WLANs', en: 'for example: logs of the WLAN only' },
  key: { de: 'Womit unterschreibt {name}?', en: 'What does {name} sign with?' },
  keyExists: {
    de: '{name} hat schon einen Schlüssel. Die bisherige Passphrase gilt weiter.',
    en: '{name} has a key already. The passphrase stays the same.'
  },
  keyNew: {
    de: 'Jetzt setzt sich {name} an diesen PC und wählt eine Passphrase. Sehen Sie solange weg. Niemand kann sie später zurücksetzen.',
    en: 'Now {name} sits at this PC and chooses a passphrase. Look away meanwhile. Nobody can reset it later.'
  },
  keyChoose: { de: 'Passphrase festlegen', en: 'Set the passphrase' },
  keyChosen: {
    de: '{name} hat eine Passphrase gewählt, die nicht mehr zu sehen ist.',
    en: '{name} has chosen a passphrase, which can no longer be seen.'
  },
  keyChooseAgain: { de: 'Andere wählen', en: 'Choose another one' },
  decision: { de: 'Ihre Unterschrift', en: 'Your signature' },
  decisionText: {
    de: 'Sie benennen {name} als „{role}“, {period}.',
    en: 'You appoint {name} as “{role}”, {period}.'
  },
  decisionScope: { de: 'Umfang: {scope}.', en: 'Scope: {scope}.' },
  confirm: { de: 'Unterschreiben und benennen', en: 'Sign and appoint' },
  missing: { de: 'Wählen Sie zuerst eine Person und eine Aufgabe.', en: 'First choose a person and a role.' },
  appointed: { de: '{name} ist benannt', en: '{name} is appointed' },
  appointedText: {
    de: 'Drucken Sie das Benennungsschreiben und unterschreiben Sie es von Hand.',
    en: 'Print the letter of appointment and sign it by hand.'
  }
})
