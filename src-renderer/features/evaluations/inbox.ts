import type { InboxItem } from '../../../src-main/contract/inbox'
import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { InboxLooks } from '../../shared/looks'
import { flagWordMessages } from './messages/words'

/** What waits: its name, what to know about it, and the word on the button. */
const messages = defineMessages('flagInbox', {
  'flagToAnswer.title': { de: 'Ein Hinweis wartet auf Ihre Antwort', en: 'A flag waits for your answer' },
  'flagToAnswer.text': {
    de: 'Nicht weiter verfolgen, einen Fall vorschlagen lassen oder noch einmal nachfragen.',
    en: 'Do not pursue it, have a case proposed, or ask once more.'
  },
  'flagToAnswer.action': { de: 'Antworten', en: 'Answer' },
  'flagFound.title': {
    de: 'Eine Daueranordnung hat etwas gefunden',
    en: 'A standing order has found something'
  },
  'flagFound.text': {
    de: 'Nicht weiter verfolgen oder eine Auswertung anordnen. Wer nichts tut, lässt den Hinweis verfallen.',
    en: 'Do not pursue it, or order an evaluation. Whoever does nothing lets the flag expire.'
  },
  'flagFound.action': { de: 'Ansehen', en: 'Look at it' },
  'flagAsked.title': {
    de: 'Die Schulleitung fragt zu Ihrem Hinweis nach',
    en: 'The leadership asks about your flag'
  },
  'flagAsked.text': { de: 'Sie können einmal in Worten antworten.', en: 'You can reply once in words.' },
  'flagAsked.action': { de: 'Antworten', en: 'Reply' },
  'flagAnswered.title': { de: 'Ihr Hinweis ist beantwortet', en: 'Your flag is answered' },
  'flagAnswered.text': {
    de: 'Lesen Sie, was die Schulleitung Ihnen schreibt.',
    en: 'Read what the leadership writes to you.'
  },
  'flagAnswered.action': { de: 'Ansehen', en: 'Look at it' },
  'flagHandedOver.title': {
    de: 'Die Schulleitung hat einen Hinweis weitergegeben',
    en: 'The leadership has handed over a flag'
  },
  'flagHandedOver.text': {
    de: 'Lesen Sie ihn, und schlagen Sie einen Fall vor, wenn er einen trägt.',
    en: 'Read it, and propose a case where it bears one.'
  },
  'flagHandedOver.action': { de: 'Ansehen', en: 'Look at it' },
  'evaluationOpen.title': {
    de: 'Eine Auswertung wartet auf zwei Personen',
    en: 'An evaluation waits for two persons'
  },
  'evaluationOpen.text': {
    de: 'Öffnen Sie sie gemeinsam mit der zweiten Person.',
    en: 'Open it together with the second person.'
  },
  'evaluationOpen.action': { de: 'Zur Auswertung', en: 'To the evaluation' },
  'evaluationAsked.title': {
    de: 'Jemand wartet an einem anderen Rechner auf Ihre Freigabe',
    en: 'Somebody waits at another computer for your release'
  },
  'evaluationAsked.text': {
    de: 'Halten Sie Ihre Passphrase bereit, und vergleichen Sie die Prüfnummer.',
    en: 'Have your passphrase ready, and compare the check number.'
  },
  'evaluationAsked.action': { de: 'Ansehen', en: 'Look at it' },
  'evaluationToPropose.title': {
    de: 'Ein Verstoß wartet auf einen Vorschlag',
    en: 'A violation waits for a proposal'
  },
  'evaluationToPropose.text': {
    de: 'Sie haben ihn mit der zweiten Person festgestellt. Schlagen Sie einen Fall vor, solange die Beweismittel noch da sind.',
    en: 'You have found it with the second person. Propose a case as long as the evidence is still there.'
  },
  'evaluationToPropose.action': { de: 'Ansehen', en: 'Look at it' },
  'evaluationConcluded.title': { de: 'Eine Auswertung ist abgeschlossen', en: 'An evaluation is concluded' },
  'evaluationConcluded.text': {
    de: 'Ergebnis und Protokoll stehen an der Anordnung.',
    en: 'Judgment and protocol stand at the order.'
  },
  'evaluationConcluded.action': { de: 'Ansehen', en: 'Look at it' },
  'handoverToMake.title': {
    de: 'Beweismittel sind zu übergeben',
    en: 'Evidence is to be handed over'
  },
  'handoverToMake.text': {
    de: 'Die Schulleitung hat es entschieden. Das verschlüsselte Paket machen Sie gemeinsam mit der zweiten Person.',
    en: 'The leadership has decided it. You make the encrypted bundle together with the second person.'
  },
  'handoverToMake.action': { de: 'Zur Übergabe', en: 'To the hand-over' },
  'evaluationOpen.order': { de: 'Anordnung {number}', en: 'Order {number}' }
})
const t = textsOf(messages)
const words = textsOf(flagWordMessages)

