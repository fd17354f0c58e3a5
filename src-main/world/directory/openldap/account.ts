import type { Account, AccountState, RawState, Suspension } from '../../../contract/accounts'
import type { LdapEntry } from '../ldap/entry'
import { kindOf, type Places } from '../ldap/kinds'
import { nameKey } from '../ldap/names'
import { parseGeneralizedTime, parseUuid } from '../ldap/values'
import { visibleText } from '../ldap/failures'
import { leaverDayOf, lockedForGood, startsNever, stateAttributes } from './attributes'

export interface AccountContext {
  readonly places: Places
  /** Seconds after which the server's own lock ends; 0: never. */
  readonly lockoutDuration: number
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Names of the groups an account is in, sorted. */
export interface Memberships {
  readonly classes: string[]
  readonly groups: string[]
}

const day = 86_400_000

/** null: what the server sent is no account in one of the containers, or cannot be addressed. */
export function accountOf(
  entry: LdapEntry,
  dnKey: string,
  memberships: Memberships,
  context: AccountContext
): Account | null {
  const place = context.places.personKindOf(dnKey)
  const id = parseUuid(entry.first('entryuuid') ?? '')
  const login = entry.first('uid')
  if (place === null || id === null || login === undefined) return null
  const givenName = entry.first('givenname') ?? ''
  const familyName = entry.first('sn') ?? ''
  const suspension = suspensionOf(entry, context.now)
  const leaverSince = leaverDayOf(entry.all('description'))
  return {
    id,
    dn: entry.dn,
    login,
    givenName,
    familyName,
    displayName: entry.first('displayname') ?? entry.first('cn') ?? login,
    schoolId: entry.first('employeenumber') ?? null,
    kind: kindOf(place, entry.all('employeetype')),
    classes: memberships.classes,
    groups: memberships.groups,
    suspension,
    leaverSince,
    mustChangePassword: entry.first('pwdreset') === 'TRUE',
    mail: entry.first('mail') ?? null,
    state: stateOf(entry, suspension, leaverSince, context),
    lastSignIn: timeOf(entry, 'pwdlastsuccess') ?? timeOf(entry, 'authtimestamp'),
    createdAt: timeOf(entry, 'createtimestamp')
  }
}

/** The account of an entry that was read alone. */
export function singleAccountOf(
  entry: LdapEntry,
  memberships: Memberships,
  context: AccountContext
): Account | null {
  return accountOf(entry, nameKey(entry.dn), memberships, context)
}

function suspensionOf(entry: LdapEntry, now: number): Suspension {
  if (isSuspendedForGood(entry)) return { kind: 'forever' }
  const until = timeOf(entry, 'pwdstarttime')
  return until !== null && Date.parse(until) > now ? { kind: 'until', until } : { kind: 'none' }
}

/** By either mark: [Note: suspended for good]. */
export function isSuspendedForGood(entry: LdapEntry): boolean {
  return isLockedForGood(entry) || startsNot(entry)
}

/** The mark that outlasts a new password. */
export function startsNot(entry: LdapEntry): boolean {
  return entry.first('pwdstarttime') === startsNever
}

export function isLockedForGood(entry: LdapEntry): boolean {
  return entry.first('pwdaccountlockedtime')?.startsWith('00000101') === true
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
  return isExpired(entry, context.now) ? 'expired' : 'active'
}

/** A lock in the future does not lock (measured on slapd 2.5.13); one in the past does until its time is up. */
function isLockedOut(entry: LdapEntry, { lockoutDuration, now }: AccountContext): boolean {
  const since = timeOf(entry, 'pwdaccountlockedtime')
  if (since === null || Date.parse(since) > now) return false
  return lockoutDuration === 0 || Date.parse(since) + lockoutDuration * 1000 > now
}

/** `shadowExpire` is the first day, counted from 1970-01-01, on which the account is of no use any more. */
function isExpired(entry: LdapEntry, now: number): boolean {
  const end = timeOf(entry, 'pwdendtime')
  if (end !== null && Date.parse(end) <= now) return true
  const shadow = Number(entry.first('shadowexpire') ?? -1)
  return shadow >= 0 && shadow * day <= now
}

function timeOf(entry: LdapEntry, attribute: string): string | null {
  const text = entry.first(attribute)
  return text === undefined ? null : parseGeneralizedTime(text)
}

/** The attributes that decide the state, as they are; meanings are codes that the window has words for. */
export function rawStateOf(entry: LdapEntry, context: AccountContext): RawState {
  return stateAttributes.flatMap((name) =>
    entry.all(name.toLowerCase()).map((value) => ({
      name,
      value: visibleText(value, 500),
      meaning: meanings[name]?.(value, entry, context) ?? null
    }))
  )
}

type StateAttribute = (typeof stateAttributes)[number]
type Meaning = (value: string, entry: LdapEntry, context: AccountContext) => string | null

const meanings: Partial<Record<StateAttribute, Meaning>> = {
  pwdAccountLockedTime: (value, entry, context) => {
    if (value.startsWith(lockedForGood.slice(0, 8))) return 'suspendedForGood'
    return isLockedOut(entry, context) ? 'lockedOut' : 'lockOver'
  },
  pwdStartTime: (value, _entry, { now }) => {
    if (value === startsNever) return 'suspendedForGood'
    return isLater(value, now) ? 'suspendedUntil' : 'suspensionOver'
  },
  pwdEndTime: (_value, entry, { now }) => (isExpired(entry, now) ? 'expired' : 'expiresLater'),
  shadowExpire: (_value, entry, { now }) => (isExpired(entry, now) ? 'expired' : 'expiresLater'),
  pwdReset: (value) => (value === 'TRUE' ? 'mustChangePassword' : null),
  pwdFailureTime: () => 'wrongPassword',
  pwdChangedTime: () => 'passwordChanged',
  pwdLastSuccess: () => 'lastSignIn',
  authTimestamp: () => 'lastSignIn',
  loginShell: (value) => (/\/(nologin|false)$/.test(value) ? 'noShell' : null),
  sambaAcctFlags: (value) => (/^\[[^\]]*[DL]/.test(value) ? 'disabledForSamba' : null),
  description: (value) => (leaverDayOf([value]) === null ? null : 'leaver')
}

function isLater(value: string, now: number): boolean {
  const time = parseGeneralizedTime(value)
  return time !== null && Date.parse(time) > now
}
