import type { PersonNames, Role } from '../../contract/people'

/** Who asks. Comes from main's session; a window can only ask, never say who it is. */
export interface Actor {
  /** Id of the person; null: the case file is not founded yet, and whoever opens the app administers. */
  readonly person: string | null
  readonly names: PersonNames
  readonly roles: readonly Role[]
  /** Of a person of the leadership: stands in for it. */
  readonly deputy: boolean
  /** Classes whose pupils a teacher may help. */
  readonly classes: readonly string[]
  /** Fingerprint of the key that signs for the person; null: there is none. */
  readonly fingerprint: string | null
}

/** null: nobody has signed in. */
export type FindActor = () => Actor | null

/** Who asks before there are persons. */
export const unfoundedActor: Actor = {
  person: null,
  names: { login: '', givenName: '', familyName: '' },
  roles: ['administrator'],
  deputy: false,
  classes: [],
  fingerprint: null
}

/** `Vorname Nachname`; the login where the directory knows no names. */
export function fullName({ login, givenName, familyName }: PersonNames): string {
  const name = `${givenName} ${familyName}`.trim()
  return name === '' ? login : name
}
