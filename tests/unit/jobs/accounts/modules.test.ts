import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ModuleGroups } from '../../../../src-main/contract/modules'
import { fail, succeed } from '../../../../src-main/contract/result'
import { defaultSettings } from '../../../../src-main/contract/settings'
import { unfoundedActor } from '../../../../src-main/core/people/actor'
import { hashPlan } from '../../../../src-main/core/plan'
import { actionPlan } from '../../../../src-main/jobs/accounts/actions'
import { membershipImages } from '../../../../src-main/jobs/accounts/modules'
import { localFiles } from '../../../../src-main/world/files/local'
import { type JobAtWork, nothingDue, startJob, valueOf } from '../../support/accountsJob'
import { MemoryDirectory } from '../../support/memoryDirectory'

const mapped: ModuleGroups = { wlan: 'WLAN', mail: 'post', files: '' }
const reason = 'Verstoß'
const stated = { code: 'statedReason', parameters: { text: reason } } as const

/** A school that maps two modules; the account is in both, in another spelling, and in a group that is none. */
async function startSchool(directory = new MemoryDirectory()) {
  const work = await startJob(directory)
  for (const name of ['wlan', 'post', 'chor']) directory.seedGroup(name, false)
  const { id: account } = directory.seed({
    login: 'm.muster',
    schoolId: '1',
    groups: ['chor', 'post', 'wlan']
  })
  valueOf(await work.job.handlers['settings.write']({ ...defaultSettings, modules: mapped }))
  const groups = () => directory.accounts.get(account)!.groups
  const modules = async () => valueOf(await work.job.handlers['accounts.detail']({ account })).modules
  return { work, account, groups, modules, ...work.job }
}

const others = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const everybody = [1, ...others]

/** A roster of class 7b that names these school ids, applied. */
async function applyRoster(work: JobAtWork, ids: readonly number[], leavers: number | null = null) {
  const file = join(work.folder, 'roster.csv')
  const lines = ids.map((id) => `${id};Muster${'abcdefghijklmnop'.charAt(id)};Mia;;7b`)
  const text = ['ID;Nachname;Vorname;Geburtsdatum;Klasse', ...lines].join('\r\n')
  valueOf(await localFiles.writePrivately(file, new TextEncoder().encode(text)))
  const preview = valueOf(await work.job.rosters.open([file], 'roster.csv'))
  const planned = valueOf(await work.job.rosters.plan(preview.roster, {}, {}))
  const plan = planned.plan!.hash
  const applied = await work.job.handlers['plans.apply']({ plan, leavers, passphrase: null })
  expect(valueOf(applied)).toMatchObject({ state: 'finished', failed: 0 })
  return plan
}

