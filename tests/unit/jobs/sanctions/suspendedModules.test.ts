import { describe, expect, it } from 'vitest'
import { succeed } from '../../../../src-main/contract/result'
import type { Measure } from '../../../../src-main/contract/sanctions'
import { MemoryDirectory } from '../../support/memoryDirectory'
import { clockAt, codeOf, pupilIn, SanctionsSchool, valueOf } from '../../support/sanctionsSchool'

const until = (day: string | null): Measure => ({ kind: 'suspension', until: day })
const noWlan = (day: string | null): Measure => ({ kind: 'moduleRefusal', module: 'wlan', until: day })
const all = ['modul-forum', 'modul-mail', 'modul-wlan', 'schach-ag']

async function schoolWithPupil() {
  clockAt('2026-11-22T09:00:00')
  const directory = new MemoryDirectory()
  const account = pupilIn(directory)
  const school = await SanctionsSchool.open(directory)
  const groups = (): readonly string[] | undefined => directory.accounts.get(account)?.groups
  const decide = async (...measures: Measure[]) =>
    valueOf(await school.approve(await school.propose(account, ...measures)))
  return { school, directory, account, groups, decide }
}

describe('a suspension takes the modules', () => {
  it('P9: all that are mapped and used, and gives them back on its day', async () => {
    const { school, groups, decide } = await schoolWithPupil()
    const inForce = await decide(until('2026-12-01'))
    expect(inForce).toMatchObject({ state: 'inForce', differences: [] })
    expect(groups()).toEqual(['schach-ag'])
    clockAt('2026-12-01T08:00:00')
    expect(valueOf(await school.job.due())).toMatchObject({ ended: [inForce.number] })
    expect(groups()).toEqual(all)
    expect(school.ledger.verification.problems).toEqual([])
    expect(await school.job.planProblems()).toEqual([])
  })

  it('P9: not those that the person had no part in, also not at the end', async () => {
    const { school, directory, account, groups, decide } = await schoolWithPupil()
    await directory.changeAccount(account, { groups: ['modul-mail', 'schach-ag'] })
    await decide(until('2026-12-01'))
    expect(groups()).toEqual(['schach-ag'])
    clockAt('2026-12-01T08:00:00')
    valueOf(await school.job.due())
    expect(groups()).toEqual(['modul-mail', 'schach-ag'])
  })

  it('P9 P10: a module that is refused for longer stays refused; one for shorter comes back with the rest', async () => {
    const first = await schoolWithPupil()
    await first.decide(until('2026-12-01'), noWlan('2026-12-10'))
    clockAt('2026-12-01T08:00:00')
    valueOf(await first.school.job.due())
    expect(first.groups()).toEqual(['modul-forum', 'modul-mail', 'schach-ag'])
    clockAt('2026-12-10T08:00:00')
    valueOf(await first.school.job.due())
    expect(first.groups()).toEqual(all)

    const second = await schoolWithPupil()
    const inForce = await second.decide(until('2026-12-10'), noWlan('2026-12-01'))
    clockAt('2026-12-01T08:00:00')
    valueOf(await second.school.job.due())
    expect(second.groups()).toEqual(['schach-ag'])
    expect((await second.school.look(inForce.id)).differences).toEqual([])
    clockAt('2026-12-10T08:00:00')
    valueOf(await second.school.job.due())
    expect(second.groups()).toEqual(all)
  })

  it('P9 P10: gives back at its end only what no other case keeps', async () => {
    const { school, groups, decide } = await schoolWithPupil()
    await decide(noWlan('2026-12-20'))
    const suspended = await decide(until('2026-12-01'))
    clockAt('2026-12-01T08:00:00')
    expect(valueOf(await school.job.due())).toMatchObject({ ended: [suspended.number] })
    expect(groups()).toEqual(['modul-forum', 'modul-mail', 'schach-ag'])
    clockAt('2026-12-20T08:00:00')
    valueOf(await school.job.due())
    expect(groups()).toEqual(all)
  })

  it('P9 P10: a refusal that ends while the account is suspended gives nothing back; the suspension does', async () => {
    const { school, groups, decide } = await schoolWithPupil()
    await decide(noWlan('2026-12-01'))
    await decide(until('2026-12-20'))
    clockAt('2026-12-01T08:00:00')
    valueOf(await school.job.due())
    expect(groups()).toEqual(['schach-ag'])
    clockAt('2026-12-20T08:00:00')
    valueOf(await school.job.due())
    expect(groups()).toEqual(all)
  })

  it('P9 P26: what is joined or given back outside the app is refused, shown and put right', async () => {
    const { school, directory, account, groups, decide } = await schoolWithPupil()
    const inForce = await decide(until(null))
    const seen = directory.accounts.get(account)!
    expect(codeOf(await school.job.guard(seen, { groups: ['modul-mail'] }))).toBe('sanctions.liftIsDecision')
    await directory.changeAccount(account, { groups: ['modul-wlan'] })
    valueOf(await school.ask('sanctions.compare', undefined))
    expect((await school.look(inForce.id)).differences).toEqual([{ measure: until(null), kind: 'missing' }])
    expect(valueOf(await school.ask('sanctions.enforce', { case: inForce.id })).differences).toEqual([])
    expect(groups()).toEqual([])
  })

  it('P9: the preview names the modules and each account and group that is touched', async () => {
    const { school, account } = await schoolWithPupil()
    const proposed = await school.propose(account, until('2026-12-01'))
    const preview = valueOf(
      await school.as(school.people.leadership, 'sanctions.preview', {
        case: proposed.id,
        measures: [until('2026-12-01')]
      })
    )
    expect(preview.effects).toEqual([
      {
        ...{ measure: until('2026-12-01'), group: '', modules: ['mail', 'forum', 'wlan'] },
        ...{ gone: [], idle: false, endsBy: 'directory' }
      }
    ])
    expect(preview.touches.map(({ kind, login, group }) => [kind, login, group])).toEqual([
      ['suspend', 'k.beispiel', ''],
      ['leaveGroup', 'k.beispiel', 'modul-mail'],
      ['leaveGroup', 'k.beispiel', 'modul-forum'],
      ['leaveGroup', 'k.beispiel', 'modul-wlan']
    ])
    const inForce = valueOf(await school.approve(proposed))
    const lift = valueOf(await school.ask('sanctions.previewLift', { case: inForce.id }))
    expect(lift.touches.map(({ kind, group }) => [kind, group])).toEqual([
      ['free', ''],
      ['joinGroup', 'modul-mail'],
      ['joinGroup', 'modul-forum'],
      ['joinGroup', 'modul-wlan']
    ])
  })
})

