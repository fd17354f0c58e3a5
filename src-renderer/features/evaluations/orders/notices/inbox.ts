import type { InboxItem } from '../../../../../src-main/contract/inbox'
import { defineMessages } from '../../../../shared/i18n/define'
import { textsOf } from '../../../../shared/i18n/i18n'
import type { InboxLooks } from '../../../../shared/looks'
import { orderWordMessages } from '../messages/words'

/** What waits: its name, what to know about it, and the word on the button. */
const messages = defineMessages('noticeInbox', {
  'noticeDue.title': { de: 'Betroffene sind zu benachrichtigen', en: 'Those concerned are to be notified' },
  'noticeDue.text': {
    de: 'Inhalte wurden gelesen. Geben Sie das Schreiben, und halten Sie es fest.',
    en: 'Contents were read. Give the letter, and record it.'
  },
  'noticeOverdue.title': { de: 'Eine Benachrichtigung ist überfällig', en: 'A notice is overdue' },
  'noticeOverdue.text': {
    de: 'Inhalte wurden gelesen, und die Betroffenen wissen es noch nicht.',
    en: 'Contents were read, and those concerned do not know it yet.'
  },
  action: { de: 'Ansehen', en: 'Look at it' }
})
const t = textsOf(messages)
const words = textsOf(orderWordMessages)

function orderNumber({ parameters: { number } }: InboxItem): string {
  return number === undefined || number === '' ? '' : words('number', { number })
}

/** How the start page shows what waits of notices. */
export const noticeInbox: InboxLooks = {
  noticeDue: {
    icon: 'i-lucide-mail-question',
    tone: 'warning',
    title: () => t('noticeDue.title'),
    text: () => t('noticeDue.text'),
    action: () => t('action'),
    before: orderNumber
  },
  noticeOverdue: {
    icon: 'i-lucide-mail-warning',
    tone: 'error',
    title: () => t('noticeOverdue.title'),
    text: () => t('noticeOverdue.text'),
    action: () => t('action'),
    before: orderNumber
  }
}
