import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { Task } from '../../shared/looks'

const messages = defineMessages('peopleTasks', {
  taskPeople: { de: 'Personen und Benennungen', en: 'People and appointments' },
  taskPeopleText: {
    de: 'Wer in dieser Schule welche Aufgabe hat, und bis wann.',
    en: 'Who has which role in this school, and until when.'
  }
})
const t = textsOf(messages)

/** What people begin here often. */
export const tasks: readonly Task[] = [
  {
    to: '/people',
    asks: 'people.appointments',
    icon: 'i-lucide-user-round-check',
    title: () => t('taskPeople'),
    text: () => t('taskPeopleText'),
    roles: { leadership: 20, dpo: 20 }
  }
]
