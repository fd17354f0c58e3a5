import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { InboxLooks } from '../../shared/looks'
import { appointedRoleSchema } from '../../../src-main/contract/people'
import { roleWord } from '../../shared/roles'

/** What waits: its name, what to know about it, and the word on the button. */
const messages = defineMessages('peopleInbox', {
  'appointmentEnds.title': { de: 'Eine Benennung endet bald', en: 'An appointment ends soon' },
  'appointmentEnds.text': {
    de: 'Danach kann die Person nichts mehr unterschreiben. Benennen Sie sie neu, oder jemand anderen.',
    en: 'After that the person can sign nothing any more. Appoint them anew, or somebody else.'
  },
  'appointmentEnds.action': { de: 'Zu den Benennungen', en: 'To the appointments' }
})
const t = textsOf(messages)

/** How the start page shows what waits here. */
export const inbox: InboxLooks = {
  appointmentEnds: {
    icon: 'i-lucide-calendar-clock',
    tone: 'warning',
    title: () => t('appointmentEnds.title'),
    text: () => t('appointmentEnds.text'),
    action: () => t('appointmentEnds.action'),
    after({ parameters }) {
      const role = appointedRoleSchema.safeParse(parameters['role'])
      return role.success ? roleWord(role.data) : ''
    }
  }
}
