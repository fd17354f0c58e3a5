import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account } from '../../../src-main/contract/accounts'
import type { Directory } from '../../../src-main/world/directory/port'
import { ldapModifyAsRoot, ldapSearchAsRoot, startSlapd, type SlapdServer } from '../servers/slapd'
import { codeOf, draftOf, provisional, valueOf } from './directorySuite'
import { openOn } from './openldapServer'

/** Values of an attribute in the whole directory, in no order. */
async function valuesOf(server: SlapdServer, attribute: string): Promise<string[]> {
  const ldif = await ldapSearchAsRoot(server, `(${attribute}=*)`, attribute)
  return [...ldif.matchAll(new RegExp(`^${attribute}: (.*)$`, 'gm'))].map(([, value = '']) => value)
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, place) => values.indexOf(value) !== place)
}

/** Both make accounts of the same logins at the same moment: each is there once, and so is each number. */
async function makeAtOnce(server: SlapdServer, one: Directory, two: Directory, count: number): Promise<void> {
  const logins = Array.from({ length: count }, (_, index) => `z.zugleich${index}`)
  const made = await Promise.all(
    logins.flatMap((login) => [
      one.createAccount(draftOf(login), provisional),
      two.createAccount(draftOf(login, { kind: 'teacher' }), provisional)
    ])
  )
  const codes = made.map(codeOf)
  expect(codes.filter((code) => code !== 'succeeded' && code !== 'directory.alreadyExists')).toEqual([])
  const found = (await valuesOf(server, 'uid')).filter((login) => login.startsWith('z.zugleich'))
  expect(found.toSorted()).toEqual(logins.toSorted())
  expect(codes.filter((code) => code === 'succeeded')).toHaveLength(logins.length)
  expect(repeated(await valuesOf(server, 'uidNumber'))).toEqual([])
}

/** An account as another program makes it. */
function foreignPerson(server: SlapdServer, name: string, fields: readonly string[]): string {
  return [
    `dn: cn=${name},ou=staff,${server.baseDn}`,
    'changetype: add',
    'objectClass: inetOrgPerson',
    'objectClass: posixAccount',
    `cn: ${name}`,
    `sn: ${name}`,
    'gidNumber: 100',
    'homeDirectory: /nonexistent',
    ...fields,
    ''
  ].join('\n')
}

