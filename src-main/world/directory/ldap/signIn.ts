import type { Account, AccountState } from '../../../contract/accounts'
import { fail, succeed, type Result } from '../../../contract/result'

/** How the server received somebody who tried to sign in. */
export type SignIn = 'accepted' | 'mustChange' | 'refused'

/** How an adapter finds an account and tries a password on it. */
export interface SignInDesk {
  /** Asks the service session; null: nobody has this login. */
  find(login: string): Promise<Result<Account | null>>
  /** Binds on a connection of its own and closes it. Fails only for the network's reasons and the server's own. */
  attempt(dn: string, password: string): Promise<Result<SignIn>>
}

/**
 * States in which nobody gets in, whatever the server says: OpenLDAP knows neither the mark of a leaver nor
 * `shadowExpire`, and without `pwdLockout` it lets in who is suspended for good. Suspensions with an end and lockouts
 * hang on the server's own clock and are left to it.
 */
const closed: readonly AccountState[] = ['leaver', 'suspended', 'expired']

/**
 * Signs a person in as the port promises. The bind is by the DN that the directory itself gave, so that nothing typed
 * becomes part of a name. Without a password nothing is sent: a bind with a name and an empty password succeeds as
 * nobody (RFC 4513 5.1.2).
 */
export async function signInPerson(
  desk: SignInDesk,
  login: string,
  password: string
): Promise<Result<Account>> {
  if (login === '' || password === '') return fail('directory.signInRefused')
  const found = await desk.find(login)
  if (!found.ok) return found
  const account = found.value
  if (account === null || !isLogin(account, login) || closed.includes(account.state)) {
    return fail('directory.signInRefused')
  }
  const answer = await desk.attempt(account.dn, password)
  if (!answer.ok) return answer
  if (answer.value === 'refused') return fail('directory.signInRefused')
  // A provisional password proves nobody (P4): others know it too. Not every server's policy demands the change.
  if (answer.value === 'mustChange' || account.mustChangePassword) return fail('directory.passwordMustChange')
  return succeed(account)
}

/**
 * Servers find more than what was asked for: Samba reads a name up to the first NUL, Active Directory takes `ü` for `u`.
 * In matters of signing in a login has one spelling.
 */
function isLogin(account: Account, login: string): boolean {
  return account.login.toLowerCase() === login.toLowerCase()
}
