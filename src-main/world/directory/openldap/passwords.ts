import { BerWriter, BindRequest, Control } from 'ldapts'
import { succeed, type Failure, type Result } from '../../../contract/result'
import { failureOf, hasResultCode, ResultCode } from '../ldap/failures'
import type { LdapOutcome } from '../ldap/messages'
import { Oid, type LdapSession } from '../ldap/session'
import type { SignIn } from '../ldap/signIn'

/** The request of RFC 3062 2: whose password, and the new one. */
export function passwordModifyValue(dn: string, password: string): Buffer {
  const writer = new BerWriter()
  writer.startSequence()
  writer.writeString(dn, 0x80)
  writer.writeString(password, 0x82)
  writer.endSequence()
  return writer.buffer
}

/** Sets a password as an administrator (RFC 3062). The server hashes it and checks it against its policy. */
export async function modifyPassword(
  session: LdapSession,
  dn: string,
  password: string
): Promise<Result<undefined>> {
  const done = await session.extended(Oid.passwordModify, passwordModifyValue(dn, password), dn, [password])
  return done.ok ? succeed() : { ok: false, failure: asPasswordFailure(done.failure) }
}

/** A constraint that a request with nothing but a password violates is one on passwords. */
export function asPasswordFailure(failure: Failure): Failure {
  return hasResultCode(failure, ResultCode.constraintViolation)
    ? { code: 'directory.passwordRejected', parameters: failure.parameters }
    : failure
}

/** Asks the server to say what its password policy thinks (draft-behera-ldap-password-policy 6). */
export const passwordPolicyControl = new Control(Oid.passwordPolicy)

/** Errors that the policy's response control may name (section 6.2). */
const PolicyError = { passwordExpired: 0, changeAfterReset: 2 } as const
const PolicyTag = { warning: 0xa0, graceSignInsRemaining: 0x81, error: 0x81 } as const

type PolicyOutcome = Pick<LdapOutcome, 'controls'>

/** Where the error stands in SEQUENCE { warning [0] CHOICE OPTIONAL, error [1] ENUMERATED OPTIONAL }; all is short. */
function errorOffset(value: Buffer): number {
  return value[2] === PolicyTag.warning ? 4 + (value[3] ?? 0) : 2
}

/** The error in the policy's response control; null: none. */
export function passwordPolicyError({ controls }: PolicyOutcome): number | null {
  const value = controls.get(Oid.passwordPolicy)
  if (value === undefined) return null
  const offset = errorOffset(value)
  return value[offset] === PolicyTag.error ? (value[offset + 2] ?? null) : null
}

/**
 * Whether the policy says that the password has to be changed: it was set by somebody else or has expired. A sign-in
 * by grace counts, since each one uses up what is left of it.
 */
export function demandsNewPassword(outcome: PolicyOutcome): boolean {
  const value = outcome.controls.get(Oid.passwordPolicy)
  if (value?.[2] === PolicyTag.warning && value[4] === PolicyTag.graceSignInsRemaining) return true
  const error = passwordPolicyError(outcome)
  return error === PolicyError.passwordExpired || error === PolicyError.changeAfterReset
}

/**
 * Signs in on a connection of its own and leaves again. The password must not be empty. Fails for the network's
 * reasons and where the server answers neither yes nor no.
 */
export async function trySignIn(session: LdapSession, dn: string, password: string): Promise<Result<SignIn>> {
  const connection = await session.openUnbound()
  if (!connection.ok) return connection
  try {
    const outcome = await connection.value.request(
      (messageId) => new BindRequest({ messageId, dn, password, controls: [passwordPolicyControl] })
    )
    return outcome.ok ? signInOf(outcome.value, dn, password) : outcome
  } finally {
    connection.value.close()
  }
}

function signInOf(outcome: LdapOutcome, dn: string, password: string): Result<SignIn> {
  switch (outcome.resultCode) {
    case ResultCode.success:
      return succeed(demandsNewPassword(outcome) ? 'mustChange' : 'accepted')
    case ResultCode.invalidCredentials:
      // An expired password that was right is refused too; only the control tells the two apart.
      return succeed(demandsNewPassword(outcome) ? 'mustChange' : 'refused')
    // What OpenLDAP may answer for an account without any password.
    case ResultCode.inappropriateAuthentication:
      return succeed('refused')
    default:
      return failureOf(outcome, dn, [password])
  }
}
