import type { Control } from 'ldapts'
import { equals } from '../ldap/filters'
import { AssertionControl, Oid, type LdapSession } from '../ldap/session'

/**
 * [Note: whose name is it] LDAP addresses entries by name, and names change hands. A write therefore says with it whose
 * entry is meant, by the id that never changes (RFC 4528); the server refuses it on any other. The password operation
 * (RFC 3062) takes no such condition in slapd.
 */
export function onlyOn(session: LdapSession, id: string): Control[] {
  return session.supports(Oid.assertion) ? [new AssertionControl(equals('entryUUID', id))] : []
}
