import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { useSession } from '../../shared/session'
import { peopleMessages } from './messages'
import { inbox } from './inbox'
import { fields, statements } from './statements'
import { tasks } from './tasks'

const t = textsOf(peopleMessages)

/** Who may decide what: the leadership's appointments (P20). */
export const peopleFeature: Feature = {
  statements,
  areas: {
    people: { name: { de: 'Benennungen und Schlüssel', en: 'Appointments and keys' }, order: 20 },
    signIns: { name: { de: 'Anmeldungen', en: 'Sign-ins' }, order: 40 }
  },
  fields,
  subjects: { person: {}, device: {} },
  inbox,
  tasks,
  routes: [
    {
      path: '/people',
      name: 'people',
      component: () => import('./PeoplePage.vue'),
      meta: { title: () => t('title'), asks: 'people.appointments' }
    },
    {
      path: '/people/appoint',
      name: 'appoint',
      component: () => import('./AppointPage.vue'),
      meta: { title: () => t('appoint'), asks: 'people.appoint' }
    }
  ],
  navigation: [
    {
      to: '/people',
      icon: 'i-lucide-user-round-check',
      label: () => t('title'),
      order: 70,
      asks: 'people.appointments'
    }
  ],
  commands: [
    {
      id: 'appoint',
      icon: 'i-lucide-user-round-plus',
      label: () => t('appoint'),
      asks: 'people.appoint',
      available: () => useSession().founded,
      run: () => {
        window.location.hash = '#/people/appoint'
      }
    }
  ]
}
