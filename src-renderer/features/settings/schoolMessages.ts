import { defineMessages } from '../../shared/i18n/define'

/** Letterhead, modules, lock. */
export const schoolMessages = defineMessages('schoolSettings', {
  de: {
    letterheadText: 'Steht auf Benennungen, Schreiben an Erziehungsberechtigte und allen anderen Dokumenten.',
    address: 'Anschrift',
    addressHelp: 'Straße, Postleitzahl und Ort, je eine Zeile. Der Name der Schule steht darüber.',
    contactLines: 'Kontakt',
    contactHelp: 'Telefon, E-Mail, Website, je eine Zeile.',
    place: 'Ort vor dem Datum',
    signatory: 'Name und Amt unter der Unterschrift',
    signatoryPlaceholder: 'Dr. Beispiel, Schulleiterin',
    letterPreview: 'So sieht der Kopf aus',
    noSchoolName: '(Name der Schule fehlt)',
    placeAndDay: '{place}, den {day}',

    modulesText:
      'Die Schule entscheidet, welche Module offen sind und für wen (P11). Zu jedem gehört eine Gruppe im Verzeichnis; wer nicht darin ist, hat das Modul nicht.',
    modulesRefusal:
      'Wird einer Person ein einzelnes Modul entzogen, nimmt Netzwart sie aus seiner Gruppe und danach wieder hinein (P10). Ein Modul ohne Gruppe lässt sich nicht einzeln entziehen. Eine Sperre und der Abgang nehmen die Person aus allen diesen Gruppen (P8, P9).',
    module: 'Modul',
    group: 'Gruppe im Verzeichnis',
    noGroup: 'keine Gruppe',
    members: '{count} Mitglied | {count} Mitglieder',
    groupMissing: 'Diese Gruppe gibt es im Verzeichnis nicht.',
    groupShared: 'Auch für ein anderes Modul: Beide werden zusammen entzogen.',
    findGroup: 'Gruppe suchen',

    idle: 'Sperren nach',
    idleHelp:
      'Rührt so lange niemand Maus oder Tastatur an, sperrt sich das Fenster und vergisst, wer angemeldet war. Fünf Minuten sind ein guter Wert.',
    idleInvalid: 'Bitte geben Sie eine Zahl von 1 bis 60 ein.',
    minutes: 'Minuten',
    lockText: 'An einem PC im Lehrerzimmer soll niemand unter fremdem Namen weiterarbeiten.'
  },
  en: {
    letterheadText: 'Stands on appointments, letters to guardians and all other documents.',
    address: 'Address',
    addressHelp: 'Street, postal code and place, one line each. The name of the school stands above.',
    contactLines: 'Contact',
    contactHelp: 'Telephone, e-mail, website, one line each.',
    place: 'Place in front of the date',
    signatory: 'Name and office under the signature',
    signatoryPlaceholder: 'Dr Example, head teacher',
    letterPreview: 'What the head looks like',
    noSchoolName: '(the name of the school is missing)',
    placeAndDay: '{place}, {day}',

    modulesText:
      'The school decides which modules are open and to whom (P11). To each belongs a group in the directory; who is not in it does not have the module.',
    modulesRefusal:
      'Where a single module is refused to a person, Netzwart takes them out of its group and puts them back afterwards (P10). A module without a group cannot be refused by itself. A suspension and leaving take the person out of all these groups (P8, P9).',
    module: 'Module',
    group: 'Group in the directory',
    noGroup: 'no group',
    members: '{count} member | {count} members',
    groupMissing: 'The directory has no such group.',
    groupShared: 'Also for another module: both are refused together.',
    findGroup: 'Find a group',

    idle: 'Lock after',
    idleHelp:
      'Where nobody touches mouse or keyboard for so long, the window locks and forgets who was signed in. Five minutes are a good value.',
    idleInvalid: 'Please enter a number from 1 to 60.',
    minutes: 'minutes',
    lockText: 'At a PC in the staff room nobody should go on working under another person’s name.'
  }
})
