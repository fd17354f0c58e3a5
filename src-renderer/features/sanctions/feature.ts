import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { useSession } from '../../shared/session'
import { caseFileMessages } from './messages/file'
import { caseListMessages } from './messages/list'
import { newCaseMessages } from './messages/wizard'
import { inbox } from './inbox'
import { plans } from './plans'
import { fields, statements } from './statements'
import { tasks } from './tasks'
import { defineMessages } from '../../shared/i18n/define'

const subjectMessages = defineMessages('caseSubject', {
  caseNumber: { de: 'Fall {number}', en: 'Case {number}' },
  openCase: { de: 'Fall öffnen', en: 'Open the case' }
})

const t = textsOf(subjectMessages)
const list = textsOf(caseListMessages)
const file = textsOf(caseFileMessages)
const wizard = textsOf(newCaseMessages)

/** What follows a violation: cases, their proposal, the leadership's decision and its end (P9, P10, P26). */
export const sanctionsFeature: Feature = {
  statements,
  areas: { cases: { name: { de: 'Fälle und Maßnahmen', en: 'Cases and sanctions' }, order: 10 } },
  fields,
  subjects: {
    case: {
      words: (number) => t('caseNumber', { number }),
      home: {
        asks: 'sanctions.case',
        to: (id) => `/cases/${encodeURIComponent(id)}`,
        label: () => t('openCase')
      }
    }
  },
  inbox,
  tasks,
  plans,
  routes: [
    {
      path: '/cases',
      name: 'cases',
      component: () => import('./CasesPage.vue'),
      meta: { title: () => list('title'), asks: 'sanctions.query' }
    },
    {
      path: '/cases/new',
      name: 'newCase',
      component: () => import('./NewCasePage.vue'),
      meta: { title: () => wizard('title'), asks: 'sanctions.open' }
    },
    {
      path: '/cases/:id',
      name: 'case',
      props: true,
      component: () => import('./CasePage.vue'),
      meta: { title: () => file('title'), asks: 'sanctions.case' }
    }
  ],
  navigation: [
    { to: '/cases', icon: 'i-lucide-scale', label: () => list('title'), order: 50, asks: 'sanctions.query' }
  ],
  commands: [
    {
      id: 'newCase',
      icon: 'i-lucide-folder-plus',
      label: () => list('newCase'),
      run: () => {
        window.location.hash = '#/cases/new'
      },
      asks: 'sanctions.open',
      // Nobody can sign a proposal before there are keys.
      available: () => useSession().founded
    }
  ]
}
