import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOpenLdapDirectory } from '../../../src-main/world/directory/openldap/open'
import type { Directory } from '../../../src-main/world/directory/port'
import { startLdapLine, type LdapLine, type RequestName } from '../servers/ldapLine'
import { ldapModifyAsRoot, ldapSearchAsRoot, startSlapd, type SlapdServer } from '../servers/slapd'
import { connectionTo } from './openldapServer'
import { codeOf, draftOf, own, provisional, valueOf } from './suiteTools'

/** What happens between reading and writing: names change hands, other administrators work. */
describe.each([true, false])('slapd, hashing of ordinary writes: %s', (hashCleartext) => {
  let server: SlapdServer
  let line: LdapLine
  let directory: Directory

  beforeAll(async () => {
    server = await startSlapd({ acceptPlainText: true, hashCleartext })
    line = await startLdapLine({ server: { host: '127.0.0.1', port: server.plainPort } })
    const connection = connectionTo(server, { url: `ldap://127.0.0.1:${line.port}`, caCertificate: null })
    directory = valueOf(await openOpenLdapDirectory(connection, server.bindPassword))
    for (const name of ['5a', '5b']) valueOf(await directory.createClass(name))
  })

  afterAll(async () => {
    await directory.close()
    await line.close()
    await server.stop()
  })

  const create = async (login: string, fields: Parameters<typeof draftOf>[1] = {}): Promise<string> =>
    valueOf(
      await directory.createAccount(draftOf(login, { mustChangePassword: false, ...fields }), provisional)
    ).id

  const dnOf = (login: string): string => `uid=${login},ou=pupils,${server.baseDn}`

  const rename = (from: string, to: string): string =>
    `dn: ${dnOf(from)}\nchangetype: modrdn\nnewrdn: uid=${to}\ndeleteoldrdn: 1\n`

  /** Does something as another administrator right before the first such request of the app. */
  const before = (name: RequestName, ldif: string): void => {
    line.judge = (request) => {
      if (request !== name) return 'pass'
      line.judge = () => 'pass'
      return ldapModifyAsRoot(server, ldif)
    }
  }

  const swapping = (one: string, other: string): string =>
    [rename(one, 'z.wischen'), rename(other, one), rename('z.wischen', other)].join('\n')

  it.each([
    ['change', 'modify', (id: string) => directory.changeAccount(id, { givenName: 'Getroffen' })],
    [
      'suspension (P9)',
      'modify',
      (id: string) => directory.changeAccount(id, { suspension: { kind: 'forever' } })
    ],
    ['rename', 'rename', (id: string) => directory.changeAccount(id, { login: 'g.anz-neu' })],
    ['class', 'modify', (id: string) => directory.changeAccount(id, { classes: ['5b'] })],
    ['deletion', 'delete', (id: string) => directory.deleteAccount(id)]
  ] as const)(
    'a %s hits nobody else when two logins are swapped in between',
    async (word, request, write) => {
      const [one, other] = [`e.ins-${word.slice(0, 2)}`, `a.ndere-${word.slice(0, 2)}`]
      const id = await create(one)
      const otherId = await create(other)
      const untouched = valueOf(await directory.readAccount(otherId))
      before(request, swapping(one, other))
      expect(codeOf(await write(id))).toBe('directory.changedSince')
      const { dn, login, ...now } = valueOf(await directory.readAccount(otherId)) ?? { dn: '', login: '' }
      expect([dn, login]).toEqual([dnOf(one), one])
      expect(untouched).toMatchObject(now)
      expect(valueOf(await directory.readAccount(id))?.givenName).toBe('Änne')
    }
  )

  it('P5: a new password hits nobody else where the server hashes; else it is told', async () => {
    const id = await create('p.eins')
    await create('p.andere')
    before(hashCleartext ? 'modify' : 'extended', swapping('p.eins', 'p.andere'))
    expect(codeOf(await directory.setPassword(id, 'Neu-gesetzt-99'))).toBe('directory.changedSince')
    const entered = codeOf(await directory.signIn('p.eins', provisional))
    // The operation for passwords goes by name alone (RFC 3062): the wrong person has to be given another one.
    expect(entered).toBe(hashCleartext ? 'succeeded' : 'directory.signInRefused')
    expect(codeOf(await directory.signIn('p.andere', provisional))).toBe('succeeded')
  })

  it('P9: nobody who is suspended gets in by a new password, whoever sets it', async () => {
    const id = await create('s.gesperrt')
    valueOf(await directory.changeAccount(id, { suspension: { kind: 'forever' } }))
    await ldapModifyAsRoot(
      server,
      `dn: ${dnOf('s.gesperrt')}\nchangetype: modify\nreplace: userPassword\nuserPassword: ${own}\n`
    )
    const ldif = await ldapSearchAsRoot(server, '(uid=s.gesperrt)', 'pwdAccountLockedTime', 'pwdStartTime')
    expect(ldif).not.toContain('pwdAccountLockedTime')
    expect(ldif).toContain('pwdStartTime: 21060101000000Z')
    expect(codeOf(await directory.signIn('s.gesperrt', own))).toBe('directory.signInRefused')
    expect(valueOf(await directory.readAccount(id))?.suspension).toEqual({ kind: 'forever' })
    valueOf(await directory.setPassword(id, 'Neu-gesetzt-99'))
    const again = await ldapSearchAsRoot(server, '(uid=s.gesperrt)', 'pwdAccountLockedTime')
    expect(again).toContain('pwdAccountLockedTime: 000001010000Z')
    valueOf(await directory.changeAccount(id, { suspension: { kind: 'none' } }))
    expect(codeOf(await directory.signIn('s.gesperrt', 'Neu-gesetzt-99'))).toBe(
      'directory.passwordMustChange'
    )
  })

  it('P9: a suspension that an older version has set gets its second mark with the next password', async () => {
    const id = await create('s.alt')
    await ldapModifyAsRoot(
      server,
      `dn: ${dnOf('s.alt')}\nchangetype: modify\nadd: pwdAccountLockedTime\npwdAccountLockedTime: 000001010000Z\n`
    )
    line.judge = (request, bytes) =>
      request === 'extended' || bytes.includes('userPassword') ? 'after' : 'pass'
    expect(codeOf(await directory.setPassword(id, 'Neu-gesetzt-99'))).toBe('directory.connectionLost')
    line.judge = () => 'pass'
    expect(valueOf(await directory.readAccount(id))?.suspension).toEqual({ kind: 'forever' })
    expect(codeOf(await directory.signIn('s.alt', 'Neu-gesetzt-99'))).toBe('directory.signInRefused')
  })

  it('P9: an end that the server would not keep is refused', async () => {
    const id = await create('s.spaet')
    const change = { suspension: { kind: 'until', until: '2107-01-01T00:00:00.000Z' } } as const
    expect(codeOf(await directory.changeAccount(id, change))).toBe('directory.notSupported')
  })
})

