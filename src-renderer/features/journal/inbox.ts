import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { InboxLooks } from '../../shared/looks'

/** What waits: its name, what to know about it, and the word on the button. */
const messages = defineMessages('journalInbox', {
  'ledgerProblem.title': {
    de: 'Mit dem Journal stimmt etwas nicht',
    en: 'Something is wrong with the journal'
  },
  'ledgerProblem.text': {
    de: '{count} Befund. Unterschreiben Sie nichts, bevor er geklärt ist. | {count} Befunde. Unterschreiben Sie nichts, bevor sie geklärt sind.',
    en: '{count} finding. Sign nothing before it is cleared up. | {count} findings. Sign nothing before they are cleared up.'
  },
  'ledgerProblem.action': { de: 'Journal öffnen', en: 'Open the journal' },
  'clockWentBack.title': { de: 'Die Uhr ging nach', en: 'The clock was behind' },
  'clockWentBack.text': {
    de: 'Bitte sehen Sie sich an, was vor und nach Eintrag {sequence} des Journals geschah.',
    en: 'Please look at what happened before and after entry {sequence} of the journal.'
  },
  'clockWentBack.action': { de: 'Ansehen', en: 'Look at it' }
})
const t = textsOf(messages)

/** How the start page shows what waits here. */
export const inbox: InboxLooks = {
  ledgerProblem: {
    icon: 'i-lucide-shield-x',
    tone: 'error',
    title: () => t('ledgerProblem.title'),
    text: ({ parameters }) => t('ledgerProblem.text', { count: Number(parameters['count'] ?? 1) }),
    action: () => t('ledgerProblem.action'),
    // The time of the faulty entry says nothing about when it was tampered with.
    undated: true
  },
  clockWentBack: {
    icon: 'i-lucide-clock-alert',
    tone: 'warning',
    title: () => t('clockWentBack.title'),
    text: ({ parameters }) => t('clockWentBack.text', { sequence: String(parameters['sequence'] ?? '') }),
    action: () => t('clockWentBack.action')
  }
}
