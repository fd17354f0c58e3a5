import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { accountQuerySchema } from '../../../../src-main/contract/accounts'
import type { RosterReading } from '../../../../src-main/contract/roster'
import { defaultSettings } from '../../../../src-main/contract/settings'
import { readRoster } from '../../../../src-main/jobs/accounts/roster'
import { localFiles } from '../../../../src-main/world/files/local'
import { startJob, valueOf, type JobAtWork } from '../../support/accountsJob'
import { sourceOf, today } from './roster/rosters'
import { account, entry, layout, planning, refusal, steps, unchangedPupils } from './planning/school'

const withGuardians = {
  layout: { ...layout, containers: { ...layout.containers, guardian: 'ou=eltern,dc=schule,dc=test' } },
  settings: { ...defaultSettings, guardianAccounts: true }
}
const eva = entry({
  line: 9,
  schoolId: 'G-1',
  kind: 'guardian',
  givenName: 'Eva',
  familyName: 'Mustermann',
  classes: [],
  children: ['1001']
})

describe('P1: accounts of guardians', () => {
  it('are off by default, and a list that names some is not planned', async () => {
    expect(defaultSettings.guardianAccounts).toBe(false)
    expect(await refusal({ entries: [entry(), eva] })).toBe('plan.guardiansOff')
    expect(await refusal({ entries: [entry(), eva], settings: withGuardians.settings })).toBe(
      'plan.guardiansWithoutContainer'
    )
  })

  it('leave a plan without guardians as it was, to the letter', async () => {
    const given = { entries: [entry()] }
    expect(await planning({ ...given, ...withGuardians })).toEqual(await planning(given))
  })

  it('lie in a container of their own, in no class, with a number of their own', async () => {
    const planned = await planning({ entries: [entry(), eva], ...withGuardians })
    const made = steps(planned, 'create').find(({ after }) => after?.['kind'] === 'guardian')
    expect(made).toMatchObject({ target: { schoolClass: '' }, after: { schoolId: 'G-1', classes: [] } })
    expect([...planned.children.byStep]).toEqual([[made?.id, ['1001']]])
    expect(planned.notices).toEqual([])
  })

  it('P8: never end because of a list of pupils, nor pupils’ because of a list of guardians', async () => {
    const school = unchangedPupils(20)
    const guardian = account({ login: 'e.mutter', schoolId: 'G-7', kind: 'guardian', classes: [] })
    const accounts = [...school.accounts, guardian]
    expect((await planning({ entries: school.entries, accounts, ...withGuardians })).plan).toBeNull()
    const own = { accounts, kind: 'guardian', ...withGuardians } as const
    const known = entry({ ...eva, schoolId: 'G-7', givenName: 'Max' })
    const other = account({
      login: 'a.alt',
      schoolId: 'G-8',
      givenName: 'Alf',
      kind: 'guardian',
      classes: []
    })
    const planned = await planning({ ...own, accounts: [...accounts, other], entries: [known] })
    expect(steps(planned).map(({ kind, target }) => [kind, target.name])).toEqual([['leave', 'a.alt']])
  })

  it('are asked about where the number is a teacher’s, who stays a teacher', async () => {
    const teacher = account({ login: 't.lehr', schoolId: 'G-1', kind: 'teacher', classes: [] })
    const planned = await planning({
      entries: [eva],
      accounts: [teacher],
      kind: 'guardian',
      ...withGuardians
    })
    expect(planned.plan).toBeNull()
    expect(planned.doubtful).toMatchObject([{ candidates: [{ why: 'sameIdOtherKind' }] }])
    const decisions = { [planned.doubtful[0]!.row]: { account: teacher.id } }
    const decided = await planning({
      ...{ entries: [eva], accounts: [teacher], kind: 'guardian', decisions },
      ...withGuardians
    })
    for (const { kind, after } of steps(decided))
      expect([kind, after?.['kind']]).toEqual(['rename', undefined])
  })

  it('name the lines of children that nobody knows', async () => {
    const lost = { ...eva, children: ['1001', '4711'] }
    const { notices } = await planning({ entries: [entry(), lost], ...withGuardians })
    expect(notices).toMatchObject([{ code: 'childrenUnknown', parameters: { lines: '9' } }])
  })
})

