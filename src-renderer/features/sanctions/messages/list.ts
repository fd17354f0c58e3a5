import { defineMessages } from '../../../shared/i18n/define'

export const caseListMessages = defineMessages('caseList', {
  de: {
    title: 'Fälle',
    description: 'Was nach einem Verstoß vorgeschlagen, entschieden und in Kraft ist.',
    newCase: 'Neuer Fall',
    listLabel: 'Liste der Fälle',
    search: 'Fälle durchsuchen',
    searchPlaceholder: 'Name, Klasse, Nummer, Regel',
    filterState: 'Zustand',
    allStates: 'Alle Zustände',
    matches: 'Kein Fall | {count} Fall | {count} Fälle',
    columnNumber: 'Nummer',
    columnPerson: 'Person',
    columnMeasures: 'Maßnahme',
    columnState: 'Zustand',
    columnWaiting: 'Seit wann',
    columnDeadline: 'Frist',
    noMeasures: 'noch keine',
    overdue: 'überschritten',
    emptyTitle: 'Kein Fall passt dazu',
    notFoundedTitle: 'Die Fallakte ist noch nicht gegründet',
    notFoundedText:
      'Fälle brauchen Unterschriften. Gründen Sie zuerst gemeinsam mit der Schulleitung die Fallakte; das dauert etwa zehn Minuten.',
    found: 'Fallakte gründen',
    noneTitle: 'Noch keine Fälle',
    noneText:
      'Ein Fall hält fest, was geschehen ist und was daraus folgt. Entschieden wird er von der Schulleitung.'
  },
  en: {
    title: 'Cases',
    description: 'What was proposed, decided and is in force after a breach of the rules.',
    newCase: 'New case',
    listLabel: 'List of cases',
    search: 'Search cases',
    searchPlaceholder: 'Name, class, number, rule',
    filterState: 'State',
    allStates: 'All states',
    matches: 'No case | {count} case | {count} cases',
    columnNumber: 'Number',
    columnPerson: 'Person',
    columnMeasures: 'Measure',
    columnState: 'State',
    columnWaiting: 'Since when',
    columnDeadline: 'Deadline',
    noMeasures: 'none yet',
    overdue: 'passed',
    emptyTitle: 'No case matches',
    notFoundedTitle: 'The case file is not founded yet',
    notFoundedText:
      'Cases need signatures. First found the case file together with the leadership; it takes about ten minutes.',
    found: 'Found the case file',
    noneTitle: 'No cases yet',
    noneText: 'A case records what happened and what follows. The leadership decides on it.'
  }
})
