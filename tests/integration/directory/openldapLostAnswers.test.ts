import { openOpenLdapDirectory } from '../../../src-main/world/directory/openldap/open'
import type { Directory } from '../../../src-main/world/directory/port'
import { LdapSession, type NewAttributes } from '../../../src-main/world/directory/ldap/session'
import { present } from '../../../src-main/world/directory/ldap/filters'
import { nameKey } from '../../../src-main/world/directory/ldap/names'
import { startLdapLine } from '../servers/ldapLine'
import { startSlapd } from '../servers/slapd'
import { lostAnswersSuite, type LineServer, type MatrixOptions } from './lostAnswersSuite'
import { connectionTo } from './openldapServer'
import { valueOf } from './suiteTools'

/**
 * slapd, reached without encryption on loopback, so that the line can tell the requests apart. Each round has a school
 * with a base of its own: numbers are given out and groups are looked through below the base, so that rounds that go on
 * side by side do not meet.
 */
async function start(hashCleartext: boolean): Promise<LineServer> {
  const server = await startSlapd({ acceptPlainText: true, hashCleartext })
  const root = valueOf(
    await LdapSession.open({
      url: server.plainUrl,
      caCertificate: null,
      bindDn: server.rootDn,
      password: server.rootPassword
    })
  )
  const openAt = async (url: string, baseDn: string): Promise<Directory> =>
    valueOf(
      await openOpenLdapDirectory(
        connectionTo(server, { url, baseDn, caCertificate: null }),
        server.bindPassword
      )
    )
  return {
    openSchool: async (name) => {
      const baseDn = `ou=${name},${server.baseDn}`
      for (const [dn, attributes] of schoolAt(baseDn)) valueOf(await root.add(dn, attributes))
      const line = await startLdapLine({ server: { host: '127.0.0.1', port: server.plainPort } })
      const directory = await openAt(server.plainUrl, baseDn)
      return {
        line,
        directory,
        readAll: async () => valueOf(await directory.readAll()),
        openOverLine: () => openAt(`ldap://127.0.0.1:${line.port}`, baseDn),
        ghosts: () => ghostsBelow(root, baseDn),
        close: async () => {
          await directory.close()
          await line.close()
        }
      }
    },
    ghosts: () => ghostsBelow(root, server.baseDn),
    stop: async () => {
      await root.close()
      await server.stop()
    }
  }
}

function schoolAt(baseDn: string): [string, NewAttributes][] {
  const unit = (dn: string, ou: string): [string, NewAttributes] => [
    dn,
    { objectClass: 'organizationalUnit', ou }
  ]
  const group = (cn: string, container: string, attributes: NewAttributes): [string, NewAttributes] => [
    `cn=${cn},ou=${container},${baseDn}`,
    { cn, ...attributes }
  ]
  const ofNames = { objectClass: 'groupOfNames', member: baseDn }
  return [
    unit(baseDn, /^ou=([^,]+)/.exec(baseDn)?.[1] ?? ''),
    ...['pupils', 'teachers', 'staff', 'classes', 'groups'].map((name) => unit(`ou=${name},${baseDn}`, name)),
    ...['5a', '5b', '6a'].map((name) => group(name, 'classes', ofNames)),
    group('modul-wlan', 'groups', ofNames),
    group('ag-chor', 'groups', { objectClass: 'posixGroup', gidNumber: '20000' })
  ]
}

async function ghostsBelow(root: LdapSession, base: string): Promise<string[]> {
  const entries = valueOf(
    await root.search({
      base,
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

lostAnswersSuite('slapd that hashes', () => start(true))

/** Only what depends on how the server takes a password. */
const aboutPasswords: MatrixOptions = {
  scenes: ['create', 'new password (P5)', 'new password of somebody suspended (P9)']
}
lostAnswersSuite('slapd that does not hash', () => start(false), aboutPasswords)
