import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Account } from '../../../../src-main/contract/accounts'
import type { Founder, FoundingPart, JoinFounding, Role } from '../../../../src-main/contract/people'
import { fail, type Result } from '../../../../src-main/contract/result'
import { StoreFailure } from '../../../../src-main/world/store/port'
import { agreementParagraphs } from '../../../../src-main/contract/agreement'
import {
  chooseKey,
  foundSchool,
  passphrases,
  password,
  startPeople,
  type PeopleAtWork
} from '../../support/peopleJob'
import { valueOf } from '../../support/accountsJob'

const kindsOf = (work: PeopleAtWork): (string | undefined)[] =>
  work.ledger.items.map(({ statement }) => statement?.kind)

async function signIn(work: PeopleAtWork, login: string): Promise<readonly Role[]> {
  valueOf(await work.job.handlers['session.signIn']({ login, password }))
  return work.job.actor()?.roles ?? []
}

function staff(work: PeopleAtWork, login: string, kind: Account['kind'] = 'teacher'): Account {
  const account = work.directory.seed({
    login,
    givenName: 'Heike',
    familyName: 'König',
    kind,
    mustChangePassword: false
  })
  work.directory.passwords.set(account.id, password)
  return account
}

/** One of the two founders in a step of their own. */
function join(
  work: PeopleAtWork,
  part: FoundingPart,
  change: Partial<JoinFounding> = {}
): Promise<Result<Founder>> {
  const login = part === 'leadership' ? 's.yildirim' : 'n.guenther'
  return work.job.handlers['people.joinFounding']({
    part,
    login,
    password,
    passphrase: passphrases[part],
    ...change
  })
}

const full = { code: 'store.full', parameters: { place: '/data' } } as const

const appointment = {
  deputy: false,
  scope: '',
  from: '2026-09-01',
  until: null,
  passphrase: passphrases.leadership
}

