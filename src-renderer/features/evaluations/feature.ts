import type { Feature } from '../../shared/feature'
import { textsOf } from '../../shared/i18n/i18n'
import { useSession } from '../../shared/session'
import { evaluationMessages } from './evaluation/messages'
import { evaluationFields, evaluationStatements } from './evaluation/statements'
import { evidenceStatements } from './evidence/statements'
import { finders } from './finders'
import { handoverFields, handoverStatements } from './handover/statements'
import { inbox } from './inbox'
import { flagMessages } from './messages/flag'
import { flagListMessages } from './messages/list'
import { reportMessages } from './messages/report'
import { flagWordMessages } from './messages/words'
import { orderFinder } from './orders/finder'
import { orderInbox } from './orders/inbox'
import { orderListMessages } from './orders/messages/list'
import { orderMessages } from './orders/messages/order'
import { newOrderMessages } from './orders/messages/wizard'
import { orderWordMessages } from './orders/messages/words'
import { noticeInbox } from './orders/notices/inbox'
import { noticeFields, noticeStatements } from './orders/notices/statements'
import { orderFields, orderStatements } from './orders/statements'
import { standingFinder } from './standing/finder'
import { standingInbox } from './standing/inbox'
import { newStandingMessages } from './standing/messages/newOrder'
import { standingMessages } from './standing/messages/order'
import { standingWordMessages } from './standing/messages/words'
import { standingFields, standingStatements } from './standing/statements'
import { fields, statements } from './statements'
import { tasks } from './tasks'

const list = textsOf(flagListMessages)
const report = textsOf(reportMessages)
const flag = textsOf(flagMessages)
const words = textsOf(flagWordMessages)
const orderWords = textsOf(orderWordMessages)
const orders = textsOf(orderListMessages)
const order = textsOf(orderMessages)
const newOrder = textsOf(newOrderMessages)
const standing = textsOf(standingMessages)
const standingWords = textsOf(standingWordMessages)
const newStanding = textsOf(newStandingMessages)
const evaluation = textsOf(evaluationMessages)

/** Flags: what people have seen and report; orders: what the leadership lets two others evaluate (P18 to P24). */
export const evaluationsFeature: Feature = {
  statements: {
    ...statements,
    ...orderStatements,
    ...evidenceStatements,
    ...evaluationStatements,
    ...noticeStatements,
    ...handoverStatements,
    ...standingStatements
  },
  areas: {
    flags: { name: { de: 'Hinweise', en: 'Flags' }, order: 15 },
    orders: { name: { de: 'Anordnungen', en: 'Orders' }, order: 16 },
    standingOrders: { name: { de: 'Daueranordnungen', en: 'Standing orders' }, order: 17 }
  },
  fields: {
    ...fields,
    ...orderFields,
    ...evaluationFields,
    ...noticeFields,
    ...handoverFields,
    ...standingFields
  },
  subjects: {
    flag: {
      words: (number) => words('number', { number }),
      home: {
        asks: 'flags.answer',
        to: (id) => `/flags/${encodeURIComponent(id)}`,
        label: () => words('openFlag')
      }
    },
    order: {
      words: (number) => orderWords('number', { number }),
      home: {
        asks: 'orders.order',
        to: (id) => `/orders/${encodeURIComponent(id)}`,
        label: () => orderWords('openOrder')
      }
    },
    standingOrder: {
      words: (number) => standingWords('number', { number }),
      home: {
        asks: 'standingOrders.order',
        to: (id) => `/standing-orders/${encodeURIComponent(id)}`,
        label: () => standingWords('openOrder')
      }
    }
  },
  inbox: { ...inbox, ...orderInbox, ...noticeInbox, ...standingInbox },
  tasks,
  finders: [...finders, orderFinder, standingFinder],
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
    },
    {
      path: '/orders',
      name: 'orders',
      component: () => import('./orders/OrdersPage.vue'),
      meta: { title: () => orders('title'), asks: 'orders.query' }
    },
    {
      path: '/orders/new',
      name: 'newOrder',
      component: () => import('./orders/NewOrderPage.vue'),
      meta: { title: () => newOrder('title'), asks: 'orders.give' }
    },
    {
      path: '/orders/:id',
      name: 'order',
      props: true,
      component: () => import('./orders/OrderPage.vue'),
      meta: { title: () => order('title'), asks: 'orders.order' }
    },
    {
      path: '/orders/:id/evaluation',
      name: 'evaluation',
      props: true,
      component: () => import('./evaluation/EvaluationPage.vue'),
      meta: { title: () => evaluation('title'), asks: 'evaluations.state' }
    },
    {
      path: '/standing-orders',
      name: 'standingOrders',
      component: () => import('./standing/StandingOrdersPage.vue'),
      meta: { title: () => standingWords('title'), asks: 'standingOrders.list' }
    },
    {
      path: '/standing-orders/new',
      name: 'newStandingOrder',
      component: () => import('./standing/NewStandingOrderPage.vue'),
      meta: { title: () => newStanding('title'), asks: 'standingOrders.give' }
    },
    {
      path: '/standing-orders/:id',
      name: 'standingOrder',
      props: true,
      component: () => import('./standing/StandingOrderPage.vue'),
      meta: { title: () => standing('title'), asks: 'standingOrders.order' }
    }
  ],
  navigation: [
    { to: '/flags', icon: 'i-lucide-flag', label: () => list('title'), order: 45, asks: 'flags.query' },
    { to: '/orders', icon: 'i-lucide-gavel', label: () => orders('title'), order: 46, asks: 'orders.query' },
    {
      to: '/standing-orders',
      icon: 'i-lucide-radar',
      label: () => standingWords('title'),
      order: 47,
      asks: 'standingOrders.list'
    }
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
    },
    {
      id: 'giveOrder',
      icon: 'i-lucide-gavel',
      label: () => newOrder('title'),
      run: () => {
        window.location.hash = '#/orders/new'
      },
      asks: 'orders.give',
      available: () => useSession().founded
    },
    {
      id: 'giveStandingOrder',
      icon: 'i-lucide-radar',
      label: () => newStanding('title'),
      run: () => {
        window.location.hash = '#/standing-orders/new'
      },
      asks: 'standingOrders.give',
      available: () => useSession().founded
    }
  ]
}
