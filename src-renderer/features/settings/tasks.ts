import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { Task } from '../../shared/looks'

const messages = defineMessages('settingsTasks', {
  taskSettings: { de: 'Schule einrichten', en: 'Set up the school' },
  taskSettingsText: {
    de: 'Name der Schule, Muster der Anmeldenamen, Fristen.',
    en: 'Name of the school, pattern of the logins, periods.'
  }
})
const t = textsOf(messages)

/** What people begin here often. */
export const tasks: readonly Task[] = [
  {
    to: '/settings',
    asks: 'settings.write',
    icon: 'i-lucide-school',
    title: () => t('taskSettings'),
    text: () => t('taskSettingsText'),
    roles: { administrator: 30 }
  }
]
