import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Plan } from '../../../../src-main/contract/plan'
import { succeed } from '../../../../src-main/contract/result'
import type { Measure } from '../../../../src-main/contract/sanctions'
import type { CaseRecord } from '../../../../src-main/jobs/sanctions/cases'
import { standingAgainst } from '../../../../src-main/jobs/sanctions/shutOut'
import { nothingDemanded } from '../../../../src-main/jobs/sanctions/steps'
import type { GuardedChange } from '../../../../src-main/desks/job'
import { openRealSchool } from '../../../integration/sanctions/realSchool'
import { nothingDue } from '../../support/accountsJob'
import { MemoryDirectory } from '../../support/memoryDirectory'
import { clockAt, codeOf, moduleGroups, valueOf } from '../../support/sanctionsSchool'

const noWlan: Measure = { kind: 'moduleRefusal', module: 'wlan', until: null }
const reason = 'Störung im Unterricht'

/** Cases and everyday actions on one directory; a pupil who may use everything. */
async function startSchool(directory = new MemoryDirectory()) {
  for (const name of Object.values(moduleGroups)) directory.seedGroup(name, false)
  const { id: account } = directory.seed({
    login: 'm.muster',
    schoolId: '1',
    groups: Object.values(moduleGroups).toSorted()
  })
  const { school, accounts } = await openRealSchool(async () => succeed(directory))
  const { handlers } = accounts()
  // The job of accounts asks the same settings as the cases do.
  valueOf(await handlers['settings.write'](school.settings))
  const groups = () => directory.accounts.get(account)!.groups
  return { directory, school, account, handlers, accounts: accounts(), groups }
}

