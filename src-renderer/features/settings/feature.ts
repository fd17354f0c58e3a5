import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { settingsMessages } from './messages'
import { fields, statements } from './statements'
import { tasks } from './tasks'
import { waits } from './waits'

const t = textsOf(settingsMessages)

export const settingsFeature: Feature = {
  waits,
  statements,
  areas: { upkeep: { name: { de: 'Betrieb', en: 'Operation' }, order: 60 } },
  fields,
  tasks,
  routes: [
    {
      path: '/settings',
      name: 'settings',
      component: () => import('./SettingsPage.vue'),
      meta: { title: () => t('title'), asks: 'settings.write' }
    }
  ],
  navigation: [
    { to: '/settings', icon: 'i-lucide-settings', label: () => t('title'), order: 90, asks: 'settings.write' }
  ],
  commands: []
}