describe('a suspension and the modules', () => {
  it('P9: takes the group of every mapped module in one step, and the lift gives them back', async () => {
    const { work, account, groups, modules, handlers } = await startSchool()
    const { plan } = valueOf(await handlers['accounts.suspend']({ account, until: null, reason }))
    expect(groups()).toEqual(['chor'])
    expect(await modules()).toEqual({ open: [], taken: ['post', 'wlan'] })
    expect(await work.job.findPlan(plan.slice(0, 8))).toEqual(succeed(plan))
    const lifted = valueOf(await handlers['accounts.liftSuspension']({ account, reason: 'Geklärt' }))
    expect(lifted.progress.steps).toBe(1)
    expect(groups()).toEqual(['chor', 'post', 'wlan'])
    expect(await modules()).toEqual({ open: ['post', 'wlan'], taken: [] })
  })

  it.each([true, false])(
    'P8: a leaver gets no suspension that ends (by the directory itself: %s), and none that is there already is lifted',
    async (selfEndingSuspension) => {
      const school = await startSchool(new MemoryDirectory({ selfEndingSuspension }))
      const { work, account, handlers, job } = { ...school, job: school.work.job }
      await applyRoster(work, everybody)
      await applyRoster(work, others)
      const answer = await handlers['accounts.suspend']({ account, until: '2026-12-01', reason })
      expect(answer).toMatchObject({ failure: { code: 'accounts.leaverStaysShutOut' } })
      expect(work.directory.accounts.get(account)).toMatchObject({ suspension: { kind: 'forever' } })
      if (selfEndingSuspension) return
      // As an earlier version has left it.
      await work.store.rememberSuspension(account, '2026-11-23T00:00:00.000Z')
      work.clock.time = new Date('2026-12-02T09:00:00')
      expect(await job.liftDue()).toEqual(nothingDue)
      expect(await work.store.dueSuspensions()).toEqual(new Map())
      expect(work.directory.accounts.get(account)).toMatchObject({ suspension: { kind: 'forever' } })
    }
  )

  it('P9 P10: tells the administrator of a module whose group is gone, as soon as that was read', async () => {
    const { work } = await startSchool()
    const waits = () =>
      work.job.inboxItems(unfoundedActor, mapped).map(({ kind, parameters }) => [kind, parameters])
    expect(waits()).toEqual([])
    valueOf(await work.job.handlers['accounts.refresh'](undefined))
    expect(waits()).toEqual([])
    work.directory.groups.delete('post')
    valueOf(await work.job.handlers['accounts.refresh'](undefined))
    expect(waits()).toEqual([['moduleGroupGone', { module: 'mail', group: 'post' }]])
    expect(work.job.inboxItems({ ...unfoundedActor, roles: ['leadership'] }, mapped)).toEqual([])
  })

  it('P9: undo gives back what was taken, and undoing the lift takes it again', async () => {
    const { account, groups, modules, handlers } = await startSchool()
    const suspended = valueOf(await handlers['accounts.suspend']({ account, until: null, reason }))
    valueOf(await handlers['plans.undo']({ plan: suspended.plan, passphrase: null }))
    expect(groups()).toEqual(['chor', 'post', 'wlan'])
    expect(await modules()).toEqual({ open: ['post', 'wlan'], taken: [] })

    valueOf(await handlers['accounts.suspend']({ account, until: null, reason }))
    const lifted = valueOf(await handlers['accounts.liftSuspension']({ account, reason: 'Geklärt' }))
    valueOf(await handlers['plans.undo']({ plan: lifted.plan, passphrase: null }))
    expect(groups()).toEqual(['chor'])
    expect(await modules()).toMatchObject({ taken: ['post', 'wlan'] })
    valueOf(await handlers['accounts.liftSuspension']({ account, reason: 'Geklärt' }))
    expect(groups()).toEqual(['chor', 'post', 'wlan'])
  })

  it('P9: an unrelated change of groups stands in the way of neither lift nor undo', async () => {
    const { account, groups, handlers } = await startSchool()
    const { plan } = valueOf(await handlers['accounts.suspend']({ account, until: null, reason }))
    valueOf(await handlers['accounts.setGroups']({ account, groups: [], reason: 'verlässt den Chor' }))
    const undone = valueOf(await handlers['plans.undo']({ plan, passphrase: null }))
    expect(undone).toMatchObject({ failed: 0 })
    expect(groups()).toEqual(['post', 'wlan'])
  })

  it.each([true, false])(
    'P9: gives modules back when the day has come, whether the directory ends the suspension (%s) or not',
    async (selfEndingSuspension) => {
      const directory = new MemoryDirectory({ selfEndingSuspension })
      const { work, account, groups, modules, handlers } = await startSchool(directory)
      valueOf(await handlers['accounts.suspend']({ account, until: '2026-12-01', reason }))
      expect(groups()).toEqual(['chor'])
      expect(await work.job.liftDue()).toEqual(nothingDue)
      work.clock.time = new Date('2026-12-01T00:00:01')
      expect(valueOf(await work.job.liftDue())).toMatchObject({ run: { steps: 1, done: 1, failed: 0 } })
      expect(groups()).toEqual(['chor', 'post', 'wlan'])
      expect(await modules()).toEqual({ open: ['post', 'wlan'], taken: [] })
      expect(await work.job.liftDue()).toEqual(nothingDue)
    }
  )

  it('P9: ends what another PC has suspended until a day, though this one has looked before', async () => {
    const directory = new MemoryDirectory({ selfEndingSuspension: false })
    const { work, account, handlers } = await startSchool(directory)
    valueOf(await handlers['accounts.detail']({ account }))
    const until = new Date('2026-12-01T00:00:00').toISOString()
    await work.store.rememberSuspension(account, until)
    valueOf(await directory.changeAccount(account, { suspension: { kind: 'forever' } }))
    expect(valueOf(await handlers['accounts.detail']({ account })).account.suspension).toEqual({
      kind: 'until',
      until
    })
    work.clock.time = new Date('2026-12-01T00:00:01')
    expect(valueOf(await work.job.liftDue())).toMatchObject({ run: { done: 1, failed: 0 } })
    expect(directory.accounts.get(account)).toMatchObject({ suspension: { kind: 'none' } })
  })

  it('P9: gives them back after somebody has ended the suspension outside the app', async () => {
    const { work, account, groups, handlers } = await startSchool()
    valueOf(await handlers['accounts.suspend']({ account, until: null, reason }))
    valueOf(await work.directory.changeAccount(account, { suspension: { kind: 'none' } }))
    expect(valueOf(await work.job.liftDue())).toMatchObject({ run: { done: 1, failed: 0 } })
    expect(groups()).toEqual(['chor', 'post', 'wlan'])
  })

  it('P10: gives back no module that a case in force withholds, until that is over', async () => {
    const { work, account, groups, modules, handlers } = await startSchool()
    valueOf(await handlers['accounts.suspend']({ account, until: null, reason }))
    work.withheld.groups = ['Wlan']
    valueOf(await handlers['accounts.liftSuspension']({ account, reason: 'Geklärt' }))
    expect(groups()).toEqual(['chor', 'post'])
    expect(await modules()).toEqual({ open: ['post'], taken: ['wlan'] })
    expect(await work.job.liftDue()).toEqual(nothingDue)
    work.withheld.groups = []
    expect(valueOf(await work.job.liftDue())).toMatchObject({ run: { done: 1, failed: 0 } })
    expect(groups()).toEqual(['chor', 'post', 'wlan'])
    expect(await work.job.liftDue()).toEqual(nothingDue)
  })

  it('P9: leaves out a group that the school has deleted meanwhile', async () => {
    const { work, account, groups, handlers } = await startSchool()
    valueOf(await handlers['accounts.suspend']({ account, until: null, reason }))
    work.directory.groups.delete('post')
    valueOf(await handlers['accounts.refresh'](undefined))
    valueOf(await handlers['accounts.liftSuspension']({ account, reason: 'Geklärt' }))
    expect(groups()).toEqual(['chor', 'wlan'])
  })

  it('P9: who was suspended before modules were mapped shows it, and suspending again takes them', async () => {
    const { work, account, groups, modules, handlers } = await startSchool()
    valueOf(await handlers['settings.write']({ ...defaultSettings, modules: {} }))
    valueOf(await handlers['accounts.suspend']({ account, until: null, reason }))
    expect(groups()).toEqual(['chor', 'post', 'wlan'])
    valueOf(await handlers['settings.write']({ ...defaultSettings, modules: mapped }))
    expect(await modules()).toEqual({ open: ['post', 'wlan'], taken: [] })
    valueOf(await handlers['accounts.suspend']({ account, until: null, reason }))
    expect(groups()).toEqual(['chor'])
    expect(work.directory.accounts.get(account)).toMatchObject({ suspension: { kind: 'forever' } })
  })

  it('P9: a lost answer loses no module', async () => {
    const { work, account, groups, handlers } = await startSchool()
    work.directory.loses = (write, moment) => write === 'change' && moment === 'after'
    expect(await handlers['accounts.suspend']({ account, until: null, reason })).toMatchObject({
      failure: { code: 'directory.connectionLost' }
    })
    work.directory.loses = () => false
    expect(groups()).toEqual(['chor'])
    valueOf(await handlers['accounts.liftSuspension']({ account, reason: 'Geklärt' }))
    expect(groups()).toEqual(['chor', 'post', 'wlan'])
  })
})

