import { personKinds, type Suspension } from '../../../contract/accounts'
import { fail, succeed, type Result } from '../../../contract/result'
import type { AccountChange, AccountDraft } from '../port'
import type { LdapEntry } from '../ldap/entry'
import type { Modification, NewAttributes } from '../ldap/session'
import { formatGeneralizedTime } from '../ldap/values'
import { isLockedForGood } from './account'
import { isLeaverMark, lastStart, leaverMarkOf, lockedForGood, startsNever } from './attributes'
import { canDemandChange, canSuspend, type PasswordPolicy } from './policy'

export interface NewAccountNumbers {
  readonly uidNumber: number
  readonly gidNumber: number
}

/** Attributes of a new account without its password. */
export function newAttributes(
  draft: AccountDraft,
  numbers: NewAccountNumbers,
  homeDirectory: string,
  mail: string | null
): NewAttributes {
  return {
    objectClass: ['inetOrgPerson', 'posixAccount'],
    uid: draft.login,
    cn: draft.displayName === '' ? draft.login : draft.displayName,
    // `sn` is mandatory (RFC 4519 2.32); a person with one name only has it there.
    sn: draft.familyName === '' ? draft.givenName : draft.familyName,
    givenName: draft.givenName === '' ? [] : draft.givenName,
    displayName: draft.displayName === '' ? [] : draft.displayName,
    employeeNumber: draft.schoolId ?? [],
    employeeType: draft.kind,
    mail: mail ?? [],
    description: draft.leaverSince === null ? [] : leaverMarkOf(draft.leaverSince),
    uidNumber: String(numbers.uidNumber),
    gidNumber: String(numbers.gidNumber),
    homeDirectory,
    ...suspensionAttributes(draft.suspension)
  }
}

function suspensionAttributes(suspension: Suspension): NewAttributes {
  switch (suspension.kind) {
    case 'none':
      return {}
    case 'forever':
      return { pwdAccountLockedTime: lockedForGood, pwdStartTime: startsNever }
    case 'until':
      return { pwdStartTime: formatGeneralizedTime(suspension.until) }
  }
}

/** Characters that no name of a person has and that programs downstream stumble over. */
const controlCharacters = /\p{Cc}/u

export function isName(text: string): boolean {
  return text !== '' && !controlCharacters.test(text)
}

/** Refuses what cannot be a name before anything is sent. */
export function checkTexts(change: AccountChange): Result<undefined> {
  const { login, givenName = '', familyName = '', displayName = '', schoolId = null } = change
  const bad = [givenName, familyName, displayName, schoolId ?? ''].find((text) =>
    controlCharacters.test(text)
  )
  const refused = login !== undefined && !isName(login) ? login : bad
  return refused === undefined ? succeed() : fail('directory.invalidName', { dn: JSON.stringify(refused) })
}

/** Fails where the server could not do what is asked, so that nothing only looks done. */
export function checkSupported(
  change: Pick<AccountChange, 'suspension' | 'mustChangePassword'>,
  policy: PasswordPolicy
): Result<undefined> {
  const suspends = change.suspension !== undefined && change.suspension.kind !== 'none'
  if (suspends && !canSuspend(policy)) {
    return fail('directory.notSupported', { capability: 'ppolicy, pwdLockout' })
  }
  if (change.suspension?.kind === 'until' && Date.parse(change.suspension.until) > lastStart) {
    return fail('directory.notSupported', { capability: 'pwdStartTime > 2106-02-07' })
  }
  if (change.mustChangePassword === true && !canDemandChange(policy)) {
    return fail('directory.notSupported', { capability: 'ppolicy, pwdMustChange' })
  }
  return succeed()
}

/**
 * What to write so that the entry becomes what the change says. Login, kind's container, classes and groups
 * are not attributes of the entry and are done elsewhere. Only what differs is written, one request for all.
 */
export function modificationsFor(entry: LdapEntry, change: AccountChange, loaded: boolean): Modification[] {
  const modifications: Modification[] = []
  const set = (attribute: string, value: string | null): void => {
    const present = entry.all(attribute.toLowerCase())
    const wanted = value === null || value === '' ? [] : [value]
    if (present.length === wanted.length && present[0] === wanted[0]) return
    modifications.push({ type: 'replace', attribute, values: wanted })
  }
  const namedBy = entry.dn.slice(0, entry.dn.indexOf('=')).trim().toLowerCase()
  if (change.givenName !== undefined) set('givenName', change.givenName)
  if (change.familyName !== undefined) {
    set(
      'sn',
      change.familyName === '' ? (change.givenName ?? entry.first('givenname') ?? '-') : change.familyName
    )
  }
  if (change.displayName !== undefined) {
    set('displayName', change.displayName)
    if (namedBy !== 'cn' && change.displayName !== '') set('cn', change.displayName)
  }
  if (change.schoolId !== undefined) set('employeeNumber', change.schoolId)
  if (change.kind !== undefined) {
    exchange(
      modifications,
      'employeeType',
      entry.all('employeetype'),
      (value) => personKinds.some((kind) => kind === value),
      change.kind
    )
  }
  if (change.leaverSince !== undefined) {
    const mark = change.leaverSince === null ? null : leaverMarkOf(change.leaverSince)
    exchange(modifications, 'description', entry.all('description'), isLeaverMark, mark)
  }
  if (change.mustChangePassword !== undefined && loaded) {
    set('pwdReset', change.mustChangePassword ? 'TRUE' : null)
  }
  if (change.suspension !== undefined && loaded) suspend(entry, change.suspension, set)
  return modifications
}

/** Replaces our value among those of an attribute; the values of others stay. */
function exchange(
  modifications: Modification[],
  attribute: string,
  present: readonly string[],
  isOurs: (value: string) => boolean,
  wanted: string | null
): void {
  const old = present.filter((value) => isOurs(value) && value !== wanted)
  if (old.length > 0) modifications.push({ type: 'delete', attribute, values: old })
  if (wanted !== null && !present.includes(wanted))
    modifications.push({ type: 'add', attribute, values: [wanted] })
}

/** The server's own lock after wrong passwords is not a suspension and stays as it is. */
function suspend(
  entry: LdapEntry,
  suspension: Suspension,
  set: (attribute: string, value: string | null) => void
): void {
  if (suspension.kind === 'forever') {
    set('pwdAccountLockedTime', lockedForGood)
    set('pwdStartTime', startsNever)
    return
  }
  if (isLockedForGood(entry)) set('pwdAccountLockedTime', null)
  set('pwdStartTime', suspension.kind === 'until' ? formatGeneralizedTime(suspension.until) : null)
}