describe('P1: guardians in lists', () => {
  const read = async (files: Record<string, string>, guardians: boolean, reading: RosterReading = {}) =>
    valueOf(await readRoster(sourceOf(files), reading, { today, guardians }))

  const list =
    'ID;Nachname;Vorname;Klasse;Kinder\nG1;Arnold;Eva;5a;11\nG1;Arnold;Eva;6b;12\nG2;Bach;Udo;;13, 14\n'

  it('have children, one row for each or several in a cell, and enter no class', async () => {
    const { entries, notices, counts } = await read({ 'eltern.csv': list }, true, { kind: 'guardian' })
    expect(entries).toMatchObject([
      { kind: 'guardian', schoolId: 'G1', classes: [], children: ['11', '12'] },
      { kind: 'guardian', schoolId: 'G2', classes: [], children: ['13', '14'] }
    ])
    expect(counts).toMatchObject({ accepted: 2, merged: 1 })
    expect(notices.map(({ code }) => code)).toEqual(['guardiansWithoutClass'])
  })

  it('are told by a word of theirs in a list of several kinds; without accounts they are named as not taken', async () => {
    const mixed = 'ID;Nachname;Vorname;Klasse;Rolle\n1;Arnold;Mia;5a;Schülerin\n9;Arnold;Eva;;Mutter\n'
    const on = await read({ 'liste.csv': mixed }, true)
    expect(on.entries.map(({ kind }) => kind)).toEqual(['pupil', 'guardian'])
    const off = await read({ 'liste.csv': mixed }, false)
    expect(off.rejected).toMatchObject([{ line: 3, code: 'kindUnknown' }])
  })

  it('keep their child’s name apart from the child, where nobody has a number', async () => {
    const named =
      'Nachname;Vorname;Geburtsdatum;Klasse;Rolle\nArnold;Mia;01.02.2014;5a;\nArnold;Mia;;;Mutter\n'
    expect((await read({ 'liste.csv': named }, true)).counts).toMatchObject({ accepted: 2, rejected: 0 })
  })

  it('say nothing of a column of children where they get no account', async () => {
    const { notices } = await read({ 'liste.csv': list.replace('G1;Arnold;Eva;6b;12\n', '') }, false)
    expect(notices).toMatchObject([{ code: 'columnsNotRead', parameters: { columns: 'Kinder' } }])
  })

  const users = [
    'sourcedId,status,role,givenName,familyName,identifier,agentSourcedIds',
    'u1,,student,Mia,Arnold,11,u3',
    'u2,,student,Ben,Arnold,12,',
    'u3,,guardian,Eva,Arnold,91,u2',
    'u4,,parent,Udo,Bach,92,',
    'u5,,contact,Tim,Onkel,93,u1'
  ].join('\n')

  it('of OneRoster have the children of either side; a contact is none', async () => {
    const on = await read({ 'users.csv': users }, true)
    expect(on.entries.map(({ kind, schoolId, children }) => [kind, schoolId, children])).toEqual([
      ['pupil', '11', undefined],
      ['pupil', '12', undefined],
      ['guardian', '91', ['11', '12']],
      ['guardian', '92', undefined]
    ])
    expect(on.rejected).toMatchObject([{ line: 6, code: 'kindUnknown' }])
    const off = await read({ 'users.csv': users }, false)
    expect(off.rejected.map(({ line }) => line)).toEqual([4, 5, 6])
    expect(off.notices.map(({ code }) => code)).toContain('columnsNotRead')
  })

  it('of OneRoster who teach are teachers; who have taught are guardians', async () => {
    const roles = [
      'sourcedId,status,userSourcedId,roleType,role,beginDate,endDate',
      'r1,,u1,primary,guardian,,',
      'r2,,u1,secondary,teacher,,',
      'r3,,u2,primary,teacher,,2026-01-31',
      'r4,,u2,secondary,guardian,,'
    ].join('\n')
    const people = 'sourcedId,status,givenName,familyName,identifier\nu1,,Kim,Lehr,21\nu2,,Udo,Weg,22\n'
    const { entries } = await read({ 'users.csv': people, 'roles.csv': roles }, true)
    expect(entries.map(({ familyName, kind }) => `${familyName} ${kind}`)).toEqual([
      'Lehr teacher',
      'Weg guardian'
    ])
  })
})

