import { fail, succeed, type Result } from '../../../contract/result'
import { parseName } from '../ldap/names'
import { LdapSession } from '../ldap/session'
import type { Directory, OpenDirectory } from '../port'
import { OpenLdapDirectory } from './directory'
import { discoverLayout } from './layout'
import { readPasswordPolicy } from './policy'

/** The server writes one entry after the other; more requests at once only wait there and keep others waiting. */
const requestsAtOnce = 32

const thisPc = (): Date => new Date()

/** Opens a session with an OpenLDAP server (2.5 or newer); writes nothing. */
export const openOpenLdapDirectory: OpenDirectory = async (
  connection,
  password,
  { signal, now = thisPc } = {}
) => {
  for (const dn of [connection.baseDn, connection.bindDn]) {
    if (parseName(dn)?.length === 0 || parseName(dn) === null) return fail('directory.invalidName', { dn })
  }
  const opened = await LdapSession.open({
    url: connection.url,
    caCertificate: connection.caCertificate,
    bindDn: connection.bindDn,
    password,
    concurrency: requestsAtOnce,
    ...(signal === undefined ? {} : { signal })
  })
  if (!opened.ok) return opened
  const session = opened.value
  const directory = await look(session, connection, now)
  if (!directory.ok) await session.close()
  return directory
}

async function look(
  session: LdapSession,
  connection: Parameters<OpenDirectory>[0],
  now: () => Date
): Promise<Result<Directory>> {
  const [base, policy, layout] = await Promise.all([
    session.read(connection.baseDn, ['1.1']),
    readPasswordPolicy(session, connection.baseDn),
    connection.layout === null ? discoverLayout(session, connection.baseDn) : succeed(connection.layout)
  ])
  if (!base.ok) {
    // Somebody who must change their password may do nothing else (draft-behera-ldap-password-policy 5.3.5).
    const restricted = /restricted/i.test(String(base.failure.parameters['reason'] ?? ''))
    return restricted ? fail('directory.bindPasswordExpired') : base
  }
  if (base.value === null) return fail('directory.baseNotFound', { baseDn: connection.baseDn })
  if (!policy.ok) return policy
  if (!layout.ok) return layout
  return succeed(new OpenLdapDirectory(session, connection, layout.value, policy.value, now))
}
