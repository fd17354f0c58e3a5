import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { useSession } from '../../shared/session'
import { finders } from './finders'
import { inbox } from './inbox'
import { flagMessages } from './messages/flag'
import { flagListMessages } from './messages/list'
import { reportMessages } from './messages/report'
import { flagWordMessages } from './messages/words'
import { orderInbox } from './orders/inbox'
import { orderWordMessages } from './orders/messages/words'
import { orderFields, orderStatements } from './orders/statements'
import { fields, statements } from './statements'
import { tasks } from './tasks'

const list = textsOf(flagListMessages)
const report = textsOf(reportMessages)
const flag = textsOf(flagMessages)
const words = textsOf(flagWordMessages)
const orderWords = textsOf(orderWordMessages)

/** Flags: what people have seen and report; orders: what the leadership lets two others evaluate (P18 to P24). */
export const evaluationsFeature: Feature = {
  statements: { ...statements, ...orderStatements },
  areas: {
    flags: { name: { de: 'Hinweise', en: 'Flags' }, order: 15 },
    orders: { name: { de: 'Anordnungen', en: 'Orders' }, order: 16 }
  },
  fields: { ...fields, ...orderFields },
  subjects: {
    flag: {
      words: (number) => words('number', { number }),
      home: {
        asks: 'flags.answer',
        to: (id) => `/flags/${encodeURIComponent(id)}`,
        label: () => words('openFlag')
      }
    },
    order: { words: (number) => orderWords('number', { number }) }
  },
  inbox: { ...inbox, ...orderInbox },
  tasks,
  finders,
  routes: [
    {
      path: '/flags',
      name: 'flags',
      component: () => import('./FlagsPage.vue'),
      meta: { title: () => list('title'), asks: 'flags.query' }
    },
    {
      path: '/flags/new',
      name: 'newFlag',
      component: () => import('./ReportPage.vue'),
      meta: { title: () => report('title'), asks: 'flags.report' }
    },
    {
      path: '/flags/:id',
      name: 'flag',
      props: true,
      component: () => import('./FlagPage.vue'),
      meta: { title: () => flag('title'), asks: 'flags.flag' }
    }
  ],
  navigation: [
    { to: '/flags', icon: 'i-lucide-flag', label: () => list('title'), order: 45, asks: 'flags.query' }
  ],
  commands: [
    {
      id: 'reportFlag',
      icon: 'i-lucide-flag',
      label: () => report('title'),
      run: () => {
        window.location.hash = '#/flags/new'
      },
      asks: 'flags.report',
      // Nobody could answer it before there is a leadership.
      available: () => useSession().founded
    }
  ]
}
