import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sentence } from '../../../src-main/contract/sentences'
import { fetchCertificates, readCertificate } from '../../../src-main/world/directory/ldap/certificates'
import { openOpenLdapDirectory } from '../../../src-main/world/directory/openldap/open'
import type { Directory } from '../../../src-main/world/directory/port'
import {
  ldapModifyAsRoot,
  ldapSearchAsRoot,
  ldapWhoAmI,
  makeAuthority,
  startSlapd,
  type SlapdServer
} from '../servers/slapd'
import { codeOf, draftOf, own, provisional, until, valueOf } from './directorySuite'
import { connectionTo, openOn } from './openldapServer'

let server: SlapdServer
let directory: Directory

beforeAll(async () => {
  server = await startSlapd()
  directory = await openOn(server)
  valueOf(await directory.createClass('7b'))
})

afterAll(async () => {
  await directory.close()
  await server.stop()
})

const codeOfOpening = async (
  fields: Parameters<typeof connectionTo>[1] = {},
  password = server.bindPassword
): Promise<string> => {
  const opened = await openOpenLdapDirectory(connectionTo(server, fields), password)
  if (opened.ok) await opened.value.close()
  return codeOf(opened)
}

describe('slapd: connecting', () => {
  it('the pinned CA alone is trusted', async () => {
    const other = await makeAuthority(server.folder, 'other')
    expect(await codeOfOpening()).toBe('succeeded')
    expect(await codeOfOpening({ url: server.addressUrl })).toBe('succeeded')
    expect(await codeOfOpening({ caCertificate: other })).toBe('directory.certificateNotTrusted')
    expect(await codeOfOpening({ caCertificate: null })).toBe('directory.certificateNotTrusted')
    expect(await codeOfOpening({ caCertificate: 'no certificate' })).toBe('directory.certificateUnreadable')
  })

  it('a certificate for another name is refused', async () => {
    const elsewhere = await startSlapd({ certificateNames: ['dc1.schule.example'] })
    try {
      const opened = await openOpenLdapDirectory(connectionTo(elsewhere), elsewhere.bindPassword)
      expect(opened).toMatchObject({
        ok: false,
        failure: { code: 'directory.certificateWrongHost', parameters: { host: 'localhost' } }
      })
    } finally {
      await elsewhere.stop()
    }
  })

  it('wrong password, nobody, no base and bad names are told apart', async () => {
    expect(await codeOfOpening({}, 'falsch')).toBe('directory.wrongCredentials')
    expect(await codeOfOpening({}, '')).toBe('directory.wrongCredentials')
    expect(await codeOfOpening({ bindDn: `cn=nobody,${server.baseDn}` })).toBe('directory.wrongCredentials')
    expect(await codeOfOpening({ baseDn: `ou=fehlt,${server.baseDn}` })).toBe('directory.baseNotFound')
    expect(await codeOfOpening({ baseDn: 'schule' })).toBe('directory.invalidName')
    expect(await codeOfOpening({ url: 'ldap://192.0.2.1' })).toBe('directory.plainTextRefused')
    expect(await codeOfOpening({ url: `ldaps://localhost:${server.plainPort}` })).toBe(
      'directory.encryptionFailed'
    )
    expect(await codeOfOpening({ url: 'ldaps://localhost:9' })).toBe('directory.unreachable')
    expect(await codeOfOpening({ url: server.plainUrl })).toBe('directory.encryptionRequired')
  })

  it('opening can be cancelled', async () => {
    const opened = await openOpenLdapDirectory(connectionTo(server), server.bindPassword, {
      signal: AbortSignal.abort()
    })
    expect(codeOf(opened)).toBe('application.cancelled')
  })

  it('shows what the server presents, without trusting it', async () => {
    const [leaf, authority] = valueOf(await fetchCertificates(server.url))
    expect(leaf?.subject).toBe('CN=Verzeichnis der Testschule')
    expect(leaf?.isCertificateAuthority).toBe(false)
    expect(authority).toEqual(valueOf(readCertificate(Buffer.from(server.caCertificate))))
    expect(authority?.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
    expect(codeOf(await fetchCertificates('ldaps://localhost:9'))).toBe('directory.unreachable')
    expect(codeOf(readCertificate(Buffer.from([0, 1, 2])))).toBe('directory.certificateUnreadable')
  })
})

describe('slapd: names that want to break out', () => {
  it.each([['*)(uid=*'], ['a,ou=x'], ['a"b\\c;d<e>f+g=h'], ['#anfang ende '], ['x'.repeat(200)]])(
    'the login %j is just a login',
    async (login) => {
      const fields = { familyName: login, classes: ['7b'] }
      const { id } = valueOf(await directory.createAccount(draftOf(login, fields), provisional))
      const account = valueOf(await directory.findAccount(login))
      expect(account).toMatchObject({ id, classes: ['7b'], login: login })
      valueOf(await directory.changeAccount(id, { login: `${login}2`, displayName: login }))
      expect(valueOf(await directory.readAccount(id))).toMatchObject({
        classes: ['7b'],
        displayName: login
      })
      valueOf(await directory.deleteAccount(id))
    }
  )

  it.each(['a\0b', 'a\nb', ''])('the login %j is refused before anything is sent', async (login) => {
    expect(codeOf(await directory.createAccount(draftOf(login), provisional))).toBe('directory.invalidName')
  })

  it('a login that POSIX cannot have is refused with the reason and leaves nothing behind', async () => {
    const made = await directory.createAccount(draftOf('ä.umlaut'), provisional)
    expect(made).toMatchObject({ ok: false, failure: { code: 'directory.refused' } })
    expect(valueOf(await directory.findAccount('ä.umlaut'))).toBeNull()
  })

  it('what is no text stays readable', async () => {
    const { id } = valueOf(await directory.createAccount(draftOf('b.binaer'), provisional))
    const dn = `uid=b.binaer,ou=pupils,${server.baseDn}`
    const bytes = Buffer.from([0xff, 0xfe, 0x00]).toString('base64')
    await ldapModifyAsRoot(server, `dn: ${dn}\nchangetype: modify\nadd: jpegPhoto\njpegPhoto:: ${bytes}\n`)
    expect(valueOf(await directory.readAccount(id))?.login).toBe('b.binaer')
  })
})

describe('slapd: what other tools do', () => {
  it('their descriptions, employee types and group kinds stay and are understood', async () => {
    const { id } = valueOf(await directory.createAccount(draftOf('f.fremd'), provisional))
    const dn = `uid=f.fremd,ou=pupils,${server.baseDn}`
    await ldapModifyAsRoot(
      server,
      `dn: ${dn}\nchangetype: modify\nadd: description\ndescription: Notiz\n-\nadd: employeeType\nemployeeType: Gast\n`
    )
    await ldapModifyAsRoot(
      server,
      `dn: cn=Chor,ou=groups,${server.baseDn}\nchangetype: add\nobjectClass: posixGroup\ncn: Chor\ngidNumber: 20000\nmemberUid: f.fremd\n\n` +
        `dn: cn=AG,ou=groups,${server.baseDn}\nchangetype: add\nobjectClass: groupOfNames\ncn: AG\nmember: ${dn}\n`
    )
    expect(valueOf(await directory.readAccount(id))?.groups).toEqual(['AG', 'Chor'])
    valueOf(await directory.changeAccount(id, { login: 'f.neu', leaverSince: '2026-07-31' }))
    expect(valueOf(await directory.readAccount(id))?.groups).toEqual(['AG', 'Chor'])
    valueOf(await directory.changeAccount(id, { groups: [], leaverSince: null, kind: 'teacher' }))
    const account = valueOf(await directory.readAccount(id))
    expect(account).toMatchObject({
      groups: [],
      kind: 'teacher',
      dn: `uid=f.neu,ou=teachers,${server.baseDn}`
    })
    const ldif = await ldapSearchAsRoot(server, '(uid=f.neu)', 'description', 'employeeType')
    expect(ldif).toContain('description: Notiz')
    expect(ldif).toContain('employeeType: Gast')
    expect(ldif).not.toContain('netzwart:leaver')
    const snapshot = valueOf(await directory.readAll())
    expect(
      snapshot.groups.filter(({ isClass }) => !isClass).map(({ name, members }) => [name, members])
    ).toEqual([
      ['AG', 0],
      ['Chor', 0]
    ])
    expect(snapshot.reservedNames).toEqual(expect.arrayContaining(['ag', 'chor', '7b']))
  })

  it('an entry that was moved and renamed outside is found again by its identity', async () => {
    const { id } = valueOf(await directory.createAccount(draftOf('u.umzug'), provisional))
    await ldapModifyAsRoot(
      server,
      `dn: uid=u.umzug,ou=pupils,${server.baseDn}\nchangetype: modrdn\nnewrdn: uid=u.neu\ndeleteoldrdn: 1\nnewsuperior: ou=staff,${server.baseDn}\n`
    )
    const reader = await openOn(server)
    valueOf(await reader.createAccount(draftOf('u.umzug'), provisional))
    await reader.close()
    // Its mark still says pupil, and its container staff: no roster may decide about it.
    expect(valueOf(await directory.readAccount(id))).toMatchObject({ login: 'u.neu', kind: 'other' })
    valueOf(await directory.changeAccount(id, { givenName: 'Neu' }))
    expect(valueOf(await directory.readAccount(id))?.givenName).toBe('Neu')
    expect(valueOf(await directory.findAccount('u.umzug'))?.givenName).toBe('Änne')
  })

  it('the lock after wrong passwords is seen and taken back; the raw state says what is what', async () => {
    const { id } = valueOf(
      await directory.createAccount(draftOf('l.lock', { mustChangePassword: false }), provisional)
    )
    for (let attempt = 0; attempt < 5; attempt++) {
      expect(await ldapWhoAmI(server, 'l.lock', 'falsch')).toBe('refused')
    }
    expect(await ldapWhoAmI(server, 'l.lock', provisional)).toBe('refused')
    expect(valueOf(await directory.readAccount(id))).toMatchObject({
      state: 'lockedOut',
      suspension: { kind: 'none' }
    })
    const raw = valueOf(await directory.readRawState(id))
    expect(raw.map(({ name, meaning }) => [name, meaning])).toEqual(
      expect.arrayContaining([
        ['pwdAccountLockedTime', 'lockedOut'],
        ['pwdFailureTime', 'wrongPassword']
      ])
    )
    valueOf(await directory.unlock(id))
    expect(await ldapWhoAmI(server, 'l.lock', provisional)).toBe('accepted')
    valueOf(await directory.changeAccount(id, { suspension: { kind: 'forever' } }))
    valueOf(await directory.unlock(id))
    expect(await ldapWhoAmI(server, 'l.lock', provisional)).toBe('refused')
  })
})

describe('slapd: numbers of POSIX accounts', () => {
  it('are unique and grow, also when many are made at once', async () => {
    const logins = Array.from({ length: 20 }, (_, index) => `n.nummer${index}`)
    await Promise.all(
      logins.map(async (login) => valueOf(await directory.createAccount(draftOf(login), provisional)))
    )
    const ldif = await ldapSearchAsRoot(server, '(uid=n.nummer*)', 'uidNumber')
    const numbers = [...ldif.matchAll(/^uidNumber: (\d+)$/gm)].map((match) => Number(match[1]))
    expect(new Set(numbers).size).toBe(20)
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(10_000)
  })
})

describe('slapd: the server goes away', () => {
  it('fails with a code while it is gone and works again when it is back', async () => {
    const { id } = valueOf(await directory.createAccount(draftOf('w.weg'), provisional))
    const waiting = Array.from({ length: 40 }, (_, index) =>
      directory.createAccount(draftOf(`w.weg${index}`, { classes: ['7b'] }), own)
    )
    await server.kill()
    const codes = new Set((await Promise.all(waiting)).map(codeOf))
    codes.delete('succeeded')
    for (const code of codes) expect(['directory.connectionLost', 'directory.unreachable']).toContain(code)
    expect(codeOf(await directory.changeAccount(id, { givenName: 'Weg' }))).toBe('directory.unreachable')
    await server.restart()
    valueOf(await directory.changeAccount(id, { givenName: 'Wieder' }))
    expect(valueOf(await directory.readAccount(id))?.givenName).toBe('Wieder')
  })

  it('reading can be cancelled, and a frozen server does not freeze the caller', async () => {
    server.freeze()
    const controller = new AbortController()
    const reading = directory.readAll({ signal: controller.signal })
    controller.abort()
    expect(codeOf(await reading)).toBe('application.cancelled')
    server.thaw()
    await until(async () => (await directory.findAccount('w.weg')).ok)
  })
})

describe('slapd: sentences', () => {
  it('no failure of this room leaves a placeholder open', async () => {
    const failures = await Promise.all([
      directory.createAccount(draftOf('s.satz', { classes: ['9z'] }), provisional),
      directory.createAccount(draftOf('s.satz', { kind: 'other' }), provisional),
      directory.createAccount(draftOf('s.satz'), 'kurz'),
      directory.deleteContainer(`ou=fehlt,${server.baseDn}`),
      directory.createContainer('unsinn'),
      openOpenLdapDirectory(connectionTo(server), 'falsch')
    ])
    for (const result of failures) {
      expect(result.ok).toBe(false)
      if (result.ok) continue
      expect(sentence(result.failure, 'de')).not.toMatch(/\{\w+\}/)
      expect(JSON.stringify(result.failure)).not.toContain(provisional)
    }
  })
})
