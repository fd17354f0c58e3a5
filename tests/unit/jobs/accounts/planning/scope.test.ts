import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RosterScope } from '../../../../../src-main/contract/rosterScope'
import { account, entry, planning, refusal, steps, unchangedPupils, type Given } from './school'

const adds: RosterScope = { coverage: 'adds', classes: null }
const only = (...classes: string[]): RosterScope => ({ coverage: 'whole', classes })
const school = unchangedPupils(40)
const max = account({ login: 'm.mustermann', schoolId: '1001', classes: ['7b'] })
const newcomer = entry({ schoolId: '2001', givenName: 'Ada', familyName: 'Neuling', classes: ['7b'] })

describe('a list that only adds', () => {
  it('P8: lets nobody leave, and is not refused for being short', async () => {
    const planned = await planning({ entries: [newcomer], accounts: school.accounts, scope: adds })
    expect(steps(planned).map(({ kind, target }) => [kind, target.name])).toEqual([['create', 'a.neuling']])
    expect(planned.guard).toBeNull()
    expect(planned.mayBeMeant).toEqual([])
    expect(await refusal({ entries: [newcomer], accounts: school.accounts })).toBe('plan.rosterMatchesNobody')
  })

  it('shows what it says otherwise about known persons and plans nothing of it', async () => {
    const planned = await planning({
      entries: [
        entry({ line: 5, familyName: 'Mustermann-Groß', classes: ['9c'] }),
        entry({ line: 6, schoolId: '1002', givenName: 'Bo', familyName: 'Zwei' })
      ],
      accounts: [
        max,
        account({ login: 'b.zwei', schoolId: '1002', givenName: 'Bo', familyName: 'Zwei' }),
        ...school.accounts
      ],
      scope: adds
    })
    expect(planned.plan).toBeNull()
    expect(planned.counts.unchanged).toBe(1)
    const person = { line: 5, account: max.id, login: 'm.mustermann', givenName: 'Max' }
    expect(planned.notPlanned).toMatchObject([
      { ...person, what: 'name', from: 'Max Mustermann', to: 'Max Mustermann-Groß' },
      { ...person, what: 'classes', from: '7b', to: '9c' }
    ])
    expect(planned.birthDates.byAccount.size).toBe(0)
  })

  it('P8: gives a leaver the account back instead of making a second one', async () => {
    const leaver = account({
      ...max,
      classes: [],
      leaverSince: '2026-07-31',
      suspension: { kind: 'forever' }
    })
    const planned = await planning({ entries: [entry()], accounts: [leaver], scope: adds })
    expect(steps(planned)).toMatchObject([
      { kind: 'reactivate', after: { suspension: { kind: 'none' }, leaverSince: null, classes: ['7b'] } }
    ])
  })

  it('P9: lifts no suspension of somebody who is there', async () => {
    const suspended = account({ ...max, suspension: { kind: 'forever' } })
    const planned = await planning({ entries: [entry()], accounts: [suspended], scope: adds })
    expect(planned.plan).toBeNull()
  })

  it('asks about namesakes as the whole list does', async () => {
    const row = entry({ schoolId: null })
    const planned = await planning({ entries: [row], accounts: [max], scope: adds })
    expect(planned.plan).toBeNull()
    expect(planned.doubtful).toMatchObject([{ candidates: [{ account: max.id, why: 'sameName' }] }])
  })

  it('takes no login from a newcomer for a change that is only shown', async () => {
    const given: Given = {
      entries: [
        entry({ givenName: 'Ada', familyName: 'Neuling', schoolId: '1001', birthDate: null }),
        newcomer
      ],
      accounts: [account({ ...max, givenName: 'Ada', familyName: 'Alt', login: 'a.alt' })],
      scope: adds
    }
    expect(steps(await planning(given), 'create')[0]?.target.name).toBe('a.neuling')
  })

  it('is named in the basis; a whole list keeps the basis it had', async () => {
    const added = await planning({ entries: [newcomer], scope: adds })
    expect(added.plan?.basis).toMatchObject({ coverage: 'adds' })
    const whole = await planning({ entries: [newcomer] })
    expect(Object.keys(whole.plan?.basis ?? {})).toEqual([
      ...['rosterDigest', 'rosterRows', 'rejected', 'kind', 'container']
    ])
  })

  it('P8: whatever is in it, no step is a leaver’s or about somebody who is there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(school.entries), fc.nat(3), async (rows, moved) => {
        const entries = rows.map((row, place) => (place < moved ? { ...row, classes: ['10z'] } : row))
        const planned = await planning({
          entries: [...entries, newcomer],
          accounts: school.accounts,
          scope: adds
        })
        const kinds = steps(planned).map(({ kind }) => kind)
        expect(kinds).toEqual(['create'])
        expect(planned.notPlanned).toHaveLength(Math.min(moved, rows.length))
      })
    )
  })
})

