import { defineMessages } from '../../../shared/i18n/define'

export const caseListMessages = defineMessages('caseList', {
  title: { de: 'Fälle', en: 'Cases' },
  description: {
    de: 'Was nach einem Verstoß vorgeschlagen, entschieden und in Kraft ist.',
    en: 'What was proposed, decided and is in force after a breach of the rules.'
  },
  newCase: { de: 'Neuer Fall', en: 'New case' },
  listLabel: { de: 'Liste der Fälle', en: 'List of cases' },
  search: { de: 'Fälle durchsuchen', en: 'Search cases' },
  searchPlaceholder: { de: 'Name, Klasse, Nummer, Regel', en: 'Name, class, number, rule' },
  filterState: { de: 'Zustand', en: 'State' },
  allStates: { de: 'Alle Zustände', en: 'All states' },
  matches: { de: 'Kein Fall | {count} Fall | {count} Fälle', en: 'No case | {count} case | {count} cases' },
  columnNumber: { de: 'Nummer', en: 'Number' },
  columnPerson: { de: 'Person', en: 'Person' },
  columnMeasures: { de: 'Maßnahme', en: 'Measure' },
  columnState: { de: 'Zustand', en: 'State' },
  columnWaiting: { de: 'Seit wann', en: 'Since when' },
  columnDeadline: { de: 'Frist', en: 'Deadline' },
  noMeasures: { de: 'noch keine', en: 'none yet' },
  overdue: { de: 'überschritten', en: 'passed' },
  emptyTitle: { de: 'Kein Fall passt dazu', en: 'No case matches' },
  notFoundedTitle: { de: 'Die Fallakte ist noch nicht gegründet', en: 'The case file is not founded yet' },
  notFoundedText: {
    de: 'Fälle brauchen Unterschriften. Gründen Sie zuerst gemeinsam mit der Schulleitung die Fallakte; das dauert etwa zehn Minuten.',
    en: 'Cases need signatures. First found the case file together with the leadership; it takes about ten minutes.'
  },
  found: { de: 'Fallakte gründen', en: 'Found the case file' },
  noneTitle: { de: 'Noch keine Fälle', en: 'No cases yet' },
  noneText: {
    de: 'Ein Fall hält fest, was geschehen ist und was daraus folgt. Entschieden wird er von der Schulleitung.',
    en: 'A case records what happened and what follows. The leadership decides on it.'
  }
})