describe('side doors of a suspension', () => {
  it('P9: whoever is suspended is put into no module, and into any other group', async () => {
    const { work, account, groups, handlers } = await startSchool()
    work.directory.seedGroup('theater', false)
    valueOf(await handlers['accounts.suspend']({ account, until: '2026-12-01', reason }))
    expect(await handlers['accounts.setGroups']({ account, groups: ['wlan'], reason })).toEqual(
      fail('accounts.shutOutGetsNoModule', { login: 'm.muster', group: 'wlan' })
    )
    valueOf(await handlers['accounts.setGroups']({ account, groups: ['theater'], reason }))
    expect(groups()).toEqual(['theater'])
  })

  it('P9: undoing an earlier change of groups opens no module during a suspension', async () => {
    const { work, account, groups, handlers } = await startSchool()
    const { plan } = valueOf(
      await handlers['accounts.setGroups']({ account, groups: ['chor'], reason: 'WLAN und Post nicht nötig' })
    )
    valueOf(await handlers['accounts.suspend']({ account, until: null, reason }))
    expect(valueOf(await handlers['plans.undo']({ plan, passphrase: null }))).toMatchObject({ failed: 1 })
    expect(groups()).toEqual(['chor'])
    expect(valueOf(await work.job.handlers['accounts.detail']({ account })).modules.taken).toEqual([])
  })

  it('P8: who has left is put into no module, and a lift alone gives none back', async () => {
    const { work, account, groups, handlers } = await startSchool()
    await applyRoster(work, everybody)
    await applyRoster(work, others)
    expect(work.directory.accounts.get(account)).toMatchObject({ leaverSince: '2026-11-22' })
    expect(groups()).toEqual(['chor'])
    valueOf(await handlers['accounts.liftSuspension']({ account, reason: 'holt Dateien ab' }))
    expect(groups()).toEqual(['chor'])
    expect(await handlers['accounts.setGroups']({ account, groups: ['wlan'], reason })).toMatchObject({
      failure: { code: 'accounts.shutOutGetsNoModule' }
    })
  })
})