describe('only some classes', () => {
  const pupil = (id: string, name: string, schoolClass: string) => ({
    row: entry({ schoolId: id, givenName: 'Kim', familyName: name, classes: [schoolClass] }),
    account: account({
      login: `k.${name.toLowerCase()}`,
      schoolId: id,
      givenName: 'Kim',
      familyName: name,
      classes: [schoolClass]
    })
  })
  const here = pupil('1', 'Hier', '5a')
  const gone = pupil('2', 'Gegangen', '5a')
  const moved = pupil('3', 'Gewechselt', '5a')
  const elsewhere = pupil('4', 'Anderswo', '6c')
  const accounts = [here, gone, moved, elsewhere].map((one) => one.account)

  it('P8: only accounts of these classes leave, and nobody who stands in the list in another one', async () => {
    const planned = await planning({
      entries: [here.row, { ...moved.row, classes: ['6c'] }, { ...newcomer, classes: ['6c'] }],
      accounts,
      scope: only('5A ')
    })
    expect(steps(planned).map(({ kind, target }) => [kind, target.name])).toEqual([['leave', 'k.gegangen']])
    expect(planned.counts).toMatchObject({ leave: 1, unchanged: 1, create: 0, changeClass: 0 })
    expect(planned.plan?.basis).toMatchObject({ classes: '5A ' })
  })

  it('plans who stands in one of them, wherever the account is', async () => {
    const planned = await planning({
      entries: [
        here.row,
        gone.row,
        moved.row,
        { ...elsewhere.row, classes: ['5a'] },
        { ...newcomer, classes: ['5a'] }
      ],
      accounts,
      scope: only('5a')
    })
    expect(steps(planned).map(({ kind, target }) => [kind, target.name])).toEqual([
      ['changeClass', 'k.anderswo'],
      ['create', 'a.neuling']
    ])
  })

  it('asks about no row of another class', async () => {
    const doubtful = { ...elsewhere.row, schoolId: null }
    const entries = [here.row, gone.row, moved.row, doubtful]
    expect((await planning({ entries, accounts, scope: only('5a') })).doubtful).toEqual([])
    expect((await planning({ entries, accounts, scope: only('6c') })).doubtful).toHaveLength(1)
  })

  it('refuses a class that nobody has, and a list in which nobody of the class is known', async () => {
    expect(await refusal({ entries: [here.row], accounts, scope: only('5a', '5x') })).toBe(
      'plan.classesUnknown'
    )
    expect(await refusal({ entries: [elsewhere.row], accounts, scope: only('5a') })).toBe(
      'plan.rosterMatchesNobody'
    )
  })

  it('compares a short list with the class, not with the school', async () => {
    const class7 = Array.from({ length: 12 }, (_, place) =>
      pupil(`7${place}`, `Sieben${'abcdefghijkl'[place]!}`, '7d')
    )
    const all = [...school.accounts, ...class7.map((one) => one.account)]
    const entries = class7.slice(0, 11).map((one) => one.row)
    const planned = await planning({ entries, accounts: all, scope: only('7d') })
    expect(planned.counts.leave).toBe(1)
    const few = class7.slice(0, 5).map((one) => one.row)
    expect(await refusal({ entries: [...few, ...school.entries], accounts: all, scope: only('7d') })).toBe(
      'plan.rosterTruncated'
    )
  })
})
