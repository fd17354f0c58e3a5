import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { Task } from '../../shared/looks'

const messages = defineMessages('sanctionsTasks', {
  taskNewCase: { de: 'Fall eröffnen', en: 'Open a case' },
  taskNewCaseText: {
    de: 'Festhalten, was geschehen ist, und eine Maßnahme vorschlagen.',
    en: 'Record what happened and propose a measure.'
  },
  taskCases: { de: 'Fälle und Maßnahmen', en: 'Cases and sanctions' },
  taskCasesText: {
    de: 'Was entschieden ist, was gilt und wann es endet.',
    en: 'What is decided, what is in force and when it ends.'
  }
})
const t = textsOf(messages)

/** What people begin here often. */
export const tasks: readonly Task[] = [
  {
    to: '/cases/new',
    asks: 'sanctions.open',
    icon: 'i-lucide-folder-plus',
    title: () => t('taskNewCase'),
    text: () => t('taskNewCaseText'),
    roles: { evaluator: 10 }
  },
  {
    to: '/cases',
    asks: 'sanctions.query',
    icon: 'i-lucide-scale',
    title: () => t('taskCases'),
    text: () => t('taskCasesText'),
    roles: { leadership: 10, evaluator: 20 }
  }
]
