import type { Handlers } from '../../contract/handlers'
import type { InboxItem } from '../../contract/inbox'
import { fail, succeed } from '../../contract/result'
import type { Actor, FindActor } from '../../core/people/actor'

/** What a job has waiting for somebody. */
export type InboxSource = (actor: Actor) => readonly InboxItem[]

export interface InboxJobOptions {
  readonly sources: readonly InboxSource[]
  readonly actor: FindActor
  /** Tells the person outside the window that something new waits. */
  readonly notify: (items: readonly InboxItem[]) => void
}

export interface InboxJob {
  readonly handlers: Pick<Handlers, 'inbox.list'>
  /** To be called after every change: notifies of what has come to wait since the last look. */
  look(): void
}

/** What waits for the one who is signed in, oldest first. */
export function createInboxJob({ sources, actor, notify }: InboxJobOptions): InboxJob {
  /** What was waiting at the last look, and for whom; a person who has just signed in sees the list anyway. */
  let seen: { readonly person: string | null; readonly ids: ReadonlySet<string> } | null = null

  const list = (who: Actor): InboxItem[] =>
    sources.flatMap((source) => source(who)).toSorted((left, right) => left.since.localeCompare(right.since))

  return {
    handlers: {
      async 'inbox.list'() {
        const who = actor()
        return who === null ? fail('people.notSignedIn') : succeed(list(who))
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