function flagNumber({ parameters: { number } }: InboxItem): string {
  return number === undefined || number === '' ? '' : words('number', { number })
}

function orderNumber({ parameters: { number } }: InboxItem): string {
  return t('evaluationOpen.order', { number: String(number ?? '') })
}

/** How the start page shows what waits here. */
export const inbox: InboxLooks = {
  flagToAnswer: {
    icon: 'i-lucide-flag',
    tone: 'primary',
    title: () => t('flagToAnswer.title'),
    text: () => t('flagToAnswer.text'),
    action: () => t('flagToAnswer.action'),
    before: flagNumber
  },
  flagFound: {
    icon: 'i-lucide-radar',
    tone: 'primary',
    title: () => t('flagFound.title'),
    text: () => t('flagFound.text'),
    action: () => t('flagFound.action'),
    before: flagNumber
  },
  flagAsked: {
    icon: 'i-lucide-message-circle-question',
    tone: 'primary',
    title: () => t('flagAsked.title'),
    text: () => t('flagAsked.text'),
    action: () => t('flagAsked.action'),
    before: flagNumber
  },
  flagAnswered: {
    icon: 'i-lucide-mail-check',
    tone: 'primary',
    title: () => t('flagAnswered.title'),
    text: () => t('flagAnswered.text'),
    action: () => t('flagAnswered.action'),
    before: flagNumber
  },
  flagHandedOver: {
    icon: 'i-lucide-flag',
    tone: 'primary',
    title: () => t('flagHandedOver.title'),
    text: () => t('flagHandedOver.text'),
    action: () => t('flagHandedOver.action'),
    before: flagNumber
  },
  evaluationOpen: {
    icon: 'i-lucide-users-round',
    tone: 'primary',
    title: () => t('evaluationOpen.title'),
    text: () => t('evaluationOpen.text'),
    action: () => t('evaluationOpen.action'),
    before: orderNumber
  },
  evaluationAsked: {
    icon: 'i-lucide-key-round',
    tone: 'warning',
    title: () => t('evaluationAsked.title'),
    text: () => t('evaluationAsked.text'),
    action: () => t('evaluationAsked.action'),
    before: orderNumber
  },
  evaluationToPropose: {
    icon: 'i-lucide-folder-plus',
    tone: 'primary',
    title: () => t('evaluationToPropose.title'),
    text: () => t('evaluationToPropose.text'),
    action: () => t('evaluationToPropose.action'),
    before: orderNumber
  },
  handoverToMake: {
    icon: 'i-lucide-package',
    tone: 'primary',
    title: () => t('handoverToMake.title'),
    text: () => t('handoverToMake.text'),
    action: () => t('handoverToMake.action'),
    before: orderNumber
  },
  evaluationConcluded: {
    icon: 'i-lucide-file-check',
    tone: 'primary',
    title: () => t('evaluationConcluded.title'),
    text: () => t('evaluationConcluded.text'),
    action: () => t('evaluationConcluded.action'),
    before: orderNumber
  }
}
