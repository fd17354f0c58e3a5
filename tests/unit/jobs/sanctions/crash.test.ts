import { describe, expect, it, vi } from 'vitest'
import type { Measure } from '../../../../src-main/contract/sanctions'
import { StoreFailure } from '../../../../src-main/world/store/port'
import { MemoryDirectory } from '../../support/memoryDirectory'
import { clockAt, pupilIn, SanctionsSchool, valueOf } from '../../support/sanctionsSchool'

const measures: Measure[] = [
  { kind: 'suspension', until: null },
  { kind: 'moduleRefusal', module: 'wlan', until: '2026-12-20' },
  { kind: 'moduleRefusal', module: 'mail', until: null }
]

describe('a store that takes nothing more', () => {
  it('P22: after the approval was signed does not deny it: it is carried out later', async () => {
    clockAt('2026-11-22T09:00:00')
    const directory = new MemoryDirectory()
    const account = pupilIn(directory)
    const school = await SanctionsSchool.open(directory)
    const proposed = await school.propose(account, ...measures)
    const full = { code: 'store.full', parameters: { place: '/data' } } as const
    const write = vi.spyOn(school.store, 'setPlanState').mockRejectedValue(new StoreFailure(full))
    const approved = valueOf(await school.approve(proposed))
    expect(approved).toMatchObject({ state: 'approved', obstacle: { code: 'plan.unrecorded' } })
    write.mockRestore()
    expect(valueOf(await school.job.due())).toMatchObject({ enforced: [proposed.number] })
    expect(directory.accounts.get(account)).toMatchObject({ suspension: { kind: 'forever' } })
  })
})

describe('an interruption between approval and enforcement', () => {
  it.each([0, 1, 2])('after %i steps loses nothing and doubles nothing', async (steps) => {
    clockAt('2026-11-22T09:00:00')
    const directory = new MemoryDirectory()
    const account = pupilIn(directory)
    const school = await SanctionsSchool.open(directory)
    const proposed = await school.propose(account, ...measures)
    let writes = 0
    // The connection breaks: every other time the request still arrived.
    directory.loses = (_, moment) => (moment === 'before' ? writes++ >= steps : writes > steps && steps === 1)
    const approved = valueOf(await school.approve(proposed))
    expect(approved).toMatchObject({ state: 'approved', obstacle: { code: 'directory.connectionLost' } })
    await school.reopen()
    directory.loses = () => false
    expect((await school.look(proposed.id)).obstacle?.code).toBe('directory.connectionLost')
    expect(valueOf(await school.job.due())).toMatchObject({ enforced: [proposed.number] })
    expect(valueOf(await school.job.due())).toMatchObject({ enforced: [] })
    expect(directory.accounts.get(account)).toMatchObject({
      suspension: { kind: 'forever' },
      groups: ['schach-ag']
    })
    expect(school.kindsOf(proposed.id).filter((kind) => kind === 'case.enforced')).toHaveLength(1)
    // The suspension, and each of the three modules once.
    expect(directory.writes).toHaveLength(4)
  })

  it('what of an expired approval cannot be taken back waits, and is told once', async () => {
    clockAt('2026-11-22T09:00:00')
    const directory = new MemoryDirectory()
    const account = pupilIn(directory)
    const school = await SanctionsSchool.open(directory)
    const proposed = await school.propose(account, ...measures)
    let writes = 0
    directory.loses = (_, moment) => moment === 'before' && writes++ >= 2
    valueOf(await school.approve(proposed))
    directory.loses = () => false
    // Somebody makes the suspension shorter outside the app.
    const until = new Date('2027-01-01T00:00:00').toISOString()
    valueOf(await directory.changeAccount(account, { suspension: { kind: 'until', until } }))
    clockAt('2026-12-06T10:00:00')
    const waiting = [{ number: proposed.number, failure: { code: 'directory.changedSince' } }]
    valueOf(await school.job.due())
    expect(valueOf(await school.job.due())).toMatchObject({ waiting })
    const said = school.ledger.items.length
    expect(valueOf(await school.job.due())).toMatchObject({ waiting })
    expect(school.ledger.items).toHaveLength(said)
  })

  it('what was done of an approval that expired is taken back', async () => {
    clockAt('2026-11-22T09:00:00')
    const directory = new MemoryDirectory()
    const account = pupilIn(directory)
    const school = await SanctionsSchool.open(directory)
    const proposed = await school.propose(account, ...measures)
    let writes = 0
    directory.loses = (_, moment) => moment === 'before' && writes++ >= 2
    valueOf(await school.approve(proposed))
    expect(directory.writes).toHaveLength(2)
    clockAt('2026-12-06T10:00:00')
    await school.reopen()
    school.away = { code: 'directory.unreachable', parameters: {} }
    expect(valueOf(await school.job.due())).toMatchObject({
      expired: [proposed.number],
      waiting: [{ number: proposed.number }]
    })
    school.away = null
    directory.loses = () => false
    expect(valueOf(await school.job.due())).toMatchObject({ expired: [], waiting: [] })
    expect(directory.accounts.get(account)).toMatchObject({
      suspension: { kind: 'none' },
      groups: ['modul-forum', 'modul-mail', 'modul-wlan', 'schach-ag']
    })
    const after = directory.writes.length
    valueOf(await school.job.due())
    expect(directory.writes).toHaveLength(after)
  })

  it('taking back is told before it is done, and its end after an interruption, each once', async () => {
    clockAt('2026-11-22T09:00:00')
    const directory = new MemoryDirectory()
    const account = pupilIn(directory)
    const school = await SanctionsSchool.open(directory)
    const proposed = await school.propose(account, ...measures)
    let writes = 0
    directory.loses = (_, moment) => moment === 'before' && writes++ >= 2
    valueOf(await school.approve(proposed))
    clockAt('2026-12-06T10:00:00')
    const told = (): string[] =>
      school.ledger.items.flatMap(({ statement }) =>
        statement?.kind === 'plan.begun' || statement?.kind === 'plan.ended' ? [statement.kind] : []
      )
    const seen: string[][] = []
    directory.loses = () => {
      seen.push(told())
      return false
    }
    const { ledger } = school
    const record = ledger.record.bind(ledger)
    // The app dies between the last change and its word about it.
    ledger.record = async (...drafts) => {
      if (drafts.some(({ kind }) => kind === 'plan.ended')) throw new Error('the end')
      return record(...drafts)
    }
    await expect(school.job.due()).rejects.toThrow('the end')
    expect(seen.every((kinds) => kinds.includes('plan.begun'))).toBe(true)
    expect(directory.accounts.get(account)?.suspension).toEqual({ kind: 'none' })
    expect(told()).toEqual(['plan.begun'])

    await school.reopen()
    valueOf(await school.job.due())
    valueOf(await school.job.due())
    expect(told()).toEqual(['plan.begun', 'plan.ended'])
    expect(school.ledger.verification.problems).toEqual([])
  })
})
