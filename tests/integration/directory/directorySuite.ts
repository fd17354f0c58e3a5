import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account } from '../../../src-main/contract/accounts'
import type { AccountDraft, Directory } from '../../../src-main/world/directory/port'
import { personSignInTests } from './signInSuite'
import {
  codeOf,
  draftOf,
  own,
  provisional,
  until,
  valueOf,
  type SuiteOptions,
  type SuiteServer
} from './suiteTools'

export { codeOf, draftOf, own, provisional, until, valueOf, type SignIn } from './suiteTools'

/** The behaviour that every directory adapter shares, on a real server with real sign-ins. */
export function directorySuite(name: string, start: () => Promise<SuiteServer>, options: SuiteOptions): void {
  describe(`${name}: what every directory does`, () => {
    let server: SuiteServer
    let directory: Directory

    beforeAll(async () => {
      server = await start()
      directory = await server.open()
      const snapshot = valueOf(await directory.readAll())
      for (const dn of snapshot.missingContainers) valueOf(await directory.createContainer(dn))
      for (const className of ['5a', '7b', '7c', 'Q1']) valueOf(await directory.createClass(className))
    })

    afterAll(async () => {
      await directory.close()
      await server.stop()
    })

    const create = async (login: string, fields: Partial<AccountDraft> = {}): Promise<string> =>
      valueOf(await directory.createAccount(draftOf(login, fields), provisional)).id

    const read = async (id: string): Promise<Account> => {
      const account = valueOf(await directory.readAccount(id))
      if (account === null) throw new Error('no such account')
      return account
    }

    it('P3: an account carries name, school id, class and kind, and is found by login and id', async () => {
      const id = await create('a.gross-oere', { classes: ['7b'] })
      const account = await read(id)
      expect(account).toMatchObject({
        id,
        login: 'a.gross-oere',
        givenName: 'Änne',
        familyName: 'Groß-Øre',
        displayName: 'Änne Groß-Øre',
        schoolId: 'S-a.gross-oere',
        kind: 'pupil',
        classes: ['7b'],
        groups: [],
        state: 'active',
        suspension: { kind: 'none' },
        leaverSince: null,
        mustChangePassword: true
      })
      expect(account.createdAt).toMatch(/^\d{4}-/)
      expect(valueOf(await directory.findAccount('A.Gross-Oere'))).toEqual(account)
      const snapshot = valueOf(await directory.readAll())
      expect(snapshot.accounts.find((one) => one.id === id)).toEqual(account)
      expect(snapshot.groups.find((group) => group.name === '7b')).toMatchObject({
        isClass: true,
        members: 1
      })
      expect(snapshot.missingContainers).toEqual([])
    })

    it('P4: the provisional password demands a change, after it the own password works', async () => {
      await create('p.vier')
      expect(await server.signIn('p.vier', provisional)).toBe('mustChange')
      expect(await server.changeOwnPassword('p.vier', provisional, own)).toBe(true)
      expect(await server.signIn('p.vier', own)).toBe('accepted')
      expect(await server.signIn('p.vier', provisional)).toBe('refused')
      expect(valueOf(await directory.findAccount('p.vier'))?.mustChangePassword).toBe(false)
    })

    it('P5: a reset password must be changed at the next sign-in', async () => {
      const id = await create('p.fuenf')
      expect(await server.changeOwnPassword('p.fuenf', provisional, own)).toBe(true)
      valueOf(await directory.setPassword(id, 'Neu-gesetzt-99'))
      expect(await server.signIn('p.fuenf', 'Neu-gesetzt-99')).toBe('mustChange')
      expect((await read(id)).mustChangePassword).toBe(true)
      valueOf(await directory.changeAccount(id, { mustChangePassword: false }))
      expect(await server.signIn('p.fuenf', 'Neu-gesetzt-99')).toBe('accepted')
    })

    it('P5: after a reset the old password lets nobody in', async () => {
      const id = await create('p.fuenf-alt')
      expect(await server.changeOwnPassword('p.fuenf-alt', provisional, own)).toBe(true)
      // Active Directory would let it in for an hour more; that the new one must be changed ends that.
      valueOf(await directory.setPassword(id, 'Neu-gesetzt-97'))
      expect(await server.signIn('p.fuenf-alt', own)).toBe('refused')
      expect(codeOf(await directory.signIn('p.fuenf-alt', own))).toBe('directory.signInRefused')
    })

    it('P9: a suspended account is refused, a lifted one works', async () => {
      const id = await create('p.neun', { mustChangePassword: false })
      expect(await server.signIn('p.neun', provisional)).toBe('accepted')
      valueOf(await directory.changeAccount(id, { suspension: { kind: 'forever' } }))
      expect(await server.signIn('p.neun', provisional)).toBe('refused')
      expect(await read(id)).toMatchObject({ state: 'suspended', suspension: { kind: 'forever' } })
      valueOf(await directory.changeAccount(id, { suspension: { kind: 'none' } }))
      expect(await server.signIn('p.neun', provisional)).toBe('accepted')
      expect(await read(id)).toMatchObject({ state: 'active', suspension: { kind: 'none' } })
    })

    it('P9: a new password does not lift a suspension', async () => {
      const id = await create('p.neun-passwort', { mustChangePassword: false })
      valueOf(await directory.changeAccount(id, { suspension: { kind: 'forever' } }))
      valueOf(await directory.setPassword(id, 'Neu-gesetzt-98'))
      expect(await server.signIn('p.neun-passwort', 'Neu-gesetzt-98')).toBe('refused')
      expect((await read(id)).state).toBe('suspended')
    })

    it('P9: a suspension until a day is kept to the second and refuses until then', async () => {
      const id = await create('p.neun-bis', { mustChangePassword: false })
      const end = '2031-02-03T04:05:06.000Z'
      valueOf(await directory.changeAccount(id, { suspension: { kind: 'until', until: end } }))
      expect(await read(id)).toMatchObject({
        state: 'suspendedUntil',
        suspension: { kind: 'until', until: end }
      })
      expect(await server.signIn('p.neun-bis', provisional)).toBe('refused')
      valueOf(await directory.changeAccount(id, { suspension: { kind: 'forever' } }))
      expect((await read(id)).suspension).toEqual({ kind: 'forever' })
      valueOf(await directory.changeAccount(id, { suspension: { kind: 'none' } }))
      expect(await server.signIn('p.neun-bis', provisional)).toBe('accepted')
    })

    const whoEnds = options.selfEndingSuspension ? 'the server itself ends' : 'nothing but a change ends'
    it(`P9: ${whoEnds} a suspension`, async () => {
      expect(directory.capabilities.selfEndingSuspension).toBe(options.selfEndingSuspension)
      const id = await create('p.neun-endet', { mustChangePassword: false })
      const end = new Date(Date.now() + 3000).toISOString()
      valueOf(await directory.changeAccount(id, { suspension: { kind: 'until', until: end } }))
      expect(await server.signIn('p.neun-endet', provisional)).toBe('refused')
      if (!options.selfEndingSuspension) {
        await until(async () => Date.now() > Date.parse(end))
        expect(await server.signIn('p.neun-endet', provisional)).toBe('refused')
        valueOf(await directory.changeAccount(id, { suspension: { kind: 'none' } }))
      }
      await until(async () => (await server.signIn('p.neun-endet', provisional)) === 'accepted')
      expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(end) - 1000)
      expect((await read(id)).suspension).toEqual({ kind: 'none' })
    })

    personSignInTests(
      () => ({ server, directory }),
      (login, fields) => create(login, fields),
      options
    )

    it('P8: a leaver is marked with the day, and unmarked', async () => {
      const id = await create('p.acht')
      valueOf(
        await directory.changeAccount(id, { leaverSince: '2026-07-31', suspension: { kind: 'forever' } })
      )
      expect(await read(id)).toMatchObject({ leaverSince: '2026-07-31', state: 'leaver' })
      valueOf(await directory.changeAccount(id, { leaverSince: null, suspension: { kind: 'none' } }))
      expect(await read(id)).toMatchObject({ leaverSince: null, state: 'active' })
    })

    it('an account whose container and mark contradict each other is of no kind, until that is settled', async () => {
      const { containers } = directory.layout
      const moved = async (kind: 'pupil' | 'teacher', container: string, login: string) => {
        const id = await create(login, { kind })
        await server.move((await read(id)).dn, container)
        return valueOf(await directory.readAccount(id))
      }
      // A roster of pupils must not suspend a teacher, nor one of teachers a pupil.
      const teacher = await moved('teacher', containers.pupil, 'w.lehrkraft')
      expect(teacher).toMatchObject({ login: 'w.lehrkraft', kind: 'other' })
      expect(await moved('pupil', containers.teacher, 'w.kind')).toMatchObject({ kind: 'other' })
      const snapshot = valueOf(await directory.readAll())
      expect(snapshot.accounts.find(({ login }) => login === 'w.lehrkraft')?.kind).toBe('other')
      valueOf(await directory.changeAccount(teacher!.id, { kind: 'teacher' }))
      const settled = await read(teacher!.id)
      expect(settled.kind).toBe('teacher')
      expect(settled.dn.toLowerCase().endsWith(`,${containers.teacher.toLowerCase()}`)).toBe(true)
    })

    it('P1: a guardian is of a kind of its own, which no roster of pupils or teachers governs', async () => {
      const { guardian, pupil, teacher } = directory.layout.containers
      const id = await create('g.elternteil', { kind: 'guardian' })
      const made = await read(id)
      expect(made).toMatchObject({ kind: 'guardian', classes: [] })
      expect(made.dn.toLowerCase().endsWith(`,${guardian!.toLowerCase()}`)).toBe(true)
      const snapshot = valueOf(await directory.readAll())
      expect(snapshot.accounts.find((one) => one.id === id)?.kind).toBe('guardian')
      for (const container of [pupil, teacher]) {
        await server.move((await read(id)).dn, container)
        expect((await read(id)).kind).toBe('other')
        if (container === pupil) expect(await server.signIn('g.elternteil', provisional)).toBe('mustChange')
      }
      const pupilId = await create('g.kind')
      await server.move((await read(pupilId)).dn, guardian!)
      expect((await read(pupilId)).kind).toBe('other')
      valueOf(await directory.changeAccount(pupilId, { kind: 'pupil' }))
      expect((await read(pupilId)).dn.toLowerCase().endsWith(`,${pupil.toLowerCase()}`)).toBe(true)
      valueOf(await directory.changeAccount(id, { kind: 'guardian' }))
      expect((await read(id)).kind).toBe('guardian')
    })

    it('what lies outside all containers of people is of no kind, what lies deeper inside is of theirs', async () => {
      const { containers } = directory.layout
      const year = `OU=Jahrgang5,${containers.pupil}`
      valueOf(await directory.createContainer(year))
      const deep = await create('t.tief')
      await server.move((await read(deep)).dn, year)
      expect(await read(deep)).toMatchObject({ kind: 'pupil' })
      valueOf(await directory.changeAccount(deep, { kind: 'pupil', givenName: 'Tia' }))
      expect((await read(deep)).dn.toLowerCase().endsWith(`,${year.toLowerCase()}`)).toBe(true)
      const outside = await create('d.draussen')
      await server.move((await read(outside)).dn, containers.groups)
      const seen = valueOf(await directory.readAccount(outside))
      expect(seen?.kind ?? 'other').toBe('other')
      await server.move(seen?.dn ?? `uid=d.draussen,${containers.groups}`, containers.pupil)
      expect((await read(outside)).kind).toBe('pupil')
    })

    it('a new kind moves the account into its container', async () => {
      const id = await create('k.kind', { classes: ['7b'] })
      valueOf(await directory.changeAccount(id, { kind: 'staff' }))
      const account = await read(id)
      expect(account).toMatchObject({ kind: 'staff', classes: ['7b'] })
      expect(account.dn.toLowerCase().endsWith(`,${directory.layout.containers.staff.toLowerCase()}`)).toBe(
        true
      )
      valueOf(await directory.deleteAccount(id))
    })

    it('P10: names the groups that there are, those of readAll that are no classes', async () => {
      valueOf(await directory.createClass('9z'))
      const { groups } = valueOf(await directory.readAll())
      const others = groups.flatMap(({ name: group, isClass }) => (isClass ? [] : [group]))
      expect([...valueOf(await directory.groupNames())].toSorted()).toEqual(others.toSorted())
      expect(valueOf(await directory.groupNames())).not.toContain('9z')
      valueOf(await directory.deleteClass('9z'))
    })

    it('P12: classes and groups are set as whole lists, sorted', async () => {
      const id = await create('k.wechsel', { classes: ['7c', '5a'] })
      expect((await read(id)).classes).toEqual(['5a', '7c'])
      valueOf(await directory.changeAccount(id, { classes: ['Q1', '7c'] }))
      expect((await read(id)).classes).toEqual(['7c', 'Q1'])
      valueOf(await directory.changeAccount(id, { classes: ['Q1', '7c'] }))
      valueOf(await directory.changeAccount(id, { classes: [] }))
      expect((await read(id)).classes).toEqual([])
    })

    it('a new name and a new login keep identity, password and classes', async () => {
      const id = await create('v.vorher', { classes: ['7b'], mustChangePassword: false })
      const change = { login: 'n.nachher', familyName: 'Nachher', displayName: 'Änne Nachher' }
      valueOf(await directory.changeAccount(id, change))
      expect(await read(id)).toMatchObject({ id, ...change, givenName: 'Änne', classes: ['7b'] })
      expect(valueOf(await directory.findAccount('v.vorher'))).toBeNull()
      expect(await server.signIn('n.nachher', provisional)).toBe('accepted')
      valueOf(await directory.changeAccount(id, change))
      valueOf(await directory.changeAccount(id, { login: 'v.vorher' }))
      expect(await read(id)).toMatchObject({ login: 'v.vorher', classes: ['7b'] })
    })

    it('P8: a login that somebody has given up lets nobody in, and another person can have it', async () => {
      const id = await create('f.frei', { classes: ['7b'], mustChangePassword: false })
      valueOf(await directory.changeAccount(id, { login: 'f.neu' }))
      expect(codeOf(await directory.signIn('f.frei', provisional))).toBe('directory.signInRefused')
      const again = draftOf('f.frei', { classes: ['7c'], mustChangePassword: false, schoolId: 'S-anders' })
      const created = await directory.createAccount(again, provisional)
      // The address that was made from the login goes on being theirs.
      const keepsAddress = directory.layout.mailAddress !== ''
      expect(codeOf(created)).toBe(keepsAddress ? 'directory.alreadyExists' : 'succeeded')
      if (keepsAddress) return
      expect(await server.signIn('f.frei', provisional)).toBe('accepted')
      expect(await read(valueOf(created).id)).toMatchObject({ login: 'f.frei', classes: ['7c'] })
      expect(await read(id)).toMatchObject({ login: 'f.neu', classes: ['7b'] })
    })

    it('a login that exists is refused and nothing is touched', async () => {
      const id = await create('d.doppelt', { classes: ['5a'] })
      const before = await read(id)
      const again = await directory.createAccount(
        draftOf('d.doppelt', { givenName: 'Andere', schoolId: 'S-andere', classes: ['7b'] }),
        'Anderes-Passwort-1'
      )
      expect(codeOf(again)).toBe('directory.alreadyExists')
      expect(await read(id)).toEqual(before)
      expect(await server.signIn('d.doppelt', provisional)).toBe('mustChange')
    })

    it('of two creations of one login at once, one succeeds', async () => {
      const results = await Promise.all([
        directory.createAccount(draftOf('z.zugleich'), provisional),
        directory.createAccount(draftOf('z.zugleich', { kind: 'teacher' }), provisional)
      ])
      expect(results.map(codeOf).sort()).toEqual(['directory.alreadyExists', 'succeeded'])
      const snapshot = valueOf(await directory.readAll())
      expect(snapshot.accounts.filter(({ login }) => login === 'z.zugleich')).toHaveLength(1)
    })

    it('many changes of one class at once all arrive', async () => {
      const logins = Array.from({ length: 25 }, (_, index) => `g.gleich${index}`)
      const ids = await Promise.all(logins.map((login) => create(login, { classes: ['7c'] })))
      const inClass = async (): Promise<string[]> =>
        valueOf(await directory.readAll())
          .accounts.filter(({ login, classes }) => login.startsWith('g.gleich') && classes.includes('7c'))
          .map(({ login }) => login)
          .sort()
      expect(await inClass()).toEqual(logins.toSorted())
      await Promise.all(
        ids.map(async (id, index) =>
          valueOf(await directory.changeAccount(id, { classes: index % 2 === 0 ? [] : ['7c', 'Q1'] }))
        )
      )
      expect(await inClass()).toEqual(logins.filter((_, index) => index % 2 === 1).sort())
    })

    it('a class that does not exist fails and leaves no account behind', async () => {
      const made = await directory.createAccount(draftOf('o.klasse', { classes: ['9z'] }), provisional)
      expect(codeOf(made)).toBe('directory.notFound')
      expect(valueOf(await directory.findAccount('o.klasse'))).toBeNull()
    })

    it('a password against the policy is rejected and leaves no account behind', async () => {
      const made = await directory.createAccount(draftOf('k.kurz'), 'kurz')
      expect(codeOf(made)).toBe('directory.passwordRejected')
      expect(valueOf(await directory.findAccount('k.kurz'))).toBeNull()
      const id = await create('k.spaeter-kurz')
      expect(codeOf(await directory.setPassword(id, 'kurz'))).toBe('directory.passwordRejected')
      expect(await server.signIn('k.spaeter-kurz', provisional)).toBe('mustChange')
    })

    it('a deleted account is gone, also from its classes; deleting again succeeds', async () => {
      const id = await create('g.geloescht', { classes: ['7b'] })
      const members = async (): Promise<number | undefined> =>
        valueOf(await directory.readAll()).groups.find(({ name: group }) => group === '7b')?.members
      const before = await members()
      valueOf(await directory.deleteAccount(id))
      valueOf(await directory.deleteAccount(id))
      expect(valueOf(await directory.readAccount(id))).toBeNull()
      expect(await server.signIn('g.geloescht', provisional).catch(() => 'refused')).toBe('refused')
      expect(await members()).toBe((before ?? 0) - 1)
    })

    it('P8: a login that is free again is a new identity without the old memberships', async () => {
      const old = await create('w.wieder', { classes: ['7b'] })
      valueOf(await directory.deleteAccount(old))
      const fresh = await create('w.wieder')
      expect(fresh).not.toBe(old)
      expect((await read(fresh)).classes).toEqual([])
    })

    it('classes and containers come and go; only empty ones go', async () => {
      valueOf(await directory.createClass('8x'))
      valueOf(await directory.createClass('8x'))
      const id = await create('k.acht', { classes: ['8x'] })
      expect(codeOf(await directory.deleteClass('8x'))).toBe('directory.changedSince')
      valueOf(await directory.changeAccount(id, { classes: [] }))
      valueOf(await directory.deleteClass('8x'))
      valueOf(await directory.deleteClass('8x'))
      const container = `OU=Versuch,${directory.layout.containers.pupil}`
      valueOf(await directory.createContainer(container))
      valueOf(await directory.createContainer(container))
      expect(codeOf(await directory.deleteContainer(directory.layout.containers.pupil))).toBe(
        'directory.changedSince'
      )
      valueOf(await directory.deleteContainer(container))
      expect(codeOf(await directory.deleteContainer(container))).toBe('directory.notFound')
    })

    it('what is not there is said to be not there', async () => {
      const nobody = '00000000-1111-4222-8333-444444444444'
      expect(valueOf(await directory.readAccount(nobody))).toBeNull()
      expect(valueOf(await directory.readAccount('*)(uid=*'))).toBeNull()
      expect(valueOf(await directory.findAccount('*'))).toBeNull()
      expect(valueOf(await directory.findAccount('*)(uid=*'))).toBeNull()
      expect(codeOf(await directory.changeAccount(nobody, { givenName: 'X' }))).toBe('directory.notFound')
      expect(codeOf(await directory.setPassword(nobody, provisional))).toBe('directory.notFound')
    })

    it('the self-test finds what works and leaves nothing behind', async () => {
      const before = valueOf(await directory.readAll())
      const tested = valueOf(await directory.test())
      expect(tested.problems.filter(({ severity }) => severity === 'blocks')).toEqual([])
      expect(tested.capabilities).toMatchObject({
        mustChange: true,
        suspension: true,
        selfEndingSuspension: options.selfEndingSuspension,
        createAccounts: true,
        deleteAccounts: true,
        manageGroups: true
      })
      const after = valueOf(await directory.readAll())
      expect(after.accounts.map(({ login }) => login)).toEqual(before.accounts.map(({ login }) => login))
      expect(after.groups).toEqual(before.groups)
      expect(after.reservedNames).toEqual(before.reservedNames)
    })
  })
}
