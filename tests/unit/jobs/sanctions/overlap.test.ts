import { describe, expect, it } from 'vitest'
import type { Measure } from '../../../../src-main/contract/sanctions'
import { startOf } from '../../../../src-main/core/calendar'
import { MemoryDirectory } from '../../support/memoryDirectory'
import { clockAt, pupilIn, SanctionsSchool, valueOf } from '../../support/sanctionsSchool'

const until = (day: string | null): Measure => ({ kind: 'suspension', until: day })
const noWlan = (day: string | null): Measure => ({ kind: 'moduleRefusal', module: 'wlan', until: day })

async function schoolWithPupil() {
  clockAt('2026-11-22T09:00:00')
  const directory = new MemoryDirectory()
  const account = pupilIn(directory)
  const school = await SanctionsSchool.open(directory)
  const hasWlan = (): boolean => directory.accounts.get(account)?.groups.includes('modul-wlan') ?? false
  const suspension = (): unknown => directory.accounts.get(account)?.suspension
  return { school, directory, account, hasWlan, suspension }
}

describe('two cases about one person', () => {
  it('P10: the module comes back with the case that ends last, although that one took nothing away', async () => {
    const { school, account, hasWlan } = await schoolWithPupil()
    const first = valueOf(await school.approve(await school.propose(account, noWlan('2026-12-01'))))
    const second = valueOf(await school.approve(await school.propose(account, noWlan('2026-12-20'))))
    expect(second.state).toBe('inForce')
    clockAt('2026-12-01T08:00:00')
    expect(valueOf(await school.job.due())).toMatchObject({ ended: [first.number] })
    expect(hasWlan()).toBe(false)
    expect((await school.look(second.id)).differences).toEqual([])
    clockAt('2026-12-20T08:00:00')
    expect(valueOf(await school.job.due())).toMatchObject({ ended: [second.number] })
    expect(hasWlan()).toBe(true)
  })

  it('P9: lifting one leaves what the other asks for; lifting both leaves nothing', async () => {
    const { school, account, suspension, hasWlan } = await schoolWithPupil()
    const long = valueOf(await school.approve(await school.propose(account, until(null), noWlan(null))))
    const short = valueOf(
      await school.approve(await school.propose(account, until('2026-12-10'), noWlan(null)))
    )
    expect(suspension()).toEqual({ kind: 'forever' })
    expect(valueOf(await school.lift(long)).state).toBe('lifted')
    expect(suspension()).toEqual({ kind: 'until', until: startOf('2026-12-10') })
    expect(hasWlan()).toBe(false)
    expect(valueOf(await school.lift(short)).state).toBe('lifted')
    expect(suspension()).toEqual({ kind: 'none' })
    expect(hasWlan()).toBe(true)
  })

  it('P9: a suspension that was there before any case comes back, as far as its day has not come', async () => {
    const { school, directory, account, suspension } = await schoolWithPupil()
    const before = { kind: 'until', until: startOf('2026-11-30') } as const
    await directory.changeAccount(account, { suspension: before })
    const first = valueOf(await school.approve(await school.propose(account, until('2026-12-05'))))
    const second = valueOf(await school.approve(await school.propose(account, until('2026-12-20'))))
    valueOf(await school.lift(first))
    expect(suspension()).toEqual({ kind: 'until', until: startOf('2026-12-20') })
    valueOf(await school.lift(second))
    expect(suspension()).toEqual(before)
  })

  it('a longer suspension of somebody else is never lifted, nor that of who has left', async () => {
    const { school, directory, account, suspension } = await schoolWithPupil()
    const first = valueOf(await school.approve(await school.propose(account, until('2026-12-05'))))
    await directory.changeAccount(account, { suspension: { kind: 'forever' } })
    expect(valueOf(await school.lift(first)).state).toBe('lifted')
    expect(suspension()).toEqual({ kind: 'forever' })

    await directory.changeAccount(account, { suspension: { kind: 'none' } })
    const second = valueOf(await school.approve(await school.propose(account, until(null))))
    await directory.changeAccount(account, { leaverSince: '2026-11-22' })
    expect(valueOf(await school.lift(second)).state).toBe('lifted')
    expect(suspension()).toEqual({ kind: 'forever' })
  })
})

