import type { DirectoryLayout } from '../../../contract/directory'
import { succeed, type Result } from '../../../contract/result'
import { any, equals } from '../ldap/filters'
import { suggestContainers, type UnitHabits } from '../ldap/layout'
import type { LdapSession } from '../ldap/session'

const habits: UnitHabits = { language: 'english', attribute: 'ou', deepest: 3 }

/** The layout that the existing units suggest. */
export function suggestLayout(units: readonly string[], baseDn: string): DirectoryLayout {
  return {
    containers: suggestContainers(units, baseDn, habits),
    classGroupPrefix: '',
    homeDirectory: '/home/{login}',
    mailAddress: ''
  }
}

/** Looks at the units below the base. */
export async function discoverLayout(session: LdapSession, baseDn: string): Promise<Result<DirectoryLayout>> {
  const units: string[] = []
  const found = await session.searchEach(
    {
      base: baseDn,
      scope: 'sub',
      filter: any(equals('objectClass', 'organizationalUnit'), equals('objectClass', 'container')),
      attributes: ['1.1']
    },
    (entry) => {
      units.push(entry.dn)
    }
  )
  return found.ok ? succeed(suggestLayout(units, baseDn)) : found
}
