import { defineMessages } from '../../../shared/i18n/define'

export const decisionMessages = defineMessages('decision', {
  de: {
    title: 'Ihre Entscheidung: {person}',
    subtitle: 'Fall {number}, wartet {since}',
    deadline: 'Bitte entscheiden Sie bis {day}.',
    showFile: 'Ganze Akte ansehen',
    whatHappened: 'Was ist geschehen?',
    whatIsProposed: 'Was wird vorgeschlagen?',
    proposedBy: 'Vorgeschlagen von {name} am {day}',
    reasonsOfProposal: 'Begründung',

    hearing: 'Gab es eine Anhörung?',
    hearingMissing: 'Es ist noch keine Anhörung festgehalten.',
    hearingMissingText:
      'In der Regel werden Schüler/in und Erziehungsberechtigte vor einer Maßnahme angehört. Sie können trotzdem entscheiden; begründen Sie dann, warum.',
    hearingOnlyInvited: 'Bisher gibt es nur eine Einladung.',
    recordHearing: 'Anhörung festhalten',

    ifYouApprove: 'Was passiert, wenn Sie freigeben?',
    ifYouApproveText:
      'Netzwart führt es gleich aus und prüft im Verzeichnis nach. Erst dann gilt die Maßnahme als in Kraft.',
    expires:
      'Kann es nicht gleich ausgeführt werden, gilt Ihre Freigabe bis {day}; danach verfällt sie und nichts geschieht.',
    ifYouRefuse: 'Was passiert, wenn Sie ablehnen?',
    ifYouRefuseText:
      'Am Konto ändert sich nichts. Der Fall ist abgeschlossen und bleibt mit Ihrer Begründung in der Akte.',
    ifYouDoNot: 'Und wenn Sie nicht unterschreiben?',
    ifYouDoNotText: 'Dann ändert sich nichts. Der Fall wartet weiter auf Ihre Entscheidung.',
    ifYouDoNotRefuseText: 'Dann wartet der Fall weiter auf Ihre Entscheidung.',

    choose: 'Wie entscheiden Sie?',
    'choice.approved': 'Freigeben wie vorgeschlagen',
    'choice.changed': 'Mit anderen Maßnahmen freigeben',
    'choice.changedText': 'Sie wählen die Maßnahmen selbst.',
    'choice.refused': 'Ablehnen',
    'choice.refusedText': 'Keine Maßnahme. Der Fall ist abgeschlossen.',
    otherMeasures: 'Ihre Maßnahmen',

    outdated:
      'Der vorgeschlagene Tag ist schon da oder vorbei. So kann nicht mehr freigegeben werden; wählen Sie oben andere Maßnahmen oder lehnen Sie ab.',

    reasons: 'Ihre Begründung',
    reasonsHint: 'Steht in der Fallakte und im Schreiben.',
    reasonsShort: 'Bitte begründen Sie Ihre Entscheidung.',
    missingChoice: 'Ihre Entscheidung',
    missingMeasures: 'Maßnahmen',
    missingReasons: 'Begründung',
    missingPreview: 'Vorschau der Folgen',
    missingOther: 'eine andere Maßnahme als die vorgeschlagene',
    signApproved: 'Unterschreiben und freigeben',
    signRefused: 'Unterschreiben und ablehnen',
    signUnknown: 'Unterschreiben',
    'sum.approved': 'Sie geben frei: {measures}.',
    'sum.refused': 'Sie lehnen ab. Am Konto ändert sich nichts.',
    'sum.unknown': 'Wählen Sie oben, wie Sie entscheiden.',
    doneInForce: 'Entschieden und in Kraft',
    doneApproved: 'Entschieden. Die Ausführung steht noch aus',
    doneRefused: 'Abgelehnt. Der Fall ist abgeschlossen',

    ownTitle: 'Über diesen Fall entscheiden Sie nicht',
    ownText:
      'Sie haben den Fall selbst eröffnet oder vorgeschlagen. Wer vorschlägt, entscheidet nicht (Vier-Augen-Prinzip).',
    concernedText: 'Der Fall betrifft Sie selbst. In eigener Sache entscheidet und unterschreibt niemand.',
    ownLiftTitle: 'Diese Maßnahme heben Sie nicht vorzeitig auf',
    ownWho: 'Entscheiden kann: {names}.',
    ownNobody: 'Im Moment ist niemand sonst benannt. Benennen Sie eine Stellvertretung.',
    deputy: '{name} (Stellvertretung)',

    liftTitle: 'Vorzeitig aufheben: {person}',
    liftSubtitle: 'Fall {number}, in Kraft seit {day}',
    liftCancel: 'Zurück zur Akte',
    whatIsInForce: 'Was ist in Kraft?',
    decidedBy: 'Entschieden von {name} am {day}',
    ifYouLift: 'Was passiert, wenn Sie unterschreiben?',
    ifYouLiftText: 'Netzwart führt es gleich aus und prüft im Verzeichnis nach.',
    ifYouDoNotLift: 'Dann bleibt alles in Kraft wie entschieden.',
    ifYouDoNotLiftTitle: 'Und wenn Sie nicht unterschreiben?',
    liftReasons: 'Warum heben Sie vorzeitig auf?',
    sumLift: 'Sie heben auf: {measures}.',
    signLift: 'Unterschreiben und aufheben',
    doneLifted: 'Aufgehoben',
    doneLifting: 'Aufhebung entschieden. Die Ausführung steht noch aus',
    nothingToLift: 'Diese Maßnahme kann gerade nicht aufgehoben werden.'
  },
  en: {
    title: 'Your decision: {person}',
    subtitle: 'Case {number}, waiting {since}',
    deadline: 'Please decide by {day}.',
    showFile: 'Look at the whole file',
    whatHappened: 'What happened?',
    whatIsProposed: 'What is proposed?',
    proposedBy: 'Proposed by {name} on {day}',
    reasonsOfProposal: 'Reasons',

    hearing: 'Was there a hearing?',
    hearingMissing: 'No hearing has been recorded yet.',
    hearingMissingText:
      'As a rule pupil and guardians are heard before a measure. You can decide nevertheless; then give the reason why.',
    hearingOnlyInvited: 'So far there is only an invitation.',
    recordHearing: 'Record a hearing',

    ifYouApprove: 'What happens if you approve?',
    ifYouApproveText:
      'Netzwart carries it out at once and checks it in the directory. Only then the measure counts as in force.',
    expires:
      'If it cannot be carried out at once, your approval holds until {day}; then it expires and nothing happens.',
    ifYouRefuse: 'What happens if you refuse?',
    ifYouRefuseText:
      'Nothing changes at the account. The case is closed and stays in the file with your reasons.',
    ifYouDoNot: 'And if you do not sign?',
    ifYouDoNotText: 'Then nothing changes. The case goes on waiting for your decision.',
    ifYouDoNotRefuseText: 'Then the case goes on waiting for your decision.',

    choose: 'How do you decide?',
    'choice.approved': 'Approve as proposed',
    'choice.changed': 'Approve with other measures',
    'choice.changedText': 'You choose the measures yourself.',
    'choice.refused': 'Refuse',
    'choice.refusedText': 'No measure. The case is closed.',
    otherMeasures: 'Your measures',

    outdated:
      'The proposed day has come or is over. It can no longer be approved like this; choose other measures above or refuse.',

    reasons: 'Your reasons',
    reasonsHint: 'Goes into the case file and the letter.',
    reasonsShort: 'Please give reasons for your decision.',
    missingChoice: 'your decision',
    missingMeasures: 'measures',
    missingReasons: 'reasons',
    missingPreview: 'preview of the effects',
    missingOther: 'a measure other than the proposed one',
    signApproved: 'Sign and approve',
    signRefused: 'Sign and refuse',
    signUnknown: 'Sign',
    'sum.approved': 'You approve: {measures}.',
    'sum.refused': 'You refuse. Nothing changes at the account.',
    'sum.unknown': 'Choose above how you decide.',
    doneInForce: 'Decided and in force',
    doneApproved: 'Decided. Carrying it out is still to come',
    doneRefused: 'Refused. The case is closed',

    ownTitle: 'You do not decide on this case',
    ownText:
      'You opened or proposed the case yourself. Whoever proposes does not decide (four-eyes principle).',
    concernedText: 'The case is about yourself. Nobody decides or signs in their own matter.',
    ownLiftTitle: 'You do not lift this measure early',
    ownWho: 'Who can decide: {names}.',
    ownNobody: 'At the moment nobody else is appointed. Appoint a deputy.',
    deputy: '{name} (deputy)',

    liftTitle: 'Lift early: {person}',
    liftSubtitle: 'Case {number}, in force since {day}',
    liftCancel: 'Back to the file',
    whatIsInForce: 'What is in force?',
    decidedBy: 'Decided by {name} on {day}',
    ifYouLift: 'What happens if you sign?',
    ifYouLiftText: 'Netzwart carries it out at once and checks it in the directory.',
    ifYouDoNotLift: 'Then everything stays in force as decided.',
    ifYouDoNotLiftTitle: 'And if you do not sign?',
    liftReasons: 'Why do you lift it early?',
    sumLift: 'You lift: {measures}.',
    signLift: 'Sign and lift',
    doneLifted: 'Lifted',
    doneLifting: 'Lifting decided. Carrying it out is still to come',
    nothingToLift: 'This measure cannot be lifted at the moment.'
  }
})
