import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { journalMessages } from './messages'
import { inbox } from './inbox'
import { fields, statements } from './statements'
import { tasks } from './tasks'

const t = textsOf(journalMessages)

export const journalFeature: Feature = {
  statements,
  areas: { copies: { name: { de: 'Ausgegebene Kopien', en: 'Copies given out' }, order: 50 } },
  fields,
  inbox,
  tasks,
  routes: [
    {
      path: '/journal',
      name: 'journal',
      component: () => import('./JournalPage.vue'),
      meta: { title: () => t('title'), asks: 'ledger.query' }
    },
    {
      path: '/journal/:sequence(\\d+)',
      name: 'journalEntry',
      component: () => import('./EntryPage.vue'),
      props: (route) => ({ sequence: Number(route.params['sequence']) }),
      meta: { title: () => t('title'), asks: 'ledger.entry' }
    }
  ],
  navigation: [
    {
      to: '/journal',
      icon: 'i-lucide-book-open-check',
      label: () => t('title'),
      order: 60,
      asks: 'ledger.query'
    }
  ],
  commands: []
}
