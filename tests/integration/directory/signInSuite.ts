import { describe, expect, it } from 'vitest'
import type { AccountDraft, Directory } from '../../../src-main/world/directory/port'
import { codeOf, own, provisional, until, valueOf, type SuiteOptions, type SuiteServer } from './suiteTools'

/** More wrong passwords than any of the test servers forgives. */
const wrongPasswords = 12

/** Sockets of this process; a connection that was left open is among them. */
function openSockets(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource.includes('Socket')).length
}

/** Signing in to Netzwart itself: part of the suite, on its server. */
export function personSignInTests(
  running: () => { readonly server: SuiteServer; readonly directory: Directory },
  create: (login: string, fields: Partial<AccountDraft>) => Promise<string>,
  options: SuiteOptions
): void {
  describe('a person signs in', () => {
    const enters = (login: string, fields: Partial<AccountDraft> = {}): Promise<string> =>
      create(login, { mustChangePassword: false, ...fields })
    const signIn = async (login: string, password: string): Promise<string> =>
      codeOf(await running().directory.signIn(login, password))

    it('P1: the right password answers the account, with its classes', async () => {
      const id = await enters('a.richtig', { classes: ['7b'], kind: 'teacher' })
      const account = valueOf(await running().directory.signIn('a.richtig', provisional))
      expect(account).toMatchObject({ id, login: 'a.richtig', classes: ['7b'], kind: 'teacher' })
      expect(valueOf(await running().directory.signIn('A.Richtig', provisional)).id).toBe(id)
    })

    it('P1: a wrong password, none and an unknown login have one answer', async () => {
      await enters('a.falsch')
      const { directory } = running()
      const wrong = await directory.signIn('a.falsch', `${provisional} `)
      expect(wrong).toEqual({ ok: false, failure: { code: 'directory.signInRefused', parameters: {} } })
      expect(await directory.signIn('a.falsch', '')).toEqual(wrong)
      expect(await directory.signIn('a.niemand', provisional)).toEqual(wrong)
      expect(await directory.signIn('a.niemand', '')).toEqual(wrong)
      expect(await directory.signIn('', '')).toEqual(wrong)
      expect(await directory.signIn('', provisional)).toEqual(wrong)
    })

    it('P1: what means something to LDAP means nothing in a login', async () => {
      const id = await enters("a.o'(rund)&#")
      expect(valueOf(await running().directory.signIn("a.o'(rund)&#", provisional)).id).toBe(id)
      const { dn } = valueOf(await running().directory.findAccount("a.o'(rund)&#")) ?? { dn: '' }
      const logins = [
        ...['*', 'a.*', 'a.o*', "a.o'(rund)&#)(uid=*", '*)(objectClass=*', 'a.o\\27', '\\2a'],
        ...['a.o,ou=pupils', '\0', "a.o'(rund)&#\0", '(', ')', '"', '<GUID=0>', ' ', 'ä'.repeat(5000), dn]
      ]
      for (const login of logins) expect(await signIn(login, provisional)).toBe('directory.signInRefused')
    })

    it('P1: what means something to LDAP is an ordinary character in a password', async () => {
      const id = await enters('a.zeichen')
      const password = 'Ä*)(\\2a,="ß 9'
      valueOf(await running().directory.setPassword(id, password))
      valueOf(await running().directory.changeAccount(id, { mustChangePassword: false }))
      expect(await signIn('a.zeichen', password)).toBe('succeeded')
      expect(await signIn('a.zeichen', '*')).toBe('directory.signInRefused')
    })

    it('P4: who has a provisional password sets an own one first', async () => {
      const { server, directory } = running()
      const id = await create('a.vorlaeufig', { mustChangePassword: true })
      expect(await signIn('a.vorlaeufig', provisional)).toBe('directory.passwordMustChange')
      expect(await signIn('a.vorlaeufig', 'Falsch-geraten-1')).toBe('directory.signInRefused')
      expect(await server.changeOwnPassword('a.vorlaeufig', provisional, own)).toBe(true)
      expect(valueOf(await directory.signIn('a.vorlaeufig', own)).id).toBe(id)
      expect(await signIn('a.vorlaeufig', 'Falsch-geraten-1')).toBe('directory.signInRefused')
    })

    it('P5: nor does a password let in that an administrator has set', async () => {
      const id = await enters('a.gesetzt')
      valueOf(await running().directory.setPassword(id, 'Neu-gesetzt-97'))
      expect(await signIn('a.gesetzt', 'Neu-gesetzt-97')).toBe('directory.passwordMustChange')
    })

    it('P9: who is suspended for good is refused until it is lifted', async () => {
      const { directory } = running()
      const id = await enters('a.gesperrt')
      valueOf(await directory.changeAccount(id, { suspension: { kind: 'forever' } }))
      expect(await signIn('a.gesperrt', provisional)).toBe('directory.signInRefused')
      valueOf(await directory.changeAccount(id, { suspension: { kind: 'none' } }))
      expect(await signIn('a.gesperrt', provisional)).toBe('succeeded')
    })

    it('P9: the first password after a suspension says nothing while it lasts', async () => {
      const { directory } = running()
      const id = await create('a.beides', { mustChangePassword: true })
      valueOf(await directory.changeAccount(id, { suspension: { kind: 'forever' } }))
      expect(await signIn('a.beides', provisional)).toBe('directory.signInRefused')
      valueOf(await directory.changeAccount(id, { suspension: { kind: 'none' } }))
      expect(await signIn('a.beides', provisional)).toBe('directory.passwordMustChange')
    })

    const whoEnds = options.selfEndingSuspension ? 'ends by itself' : 'is lifted'
    it(`P9: who is suspended until a day is refused until the suspension ${whoEnds}`, async () => {
      const { directory } = running()
      const id = await enters('a.bis')
      const end = new Date(Date.now() + 3000).toISOString()
      valueOf(await directory.changeAccount(id, { suspension: { kind: 'until', until: end } }))
      expect(await signIn('a.bis', provisional)).toBe('directory.signInRefused')
      if (!options.selfEndingSuspension) {
        await until(async () => Date.now() > Date.parse(end))
        expect(await signIn('a.bis', provisional)).toBe('directory.signInRefused')
        valueOf(await directory.changeAccount(id, { suspension: { kind: 'none' } }))
      }
      await until(async () => (await signIn('a.bis', provisional)) === 'succeeded')
      expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(end) - 1000)
    })

    it('P9: who tried too many wrong passwords is refused until the lock is lifted', async () => {
      const { directory } = running()
      const id = await enters('a.geraten')
      for (let attempt = 0; attempt < wrongPasswords; attempt += 1) {
        expect(await signIn('a.geraten', `Falsch-geraten-${attempt}`)).toBe('directory.signInRefused')
      }
      expect(await signIn('a.geraten', provisional)).toBe('directory.signInRefused')
      expect((await directory.readAccount(id)).ok).toBe(true)
      valueOf(await directory.unlock(id))
      expect(await signIn('a.geraten', provisional)).toBe('succeeded')
    })

    it('P8: who is marked as leaver is refused, although nothing else is locked', async () => {
      const { server, directory } = running()
      const id = await enters('a.abgegangen')
      valueOf(await directory.changeAccount(id, { leaverSince: '2026-07-31' }))
      expect(await server.signIn('a.abgegangen', provisional)).toBe('accepted')
      expect(await signIn('a.abgegangen', provisional)).toBe('directory.signInRefused')
      valueOf(await directory.changeAccount(id, { leaverSince: null }))
      expect(await signIn('a.abgegangen', provisional)).toBe('succeeded')
    })

    it('P8: who is deleted is unknown', async () => {
      const id = await enters('a.geloescht')
      valueOf(await running().directory.deleteAccount(id))
      expect(await signIn('a.geloescht', provisional)).toBe('directory.signInRefused')
    })

    it('leaves no connection open, and the service account signed in', async () => {
      const { directory } = running()
      const id = await enters('a.fort')
      await create('a.fort-neu', { mustChangePassword: true })
      const before = openSockets()
      await Promise.all([
        ...Array.from({ length: 10 }, () => signIn('a.fort', provisional)),
        ...['a.fort', 'a.fort-neu', 'a.niemand'].map((login) => signIn(login, 'Falsch-geraten-1')),
        signIn('a.fort-neu', provisional)
      ])
      await until(async () => openSockets() <= before)
      valueOf(await directory.changeAccount(id, { givenName: 'Ännchen' }))
    })
  })
}
