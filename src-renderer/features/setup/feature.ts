import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { setupMessages } from './messages'
import { fields, statements } from './statements'

const t = textsOf(setupMessages)

export const setupFeature: Feature = {
  statements,
  fields,
  routes: [
    {
      path: '/setup',
      name: 'setup',
      component: () => import('./FirstRunPage.vue'),
      meta: { title: () => t('title'), bare: true, stage: 'setup', asks: 'setup.connect' }
    },
    {
      path: '/setup/connect',
      name: 'connect',
      component: () => import('./ConnectPage.vue'),
      meta: { title: () => t('connectTitle'), bare: true, stage: 'setup', asks: 'setup.connect' }
    }
  ],
  navigation: [],
  commands: []
}
