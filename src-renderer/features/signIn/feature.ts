import { call } from '../../shared/api'
import { useApplication } from '../../shared/application'
import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { commonMessages } from '../../shared/i18n/messages'
import { useSession } from '../../shared/session'
import { signInMessages } from './messages'

const t = textsOf(signInMessages)
const common = textsOf(commonMessages)

/** What stands before the app: the case file that must be reachable, the sign-in, a PC that is new. */
export const signInFeature: Feature = {
  routes: [
    {
      path: '/sign-in',
      name: 'signIn',
      component: () => import('./SignInPage.vue'),
      meta: { title: () => t('title'), bare: true, stage: 'signIn' }
    },
    {
      path: '/case-file',
      name: 'caseFile',
      component: () => import('./CaseFilePage.vue'),
      meta: { title: () => t('caseFileTitle'), bare: true, stage: 'caseFile' }
    },
    {
      path: '/admit',
      name: 'admission',
      component: () => import('./AdmissionPage.vue'),
      meta: { title: () => t('admissionTitle'), bare: true, stage: 'admission' }
    }
  ],
  navigation: [],
  commands: [
    {
      id: 'signOut',
      icon: 'i-lucide-log-out',
      label: () => common('signOut'),
      available: () => useSession().person !== null,
      run: async () => {
        useApplication().adopt(await call('session.signOut'))
      }
    }
  ]
}