describe('case and directory', () => {
  it('P9 P10: what was given back outside the app is shown, told, and put right by the button', async () => {
    const { school, directory, account } = await schoolWithPupil()
    const measures = [until(null), noWlan('2026-12-20')]
    const inForce = valueOf(await school.approve(await school.propose(account, ...measures)))
    await directory.changeAccount(account, { suspension: { kind: 'none' }, groups: ['modul-wlan'] })
    expect(valueOf(await school.ask('sanctions.compare', undefined))).toEqual({ differing: [inForce.id] })
    const differing = await school.look(inForce.id)
    expect(differing).toMatchObject({ state: 'inForce', may: { enforce: true } })
    expect(differing.differences).toEqual(measures.map((measure) => ({ measure, kind: 'missing' })))
    expect(school.told).toContain('ledger.changed')
    expect(school.job.inboxItems(school.people.administrator.actor).map(({ kind }) => kind)).toContain(
      'caseDiffers'
    )

    const put = valueOf(await school.ask('sanctions.enforce', { case: inForce.id }))
    expect(put).toMatchObject({ state: 'inForce', differences: [] })
    expect(directory.accounts.get(account)).toMatchObject({ suspension: { kind: 'forever' }, groups: [] })
    expect(school.kindsOf(inForce.id).filter((kind) => kind === 'case.enforced')).toHaveLength(2)
  })

  it('P9: where the directory ends no suspension, the case ends when the account is free again', async () => {
    clockAt('2026-11-22T09:00:00')
    const directory = new MemoryDirectory({ selfEndingSuspension: false })
    const account = pupilIn(directory)
    const school = await SanctionsSchool.open(directory)
    const inForce = await school.propose(account, until('2026-12-01'))
    // The job of accounts remembers the day and shows it; here it has lost it.
    directory.changeAccount = async (id, change) => {
      directory.accounts.set(id, { ...directory.accounts.get(id)!, ...change })
      return { ok: true, value: undefined }
    }
    valueOf(await school.approve(inForce))
    clockAt('2026-12-01T08:00:00')
    directory.accounts.set(account, { ...directory.accounts.get(account)!, suspension: { kind: 'forever' } })
    expect(valueOf(await school.job.due())).toMatchObject({ ended: [] })
    expect((await school.look(inForce.id)).differences).toEqual([
      { measure: until('2026-12-01'), kind: 'extra' }
    ])
    directory.accounts.set(account, { ...directory.accounts.get(account)!, suspension: { kind: 'none' } })
    expect(valueOf(await school.job.due())).toMatchObject({ ended: [inForce.number] })
  })

  it('an account that is gone keeps nothing waiting', async () => {
    const { school, directory, account } = await schoolWithPupil()
    const inForce = valueOf(await school.approve(await school.propose(account, noWlan('2026-12-01'))))
    const approved = await school.propose(account, until(null))
    await directory.deleteAccount(account)
    expect(valueOf(await school.approve(approved))).toMatchObject({
      state: 'approved',
      obstacle: { code: 'sanctions.accountGone' }
    })
    clockAt('2026-12-01T08:00:00')
    expect(valueOf(await school.job.due())).toMatchObject({ ended: [inForce.number] })
  })
})

describe('a lifting after the day of one of its measures', () => {
  it('P10: gives back also what was over already, once the directory is there again', async () => {
    const { school, directory, account, hasWlan } = await schoolWithPupil()
    const inForce = valueOf(
      await school.approve(await school.propose(account, until(null), noWlan('2026-12-01')))
    )
    // No PC was on when the day came.
    clockAt('2026-12-03T08:00:00')
    school.away = { code: 'directory.unreachable', parameters: {} }
    expect(valueOf(await school.lift(inForce))).toMatchObject({
      state: 'lifting',
      obstacle: { code: 'directory.unreachable' }
    })
    expect(school.kindsOf(inForce.id).at(-1)).toBe('case.enforcementFailed')
    school.away = null
    expect(valueOf(await school.job.due())).toMatchObject({ lifted: [inForce.number] })
    expect(hasWlan()).toBe(true)
    expect(directory.accounts.get(account)?.suspension).toEqual({ kind: 'none' })
  })

  it('a case in force without a difference has nothing to be carried out', async () => {
    const { school, account } = await schoolWithPupil()
    const inForce = valueOf(await school.approve(await school.propose(account, until(null))))
    expect(inForce.may.enforce).toBe(false)
    expect(await school.ask('sanctions.enforce', { case: inForce.id })).toMatchObject({
      failure: { code: 'sanctions.notPossibleNow' }
    })
  })
})
