import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { useSession } from '../../shared/session'
import { foundingMessages } from './messages'
import { underWay } from './underWay'
import { waits } from './waits'

const t = textsOf(foundingMessages)

/** Leadership and administrator found the case file together (P20, P25). */
export const foundingFeature: Feature = {
  waits,
  routes: [
    {
      path: '/found',
      name: 'found',
      component: () => import('./FoundingPage.vue'),
      meta: { title: () => t('title'), bare: true, asks: 'people.found', stays: () => underWay.value },
      beforeEnter: () => (useSession().founded ? { name: 'overview' } : true)
    }
  ],
  navigation: [],
  commands: [
    {
      id: 'found',
      icon: 'i-lucide-file-lock',
      label: () => t('title'),
      asks: 'people.found',
      available: () => !useSession().founded,
      run: () => {
        window.location.hash = '#/found'
      }
    }
  ]
}
