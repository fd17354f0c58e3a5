import { describe, expect, it } from 'vitest'
import type { Account } from '../../../../../src-main/contract/accounts'
import type { DoubtfulMatch, MatchDecisions } from '../../../../../src-main/contract/roster'
import type { Planning } from '../../../../../src-main/jobs/accounts/planning'
import { account, entry, planning, steps, unchangedPupils, type Given } from './school'

const school = unchangedPupils(40)

/** Plans with forty other pupils who stay as they are. */
function plan(given: Given): Promise<Planning> {
  return planning({
    ...given,
    entries: [...given.entries, ...school.entries],
    accounts: [...(given.accounts ?? []), ...school.accounts]
  })
}

/** Login and reason of every candidate of the only doubtful row. */
function candidates(planned: Planning): string[] {
  expect(planned.doubtful).toHaveLength(1)
  return planned.doubtful[0]!.candidates.map((candidate) => `${candidate.login} ${candidate.why}`)
}

function only(planned: Planning): DoubtfulMatch {
  expect(planned.doubtful).toHaveLength(1)
  return planned.doubtful[0]!
}

const max = account({ id: 'max', schoolId: '1001' })
const births = (...pairs: readonly [Account, string][]): ReadonlyMap<string, string> =>
  new Map(pairs.map(([one, day]) => [one.id, day]))

describe('the school id is the key', () => {
  it('P3: finds the account whatever the name has become', async () => {
    const planned = await plan({
      entries: [entry({ schoolId: ' 1001 ', familyName: 'Ganz-Anders', givenName: 'Maxi' })],
      accounts: [max]
    })
    expect(planned.doubtful).toEqual([])
    expect(steps(planned).map((step) => step.kind)).toEqual(['rename'])
  })

  it('raises a doubt where the id belongs to another kind of person, and touches nothing', async () => {
    const teacher = account({ login: 'm.lehrer', kind: 'teacher', schoolId: '1001' })
    const planned = await plan({ entries: [entry()], accounts: [teacher] })
    expect(candidates(planned)).toEqual(['m.lehrer sameIdOtherKind'])
    expect(planned.plan).toBeNull()
  })

  it('keeps the numbers of pupils and teachers apart where both have one', async () => {
    const teacher = account({ login: 'm.lehrer', kind: 'teacher', schoolId: '1001' })
    const planned = await plan({ entries: [entry()], accounts: [teacher, max] })
    expect(planned.doubtful).toEqual([])
    expect(planned.counts.unchanged).toBe(41)
  })

  it('raises a doubt where two accounts have the same id', async () => {
    const second = account({ login: 'm.mustermann2' })
    const planned = await plan({ entries: [entry()], accounts: [max, second] })
    expect(candidates(planned)).toEqual(['m.mustermann namesakes', 'm.mustermann2 namesakes'])
    expect(planned.plan).toBeNull()
    const row = only(planned).row
    const decided = await plan({
      entries: [entry({ classes: ['8b'] })],
      accounts: [max, second],
      decisions: { [row]: { account: second.id } }
    })
    expect(steps(decided, 'changeClass').map((step) => step.target.name)).toEqual(['m.mustermann2'])
  })

  it('raises a doubt where two rows have the same id, and never makes a second account of it', async () => {
    const rows = [entry(), entry({ givenName: 'Moritz', line: 3 })]
    const planned = await plan({ entries: rows, accounts: [] })
    expect(planned.doubtful.map((doubt) => doubt.line)).toEqual([2, 3])
    const decisions = Object.fromEntries(planned.doubtful.map(({ row }) => [row, 'new' as const]))
    const decided = await plan({ entries: rows, accounts: [], decisions })
    expect(decided.doubtful).toHaveLength(2)
    expect(decided.plan).toBeNull()
  })

  it('raises a doubt where the id is unknown and an account of that name has another one', async () => {
    const planned = await plan({ entries: [entry({ schoolId: '2002' })], accounts: [max] })
    expect(candidates(planned)).toEqual(['m.mustermann sameNameOtherId'])
    expect(planned.plan).toBeNull()
  })

  it('raises a doubt for an account without an id, but not for one the roster mentions', async () => {
    const noId = account({ login: 'max', schoolId: null })
    const planned = await plan({
      entries: [entry(), entry({ schoolId: '2002', line: 3 })],
      accounts: [max, noId]
    })
    expect(candidates(planned)).toEqual(['max sameName'])
  })

  it('tells several accounts without an id apart from the only one', async () => {
    const accounts = ['max', 'moritz'].map((login) => account({ login, schoolId: null }))
    const planned = await plan({ entries: [entry({ schoolId: '2002' })], accounts })
    expect(candidates(planned)).toEqual(['max namesakes', 'moritz namesakes'])
  })

  it('raises no doubt where the birth dates speak against it', async () => {
    const planned = await plan({
      entries: [entry({ schoolId: '2002', birthDate: '2015-05-05' })],
      accounts: [max],
      birthDates: births([max, '2010-01-31'])
    })
    expect(planned.doubtful).toEqual([])
    expect(steps(planned).map((step) => step.kind)).toEqual(['create', 'leave'])
  })

  it('raises no doubt about another spelling where there is an id', async () => {
    const planned = await plan({
      entries: [entry({ schoolId: '2002', familyName: 'Mustermaan' })],
      accounts: [max]
    })
    expect(planned.doubtful).toEqual([])
  })
})

