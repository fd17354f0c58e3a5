import { defineMessages } from '../../../shared/i18n/define'

export const decisionMessages = defineMessages('decision', {
  title: { de: 'Ihre Entscheidung: {person}', en: 'Your decision: {person}' },
  subtitle: { de: 'Fall {number}, wartet {since}', en: 'Case {number}, waiting {since}' },
  deadline: { de: 'Bitte entscheiden Sie bis {day}.', en: 'Please decide by {day}.' },
  showFile: { de: 'Ganze Akte ansehen', en: 'Look at the whole file' },
  whatHappened: { de: 'Was ist geschehen?', en: 'What happened?' },
  whatIsProposed: { de: 'Was wird vorgeschlagen?', en: 'What is proposed?' },
  proposedBy: { de: 'Vorgeschlagen von {name} am {day}', en: 'Proposed by {name} on {day}' },
  reasonsOfProposal: { de: 'Begründung', en: 'Reasons' },

  hearing: { de: 'Gab es eine Anhörung?', en: 'Was there a hearing?' },
  hearingMissing: { de: 'Es ist noch keine Anhörung festgehalten.', en: 'No hearing has been recorded yet.' },
  hearingMissingText: {
    de: 'In der Regel werden Schüler/in und Erziehungsberechtigte vor einer Maßnahme angehört. Sie können trotzdem entscheiden; begründen Sie dann, warum.',
    en: 'As a rule pupil and guardians are heard before a measure. You can decide nevertheless; then give the reason why.'
  },
  hearingOnlyInvited: { de: 'Bisher gibt es nur eine Einladung.', en: 'So far there is only an invitation.' },
  recordHearing: { de: 'Anhörung festhalten', en: 'Record a hearing' },

  ifYouApprove: { de: 'Was passiert, wenn Sie freigeben?', en: 'What happens if you approve?' },
  ifYouApproveText: {
    de: 'Netzwart führt es gleich aus und prüft im Verzeichnis nach. Erst dann gilt die Maßnahme als in Kraft.',
    en: 'Netzwart carries it out at once and checks it in the directory. Only then the measure counts as in force.'
  },
  expires: {
    de: 'Kann es nicht gleich ausgeführt werden, gilt Ihre Freigabe bis {day}; danach verfällt sie und nichts geschieht.',
    en: 'If it cannot be carried out at once, your approval holds until {day}; then it expires and nothing happens.'
  },
  ifYouRefuse: { de: 'Was passiert, wenn Sie ablehnen?', en: 'What happens if you refuse?' },
  ifYouRefuseText: {
    de: 'Am Konto ändert sich nichts. Der Fall ist abgeschlossen und bleibt mit Ihrer Begründung in der Akte.',
    en: 'Nothing changes at the account. The case is closed and stays in the file with your reasons.'
  },
  ifYouDoNot: { de: 'Und wenn Sie nicht unterschreiben?', en: 'And if you do not sign?' },
  ifYouDoNotText: {
    de: 'Dann ändert sich nichts. Der Fall wartet weiter auf Ihre Entscheidung.',
    en: 'Then nothing changes. The case goes on waiting for your decision.'
  },
  ifYouDoNotRefuseText: {
    de: 'Dann wartet der Fall weiter auf Ihre Entscheidung.',
    en: 'Then the case goes on waiting for your decision.'
  },

  choose: { de: 'Wie entscheiden Sie?', en: 'How do you decide?' },
  'choice.approved': { de: 'Freigeben wie vorgeschlagen', en: 'Approve as proposed' },
  'choice.changed': { de: 'Mit anderen Maßnahmen freigeben', en: 'Approve with other measures' },
  'choice.changedText': { de: 'Sie wählen die Maßnahmen selbst.', en: 'You choose the measures yourself.' },
  'choice.refused': { de: 'Ablehnen', en: 'Refuse' },
  'choice.refusedText': {
    de: 'Keine Maßnahme. Der Fall ist abgeschlossen.',
    en: 'No measure. The case is closed.'
  },
  otherMeasures: { de: 'Ihre Maßnahmen', en: 'Your measures' },

  outdated: {
    de: 'Der vorgeschlagene Tag ist schon da oder vorbei. So kann nicht mehr freigegeben werden; wählen Sie oben andere Maßnahmen oder lehnen Sie ab.',
    en: 'The proposed day has come or is over. It can no longer be approved like this; choose other measures above or refuse.'
  },

  reasons: { de: 'Ihre Begründung', en: 'Your reasons' },
  reasonsHint: {
    de: 'Steht in der Fallakte und im Schreiben.',
    en: 'Goes into the case file and the letter.'
  },
  reasonsShort: {
    de: 'Bitte begründen Sie Ihre Entscheidung.',
    en: 'Please give reasons for your decision.'
  },
  missingChoice: { de: 'Ihre Entscheidung', en: 'your decision' },
  missingMeasures: { de: 'Maßnahmen', en: 'measures' },
  missingReasons: { de: 'Begründung', en: 'reasons' },
  missingPreview: { de: 'Vorschau der Folgen', en: 'preview of the effects' },
  missingReach: {
    de: 'Maßnahmen, die ausgeführt werden können',
    en: 'measures that can be carried out'
  },
  missingOther: {
    de: 'eine andere Maßnahme als die vorgeschlagene',
    en: 'a measure other than the proposed one'
  },
  signApproved: { de: 'Unterschreiben und freigeben', en: 'Sign and approve' },
  signRefused: { de: 'Unterschreiben und ablehnen', en: 'Sign and refuse' },
  signUnknown: { de: 'Unterschreiben', en: 'Sign' },
  'sum.approved': { de: 'Sie geben frei: {measures}.', en: 'You approve: {measures}.' },
  'sum.refused': {
    de: 'Sie lehnen ab. Am Konto ändert sich nichts.',
    en: 'You refuse. Nothing changes at the account.'
  },
  'sum.unknown': { de: 'Wählen Sie oben, wie Sie entscheiden.', en: 'Choose above how you decide.' },
  doneInForce: { de: 'Entschieden und in Kraft', en: 'Decided and in force' },
  doneInForceDiffers: {
    de: 'Entschieden und in Kraft, aber nicht alles ist im Verzeichnis so',
    en: 'Decided and in force, but not all of it is like this in the directory'
  },
  doneApproved: {
    de: 'Entschieden. Die Ausführung steht noch aus',
    en: 'Decided. Carrying it out is still to come'
  },
  doneRefused: { de: 'Abgelehnt. Der Fall ist abgeschlossen', en: 'Refused. The case is closed' },

  ownTitle: { de: 'Über diesen Fall entscheiden Sie nicht', en: 'You do not decide on this case' },
  ownText: {
    de: 'Sie haben den Fall selbst eröffnet oder vorgeschlagen. Wer vorschlägt, entscheidet nicht (Vier-Augen-Prinzip).',
    en: 'You opened or proposed the case yourself. Whoever proposes does not decide (four-eyes principle).'
  },
  concernedText: {
    de: 'Der Fall betrifft Sie selbst. In eigener Sache entscheidet und unterschreibt niemand.',
    en: 'The case is about yourself. Nobody decides or signs in their own matter.'
  },
  ownLiftTitle: {
    de: 'Diese Maßnahme heben Sie nicht vorzeitig auf',
    en: 'You do not lift this measure early'
  },
  ownWho: { de: 'Entscheiden kann: {names}.', en: 'Who can decide: {names}.' },
  ownNobody: {
    de: 'Im Moment ist niemand sonst benannt. Benennen Sie eine Stellvertretung.',
    en: 'At the moment nobody else is appointed. Appoint a deputy.'
  },
  deputy: { de: '{name} (Stellvertretung)', en: '{name} (deputy)' },

  liftTitle: { de: 'Vorzeitig aufheben: {person}', en: 'Lift early: {person}' },
  liftSubtitle: { de: 'Fall {number}, in Kraft seit {day}', en: 'Case {number}, in force since {day}' },
  liftCancel: { de: 'Zurück zur Akte', en: 'Back to the file' },
  whatIsInForce: { de: 'Was ist in Kraft?', en: 'What is in force?' },
  decidedBy: { de: 'Entschieden von {name} am {day}', en: 'Decided by {name} on {day}' },
  ifYouLift: { de: 'Was passiert, wenn Sie unterschreiben?', en: 'What happens if you sign?' },
  ifYouLiftText: {
    de: 'Netzwart führt es gleich aus und prüft im Verzeichnis nach.',
    en: 'Netzwart carries it out at once and checks it in the directory.'
  },
  ifYouDoNotLift: {
    de: 'Dann bleibt alles in Kraft wie entschieden.',
    en: 'Then everything stays in force as decided.'
  },
  ifYouDoNotLiftTitle: { de: 'Und wenn Sie nicht unterschreiben?', en: 'And if you do not sign?' },
  liftReasons: { de: 'Warum heben Sie vorzeitig auf?', en: 'Why do you lift it early?' },
  sumLift: { de: 'Sie heben auf: {measures}.', en: 'You lift: {measures}.' },
  signLift: { de: 'Unterschreiben und aufheben', en: 'Sign and lift' },
  doneLifted: { de: 'Aufgehoben', en: 'Lifted' },
  doneLifting: {
    de: 'Aufhebung entschieden. Die Ausführung steht noch aus',
    en: 'Lifting decided. Carrying it out is still to come'
  },
  nothingToLift: {
    de: 'Diese Maßnahme kann gerade nicht aufgehoben werden.',
    en: 'This measure cannot be lifted at the moment.'
  }
})
