import { describe, expect, it } from 'vitest'
import type { Account } from '../../../../../src-main/contract/accounts'
import { fail, succeed, type Result } from '../../../../../src-main/contract/result'
import { signInPerson, type SignIn } from '../../../../../src-main/world/directory/ldap/signIn'

const account: Account = {
  id: '00000000-1111-4222-8333-444444444444',
  dn: 'uid=m.muster,ou=pupils,dc=school',
  login: 'm.muster',
  givenName: 'Mia',
  familyName: 'Muster',
  displayName: 'Mia Muster',
  schoolId: 'S-1',
  kind: 'pupil',
  classes: [],
  groups: [],
  suspension: { kind: 'none' },
  leaverSince: null,
  mustChangePassword: false,
  mail: null,
  state: 'active',
  lastSignIn: null,
  createdAt: null
}

/** A directory that knows one account and answers each bind alike; it keeps what it was asked. */
class Desk {
  readonly asked: string[] = []

  constructor(
    readonly known: Result<Account | null>,
    readonly answer: Result<SignIn> = succeed('accepted')
  ) {}

  async find(login: string): Promise<Result<Account | null>> {
    this.asked.push(`find ${login}`)
    return this.known
  }

  async attempt(dn: string): Promise<Result<SignIn>> {
    this.asked.push(`bind ${dn}`)
    return this.answer
  }
}

const codeOf = (result: Result<unknown>): string => (result.ok ? 'succeeded' : result.failure.code)

describe('signing in as a person', () => {
  it('P1: answers the account of who is known and has the right password', async () => {
    const desk = new Desk(succeed(account))
    expect(await signInPerson(desk, 'M.Muster', 'word')).toEqual(succeed(account))
    expect(desk.asked).toEqual(['find M.Muster', `bind ${account.dn}`])
  })

  it('P1: sends nothing without a login or a password', async () => {
    const desk = new Desk(succeed(account))
    expect(codeOf(await signInPerson(desk, 'm.muster', ''))).toBe('directory.signInRefused')
    expect(codeOf(await signInPerson(desk, '', 'word'))).toBe('directory.signInRefused')
    expect(desk.asked).toEqual([])
  })

  it('P1: refuses another spelling that the server took for the login', async () => {
    for (const login of ['m.muster\0', 'm.müster', ' m.muster']) {
      const desk = new Desk(succeed(account))
      expect(codeOf(await signInPerson(desk, login, 'word'))).toBe('directory.signInRefused')
      expect(desk.asked).toEqual([`find ${login}`])
    }
  })

  it('P1: an unknown login and a wrong password have the same answer', async () => {
    const unknown = await signInPerson(new Desk(succeed(null)), 'n.niemand', 'word')
    const wrong = await signInPerson(new Desk(succeed(account), succeed('refused')), 'm.muster', 'word')
    expect(unknown).toEqual(wrong)
    expect(codeOf(unknown)).toBe('directory.signInRefused')
  })

  it.each(['leaver', 'suspended', 'expired'] as const)(
    'P8, P9: %s is refused, although the server would let in',
    async (state) => {
      const desk = new Desk(succeed({ ...account, state }))
      expect(codeOf(await signInPerson(desk, 'm.muster', 'word'))).toBe('directory.signInRefused')
      expect(desk.asked).toEqual(['find m.muster'])
    }
  )

  it.each(['suspendedUntil', 'lockedOut'] as const)(
    'P9: %s ends by the server’s clock, not by ours',
    async (state) => {
      const known = succeed({ ...account, state })
      expect(codeOf(await signInPerson(new Desk(known), 'm.muster', 'word'))).toBe('succeeded')
      const refusing = new Desk(known, succeed('refused'))
      expect(codeOf(await signInPerson(refusing, 'm.muster', 'word'))).toBe('directory.signInRefused')
    }
  )

  it('P4: a provisional password is not enough, whoever notices it', async () => {
    const byServer = new Desk(succeed(account), succeed('mustChange'))
    const byMark = new Desk(succeed({ ...account, mustChangePassword: true }))
    for (const desk of [byServer, byMark]) {
      expect(codeOf(await signInPerson(desk, 'm.muster', 'word'))).toBe('directory.passwordMustChange')
    }
  })

  it('P4: a wrong password says nothing about the account', async () => {
    const desk = new Desk(succeed({ ...account, mustChangePassword: true }), succeed('refused'))
    expect(codeOf(await signInPerson(desk, 'm.muster', 'word'))).toBe('directory.signInRefused')
  })

  it('a failure of the network stays one', async () => {
    const unreachable = fail('directory.unreachable', { host: 'dc1', reason: '' })
    expect(await signInPerson(new Desk(unreachable), 'm.muster', 'word')).toEqual(unreachable)
    const lost = fail('directory.connectionLost')
    expect(await signInPerson(new Desk(succeed(account), lost), 'm.muster', 'word')).toEqual(lost)
  })
})
