import { defineMessages } from '../../../shared/i18n/define'

export const flagMessages = defineMessages('flag', {
  title: { de: 'Hinweis', en: 'Flag' },
  back: { de: 'Alle Hinweise', en: 'All flags' },
  gone: { de: 'Diesen Hinweis gibt es für Sie nicht', en: 'There is no such flag for you' },
  reportedBy: { de: 'Gemeldet von {name}, {instant}', en: 'Reported by {name}, {instant}' },
  reportedByYou: { de: 'Von Ihnen gemeldet, {instant}', en: 'Reported by you, {instant}' },
  reportTitle: { de: 'Was gemeldet wurde', en: 'What was reported' },
  who: { de: 'Person', en: 'Person' },
  when: { de: 'Wann', en: 'When' },
  areas: { de: 'Worum', en: 'About' },
  rule: { de: 'Regel', en: 'Rule' },
  seen: { de: 'Beobachtung', en: 'Observation' },
  certainty: { de: 'Wie sicher', en: 'How sure' },
  contents: { de: 'Inhalte', en: 'Contents' },
  contentsYes: {
    de: 'Es geht um Inhalte von E-Mail, Forum oder Messenger (P24)',
    en: 'It is about contents of e-mail, forum or messenger (P24)'
  },
  contentsNo: { de: 'nicht betroffen', en: 'not concerned' },
  erasedText: {
    de: 'Was gemeldet wurde, ist gelöscht. Im Journal steht nur noch, dass es einen Hinweis gab.',
    en: 'What was reported is erased. The journal only says that there was a flag.'
  },

  questionTitle: { de: 'Rückfrage der Schulleitung', en: 'Question of the leadership' },
  replyTitle: { de: 'Antwort auf die Rückfrage', en: 'Reply to the question' },
  answerTitle: { de: 'Antwort der Schulleitung', en: 'Answer of the leadership' },
  'outcome.closed': { de: 'Nicht weiter verfolgt', en: 'Not pursued' },
  'outcome.handedOver': {
    de: 'Weitergegeben an die Personen, die einen Fall vorschlagen dürfen',
    en: 'Handed to those who may propose a case'
  },
  reason: { de: 'Begründung', en: 'Reasons' },
  message: { de: 'An die meldende Person', en: 'To the reporter' },
  messageToYou: { de: 'An Sie', en: 'To you' },
  signedBy: { de: 'Unterschrieben von {name}, {instant}', en: 'Signed by {name}, {instant}' },
  saidBy: { de: '{name}, {instant}', en: '{name}, {instant}' },

  waitsTitle: { de: 'Ihr Hinweis liegt bei der Schulleitung', en: 'Your flag is with the leadership' },
  waitsText: {
    de: 'Ihre Antwort steht hier und auf Ihrer Übersicht. Durchsucht wird wegen des Hinweises nichts (P19).',
    en: 'Its answer will stand here and on your overview. Nothing is searched because of the flag (P19).'
  },
  ownTitle: {
    de: 'Diesen Hinweis haben Sie selbst gemeldet',
    en: 'You have reported this flag yourself'
  },
  ownText: {
    de: 'Deshalb beantwortet ihn jemand anderes aus der Schulleitung (Vier-Augen-Prinzip).',
    en: 'So somebody else of the leadership answers it (four-eyes principle).'
  },

  replyLabel: { de: 'Ihre Antwort', en: 'Your reply' },
  replyHint: {
    de: 'Die Schulleitung liest sie. Sie können einmal antworten.',
    en: 'The leadership reads it. You can reply once.'
  },
  replySend: { de: 'Antwort senden', en: 'Send the reply' },
  replyDone: { de: 'Ihre Antwort liegt bei der Schulleitung', en: 'Your reply is with the leadership' },

  decideTitle: { de: 'Was antworten Sie?', en: 'What do you answer?' },
  closeFoundTitle: { de: 'Nicht weiter verfolgen', en: 'Do not pursue' },
  foundOn: {
    de: 'Gefunden von Daueranordnung {number}, {instant}',
    en: 'Found by standing order {number}, {instant}'
  },
  foundTitle: { de: 'Was gefunden wurde', en: 'What was found' },
  foundErased: {
    de: 'Was gefunden wurde, ist gelöscht. Im Journal steht nur noch, dass es einen Hinweis gab.',
    en: 'What was found is erased. The journal only says that there was a flag.'
  },
  foundRule: { de: 'Regel', en: 'Rule' },
  foundMeans: { de: 'Was sie sucht', en: 'What it looks for' },
  foundServes: { de: 'Dient der Regel', en: 'Serves the rule' },
  foundCount: { de: 'Wie oft', en: 'How often' },
  foundEvents: {
    de: 'Kein Ereignis | {count} Ereignis | {count} Ereignisse',
    en: 'No event | {count} event | {count} events'
  },
  foundWhen: { de: 'Wann', en: 'When' },
  foundFromUntil: { de: '{from} bis {until}', en: '{from} to {until}' },
  foundWho: { de: 'Wen es betrifft', en: 'Whom it concerns' },
  foundMany: {
    de: 'Diese Regel findet sehr viel. Alles Weitere von ihr steht in diesem einen Hinweis; vielleicht passt sie nicht zu dieser Schule.',
    en: 'This rule finds very much. All further of it stands in this one flag; perhaps it does not fit this school.'
  },
  foundNames: {
    de: 'Pseudonyme. Wer dahinter steht, weiß hier niemand: Das decken erst zwei benannte Personen gemeinsam auf, wenn Sie eine Auswertung anordnen.',
    en: 'Pseudonyms. Nobody here knows who is behind them: only two appointed persons reveal that together, once you order an evaluation.'
  },
  innocentTitle: { de: 'Harmlose Erklärungen', en: 'Innocent explanations' },
  innocentText: {
    de: 'Die Regel beweist nichts. Auch so kann es dazu kommen:',
    en: 'The rule proves nothing. It can also come about like this:'
  },
  expiresAt: {
    de: 'Verfällt am {instant}, wenn niemand handelt.',
    en: 'Expires on {instant} if nobody acts.'
  },
  expiredText: {
    de: 'Niemand hat rechtzeitig gehandelt. Der Hinweis ist verfallen; tritt dasselbe wieder auf, gibt es einen neuen.',
    en: 'Nobody has acted in time. The flag has expired; if the same happens again, there is a new one.'
  },
  toStandingOrder: { de: 'Daueranordnung ansehen', en: 'See the standing order' },
  closeAgainTitle: { de: 'Doch nicht weiter verfolgen', en: 'Not pursue it after all' },
  'choice.closed': { de: 'Nicht weiter verfolgen', en: 'Do not pursue' },
  'choiceText.closed': {
    de: 'Der Hinweis ist damit beantwortet. Es geschieht nichts weiter.',
    en: 'The flag is answered. Nothing further happens.'
  },
  'choice.handedOver': { de: 'Als Fall vorschlagen lassen', en: 'Have a case proposed' },
  'choiceText.handedOver': {
    de: 'Auswertung und Administration lesen den Hinweis mit Ihrer Begründung und können daraus einen Fall vorschlagen. Entscheiden werden wieder Sie.',
    en: 'Evaluators and administrators read the flag with your reasons and can propose a case from it. You decide on it again.'
  },
  'choice.asked': { de: 'Noch einmal nachfragen', en: 'Ask once more' },
  'choiceText.asked': {
    de: 'Die meldende Person antwortet einmal in Worten. Sie können auch vorher entscheiden.',
    en: 'The reporter replies once in words. You can also decide before.'
  },
  closedReason: { de: 'Begründung für die Akte', en: 'Reasons for the file' },
  closedReasonHint: {
    de: 'Das liest nur die Schulleitung.',
    en: 'Only the leadership reads this.'
  },
  handedReason: { de: 'Was die Vorschlagenden wissen sollen', en: 'What those who propose should know' },
  handedReasonHint: {
    de: 'Das lesen die Schulleitung und alle, die einen Fall vorschlagen dürfen.',
    en: 'The leadership and all who may propose a case read this.'
  },
  messageLabel: { de: 'Ein Satz an die meldende Person', en: 'A sentence to the reporter' },
  messageHint: { de: 'Nur diesen Satz liest sie.', en: 'This is all they read.' },
  questionLabel: { de: 'Ihre Rückfrage', en: 'Your question' },
  questionHint: { de: 'Die meldende Person liest sie so.', en: 'The reporter reads it like this.' },
  missingChoice: { de: 'Ihre Antwort', en: 'your answer' },
  missingReason: { de: 'Begründung', en: 'reasons' },
  missingMessage: { de: 'Satz an die meldende Person', en: 'sentence to the reporter' },
  missingQuestion: { de: 'Rückfrage', en: 'question' },
  'sign.closed': { de: 'Unterschreiben und antworten', en: 'Sign and answer' },
  'sign.handedOver': { de: 'Unterschreiben und weitergeben', en: 'Sign and hand over' },
  'sign.asked': { de: 'Unterschreiben und fragen', en: 'Sign and ask' },
  'done.closed': { de: 'Der Hinweis ist beantwortet', en: 'The flag is answered' },
  'done.handedOver': { de: 'Der Hinweis ist weitergegeben', en: 'The flag is handed over' },
  'done.asked': { de: 'Die Rückfrage ist gestellt', en: 'The question is asked' },

  proposeTitle: { de: 'Einen Fall vorschlagen', en: 'Propose a case' },
  proposeText: {
    de: 'Der Vorschlag beginnt mit dem, was gemeldet wurde. Prüfen und ergänzen Sie alles: Was nur vermutet wurde, gehört nicht in den Sachverhalt.',
    en: 'The proposal begins with what was reported. Check and complete everything: what was only supposed does not belong into the facts.'
  },
  proposeNot: {
    de: 'Soll kein Fall daraus werden, sagen Sie es der Schulleitung: Sie kann den Hinweis schließen.',
    en: 'If it should not become a case, tell the leadership: it can close the flag.'
  },
  propose: { de: 'Fall vorschlagen', en: 'Propose a case' },
  caseTitle: { de: 'Fall', en: 'Case' },
  caseText: { de: 'Aus diesem Hinweis wurde ein Fall eröffnet.', en: 'A case was opened from this flag.' },
  openCase: { de: 'Fall {number} öffnen', en: 'Open case {number}' },
  openCaseUnnamed: { de: 'Fall öffnen', en: 'Open the case' },
  whoMayTitle: { de: 'Liegt bei denen, die vorschlagen', en: 'With those who propose' },
  whoMayText: {
    de: 'Auswertung und Administration haben den Hinweis auf ihrer Übersicht.',
    en: 'Evaluators and administrators have the flag on their overview.'
  },
  askedTitle: {
    de: 'Wartet auf die Antwort der meldenden Person',
    en: 'Waits for the reply of the reporter'
  },
  askedText: {
    de: 'Sie können auch ohne ihre Antwort entscheiden.',
    en: 'You can also decide without the reply.'
  },
  orderTitle: { de: 'Protokolle auswerten lassen', en: 'Have logs evaluated' },
  orderText: {
    de: 'Nur bei ernstem, konkretem Verdacht: Sie ordnen es schriftlich an, und zwei benannte Personen werten gemeinsam aus. Der Hinweis bleibt dabei, wo er ist.',
    en: 'Only on serious, concrete suspicion: you order it in writing, and two appointed persons evaluate together. The flag stays where it is.'
  },
  order: { de: 'Auswertung anordnen', en: 'Order an evaluation' },
  toJournal: { de: 'Im Journal ansehen', en: 'See it in the journal' },
  changed: {
    de: 'Der Hinweis hat sich inzwischen geändert. Was Sie geschrieben haben, steht noch da; bitte prüfen Sie es.',
    en: 'The flag has changed meanwhile. What you have written is still there; please check it.'
  }
})