describe('founding', () => {
  it.each(['an answer', 'an error'])(
    'P20, P22: stands when it is signed, though the store takes nothing more (%s)',
    async (how) => {
      const work = await startPeople()
      const leadership = valueOf(await join(work, 'leadership')).fingerprint
      const administrator = valueOf(await join(work, 'administrator')).fingerprint
      work.ledger.onChange(() => {
        work.shelf.refusal = how === 'an answer' ? fail('store.full') : new StoreFailure(full)
      })
      const state = valueOf(
        await work.job.handlers['people.found']({
          school: 'Gesamtschule am Lindenhain',
          leadership,
          administrator,
          agreed: true
        })
      )
      expect(work.ledger.isFounded).toBe(true)
      expect(work.job.state()).toMatchObject({ founded: true, person: null })
      expect(state.session.founded).toBe(true)
      // A sign-in that cannot be recorded is none (P7).
      expect(work.job.actor()).toBeNull()
      work.shelf.refusal = null
      expect(await signIn(work, work.administrator.login)).toContain('administrator')
      expect(work.ledger.verification.problems).toEqual([])
    }
  )

  it('P7: that the store does not take leaves nobody signed in for the next case file', async () => {
    const work = await startPeople()
    const leadership = valueOf(await join(work, 'leadership')).fingerprint
    const administrator = valueOf(await join(work, 'administrator')).fingerprint
    work.shelf.refusal = new StoreFailure(full)
    const founding = work.job.handlers['people.found']({
      school: 'Gesamtschule am Lindenhain',
      leadership,
      administrator,
      agreed: true
    })
    await expect(founding).rejects.toThrow(StoreFailure)
    expect(work.ledger.isFounded).toBe(false)
    expect(work.job.session.presence).toBeNull()
  })

  it('P20, P25: leadership and administrator found together, each with a key of their own', async () => {
    const work = await startPeople()
    expect(work.job.actor()?.roles).toEqual(['administrator'])
    await foundSchool(work)
    expect(kindsOf(work)).toEqual([
      'device.registered',
      'founding',
      'appointment.made',
      'agreement.signed',
      'session.signedIn'
    ])
    expect(work.ledger.verification.problems).toEqual([])
    expect(work.job.actor()).toMatchObject({
      person: work.administrator.id,
      roles: ['administrator', 'teacher']
    })
    const listed = valueOf(await work.job.handlers['people.appointments'](undefined))
    expect(listed.school).toBe('Gesamtschule am Lindenhain')
    expect(listed.appointments.map(({ role, state }) => [role, state])).toEqual([
      ['administrator', 'active'],
      ['leadership', 'active']
    ])
    expect(listed.root).toBe(listed.appointments[1]?.fingerprint)
  })

  it('P25: the founding document shows persons, fingerprints, the agreement and the head of the journal', async () => {
    const work = await startPeople()
    await foundSchool(work)
    valueOf(await work.job.handlers['people.saveDocument']({ appointment: null }))
    const page = work.saved[0]?.html ?? ''
    expect(page).toContain('Şebnem Yıldırım')
    expect(page).toContain('Norbert Günther')
    expect(page).toContain(agreementParagraphs[2]?.de ?? 'no agreement')
    const hash = work.ledger.head?.hash ?? ''
    expect(page.replaceAll(/\s/g, '')).toContain(hash)
  })

  it('P21: is refused to one person alone, to pupils, with a wrong password, and twice', async () => {
    const work = await startPeople()
    const pupil = work.directory.seed({ login: 'm.muster', kind: 'pupil', mustChangePassword: false })
    work.directory.passwords.set(pupil.id, password)
    const leadership = valueOf(await join(work, 'leadership')).fingerprint
    const codeOf = async (change: Partial<JoinFounding>): Promise<string> => {
      const answer = await join(work, 'administrator', change)
      return answer.ok ? 'joined' : answer.failure.code
    }
    expect(await codeOf({ login: 's.yildirim' })).toBe('people.samePerson')
    expect(await codeOf({ login: 'm.muster' })).toBe('people.notStaff')
    expect(await codeOf({ password: 'falsch' })).toBe('people.founderRefused')
    const administrator = valueOf(await join(work, 'administrator')).fingerprint
    const founding = { school: 'Schule', leadership, administrator, agreed: true } as const
    const alone = await work.job.handlers['people.found']({ ...founding, administrator: leadership })
    expect(alone).toMatchObject({ failure: { code: 'people.foundersGone' } })
    expect(work.ledger.items).toEqual([])
    valueOf(await work.job.handlers['people.found'](founding))
    expect(await work.job.handlers['people.found'](founding)).toMatchObject({
      failure: { code: 'people.alreadyFounded' }
    })
    expect(await codeOf({})).toBe('people.alreadyFounded')
  })

  it('P21: tells nobody anything about the other’s passphrase, and slows down who guesses a password', async () => {
    const work = await startPeople()
    valueOf(await join(work, 'leadership'))
    // The leadership's own passphrase is as good as another: the answer is no test of a guess.
    valueOf(await join(work, 'administrator', { passphrase: passphrases.leadership }))
    for (const passphrase of [passphrases.leadership, passphrases.administrator]) {
      const answer = await join(work, 'administrator', { password: 'falsch', passphrase })
      expect(answer).toEqual(fail('people.founderRefused', { login: 'n.guenther' }))
    }
    const codes: string[] = []
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const answer = await join(work, 'administrator', { password: 'falsch' })
      codes.push(answer.ok ? 'joined' : answer.failure.code)
    }
    expect(codes.at(-1)).toBe('people.tooManyAttempts')
  })

  it('P21: lets nobody found with the key of who went back, joined anew or joined long ago', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const work = await startPeople()
    const { handlers } = work.job
    const found = async (leadership: string, administrator: string): Promise<string> => {
      const answer = await handlers['people.found']({
        school: 'Schule',
        leadership,
        administrator,
        agreed: true
      })
      return answer.ok ? 'founded' : answer.failure.code
    }
    const first = valueOf(await join(work, 'leadership')).fingerprint
    const keeper = valueOf(await join(work, 'administrator')).fingerprint
    const second = valueOf(await join(work, 'leadership')).fingerprint
    expect(await found(first, keeper)).toBe('people.foundersGone')
    // Whose second try fails has gone back too.
    await join(work, 'leadership', { password: 'falsch' })
    expect(await found(second, keeper)).toBe('people.foundersGone')
    const third = valueOf(await join(work, 'leadership')).fingerprint
    valueOf(await handlers['people.leaveFounding']({ part: 'administrator' }))
    expect(await found(third, keeper)).toBe('people.foundersGone')
    const again = valueOf(await join(work, 'administrator')).fingerprint
    vi.advanceTimersByTime(16 * 60_000)
    expect(await found(third, again)).toBe('people.foundersGone')
    expect(work.ledger.items).toEqual([])
  })

  it.each([
    ['before it signs: it has to sit down again', 'keepKey', 'people.foundersGone'],
    ['while it signs: it has signed', 'append', 'founded']
  ] as const)('P21: of who goes back, or is too late, %s', async (_when, moment, answer) => {
    const work = await startPeople()
    const { handlers } = work.job
    const leadership = valueOf(await join(work, 'leadership')).fingerprint
    const administrator = valueOf(await join(work, 'administrator')).fingerprint
    const goBack = () => handlers['people.leaveFounding']({ part: 'administrator' })
    if (moment === 'append') {
      const append = work.shelf.append.bind(work.shelf)
      vi.spyOn(work.shelf, 'append').mockImplementationOnce(async (known, compose) => {
        valueOf(await goBack())
        return append(known, compose)
      })
    } else {
      const keepKey = work.shelf.keepKey.bind(work.shelf)
      vi.spyOn(work.shelf, 'keepKey').mockImplementationOnce(async (row) => {
        valueOf(await goBack())
        await keepKey(row)
      })
    }
    const made = await handlers['people.found']({ school: 'Schule', leadership, administrator, agreed: true })
    expect(made.ok ? 'founded' : made.failure.code).toBe(answer)
    expect(work.ledger.isFounded).toBe(answer === 'founded')
    expect(work.ledger.verification.problems).toEqual([])
  })
})

