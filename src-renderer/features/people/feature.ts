import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { useSession } from '../../shared/session'
import { peopleMessages } from './messages'

const t = textsOf(peopleMessages)
const roles = ['administrator', 'leadership', 'dpo'] as const
const leadership = ['leadership'] as const

/** Who may decide what: the leadership's appointments (P20). */
export const peopleFeature: Feature = {
  routes: [
    {
      path: '/people',
      name: 'people',
      component: () => import('./PeoplePage.vue'),
      meta: { title: () => t('title'), roles }
    },
    {
      path: '/people/appoint',
      name: 'appoint',
      component: () => import('./AppointPage.vue'),
      meta: { title: () => t('appoint'), roles: leadership }
    }
  ],
  navigation: [
    { to: '/people', icon: 'i-lucide-user-round-check', label: () => t('title'), order: 70, roles }
  ],
  commands: [
    {
      id: 'appoint',
      icon: 'i-lucide-user-round-plus',
      label: () => t('appoint'),
      roles: leadership,
      available: () => useSession().founded,
      run: () => {
        window.location.hash = '#/people/appoint'
      }
    }
  ]
}
