import { describe, expect, it } from 'vitest'
import { planSchema } from '../../../../../src-main/contract/plan'
import { defaultSettings, type LoginSettings, type Settings } from '../../../../../src-main/contract/settings'
import { rosterReasonCodes, rosterStepKinds } from '../../../../../src-main/contract/rosterPlan'
import { foldForSamba } from '../../../../../src-main/world/directory/ldap/folding'
import {
  account,
  entry,
  layout,
  planning,
  refusal,
  snapshotOf,
  steps,
  today,
  trace,
  unchangedPupils
} from './school'

function settingsWith(logins: Partial<LoginSettings>, more: Partial<Settings> = {}): Settings {
  return { ...defaultSettings, ...more, logins: { ...defaultSettings.logins, ...logins } }
}

const school = unchangedPupils(40)

describe('names that the directory takes for one', () => {
  it('P12: are one class, by the spelling that is there: none is made and none is emptied', async () => {
    const pupil = { schoolId: '1001', givenName: 'Max', familyName: 'Mustermann' }
    const accounts = [account({ ...pupil, login: 'm.mustermann', classes: ['2a'] }), ...school.accounts]
    for (const spelling of ['²a', '2A', ' 2a ', '２ａ', '2ａ']) {
      const planned = await planning({
        entries: [entry({ ...pupil, classes: [spelling] }), ...school.entries],
        accounts
      })
      expect(planned.plan).toBeNull()
      const sambaSees = await planning({
        entries: [entry({ ...pupil, classes: [spelling] }), ...school.entries],
        accounts,
        foldName: foldForSamba
      })
      const distinct = spelling.normalize('NFKC') !== spelling
      expect(steps(sambaSees).map(({ kind }) => kind)).toEqual(distinct ? ['createClass', 'changeClass'] : [])
    }
  })

  it('P12: in one roster, make one class', async () => {
    const planned = await planning({
      entries: [
        entry({ schoolId: '1', givenName: 'Ada', familyName: 'Eins', classes: ['10²'] }),
        entry({ schoolId: '2', givenName: 'Bo', familyName: 'Zwei', classes: ['102'] })
      ]
    })
    expect(steps(planned, 'createClass')).toHaveLength(1)
    const classes = steps(planned, 'create').map(({ after }) => after?.['classes'])
    expect(classes[0]).toEqual(classes[1])
  })

  it('but that are there both in the directory stay two', async () => {
    const pupil = { schoolId: '1001', givenName: 'Max', familyName: 'Mustermann' }
    const accounts = [account({ ...pupil, login: 'm.mustermann', classes: ['2a'] }), ...school.accounts]
    const other = account({
      login: 'b.zwei',
      schoolId: '1002',
      givenName: 'Bo',
      familyName: 'Zwei',
      classes: ['²a']
    })
    const planned = await planning({
      entries: [
        entry({ ...pupil, classes: ['2a'] }),
        entry({ schoolId: '1002', givenName: 'Bo', familyName: 'Zwei', classes: ['²a'] }),
        ...school.entries
      ],
      accounts: [...accounts, other]
    })
    expect(planned.plan).toBeNull()
  })

  it('P3: are one login, of accounts, groups, reserved names and addresses', async () => {
    const loginAmong = async (more: Partial<Parameters<typeof planning>[0]>): Promise<unknown> =>
      steps(await planning({ entries: [entry({})], ...more }), 'create')[0]?.after?.['login']
    expect(await loginAmong({})).toBe('m.mustermann')
    const wide = account({ login: 'ｍ.Mustermann', schoolId: '7', kind: 'teacher' })
    expect(await loginAmong({ accounts: [wide] })).toBe('m.mustermann2')
    const reservedNames = ['m.ｍustermann']
    expect(await loginAmong({ snapshot: snapshotOf([], { reservedNames }) })).toBe('m.mustermann2')
    const withMail = account({
      login: 'mmu',
      schoolId: '7',
      kind: 'teacher',
      mail: 'M.Mustermann@schule.example'
    })
    expect(await loginAmong({ accounts: [withMail] })).toBe('m.mustermann')
    const mailLayout = { ...layout, mailAddress: '{login}@schule.example' }
    expect(await loginAmong({ accounts: [withMail], layout: mailLayout })).toBe('m.mustermann2')
  })
})