describe('signing in', () => {
  it('P1, P7: with the directory’s password, recorded; who has no role gets no further', async () => {
    const work = await startPeople()
    await foundSchool(work)
    valueOf(await work.job.handlers['session.signOut'](undefined))
    expect(work.job.actor()).toBeNull()
    const wrong = await work.job.handlers['session.signIn']({ login: 's.yildirim', password: 'falsch' })
    expect(wrong).toMatchObject({ failure: { code: 'directory.signInRefused' } })
    staff(work, 'h.koenig', 'staff')
    const nobody = await work.job.handlers['session.signIn']({ login: 'h.koenig', password })
    expect(nobody).toMatchObject({ failure: { code: 'people.noRole' } })
    expect(work.job.actor()).toBeNull()
    expect(await signIn(work, 's.yildirim')).toEqual(['leadership', 'teacher'])
    expect(work.ledger.items.at(-1)?.statement).toMatchObject({
      kind: 'session.signedIn',
      body: { person: work.leadership.id }
    })
  })

  it('P26: who has reset the leadership’s password gets in with it and signs nothing', async () => {
    const work = await startPeople()
    await foundSchool(work)
    const person = staff(work, 'h.koenig')
    work.directory.passwords.set(work.leadership.id, 'Vom-Admin-gesetzt-1')
    const { handlers } = work.job
    valueOf(await handlers['session.signIn']({ login: 's.yildirim', password: 'Vom-Admin-gesetzt-1' }))
    expect(work.job.actor()?.roles).toContain('leadership')
    const before = work.ledger.items.length
    for (const passphrase of ['Vom-Admin-gesetzt-1', passphrases.administrator]) {
      const answer = await handlers['people.appoint']({
        ...appointment,
        person: person.id,
        role: 'evaluator',
        newKey: await chooseKey(work, person.id, passphrases.third),
        passphrase
      })
      expect(answer).toMatchObject({ failure: { code: 'people.wrongPassphrase' } })
    }
    expect(work.ledger.items).toHaveLength(before)
  })

  it('slows down whoever guesses a password', async () => {
    const work = await startPeople()
    await foundSchool(work)
    const codes: string[] = []
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const answer = await work.job.handlers['session.signIn']({ login: 's.yildirim', password: 'falsch' })
      codes.push(answer.ok ? 'in' : answer.failure.code)
    }
    expect(codes.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'directory.signInRefused'))
    expect(codes[5]).toBe('people.tooManyAttempts')
    work.clock.time = new Date(work.clock.time.getTime() + 60_000)
    // The directory has counted for itself and locked the account.
    valueOf(await work.directory.unlock(work.leadership.id))
    expect(await signIn(work, 's.yildirim')).toContain('leadership')
  })

  it('P20: an appointment that ends or is revoked takes effect at once, also for who sits there', async () => {
    const work = await startPeople()
    await foundSchool(work)
    const evaluator = staff(work, 'h.koenig', 'staff')
    await signIn(work, 's.yildirim')
    const made = valueOf(
      await work.job.handlers['people.appoint']({
        ...appointment,
        person: evaluator.id,
        role: 'evaluator',
        until: '2026-09-10',
        newKey: await chooseKey(work, evaluator.id, passphrases.third)
      })
    )
    expect(await signIn(work, 'h.koenig')).toEqual(['evaluator'])
    const today = work.clock.time
    work.clock.time = new Date('2026-09-11T06:00:00Z')
    expect(work.job.actor()?.roles).toEqual([])
    // Not a day later: nobody has been idle since they signed in.
    work.clock.time = today
    expect(work.job.actor()?.roles).toEqual(['evaluator'])
    const other = await startPeople(work.shelf, work.directory, 1, work.clock)
    valueOf(await other.job.handlers['session.signIn']({ login: 's.yildirim', password }))
    valueOf(
      await other.job.handlers['people.revoke']({
        appointment: made.appointment,
        reason: 'Aufgabe erledigt',
        passphrase: passphrases.leadership
      })
    )
    await work.ledger.refresh()
    expect(work.job.actor()?.roles).toEqual([])
  })
})

