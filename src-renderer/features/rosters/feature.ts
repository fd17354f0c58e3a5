import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { personMessages } from './messages/person'
import { rosterMessages } from './messages/roster'
import { tasks } from './tasks'

const roster = textsOf(rosterMessages)
const person = textsOf(personMessages)

/** From a roster, or from one person, to a plan. */
export const rostersFeature: Feature = {
  tasks,
  routes: [
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
    }
  ],
  navigation: [],
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
      label: () => roster('readRoster'),
      asks: 'rosters.plan',
      run: () => {
        window.location.hash = '#/plans/new'
      }
    }
  ]
}
