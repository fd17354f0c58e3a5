import type { InboxItem } from '../../../../src-main/contract/inbox'
import { defineMessages } from '../../../shared/i18n/define'
import { textsOf } from '../../../shared/i18n/i18n'
import type { InboxLooks } from '../../../shared/looks'
import { standingWordMessages } from './messages/words'

/** What waits: its name, what to know about it, and the word on the button. */
const messages = defineMessages('standingInbox', {
  'standingOrderExpires.title': {
    de: 'Eine Daueranordnung läuft bald ab',
    en: 'A standing order is about to expire'
  },
  'standingOrderExpires.text': {
    de: 'Danach läuft keine ihrer Regeln mehr. Ist sie weiter nötig, geben Sie eine neue.',
    en: 'After that none of its rules runs any more. If it is still needed, give a new one.'
  },
  'standingOrderExpires.action': { de: 'Ansehen', en: 'Look at it' },
  'standingOrderUnread.title': {
    de: 'Eine Daueranordnung kann nicht alles lesen',
    en: 'A standing order cannot read everything'
  },
  'standingOrderUnread.text': {
    de: 'Was nicht zu lesen ist, ist nicht geprüft. Sehen Sie nach, welche Quelle es ist.',
    en: 'What cannot be read is not checked. See which source it is.'
  },
  'standingOrderUnread.action': { de: 'Ansehen', en: 'Look at it' }
})
const t = textsOf(messages)
const words = textsOf(standingWordMessages)

function orderNumber({ parameters: { number } }: InboxItem): string {
  return number === undefined || number === '' ? '' : words('number', { number })
}

/** How the start page shows what waits in standing orders. */
export const standingInbox: InboxLooks = {
  standingOrderExpires: {
    icon: 'i-lucide-hourglass',
    tone: 'warning',
    title: () => t('standingOrderExpires.title'),
    text: () => t('standingOrderExpires.text'),
    action: () => t('standingOrderExpires.action'),
    before: orderNumber
  },
  standingOrderUnread: {
    icon: 'i-lucide-triangle-alert',
    tone: 'warning',
    title: () => t('standingOrderUnread.title'),
    text: () => t('standingOrderUnread.text'),
    action: () => t('standingOrderUnread.action'),
    before: orderNumber
  }
}
