import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { useWaiting } from '../../shared/waiting'
import { slipsMessages } from './messages'
import { tasks } from './tasks'
import { waits } from './waits'

const t = textsOf(slipsMessages)

export const slipsFeature: Feature = {
  waits,
  tasks,
  routes: [
    {
      path: '/slips',
      name: 'slips',
      component: () => import('./SlipsPage.vue'),
      meta: { title: () => t('title'), asks: 'slips.pending' }
    }
  ],
  navigation: [
    {
      to: '/slips',
      icon: 'i-lucide-printer',
      label: () => t('title'),
      order: 40,
      waiting: () => useWaiting().slips.length,
      asks: 'slips.pending'
    }
  ],
  commands: []
}
