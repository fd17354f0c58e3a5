import type { Account } from '../../../contract/accounts'
import type { AccountChange, AccountDraft } from '../port'
import type { LdapEntry } from '../ldap/entry'
import { firstNameValue } from '../ldap/names'
import type { Modification, NewAttributes } from '../ldap/session'
import { controlOf, longestEmployeeId } from './account'
import { AccountControl, hasFlag, withFlag } from './accountControl'
import type { Domain } from './domain'
import { readMarks, writeMarks, type Marks } from './marker'
import { encodePassword } from './password'

/**
 * [Note: names of accounts] The common name of a new account is its login. Logins are unique in the domain, so
 * that two persons of one name never collide in a container, and a change of the family name needs no rename of
 * the entry. People read the name in `displayName`.
 */
export function newAttributes(draft: AccountDraft, password: string, domain: Domain): NewAttributes {
  const marks = marksOf(draft, { leaverSince: null, suspendedUntil: null })
  const disabled = draft.suspension.kind !== 'none'
  return {
    objectClass: ['top', 'person', 'organizationalPerson', 'user'],
    sAMAccountName: draft.login,
    userPrincipalName: `${draft.login}@${domain.dnsName}`,
    givenName: optional(draft.givenName),
    sn: optional(draft.familyName),
    displayName: optional(draft.displayName),
    ...schoolIdAttributes(draft.schoolId),
    employeeType: draft.kind === 'other' ? [] : draft.kind,
    mail: optional(draft.mail ?? ''),
    info: optional(writeMarks(undefined, marks) ?? ''),
    userAccountControl: `${withFlag(AccountControl.normalAccount, 'accountDisabled', disabled)}`,
    unicodePwd: encodePassword(password),
    ...(draft.mustChangePassword ? { pwdLastSet: '0' } : {})
  }
}

/** What is written to the entry so that it becomes what the change asks for; nothing where it is so already. */
export function modificationsFor(
  entry: LdapEntry,
  account: Account,
  change: AccountChange,
  domain: Domain
): Modification[] {
  const wanted = { ...account, ...change }
  return [
    ...replaced(entry, 'givenName', change.givenName),
    ...replaced(entry, 'sn', change.familyName),
    ...replaced(entry, 'displayName', change.displayName),
    ...schoolIdModifications(entry, account, change),
    ...(change.kind === undefined || change.kind === account.kind
      ? []
      : replaced(entry, 'employeeType', change.kind)),
    ...loginModifications(entry, account, change.login, domain),
    ...stateModifications(entry, wanted, change),
    ...passwordAgeModifications(account, change)
  ]
}

/** The modifications with which an administrator sets a password that must be changed at the next sign-in. */
export function passwordModifications(entry: LdapEntry, password: string): Modification[] {
  return [
    ...exchanged('userAccountControl', `${controlOf(entry)}`, `${expiring(controlOf(entry))}`),
    { type: 'replace', attribute: 'unicodePwd', values: [encodePassword(password)] },
    { type: 'replace', attribute: 'pwdLastSet', values: ['0'] }
  ]
}

/** The new common name after a change of the login; null: it stays, or the entry is not named after its login. */
export function renamedTo(entry: LdapEntry, account: Account, login: string | undefined): string | null {
  const commonName = firstNameValue(entry.dn)
  if (login === undefined || commonName === null || commonName === login) return null
  return commonName.toLowerCase() === account.login.toLowerCase() ? login : null
}

function loginModifications(
  entry: LdapEntry,
  account: Account,
  login: string | undefined,
  domain: Domain
): Modification[] {
  if (login === undefined || login === account.login) return []
  const principal = entry.first('userprincipalname')
  const [name, suffix] = splitPrincipal(principal ?? `${account.login}@${domain.dnsName}`)
  // A principal name that is not made from the login (an e-mail address, say) is the school's own choice.
  const follows = name.toLowerCase() === account.login.toLowerCase()
  return [
    ...replaced(entry, 'sAMAccountName', login),
    ...(follows ? replaced(entry, 'userPrincipalName', `${login}@${suffix}`) : [])
  ]
}

