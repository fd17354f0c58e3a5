import { defineMessages } from '../../shared/i18n/define'

/** What waits in the case file: its name, what to know about it, and the word on the button. */
export const inboxMessages = defineMessages('inbox', {
  'ledgerProblem.title': {
    de: 'Mit dem Journal stimmt etwas nicht',
    en: 'Something is wrong with the journal'
  },
  'ledgerProblem.text': {
    de: '{count} Befund. Unterschreiben Sie nichts, bevor er geklärt ist. | {count} Befunde. Unterschreiben Sie nichts, bevor sie geklärt sind.',
    en: '{count} finding. Sign nothing before it is cleared up. | {count} findings. Sign nothing before they are cleared up.'
  },
  'ledgerProblem.action': { de: 'Journal öffnen', en: 'Open the journal' },
  'clockWentBack.title': { de: 'Die Uhr ging nach', en: 'The clock was behind' },
  'clockWentBack.text': {
    de: 'Bitte sehen Sie sich an, was vor und nach Eintrag {sequence} des Journals geschah.',
    en: 'Please look at what happened before and after entry {sequence} of the journal.'
  },
  'clockWentBack.action': { de: 'Ansehen', en: 'Look at it' },
  'caseToDecide.title': {
    de: 'Ein Vorschlag wartet auf Ihre Entscheidung',
    en: 'A proposal waits for your decision'
  },
  'caseToDecide.text': {
    de: 'Freigeben, ändern oder ablehnen: Was daraus folgt, steht auf der Seite.',
    en: 'Approve, change or refuse: the page says what follows.'
  },
  'caseToDecide.action': { de: 'Entscheiden', en: 'Decide' },
  'caseNotInForce.title': {
    de: 'Freigegeben, aber noch nicht in Kraft',
    en: 'Approved, but not yet in force'
  },
  'caseNotInForce.text': {
    de: 'Netzwart versucht es wieder; nach der Frist verfällt die Freigabe.',
    en: 'Netzwart tries again; after the deadline the approval expires.'
  },
  'caseNotInForce.text.standing': {
    de: 'Nach der Frist verfällt die Freigabe.',
    en: 'After the deadline the approval expires.'
  },
  'caseNotInForce.action': { de: 'Ansehen', en: 'Look at it' },
  'caseDiffers.title': { de: 'Außerhalb von Netzwart geändert', en: 'Changed outside Netzwart' },
  'caseDiffers.text': {
    de: 'Im Verzeichnis steht es anders, als die Schulleitung entschieden hat.',
    en: 'The directory says something else than the leadership decided.'
  },
  'caseDiffers.action': { de: 'Vergleichen', en: 'Compare' },
  'caseDecided.title': { de: 'Die Schulleitung hat entschieden', en: 'The leadership has decided' },
  'caseDecided.text': {
    de: 'Sehen Sie nach, was daraus folgt, und geben Sie die Schreiben weiter.',
    en: 'See what follows and pass on the letters.'
  },
  'caseDecided.text.approved': {
    de: 'Wie vorgeschlagen freigegeben. Geben Sie die Schreiben weiter.',
    en: 'Approved as proposed. Pass on the letters.'
  },
  'caseDecided.text.changed': {
    de: 'Mit Änderungen freigegeben. Geben Sie die Schreiben weiter.',
    en: 'Approved with changes. Pass on the letters.'
  },
  'caseDecided.text.refused': { de: 'Der Vorschlag wurde abgelehnt.', en: 'The proposal was refused.' },
  'caseDecided.action': { de: 'Ansehen', en: 'Look at it' },
  'caseOpen.title': { de: 'Ein Fall hat noch keinen Vorschlag', en: 'A case has no proposal yet' },
  'caseOpen.text': {
    de: 'Der Sachverhalt ist festgehalten. Schlagen Sie eine Maßnahme vor, oder ziehen Sie den Fall zurück.',
    en: 'The facts are recorded. Propose a measure, or withdraw the case.'
  },
  'caseOpen.action': { de: 'Weiterarbeiten', en: 'Go on' },
  'appointmentEnds.title': { de: 'Eine Benennung endet bald', en: 'An appointment ends soon' },
  'appointmentEnds.text': {
    de: 'Danach kann die Person nichts mehr unterschreiben. Benennen Sie sie neu, oder jemand anderen.',
    en: 'After that the person can sign nothing any more. Appoint them anew, or somebody else.'
  },
  'appointmentEnds.action': { de: 'Zu den Benennungen', en: 'To the appointments' },
  'suspendedAtOnce.title': {
    de: 'Ein Konto wurde sofort gesperrt, ohne Ihre Entscheidung',
    en: 'An account was suspended at once, without your decision'
  },
  'suspendedAtOnce.text': {
    de: 'Zum Schutz des Kontos darf die Administration das. Soll die Sperre eine Maßnahme sein, braucht es einen Fall.',
    en: 'To protect the account an administrator may do so. If it is to be a sanction, it needs a case.'
  },
  'suspendedAtOnce.action': { de: 'Ansehen', en: 'Look at it' },
  'moduleGroupGone.title': {
    de: 'Die Gruppe eines Moduls gibt es nicht mehr',
    en: 'The group of a module is gone'
  },
  'moduleGroupGone.text': {
    de: '„{group}“ wurde im Verzeichnis gelöscht oder umbenannt. Eine Sperre nimmt dieses Modul niemandem, bis Sie eine andere Gruppe zuordnen.',
    en: '“{group}” was deleted or renamed in the directory. No suspension takes this module from anybody until you choose another group for it.'
  },
  'moduleGroupGone.action': { de: 'Module öffnen', en: 'Open the modules' },
  caseNumber: { de: 'Fall {number}', en: 'Case {number}' }
})
