import { defineMessages } from '../../../shared/i18n/define'

/** Words of the parts that several screens of a case share. */
export const casePartMessages = defineMessages('caseParts', {
  who: { de: 'Person', en: 'Person' },
  when: { de: 'Tag', en: 'Day' },
  rule: { de: 'Regel', en: 'Rule' },
  facts: { de: 'Sachverhalt', en: 'Facts' },
  evidence: { de: 'Belege', en: 'Evidence' },
  noEvidence: { de: 'keine angegeben', en: 'none named' },

  measuresLegend: { de: 'Maßnahmen', en: 'Measures' },
  warning: { de: 'Verwarnung', en: 'Warning' },
  warningText: { de: 'Schriftlich, ohne Folgen am Konto.', en: 'In writing, without effect at the account.' },
  suspension: { de: 'Konto sperren', en: 'Suspend the account' },
  suspensionText: {
    de: 'Keine Anmeldung mehr, weder an Schulgeräten noch an eigenen (P9).',
    en: 'No more sign-in, neither on school devices nor on private ones (P9).'
  },
  modules: { de: 'Einzelne Module entziehen', en: 'Refuse single modules' },
  modulesText: { de: 'Alles andere geht weiter (P10).', en: 'Everything else goes on (P10).' },
  noModules: {
    de: 'In den Einstellungen ist noch keinem Modul eine Gruppe zugeordnet. Ohne sie kann kein Modul entzogen werden.',
    en: 'The settings name no group for any module yet. Without one no module can be refused.'
  },
  suspensionCovers: {
    de: 'Solange das Konto gesperrt ist, geht ohnehin kein Modul. Was Sie hier wählen, zählt nur, wenn es länger dauert als die Sperre.',
    en: 'While the account is suspended no module works anyway. What you choose here counts only where it lasts longer than the suspension.'
  },
  term: { de: 'Dauer: {measure}', en: 'Term: {measure}' },
  termUntil: { de: 'bis zu einem Tag', en: 'until a day' },
  termForGood: { de: 'auf Dauer', en: 'for good' },
  freeFrom: { de: 'Frei ab: {measure}', en: 'Free from: {measure}' },
  freeFromShort: { de: 'frei ab', en: 'free from' },
  dayInPast: { de: 'Der Tag muss nach dem heutigen liegen.', en: 'The day must lie after today.' },

  effects: { de: 'Was sich ändert', en: 'What changes' },
  effectsEmpty: {
    de: 'Wählen Sie eine Maßnahme, dann steht hier, was sie bewirkt.',
    en: 'Choose a measure, then you see here what it does.'
  },
  touches: {
    de: 'Diese Konten und Gruppen werden dafür geändert, und keine anderen',
    en: 'These accounts and groups are changed for it, and no others'
  },
  touchesNone: {
    de: 'Im Verzeichnis wird dafür nichts geändert.',
    en: 'Nothing is changed in the directory for it.'
  },
  computing: { de: 'Wird berechnet …', en: 'Computing …' },

  newsTitle: {
    de: 'Inzwischen hat jemand anderes an diesem Fall gearbeitet',
    en: 'Somebody else has worked on this case meanwhile'
  },
  newsText: { de: 'Das ist neu:', en: 'This is new:' },
  newsSeen: { de: 'Gelesen', en: 'Seen' },
  keptText: {
    de: 'Ihre Begründung wurde nicht gespeichert. Hier ist sie, falls Sie sie noch brauchen:',
    en: 'Your reasons were not kept. Here they are, in case you still need them:'
  }
})
