import { generalizedTime, parseGeneralizedTime, preciseTime } from './time'
import { hashPassword, isHashed, verifyPassword } from './passwords'
import { policyErrors, refuse, type PolicyError } from '../protocol/results'
import type { Change, Entry } from '../tree/entry'

/** A password policy (draft-behera-ldap-password-policy-10, section 5.2) as its entry says. */
export interface PasswordPolicy {
  readonly minimumLength: number
  readonly checkQuality: boolean
  /** How many former passwords are remembered. */
  readonly inHistory: number
  readonly lockout: boolean
  /** 0: locked out until somebody unlocks. Seconds. */
  readonly lockoutDuration: number
  /** 0: no limit. */
  readonly maximumFailures: number
  /** Failures older than this no longer count. 0: they count until a success. Seconds. */
  readonly failureCountInterval: number
  readonly mustChange: boolean
  readonly safeModify: boolean
}

export const noPolicy: PasswordPolicy = {
  minimumLength: 0,
  checkQuality: false,
  inHistory: 0,
  lockout: false,
  lockoutDuration: 0,
  maximumFailures: 0,
  failureCountInterval: 0,
  mustChange: false,
  safeModify: false
}

export function readPolicy(entry: Entry | null): PasswordPolicy {
  if (!entry) return noPolicy
  const number = (attribute: string): number => Number(entry.first(attribute) ?? 0)
  const flag = (attribute: string): boolean => entry.first(attribute) === 'TRUE'
  return {
    minimumLength: number('pwdMinLength'),
    checkQuality: number('pwdCheckQuality') > 0,
    inHistory: number('pwdInHistory'),
    lockout: flag('pwdLockout'),
    lockoutDuration: number('pwdLockoutDuration'),
    maximumFailures: number('pwdMaxFailure'),
    failureCountInterval: number('pwdFailureCountInterval'),
    mustChange: flag('pwdMustChange'),
    safeModify: flag('pwdSafeModify')
  }
}

/** The value that locks for good: it is never "long enough ago". */
export const lockedForGood = '000001010000Z'

/**
 * Whether the server refuses every sign-in, whatever the password. As OpenLDAP's ppolicy does it: a start in
 * the future and an end in the past refuse always; a lock only where the policy has pwdLockout, and a lock
 * that lies in the future is not in effect yet.
 */
export function isLocked(entry: Entry, policy: PasswordPolicy, now: Date): boolean {
  const time = (attribute: string): number | null => {
    const value = entry.first(attribute)
    return value === null ? null : parseGeneralizedTime(value)
  }
  const start = time('pwdStartTime')
  if (start !== null && now.getTime() < start) return true
  const end = time('pwdEndTime')
  if (end !== null && now.getTime() >= end) return true
  if (!policy.lockout) return false
  const value = entry.first('pwdAccountLockedTime')
  if (value === null) return false
  if (value.startsWith('00000101')) return true
  const since = parseGeneralizedTime(value)
  if (since === null || since > now.getTime()) return false
  return policy.lockoutDuration === 0 || now.getTime() < since + policy.lockoutDuration * 1000
}

export interface BindVerdict {
  readonly granted: boolean
  readonly policyError: PolicyError | null
  /** The session may only change its own password. */
  readonly mustChange: boolean
  /** What the attempt leaves behind on the entry. */
  readonly changes: readonly Change[]
}

function remembersFailure(entry: Entry, policy: PasswordPolicy, now: Date): Change[] {
  const oldest = policy.failureCountInterval === 0 ? 0 : now.getTime() - policy.failureCountInterval * 1000
  const recent = entry.all('pwdFailureTime').filter((value) => (parseGeneralizedTime(value) ?? 0) >= oldest)
  const kept = recent.slice(-Math.max(policy.maximumFailures, 1) + 1)
  const values = policy.maximumFailures === 1 ? [] : kept
  const failures = [...values, preciseTime(now, recent.length)]
  const changes: Change[] = [{ operation: 'replace', attribute: 'pwdFailureTime', values: failures }]
  if (policy.lockout && policy.maximumFailures > 0 && recent.length + 1 >= policy.maximumFailures) {
    changes.push({ operation: 'replace', attribute: 'pwdAccountLockedTime', values: [generalizedTime(now)] })
  }
  return changes
}

