import type { InboxItem } from '../../../../src-main/contract/inbox'
import { defineMessages } from '../../../shared/i18n/define'
import { textsOf } from '../../../shared/i18n/i18n'
import type { InboxLooks } from '../../../shared/looks'
import { orderWordMessages } from './messages/words'

/** What waits: its name, what to know about it, and the word on the button. */
const messages = defineMessages('orderInbox', {
  'orderNamesYou.title': { de: 'Sie sollen Protokolle auswerten', en: 'You are to evaluate logs' },
  'orderNamesYou.text': {
    de: 'Die Schulleitung hat es angeordnet. Auswerten können Sie nur gemeinsam mit der zweiten Person.',
    en: 'The leadership has ordered it. You can only evaluate together with the second person.'
  },
  'orderNamesYou.action': { de: 'Ansehen', en: 'Look at it' },
  'orderExpires.title': { de: 'Eine Anordnung läuft bald ab', en: 'An order is about to expire' },
  'orderExpires.text': {
    de: 'Danach wird unter ihr nichts mehr gelesen. Braucht es länger, geben Sie eine neue.',
    en: 'After that nothing is read under it any more. If it takes longer, give a new one.'
  },
  'orderExpires.action': { de: 'Ansehen', en: 'Look at it' }
})
const t = textsOf(messages)
const words = textsOf(orderWordMessages)

function orderNumber({ parameters: { number } }: InboxItem): string {
  return number === undefined || number === '' ? '' : words('number', { number })
}

/** How the start page shows what waits in orders. */
export const orderInbox: InboxLooks = {
  orderNamesYou: {
    icon: 'i-lucide-gavel',
    tone: 'primary',
    title: () => t('orderNamesYou.title'),
    text: () => t('orderNamesYou.text'),
    action: () => t('orderNamesYou.action'),
    before: orderNumber
  },
  orderExpires: {
    icon: 'i-lucide-hourglass',
    tone: 'warning',
    title: () => t('orderExpires.title'),
    text: () => t('orderExpires.text'),
    action: () => t('orderExpires.action'),
    before: orderNumber
  }
}
