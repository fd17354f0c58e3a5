import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { Task } from '../../shared/looks'

const messages = defineMessages('rosterTasks', {
  taskRoster: { de: 'Schülerliste einlesen', en: 'Read a roster' },
  taskRosterText: {
    de: 'Neues Schuljahr oder Nachzügler: aus der Liste der Schulverwaltung werden Konten.',
    en: 'New school year or latecomers: the administration’s list becomes accounts.'
  },
  taskPerson: { de: 'Person hinzufügen', en: 'Add a person' },
  taskPersonText: {
    de: 'Mitten im Schuljahr neu: ein Konto, ein Passwortzettel, sonst ändert sich nichts.',
    en: 'New in the middle of the year: one account, one password slip, nothing else changes.'
  }
})
const t = textsOf(messages)

/** What people begin here often. */
export const tasks: readonly Task[] = [
  {
    to: '/plans/new',
    asks: 'rosters.plan',
    icon: 'i-lucide-file-input',
    title: () => t('taskRoster'),
    text: () => t('taskRosterText'),
    roles: { administrator: 10 }
  },
  {
    to: '/accounts/new',
    asks: 'rosters.planPerson',
    icon: 'i-lucide-user-round-plus',
    title: () => t('taskPerson'),
    text: () => t('taskPersonText'),
    roles: { administrator: 25 }
  }
]