describe('the plan', () => {
  it('P3: creates an account with everything the directory needs', async () => {
    const planned = await planning({ entries: [entry({ mail: 'privat@example.test' })] })
    expect(planned.counts).toEqual({
      create: 1,
      rename: 0,
      changeClass: 0,
      reactivate: 0,
      leave: 0,
      unchanged: 0
    })
    expect(planned.plan).toMatchObject({
      format: 1,
      job: 'accounts',
      day: today,
      undoes: null,
      basis: { rosterDigest: 'd1', rosterRows: 1, rejected: 0, kind: 'pupil' }
    })
    expect(steps(planned)).toEqual([
      {
        id: '1',
        kind: 'create',
        target: {
          type: 'account',
          id: null,
          name: 'm.mustermann',
          label: 'Max Mustermann',
          schoolClass: '7b'
        },
        before: null,
        after: {
          login: 'm.mustermann',
          givenName: 'Max',
          familyName: 'Mustermann',
          displayName: 'Max Mustermann',
          schoolId: '1001',
          kind: 'pupil',
          classes: ['7b'],
          groups: [],
          suspension: { kind: 'none' },
          leaverSince: null,
          mustChangePassword: true,
          mail: 'm.mustermann@schule.test'
        },
        reason: { code: 'inRosterNotInDirectory', parameters: { schoolId: '1001' } },
        needs: []
      }
    ])
  })

  it('takes the roster’s mail address where the layout has none', async () => {
    const planned = await planning({
      entries: [entry({ mail: 'max@example.test' })],
      layout: { ...layout, mailAddress: '' }
    })
    expect(steps(planned)[0]!.after!['mail']).toBe('max@example.test')
  })

  it('makes missing containers and classes first, outer before inner', async () => {
    const { containers } = layout
    const planned = await planning({
      entries: [entry({ classes: ['5c', '7b'] })],
      snapshot: snapshotOf([], {
        missingContainers: [
          containers.classes,
          'OU=Gruppen, DC=schule,DC=test',
          containers.pupil,
          containers.staff
        ]
      })
    })
    const [gruppen, schueler, klassen, fiveC, create] = steps(planned)
    expect(steps(planned)).toHaveLength(5)
    expect([gruppen, schueler, klassen].map((step) => step!.target.name)).toEqual([
      'OU=Gruppen, DC=schule,DC=test',
      containers.pupil,
      containers.classes
    ])
    expect(schueler).toMatchObject({ kind: 'createContainer', after: { dn: containers.pupil }, needs: [] })
    expect(klassen!.needs).toEqual([gruppen!.id])
    expect(fiveC).toMatchObject({ kind: 'createClass', after: { name: '5c' }, needs: [klassen!.id] })
    expect(create!.needs).toEqual([schueler!.id, fiveC!.id])
  })

  it('changes the class, and makes the new class first', async () => {
    const planned = await planning({
      entries: [entry({ classes: ['8b'] }), ...school.entries],
      accounts: [account(), ...school.accounts]
    })
    expect(planned.counts).toMatchObject({ changeClass: 1, unchanged: 40 })
    expect(steps(planned)[1]).toMatchObject({
      kind: 'changeClass',
      target: { id: 'id-m.mustermann', name: 'm.mustermann', label: 'Max Mustermann', schoolClass: '8b' },
      before: { classes: ['7b'] },
      after: { classes: ['8b'] },
      reason: { code: 'classDiffers', parameters: { from: '7b', to: '8b' } },
      needs: ['1']
    })
  })

  it('takes an empty class cell for no answer, and another case for the same class', async () => {
    const accounts = [account(), account({ login: 'a.kurz', schoolId: '1002', classes: ['EF'] })]
    const planned = await planning({
      entries: [
        entry({ classes: [' '] }),
        entry({ schoolId: '1002', classes: [' ef '], familyName: 'Kurz', givenName: 'A' })
      ],
      accounts: accounts.map((one) =>
        one.login === 'a.kurz' ? { ...one, givenName: 'A', familyName: 'Kurz' } : one
      )
    })
    expect(planned.plan).toBeNull()
    expect(planned.counts.unchanged).toBe(2)
  })

  it('renames, keeps the login, and does the class after it', async () => {
    const planned = await planning({
      entries: [entry({ familyName: 'Musterfrau', classes: ['5a'] }), ...school.entries],
      accounts: [account(), ...school.accounts]
    })
    const [rename, change] = steps(planned)
    expect(rename).toMatchObject({
      kind: 'rename',
      before: { givenName: 'Max', familyName: 'Mustermann', displayName: 'Max Mustermann' },
      after: { givenName: 'Max', familyName: 'Musterfrau', displayName: 'Max Musterfrau' },
      reason: { code: 'nameDiffers', parameters: { from: 'Max Mustermann', to: 'Max Musterfrau' } }
    })
    expect(Object.keys(rename!.after!)).not.toContain('login')
    expect(change).toMatchObject({ kind: 'changeClass', needs: [rename!.id] })
  })

  it('renames the login where the school wants it and the old one no longer fits', async () => {
    const accounts = [
      account(),
      account({ login: 'm.musterfrau', schoolId: '1002', givenName: 'Mia', familyName: 'Musterfrau' })
    ]
    const settings = settingsWith({ onRename: 'new' })
    const mia = entry({ schoolId: '1002', givenName: 'Mia', familyName: 'Musterfrau', line: 3 })
    const planned = await planning({
      entries: [entry({ familyName: 'Musterfrau' }), mia],
      accounts,
      settings
    })
    expect(steps(planned)[0]).toMatchObject({
      before: { login: 'm.mustermann' },
      after: { login: 'm.musterfrau2' }
    })
    const other = await planning({ entries: [entry({ givenName: 'Moritz' }), mia], accounts, settings })
    expect(steps(other)[0]!.after).toEqual({
      givenName: 'Moritz',
      familyName: 'Mustermann',
      displayName: 'Moritz Mustermann'
    })
  })

  it('leaves a display name that somebody chose alone', async () => {
    const planned = await planning({ entries: [entry()], accounts: [account({ displayName: 'Maxi M.' })] })
    expect(planned.plan).toBeNull()
  })

  it('P8: marks who is not in the roster as left: suspended, out of the classes, groups kept', async () => {
    const planned = await planning({
      entries: school.entries,
      accounts: [account({ groups: ['chor'] }), ...school.accounts]
    })
    expect(steps(planned)).toEqual([
      {
        id: '1',
        kind: 'leave',
        target: {
          type: 'account',
          id: 'id-m.mustermann',
          name: 'm.mustermann',
          label: 'Max Mustermann',
          schoolClass: '7b'
        },
        before: { suspension: { kind: 'none' }, leaverSince: null, classes: ['7b'] },
        after: { suspension: { kind: 'forever' }, leaverSince: today, classes: [] },
        reason: { code: 'notInRoster', parameters: { schoolId: '1001' } },
        needs: []
      }
    ])
    expect(planned.guard).toBeNull()
  })

  it('P8: takes the roster’s own word for who leaves, on that day and not before', async () => {
    const given = (leavesOn: string): Parameters<typeof planning>[0] => ({
      entries: [entry({ leavesOn }), ...school.entries],
      accounts: [account(), ...school.accounts]
    })
    expect(steps(await planning(given(today)))[0]).toMatchObject({
      kind: 'leave',
      reason: { code: 'leftOn', parameters: { schoolId: '1001', day: today } }
    })
    expect((await planning(given('2026-08-21'))).plan).toBeNull()
    const stranger = entry({ schoolId: '5555', familyName: 'Nie-Da', leavesOn: today })
    expect(
      (await planning({ entries: [stranger, ...school.entries], accounts: school.accounts })).plan
    ).toBeNull()
  })

  it('does not treat persons in rejected rows as leavers', async () => {
    const planned = await planning({
      entries: school.entries,
      accounts: [account(), ...school.accounts],
      rejectedIds: ['1001 ']
    })
    expect(planned.plan).toBeNull()
  })

  it('P8: does not treat namesakes in rejected rows without an id as leavers', async () => {
    const namesake = account({ login: 'm.mustermann2', schoolId: '1002' })
    const given = { entries: school.entries, accounts: [account(), namesake, ...school.accounts] }
    expect((await planning(given)).counts.leave).toBe(2)
    const planned = await planning({
      ...given,
      traces: [trace('MAX;Mustermann;;5a')]
    })
    expect(planned.plan).toBeNull()
  })

  it('P8: reactivates who comes back, with the class of the roster', async () => {
    const left = account({
      suspension: { kind: 'forever' },
      leaverSince: '2026-07-01',
      classes: [],
      state: 'leaver'
    })
    const planned = await planning({ entries: [entry()], accounts: [left] })
    expect(steps(planned)).toMatchObject([
      {
        kind: 'reactivate',
        before: { suspension: { kind: 'forever' }, leaverSince: '2026-07-01', classes: [] },
        after: { suspension: { kind: 'none' }, leaverSince: null, classes: ['7b'] },
        reason: { code: 'backInRoster', parameters: { leaverSince: '2026-07-01' } }
      }
    ])
  })

  it('marks nobody as left twice', async () => {
    const left = account({ suspension: { kind: 'forever' }, leaverSince: '2026-07-01', classes: [] })
    const planned = await planning({ entries: school.entries, accounts: [left, ...school.accounts] })
    expect(planned.plan).toBeNull()
  })

  it('P9: never lifts a suspension that is a sanction', async () => {
    const suspended = [
      account({ suspension: { kind: 'forever' }, state: 'suspended' }),
      account({
        login: 'a.zwei',
        givenName: 'A',
        familyName: 'Zwei',
        schoolId: '1002',
        suspension: { kind: 'until', until: '2026-09-01T00:00:00Z' }
      })
    ]
    const planned = await planning({
      entries: [
        entry({ classes: ['8b'] }),
        entry({ schoolId: '1002', givenName: 'A', familyName: 'Zwei', line: 3 })
      ],
      accounts: suspended
    })
    expect(steps(planned).map((step) => step.kind)).toEqual(['createClass', 'changeClass'])
    expect(JSON.stringify(planned.plan)).not.toContain('suspension')
  })

  it('never touches accounts that the roster does not govern', async () => {
    const others = [
      account({ login: 'm.lehrer', familyName: 'Lehrer', kind: 'teacher', schoolId: 'L1' }),
      account({ login: 'gast01', familyName: 'Gast', schoolId: null }),
      account({ login: 'pruefung1', familyName: 'Prüfung', kind: 'other', schoolId: '77' })
    ]
    const planned = await planning({ entries: school.entries, accounts: [...others, ...school.accounts] })
    expect(planned.plan).toBeNull()
    expect(planned.counts).toMatchObject({ leave: 0, unchanged: 40 })
  })

  it('takes rows of another kind over, but nobody of that kind leaves', async () => {
    const teacher = account({ login: 'm.lehrer', familyName: 'Lehrer', kind: 'teacher', schoolId: 'L1' })
    const planned = await planning({
      entries: [
        entry({ kind: 'teacher', schoolId: 'L2', familyName: 'Neu', classes: [] }),
        ...school.entries
      ],
      accounts: [teacher, ...school.accounts]
    })
    expect(steps(planned).map((step) => `${step.kind} ${step.target.name}`)).toEqual(['create m.neu'])
  })

  it('P3: gives no login that is in use, blocked, reserved or a class’s name', async () => {
    const taken = async (name: string): Promise<string> => {
      const snapshot = snapshotOf([], { reservedNames: ['reserviert'] })
      const planned = await planning({
        entries: [entry({ familyName: name, classes: ['Ef'] })],
        snapshot,
        settings: settingsWith({ pattern: '{family}' }),
        usedLogins: [
          { login: 'Neulich', lastSeen: '2026-08-01' },
          { login: 'damals', lastSeen: '2020-08-01' }
        ]
      })
      return steps(planned, 'create')[0]!.target.name
    }
    expect(await taken('Reserviert')).toBe('reserviert2')
    expect(await taken('Neulich')).toBe('neulich2')
    expect(await taken('Damals')).toBe('damals')
    expect(await taken('EF')).toBe('ef2')
    expect(await taken('Klasse-ef')).toBe('klasseef')
    expect(await taken('Administrator')).toBe('administrator2')
  })

  it('P3: numbers equal names by school id', async () => {
    const entries = ['30', '10', '20'].map((schoolId, index) => entry({ schoolId, line: index + 2 }))
    const planned = await planning({ entries })
    const logins = steps(planned, 'create').map(
      (step) => `${String(step.reason.parameters['schoolId'])} ${step.target.name}`
    )
    expect(logins.sort()).toEqual(['10 m.mustermann', '20 m.mustermann2', '30 m.mustermann3'])
  })

  it('is a valid plan whose words are all declared, in an order that holds', async () => {
    const planned = await planning({
      entries: [
        entry({ classes: ['8b'], familyName: 'Anders' }),
        entry({ schoolId: '4', line: 3, givenName: 'Neu', classes: ['9z'] }),
        ...school.entries.slice(2)
      ],
      accounts: [account(), ...school.accounts]
    })
    const plan = planSchema.parse(planned.plan)
    const place = new Map(plan.steps.map((step, index) => [step.id, index]))
    expect(place.size).toBe(plan.steps.length)
    for (const [index, step] of plan.steps.entries()) {
      expect(rosterStepKinds).toContain(step.kind)
      expect(rosterReasonCodes).toContain(step.reason.code)
      for (const need of step.needs) expect(place.get(need)).toBeLessThan(index)
    }
  })
})

