import { defineMessages } from '../../shared/i18n/define'
import { useApplication } from '../../shared/application'
import { textsOf } from '../../shared/i18n/i18n'
import type { StartItem } from '../../shared/looks'
import { useSession } from '../../shared/session'

const messages = defineMessages('foundingWaits', {
  founding: { de: 'Die Fallakte ist noch nicht gegründet', en: 'The case file is not founded yet' },
  foundingText: {
    de: 'Schulleitung und Administration gründen sie gemeinsam an diesem PC. Danach weist sich jede Person aus und unterschreibt, was sie entscheidet.',
    en: 'Leadership and administrator found it together at this PC. After that each person signs in and signs what they decide.'
  },
  toFounding: { de: 'Fallakte gründen', en: 'Found the case file' }
})
const t = textsOf(messages)

/** A real school that has not founded its case file yet. */
export function foundingItem(): StartItem {
  return {
    id: 'founding',
    leads: true,
    icon: 'i-lucide-landmark',
    tone: 'primary',
    title: t('founding'),
    about: '',
    text: t('foundingText'),
    action: t('toFounding'),
    to: '/found',
    since: null,
    deadline: null
  }
}

export function waits(): readonly StartItem[] {
  return useSession().founded || useApplication().isDemo ? [] : [foundingItem()]
}
