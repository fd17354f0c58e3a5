import { defineMessages } from '../../shared/i18n/define'

export const disclosureMessages = defineMessages('disclosure', {
  title: { de: 'Auskunft', en: 'Disclosure' },
  titleOf: { de: 'Auskunft für {name}', en: 'Disclosure for {name}' },
  description: {
    de: 'Jede Person darf wissen, was über sie gespeichert ist (Art. 15 DSGVO, P27). Sie haben dafür ab der Anfrage einen Monat Zeit.',
    en: 'Everybody may know what is held on them (GDPR Art. 15, P27). You have one month from the request for it.'
  },
  find: { de: 'Auskunft über eine Person', en: 'Disclosure about a person' },
  findTitle: { de: 'Für wen ist die Auskunft?', en: 'Whom is the disclosure for?' },
  findText: {
    de: 'Prüfen Sie vorher, dass die Anfrage wirklich von dieser Person oder von ihren Erziehungsberechtigten kommt.',
    en: 'Make sure first that the request really comes from this person or from their guardians.'
  },
  otherPerson: { de: 'Andere Person', en: 'Another person' },
  gone: { de: 'Über diese Person ist nichts gespeichert', en: 'Nothing is held on this person' },
  goneText: {
    de: 'Das Konto gibt es nicht mehr, und die Fallakte weiß nichts über die Person.',
    en: 'The account is gone, and the case file knows nothing about the person.'
  },
  ownTitle: { de: 'Das sind Sie selbst', en: 'That is yourself' },
  ownText: {
    de: 'Die Auskunft über Sie stellt jemand anderes aus der Schulleitung zusammen: Darin kann stehen, was Ihnen im Vertrauen nicht gezeigt wird.',
    en: 'The disclosure about you is put together by somebody else of the leadership: there may be things in it that are kept from you in confidence.'
  },
  howTitle: { de: 'So prüfen Sie', en: 'How to look it through' },
  howText: {
    de: 'Geschwärzt ist, was nach einem Namen anderer Personen aussieht; das Programm findet nicht alles, Spitznamen zum Beispiel nicht. Lesen Sie die freien Texte, schwärzen Sie nach, und lassen Sie weg, was die Rechte anderer verletzt oder eine laufende Prüfung vereitelt.',
    en: 'What looks like a name of somebody else is black; the program does not find everything, nicknames for example. Read the free texts, blacken what is missing, and leave out what violates the rights of others or defeats what is being looked into.'
  },
  givenBefore: {
    de: 'Zuletzt wurde am {instant} eine Auskunft erstellt. So steht es im Journal; ob die Datei gespeichert wurde, weiß es nicht.',
    en: 'The last disclosure was made on {instant}. So the journal says; whether the file was written it does not know.'
  },
  'area.account': { de: 'Konto', en: 'Account' },
  'area.history': { de: 'Was am Konto geändert wurde', en: 'What was changed about the account' },
  'area.role': { de: 'Rollen in Netzwart', en: 'Roles in Netzwart' },
  'area.flag': { de: 'Hinweise', en: 'Flags' },
  'area.evaluation': { de: 'Auswertungen von Protokollen', en: 'Evaluations of logs' },
  'area.case': { de: 'Fälle und Maßnahmen', en: 'Cases and sanctions' },
  'area.session': { de: 'Anmeldungen in Netzwart', en: 'Sign-ins to Netzwart' },
  'area.statement': {
    de: 'Was die Person in Netzwart festgehalten hat',
    en: 'What the person has recorded in Netzwart'
  },
  tell: { de: 'Mitteilen', en: 'Tell' },
  tellNamed: { de: 'Mitteilen: {title}', en: 'Tell: {title}' },
  underWay: {
    de: 'Wird noch geprüft. Es ist weggelassen, solange es die Prüfung vereiteln könnte; das entscheiden Sie.',
    en: 'Still being looked into. It is left out as long as it could defeat that; you decide.'
  },
  blacken: { de: 'Schwärzen', en: 'Blacken' },
  blackenNamed: { de: 'Schwärzen: {label}', en: 'Blacken: {label}' },
  blackenDone: { de: 'Fertig', en: 'Done' },
  blackenHint: {
    de: 'Klicken Sie die Wörter an, die nicht mitgeteilt werden.',
    en: 'Click the words that are not told.'
  },
  blackened: { de: 'geschwärzt', en: 'blackened' },
  showAll: { de: 'Alle {count} zeigen', en: 'Show all {count}' },
  finishTitle: { de: 'Auskunft speichern', en: 'Save the disclosure' },
  told: {
    de: 'Nichts wird mitgeteilt | {count} Angabe wird mitgeteilt | {count} Angaben werden mitgeteilt',
    en: 'Nothing is told | {count} entry is told | {count} entries are told'
  },
  omitted: {
    de: 'nichts weggelassen | {count} weggelassen | {count} weggelassen',
    en: 'nothing left out | {count} left out | {count} left out'
  },
  stretches: {
    de: 'nichts geschwärzt | {count} Stelle geschwärzt | {count} Stellen geschwärzt',
    en: 'nothing blackened | {count} place blackened | {count} places blackened'
  },
  reason: { de: 'Warum wird etwas weggelassen?', en: 'Why is something left out?' },
  reasonHelp: {
    de: 'Bleibt in der Fallakte und steht nicht in der Auskunft.',
    en: 'Stays in the case file and does not stand in the disclosure.'
  },
  reasonMissing: {
    de: 'Bitte schreiben Sie auf, warum etwas weggelassen wird.',
    en: 'Please write down why something is left out.'
  },
  record: {
    de: 'Im Journal steht danach, dass eine Auskunft erstellt wurde, von wem und wie viel darin ist. Für wen, liest nur die Schulleitung.',
    en: 'Afterwards the journal says that a disclosure was made, by whom and how much is in it. For whom, only the leadership reads.'
  },
  savePdf: { de: 'Als Brief speichern (PDF)', en: 'Save as a letter (PDF)' },
  saveJson: { de: 'Als JSON-Datei speichern', en: 'Save as a JSON file' },
  saved: { de: 'Auskunft gespeichert', en: 'Disclosure saved' },
  savedText: {
    de: 'Geben Sie sie nur der Person selbst oder ihren Erziehungsberechtigten.',
    en: 'Give it to nobody but the person or their guardians.'
  },
  letterGerman: { de: 'Der Brief ist deutsch.', en: 'The letter is in German.' }
})