describe('accident guards', () => {
  it('P8: an empty roster never reads as “all have left”', async () => {
    expect(await refusal({ entries: [], accounts: school.accounts })).toBe('plan.rosterEmpty')
    expect(await refusal({ entries: [] })).toBe('plan.rosterEmpty')
  })

  it('P8: a roster with fewer than half of the persons is refused', async () => {
    expect(await refusal({ entries: school.entries.slice(0, 19), accounts: school.accounts })).toBe(
      'plan.rosterTruncated'
    )
    expect(await refusal({ entries: school.entries.slice(0, 20), accounts: school.accounts })).toBe('none')
  })

  it('P8: unless the roster itself names those who leave', async () => {
    const entries = school.entries.map((one, index) => (index < 15 ? one : { ...one, leavesOn: today }))
    const planned = await planning({ entries, accounts: school.accounts })
    expect(planned.guard).toEqual({ leavers: 25, governed: 40 })
  })

  it('P8: a roster in which nobody of the directory occurs is refused', async () => {
    const strangers = school.entries.map((one) => ({
      ...one,
      schoolId: `x${one.schoolId ?? ''}`,
      familyName: 'Fremd'
    }))
    expect(await refusal({ entries: strangers, accounts: school.accounts })).toBe('plan.rosterMatchesNobody')
  })

  it('P8: a roster of which every row is doubtful is not refused: decisions must be possible', async () => {
    const entries = school.entries.map((one) => ({ ...one, schoolId: null }))
    const planned = await planning({ entries, accounts: school.accounts })
    expect(planned.doubtful).toHaveLength(40)
    expect(planned.plan).toBeNull()
  })

  it('P8: more leavers than the set share need the number typed in', async () => {
    const leave = async (count: number): Promise<unknown> =>
      (await planning({ entries: school.entries.slice(count), accounts: school.accounts })).guard
    expect(await leave(4)).toBeNull()
    expect(await leave(5)).toEqual({ leavers: 5, governed: 40 })
    const loose = await planning({
      entries: school.entries.slice(5),
      accounts: school.accounts,
      settings: settingsWith({}, { guardPercent: 20 })
    })
    expect(loose.guard).toBeNull()
  })

  it('the first run has no guard', async () => {
    expect((await planning({ entries: school.entries })).guard).toBeNull()
  })

  it('a pattern that makes no logins is refused', async () => {
    expect(await refusal({ entries: [entry()], settings: settingsWith({ pattern: '{g}{nachname}' }) })).toBe(
      'plan.loginPatternUnusable'
    )
  })
})
