import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { Task } from '../../shared/looks'

const messages = defineMessages('journalTasks', {
  taskJournal: { de: 'Journal', en: 'Journal' },
  taskJournalText: {
    de: 'Jede Entscheidung mit Unterschrift zum Nachlesen.',
    en: 'Every decision with its signature, to read up.'
  }
})
const t = textsOf(messages)

/** What people begin here often. */
export const tasks: readonly Task[] = [
  {
    to: '/journal',
    asks: 'ledger.query',
    icon: 'i-lucide-book-open-check',
    title: () => t('taskJournal'),
    text: () => t('taskJournalText'),
    roles: { leadership: 30, dpo: 10 }
  }
]
