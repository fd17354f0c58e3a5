import { describe, expect, it } from 'vitest'
import { askedPersonSchema, type TypedPerson } from '../../../../src-main/contract/typedPerson'
import type { MatchDecisions } from '../../../../src-main/contract/roster'
import { readTypedPerson } from '../../../../src-main/jobs/accounts/addedPerson'
import { startJob, valueOf, type JobAtWork } from '../../support/accountsJob'

const mia: TypedPerson = {
  kind: 'pupil',
  familyName: 'Muster',
  givenName: 'Mia',
  birthDate: '1.2.2014',
  schoolId: '',
  schoolClass: '7b',
  login: ''
}

function asked(person: Partial<TypedPerson>, decisions: MatchDecisions = {}) {
  return askedPersonSchema.parse({ person: { ...mia, ...person }, decisions })
}

async function add(work: JobAtWork, person: Partial<TypedPerson> = {}, decisions: MatchDecisions = {}) {
  const { handlers } = work.job
  const { plan, outlook } = valueOf(await handlers['rosters.planPerson'](asked(person, decisions)))
  if (plan !== null)
    valueOf(await handlers['plans.apply']({ plan: plan.hash, leavers: null, passphrase: null }))
  return { plan, outlook }
}

async function look(work: JobAtWork, person: Partial<TypedPerson> = {}, decisions: MatchDecisions = {}) {
  return valueOf(await work.job.handlers['rosters.lookAtPerson'](asked(person, decisions)))
}

const loginsOf = (work: JobAtWork) => [...work.directory.accounts.values()].map(({ login }) => login).sort()

