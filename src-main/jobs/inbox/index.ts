import type { InboxItem } from '../../contract/inbox'
import { succeed } from '../../contract/result'
import type { Actor } from '../../core/people/actor'
import type { House, JobModule, OpenJob } from '../../desks/job'

export type InboxJobOptions = Pick<House, 'inboxItems' | 'actor' | 'notify'>

export interface InboxJob extends OpenJob<'inbox.list'> {
  /** To be called after every change: notifies of what has come to wait since the last look. */
  look(): void
}

/** What waits for the one who is signed in, oldest first. */
export function createInboxJob({ inboxItems, actor, notify }: InboxJobOptions): InboxJob {
  /** What was waiting at the last look, and for whom; a person who has just signed in sees the list anyway. */
  let seen: { readonly person: string | null; readonly ids: ReadonlySet<string> } | null = null

  const list = (who: Actor): InboxItem[] =>
    inboxItems(who).toSorted((left, right) => left.since.localeCompare(right.since))

  return {
    handlers: {
      async 'inbox.list'(_, asker) {
        return succeed(list(asker))
      }
    },
    look() {
      const who = actor()
      if (who === null) {
        seen = null
        return
      }
      const items = list(who)
      const before = seen
      seen = { person: who.person, ids: new Set(items.map(({ id }) => id)) }
      if (before?.person !== who.person) return
      const fresh = items.filter(({ id }) => !before.ids.has(id))
      if (fresh.length > 0) notify(fresh)
    }
  }
}

export const inboxJob: JobModule<InboxJob> = { name: 'inbox', rules: [], open: createInboxJob }
