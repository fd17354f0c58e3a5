import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { licencesMessages } from './messages'

const t = textsOf(licencesMessages)

/** Whose software is in the app, and on which terms. For everybody; the version in the navigation leads there. */
export const licencesFeature: Feature = {
  routes: [
    {
      path: '/licences',
      name: 'licences',
      component: () => import('./LicencesPage.vue'),
      meta: { title: () => t('title') }
    }
  ],
  navigation: [],
  commands: [
    {
      id: 'licences',
      icon: 'i-lucide-scroll-text',
      label: () => t('title'),
      run: () => {
        window.location.hash = '#/licences'
      }
    }
  ]
}
