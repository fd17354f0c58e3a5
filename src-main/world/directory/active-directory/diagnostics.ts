import { fail, succeed, type Failure, type Result } from '../../../contract/result'
import { hasResultCode, ResultCode } from '../ldap/failures'
import type { MemberChanges } from '../ldap/memberships'

/** Windows error numbers in the server's messages ([MS-ERREF] 2.2) that mean something to a person. */
const Win32 = {
  accessDenied: 0x5,
  wrongPassword: 0x52e,
  passwordRestriction: 0x52d,
  logonHours: 0x530,
  workstation: 0x531,
  passwordExpired: 0x532,
  accountDisabled: 0x533,
  accountExpired: 0x701,
  passwordMustChange: 0x773,
  accountLockedOut: 0x775,
  noSuchUser: 0x525,
  userExists: 0x524,
  groupExists: 0x526,
  aliasExists: 0x563,
  notMember: 0x561,
  objectExists: 0x2071,
  noSuchObject: 0x2030,
  objectNotFound: 0x208d,
  insufficientRights: 0x2098,
  principalNameNotUnique: 0x21c8,
  servicePrincipalNameNotUnique: 0x21c7
} as const

/** Why a sign-in (bind) was refused. */
export type SignInRefusal =
  'wrongCredentials' | 'mustChange' | 'expired' | 'disabled' | 'lockedOut' | 'restricted'

const refusals: ReadonlyMap<number, SignInRefusal> = new Map([
  [Win32.wrongPassword, 'wrongCredentials'],
  [Win32.noSuchUser, 'wrongCredentials'],
  [Win32.passwordMustChange, 'mustChange'],
  [Win32.passwordExpired, 'mustChange'],
  [Win32.accountExpired, 'expired'],
  [Win32.accountDisabled, 'disabled'],
  [Win32.accountLockedOut, 'lockedOut'],
  [Win32.logonHours, 'restricted'],
  [Win32.workstation, 'restricted']
])

const refusalCodes = {
  wrongCredentials: 'directory.wrongCredentials',
  mustChange: 'directory.bindPasswordExpired',
  expired: 'directory.bindAccountExpired',
  disabled: 'directory.bindAccountDisabled',
  lockedOut: 'directory.bindAccountLockedOut',
  restricted: 'directory.bindAccountRestricted'
} as const satisfies Record<SignInRefusal, Failure['code']>

const alreadyExists: readonly number[] = [
  Win32.userExists,
  Win32.groupExists,
  Win32.aliasExists,
  Win32.objectExists,
  Win32.principalNameNotUnique,
  Win32.servicePrincipalNameNotUnique
]
const notFound: readonly number[] = [Win32.noSuchObject, Win32.objectNotFound, Win32.noSuchUser]
const noRights: readonly number[] = [Win32.accessDenied, Win32.insufficientRights]

/**
 * The number of a refused bind, as in "80090308: LdapErr: DSID-0C09056D, comment: AcceptSecurityContext error,
 * data 52e, v4563". Samba writes the same. null: the failure is no refused sign-in.
 */
export function signInRefusal(failure: Failure): SignInRefusal | null {
  if (!hasResultCode(failure, ResultCode.invalidCredentials)) return null
  const data = /\bdata ([0-9a-f]+)\b/i.exec(reasonOf(failure))?.[1]
  return (data === undefined ? undefined : refusals.get(Number.parseInt(data, 16))) ?? 'wrongCredentials'
}

/** Says which account trouble a refused bind was. */
export function explainBind(failure: Failure): Failure {
  const refusal = signInRefusal(failure)
  return refusal === null ? failure : { code: refusalCodes[refusal], parameters: failure.parameters }
}

/** The Windows error number with which a message begins, as in "0000052D: SvcErr: ..."; null: there is none. */
function windowsError(reason: string): number | null {
  const digits = /^([0-9a-f]{8}):/i.exec(reason)?.[1]
  return digits === undefined ? null : Number.parseInt(digits, 16)
}

/**
 * Makes of the server's general answer to a write ("unwilling to perform", "constraint violation") the failure
 * that a person can act on, by the Windows error number in its message.
 */
export function explainWrite<Value>(result: Result<Value>): Result<Value> {
  if (result.ok) return result
  const { code, parameters } = result.failure
  const reason = reasonOf(result.failure)
  const number = windowsError(reason)
  if (number === Win32.passwordRestriction || isPasswordMessage(result.failure)) {
    return fail('directory.passwordRejected', { ...parameters, reason: passwordReason(reason) })
  }
  if (code !== 'directory.refused') return result
  // Samba on a login that is free while the principal name made of it is not.
  if (/^(\w+: )?samldb: .* is already in use/i.test(reason)) {
    return fail('directory.alreadyExists', parameters)
  }
  if (number === null) return result
  if (alreadyExists.includes(number)) return fail('directory.alreadyExists', parameters)
  if (notFound.includes(number)) return fail('directory.notFound', parameters)
  if (noRights.includes(number)) return fail('directory.noRights', parameters)
  return result
}

/** Samba says some password refusals in words only. */
function isPasswordMessage(failure: Failure): boolean {
  return (
    hasResultCode(failure, ResultCode.constraintViolation, ResultCode.unwillingToPerform) &&
    /check_password_restrictions|password (is too short|does not meet)/i.test(reasonOf(failure))
  )
}

/** Samba explains itself after its function's name; Microsoft gives the number only. */
function passwordReason(reason: string): string {
  const words = /check_password_restrictions: (.+?)!?$/.exec(reason)?.[1]
  return words ?? 'length, complexity or history (0x52D)'
}

function reasonOf(failure: Failure): string {
  const { reason } = failure.parameters
  return typeof reason === 'string' ? reason : ''
}

/**
 * Putting somebody into a group who is in it, and taking somebody out who is not, is done already. These servers have
 * answers of their own for it: "entry exists", and "unwilling" with the number or, on Samba, with words.
 */
export function explainMembership(
  result: Result<undefined>,
  { add, remove }: MemberChanges
): Result<undefined> {
  const explained = explainWrite(result)
  if (result.ok || add.length + remove.length !== 1) return explained
  const reason = reasonOf(result.failure)
  const isDone =
    add.length === 1
      ? hasResultCode(result.failure, ResultCode.entryAlreadyExists)
      : hasResultCode(result.failure, ResultCode.unwillingToPerform) &&
        (windowsError(reason) === Win32.notMember ||
          /(already deleted|doesn't exist) for target GUID/i.test(reason))
  return isDone ? succeed() : explained
}

/**
 * A single-valued attribute is changed by deleting the value that was read and adding the new one: when
 * somebody else was faster, the server finds another value and refuses.
 */
export function explainChange(result: Result<undefined>, field: string): Result<undefined> {
  if (
    !result.ok &&
    hasResultCode(result.failure, ResultCode.noSuchAttribute, ResultCode.attributeOrValueExists)
  ) {
    return fail('directory.changedSince', { ...result.failure.parameters, field })
  }
  return explainWrite(result)
}