describe('P1: guardians from list to account', () => {
  let work: JobAtWork
  const list = 'ID;Nachname;Vorname;Klasse;Rolle;Kinder\n1;Arnold;Mia;5a;;\n91;Arnold;Eva;;Mutter;1, 2\n'

  beforeEach(async () => {
    work = await startJob()
  })

  async function open(reading: RosterReading = {}) {
    const path = join(work.folder, 'liste.csv')
    await localFiles.writePrivately(path, new TextEncoder().encode(list))
    return work.job.rosters.open([path], 'liste.csv', reading)
  }

  it('shows on the guardian’s page whose they are, with those whose account is gone', async () => {
    expect((await open({ kind: 'guardian' })).ok).toBe(false)
    const settings = valueOf(await work.job.handlers['settings.read'](undefined))
    valueOf(await work.job.handlers['settings.write']({ ...settings, guardianAccounts: true }))
    const preview = valueOf(await open())
    expect(preview.guardianAccounts).toBe(true)
    const { plan } = valueOf(await work.job.rosters.plan(preview.roster, {}, {}))
    valueOf(await work.job.handlers['plans.apply']({ plan: plan!.hash, leavers: null, passphrase: null }))
    const { rows } = valueOf(
      await work.job.handlers['accounts.query'](accountQuerySchema.parse({ kind: 'guardian' }))
    )
    expect(rows).toMatchObject([{ familyName: 'Arnold', kind: 'guardian', classes: [] }])
    const { children } = valueOf(await work.job.handlers['accounts.detail']({ account: rows[0]!.id }))
    expect(children).toMatchObject([
      { schoolId: '1', givenName: 'Mia', familyName: 'Arnold', classes: ['5a'] },
      { schoolId: '2', account: null }
    ])
  })
})