describe('rows without an id', () => {
  const row = entry({ schoolId: null, birthDate: '2012-03-04' })

  it('P3: finds the account by name and birth date, also in another spelling of the same letters', async () => {
    const mueller = account({ login: 'j.mueller', givenName: 'Jörg', familyName: 'Mueller', schoolId: '7' })
    const planned = await plan({
      entries: [{ ...row, givenName: 'Jo\u0308rg', familyName: 'MÜLLER' }],
      accounts: [mueller],
      birthDates: births([mueller, '2012-03-04'])
    })
    expect(planned.doubtful).toEqual([])
    expect(steps(planned).map((step) => step.kind)).toEqual(['rename'])
  })

  it('takes the namesake with the right birth date', async () => {
    const other = account({ login: 'm.mustermann2', schoolId: '1002', classes: ['5c'] })
    const planned = await plan({
      entries: [row, entry({ schoolId: null, birthDate: '2015-06-07', classes: ['5d'], line: 3 })],
      accounts: [max, other],
      birthDates: births([max, '2012-03-04'], [other, '2015-06-07'])
    })
    expect(planned.doubtful).toEqual([])
    expect(steps(planned).map((step) => `${step.kind} ${step.target.name}`)).toEqual([
      'createClass 5d',
      'changeClass m.mustermann2'
    ])
  })

  it('raises a doubt where the account’s or the row’s birth date is unknown', async () => {
    expect(candidates(await plan({ entries: [row], accounts: [max] }))).toEqual(['m.mustermann sameName'])
    const noDate = await plan({
      entries: [{ ...row, birthDate: null }],
      accounts: [max],
      birthDates: births([max, '2012-03-04'])
    })
    expect(candidates(noDate)).toEqual(['m.mustermann sameName'])
    expect(only(noDate).candidates[0]!.birthDate).toBe('2012-03-04')
  })

  it('raises a doubt where a birth date looks mistyped, but not where it is another day', async () => {
    const doubt = async (day: string): Promise<number> =>
      (await plan({ entries: [row], accounts: [max], birthDates: births([max, day]) })).doubtful.length
    expect(await doubt('2012-04-03')).toBe(1)
    expect(await doubt('2012-03-05')).toBe(1)
    expect(await doubt('2011-12-24')).toBe(0)
  })

  it('raises a doubt where two accounts are equally good', async () => {
    const other = account({ login: 'm.mustermann2', schoolId: '1002' })
    const known = await plan({
      entries: [row],
      accounts: [max, other],
      birthDates: births([max, '2012-03-04'], [other, '2012-03-04'])
    })
    expect(candidates(known)).toEqual(['m.mustermann namesakes', 'm.mustermann2 namesakes'])
    const unknown = await plan({ entries: [row], accounts: [max, other] })
    expect(candidates(unknown)).toEqual(['m.mustermann namesakes', 'm.mustermann2 namesakes'])
  })

  it('raises a doubt where two rows claim one account, each under a name of its own', async () => {
    const planned = await plan({
      entries: [row, { ...row, line: 9 }],
      accounts: [max],
      birthDates: births([max, '2012-03-04'])
    })
    expect(planned.doubtful.map(({ candidates: found }) => found.map(({ why }) => why))).toEqual([
      ['namesakes'],
      ['namesakes']
    ])
    expect(new Set(planned.doubtful.map((doubt) => doubt.row)).size).toBe(2)
    expect(planned.plan).toBeNull()
  })

  it.each([
    ['Mustermam', 'Max', 'similarSpelling'],
    ['Musterman', 'Max', 'similarSpelling'],
    ['Mustermann', 'Maximilian', null],
    ['Mustermann', 'Maxi', null],
    ['Schmitz', 'Max', null]
  ])('without birth dates, %s, %s is %s', async (familyName, givenName, why) => {
    const planned = await plan({
      entries: [{ ...row, birthDate: null, familyName, givenName }],
      accounts: [max]
    })
    if (why === null) expect(planned.doubtful).toEqual([])
    else expect(candidates(planned)).toEqual([`m.mustermann ${why}`])
  })

  it.each([
    ['Schmitz', 'Max', 'changedFamilyName'],
    ['Mustermann-Schmitz', 'Max', 'changedFamilyName'],
    ['Musterrman', 'Max', 'similarSpelling'],
    ['Mustermann', 'Max Peter', 'similarSpelling'],
    ['Mustermann', 'Moritz', null]
  ])('with an equal birth date, %s, %s is %s', async (familyName, givenName, why) => {
    const planned = await plan({
      entries: [{ ...row, familyName, givenName }],
      accounts: [max],
      birthDates: births([max, '2012-03-04'])
    })
    if (why === null) expect(planned.doubtful).toEqual([])
    else expect(candidates(planned)).toEqual([`m.mustermann ${why}`])
  })

  it('raises no doubt about another kind of person', async () => {
    const teacher = account({ login: 'm.lehrer', kind: 'teacher', schoolId: 'L1' })
    const planned = await plan({ entries: [row], accounts: [teacher] })
    expect(planned.doubtful).toEqual([])
    expect(planned.counts.create).toBe(1)
  })

  it('P3: gives new persons the next free id of Netzwart’s own', async () => {
    const existing = account({ login: 'a.alt', familyName: 'Alt', givenName: 'Anna', schoolId: 'NW-000041' })
    const planned = await plan({
      entries: [
        entry({ schoolId: 'NW-000041', familyName: 'Alt', givenName: 'Anna' }),
        { ...row, familyName: 'Zeder', givenName: 'Zoe' },
        { ...row, familyName: 'Ahorn', givenName: 'Ali' }
      ],
      accounts: [existing]
    })
    expect(
      steps(planned, 'create').map(
        (step) => `${step.target.label} ${String(step.reason.parameters['schoolId'])}`
      )
    ).toEqual(['Ali Ahorn NW-000042', 'Zoe Zeder NW-000043'])
  })

  it('hands over the birth dates that make the next match certain', async () => {
    const planned = await plan({
      entries: [entry({ birthDate: '2012-03-04' }), { ...row, familyName: 'Neu', line: 3 }],
      accounts: [max]
    })
    expect([...planned.birthDates.byAccount]).toEqual([['max', '2012-03-04']])
    const [create] = steps(planned, 'create')
    expect([...planned.birthDates.byStep]).toEqual([[create!.id, '2012-03-04']])
  })
})

