import type { LdapEntry } from '../ldap/entry'
import { firstNameValue } from '../ldap/names'

/**
 * Names that Windows gives a meaning of its own, whether or not the domain has an account of that name
 * (Microsoft: "Well-known SIDs", "Naming conventions in Active Directory"), in both languages of the servers.
 */
export const builtInNames: readonly string[] = [
  'administrator',
  'admin',
  'anonymous',
  'authenticated users',
  'batch',
  'builtin',
  'defaultaccount',
  'dialup',
  'digest auth',
  'domain',
  'enterprise',
  'everyone',
  'gast',
  'guest',
  'interactive',
  'internet',
  'jeder',
  'krbtgt',
  'local',
  'local service',
  'network',
  'network service',
  'ntlm auth',
  'null',
  'proxy',
  'remote interactive',
  'restricted',
  'root',
  'self',
  'server',
  'service',
  'support_388945a0',
  'system',
  'terminal server',
  'this organization',
  'users',
  'utilityaccount',
  'wdagutilityaccount',
  'world'
]

/**
 * What else of an account would stand in a new login's way: its common name (names are unique in a container)
 * and the first part of its principal name, where they look like logins. Lower case.
 */
export function loginLikeNames(entry: LdapEntry): string[] {
  const names = [firstNameValue(entry.dn), entry.first('userprincipalname')?.split('@')[0]]
  return names.flatMap((name) => {
    const lower = name?.toLowerCase()
    return lower !== undefined && /^[a-z0-9._-]+$/.test(lower) ? [lower] : []
  })
}