describe('one person who is typed in', () => {
  it('P1, P3: gets an account, and nothing is written or kept while they are typed in', async () => {
    const work = await startJob()
    expect(await look(work)).toMatchObject({
      deed: 'create',
      login: 'm.muster',
      newClass: '7b',
      problems: []
    })
    expect(work.directory.writes).toEqual([])
    expect(valueOf(await work.job.handlers['plans.list'](undefined))).toEqual([])
    expect(await work.store.usedLogins()).toEqual([])

    const { plan } = await add(work)
    expect(plan?.basis).toMatchObject({ source: 'form', coverage: 'adds', rosterRows: 1 })
    expect([...work.directory.accounts.values()]).toMatchObject([
      { login: 'm.muster', givenName: 'Mia', familyName: 'Muster', classes: ['7b'], schoolId: 'NW-000001' }
    ])
    expect([...(await work.store.birthDates()).values()]).toEqual(['2014-02-01'])
  })

  it('P8: whoever is there stays as they are, and nobody leaves', async () => {
    const work = await startJob()
    await add(work)
    const before = [...work.directory.accounts.values()]
    await add(work, { familyName: 'Ander', givenName: 'Ole', birthDate: '' })
    const again = await add(work, { schoolClass: '9c' })
    expect(again).toMatchObject({
      plan: null,
      outlook: { deed: 'known', login: 'm.muster', differences: [{ what: 'classes', from: '7b', to: '9c' }] }
    })
    expect([...work.directory.accounts.values()].filter(({ login }) => login === 'm.muster')).toEqual(before)
    expect(loginsOf(work)).toEqual(['m.muster', 'o.ander'])
  })

  it('asks about namesakes; a decision makes a new account or means the one that is there', async () => {
    const work = await startJob()
    await add(work)
    const noDate = { birthDate: '' }
    const doubt = await look(work, noDate)
    expect(doubt).toMatchObject({ deed: 'doubtful', login: null, problems: [] })
    expect(await add(work, noDate)).toMatchObject({ plan: null, outlook: { deed: 'doubtful' } })
    const { row, candidates } = doubt.doubtful!
    const same = { [row]: { account: candidates[0]!.account } }
    expect(await look(work, noDate, same)).toMatchObject({ deed: 'known', login: 'm.muster' })
    expect(await look(work, noDate, { [row]: 'new' })).toMatchObject({ deed: 'create', login: 'm.muster2' })
  })

  it('P8: a leaver gets the account back, surely or by decision, never a second one', async () => {
    const work = await startJob()
    await add(work)
    const [account] = work.directory.accounts.values()
    const gone = { leaverSince: '2026-07-31', suspension: { kind: 'forever' }, classes: [] } as const
    await work.directory.changeAccount(account!.id, { ...gone, classes: [] })
    await work.job.handlers['accounts.refresh'](undefined)
    expect(await look(work)).toMatchObject({ deed: 'giveBack', login: 'm.muster' })
    const doubt = await look(work, { birthDate: '' })
    expect(doubt.doubtful?.candidates).toMatchObject([{ login: 'm.muster', leaverSince: '2026-07-31' }])
    const same = { [doubt.doubtful!.row]: { account: account!.id } }
    await add(work, { birthDate: '', schoolClass: '8b' }, same)
    expect([...work.directory.accounts.values()]).toMatchObject([
      { login: 'm.muster', leaverSince: null, suspension: { kind: 'none' }, classes: ['8b'] }
    ])
  })

  it('P9: somebody suspended who is there keeps account and suspension', async () => {
    const work = await startJob()
    await add(work)
    const [account] = work.directory.accounts.values()
    await work.directory.changeAccount(account!.id, { suspension: { kind: 'forever' } })
    await work.job.handlers['accounts.refresh'](undefined)
    expect(await look(work)).toMatchObject({ deed: 'known', account: { id: account!.id, suspended: true } })
    expect((await add(work)).plan).toBeNull()
  })

  it('P3: a wished login is checked like every login; one that cannot be had is not replaced unasked', async () => {
    const work = await startJob()
    expect(await look(work, { login: 'Mia' })).toMatchObject({ deed: 'create', login: 'mia', problems: [] })
    for (const [login, code] of [
      ['root', 'loginTaken'],
      ['müsli', 'loginInvalid']
    ]) {
      const refused = { deed: 'unfinished', login: null, problems: [{ field: 'login', code }] }
      expect(await look(work, { login: login! })).toMatchObject(refused)
      expect((await add(work, { login: login! })).plan).toBeNull()
    }
    expect(loginsOf(work)).toEqual([])
    await add(work, { login: 'mia' })
    expect(loginsOf(work)).toEqual(['mia'])
  })
})

describe('what is typed in', () => {
  it('is read like the cells of a roster, all complaints at once', () => {
    const nothing = { ...mia, familyName: ' ', givenName: '12', birthDate: '31.02.2014', schoolId: '1E+05' }
    const read = readTypedPerson({ ...nothing, schoolClass: '05. Jan' }, '2026-11-28')
    expect('problems' in read && read.problems.map(({ field, code }) => [field, code])).toEqual([
      ['familyName', 'familyNameMissing'],
      ['givenName', 'nameHasNoLetters'],
      ['birthDate', 'birthDateInvalid'],
      ['schoolId', 'idRewritten'],
      ['schoolClass', 'classNotRead']
    ])
  })

  it('says the same as a row of the same words', () => {
    const read = readTypedPerson({ ...mia, familyName: ' Mus  ter', schoolId: '="0101"' }, '2026-11-28')
    expect('entry' in read && read.entry).toMatchObject({
      familyName: 'Mus ter',
      schoolId: '0101',
      birthDate: '2014-02-01',
      classes: ['7b']
    })
  })
})

describe('a guardian who is typed in', () => {
  it('P1: has the children that were typed, and of a pupil none are taken', () => {
    const read = (person: Partial<TypedPerson>) => readTypedPerson({ ...mia, ...person }, '2026-11-28')
    expect(read({ kind: 'guardian', children: '1002, 1001' })).toMatchObject({
      entry: { kind: 'guardian', classes: [], children: ['1001', '1002'] }
    })
    expect(read({ children: '1001' })).not.toHaveProperty('entry.children')
  })
})
