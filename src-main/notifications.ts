import type { InboxItem, inboxKinds } from './contract/inbox'
import type { Text } from './contract/language'
import type { Notice } from './world/desktop/port'

/** What a notification says. No names: it may stand on a screen that others see. */
const words: Readonly<Record<(typeof inboxKinds)[number], Text>> = {
  ledgerProblem: { de: 'Im Journal stimmt etwas nicht.', en: 'Something is wrong with the journal.' },
  clockWentBack: { de: 'Die Uhr ging nach.', en: 'The clock went back.' },
  caseToDecide: { de: 'Ein Fall wartet auf Ihre Entscheidung.', en: 'A case waits for your decision.' },
  caseNotInForce: { de: 'Eine Maßnahme ist noch nicht in Kraft.', en: 'A sanction is not in force yet.' },
  caseDiffers: { de: 'Fall und Verzeichnis stimmen nicht überein.', en: 'Case and directory do not agree.' },
  caseDecided: { de: 'Über Ihren Vorschlag wurde entschieden.', en: 'Your proposal was decided on.' },
  caseOpen: { de: 'Ein Fall ist noch ohne Vorschlag.', en: 'A case has no proposal yet.' },
  appointmentEnds: { de: 'Eine Benennung endet bald.', en: 'An appointment ends soon.' },
  suspendedAtOnce: {
    de: 'Ein Konto wurde ohne Entscheidung gesperrt.',
    en: 'An account was suspended without a decision.'
  },
  moduleGroupGone: {
    de: 'Die Gruppe eines Moduls gibt es nicht mehr.',
    en: 'The group of a module is gone.'
  }
}

/** One notification for everything that has newly come to wait. */
export function notificationOf(items: readonly InboxItem[]): Notice {
  const [first] = items
  if (items.length === 1 && first !== undefined) return { text: words[first.kind], to: first.to }
  return {
    text: {
      de: `${items.length} neue Aufgaben warten auf Sie.`,
      en: `${items.length} new tasks wait for you.`
    },
    to: '/'
  }
}
