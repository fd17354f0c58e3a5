import { defineMessages } from '../../shared/i18n/define'

/** Letterhead, modules, lock. */
export const schoolMessages = defineMessages('schoolSettings', {
  letterheadText: {
    de: 'Steht auf Benennungen, Schreiben an Erziehungsberechtigte und allen anderen Dokumenten.',
    en: 'Stands on appointments, letters to guardians and all other documents.'
  },
  address: { de: 'Anschrift', en: 'Address' },
  addressHelp: {
    de: 'Straße, Postleitzahl und Ort, je eine Zeile. Der Name der Schule steht darüber.',
    en: 'Street, postal code and place, one line each. The name of the school stands above.'
  },
  contactLines: { de: 'Kontakt', en: 'Contact' },
  contactHelp: {
    de: 'Telefon, E-Mail, Website, je eine Zeile.',
    en: 'Telephone, e-mail, website, one line each.'
  },
  place: { de: 'Ort vor dem Datum', en: 'Place in front of the date' },
  signatory: { de: 'Name und Amt unter der Unterschrift', en: 'Name and office under the signature' },
  signatoryPlaceholder: { de: 'Dr. Beispiel, Schulleiterin', en: 'Dr Example, head teacher' },
  letterPreview: { de: 'So sieht der Kopf aus', en: 'What the head looks like' },
  noSchoolName: { de: '(Name der Schule fehlt)', en: '(the name of the school is missing)' },
  placeAndDay: { de: '{place}, den {day}', en: '{place}, {day}' },

  modulesText: {
    de: 'Die Schule entscheidet, welche Module offen sind und für wen (P11). Zu jedem gehört eine Gruppe im Verzeichnis; wer nicht darin ist, hat das Modul nicht.',
    en: 'The school decides which modules are open and to whom (P11). To each belongs a group in the directory; who is not in it does not have the module.'
  },
  modulesRefusal: {
    de: 'Wird einer Person ein einzelnes Modul entzogen, nimmt Netzwart sie aus seiner Gruppe und danach wieder hinein (P10). Ein Modul ohne Gruppe lässt sich nicht einzeln entziehen. Eine Sperre und der Abgang nehmen die Person aus allen diesen Gruppen (P8, P9).',
    en: 'Where a single module is refused to a person, Netzwart takes them out of its group and puts them back afterwards (P10). A module without a group cannot be refused by itself. A suspension and leaving take the person out of all these groups (P8, P9).'
  },
  module: { de: 'Modul', en: 'Module' },
  group: { de: 'Gruppe im Verzeichnis', en: 'Group in the directory' },
  noGroup: { de: 'keine Gruppe', en: 'no group' },
  members: { de: '{count} Mitglied | {count} Mitglieder', en: '{count} member | {count} members' },
  groupMissing: { de: 'Diese Gruppe gibt es im Verzeichnis nicht.', en: 'The directory has no such group.' },
  groupShared: {
    de: 'Auch für ein anderes Modul: Beide werden zusammen entzogen.',
    en: 'Also for another module: both are refused together.'
  },
  findGroup: { de: 'Gruppe suchen', en: 'Find a group' },

  idle: { de: 'Sperren nach', en: 'Lock after' },
  idleHelp: {
    de: 'Rührt so lange niemand Maus oder Tastatur an, sperrt sich das Fenster und vergisst, wer angemeldet war. Fünf Minuten sind ein guter Wert.',
    en: 'Where nobody touches mouse or keyboard for so long, the window locks and forgets who was signed in. Five minutes are a good value.'
  },
  idleInvalid: {
    de: 'Bitte geben Sie eine Zahl von 1 bis 60 ein.',
    en: 'Please enter a number from 1 to 60.'
  },
  minutes: { de: 'Minuten', en: 'minutes' },
  lockText: {
    de: 'An einem PC im Lehrerzimmer soll niemand unter fremdem Namen weiterarbeiten.',
    en: 'At a PC in the staff room nobody should go on working under another person’s name.'
  }
})
