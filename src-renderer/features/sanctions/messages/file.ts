import { defineMessages } from '../../../shared/i18n/define'

export const caseFileMessages = defineMessages('caseFilePage', {
  title: { de: 'Fall', en: 'Case' },
  titleWithNumber: { de: 'Fall {number}', en: 'Case {number}' },
  back: { de: 'Alle Fälle', en: 'All cases' },
  gone: { de: 'Diesen Fall gibt es nicht.', en: 'There is no such case.' },
  factsTitle: { de: 'Was geschehen ist', en: 'What happened' },
  openedBy: { de: 'Eröffnet von {name} am {day}', en: 'Opened by {name} on {day}' },

  proposalTitle: { de: 'Vorschlag', en: 'Proposal' },
  noProposal: { de: 'Noch ist keine Maßnahme vorgeschlagen.', en: 'No measure has been proposed yet.' },
  signedBy: { de: '{name}, {instant}', en: '{name}, {instant}' },
  reasons: { de: 'Begründung', en: 'Reasons' },
  decisionTitle: { de: 'Entscheidung der Schulleitung', en: 'Decision of the leadership' },
  noDecision: { de: 'Noch nicht entschieden.', en: 'Not decided yet.' },
  expiresUnused: {
    de: 'Verfällt am {day}, wenn sie bis dahin nicht ausgeführt werden kann.',
    en: 'Expires on {day} if it cannot be carried out by then.'
  },
  inForceSince: { de: 'In Kraft seit {instant}', en: 'In force since {instant}' },
  wasInForceSince: { de: 'War in Kraft seit {instant}', en: 'Was in force since {instant}' },
  liftTitle: { de: 'Vorzeitige Aufhebung', en: 'Early lifting' },

  hearingTitle: { de: 'Anhörung', en: 'Hearing' },
  hearingNone: { de: 'Noch nichts festgehalten.', en: 'Nothing recorded yet.' },
  recordHearing: { de: 'Anhörung festhalten', en: 'Record a hearing' },
  hearingDialogText: {
    de: 'Wird mit Ihrer Unterschrift in die Fallakte geschrieben und lässt sich nicht mehr ändern.',
    en: 'Is written into the case file with your signature and cannot be changed afterwards.'
  },
  hearingWho: { de: 'Wer?', en: 'Who?' },
  hearingWhat: { de: 'Was?', en: 'What?' },
  hearingOn: { de: 'Wann?', en: 'When?' },
  hearingNote: { de: 'Was wurde gesagt oder vereinbart?', en: 'What was said or agreed?' },
  hearingNoteHint: {
    de: 'Freiwillig. Nur was zur Sache gehört.',
    en: 'Optional. Only what belongs to the matter.'
  },
  hearingInvited: { de: 'Eingeladen', en: 'Invited' },
  hearingHeard: { de: 'Angehört', en: 'Heard' },
  hearingDeclined: { de: 'Verzichtet ausdrücklich', en: 'Expressly declined' },
  hearingDone: { de: 'Anhörung festgehalten', en: 'Hearing recorded' },
  hearingSign: { de: 'Unterschreiben und festhalten', en: 'Sign and record' },
  dayInFuture: { de: 'Der Tag liegt in der Zukunft.', en: 'The day lies in the future.' },

  courseTitle: { de: 'Verlauf', en: 'Course' },
  toJournal: { de: 'Im Journal ansehen', en: 'Look at it in the journal' },
  documentsTitle: { de: 'Schreiben', en: 'Letters' },
  documentsText: {
    de: 'Alle Schreiben sind Entwürfe. Lassen Sie sie prüfen, bevor sie das Haus verlassen.',
    en: 'All letters are drafts. Have them reviewed before they leave the school.'
  },
  'document.hearing': { de: 'Anhörungsbogen', en: 'Hearing form' },
  'document.notice': { de: 'Mitteilung nach Nutzungsordnung', en: 'Notice under the usage rules' },
  'document.formalNotice': { de: 'Förmliche Ordnungsmaßnahme', en: 'Formal disciplinary measure' },
  'document.lifting': { de: 'Mitteilung über die Aufhebung', en: 'Notice of the lifting' },
  documentSaved: { de: '{document} gespeichert', en: '{document} saved' },

  actionsTitle: { de: 'Aktionen', en: 'Actions' },
  proposeFirst: { de: 'Maßnahme vorschlagen', en: 'Propose a measure' },
  proposeAgain: { de: 'Vorschlag ändern', en: 'Change the proposal' },
  proposeText: {
    de: 'Ersetzt den bisherigen Vorschlag. Am Konto ändert sich nichts, bis die Schulleitung entscheidet.',
    en: 'Replaces the present proposal. Nothing changes at the account until the leadership decides.'
  },
  proposeSign: { de: 'Unterschreiben und vorschlagen', en: 'Sign and propose' },
  proposeDone: {
    de: 'Neuer Vorschlag liegt bei der Schulleitung',
    en: 'The new proposal is with the leadership'
  },
  proposeReasons: { de: 'Warum gerade diese Maßnahme?', en: 'Why this measure?' },
  withdraw: { de: 'Vorschlag zurückziehen', en: 'Withdraw the proposal' },
  withdrawText: {
    de: 'Der Fall ist damit abgeschlossen. Am Konto ändert sich nichts; der Fall bleibt in der Akte.',
    en: 'This closes the case. Nothing changes at the account; the case stays in the file.'
  },
  withdrawReason: { de: 'Warum ziehen Sie zurück?', en: 'Why do you withdraw?' },
  withdrawSign: { de: 'Unterschreiben und zurückziehen', en: 'Sign and withdraw' },
  withdrawDone: { de: 'Fall {number} zurückgezogen', en: 'Case {number} withdrawn' },
  decide: { de: 'Zur Entscheidung', en: 'To the decision' },
  lift: { de: 'Vorzeitig aufheben', en: 'Lift early' },
  copyToNew: { de: 'Als neuen Fall vorbereiten', en: 'Prepare as a new case' },

  waitingTitle: {
    de: 'Wartet auf die Entscheidung der Schulleitung',
    en: 'Waits for the decision of the leadership'
  },
  waitingText: {
    de: 'Am Konto ist nichts geändert. Vorgeschlagen am {day}.',
    en: 'Nothing is changed at the account. Proposed on {day}.'
  },
  waitingOpen: {
    de: 'Noch liegt der Schulleitung kein Vorschlag vor',
    en: 'The leadership has no proposal yet'
  },
  waitingOpenText: {
    de: 'Der Sachverhalt ist festgehalten. Als Nächstes fehlt der Vorschlag einer Maßnahme.',
    en: 'The facts are recorded. What is missing next is the proposal of a measure.'
  },
  approvedTitle: { de: 'Freigegeben, noch nicht in Kraft', en: 'Approved, not yet in force' },
  approvedObstacle: {
    de: 'Freigegeben, noch nicht in Kraft: {obstacle}',
    en: 'Approved, not yet in force: {obstacle}'
  },
  approvedText: {
    de: 'Netzwart versucht es von selbst wieder. Die Freigabe verfällt am {day}, wenn es bis dahin nicht gelingt.',
    en: 'Netzwart tries again by itself. The approval expires on {day} if it does not succeed by then.'
  },
  liftingTitle: {
    de: 'Aufhebung entschieden, aber noch nicht ausgeführt',
    en: 'Lifting decided, but not carried out yet'
  },
  liftingObstacle: {
    de: 'Aufhebung entschieden, aber noch nicht ausgeführt: {obstacle}',
    en: 'Lifting decided, but not carried out yet: {obstacle}'
  },
  liftingText: { de: 'Netzwart versucht es von selbst wieder.', en: 'Netzwart tries again by itself.' },
  enforce: { de: 'Jetzt ausführen', en: 'Carry out now' },
  enforceDone: { de: 'Ausgeführt', en: 'Carried out' },
  differenceTitle: {
    de: 'Das Verzeichnis sagt etwas anderes als die Akte',
    en: 'The directory says something else than the file'
  },
  differenceMissing: {
    de: '{measure}: Laut Akte in Kraft, im Verzeichnis aber nicht. Jemand hat es außerhalb von Netzwart geändert.',
    en: '{measure}: in force by the file, but not in the directory. Somebody has changed it outside Netzwart.'
  },
  differenceExtra: {
    de: '{measure}: Laut Akte vorbei, im Verzeichnis aber noch da. Jemand hat es außerhalb von Netzwart geändert.',
    en: '{measure}: over by the file, but still in the directory. Somebody has changed it outside Netzwart.'
  },
  differenceGone: {
    de: '{measure}: {module} ist nicht entzogen. Die Gruppe „{group}“ wurde im Verzeichnis gelöscht oder umbenannt.',
    en: '{measure}: {module} is not refused. The group “{group}” was deleted or renamed in the directory.'
  },
  differenceGoneAsk: {
    de: 'Die Administration muss die Gruppe im Verzeichnis wieder so nennen, oder in den Einstellungen unter „Module“ eine andere zuordnen und die Person dort herausnehmen.',
    en: 'The administrators have to give the group its name back in the directory, or choose another one in the settings under “Modules” and take the person out of that.'
  },
  differenceFix: {
    de: '„Jetzt ausführen“ stellt her, was die Schulleitung entschieden hat.',
    en: '“Carry out now” restores what the leadership has decided.'
  },
  differenceAsk: {
    de: 'Auf der Seite der Person kann die Administration es zurückgeben.',
    en: 'The administrator can give it back on the page of the person.'
  }
})
