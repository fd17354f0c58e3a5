import type { Account, AccountState, Suspension } from '../../../contract/accounts'
import type { LdapEntry } from '../ldap/entry'
import { equals } from '../ldap/filters'
import { kindOf, type Places } from '../ldap/kinds'
import { firstNameValue, nameKey } from '../ldap/names'
import { formatObjectGuid, parseFileTime, parseGeneralizedTime } from '../ldap/values'
import { hasFlag } from './accountControl'
import type { Domain } from './domain'
import type { GroupIndex } from './groups'
import { readMarks } from './marker'

/** Ordinary user objects: no computers, no trusts (`sAMAccountType` SAM_USER_OBJECT, [MS-SAMR] 2.2.1.9). */
export const isAccount = equals('sAMAccountType', '805306368')

export const accountAttributes = [
  'objectGUID',
  'sAMAccountName',
  'userPrincipalName',
  'givenName',
  'sn',
  'displayName',
  'employeeID',
  'employeeNumber',
  'employeeType',
  'info',
  'mail',
  'memberOf',
  'userAccountControl',
  'pwdLastSet',
  'lockoutTime',
  'accountExpires',
  'lastLogon',
  'lastLogonTimestamp',
  'whenCreated',
  'isCriticalSystemObject'
]

/** Asked for where few entries are read: the server computes it for each, also for fine-grained policies. */
export const computedControl = 'msDS-User-Account-Control-Computed'

/**
 * `employeeID` holds 16 characters. A longer id number (OneRoster has UUIDs) goes to `employeeNumber`, where a
 * shorter value is somebody else's.
 */
export const longestEmployeeId = 16

export interface AccountContext {
  readonly places: Places
  readonly domain: Domain
  readonly groups: GroupIndex
  /** Milliseconds since 1970. */
  readonly now: number
}

/** null: what the server sent is no account that can be addressed. */
export function accountOf(entry: LdapEntry, context: AccountContext): Account | null {
  const id = idOf(entry)
  const login = entry.first('samaccountname')
  if (id === null || login === undefined) return null
  const place = context.places.personKindOf(nameKey(entry.dn))
  const control = controlOf(entry)
  const marks = readMarks(entry.first('info'))
  const suspension = suspensionOf(control, marks.suspendedUntil)
  const { classes, groups } = context.groups.namesOf(entry.all('memberof'))
  return {
    id,
    dn: entry.dn,
    login,
    givenName: entry.first('givenname') ?? '',
    familyName: entry.first('sn') ?? '',
    displayName: entry.first('displayname') ?? firstNameValue(entry.dn) ?? login,
    schoolId: schoolIdOf(entry),
    // An account of the system itself is never a person's.
    kind: isSystemObject(entry) ? 'other' : kindOf(place, entry.all('employeetype')),
    classes,
    groups,
    suspension,
    leaverSince: marks.leaverSince,
    mustChangePassword: entry.first('pwdlastset') === '0' && !hasFlag(control, 'passwordNeverExpires'),
    mail: entry.first('mail') ?? null,
    state: stateOf(entry, suspension, marks.leaverSince, context),
    lastSignIn: latest(fileTime(entry, 'lastlogon'), fileTime(entry, 'lastlogontimestamp')),
    createdAt: parseGeneralizedTime(entry.first('whencreated') ?? '')
  }
}

export function idOf(entry: LdapEntry): string | null {
  const bytes = entry.bytes('objectguid')
  return bytes === undefined ? null : formatObjectGuid(bytes)
}

export function controlOf(entry: LdapEntry): number {
  return Number(entry.first('useraccountcontrol') ?? 0)
}

export function isSystemObject(entry: LdapEntry): boolean {
  return entry.first('iscriticalsystemobject') === 'TRUE'
}

export function schoolIdOf(entry: LdapEntry): string | null {
  const number = entry.first('employeenumber')
  const overflow = number !== undefined && number.length > longestEmployeeId ? number : null
  return entry.first('employeeid') ?? overflow
}

function suspensionOf(control: number, until: string | null): Suspension {
  if (!hasFlag(control, 'accountDisabled')) return { kind: 'none' }
  return until === null ? { kind: 'forever' } : { kind: 'until', until }
}

function stateOf(
  entry: LdapEntry,
  suspension: Suspension,
  leaverSince: string | null,
  context: AccountContext
): AccountState {
  if (leaverSince !== null) return 'leaver'
  if (suspension.kind === 'forever') return 'suspended'
  if (suspension.kind === 'until') return 'suspendedUntil'
  if (isLockedOut(entry, context)) return 'lockedOut'
  const expires = fileTime(entry, 'accountexpires')
  return expires !== null && Date.parse(expires) <= context.now ? 'expired' : 'active'
}

/** By the server's own computation where it was asked for, else by the time of the lock and the domain's policy. */
export function isLockedOut(entry: LdapEntry, context: Pick<AccountContext, 'domain' | 'now'>): boolean {
  const lockedAt = fileTime(entry, 'lockouttime')
  if (lockedAt === null) return false
  const computed = entry.first(computedControl.toLowerCase())
  if (computed !== undefined) return hasFlag(Number(computed), 'lockedOut')
  const { lockoutDuration } = context.domain
  return lockoutDuration === null || Date.parse(lockedAt) + lockoutDuration > context.now
}

function fileTime(entry: LdapEntry, attribute: string): string | null {
  return parseFileTime(entry.first(attribute) ?? '')
}

function latest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}
