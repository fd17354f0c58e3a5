import { defineMessages } from '../../../shared/i18n/define'

/** Words of the parts that several screens of a case share. */
export const casePartMessages = defineMessages('caseParts', {
  de: {
    who: 'Person',
    when: 'Tag',
    rule: 'Regel',
    facts: 'Sachverhalt',
    evidence: 'Belege',
    noEvidence: 'keine angegeben',

    measuresLegend: 'Maßnahmen',
    warning: 'Verwarnung',
    warningText: 'Schriftlich, ohne Folgen am Konto.',
    suspension: 'Konto sperren',
    suspensionText: 'Keine Anmeldung mehr, weder an Schulgeräten noch an eigenen (P9).',
    modules: 'Einzelne Module entziehen',
    modulesText: 'Alles andere geht weiter (P10).',
    noModules:
      'In den Einstellungen ist noch keinem Modul eine Gruppe zugeordnet. Ohne sie kann kein Modul entzogen werden.',
    suspensionCovers:
      'Solange das Konto gesperrt ist, geht ohnehin kein Modul. Was Sie hier wählen, zählt nur, wenn es länger dauert als die Sperre.',
    term: 'Dauer: {measure}',
    termUntil: 'bis zu einem Tag',
    termForGood: 'auf Dauer',
    freeFrom: 'Frei ab: {measure}',
    freeFromShort: 'frei ab',
    dayInPast: 'Der Tag muss nach dem heutigen liegen.',

    effects: 'Was sich ändert',
    effectsEmpty: 'Wählen Sie eine Maßnahme, dann steht hier, was sie bewirkt.',
    touches: 'Diese Konten und Gruppen werden dafür geändert, und keine anderen',
    touchesNone: 'Im Verzeichnis wird dafür nichts geändert.',
    computing: 'Wird berechnet …',

    signatureTitle: 'Unterschrift',
    missing: 'Es fehlt noch: {what}',
    passphrase: 'Passphrase',

    newsTitle: 'Inzwischen hat jemand anderes an diesem Fall gearbeitet',
    newsText: 'Das ist neu:',
    newsSeen: 'Gelesen',
    keptText: 'Ihre Begründung wurde nicht gespeichert. Hier ist sie, falls Sie sie noch brauchen:'
  },
  en: {
    who: 'Person',
    when: 'Day',
    rule: 'Rule',
    facts: 'Facts',
    evidence: 'Evidence',
    noEvidence: 'none named',

    measuresLegend: 'Measures',
    warning: 'Warning',
    warningText: 'In writing, without effect at the account.',
    suspension: 'Suspend the account',
    suspensionText: 'No more sign-in, neither on school devices nor on private ones (P9).',
    modules: 'Refuse single modules',
    modulesText: 'Everything else goes on (P10).',
    noModules: 'The settings name no group for any module yet. Without one no module can be refused.',
    suspensionCovers:
      'While the account is suspended no module works anyway. What you choose here counts only where it lasts longer than the suspension.',
    term: 'Term: {measure}',
    termUntil: 'until a day',
    termForGood: 'for good',
    freeFrom: 'Free from: {measure}',
    freeFromShort: 'free from',
    dayInPast: 'The day must lie after today.',

    effects: 'What changes',
    effectsEmpty: 'Choose a measure, then you see here what it does.',
    touches: 'These accounts and groups are changed for it, and no others',
    touchesNone: 'Nothing is changed in the directory for it.',
    computing: 'Computing …',

    signatureTitle: 'Signature',
    missing: 'Still missing: {what}',
    passphrase: 'passphrase',

    newsTitle: 'Somebody else has worked on this case meanwhile',
    newsText: 'This is new:',
    newsSeen: 'Seen',
    keptText: 'Your reasons were not kept. Here they are, in case you still need them:'
  }
})
