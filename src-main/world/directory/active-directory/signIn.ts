import { succeed, type Result } from '../../../contract/result'
import type { LdapSession } from '../ldap/session'
import type { SignIn } from '../ldap/signIn'
import { signInRefusal } from './diagnostics'

/**
 * Signs in on a connection of its own and leaves again. The server tells a password that is right but must be changed
 * (data 773) or has expired (data 532) from every other refusal; only to who knows it. Fails for the network's reasons
 * and where the server answers neither yes nor no.
 */
export async function trySignIn(session: LdapSession, dn: string, password: string): Promise<Result<SignIn>> {
  const connection = await session.openAs(dn, password)
  if (connection.ok) {
    connection.value.close()
    return succeed('accepted')
  }
  const refusal = signInRefusal(connection.failure)
  if (refusal === null) return connection
  return succeed(refusal === 'mustChange' ? 'mustChange' : 'refused')
}
