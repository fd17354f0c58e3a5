import type { Account } from '../../../../contract/accounts'
import type { NoticeRecipient } from '../../../../contract/notices'
import type { PersonNames } from '../../../../contract/people'
import type { SoundItem } from '../../../../core/ledger'
import { keyOf, type Candidates } from './recipients'
import type { NoticeRecord } from './records'

/** Somebody who is to be told, once, however often they are named. */
export interface PersonToTell {
  /** The statement that named them first. */
  readonly recipient: NoticeRecipient
  readonly from: 'order' | 'revealed'
  /** null: whose account it is was not asked yet. */
  readonly person: string | null
  readonly names: PersonNames | null
  /** When it became known that they are concerned (ISO, UTC). */
  readonly knownAt: string
  /** null: they were not told yet. */
  readonly given: SoundItem | null
}

export interface PeopleToTell {
  readonly people: readonly PersonToTell[]
  /** How many revealed names are nobody's account. */
  readonly unknown: number
}

/**
 * Everybody who is to be told that contents were read under an order (P24). Nobody before evidence was sealed.
 *
 * @param accountOf whose account a revealed name is; null: nobody's; undefined: not asked yet, so that somebody may have to be told
 */
export function peopleToTell(
  { named, revealed }: Candidates,
  { contents, sealedAt, given }: Pick<NoticeRecord, 'contents' | 'sealedAt' | 'given'>,
  accountOf: (identity: string) => Account | null | undefined
): PeopleToTell {
  if (!contents || sealedAt === null) return { people: [], unknown: 0 }
  const told = (recipient: NoticeRecipient): SoundItem | null => given.get(keyOf(recipient)) ?? null
  const people = new Map<string, PersonToTell>()
  for (const { recipient, person, names } of named) {
    if (people.has(person)) continue
    people.set(person, {
      ...{ recipient, from: 'order', person, names },
      ...{ knownAt: sealedAt, given: told(recipient) }
    })
  }
  const nobodys = new Set<string>()
  for (const { recipient, identity, at } of revealed) {
    const account = accountOf(identity)
    if (account === null) {
      nobodys.add(identity)
      continue
    }
    const key = account?.id ?? `unasked ${identity}`
    const before = people.get(key)
    people.set(key, {
      recipient,
      from: 'revealed',
      person: account?.id ?? null,
      names: account === undefined ? null : namesOf(account),
      knownAt: at,
      ...before,
      given: before?.given ?? told(recipient)
    })
  }
  return { people: [...people.values()], unknown: nobodys.size }
}

function namesOf({ login, givenName, familyName }: Account): PersonNames {
  return { login, givenName, familyName }
}
