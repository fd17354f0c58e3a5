import { defineMessages } from '../../../../shared/i18n/define'

export const newStandingMessages = defineMessages('newStanding', {
  title: { de: 'Daueranordnung geben', en: 'Give a standing order' },
  description: {
    de: 'Nur, wofür es einen ernsten Anlass gibt, und nur so lange wie nötig (P19).',
    en: 'Only what there is a serious occasion for, and only for as long as needed (P19).'
  },
  back: { de: 'Alle Daueranordnungen', en: 'All standing orders' },
  rules: { de: 'Welche Regeln laufen?', en: 'Which rules run?' },
  rulesHint: {
    de: 'Eine Regel findet Auffälliges; sie beweist nichts.',
    en: 'A rule finds what stands out; it proves nothing.'
  },
  sources: { de: 'Über welche Protokolle?', en: 'Over which logs?' },
  sourcesHint: {
    de: 'Protokolle mit Inhalten von Nachrichten stehen nicht zur Wahl (P24).',
    en: 'Logs with contents of messages are not among the choices (P24).'
  },
  noSources: {
    de: 'In den Einstellungen steht noch keine Quelle. Bitten Sie die Administration, unter „Einstellungen“ einzutragen, wo Protokolle liegen.',
    en: 'There is no source in the settings yet. Ask the administrators to enter under “Settings” where logs lie.'
  },
  reason: { de: 'Warum ist das nötig?', en: 'Why is it needed?' },
  reasonHint: {
    de: 'Was vorgefallen ist, so dass es ohne nicht geht. Keine Namen.',
    en: 'What has happened so that it takes this. No names.'
  },
  periods: { de: 'Wie lange?', en: 'For how long?' },
  until: { de: 'Letzter Tag', en: 'Last day' },
  flagDays: { de: 'Ein Hinweis wartet (Tage)', en: 'A flag waits (days)' },
  flagDaysHint: {
    de: 'Wer bis dahin nichts tut, lässt ihn verfallen.',
    en: 'Whoever does nothing by then lets it expire.'
  },
  periodsReason: { de: 'Warum so lange?', en: 'Why so long?' },
  whatHappens: { de: 'Was geschieht', en: 'What happens' },
  happensRead: {
    de: 'Die Regeln laufen ab jetzt von selbst, auf dem PC, der die Protokolle lesen kann. Älteres lesen sie nicht.',
    en: 'From now on the rules run by themselves, on the PC that can read the logs. They read nothing older.'
  },
  happensFlags: {
    de: 'Was sie finden, steht als Hinweis auf Ihrer Übersicht: Regel, Anzahl, Zeit, Pseudonyme, harmlose Erklärungen. Sonst wird nichts behalten.',
    en: 'What they find stands as a flag on your overview: rule, count, time, pseudonyms, innocent explanations. Nothing else is kept.'
  },
  happensNames: {
    de: 'Wer hinter einem Pseudonym steht, decken erst zwei benannte Personen auf, wenn Sie eine Auswertung anordnen.',
    en: 'Who is behind a pseudonym only two appointed persons reveal, once you order an evaluation.'
  },
  missingRules: { de: 'Regel', en: 'rule' },
  missingSources: { de: 'Protokoll', en: 'log' },
  missingReason: { de: 'Begründung', en: 'reasons' },
  missingPeriods: { de: 'Fristen mit Begründung', en: 'periods with reasons' },
  give: { de: 'Unterschreiben und einschalten', en: 'Sign and switch on' },
  given: { de: 'Daueranordnung {number} ist in Kraft', en: 'Standing order {number} is in force' }
})
