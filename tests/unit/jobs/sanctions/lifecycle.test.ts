import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Measure } from '../../../../src-main/contract/sanctions'
import { MemoryDirectory } from '../../support/memoryDirectory'
import { clockAt, codeOf, pupilIn, SanctionsSchool, valueOf } from '../../support/sanctionsSchool'

const suspension: Measure = { kind: 'suspension', until: '2026-12-01' }
const noWlan: Measure = { kind: 'moduleRefusal', module: 'wlan', until: '2026-12-08' }

describe('a sanction from proposal to end', () => {
  it('P9 P10 P26: is in force only when the leadership has approved it and the directory shows it', async () => {
    clockAt('2026-11-22T09:00:00')
    const directory = new MemoryDirectory()
    const account = pupilIn(directory)
    const school = await SanctionsSchool.open(directory)

    const proposed = await school.propose(account, { kind: 'warning' }, suspension, noWlan)
    expect(proposed).toMatchObject({
      number: '2026-001',
      state: 'proposed',
      may: { decide: false, propose: true, withdraw: true, recordHearing: true, lift: false, enforce: false }
    })
    expect(Date.parse(proposed.deadline ?? '') - Date.parse(proposed.proposal?.at ?? '')).toBe(
      14 * 86_400_000
    )
    expect(directory.writes).toEqual([])
    expect(school.job.inboxItems(school.people.leadership.actor)).toMatchObject([
      {
        kind: 'caseToDecide',
        to: `/cases/${proposed.id}`,
        parameters: { number: '2026-001', name: 'Kim Beispiel' }
      }
    ])
    expect(school.job.inboxItems(school.people.administrator.actor)).toEqual([])

    const inForce = valueOf(await school.approve(proposed))
    expect(inForce).toMatchObject({ state: 'inForce', obstacle: null, differences: [] })
    expect(directory.accounts.get(account)).toMatchObject({
      suspension: { kind: 'until', until: new Date('2026-12-01T00:00:00').toISOString() },
      groups: ['schach-ag'],
      classes: ['7b']
    })
    expect(school.kindsOf(proposed.id)).toEqual([
      'case.opened',
      'case.proposed',
      'case.decided',
      'case.enforced'
    ])
    expect(inForce.course.map(({ event, person }) => [event, person === null])).toEqual([
      ['opened', false],
      ['proposed', false],
      ['decided', false],
      ['enforced', true]
    ])
  })

  it('P9 P10: gives a module back on its day, once, and ends when everything is over', async () => {
    clockAt('2026-11-22T09:00:00')
    const directory = new MemoryDirectory()
    const account = pupilIn(directory)
    const school = await SanctionsSchool.open(directory)
    const noMail: Measure = { kind: 'moduleRefusal', module: 'mail', until: '2026-12-20' }
    const proposed = await school.propose(account, noWlan, noMail)
    valueOf(await school.approve(proposed))

    clockAt('2026-12-07T23:59:00')
    expect(valueOf(await school.job.due())).toMatchObject({ ended: [], waiting: [] })
    expect(directory.accounts.get(account)?.groups).not.toContain('modul-wlan')

    clockAt('2026-12-08T00:00:01')
    valueOf(await school.job.due())
    expect(directory.accounts.get(account)?.groups).toContain('modul-wlan')
    expect((await school.look(proposed.id)).state).toBe('inForce')

    // What the administrator takes away afterwards is no business of the case.
    await directory.changeAccount(account, { groups: [] })
    valueOf(await school.job.due())
    expect(directory.accounts.get(account)?.groups).toEqual([])

    clockAt('2026-12-20T00:00:01')
    expect(valueOf(await school.job.due())).toMatchObject({ ended: ['2026-001'] })
    expect(directory.accounts.get(account)?.groups).toEqual(['modul-mail'])
    expect(school.kindsOf(proposed.id).at(-1)).toBe('case.ended')
    expect(school.ledger.verification.problems).toEqual([])
  })

  it('P26: is lifted early by decision only, and gives back what it took', async () => {
    clockAt('2026-11-22T09:00:00')
    const directory = new MemoryDirectory()
    const account = pupilIn(directory)
    const school = await SanctionsSchool.open(directory)
    const inForce = valueOf(
      await school.approve(await school.propose(account, { ...suspension, until: null }, noWlan))
    )
    const seen = directory.accounts.get(account)!
    expect(await school.job.guard(seen, { suspension: { kind: 'none' } })).toMatchObject({
      failure: { code: 'sanctions.liftIsDecision', parameters: { number: '2026-001' } }
    })
    expect(codeOf(await school.job.guard(seen, { groups: [...seen.groups, 'Modul-WLAN'] }))).toBe(
      'sanctions.liftIsDecision'
    )
    expect((await school.job.guard(seen, { groups: ['schach-ag'] })).ok).toBe(true)

    expect(valueOf(await school.lift(inForce)).state).toBe('lifted')
    expect(directory.accounts.get(account)).toMatchObject({
      suspension: { kind: 'none' },
      groups: ['modul-forum', 'modul-mail', 'modul-wlan', 'schach-ag']
    })
    expect(await school.job.guard(seen, { suspension: { kind: 'none' } })).toMatchObject({ ok: true })
  })

  it.each([
    ['Europe/Berlin', 'UTC'],
    ['UTC', 'Europe/Berlin']
  ])('is carried out and lifted by a PC of another time zone (%s, %s)', async (here, there) => {
    vi.stubEnv('TZ', here)
    onTestFinished(() => void vi.unstubAllEnvs())
    clockAt('2026-11-22T09:00:00')
    const directory = new MemoryDirectory()
    const account = pupilIn(directory)
    const school = await SanctionsSchool.open(directory)
    const away = { code: 'directory.unreachable', parameters: {} } as const
    const proposed = await school.propose(account, { kind: 'suspension', until: '2027-01-08' })
    school.away = away
    valueOf(await school.approve(proposed))
    school.away = null
    vi.stubEnv('TZ', there)
    expect(valueOf(await school.job.due())).toMatchObject({ enforced: [proposed.number], waiting: [] })
    const inForce = await school.look(proposed.id)
    expect(inForce.differences).toEqual([])
    vi.stubEnv('TZ', here)
    school.away = away
    valueOf(await school.lift(inForce))
    school.away = null
    vi.stubEnv('TZ', there)
    expect(valueOf(await school.job.due())).toMatchObject({ lifted: [proposed.number], waiting: [] })
    expect(directory.accounts.get(account)).toMatchObject({ suspension: { kind: 'none' } })
    expect(await school.job.planProblems()).toEqual([])
  })

  it('a warning asks nothing of the directory, and stays', async () => {
    clockAt('2026-11-22T09:00:00')
    const directory = new MemoryDirectory()
    const account = pupilIn(directory)
    const school = await SanctionsSchool.open(directory)
    const proposed = await school.propose(account, { kind: 'warning' })
    school.away = { code: 'directory.unreachable', parameters: { url: 'ldaps://x' } }
    expect(valueOf(await school.approve(proposed)).state).toBe('inForce')
    clockAt('2027-11-22T09:00:00')
    expect(valueOf(await school.job.due())).toMatchObject({ ended: [], waiting: [] })
    expect(valueOf(await school.lift(await school.look(proposed.id))).state).toBe('lifted')
    expect(directory.writes).toEqual([])
  })
})

