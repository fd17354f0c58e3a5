import type { PersonNames, Role } from '../../src-main/contract/people'
import { textsOf } from './i18n/i18n'
import { commonMessages } from './i18n/messages'

const t = textsOf(commonMessages)

/** A role as the screens call it. */
export function roleWord(role: Role, deputy = false): string {
  return role === 'leadership' && deputy ? t('role.deputy') : t(`role.${role}`)
}

/** All roles of a person in one line. */
export function roleWords(person: { readonly roles: readonly Role[]; readonly deputy: boolean }): string {
  return person.roles.map((role) => roleWord(role, person.deputy)).join(' · ')
}

/** `Vorname Nachname`; the login where the directory knows no names. */
export function personName({ login, givenName, familyName }: PersonNames): string {
  const name = `${givenName} ${familyName}`.trim()
  return name === '' ? login : name
}
