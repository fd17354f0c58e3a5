import { defineMessages } from '../../../shared/i18n/define'

/** The second of two sits at another PC. */
export const elsewhereMessages = defineMessages('evaluationElsewhere', {
  where: { de: 'Wo ist die zweite Person?', en: 'Where is the second person?' },
  here: { de: 'Hier an diesem Rechner', en: 'Here at this computer' },
  there: { de: 'An einem anderen Rechner', en: 'At another computer' },
  whom: { de: 'Wen fragen Sie?', en: 'Whom do you ask?' },
  ask: { de: '{name} anfragen', en: 'Ask {name}' },
  askHelp: {
    de: '{name} sieht die Anfrage in Netzwart am anderen Rechner. Bleiben Sie solange hier angemeldet.',
    en: '{name} sees the request in Netzwart at the other computer. Stay signed in here meanwhile.'
  },
  waits: { de: 'Netzwart wartet auf {name}', en: 'Netzwart waits for {name}' },
  waitsText: {
    de: '{name} hat bis {time} Uhr Zeit. Vergleichen Sie die Prüfnummer, zum Beispiel am Telefon: Auf beiden Bildschirmen muss dieselbe stehen.',
    en: '{name} has time until {time}. Compare the check number, for instance on the phone: it must be the same on both screens.'
  },
  checkNumber: { de: 'Prüfnummer', en: 'Check number' },
  orHere: {
    de: 'Kommt {name} doch hierher, geht es auch an diesem Rechner:',
    en: 'If {name} comes here after all, it can be done at this computer, too:'
  },

  'asked.open': { de: '{name} bittet um Ihre Hälfte', en: '{name} asks for your half' },
  'asked.reveal': {
    de: '{name} möchte {pseudonym} mit Ihnen aufdecken',
    en: '{name} wants to reveal {pseudonym} with you'
  },
  'asked.close': { de: '{name} möchte mit Ihnen abschließen', en: '{name} wants to conclude with you' },
  'askedText.open': {
    de: 'Mit Ihrer Freigabe öffnet sich die Auswertung am Rechner von {name}, für Sie beide und unter Pseudonymen. Hier an Ihrem Rechner öffnet sich nichts. Sie können die Freigabe jederzeit zurücknehmen.',
    en: 'With your release the evaluation opens at the computer of {name}, for both of you and under pseudonyms. Nothing opens here at your computer. You can take the release back at any time.'
  },
  'askedText.reveal': {
    de: 'Sie unterschreiben beide, dass dieses eine Pseudonym aufgedeckt wird. Den Namen sieht danach {name}; im Journal steht er mit dem Grund.',
    en: 'You both sign that this one pseudonym is revealed. {name} sees the name afterwards; it stands in the journal with the reason.'
  },
  'askedText.close': {
    de: 'Sie unterschreiben beide, was unten steht. Danach ist die Auswertung abgeschlossen und geschlossen.',
    en: 'You both sign what stands below. Afterwards the evaluation is concluded and closed.'
  },
  compare: {
    de: 'Geben Sie nur frei, wenn auf dem Bildschirm von {name} dieselbe Prüfnummer steht. Sprechen Sie dazu miteinander.',
    en: 'Release only if the same check number stands on the screen of {name}. Talk to each other for that.'
  },
  until: { de: 'Gilt bis {time} Uhr', en: 'Holds until {time}' },
  reason: { de: 'Grund', en: 'Reason' },
  recorded: { de: 'Wird festgehalten', en: 'Is recorded' },
  recordedText: {
    de: '{found} und {noted}',
    en: '{found} and {noted}'
  },
  foundCount: {
    de: 'kein Fund | ein Fund | {count} Funde',
    en: 'no finding | one finding | {count} findings'
  },
  notedCount: {
    de: 'kein vermerktes Ereignis | ein vermerktes Ereignis | {count} vermerkte Ereignisse',
    en: 'no marked event | one marked event | {count} marked events'
  },
  passphrase: { de: 'Ihre Passphrase', en: 'Your passphrase' },
  passphraseHelp: {
    de: 'Sie wird geprüft und sofort vergessen.',
    en: 'It is checked and forgotten at once.'
  },
  'release.open': { de: 'Hälfte freigeben', en: 'Release the half' },
  'release.reveal': { de: 'Unterschreiben und aufdecken', en: 'Sign and reveal' },
  'release.close': { de: 'Unterschreiben und abschließen', en: 'Sign and conclude' },
  decline: { de: 'Ablehnen', en: 'Decline' },
  working: {
    de: 'Beide Rechner arbeiten. Das dauert einen Moment.',
    en: 'Both computers are at work. This takes a moment.'
  },
  released: {
    de: 'Bei {name} ist die Auswertung mit Ihrer Freigabe offen',
    en: 'With {name} the evaluation is open by your release'
  },
  releasedText: {
    de: 'Was {name} mit Ihnen aufdecken oder abschließen möchte, erscheint hier. Nehmen Sie die Freigabe zurück, so schließt sich die Auswertung dort sofort.',
    en: 'What {name} wants to reveal or conclude with you appears here. If you take the release back, the evaluation there closes at once.'
  },
  readsElsewhere: {
    de: 'Freigegeben haben Sie an einem anderen Rechner, oder Netzwart wurde hier neu gestartet. Unterschreiben können Sie deshalb nur noch am Rechner von {name}.',
    en: 'You have released it at another computer, or Netzwart was started anew here. So you can only sign at the computer of {name}.'
  },
  takeBack: { de: 'Freigabe zurücknehmen', en: 'Take the release back' }
})
