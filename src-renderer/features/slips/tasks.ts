import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { Task } from '../../shared/looks'

const messages = defineMessages('slipsTasks', {
  taskSlips: { de: 'Passwortzettel drucken', en: 'Print password slips' },
  taskSlipsText: {
    de: 'Die Zettel mit den neuen Passwörtern, solange sie noch warten.',
    en: 'The slips with the new passwords, as long as they still wait.'
  }
})
const t = textsOf(messages)

/** What people begin here often. */
export const tasks: readonly Task[] = [
  {
    to: '/slips',
    asks: 'slips.pending',
    icon: 'i-lucide-printer',
    title: () => t('taskSlips'),
    text: () => t('taskSlipsText'),
    roles: { teacher: 20 }
  }
]