/** Judges a simple bind with a password. The answer does not depend on anything but its arguments. */
export function judgeBind(entry: Entry, password: string, policy: PasswordPolicy, now: Date): BindVerdict {
  if (isLocked(entry, policy, now)) {
    return { granted: false, policyError: policyErrors.accountLocked, mustChange: false, changes: [] }
  }
  const stored = entry.first('userPassword')
  if (stored === null || !verifyPassword(password, stored)) {
    const counts = policy.lockout && stored !== null
    const changes = counts ? remembersFailure(entry, policy, now) : []
    return { granted: false, policyError: null, mustChange: false, changes }
  }
  const changes: Change[] = [
    { operation: 'replace', attribute: 'pwdLastSuccess', values: [generalizedTime(now)] }
  ]
  for (const attribute of ['pwdFailureTime', 'pwdAccountLockedTime']) {
    if (entry.has(attribute)) changes.push({ operation: 'delete', attribute, values: [] })
  }
  const mustChange = policy.mustChange && entry.first('pwdReset') === 'TRUE'
  return {
    granted: true,
    policyError: mustChange ? policyErrors.changeAfterReset : null,
    mustChange,
    changes
  }
}

function checkQuality(password: string, policy: PasswordPolicy): void {
  if (password.length < policy.minimumLength) {
    refuse(
      'constraintViolation',
      'Password fails quality checking policy: too short',
      policyErrors.passwordTooShort
    )
  }
  if (!policy.checkQuality) return
  // P4: upper and lower case, digits, special characters.
  const demanded = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u]
  if (isHashed(password) || !demanded.every((pattern) => pattern.test(password))) {
    refuse(
      'constraintViolation',
      'Password fails quality checking policy',
      policyErrors.insufficientPasswordQuality
    )
  }
}

export interface PasswordChange {
  readonly password: string
  /** null: the old password was not given. */
  readonly oldPassword: string | null
  /** The person changes their own password; else somebody with rights over the account does. */
  readonly bySelf: boolean
}

/**
 * The changes that setting a password means; a reset by somebody else demands a new one at the next sign-in.
 * As with OpenLDAP, a new password takes back failures and locks.
 *
 * @throws Refusal constraintViolation with the policy error, when the policy is against it
 */
export function judgePasswordChange(
  entry: Entry,
  change: PasswordChange,
  policy: PasswordPolicy,
  now: Date
): Change[] {
  const stored = entry.first('userPassword')
  if (change.bySelf && policy.safeModify && change.oldPassword === null) {
    refuse(
      'insufficientAccessRights',
      'Must supply old password to be changed as well as new one',
      policyErrors.mustSupplyOldPassword
    )
  }
  if (change.oldPassword !== null && (stored === null || !verifyPassword(change.oldPassword, stored))) {
    refuse('unwillingToPerform', 'unwilling to verify old password')
  }
  checkQuality(change.password, policy)
  const history = entry.all('pwdHistory')
  const former = history.map((value) => value.split('#').slice(3).join('#'))
  if (stored !== null && policy.inHistory > 0) former.push(stored)
  if (policy.inHistory > 0 && former.some((hash) => verifyPassword(change.password, hash))) {
    refuse('constraintViolation', 'Password is in history of old passwords', policyErrors.passwordInHistory)
  }
  const changes: Change[] = [
    { operation: 'replace', attribute: 'userPassword', values: [hashPassword(change.password)] },
    { operation: 'replace', attribute: 'pwdChangedTime', values: [generalizedTime(now)] }
  ]
  if (stored !== null && policy.inHistory > 0) {
    const syntax = '1.3.6.1.4.1.1466.115.121.1.40'
    const kept = [...history, `${generalizedTime(now)}#${syntax}#${stored.length}#${stored}`]
    changes.push({ operation: 'replace', attribute: 'pwdHistory', values: kept.slice(-policy.inHistory) })
  }
  for (const attribute of ['pwdFailureTime', 'pwdAccountLockedTime']) {
    if (entry.has(attribute)) changes.push({ operation: 'delete', attribute, values: [] })
  }
  if (!change.bySelf && policy.mustChange) {
    changes.push({ operation: 'replace', attribute: 'pwdReset', values: ['TRUE'] })
  } else if (entry.has('pwdReset')) {
    changes.push({ operation: 'delete', attribute: 'pwdReset', values: [] })
  }
  return changes
}
