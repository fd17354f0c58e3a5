import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { useWaiting } from '../../shared/waiting'
import { listMessages } from './messages/list'
import { personMessages } from './messages/person'
import { reviewMessages } from './messages/review'
import { rosterMessages } from './messages/roster'
import { fields, statements } from './statements'
import { tasks } from './tasks'
import { waits } from './waits'

const list = textsOf(listMessages)
const roster = textsOf(rosterMessages)
const review = textsOf(reviewMessages)
const person = textsOf(personMessages)

/** From a roster to accounts: the wizard, the review of a plan, its run and its undo. */
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
  tasks,
  routes: [
    {
      path: '/plans',
      name: 'plans',
      component: () => import('./PlansPage.vue'),
      meta: { title: () => list('title'), asks: 'plans.list' }
    },
    {
      path: '/plans/new',
      name: 'newPlan',
      component: () => import('./RosterPage.vue'),
      meta: { title: () => roster('title'), asks: 'rosters.plan' }
    },
    {
      path: '/accounts/new',
      name: 'addPerson',
      component: () => import('./AddPersonPage.vue'),
      meta: { title: () => person('title'), asks: 'rosters.planPerson' }
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
  commands: [
    {
      id: 'addPerson',
      icon: 'i-lucide-user-round-plus',
      label: () => person('title'),
      asks: 'rosters.planPerson',
      run: () => {
        window.location.hash = '#/accounts/new'
      }
    },
    {
      id: 'readRoster',
      icon: 'i-lucide-file-input',
      label: () => list('readRoster'),
      asks: 'rosters.plan',
      run: () => {
        window.location.hash = '#/plans/new'
      }
    }
  ]
}
