import { defineMessages } from '../../../../shared/i18n/define'

export const orderListMessages = defineMessages('orderList', {
  title: { de: 'Anordnungen', en: 'Orders' },
  description: {
    de: 'Auswertungen von Protokollen, die die Schulleitung angeordnet hat. Ohne Anordnung wird nichts durchsucht.',
    en: 'Evaluations of logs that the leadership has ordered. Nothing is searched without an order.'
  },
  give: { de: 'Auswertung anordnen', en: 'Order an evaluation' },
  listLabel: { de: 'Liste der Anordnungen', en: 'List of orders' },
  search: { de: 'Anordnungen durchsuchen', en: 'Search orders' },
  searchPlaceholder: { de: 'Nummer, Name, Worte', en: 'Number, name, words' },
  filterState: { de: 'Stand', en: 'Standing' },
  allStates: { de: 'Alle', en: 'All' },
  matches: {
    de: 'Keine Anordnung | {count} Anordnung | {count} Anordnungen',
    en: 'No order | {count} order | {count} orders'
  },
  columnNumber: { de: 'Nummer', en: 'Number' },
  columnGiven: { de: 'Gegeben', en: 'Given' },
  columnConcerned: { de: 'Wen sie betrifft', en: 'Whom it concerns' },
  columnEvaluators: { de: 'Auswertung durch', en: 'Evaluated by' },
  columnExpires: { de: 'Gültig bis', en: 'In force until' },
  columnState: { de: 'Stand', en: 'Standing' },
  emptyTitle: { de: 'Keine Anordnung passt dazu', en: 'No order matches' },
  noneTitle: { de: 'Noch keine Anordnungen', en: 'No orders yet' },
  noneText: {
    de: 'Protokolle werden nur in ernsten Fällen ausgewertet, von zwei benannten Personen und auf schriftliche Anordnung (P19 bis P22).',
    en: 'Logs are evaluated in serious cases only, by two appointed persons and on a written order (P19 to P22).'
  },
  noneForYou: {
    de: 'Keine Anordnung nennt Sie für eine Auswertung.',
    en: 'No order names you for an evaluation.'
  },
  notFoundedTitle: { de: 'Die Fallakte ist noch nicht gegründet', en: 'The case file is not founded yet' },
  notFoundedText: {
    de: 'Anordnungen unterschreibt die Schulleitung. Gründen Sie zuerst gemeinsam mit ihr die Fallakte.',
    en: 'Orders are signed by the leadership. First found the case file together with it.'
  }
})
