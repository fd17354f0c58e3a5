import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { journalMessages } from './messages'

const t = textsOf(journalMessages)

export const journalFeature: Feature = {
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