describe('decisions', () => {
  const row = entry({ schoolId: '2002', classes: ['8b'] })
  const doubtOf = async (given: Given): Promise<string> => only(await plan(given)).row
  const decide = async (decision: MatchDecisions[string], given: Given): Promise<Planning> =>
    plan({ ...given, decisions: { [await doubtOf(given)]: decision } })

  it('a row without a decision is left out, and its candidates do not leave', async () => {
    const planned = await plan({ entries: [row], accounts: [max] })
    expect(planned.plan).toBeNull()
    expect(planned.counts.leave).toBe(0)
  })

  it('“this account” links them: the id is written, then the class', async () => {
    const planned = await decide({ account: 'max' }, { entries: [row], accounts: [max] })
    expect(planned.doubtful).toEqual([])
    const [rename, change] = steps(planned).slice(1)
    expect(rename).toMatchObject({
      kind: 'rename',
      before: { schoolId: '1001' },
      after: { schoolId: '2002' },
      reason: { code: 'decidedSamePerson', parameters: { schoolId: '2002' } }
    })
    expect(change!.needs).toContain(rename!.id)
  })

  it('“this account” gives an account without id one, also where the roster has none', async () => {
    const noId = account({ id: 'noId', schoolId: null })
    const planned = await decide(
      { account: 'noId' },
      { entries: [entry({ schoolId: null })], accounts: [noId] }
    )
    expect(steps(planned).map((step) => step.after)).toEqual([{ schoolId: 'NW-000001' }])
  })

  it('“new” makes a new account and lets the old one leave', async () => {
    const planned = await decide('new', { entries: [row], accounts: [max] })
    expect(planned.doubtful).toEqual([])
    expect(planned.counts).toMatchObject({ create: 1, leave: 1 })
    expect(steps(planned, 'create')[0]!.target.name).toBe('m.mustermann2')
  })

  it('“skip” leaves the row out, and its candidates do not leave', async () => {
    const planned = await decide('skip', { entries: [row], accounts: [max] })
    expect(planned.doubtful).toEqual([])
    expect(planned.plan).toBeNull()
  })

  it('an account that already belongs to somebody, or that does not exist, is not given away', async () => {
    const noId = account({ login: 'max', schoolId: null })
    const given = { entries: [entry(), { ...row, line: 3 }], accounts: [max, noId] }
    for (const wrong of ['max', 'nobody']) {
      const planned = await decide({ account: wrong }, given)
      expect(only(planned).row).toBe(await doubtOf(given))
      expect(planned.plan).toBeNull()
    }
  })

  it('two rows cannot both take one account', async () => {
    const entries = [row, { ...row, schoolId: '3003', line: 3 }]
    const open = await plan({ entries, accounts: [max] })
    const decisions = Object.fromEntries(open.doubtful.map((doubt) => [doubt.row, { account: 'max' }]))
    const planned = await plan({ entries, accounts: [max], decisions })
    expect(planned.doubtful).toHaveLength(2)
    expect(planned.plan).toBeNull()
  })

  it('an account of another kind is only taken where its id says so', async () => {
    const teacher = account({ id: 'teacher', login: 'm.lehrer', kind: 'teacher', schoolId: '2002' })
    const byId = await decide({ account: 'teacher' }, { entries: [row], accounts: [teacher] })
    expect(steps(byId, 'changeClass').map((step) => step.target.id)).toEqual(['teacher'])
    const other = account({ id: 'other', login: 'admin1', kind: 'other', schoolId: null })
    const wrong = await decide({ account: 'other' }, { entries: [row], accounts: [max, other] })
    expect(wrong.doubtful).toHaveLength(1)
    expect(wrong.plan).toBeNull()
  })

  it('are found again when the same row stands at another line and in another class', async () => {
    const key = await doubtOf({ entries: [row], accounts: [max] })
    expect(await doubtOf({ entries: [{ ...row, line: 77, classes: ['9c'] }], accounts: [max] })).toBe(key)
  })
})