describe('P1: guardians named in columns of a pupil’s row', () => {
  const read = async (rows: string, guardians = true) =>
    valueOf(await readRoster(sourceOf({ 'liste.csv': rows }), {}, { today, guardians }))
  const header =
    'ID;Nachname;Vorname;Klasse;Erzieher 1: Nachname;Erzieher 1: Vorname;Erzieher 1: E-Mail;Name des Vaters;Straße;Ort'
  const listOf = (...rows: string[]): string => `${[header, ...rows].join('\n')}\n`
  const guardiansOf = ({ entries }: Awaited<ReturnType<typeof read>>) =>
    entries
      .filter(({ kind }) => kind === 'guardian')
      .map(
        ({ familyName, givenName, children = [] }) => `${givenName} ${familyName} of ${children.join(', ')}`
      )

  it('are named as not read while they get no accounts', async () => {
    const { entries, notices } = await read(listOf('1;Arnold;Mia;5a;Arnold;Eva;e@a.de;;Weg 1;Ort'), false)
    expect(entries).toHaveLength(1)
    const unread = notices.find(({ code }) => code === 'columnsNotRead')
    expect(unread?.parameters['columns']).toContain('Erzieher 1: Nachname, Erzieher 1: Vorname')
  })

  it('are one person with several children where the name and the address or the e-mail are the same', async () => {
    const found = await read(
      listOf(
        '1;Arnold;Mia;5a;Arnold;Eva;e@a.de;Udo Arnold;Weg 1;Ort',
        '2;Arnold;Max;6b;Arnold;Eva;E@a.de;Arnold, Udo;Weg 1;Ort',
        '3;Bach;Ole;6b;Arnold;Eva;e@a.de;Frau Ida von der Heide;Gasse 2;Ort'
      )
    )
    expect(guardiansOf(found)).toEqual([
      'Eva Arnold of 1, 2, 3',
      'Udo Arnold of 1, 2',
      'Ida von der Heide of 3'
    ])
    expect(found.notices.map(({ code }) => code)).not.toContain('columnsNotRead')
    expect(found.notices).toContainEqual({ code: 'guardiansNamed', parameters: { count: 3 } })
    expect(found.guardianColumns).toEqual([4, 5, 6, 7])
    expect(found.counts).toMatchObject({ rows: 6, withoutClass: 0 })
  })

  it('are not told apart by anybody where the name alone is the same: both are listed', async () => {
    const found = await read(
      listOf('1;Arnold;Mia;5a;Müller;Eva;;;Weg 1;Ort', '2;Bach;Max;6b;Müller;Eva;;;Gasse 2;Ort')
    )
    expect(guardiansOf(found)).toEqual([])
    expect(found.rejected.map(({ code }) => code)).toEqual(['duplicatePerson', 'duplicatePerson'])
    expect(found.entries.map(({ kind }) => kind)).toEqual(['pupil', 'pupil'])
  })

  it('are told with their lines where it is not certain who is meant', async () => {
    const found = await read(
      listOf(
        '1;Arnold;Mia;5a;;;;Eva und Udo Arnold;Weg 1;Ort',
        '2;Bach;Max;6b;;;;Anna Lena Bach;Gasse 2;Ort',
        ';Cramer;Tim;6b;Cramer;Ute;;;Gasse 3;Ort'
      )
    )
    expect(guardiansOf(found)).toEqual([])
    const notice = found.notices.find(({ code }) => code === 'guardiansNotRead')
    expect(notice?.parameters).toMatchObject({ count: 3, lines: '2, 3, 4' })
  })

  it('keep a number to one person: two numbers are two, and one number with two names is refused', async () => {
    const numbered = 'ID;Nachname;Vorname;Klasse;Mutter ID;Mutter Name;Mutter Vorname;Mutter Mail'
    const rows = [
      '1;A;Mia;5a;M1;Arnold;Eva;x@y.de',
      '2;B;Max;6b;M2;Arnold;Eva;x@y.de',
      '3;C;Tim;6b;M3;Bach;Ida;'
    ]
    const found = await read(`${[numbered, ...rows, '4;D;Ina;6b;M3;Cramer;Ute;'].join('\n')}\n`)
    expect(guardiansOf(found)).toEqual(['Eva Arnold of 1', 'Eva Arnold of 2'])
    expect(found.rejected.map(({ code }) => code)).toEqual(['duplicateId', 'duplicateId'])
  })

  it('are known again by name and child, and nobody gets a second account', async () => {
    const nameless = entry({ ...eva, schoolId: null, children: ['1001', '1002'] })
    const known = account({ login: 'e.mustermann', schoolId: 'NW-000001', kind: 'guardian', classes: [] })
    const mother = { ...known, givenName: 'Eva', familyName: 'Mustermann' }
    const given = { entries: [nameless], accounts: [mother], kind: 'guardian', ...withGuardians } as const
    const again = await planning({ ...given, childrenOf: new Map([[mother.id, ['1001']]]) })
    expect([again.plan, again.doubtful]).toEqual([null, []])
    expect([...again.children.byAccount]).toEqual([[mother.id, ['1001', '1002']]])
    const other = await planning({ ...given, childrenOf: new Map([[mother.id, ['4711']]]) })
    expect(other.doubtful).toHaveLength(1)
  })
})