describe('P1: two PCs without a shared case file make accounts on one slapd', () => {
  let server: SlapdServer
  let one: Directory
  let two: Directory

  beforeAll(async () => {
    server = await startSlapd()
    one = await openOn(server)
    two = await openOn(server)
  })

  afterAll(async () => {
    await one.close()
    await two.close()
    await server.stop()
  })

  it('one after the other: what was read before is not trusted', async () => {
    valueOf(await one.createAccount(draftOf('erste'), provisional))
    valueOf(await two.createAccount(draftOf('zweite'), provisional))
    valueOf(await two.createAccount(draftOf('max.muster', { kind: 'teacher' }), provisional))
    valueOf(await one.createAccount(draftOf('dritte'), provisional))
    const again = await one.createAccount(draftOf('max.muster', { schoolId: 'S-9' }), provisional)
    expect(codeOf(again)).toBe('directory.alreadyExists')
    expect(valueOf(await one.findAccount('max.muster'))?.kind).toBe('teacher')
    expect(repeated(await valuesOf(server, 'uidNumber'))).toEqual([])
    expect(repeated(await valuesOf(server, 'uid'))).toEqual([])
  })

  it('both at once: no number and no login twice, and everybody is there', async () => {
    await makeAtOnce(server, one, two, 120)
  })

  it('a login that another PC gave out meanwhile is not taken by a rename', async () => {
    const { id } = valueOf(await one.createAccount(draftOf('u.vorher', { kind: 'teacher' }), provisional))
    valueOf(await two.createAccount(draftOf('u.nachher'), provisional))
    expect(codeOf(await one.changeAccount(id, { login: 'u.nachher' }))).toBe('directory.alreadyExists')
    expect(valueOf(await one.readAccount(id))?.login).toBe('u.vorher')
    expect(valueOf(await one.findAccount('u.nachher'))?.kind).toBe('pupil')
  })

  it('and who was to become of another kind with it stays where they were', async () => {
    const { id } = valueOf(await one.createAccount(draftOf('k.vorher', { kind: 'teacher' }), provisional))
    const { dn } = valueOf(await one.readAccount(id))!
    valueOf(await two.createAccount(draftOf('k.nachher'), provisional))
    const refused = await one.changeAccount(id, { login: 'k.nachher', kind: 'staff' })
    expect(codeOf(refused)).toBe('directory.alreadyExists')
    expect(valueOf(await one.readAccount(id))).toMatchObject({ dn, login: 'k.vorher', kind: 'teacher' })
    // The same where the renaming itself was an earlier run's.
    valueOf(await one.changeAccount(id, { login: 'k.weiter', kind: 'staff' }))
    await ldapModifyAsRoot(server, foreignPerson(server, 'kommt', ['uid: K.Weiter', 'uidNumber: 80001']))
    const goneOn = await one.changeAccount(
      id,
      { kind: 'staff' },
      { formerLogin: 'k.vorher', formerKind: 'teacher' }
    )
    expect(codeOf(goneOn)).toBe('directory.alreadyExists')
    expect(valueOf(await one.readAccount(id))).toMatchObject({ dn, login: 'k.vorher' })
  })

  it('a rename that was cut off before it could look gives the login back when it is gone on with', async () => {
    const { id } = valueOf(await one.createAccount(draftOf('r.vorher', { kind: 'teacher' }), provisional))
    valueOf(await one.changeAccount(id, { login: 'r.nachher' }))
    await ldapModifyAsRoot(server, foreignPerson(server, 'rennen', ['uid: R.Nachher', 'uidNumber: 80000']))
    const goneOn = await one.changeAccount(id, {}, { formerLogin: 'r.vorher' })
    expect(codeOf(goneOn)).toBe('directory.alreadyExists')
    expect(valueOf(await one.readAccount(id))?.login).toBe('r.vorher')
    valueOf(await one.changeAccount(id, {}, { formerLogin: 'r.vorher' }))
  })

  it('a login that another PC has freed can be given out again', async () => {
    const made = valueOf(await one.createAccount(draftOf('f.frei'), provisional))
    valueOf(await two.deleteAccount(made.id))
    const { id } = valueOf(await one.createAccount(draftOf('f.frei'), provisional))
    valueOf(await one.changeAccount(id, { login: 'f.freier' }))
    valueOf(await two.deleteAccount(id))
    valueOf(await one.createAccount(draftOf('f.freier'), provisional))
  })

  it('an interrupted creation is settled when it is gone on with', async () => {
    const { id } = valueOf(await one.createAccount(draftOf('a.abgebrochen'), provisional))
    const numberOf = async (login: string): Promise<string> =>
      /^uidNumber: (.*)$/m.exec(await ldapSearchAsRoot(server, `(uid=${login})`, 'uidNumber'))?.[1] ?? ''
    const number = await numberOf('a.abgebrochen')
    await ldapModifyAsRoot(server, foreignPerson(server, 'fremd', ['uid: f.fremd', `uidNumber: ${number}`]))
    valueOf(await two.settleNames(id))
    expect(await numberOf('a.abgebrochen')).not.toBe(number)
    expect(await numberOf('f.fremd')).toBe(number)
    await ldapModifyAsRoot(
      server,
      foreignPerson(server, 'doppelt', ['uid: A.Abgebrochen', 'uidNumber: 70000'])
    )
    expect(codeOf(await two.settleNames(id))).toBe('directory.alreadyExists')
    expect(codeOf(await two.findAccount('a.abgebrochen'))).toBe('directory.loginNotUnique')
    expect(codeOf(await two.signIn('a.abgebrochen', provisional))).toBe('directory.loginNotUnique')
  })

  it('the self-test names what is shared already, and that the server does not watch over it', async () => {
    const { problems, capabilities } = valueOf(await one.test())
    expect(capabilities.uniqueNames).toBe(false)
    expect(problems.map(({ code }) => code)).toContain('namesNotUnique')
    expect(problems.find(({ code }) => code === 'namesShared')).toMatchObject({
      severity: 'weakens',
      parameters: { count: 1, names: 'uid a.abgebrochen' }
    })
  })
})

