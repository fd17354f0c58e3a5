import { defineMessages } from '../../../shared/i18n/define'

export const personMessages = defineMessages('addPerson', {
  title: { de: 'Person hinzufügen', en: 'Add a person' },
  description: {
    de: 'Nur diese Person. Niemand sonst wird geändert, niemand wird zum Abgänger; bis Sie die Vorschau ausführen, geschieht nichts.',
    en: 'This person only. Nobody else is changed, nobody becomes a leaver; nothing happens until you apply the preview.'
  },
  back: { de: 'Konten', en: 'Accounts' },
  fields: { de: 'Angaben zur Person', en: 'The person' },
  familyName: { de: 'Nachname', en: 'Family name' },
  givenName: { de: 'Vorname', en: 'Given name' },
  birthDate: { de: 'Geburtsdatum', en: 'Birth date' },
  birthDatePlaceholder: { de: 'TT.MM.JJJJ', en: 'DD.MM.YYYY' },
  birthDateHelp: {
    de: 'Hilft, die Person wiederzuerkennen.',
    en: 'Helps to recognise the person again.'
  },
  schoolId: { de: 'Schul-ID', en: 'School id' },
  schoolIdHelp: {
    de: 'Sonst vergibt Netzwart eine eigene.',
    en: 'Else Netzwart gives one of its own.'
  },
  children: { de: 'Kinder', en: 'Children' },
  childrenHelp: {
    de: 'Ihre Schul-IDs, durch Kommas getrennt.',
    en: 'Their school ids, separated by commas.'
  },
  schoolClass: { de: 'Klasse', en: 'Class' },
  schoolClassHelp: { de: 'Auch eine neue.', en: 'A new one, too.' },
  kind: { de: 'Personengruppe', en: 'Kind of person' },
  login: { de: 'Anmeldename', en: 'Login' },
  loginHelp: { de: 'Sonst bildet ihn Netzwart.', en: 'Else Netzwart makes it.' },
  optional: { de: 'freiwillig', en: 'optional' },
  outlook: { de: 'Was dann geschieht', en: 'What will happen' },
  looking: { de: 'Das Verzeichnis wird gefragt …', en: 'Asking the directory …' },
  'deed.unfinished': { de: 'Noch nichts', en: 'Nothing yet' },
  'deed.create': { de: 'Neues Konto', en: 'A new account' },
  'deed.giveBack': { de: 'Konto zurückgeben', en: 'Give the account back' },
  'deed.known': { de: 'Es gibt schon ein Konto', en: 'There is an account already' },
  'deed.doubtful': { de: 'Bitte entscheiden', en: 'Please decide' },
  'text.unfinished': {
    de: 'Nach Nachname und Vorname steht hier, ob es die Person schon gibt und wie sie sich anmelden wird.',
    en: 'After family and given name this says whether the person is here already and how they will sign in.'
  },
  'text.problems': {
    de: 'Bitte berichtigen Sie zuerst die markierten Felder.',
    en: 'Please correct the marked fields first.'
  },
  'text.create': {
    de: 'Niemand im Verzeichnis ist diese Person.',
    en: 'Nobody in the directory is this person.'
  },
  'text.giveBack': {
    de: 'Die Person war schon da und ist als Abgänger geführt. Sie bekommt ihr Konto wieder, kein zweites.',
    en: 'The person was here before and is marked as a leaver. They get their account back, no second one.'
  },
  'text.known': {
    de: 'Das Konto bleibt, wie es ist. Klasse, Gruppen und Sperre ändern Sie am Konto.',
    en: 'The account stays as it is. Class, groups and suspension are changed at the account.'
  },
  'text.doubtful': {
    de: 'Das kann jemand sein, den es schon gibt. Netzwart rät nicht; sagen Sie unten, wer es ist.',
    en: 'This may be somebody who is here already. Netzwart does not guess; say below who it is.'
  },
  signsInAs: { de: 'Anmeldename', en: 'Login' },
  newClass: { de: 'Neue Klasse', en: 'New class' },
  isSuspended: { de: 'Das Konto ist gesperrt und bleibt es.', en: 'The account is suspended and stays so.' },
  differs: { de: 'Anders eingegeben', en: 'Typed in otherwise' },
  'what.name': { de: 'Name', en: 'Name' },
  'what.schoolId': { de: 'Schul-ID', en: 'School id' },
  'what.classes': { de: 'Klasse', en: 'Class' },
  'what.groups': { de: 'Gruppen', en: 'Groups' },
  openAccount: { de: 'Konto öffnen', en: 'Open the account' },
  preview: { de: 'Vorschau ansehen', en: 'Look at the preview' },
  'why.unfinished': {
    de: 'Es fehlen noch Nachname oder Vorname, oder ein Feld stimmt nicht.',
    en: 'Family name or given name are missing, or a field is not right.'
  },
  'why.known': { de: 'Es ist nichts zu tun.', en: 'There is nothing to do.' },
  'why.doubtful': { de: 'Noch offen: Wer ist das?', en: 'Still open: who is this?' },
  typedIn: { de: 'Eingegeben', en: 'Typed in' }
})