describe('a person who is renamed between two proposals', () => {
  it('P26: is the same person in the plan that is decided on', async () => {
    clockAt('2026-11-22T09:00:00')
    const directory = new MemoryDirectory()
    const account = pupilIn(directory)
    const school = await SanctionsSchool.open(directory)
    const { administrator } = school.people
    const first = await school.propose(account, suspension)
    const renamed = { familyName: 'Neumann', login: 'k.neumann', classes: ['8a'] }
    directory.accounts.set(account, { ...directory.accounts.get(account)!, ...renamed })
    const again = await school.as(administrator, 'sanctions.propose', {
      ...{ case: first.id, version: first.version, measures: [noWlan], reasons: 'Milder.' },
      passphrase: administrator.passphrase
    })
    expect(valueOf(await school.approve(valueOf(again))).state).toBe('inForce')
    expect(directory.accounts.get(account)?.groups).not.toContain('modul-wlan')
    expect(await school.job.planProblems()).toEqual([])
  })
})

describe('a directory that is away', () => {
  const unreachable = { code: 'directory.unreachable', parameters: { url: 'ldaps://school' } } as const

  it('the case says "approved, not yet in force" and completes later by itself', async () => {
    clockAt('2026-11-22T09:00:00')
    const directory = new MemoryDirectory()
    const account = pupilIn(directory)
    const school = await SanctionsSchool.open(directory)
    const proposed = await school.propose(account, suspension)
    school.away = unreachable
    const approved = valueOf(await school.approve(proposed))
    expect(approved).toMatchObject({ state: 'approved', obstacle: unreachable, may: { enforce: true } })
    expect(school.job.inboxItems(school.people.administrator.actor)).toMatchObject(
      [{ kind: 'caseDecided' }, { kind: 'caseNotInForce', obstacle: unreachable }].toSorted((left, right) =>
        right.kind.localeCompare(left.kind)
      )
    )

    // Each new obstacle is said once.
    expect(valueOf(await school.job.due())).toMatchObject({
      waiting: [{ number: '2026-001', failure: unreachable }]
    })
    expect(codeOf(await school.ask('sanctions.enforce', { case: proposed.id }))).toBe('directory.unreachable')
    school.away = { code: 'directory.timeout', parameters: {} }
    await school.job.due()
    expect(school.kindsOf(proposed.id).slice(3)).toEqual(['case.enforcementFailed', 'case.enforcementFailed'])

    school.away = null
    expect(valueOf(await school.job.due())).toMatchObject({ enforced: ['2026-001'], waiting: [] })
    expect((await school.look(proposed.id)).state).toBe('inForce')
  })

  it('the leadership may decide otherwise meanwhile, on the account as it was proposed', async () => {
    clockAt('2026-11-22T09:00:00')
    const directory = new MemoryDirectory()
    const account = pupilIn(directory)
    const school = await SanctionsSchool.open(directory)
    const { id, version } = await school.propose(account, { ...suspension, until: null })
    school.away = unreachable
    clockAt('2026-11-24T09:00:00')
    const { leadership } = school.people
    const preview = valueOf(
      await school.as(leadership, 'sanctions.preview', { case: id, measures: [noWlan] })
    )
    expect(preview.effects).toEqual([
      { measure: noWlan, group: 'modul-wlan', modules: [], gone: [], idle: false, endsBy: 'app' }
    ])
    expect(preview.touches).toEqual([
      {
        ...{ kind: 'leaveGroup', group: 'modul-wlan' },
        ...{ login: 'k.beispiel', name: 'Kim Beispiel', schoolClass: '7b', gone: false }
      }
    ])
    expect(preview.groupsSeen).toBe(false)
    const decision = {
      ...{ case: id, version, outcome: 'changed' as const, measures: [noWlan], plan: preview.plan },
      ...{ reasons: 'Milder.', passphrase: leadership.passphrase }
    }
    expect(
      codeOf(await school.ask('sanctions.decide', { ...decision, measures: [noWlan, { kind: 'warning' }] }))
    ).toBe('sanctions.planDiffers')
    expect(valueOf(await school.ask('sanctions.decide', decision)).state).toBe('approved')
    school.away = null
    valueOf(await school.ask('sanctions.enforce', { case: id }))
    expect(directory.accounts.get(account)).toMatchObject({
      suspension: { kind: 'none' },
      groups: ['modul-forum', 'modul-mail', 'schach-ag']
    })
  })

  it('an approval expires unused after 14 days, and is not carried out afterwards', async () => {
    clockAt('2026-11-22T09:00:00')
    const directory = new MemoryDirectory()
    const account = pupilIn(directory)
    const school = await SanctionsSchool.open(directory)
    const proposed = await school.propose(account, { ...suspension, until: null })
    school.away = unreachable
    valueOf(await school.approve(proposed))
    clockAt('2026-12-06T09:00:01')
    school.away = null
    expect(codeOf(await school.ask('sanctions.enforce', { case: proposed.id }))).toBe(
      'sanctions.approvalExpired'
    )
    expect(valueOf(await school.job.due())).toMatchObject({ expired: ['2026-001'], enforced: [] })
    expect((await school.look(proposed.id)).state).toBe('expired')
    expect(directory.writes).toEqual([])
  })

  it('a lifting that expires unused leaves the measure in force', async () => {
    clockAt('2026-11-22T09:00:00')
    const directory = new MemoryDirectory()
    const account = pupilIn(directory)
    const school = await SanctionsSchool.open(directory)
    const inForce = valueOf(
      await school.approve(await school.propose(account, { ...suspension, until: null }))
    )
    school.away = unreachable
    expect(valueOf(await school.lift(inForce))).toMatchObject({ state: 'lifting', obstacle: unreachable })
    clockAt('2026-12-06T09:00:02')
    expect(valueOf(await school.job.due())).toMatchObject({ expired: ['2026-001'] })
    const after = await school.look(inForce.id)
    expect(after).toMatchObject({ state: 'inForce', lift: null, obstacle: null })
    school.away = null
    expect(valueOf(await school.lift(after)).state).toBe('lifted')
  })
})
