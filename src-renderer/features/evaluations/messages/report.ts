import { defineMessages } from '../../../shared/i18n/define'

export const reportMessages = defineMessages('flagReport', {
  title: { de: 'Hinweis melden', en: 'Report a flag' },
  description: {
    de: 'Sie haben etwas beobachtet, das gegen die Regeln der Schule verstoßen kann.',
    en: 'You have seen something that may breach the rules of the school.'
  },
  nextTitle: { de: 'Was mit Ihrem Hinweis geschieht', en: 'What happens with your flag' },
  whoReads: {
    de: 'Die Schulleitung liest ihn, und Sie selbst. Wen er betrifft, der sieht ihn hier nicht, auch nicht in der Schulleitung.',
    en: 'The leadership reads it, and you yourself. Whom it concerns does not see it here, not even within the leadership.'
  },
  whatNext: {
    de: 'Die Schulleitung antwortet Ihnen: Sie fragt einmal nach, verfolgt den Hinweis nicht weiter, oder gibt ihn an die Personen weiter, die einen Fall vorschlagen dürfen. Diese lesen ihn dann auch, mit Ihrem Namen.',
    en: 'The leadership answers you: it asks once more, does not pursue the flag, or hands it to those who may propose a case. They then read it, too, with your name.'
  },
  nothingSearched: {
    de: 'Wegen eines Hinweises wird nichts durchsucht. Protokolle werden nur ausgewertet, wenn die Schulleitung es in einem ernsten Fall schriftlich anordnet (P19).',
    en: 'Nothing is searched because of a flag. Logs are evaluated only where the leadership orders it in writing in a serious case (P19).'
  },
  noSignature: {
    de: 'Sie unterschreiben nichts. Dieser PC hält im Journal fest, dass Sie angemeldet waren.',
    en: 'You sign nothing. This PC records in the journal that you were signed in.'
  },

  seen: { de: 'Was haben Sie beobachtet?', en: 'What have you seen?' },
  seenHint: {
    de: 'In Ihren Worten: was, wo, woran Sie es erkannt haben. Keine Namen von Unbeteiligten.',
    en: 'In your own words: what, where, how you noticed it. No names of people who have nothing to do with it.'
  },
  seenShort: {
    de: 'Bitte beschreiben Sie es etwas genauer (mindestens zehn Zeichen).',
    en: 'Please describe it a little more precisely (at least ten characters).'
  },
  when: { de: 'Wann war das?', en: 'When was that?' },
  day: { de: 'Tag', en: 'Day' },
  dayInFuture: { de: 'Der Tag liegt in der Zukunft.', en: 'The day lies in the future.' },
  from: { de: 'Von (falls bekannt)', en: 'From (if known)' },
  until: { de: 'Bis (falls bekannt)', en: 'Until (if known)' },
  timesReversed: { de: 'Das Ende liegt vor dem Anfang.', en: 'The end lies before the beginning.' },
  areas: { de: 'Worum geht es?', en: 'What is it about?' },
  areasHint: { de: 'Auch mehreres.', en: 'Several are possible.' },
  rule: { de: 'Welche Regel kann verletzt sein?', en: 'Which rule may be broken?' },
  ruleUnknown: { de: 'Das weiß ich nicht', en: 'I do not know' },
  ownRule: { de: 'Eine andere Regel der Schule', en: 'Another rule of the school' },
  ownRuleText: { de: 'Regel in Ihren Worten', en: 'The rule in your words' },
  person: { de: 'Wen betrifft es?', en: 'Whom does it concern?' },
  personUnknown: { de: 'Nicht bekannt', en: 'Not known' },
  personKnown: { de: 'Eine bestimmte Person', en: 'A certain person' },
  certainty: { de: 'Wie sicher sind Sie?', en: 'How sure are you?' },
  contents: {
    de: 'Es geht um den Inhalt von E-Mails, Forum oder Messenger',
    en: 'It is about the content of e-mail, forum or messenger'
  },
  contentsHint: {
    de: 'Solche Inhalte darf die Schule nur bei konkretem Verdacht ansehen, und die Betroffenen erfahren davon (P24).',
    en: 'The school may look at such contents only on concrete suspicion, and those concerned are told (P24).'
  },

  send: { de: 'Hinweis melden', en: 'Report the flag' },
  discard: { de: 'Verwerfen', en: 'Discard' },
  discardTitle: { de: 'Hinweis verwerfen?', en: 'Discard the flag?' },
  discardText: {
    de: 'Alles, was Sie eingegeben haben, geht verloren. Es wurde noch nichts gemeldet.',
    en: 'Everything you have typed is lost. Nothing has been reported yet.'
  },
  missing: { de: 'Es fehlt noch: {what}', en: 'Still missing: {what}' },
  missingSeen: { de: 'was Sie beobachtet haben', en: 'what you have seen' },
  missingDay: { de: 'der Tag', en: 'the day' },
  missingTimes: { de: 'Uhrzeiten, die zueinander passen', en: 'times that fit each other' },
  missingAreas: { de: 'worum es geht', en: 'what it is about' },
  missingRule: { de: 'die Regel in Ihren Worten', en: 'the rule in your words' },
  missingPerson: { de: 'wen es betrifft', en: 'whom it concerns' },
  missingCertainty: { de: 'wie sicher Sie sind', en: 'how sure you are' },
  reported: {
    de: 'Hinweis {number} liegt jetzt bei der Schulleitung',
    en: 'Flag {number} is now with the leadership'
  }
})
