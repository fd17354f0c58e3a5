import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { InboxLooks } from '../../shared/looks'
import { failureText } from '../../shared/failure'
import type { InboxItem } from '../../../src-main/contract/inbox'
import type { Failure } from '../../../src-main/contract/result'

/** What waits: its name, what to know about it, and the word on the button. */
const messages = defineMessages('caseInbox', {
  'caseToDecide.title': {
    de: 'Ein Vorschlag wartet auf Ihre Entscheidung',
    en: 'A proposal waits for your decision'
  },
  'caseToDecide.text': {
    de: 'Freigeben, ändern oder ablehnen: Was daraus folgt, steht auf der Seite.',
    en: 'Approve, change or refuse: the page says what follows.'
  },
  'caseToDecide.action': { de: 'Entscheiden', en: 'Decide' },
  'caseNotInForce.title': {
    de: 'Freigegeben, aber noch nicht in Kraft',
    en: 'Approved, but not yet in force'
  },
  'caseNotInForce.text': {
    de: 'Netzwart versucht es wieder; nach der Frist verfällt die Freigabe.',
    en: 'Netzwart tries again; after the deadline the approval expires.'
  },
  'caseNotInForce.text.standing': {
    de: 'Nach der Frist verfällt die Freigabe.',
    en: 'After the deadline the approval expires.'
  },
  'caseNotInForce.action': { de: 'Ansehen', en: 'Look at it' },
  'caseDiffers.title': { de: 'Außerhalb von Netzwart geändert', en: 'Changed outside Netzwart' },
  'caseDiffers.text': {
    de: 'Im Verzeichnis steht es anders, als die Schulleitung entschieden hat.',
    en: 'The directory says something else than the leadership decided.'
  },
  'caseDiffers.action': { de: 'Vergleichen', en: 'Compare' },
  'caseDecided.title': { de: 'Die Schulleitung hat entschieden', en: 'The leadership has decided' },
  'caseDecided.text': {
    de: 'Sehen Sie nach, was daraus folgt, und geben Sie die Schreiben weiter.',
    en: 'See what follows and pass on the letters.'
  },
  'caseDecided.text.approved': {
    de: 'Wie vorgeschlagen freigegeben. Geben Sie die Schreiben weiter.',
    en: 'Approved as proposed. Pass on the letters.'
  },
  'caseDecided.text.changed': {
    de: 'Mit Änderungen freigegeben. Geben Sie die Schreiben weiter.',
    en: 'Approved with changes. Pass on the letters.'
  },
  'caseDecided.text.refused': { de: 'Der Vorschlag wurde abgelehnt.', en: 'The proposal was refused.' },
  'caseDecided.action': { de: 'Ansehen', en: 'Look at it' },
  'caseOpen.title': { de: 'Ein Fall hat noch keinen Vorschlag', en: 'A case has no proposal yet' },
  'caseOpen.text': {
    de: 'Der Sachverhalt ist festgehalten. Schlagen Sie eine Maßnahme vor, oder ziehen Sie den Fall zurück.',
    en: 'The facts are recorded. Propose a measure, or withdraw the case.'
  },
  'caseOpen.action': { de: 'Weiterarbeiten', en: 'Go on' },
  caseNumber: { de: 'Fall {number}', en: 'Case {number}' }
})
const t = textsOf(messages)

/** What no further attempt gets over: the plan is another one than was signed, or nobody is left whom it is about. */
const standing: ReadonlySet<string> = new Set<Failure['code']>([
  'sanctions.planChangedAfterApproval',
  'sanctions.planNotOfCase',
  'sanctions.accountGone'
])

function caseNumber({ parameters: { number } }: InboxItem): string {
  return number === undefined || number === '' ? '' : t('caseNumber', { number })
}

/** Names what really stands in the way, where it is known. */
function notInForceText({ obstacle }: InboxItem): string {
  if (obstacle === undefined) return t('caseNotInForce.text')
  const text = t(standing.has(obstacle.code) ? 'caseNotInForce.text.standing' : 'caseNotInForce.text')
  return `${failureText(obstacle)} ${text}`
}

/** How the start page shows what waits here. */
export const inbox: InboxLooks = {
  caseToDecide: {
    icon: 'i-lucide-gavel',
    tone: 'primary',
    title: () => t('caseToDecide.title'),
    text: () => t('caseToDecide.text'),
    action: () => t('caseToDecide.action'),
    before: caseNumber
  },
  caseNotInForce: {
    icon: 'i-lucide-shield-alert',
    tone: 'warning',
    title: () => t('caseNotInForce.title'),
    text: notInForceText,
    action: () => t('caseNotInForce.action'),
    before: caseNumber
  },
  caseDiffers: {
    icon: 'i-lucide-git-compare',
    tone: 'warning',
    title: () => t('caseDiffers.title'),
    text: () => t('caseDiffers.text'),
    action: () => t('caseDiffers.action'),
    before: caseNumber
  },
  caseDecided: {
    icon: 'i-lucide-mail-check',
    tone: 'primary',
    title: () => t('caseDecided.title'),
    text: ({ parameters: { outcome } }) =>
      outcome === 'approved' || outcome === 'changed' || outcome === 'refused'
        ? t(`caseDecided.text.${outcome}`)
        : t('caseDecided.text'),
    action: () => t('caseDecided.action'),
    before: caseNumber
  },
  caseOpen: {
    icon: 'i-lucide-folder-pen',
    tone: 'primary',
    title: () => t('caseOpen.title'),
    text: () => t('caseOpen.text'),
    action: () => t('caseOpen.action'),
    before: caseNumber
  }
}