describe('the end of a case and whoever is shut out otherwise', () => {
  it('P9: opens no module during a suspension, and the end of that gives it back', async () => {
    const { school, account, handlers, groups } = await startSchool()
    const approved = valueOf(await school.approve(await school.propose(account, noWlan)))
    school.present = school.people.administrator
    valueOf(await handlers['accounts.suspend']({ account, until: null, reason }))
    expect(groups()).toEqual([])
    school.present = school.people.leadership
    expect(valueOf(await school.lift(approved)).state).toBe('lifted')
    expect(groups()).toEqual([])
    school.present = school.people.administrator
    expect(valueOf(await handlers['accounts.detail']({ account })).modules.taken).toEqual(
      Object.values(moduleGroups).toSorted()
    )
    valueOf(await handlers['accounts.liftSuspension']({ account, reason }))
    expect(groups()).toEqual(Object.values(moduleGroups).toSorted())
  })

  it.each([
    ['in Germany', '2027-01-07T23:00:00.000Z', undefined],
    ['for the PC that planned it', '2027-01-08T05:00:00.000Z', () => '2027-01-08T05:00:00.000Z']
  ] as const)(
    'P10: a suspension of the case itself stands against nothing, by the day %s',
    (_where, until, starts) => {
      vi.stubEnv('TZ', 'Asia/Tokyo')
      onTestFinished(() => void vi.unstubAllEnvs())
      const measures: Measure[] = [{ kind: 'suspension', until: '2027-01-08' }, noWlan]
      const record = { decision: { measures }, proposal: { measures } } as unknown as CaseRecord
      const plan = { basis: { ends: 'plan' }, steps: [] } as unknown as Plan
      const account = new MemoryDirectory().seed({ login: 'm.muster', suspension: { kind: 'until', until } })
      const back = { membership: { group: 'wlan', member: true } }
      const giving = { ...plan, steps: [{ after: back }] as unknown as Plan['steps'] }
      const now = new Date('2026-12-05T09:00:00Z')
      expect(standingAgainst(record, giving, account, nothingDemanded, now, starts)).toEqual(nothingDemanded)
      const longer = { ...account, suspension: { kind: 'forever' } as const }
      expect(standingAgainst(record, giving, longer, nothingDemanded, now, starts).groups).toEqual(['wlan'])
    }
  )

  it.each([null, '2027-01-08'])(
    'P26: an end that somebody has put into the register (case until %s) lifts no decision',
    async (until) => {
      const directory = new MemoryDirectory({ selfEndingSuspension: false })
      const { school, account, handlers, accounts, groups } = await startSchool(directory)
      const proposed = await school.propose(account, { kind: 'suspension', until })
      valueOf(await school.approve(proposed))
      await school.store.rememberSuspension(account, '2026-11-01T00:00:00.000Z')
      expect(await accounts.liftDue()).toEqual(nothingDue)
      school.present = school.people.administrator
      expect(await handlers['accounts.liftSuspension']({ account, reason })).toMatchObject({
        failure: { code: 'sanctions.liftIsDecision' }
      })
      expect(directory.accounts.get(account)).toMatchObject({ suspension: { kind: 'forever' } })
      expect(groups()).toEqual([])
      // The case tells it, and puts it right.
      valueOf(await school.job.due())
      expect(await school.look(proposed.id)).toMatchObject({ differences: [{ kind: 'missing' }] })
      valueOf(await school.as(school.people.administrator, 'sanctions.enforce', { case: proposed.id }))
      expect(await school.look(proposed.id)).toMatchObject({ differences: [] })
      expect(await accounts.liftDue()).toEqual(nothingDue)
    }
  )

  it('P26: lifts no decision whose plan somebody has taken out of the store', async () => {
    const directory = new MemoryDirectory({ selfEndingSuspension: false })
    const { school, account, accounts, groups } = await startSchool(directory)
    const approved = valueOf(
      await school.approve(await school.propose(account, { kind: 'suspension', until: null }))
    )
    await school.store.rememberSuspension(account, '2026-11-01T00:00:00.000Z')
    const findPlan = school.store.findPlan.bind(school.store)
    school.store.findPlan = async (hash) => (hash === approved.decision?.plan ? null : findPlan(hash))
    expect((await school.job.planProblems()).map(({ code }) => code)).toEqual(['planChanged'])
    expect(await accounts.liftDue()).toEqual(nothingDue)
    const seen = directory.accounts.get(account)!
    const guard = (change: GuardedChange) => school.job.guard(seen, change)
    expect(codeOf(await guard({ suspension: { kind: 'none' } }))).toBe('sanctions.liftIsDecision')
    expect(codeOf(await guard({ groups: [moduleGroups.wlan] }))).toBe('sanctions.liftIsDecision')
    expect(await school.job.suspensionAtReturn(seen, { kind: 'none' })).toEqual({ kind: 'forever' })
    expect(seen.suspension).toEqual({ kind: 'forever' })
    expect(groups()).toEqual([])
  })

  it('P9 P26: a PC whose clock is days ahead of the ledger ends nothing early, and says so', async () => {
    clockAt('2026-11-22T09:00:00')
    const directory = new MemoryDirectory({ selfEndingSuspension: false })
    const { school, account, accounts, groups } = await startSchool(directory)
    const suspension: Measure = { kind: 'suspension', until: '2026-12-01' }
    const approved = valueOf(await school.approve(await school.propose(account, suspension)))
    const seen = directory.accounts.get(account)!
    const lift = () => school.job.guard(seen, { suspension: { kind: 'none' } })
    const readTime = school.store.readTime.bind(school.store)
    school.store.readTime = async () => '2026-11-22T10:00:00.000Z'
    clockAt('2026-12-05T09:00:00')
    expect(codeOf(await lift())).toBe('sanctions.liftIsDecision')
    expect(codeOf(await accounts.liftDue())).toBe('ledger.clockAhead')
    expect(valueOf(await school.job.due())).toMatchObject({ ended: [], waiting: [] })
    expect(groups()).toEqual([])
    expect(directory.accounts.get(account)?.suspension).toEqual({ kind: 'forever' })
    school.store.readTime = readTime
    expect(valueOf(await accounts.liftDue())).toMatchObject({ run: { done: 1 } })
    expect(valueOf(await school.job.due())).toMatchObject({ ended: [approved.number] })
    expect(directory.accounts.get(account)).toMatchObject({ suspension: { kind: 'none' } })
    expect(groups()).toEqual(Object.values(moduleGroups).toSorted())
  })

  it('P9 P26: what falls due follows the ledger’s time, whoever has asked before', async () => {
    clockAt('2026-11-22T09:00:00')
    const { school, account, groups } = await startSchool(new MemoryDirectory())
    const noWlan: Measure = { kind: 'moduleRefusal', module: 'wlan', until: '2026-12-01' }
    const approved = valueOf(await school.approve(await school.propose(account, noWlan)))
    const readTime = school.store.readTime.bind(school.store)
    school.store.readTime = async () => '2026-11-22T10:00:00.000Z'
    clockAt('2026-12-05T09:00:00')
    expect(valueOf(await school.job.due())).toMatchObject({ ended: [], waiting: [] })
    expect(groups()).not.toContain(moduleGroups.wlan)
    school.store.readTime = readTime
    expect(valueOf(await school.job.due())).toMatchObject({ ended: [approved.number] })
    expect(groups()).toContain(moduleGroups.wlan)
  })

  it('P9: opens no module by taking back an approval that expired half done; the end of the suspension does', async () => {
    clockAt('2026-11-22T09:00:00')
    const { directory, school, account, handlers, groups, accounts } = await startSchool()
    const noMail: Measure = { kind: 'moduleRefusal', module: 'mail', until: null }
    const proposed = await school.propose(account, noWlan, noMail)
    directory.loses = (_, moment) => moment === 'before' && groups().length === 2
    valueOf(await school.approve(proposed))
    directory.loses = () => false
    expect(await school.look(proposed.id)).toMatchObject({ state: 'approved' })
    expect(groups()).toHaveLength(2)
    school.present = school.people.administrator
    valueOf(await handlers['accounts.suspend']({ account, until: null, reason }))
    expect(groups()).toEqual([])
    clockAt('2026-12-20T09:00:00')
    expect(valueOf(await school.job.due())).toMatchObject({ expired: [proposed.number], waiting: [] })
    expect(groups()).toEqual([])
    expect(valueOf(await school.job.due())).toMatchObject({ waiting: [] })
    valueOf(await handlers['accounts.liftSuspension']({ account, reason }))
    valueOf(await accounts.liftDue())
    expect(groups()).toEqual(Object.values(moduleGroups).toSorted())
  })

  it('P10: what a case has given back and somebody takes away later does not come back with the next suspension', async () => {
    const { directory, school, account, handlers, groups } = await startSchool()
    const approved = valueOf(await school.approve(await school.propose(account, noWlan)))
    valueOf(await school.lift(approved))
    expect(groups()).toContain(moduleGroups.wlan)
    const others = Object.values(moduleGroups)
      .filter((group) => group !== moduleGroups.wlan)
      .toSorted()
    await directory.changeAccount(account, { groups: others })
    school.present = school.people.administrator
    valueOf(await handlers['accounts.suspend']({ account, until: null, reason }))
    expect(valueOf(await handlers['accounts.detail']({ account })).modules.taken).toEqual(others)
    valueOf(await handlers['accounts.liftSuspension']({ account, reason }))
    expect(groups()).toEqual(others)
  })

  it('P8: opens no module for who has left', async () => {
    const { directory, school, account, groups } = await startSchool()
    const approved = valueOf(await school.approve(await school.propose(account, noWlan)))
    valueOf(
      await directory.changeAccount(account, {
        leaverSince: '2026-11-22',
        suspension: { kind: 'forever' },
        groups: []
      })
    )
    school.present = school.people.leadership
    expect(valueOf(await school.lift(approved)).state).toBe('lifted')
    expect(groups()).toEqual([])
  })

  it('P26: neither an old plan nor taking back the leaving brings a suspension back that was lifted meanwhile', async () => {
    const { school, account, directory, handlers, accounts } = await startSchool()
    const roster = async (ids: readonly number[]) => {
      const bytes = ids.map((id) => `${id};Muster${'abcdefghijklmnop'.charAt(id)};Mia;;7b`).join('\r\n')
      const file = join(school.folder, 'roster.csv')
      await writeFile(file, `ID;Nachname;Vorname;Geburtsdatum;Klasse\r\n${bytes}\r\n`)
      const { roster: open } = valueOf(await accounts.rosters.open([file], 'roster.csv'))
      return valueOf(await accounts.rosters.plan(open, {}, {}))
    }
    const { passphrase } = school.people.administrator
    const others = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    const apply = async ({ plan, counts }: Awaited<ReturnType<typeof roster>>) =>
      valueOf(await handlers['plans.apply']({ plan: plan!.hash, leavers: counts.leave || null, passphrase }))
    await apply(await roster([1, ...others]))
    const approved = valueOf(
      await school.approve(await school.propose(account, { kind: 'suspension', until: null }))
    )
    school.present = school.people.administrator
    const left = await roster(others)
    await apply(left)
    const old = await roster([1, ...others])
    school.present = school.people.leadership
    expect(valueOf(await school.lift(approved)).state).toBe('lifted')
    school.present = school.people.administrator
    const shown = () => directory.accounts.get(account)
    expect(await apply(old)).toMatchObject({ failed: 1 })
    expect(shown()?.leaverSince).toBeTypeOf('string')
    expect(valueOf(await handlers['plans.undo']({ plan: left.plan!.hash, passphrase }))).toMatchObject({
      failed: 1
    })
    expect(shown()?.leaverSince).toBeTypeOf('string')
    expect(await apply(await roster([1, ...others]))).toMatchObject({ failed: 0 })
    expect(shown()).toMatchObject({ leaverSince: null, suspension: { kind: 'none' } })
  })

  it('P10: the end of a suspension gives back no module that a case in force refuses', async () => {
    const { school, account, handlers, groups, accounts } = await startSchool()
    valueOf(await handlers['accounts.suspend']({ account, until: null, reason }))
    const approved = valueOf(await school.approve(await school.propose(account, noWlan)))
    school.present = school.people.administrator
    valueOf(await handlers['accounts.liftSuspension']({ account, reason }))
    expect(groups()).toEqual([moduleGroups.forum, moduleGroups.mail].toSorted())
    school.present = school.people.leadership
    valueOf(await school.lift(approved))
    valueOf(await accounts.liftDue())
    expect(groups()).toEqual(Object.values(moduleGroups).toSorted())
  })
})
