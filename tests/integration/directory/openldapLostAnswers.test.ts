import { openOpenLdapDirectory } from '../../../src-main/world/directory/openldap/open'
import { LdapSession } from '../../../src-main/world/directory/ldap/session'
import { present } from '../../../src-main/world/directory/ldap/filters'
import { nameKey } from '../../../src-main/world/directory/ldap/names'
import { startLdapLine } from '../servers/ldapLine'
import { ldapModifyAsRoot, startSlapd } from '../servers/slapd'
import { lostAnswersSuite, type LineServer, type MatrixOptions } from './lostAnswersSuite'
import { connectionTo } from './openldapServer'
import { valueOf } from './suiteTools'

/** slapd, reached without encryption on loopback, so that the line can tell the requests apart. */
async function start(hashCleartext: boolean): Promise<LineServer> {
  const server = await startSlapd({ acceptPlainText: true, hashCleartext })
  const line = await startLdapLine({ server: { host: '127.0.0.1', port: server.plainPort } })
  const open = async (url: string): ReturnType<LineServer['openOverLine']> =>
    valueOf(
      await openOpenLdapDirectory(connectionTo(server, { url, caCertificate: null }), server.bindPassword)
    )
  const directory = await open(server.plainUrl)
  for (const name of ['5a', '5b', '6a']) valueOf(await directory.createClass(name))
  const group = (name: string, body: string): string =>
    `dn: cn=${name},ou=groups,${server.baseDn}\nchangetype: add\ncn: ${name}\n${body}\n`
  await ldapModifyAsRoot(
    server,
    [
      group('modul-wlan', `objectClass: groupOfNames\nmember: ${server.baseDn}`),
      group('ag-chor', 'objectClass: posixGroup\ngidNumber: 20000')
    ].join('\n')
  )
  const root = valueOf(
    await LdapSession.open({
      url: server.plainUrl,
      caCertificate: null,
      bindDn: server.rootDn,
      password: server.rootPassword
    })
  )
  const ghosts = async (): Promise<string[]> => {
    const entries = valueOf(
      await root.search({
        base: server.baseDn,
        scope: 'sub',
        filter: present('objectClass'),
        attributes: ['uid', 'member', 'memberUid']
      })
    )
    const names = new Set(entries.map(({ dn }) => nameKey(dn)))
    const logins = new Set(entries.flatMap((entry) => entry.all('uid')))
    return entries.flatMap((entry) => [
      ...entry.all('member').filter((member) => !names.has(nameKey(member))),
      ...entry.all('memberuid').filter((login) => !logins.has(login))
    ])
  }
  return {
    line,
    directory,
    openOverLine: () => open(`ldap://127.0.0.1:${line.port}`),
    ghosts,
    stop: async () => {
      await root.close()
      await line.close()
      await server.stop()
    }
  }
}

lostAnswersSuite('slapd that hashes', () => start(true))

/** Only what depends on how the server takes a password. */
const aboutPasswords: MatrixOptions = {
  scenes: ['create', 'new password (P5)', 'new password of somebody suspended (P9)']
}
lostAnswersSuite('slapd that does not hash', () => start(false), aboutPasswords)
