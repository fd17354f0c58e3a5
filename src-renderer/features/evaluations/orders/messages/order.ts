import { defineMessages } from '../../../../shared/i18n/define'

export const orderMessages = defineMessages('order', {
  title: { de: 'Anordnung', en: 'Order' },
  back: { de: 'Anordnungen', en: 'Orders' },
  gone: { de: 'Diese Anordnung gibt es für Sie nicht', en: 'There is no such order for you' },
  givenBy: { de: 'Unterschrieben von {name}, {instant}', en: 'Signed by {name}, {instant}' },
  youEvaluateTitle: { de: 'Sie sollen auswerten', en: 'You are to evaluate' },
  toEvaluation: { de: 'Zur Auswertung', en: 'To the evaluation' },
  youEvaluateText: {
    de: 'Gelesen werden darf nur, was unten steht, und nur gemeinsam: Eine Person allein öffnet nichts.',
    en: 'Only what stands below may be read, and only together: nobody opens anything alone.'
  },
  expiredText: {
    de: 'Unter dieser Anordnung wird nichts mehr gelesen. Braucht es länger, gibt die Schulleitung eine neue.',
    en: 'Nothing is read under this order any more. If it takes longer, the leadership gives a new one.'
  },
  whyTitle: { de: 'Warum', en: 'Why' },
  occasion: { de: 'Anlass', en: 'Occasion' },
  suspicion: { de: 'Verdacht', en: 'Suspicion' },
  rule: { de: 'Regel', en: 'Rule' },
  flag: { de: 'Hinweis', en: 'Flag' },
  whatTitle: { de: 'Was gelesen werden darf', en: 'What may be read' },
  concerned: { de: 'Wen es betrifft', en: 'Whom it concerns' },
  window: { de: 'Zeitraum', en: 'Window' },
  sources: { de: 'Quellen', en: 'Sources' },
  withContents: { de: '{name} (mit Inhalten)', en: '{name} (with contents)' },
  rules: { de: 'Suchregeln', en: 'Search rules' },
  noRules: { de: 'Keine: es wird nur gesucht', en: 'None: there is only a search' },
  ruleGone: { de: 'Eine Regel, die es nicht mehr gibt', en: 'A rule that is gone' },
  contents: { de: 'Inhalte', en: 'Contents' },
  contentsNo: {
    de: 'Inhalte von E-Mail, Forum und Messenger nicht',
    en: 'No contents of e-mail, forum and messenger'
  },
  whoTitle: { de: 'Wer und bis wann', en: 'Who and until when' },
  evaluators: { de: 'Auswertung durch', en: 'Evaluated by' },
  expires: { de: 'Gültig bis', en: 'In force until' },
  erasedText: {
    de: 'Der Inhalt dieser Anordnung wurde gelöscht.',
    en: 'The content of this order was erased.'
  },
  withdrawnTitle: { de: 'Zurückgezogen', en: 'Withdrawn' },
  withdrawnBy: { de: '{name}, {instant}', en: '{name}, {instant}' },
  withdrawTitle: { de: 'Anordnung zurückziehen', en: 'Withdraw the order' },
  withdrawText: {
    de: 'Ab dann darf unter ihr nichts mehr gelesen werden. Die Anordnung selbst bleibt im Journal stehen.',
    en: 'From then on nothing may be read under it. The order itself stays in the journal.'
  },
  withdrawReason: { de: 'Warum?', en: 'Why?' },
  withdrawMissing: { de: 'der Grund', en: 'the reason' },
  withdraw: { de: 'Zurückziehen und unterschreiben', en: 'Withdraw and sign' },
  withdrawn: { de: 'Die Anordnung ist zurückgezogen', en: 'The order is withdrawn' },
  changed: {
    de: 'Die Anordnung hat sich inzwischen geändert. Was Sie geschrieben haben, steht noch da; bitte prüfen Sie es.',
    en: 'The order has changed meanwhile. What you have written is still there; please check it.'
  },
  save: { de: 'Als Dokument speichern', en: 'Save as a document' },
  saved: { de: 'Anordnung gespeichert', en: 'Order saved' },
  toJournal: { de: 'Im Journal ansehen', en: 'See it in the journal' }
})
