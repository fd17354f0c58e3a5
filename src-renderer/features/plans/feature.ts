import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { useWaiting } from '../../shared/waiting'
import { listMessages } from './messages/list'
import { reviewMessages } from './messages/review'
import { rosterMessages } from './messages/roster'

const list = textsOf(listMessages)
const roster = textsOf(rosterMessages)
const review = textsOf(reviewMessages)

const roles = ['administrator'] as const

/** From a roster to accounts: the wizard, the review of a plan, its run and its undo. */
export const plansFeature: Feature = {
  routes: [
    {
      path: '/plans',
      name: 'plans',
      component: () => import('./PlansPage.vue'),
      meta: { title: () => list('title'), roles }
    },
    {
      path: '/plans/new',
      name: 'newPlan',
      component: () => import('./RosterPage.vue'),
      meta: { title: () => roster('title'), roles }
    },
    {
      path: '/plans/:hash',
      name: 'plan',
      props: true,
      component: () => import('./PlanPage.vue'),
      meta: { title: () => review('title'), roles }
    }
  ],
  navigation: [
    {
      to: '/plans',
      icon: 'i-lucide-clipboard-list',
      label: () => list('title'),
      order: 30,
      waiting: () => useWaiting().openPlans.length,
      roles
    }
  ],
  commands: [
    {
      id: 'readRoster',
      icon: 'i-lucide-file-input',
      label: () => list('readRoster'),
      roles,
      run: () => {
        window.location.hash = '#/plans/new'
      }
    }
  ]
}
