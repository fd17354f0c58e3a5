import { describe, expect, it } from 'vitest'
import type { Measure, SanctionCase } from '../../../../src-main/contract/sanctions'
import { fail } from '../../../../src-main/contract/result'
import { MemoryDirectory } from '../../support/memoryDirectory'
import { codeOf, moduleGroups, pupilIn, SanctionsSchool, valueOf } from '../../support/sanctionsSchool'

const forGood: Measure = { kind: 'suspension', until: null }
const noWlan: Measure = { kind: 'moduleRefusal', module: 'wlan', until: null }
const wlan = { module: 'wlan', group: moduleGroups.wlan } as const

interface Scene {
  readonly school: SanctionsSchool
  readonly directory: MemoryDirectory
  readonly account: string
  readonly groups: () => readonly string[]
}

async function start(): Promise<Scene> {
  const directory = new MemoryDirectory()
  const account = pupilIn(directory)
  const school = await SanctionsSchool.open(directory)
  return { school, directory, account, groups: () => directory.accounts.get(account)?.groups ?? [] }
}

/** Somebody deletes the group, or gives it another name: its members go along. */
function renameGroup({ directory }: Scene, group: string, to: string | null): void {
  directory.groups.delete(group)
  if (to !== null) directory.seedGroup(to, false)
  for (const [id, account] of directory.accounts) {
    const others = account.groups.filter((name) => name !== group)
    const moved = to === null || others.length === account.groups.length ? others : [...others, to]
    directory.accounts.set(id, { ...account, groups: moved })
  }
}

async function preview({ school }: Scene, { id, measures }: SanctionCase) {
  return valueOf(await school.as(school.people.leadership, 'sanctions.preview', { case: id, measures }))
}

async function decide({ school }: Scene, proposed: SanctionCase, gone: readonly 'wlan'[] = []) {
  const { id, version, measures, proposal } = proposed
  const { passphrase } = school.people.leadership
  return school.as(school.people.leadership, 'sanctions.decide', {
    ...{ case: id, version, outcome: 'approved', measures, plan: proposal?.plan ?? null },
    ...{ gone: [...gone], reasons: 'Nach Anhörung.', passphrase }
  })
}