describe('a history that somebody has put into the store', () => {
  it('opens no group that no settings have named, neither in its time nor with a lift or a return', async () => {
    const { work, account, groups, handlers } = await startSchool()
    const { store, clock, directory } = work
    directory.seedGroup('Administratoren', false)
    const images = membershipImages(['Administratoren'], 'take')
    const step = { kind: 'suspend', account: directory.accounts.get(account)!, ...images, reason: stated }
    const planted = actionPlan([step], '2026-11-22', '2026-11-22T09:00:00.000Z')
    const hash = hashPlan(planted)
    await store.addPlan(planted, hash, null, '2026-11-22T09:00:00.000Z')
    const at = '2026-11-22T09:00:00.000Z'
    await store.record(hash, [{ step: '1', outcome: 'done', failure: null, targetId: account, at }])
    await store.writeDocument('moduleReturns', [account])

    expect(await work.job.liftDue()).toEqual(nothingDue)
    expect(groups()).toEqual(['chor', 'post', 'wlan'])
    expect(valueOf(await store.readDocument('moduleReturns'))).toEqual([])
    valueOf(await handlers['accounts.suspend']({ account, until: '2026-12-01', reason }))
    clock.time = new Date('2026-12-01T00:00:01')
    valueOf(await work.job.liftDue())
    expect(groups()).toEqual(['chor', 'post', 'wlan'])
    await applyRoster(work, everybody)
    await applyRoster(work, others)
    await applyRoster(work, everybody)
    expect(groups()).toEqual(['chor', 'post', 'wlan'])
  })

  it('P9: takes nothing from whoever gets back the group of a module that is mapped otherwise by now', async () => {
    const { account, groups, handlers } = await startSchool()
    valueOf(await handlers['accounts.suspend']({ account, until: null, reason }))
    valueOf(await handlers['settings.write']({ ...defaultSettings, modules: { wlan: 'wlan-neu' } }))
    valueOf(await handlers['accounts.liftSuspension']({ account, reason: 'Geklärt' }))
    expect(groups()).toEqual(['chor', 'post', 'wlan'])
  })
})

describe('leaving and the modules', () => {
  it('P8: a leaver loses them, a returner gets them back, and undo takes each back', async () => {
    const { work, groups, handlers } = await startSchool()
    await applyRoster(work, everybody)
    const left = await applyRoster(work, others)
    expect(groups()).toEqual(['chor'])
    valueOf(await handlers['plans.undo']({ plan: left, passphrase: null }))
    expect(groups()).toEqual(['chor', 'post', 'wlan'])
    await applyRoster(work, others)
    expect(groups()).toEqual(['chor'])
    expect(await work.job.liftDue()).toEqual(nothingDue)
    await applyRoster(work, everybody)
    expect(groups()).toEqual(['chor', 'post', 'wlan'])
  })

  it('P8, P9: who left while suspended gets them back only when that suspension is over', async () => {
    const { work, account, groups, handlers } = await startSchool()
    await applyRoster(work, everybody)
    valueOf(await handlers['accounts.suspend']({ account, until: '2026-12-24', reason }))
    await applyRoster(work, others)
    await applyRoster(work, everybody)
    expect(work.directory.accounts.get(account)).toMatchObject({ suspension: { kind: 'until' } })
    expect(groups()).toEqual(['chor'])
    expect(await work.job.liftDue()).toEqual(nothingDue)
    work.clock.time = new Date('2026-12-24T00:00:01')
    expect(valueOf(await work.job.liftDue())).toMatchObject({ run: { done: 1, failed: 0 } })
    expect(groups()).toEqual(['chor', 'post', 'wlan'])
  })

  it('writes the same plan as ever where nothing is mapped', async () => {
    const { work, handlers } = await startSchool()
    valueOf(await handlers['settings.write']({ ...defaultSettings, modules: {} }))
    await applyRoster(work, everybody)
    const plan = await applyRoster(work, others)
    const record = await work.store.findPlan(plan)
    const leave = record!.plan.steps.find(({ kind }) => kind === 'leave')!
    expect(Object.keys(leave.before!).toSorted()).toEqual(['classes', 'leaverSince', 'suspension'])
  })
})