describe('slapd: groups', () => {
  let server: SlapdServer
  let directory: Directory

  beforeAll(async () => {
    server = await startSlapd({ acceptPlainText: true })
    const connection = connectionTo(server, { url: server.plainUrl, caCertificate: null })
    directory = valueOf(await openOpenLdapDirectory(connection, server.bindPassword))
    valueOf(await directory.createClass('5a'))
    const unit = (name: string): string =>
      `dn: ou=${name},ou=groups,${server.baseDn}\nchangetype: add\nobjectClass: organizationalUnit\nou: ${name}\n`
    const group = (dn: string, body: string): string =>
      `dn: ${dn},ou=groups,${server.baseDn}\nchangetype: add\ncn: ${dn.split(',')[0]?.slice(3)}\n${body}\n`
    const names = `objectClass: groupOfNames\nmember: ${server.baseDn}`
    await ldapModifyAsRoot(
      server,
      [
        unit('haus-a'),
        unit('haus-b'),
        group('cn=drucker,ou=haus-b', names),
        group('cn=wlan', names),
        group('cn=chor', names),
        group('cn=unix', 'objectClass: posixGroup\ngidNumber: 20000')
      ].join('\n')
    )
    // Names go by age, which the server counts in seconds.
    await new Promise((resolve) => setTimeout(resolve, 1100))
    await ldapModifyAsRoot(server, group('cn=drucker,ou=haus-a', names))
  })

  afterAll(async () => {
    await directory.close()
    await server.stop()
  })

  const membershipsOf = async (login: string): Promise<string[]> => {
    const dn = `uid=${login},ou=pupils,${server.baseDn}`
    const ldif = await ldapSearchAsRoot(server, `(|(member=${dn})(memberUid=${login}))`, '1.1')
    return [...ldif.matchAll(/^dn: (.+)$/gm)]
      .map(([, group = '']) => group.split(',ou=groups')[0] ?? '')
      .sort()
  }

  it('P12: of one name in two units stay apart; the later one names its unit', async () => {
    const groups = ['drucker', 'drucker (haus-a)', 'wlan']
    const { id } = valueOf(await directory.createAccount(draftOf('pia', { groups }), provisional))
    expect(await membershipsOf('pia')).toEqual(['cn=drucker,ou=haus-a', 'cn=drucker,ou=haus-b', 'cn=wlan'])
    expect(valueOf(await directory.readAccount(id))?.groups).toEqual(groups)
    const snapshot = valueOf(await directory.readAll())
    expect(snapshot.accounts.find((account) => account.id === id)?.groups).toEqual(groups)
    expect(snapshot.groups.map(({ name }) => name)).toEqual(expect.arrayContaining(groups))
    valueOf(await directory.changeAccount(id, { groups: ['drucker', 'drucker (haus-a)'] }))
    expect(await membershipsOf('pia')).toEqual(['cn=drucker,ou=haus-a', 'cn=drucker,ou=haus-b'])
    valueOf(await directory.changeAccount(id, { groups: ['drucker'] }))
    expect(await membershipsOf('pia')).toEqual(['cn=drucker,ou=haus-b'])
  })

  it('P12: a membership that another administrator gives meanwhile stays', async () => {
    const { id } = valueOf(
      await directory.createAccount(draftOf('ben', { groups: ['drucker'] }), provisional)
    )
    const seen = valueOf(await directory.readAccount(id))
    const dn = `uid=ben,ou=pupils,${server.baseDn}`
    await ldapModifyAsRoot(
      server,
      `dn: cn=chor,ou=groups,${server.baseDn}\nchangetype: modify\nadd: member\nmember: ${dn}\n`
    )
    if (seen === null) throw new Error('no such account')
    valueOf(await directory.changeAccount(id, { groups: ['drucker', 'wlan'] }, { seen }))
    expect(await membershipsOf('ben')).toEqual(['cn=chor', 'cn=drucker,ou=haus-b', 'cn=wlan'])
  })

  it('P12: by another spelling of one name nobody leaves the group that they are in', async () => {
    const fields = { classes: ['5a'], groups: ['wlan'] }
    const { id } = valueOf(await directory.createAccount(draftOf('spelt', fields), provisional))
    valueOf(await directory.changeAccount(id, { groups: ['ｗｌａｎ'], classes: ['5ª'] }))
    expect(valueOf(await directory.readAccount(id))).toMatchObject(fields)
  })

  it('keep who changes nothing but the case of the login, or the container', async () => {
    const fields = { classes: ['5a'], groups: ['unix', 'wlan'] }
    const { id } = valueOf(await directory.createAccount(draftOf('cleo', fields), provisional))
    valueOf(await directory.changeAccount(id, { login: 'Cleo' }))
    expect(valueOf(await directory.readAccount(id))).toMatchObject({ login: 'Cleo', ...fields })
    valueOf(await directory.changeAccount(id, { kind: 'staff' }))
    expect(valueOf(await directory.readAccount(id))).toMatchObject({ kind: 'staff', ...fields })
  })

  it('P8: what another tool has left of somebody is not inherited by the next one of that login', async () => {
    const { id } = valueOf(
      await directory.createAccount(draftOf('dora', { groups: ['unix', 'wlan'] }), provisional)
    )
    await ldapModifyAsRoot(server, `dn: uid=dora,ou=pupils,${server.baseDn}\nchangetype: delete\n`)
    expect(await membershipsOf('dora')).toEqual(['cn=unix', 'cn=wlan'])
    const other = await openOpenLdapDirectory(
      connectionTo(server, { url: server.plainUrl, caCertificate: null }),
      server.bindPassword
    )
    const fresh = valueOf(
      await valueOf(other).createAccount(draftOf('dora', { groups: ['chor'] }), provisional)
    )
    await valueOf(other).close()
    expect(fresh.id).not.toBe(id)
    expect(await membershipsOf('dora')).toEqual(['cn=chor'])
  })
})