describe.each([
  ['deleted', null],
  ['renamed', 'wlan-neu']
])('a module whose group was %s since the proposal', (_, to) => {
  it('P10 P26: cannot be refused: the page says so before anybody signs, and nothing is signed', async () => {
    const scene = await start()
    const proposed = await scene.school.propose(scene.account, noWlan)
    expect((await preview(scene, proposed)).effects).toMatchObject([{ gone: [] }])
    renameGroup(scene, moduleGroups.wlan, to)
    expect(await preview(scene, proposed)).toMatchObject({
      effects: [{ measure: noWlan, gone: [wlan], idle: true }],
      touches: [{ kind: 'leaveGroup', group: moduleGroups.wlan, gone: true }],
      groupsSeen: true
    })
    expect(await decide(scene, proposed, ['wlan'])).toMatchObject({
      failure: { code: 'sanctions.moduleGroupGone', parameters: wlan }
    })
    expect((await scene.school.look(proposed.id)).state).toBe('proposed')
  })

  it('P9 P26: stays open despite a suspension, which is signed only by who has seen that, and told as long', async () => {
    const scene = await start()
    const { school, directory, account } = scene
    const proposed = await school.propose(account, forGood)
    renameGroup(scene, moduleGroups.wlan, to)
    const { effects } = await preview(scene, proposed)
    expect(effects).toMatchObject([{ gone: [wlan], idle: false }])
    expect(effects[0]?.modules).not.toContain('wlan')
    expect(codeOf(await decide(scene, proposed))).toBe('sanctions.planDiffers')
    const open = { measure: forGood, kind: 'groupGone', ...wlan }
    school.told.length = 0
    expect(valueOf(await decide(scene, proposed, ['wlan']))).toMatchObject({
      state: 'inForce',
      differences: [open],
      may: { enforce: false }
    })
    // The window reads the case as soon as the ledger says that it is in force; then it was not compared yet.
    expect(school.told).toContain('ledger.changed')
    expect(directory.accounts.get(account)?.suspension).toEqual({ kind: 'forever' })
    expect(valueOf(await school.job.due())).toMatchObject({ waiting: [] })
    expect(school.job.inboxItems(school.people.administrator.actor).map(({ kind }) => kind)).toContain(
      'caseDiffers'
    )
    // An administrator chooses another group and sees to the person.
    directory.seedGroup('wlan-haus', false)
    school.settings = { ...school.settings, modules: { ...school.settings.modules, wlan: 'WLAN-Haus' } }
    school.mapped = async (sequence) => ({
      ok: true,
      value: sequence === null ? school.settings.modules : moduleGroups
    })
    valueOf(await school.ask('sanctions.compare', undefined))
    expect((await school.look(proposed.id)).differences).toEqual([])
  })

  it('P10 P26: is not claimed to be refused where the directory was away at the decision', async () => {
    const scene = await start()
    const { school, groups } = scene
    const proposed = await school.propose(scene.account, noWlan)
    renameGroup(scene, moduleGroups.wlan, to)
    school.away = fail('directory.unreachable').failure
    expect(await preview(scene, proposed)).toMatchObject({ groupsSeen: false, effects: [{ gone: [] }] })
    expect(valueOf(await decide(scene, proposed)).state).toBe('approved')
    school.away = null
    const obstacle = { code: 'sanctions.moduleGroupGone', parameters: wlan }
    expect(valueOf(await school.job.due())).toMatchObject({ enforced: [], waiting: [{ failure: obstacle }] })
    expect(await school.look(proposed.id)).toMatchObject({ state: 'approved', obstacle })
    // The group gets its name back, with whoever is in it.
    renameGroup(scene, to ?? '', moduleGroups.wlan)
    scene.directory.seedGroup(moduleGroups.wlan, false)
    expect(valueOf(await school.job.due())).toMatchObject({ enforced: [proposed.number], waiting: [] })
    expect(groups()).not.toContain(moduleGroups.wlan)
  })
})

describe('a group that is gone', () => {
  it('P10: is proposed to nobody, and the preview says so', async () => {
    const scene = await start()
    const { school, account } = scene
    renameGroup(scene, moduleGroups.wlan, null)
    const { administrator } = school.people
    school.present = administrator
    expect(valueOf(await school.ask('sanctions.previewNew', { account, measures: [noWlan] }))).toMatchObject({
      effects: [{ gone: [wlan] }]
    })
    expect(codeOf(await school.tryToPropose(administrator, account, noWlan))).toBe(
      'sanctions.moduleGroupGone'
    )
    expect(valueOf(await school.tryToPropose(administrator, account, forGood)).state).toBe('proposed')
  })

  it('P10: of a refusal in force is told as a difference, and being lifted waits for nothing', async () => {
    const scene = await start()
    const { school, account, directory } = scene
    const inForce = valueOf(await school.approve(await school.propose(account, noWlan, forGood)))
    renameGroup(scene, moduleGroups.wlan, null)
    valueOf(await school.ask('sanctions.compare', undefined))
    expect((await school.look(inForce.id)).differences).toEqual(
      [forGood, noWlan].map((measure) => ({ measure, kind: 'groupGone', ...wlan }))
    )
    const lifting = valueOf(
      await school.as(school.people.leadership, 'sanctions.previewLift', { case: inForce.id })
    )
    expect(lifting.effects.map(({ gone }) => gone)).toEqual([[wlan], [wlan]])
    expect(valueOf(await school.lift(await school.look(inForce.id))).state).toBe('lifted')
    expect(directory.accounts.get(account)?.suspension).toEqual({ kind: 'none' })
    expect(scene.groups()).toContain(moduleGroups.mail)
  })
})
