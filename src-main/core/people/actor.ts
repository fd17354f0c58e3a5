import type { Actor, PersonNames } from '../../contract/people'

export type { Actor } from '../../contract/people'

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
