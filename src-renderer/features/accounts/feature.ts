import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { accountsMessages } from './messages'

const t = textsOf(accountsMessages)

export const accountsFeature: Feature = {
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