describe('P1: a slapd', () => {
  it.each([
    ['the base itself', 'ou=staff', 'OU=Staff'],
    ['the base itself, which holds the groups', 'ou=groups', 'ou=teachers'],
    ['outside the base, one in the other', 'ou=groups', 'ou=innen,ou=staff']
  ])('whose containers are %s has nobody twice', async (_name, base, teachers) => {
    const server = await startSlapd()
    const below = (name: string): string => `${name},${server.baseDn}`
    await ldapModifyAsRoot(
      server,
      [
        `dn: ${below('ou=innen,ou=staff')}\nchangetype: add\nobjectClass: organizationalUnit\nou: innen\n`,
        `dn: ${below('cn=chor,ou=groups')}\nchangetype: add\nobjectClass: posixGroup\ncn: chor\ngidNumber: 20000\n`
      ].join('\n')
    )
    const plain = await openOn(server)
    const containers = { ...plain.layout.containers, staff: below('ou=staff'), teacher: below(teachers) }
    const directory = await openOn(server, {
      baseDn: below(base),
      layout: { ...plain.layout, containers }
    })
    valueOf(await directory.createAccount(draftOf('e.einmal', { kind: 'teacher' }), provisional))
    expect(valueOf(await directory.findAccount('e.einmal'))?.login).toBe('e.einmal')
    const { accounts, groups } = valueOf(await directory.readAll())
    expect(accounts.filter(({ login }) => login === 'e.einmal')).toHaveLength(1)
    expect(groups.map(({ name }) => name)).toEqual(['chor'])
    await plain.close()
    await directory.close()
    await server.stop()
  })

  it('with addresses made from logins gives none out twice', async () => {
    const server = await startSlapd()
    const plain = await openOn(server)
    const layout = { ...plain.layout, mailAddress: '{login}@schule.example' }
    const directory = await openOn(server, { layout })
    await ldapModifyAsRoot(
      server,
      foreignPerson(server, 'amt', ['uid: amt', 'uidNumber: 12000', 'mail: P.Post@schule.example'])
    )
    expect(codeOf(await directory.createAccount(draftOf('p.post'), provisional))).toBe(
      'directory.alreadyExists'
    )
    expect(valueOf(await directory.findAccount('p.post'))).toBeNull()
    valueOf(await directory.createAccount(draftOf('p.poststelle'), provisional))
    await plain.close()
    await directory.close()
    await server.stop()
  })

  it('whose numbers reach the end gets the lowest that is free', async () => {
    const server = await startSlapd()
    await ldapModifyAsRoot(
      server,
      ['10000', '10002', '2000000000']
        .map((number) => foreignPerson(server, `n${number}`, [`uid: n${number}`, `uidNumber: ${number}`]))
        .join('\n')
    )
    const directory = await openOn(server)
    valueOf(await directory.createAccount(draftOf('l.luecke'), provisional))
    valueOf(await directory.createAccount(draftOf('m.luecke'), provisional))
    expect((await valuesOf(server, 'uidNumber')).map(Number).toSorted((a, b) => a - b)).toEqual([
      10000, 10001, 10002, 10003, 2000000000
    ])
    await directory.close()
    await server.stop()
  })

  it('that watches over names itself (overlay unique) is understood', async () => {
    const server = await startSlapd({ uniqueNames: true })
    const one = await openOn(server)
    const two = await openOn(server)
    const { problems, capabilities } = valueOf(await one.test())
    expect(capabilities.uniqueNames).toBe(true)
    expect(problems).toEqual([])
    valueOf(await one.createAccount(draftOf('erste'), provisional))
    valueOf(await two.createAccount(draftOf('zweite', { kind: 'teacher' }), provisional))
    valueOf(await one.createAccount(draftOf('dritte'), provisional))
    expect(codeOf(await one.createAccount(draftOf('zweite'), provisional))).toBe('directory.alreadyExists')
    const accounts: readonly Account[] = valueOf(await one.readAll()).accounts
    expect(accounts.map(({ login }) => login).sort()).toEqual(['dritte', 'erste', 'zweite'])
    expect(repeated(await valuesOf(server, 'uidNumber'))).toEqual([])
    // The overlay lets two writes of the same moment through; the look after the deed does not.
    await makeAtOnce(server, one, two, 60)
    await one.close()
    await two.close()
    await server.stop()
  })
})
