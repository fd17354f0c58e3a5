import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { useWaiting } from '../../shared/waiting'
import { listMessages } from './messages/list'
import { reviewMessages } from './messages/review'
import { fields, statements } from './statements'
import { waits } from './waits'

const list = textsOf(listMessages)
const review = textsOf(reviewMessages)

/** Plans of every job: the list, the review, the run and its undo. */
export const plansFeature: Feature = {
  waits,
  statements,
  areas: { accounts: { name: { de: 'Konten', en: 'Accounts' }, order: 30 } },
  fields,
  subjects: {
    plan: {
      home: {
        asks: 'plans.summary',
        to: (hash) => `/plans/${encodeURIComponent(hash)}`,
        label: () => review('openPlan')
      }
    }
  },
  routes: [
    {
      path: '/plans',
      name: 'plans',
      component: () => import('./PlansPage.vue'),
      meta: { title: () => list('title'), asks: 'plans.list' }
    },
    {
      path: '/plans/:hash',
      name: 'plan',
      props: true,
      component: () => import('./PlanPage.vue'),
      meta: { title: () => review('title'), asks: 'plans.summary' }
    }
  ],
  navigation: [
    {
      to: '/plans',
      icon: 'i-lucide-clipboard-list',
      label: () => list('title'),
      order: 30,
      waiting: () => useWaiting().openPlans.length,
      // Whoever only looks at plans comes to them from the journal.
      asks: 'plans.apply'
    }
  ],
  commands: []
}
