import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { Task } from '../../shared/looks'

const messages = defineMessages('accountsTasks', {
  taskPassword: { de: 'Passwort zurücksetzen', en: 'Reset a password' },
  taskPasswordText: {
    de: 'Person suchen, neues Passwort vergeben, Zettel drucken.',
    en: 'Find the person, give a new password, print the slip.'
  },
  taskPupilPassword: {
    de: 'Passwort eines Schülers oder einer Schülerin zurücksetzen',
    en: 'Reset a pupil’s password'
  },
  taskPupilPasswordText: {
    de: 'In Ihren eigenen Klassen, auf Wunsch der Person (P5).',
    en: 'In your own classes, at the person’s request (P5).'
  }
})
const t = textsOf(messages)

/** What people begin here often. */
export const tasks: readonly Task[] = [
  {
    to: '/accounts',
    asks: 'accounts.resetPassword',
    icon: 'i-lucide-key-round',
    title: () => t('taskPassword'),
    text: () => t('taskPasswordText'),
    roles: { administrator: 20 }
  },
  {
    to: '/accounts',
    asks: 'accounts.resetPassword',
    icon: 'i-lucide-key-round',
    title: () => t('taskPupilPassword'),
    text: () => t('taskPupilPasswordText'),
    roles: { teacher: 10 }
  }
]