describe('settings that were changed since', () => {
  it('P10 P26: strand nothing that is in force: its groups were mapped when it was proposed', async () => {
    const { school, groups, decide } = await schoolWithPupil()
    const before = school.settings.modules
    const inForce = await decide(noWlan('2026-12-01'))
    school.settings = { ...school.settings, modules: { wlan: 'neues-wlan' } }
    school.mapped = async (sequence) =>
      succeed(
        sequence !== null && sequence <= (inForce.proposal?.sequence ?? 0) ? before : school.settings.modules
      )
    expect(await school.job.planProblems()).toEqual([])
    clockAt('2026-12-01T08:00:00')
    expect(valueOf(await school.job.due())).toMatchObject({ ended: [inForce.number], waiting: [] })
    expect(groups()).toEqual(all)
  })

  it('nor where nobody knows any more what was mapped', async () => {
    const { school, groups, decide } = await schoolWithPupil()
    const inForce = await decide(noWlan(null))
    school.settings = { ...school.settings, modules: {} }
    school.mapped = async (sequence) => succeed(sequence === null ? {} : null)
    expect(valueOf(await school.lift(inForce)).state).toBe('lifted')
    expect(groups()).toEqual(all)
    expect(await school.job.planProblems()).toEqual([])
  })

  it('but ask for a new proposal before anybody decides', async () => {
    const { school, account, directory } = await schoolWithPupil()
    const proposed = await school.propose(account, noWlan(null))
    school.settings = { ...school.settings, modules: { ...school.settings.modules, wlan: 'neues-wlan' } }
    expect(codeOf(await school.approve(proposed))).toBe('sanctions.groupsDiffer')
    expect(
      codeOf(await school.ask('sanctions.preview', { case: proposed.id, measures: [noWlan(null)] }))
    ).toBe('sanctions.groupsDiffer')
    expect(directory.writes).toEqual([])
  })
})
