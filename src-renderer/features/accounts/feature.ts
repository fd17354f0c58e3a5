import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { accountsMessages } from './messages'
import { finders } from './finders'
import { inbox } from './inbox'
import { plans } from './plans'
import { tasks } from './tasks'

const t = textsOf(accountsMessages)

export const accountsFeature: Feature = {
  inbox,
  tasks,
  finders,
  plans,
  routes: [
    {
      path: '/accounts',
      name: 'accounts',
      component: () => import('./AccountsPage.vue'),
      meta: { title: () => t('title'), asks: 'accounts.query' }
    },
    {
      path: '/accounts/:id',
      name: 'account',
      props: true,
      component: () => import('./AccountPage.vue'),
      meta: { title: () => t('personTitle'), asks: 'accounts.detail' }
    }
  ],
  navigation: [
    {
      to: '/accounts',
      icon: 'i-lucide-users-round',
      label: () => t('title'),
      order: 20,
      asks: 'accounts.query'
    }
  ],
  commands: []
}
