import type { Feature } from '../../shared/feature'
import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import { useSession } from '../../shared/session'
import { disclosureMessages } from './messages'
import { disclosureFields, disclosureStatements } from './statements'

const words = textsOf(
  defineMessages('disclosureTasks', {
    taskText: {
      de: 'Jemand will wissen, was über ihn gespeichert ist.',
      en: 'Somebody wants to know what is held on them.'
    }
  })
)
const t = textsOf(disclosureMessages)

/** What is held on a person, for them (P27, GDPR Art. 15). */
export const disclosuresFeature: Feature = {
  statements: disclosureStatements,
  areas: { disclosures: { name: { de: 'Auskünfte', en: 'Disclosures' }, order: 17 } },
  fields: disclosureFields,
  subjects: { disclosure: {} },
  tasks: [
    {
      to: '/disclosures',
      asks: 'disclosures.gather',
      icon: 'i-lucide-file-user',
      title: () => t('find'),
      text: () => words('taskText'),
      roles: { leadership: 60 }
    }
  ],
  routes: [
    {
      path: '/disclosures',
      name: 'disclosures',
      component: () => import('./FindPage.vue'),
      meta: { title: () => t('find'), asks: 'disclosures.gather' }
    },
    {
      path: '/disclosures/:person',
      name: 'disclosure',
      props: true,
      component: () => import('./DisclosurePage.vue'),
      meta: { title: () => t('title'), asks: 'disclosures.gather' }
    }
  ],
  navigation: [],
  commands: [
    {
      id: 'disclosure',
      icon: 'i-lucide-file-user',
      label: () => t('find'),
      run: () => {
        window.location.hash = '#/disclosures'
      },
      asks: 'disclosures.gather',
      // Before there are persons nothing is held in confidence, and nobody of the leadership is there.
      available: () => useSession().founded
    }
  ]
}
