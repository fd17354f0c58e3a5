import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { InboxLooks } from '../../shared/looks'

/** What waits: its name, what to know about it, and the word on the button. */
const messages = defineMessages('accountsInbox', {
  'suspendedAtOnce.title': {
    de: 'Ein Konto wurde sofort gesperrt, ohne Ihre Entscheidung',
    en: 'An account was suspended at once, without your decision'
  },
  'suspendedAtOnce.text': {
    de: 'Zum Schutz des Kontos darf die Administration das. Soll die Sperre eine Maßnahme sein, braucht es einen Fall.',
    en: 'To protect the account an administrator may do so. If it is to be a sanction, it needs a case.'
  },
  'suspendedAtOnce.action': { de: 'Ansehen', en: 'Look at it' },
  'moduleGroupGone.title': {
    de: 'Die Gruppe eines Moduls gibt es nicht mehr',
    en: 'The group of a module is gone'
  },
  'moduleGroupGone.text': {
    de: '„{group}“ wurde im Verzeichnis gelöscht oder umbenannt. Eine Sperre nimmt dieses Modul niemandem, bis Sie eine andere Gruppe zuordnen.',
    en: '“{group}” was deleted or renamed in the directory. No suspension takes this module from anybody until you choose another group for it.'
  },
  'moduleGroupGone.action': { de: 'Module öffnen', en: 'Open the modules' }
})
const t = textsOf(messages)

/** How the start page shows what waits here. */
export const inbox: InboxLooks = {
  suspendedAtOnce: {
    icon: 'i-lucide-ban',
    tone: 'warning',
    title: () => t('suspendedAtOnce.title'),
    text: () => t('suspendedAtOnce.text'),
    action: () => t('suspendedAtOnce.action')
  },
  moduleGroupGone: {
    icon: 'i-lucide-triangle-alert',
    tone: 'warning',
    title: () => t('moduleGroupGone.title'),
    text: ({ parameters }) => t('moduleGroupGone.text', { group: String(parameters['group'] ?? '') }),
    action: () => t('moduleGroupGone.action')
  }
}
