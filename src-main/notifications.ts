import { inboxNotices, type InboxItem } from './contract/inbox'
import type { Notice } from './world/desktop/port'

/** One notification for everything that has newly come to wait. */
export function notificationOf(items: readonly InboxItem[]): Notice {
  const [first] = items
  if (items.length === 1 && first !== undefined) return { text: inboxNotices[first.kind], to: first.to }
  return {
    text: {
      de: `${items.length} neue Aufgaben warten auf Sie.`,
      en: `${items.length} new tasks wait for you.`
    },
    to: '/'
  }
}