describe('appointments', () => {
  async function founded(): Promise<PeopleAtWork> {
    const work = await startPeople()
    await foundSchool(work)
    await signIn(work, 's.yildirim')
    return work
  }

  it('P20: carry the key of the person; a second one uses the same key', async () => {
    const work = await founded()
    const person = staff(work, 'h.koenig')
    const handlers = work.job.handlers
    expect(valueOf(await handlers['people.hasKey']({ person: person.id }))).toBe(false)
    const wanted = { ...appointment, person: person.id, role: 'evaluator' as const }
    expect(await handlers['people.appoint']({ ...wanted, newKey: null })).toMatchObject({
      failure: { code: 'people.noKey' }
    })
    const newKey = await chooseKey(work, person.id, passphrases.third)
    valueOf(await handlers['people.appoint']({ ...wanted, newKey }))
    expect(valueOf(await handlers['people.hasKey']({ person: person.id }))).toBe(true)
    const again = await handlers['people.appoint']({
      ...wanted,
      role: 'administrator',
      newKey: await chooseKey(work, person.id, 'Noch eine Passphrase')
    })
    expect(again).toMatchObject({ failure: { code: 'people.keyExists' } })
    valueOf(await handlers['people.appoint']({ ...wanted, role: 'administrator', newKey: null }))
    const own = valueOf(await handlers['people.appointments'](undefined)).appointments.filter(
      (one) => one.person === person.id
    )
    expect(own.map(({ role }) => role).toSorted()).toEqual(['administrator', 'evaluator'])
    expect(new Set(own.map(({ fingerprint }) => fingerprint)).size).toBe(1)
  })

  it('P20: carry no key that another person has chosen, or that was chosen long ago', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const work = await founded()
    const person = staff(work, 'h.koenig')
    const { handlers } = work.job
    const appoint = async (newKey: string): Promise<string> => {
      const answer = await handlers['people.appoint']({
        ...appointment,
        person: person.id,
        role: 'evaluator',
        newKey
      })
      return answer.ok ? 'appointed' : answer.failure.code
    }
    const others = await chooseKey(work, work.administrator.id, passphrases.third)
    expect(await appoint(others)).toBe('people.newKeyGone')
    const late = await chooseKey(work, person.id, passphrases.third)
    vi.advanceTimersByTime(16 * 60_000)
    expect(await appoint(late)).toBe('people.newKeyGone')
    expect(await appoint(await chooseKey(work, person.id, passphrases.third))).toBe('appointed')
    valueOf(await work.job.signInWithKey('h.koenig', passphrases.third))
  })

  it('P21: nobody appoints themselves, and who decides neither proposes nor administers', async () => {
    const work = await founded()
    const { handlers } = work.job
    const code = async (person: string, role: 'leadership' | 'evaluator'): Promise<string> => {
      const answer = await handlers['people.appoint']({ ...appointment, person, role, newKey: null })
      return answer.ok ? 'appointed' : answer.failure.code
    }
    expect(await code(work.leadership.id, 'evaluator')).toBe('people.ownAppointment')
    expect(await code(work.administrator.id, 'leadership')).toBe('people.rolesConflict')
    const before = await handlers['people.appoint']({
      ...appointment,
      person: work.administrator.id,
      role: 'evaluator',
      until: '2026-08-01',
      newKey: null
    })
    expect(before).toMatchObject({ failure: { code: 'people.periodWrong' } })
    expect(await code(work.administrator.id, 'evaluator')).toBe('appointed')
  })

  it('signs nothing with a wrong passphrase, and slows down whoever guesses it', async () => {
    const work = await founded()
    const person = staff(work, 'h.koenig')
    const before = work.ledger.items.length
    const newKey = await chooseKey(work, person.id, passphrases.third)
    const codes: string[] = []
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const answer = await work.job.handlers['people.appoint']({
        ...appointment,
        person: person.id,
        role: 'evaluator',
        newKey,
        passphrase: 'falsche Passphrase'
      })
      codes.push(answer.ok ? 'appointed' : answer.failure.code)
    }
    expect(codes.at(0)).toBe('people.wrongPassphrase')
    expect(codes.at(-1)).toBe('people.tooManyAttempts')
    expect(work.ledger.items).toHaveLength(before)
  })

  it('a forgotten passphrase costs the key: the old one is revoked, every appointment is made anew', async () => {
    const work = await founded()
    const { handlers } = work.job
    valueOf(
      await handlers['people.replaceKey']({
        person: work.administrator.id,
        reason: 'Passphrase vergessen',
        newKey: await chooseKey(work, work.administrator.id, 'Neue Wörter für Herrn Günther'),
        passphrase: passphrases.leadership
      })
    )
    const own = valueOf(await handlers['people.appointments'](undefined)).appointments.filter(
      ({ person }) => person === work.administrator.id
    )
    expect(own.map(({ state }) => state)).toEqual(['active', 'keyRevoked'])
    expect(work.ledger.verification.problems).toEqual([])
    const old = await handlers['people.appoint']({
      ...appointment,
      person: work.leadership.id,
      role: 'dpo',
      newKey: null,
      passphrase: passphrases.administrator
    })
    expect(old.ok).toBe(false)
    expect(await work.job.signInWithKey('n.guenther', passphrases.administrator)).toMatchObject({
      failure: { code: 'people.wrongPassphrase' }
    })
    valueOf(await work.job.signInWithKey('n.guenther', 'Neue Wörter für Herrn Günther'))
  })

  it('P8 P9: whoever is suspended or has left does not get in by their passphrase either', async () => {
    const work = await founded()
    const { administrator, directory } = work
    const signIn = async (): Promise<string> => {
      const answer = await work.job.signInWithKey('n.guenther', passphrases.administrator)
      return answer.ok ? 'signed in' : answer.failure.code
    }
    await directory.changeAccount(administrator.id, { suspension: { kind: 'forever' } })
    expect(await signIn()).toBe('people.accountClosed')
    const until = (instant: string) => ({ suspension: { kind: 'until' as const, until: instant } })
    await directory.changeAccount(administrator.id, until('2099-01-01T00:00:00.000Z'))
    expect(await signIn()).toBe('people.accountClosed')
    await directory.changeAccount(administrator.id, until('2026-01-01T00:00:00.000Z'))
    expect(await signIn()).toBe('signed in')
    await directory.changeAccount(administrator.id, { leaverSince: '2026-08-01' })
    expect(await signIn()).toBe('people.accountClosed')
  })

  it.each([
    ['P9: is suspended', { suspension: { kind: 'forever' as const } }],
    ['P8: has left', { leaverSince: '2026-08-01' }]
  ])('%s while they sit at the window: the next look signs them out', async (_what, change) => {
    const work = await founded()
    const { administrator, directory } = work
    await signIn(work, 'n.guenther')
    await work.job.lookWhoIsThere()
    expect(work.job.state().person?.person).toBe(administrator.id)
    await directory.changeAccount(administrator.id, change)
    await work.job.lookWhoIsThere()
    expect(work.job.state()).toMatchObject({ person: null, lockedLogin: null })
  })

  it('P7, P9: leaves signed in who has sat down while the directory was looking for the one before', async () => {
    const work = await founded()
    const { administrator, leadership, directory } = work
    await signIn(work, 'n.guenther')
    await directory.changeAccount(administrator.id, { suspension: { kind: 'forever' } })
    const readAccount = directory.readAccount.bind(directory)
    let answer: () => void = () => undefined
    const held = new Promise<void>((resolve) => (answer = resolve))
    directory.readAccount = async (id) => {
      if (id === administrator.id) await held
      return readAccount(id)
    }
    const looking = work.job.lookWhoIsThere()
    work.job.session.signOut()
    await signIn(work, 's.yildirim')
    answer()
    await looking
    expect(work.job.state().person?.person).toBe(leadership.id)
  })

  it('a second PC signs nothing until an administrator or the leadership has admitted it', async () => {
    const work = await founded()
    const other = await startPeople(work.shelf, work.directory, 2, work.clock)
    expect(other.job.state().deviceAdmitted).toBe(false)
    await signIn(other, 'n.guenther')
    valueOf(await other.job.handlers['people.admitDevice']({ passphrase: passphrases.administrator }))
    expect(other.job.state().deviceAdmitted).toBe(true)
    expect(other.ledger.verification.problems).toEqual([])
  })
})
