import { BerWriter, BindRequest, Control } from 'ldapts'
import { fail, succeed, type Failure, type Result } from '../../../contract/result'
import { failureOf, hasResultCode, ResultCode } from '../ldap/failures'
import type { LdapOutcome } from '../ldap/messages'
import { Oid, type LdapSession } from '../ldap/session'

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

const changeAfterReset = 2

/** The error in the policy's response control; null: none. */
export function passwordPolicyError(outcome: LdapOutcome): number | null {
  const value = outcome.controls.get(Oid.passwordPolicy)
  if (value === undefined) return null
  // SEQUENCE { warning [0] OPTIONAL, error [1] ENUMERATED OPTIONAL }: the error is the last element.
  const tag = value.at(-3)
  return tag === 0x81 ? (value.at(-1) ?? null) : null
}

/** How the server received somebody who tried to sign in. */
export type SignIn = 'accepted' | 'mustChange' | 'refused'

/** Signs in on a connection of its own and leaves again. Fails only for the network's reasons. */
export async function trySignIn(session: LdapSession, dn: string, password: string): Promise<Result<SignIn>> {
  const connection = await session.openUnbound()
  if (!connection.ok) return connection
  const outcome = await connection.value.request(
    (messageId) => new BindRequest({ messageId, dn, password, controls: [passwordPolicyControl] })
  )
  connection.value.close()
  if (!outcome.ok) return outcome
  if (outcome.value.resultCode === ResultCode.success) {
    return succeed(passwordPolicyError(outcome.value) === changeAfterReset ? 'mustChange' : 'accepted')
  }
  return outcome.value.resultCode === ResultCode.invalidCredentials
    ? succeed('refused')
    : fail('directory.refused', failureOf(outcome.value, dn, [password]).failure.parameters)
}