function splitPrincipal(principal: string): [string, string] {
  const at = principal.lastIndexOf('@')
  return at < 0 ? [principal, ''] : [principal.slice(0, at), principal.slice(at + 1)]
}

function schoolIdModifications(entry: LdapEntry, account: Account, change: AccountChange): Modification[] {
  if (change.schoolId === undefined || change.schoolId === account.schoolId) return []
  const { employeeID, employeeNumber } = schoolIdAttributes(change.schoolId)
  const ownsNumber = (entry.first('employeenumber') ?? '').length > longestEmployeeId
  return [
    ...replaced(entry, 'employeeID', employeeID ?? ''),
    ...(employeeNumber !== undefined || ownsNumber
      ? replaced(entry, 'employeeNumber', employeeNumber ?? '')
      : [])
  ]
}

function schoolIdAttributes(schoolId: string | null): { employeeID?: string; employeeNumber?: string } {
  if (schoolId === null || schoolId === '') return {}
  return schoolId.length > longestEmployeeId ? { employeeNumber: schoolId } : { employeeID: schoolId }
}

/** Disabled or not, the marks, and "password never expires" where a change of the password is demanded. */
function stateModifications(entry: LdapEntry, wanted: Account, change: AccountChange): Modification[] {
  const before = controlOf(entry)
  let control = before
  if (change.suspension !== undefined) {
    control = withFlag(control, 'accountDisabled', change.suspension.kind !== 'none')
  }
  if (change.mustChangePassword === true) control = expiring(control)
  const info = entry.first('info')
  const marks =
    change.suspension === undefined && change.leaverSince === undefined
      ? info
      : writeMarks(info, marksOf(wanted, readMarks(info)))
  return [
    ...exchanged('userAccountControl', `${before}`, `${control}`),
    ...exchanged('info', info, marks === '' ? undefined : marks)
  ]
}

/** [Note: password never expires] The server ignores `pwdLastSet: 0` while this flag is set; so it is taken back. */
function expiring(control: number): number {
  return hasFlag(control, 'passwordNeverExpires') ? withFlag(control, 'passwordNeverExpires', false) : control
}

function passwordAgeModifications(account: Account, change: AccountChange): Modification[] {
  const must = change.mustChangePassword
  if (must === undefined || must === account.mustChangePassword) return []
  // The only values that may be written: 0 demands a change, -1 sets the present time ([MS-ADTS] 3.1.1.5.3.2).
  return [{ type: 'replace', attribute: 'pwdLastSet', values: [must ? '0' : '-1'] }]
}

function marksOf(wanted: Pick<Account, 'suspension' | 'leaverSince'>, present: Marks): Marks {
  const { suspension, leaverSince } = wanted
  const until = suspension.kind === 'until' ? suspension.until : null
  return { ...present, leaverSince, suspendedUntil: until }
}

function optional(value: string): string | [] {
  return value === '' ? [] : value
}

/** An empty value takes the attribute away; the directory knows no empty text. */
function replaced(entry: LdapEntry, attribute: string, value: string | undefined): Modification[] {
  if (value === undefined || value === (entry.first(attribute.toLowerCase()) ?? '')) return []
  return [{ type: 'replace', attribute, values: value === '' ? [] : [value] }]
}

/** Takes the value that was read and puts the new one: refused by the server when it has changed since. */
function exchanged(attribute: string, before: string | undefined, after: string | undefined): Modification[] {
  if (before === after) return []
  return [
    ...(before === undefined ? [] : [{ type: 'delete', attribute, values: [before] } as const]),
    ...(after === undefined ? [] : [{ type: 'add', attribute, values: [after] } as const])
  ]
}
