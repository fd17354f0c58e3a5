import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { useInbox } from '../../shared/inbox'
import { overviewMessages } from './messages'

const t = textsOf(overviewMessages)

export const overviewFeature: Feature = {
  routes: [
    {
      path: '/',
      name: 'overview',
      component: () => import('./OverviewPage.vue'),
      meta: { title: () => t('title') }
    }
  ],
  navigation: [
    {
      to: '/',
      icon: 'i-lucide-house',
      label: () => t('title'),
      order: 10,
      waiting: () => useInbox().items.length
    }
  ],
  commands: []
}
