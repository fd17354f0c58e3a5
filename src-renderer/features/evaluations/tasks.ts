import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { Task } from '../../shared/looks'

const messages = defineMessages('flagTasks', {
  taskReport: { de: 'Hinweis melden', en: 'Report a flag' },
  taskReportText: {
    de: 'Der Schulleitung sagen, was Sie beobachtet haben.',
    en: 'Tell the leadership what you have seen.'
  },
  taskFlags: { de: 'Hinweise', en: 'Flags' },
  taskFlagsText: {
    de: 'Was gemeldet wurde und was Sie geantwortet haben.',
    en: 'What was reported and what you have answered.'
  }
})
const t = textsOf(messages)

/** What people begin here often. */
export const tasks: readonly Task[] = [
  {
    to: '/flags/new',
    asks: 'flags.report',
    icon: 'i-lucide-flag',
    title: () => t('taskReport'),
    text: () => t('taskReportText'),
    roles: { teacher: 25 }
  },
  {
    to: '/flags',
    asks: 'flags.answer',
    icon: 'i-lucide-flag',
    title: () => t('taskFlags'),
    text: () => t('taskFlagsText'),
    roles: { leadership: 15 }
  }
]
