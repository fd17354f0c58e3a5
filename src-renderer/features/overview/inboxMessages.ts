import { defineMessages } from '../../shared/i18n/define'

/** What waits in the case file: its name, what to know about it, and the word on the button. */
export const inboxMessages = defineMessages('inbox', {
  de: {
    'ledgerProblem.title': 'Mit dem Journal stimmt etwas nicht',
    'ledgerProblem.text':
      '{count} Befund. Unterschreiben Sie nichts, bevor er geklärt ist. | {count} Befunde. Unterschreiben Sie nichts, bevor sie geklärt sind.',
    'ledgerProblem.action': 'Journal öffnen',
    'clockWentBack.title': 'Die Uhr ging nach',
    'clockWentBack.text':
      'Bitte sehen Sie sich an, was vor und nach Eintrag {sequence} des Journals geschah.',
    'clockWentBack.action': 'Ansehen',
    'caseToDecide.title': 'Ein Vorschlag wartet auf Ihre Entscheidung',
    'caseToDecide.text': 'Freigeben, ändern oder ablehnen: Was daraus folgt, steht auf der Seite.',
    'caseToDecide.action': 'Entscheiden',
    'caseNotInForce.title': 'Freigegeben, aber noch nicht in Kraft',
    'caseNotInForce.text': 'Netzwart versucht es wieder; nach der Frist verfällt die Freigabe.',
    'caseNotInForce.text.standing': 'Nach der Frist verfällt die Freigabe.',
    'caseNotInForce.action': 'Ansehen',
    'caseDiffers.title': 'Außerhalb von Netzwart geändert',
    'caseDiffers.text': 'Im Verzeichnis steht es anders, als die Schulleitung entschieden hat.',
    'caseDiffers.action': 'Vergleichen',
    'caseDecided.title': 'Die Schulleitung hat entschieden',
    'caseDecided.text': 'Sehen Sie nach, was daraus folgt, und geben Sie die Schreiben weiter.',
    'caseDecided.text.approved': 'Wie vorgeschlagen freigegeben. Geben Sie die Schreiben weiter.',
    'caseDecided.text.changed': 'Mit Änderungen freigegeben. Geben Sie die Schreiben weiter.',
    'caseDecided.text.refused': 'Der Vorschlag wurde abgelehnt.',
    'caseDecided.action': 'Ansehen',
    'caseOpen.title': 'Ein Fall hat noch keinen Vorschlag',
    'caseOpen.text':
      'Der Sachverhalt ist festgehalten. Schlagen Sie eine Maßnahme vor, oder ziehen Sie den Fall zurück.',
    'caseOpen.action': 'Weiterarbeiten',
    'appointmentEnds.title': 'Eine Benennung endet bald',
    'appointmentEnds.text':
      'Danach kann die Person nichts mehr unterschreiben. Benennen Sie sie neu, oder jemand anderen.',
    'appointmentEnds.action': 'Zu den Benennungen',
    'suspendedAtOnce.title': 'Ein Konto wurde sofort gesperrt, ohne Ihre Entscheidung',
    'suspendedAtOnce.text':
      'Zum Schutz des Kontos darf die Administration das. Soll die Sperre eine Maßnahme sein, braucht es einen Fall.',
    'suspendedAtOnce.action': 'Ansehen',
    caseNumber: 'Fall {number}'
  },
  en: {
    'ledgerProblem.title': 'Something is wrong with the journal',
    'ledgerProblem.text':
      '{count} finding. Sign nothing before it is cleared up. | {count} findings. Sign nothing before they are cleared up.',
    'ledgerProblem.action': 'Open the journal',
    'clockWentBack.title': 'The clock was behind',
    'clockWentBack.text': 'Please look at what happened before and after entry {sequence} of the journal.',
    'clockWentBack.action': 'Look at it',
    'caseToDecide.title': 'A proposal waits for your decision',
    'caseToDecide.text': 'Approve, change or refuse: the page says what follows.',
    'caseToDecide.action': 'Decide',
    'caseNotInForce.title': 'Approved, but not yet in force',
    'caseNotInForce.text': 'Netzwart tries again; after the deadline the approval expires.',
    'caseNotInForce.text.standing': 'After the deadline the approval expires.',
    'caseNotInForce.action': 'Look at it',
    'caseDiffers.title': 'Changed outside Netzwart',
    'caseDiffers.text': 'The directory says something else than the leadership decided.',
    'caseDiffers.action': 'Compare',
    'caseDecided.title': 'The leadership has decided',
    'caseDecided.text': 'See what follows and pass on the letters.',
    'caseDecided.text.approved': 'Approved as proposed. Pass on the letters.',
    'caseDecided.text.changed': 'Approved with changes. Pass on the letters.',
    'caseDecided.text.refused': 'The proposal was refused.',
    'caseDecided.action': 'Look at it',
    'caseOpen.title': 'A case has no proposal yet',
    'caseOpen.text': 'The facts are recorded. Propose a measure, or withdraw the case.',
    'caseOpen.action': 'Go on',
    'appointmentEnds.title': 'An appointment ends soon',
    'appointmentEnds.text':
      'After that the person can sign nothing any more. Appoint them anew, or somebody else.',
    'appointmentEnds.action': 'To the appointments',
    'suspendedAtOnce.title': 'An account was suspended at once, without your decision',
    'suspendedAtOnce.text':
      'To protect the account an administrator may do so. If it is to be a sanction, it needs a case.',
    'suspendedAtOnce.action': 'Look at it',
    caseNumber: 'Case {number}'
  }
})
