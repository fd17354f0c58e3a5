import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Suspension } from '../../../../src-main/contract/accounts'
import { moduleIds } from '../../../../src-main/contract/modules'
import { planSchema } from '../../../../src-main/contract/plan'
import type { Measure } from '../../../../src-main/contract/sanctions'
import { startOf } from '../../../../src-main/core/calendar'
import { hashPlan } from '../../../../src-main/core/plan'
import {
  checkMeasures,
  newestPlanning,
  type AccountSnapshot
} from '../../../../src-main/jobs/sanctions/measures'
import { basisOf, effectsOf, sanctionPlan } from '../../../../src-main/jobs/sanctions/sanctionPlan'
import { nothingDemanded, openChange } from '../../../../src-main/jobs/sanctions/steps'
import { reachOf } from '../../../../src-main/core/suspensions'
import { MemoryDirectory } from '../../support/memoryDirectory'

const now = new Date('2026-11-22T09:00:00')
const days = ['2026-11-23', '2026-12-01', '2027-02-01']
const mapped = ['wlan', 'mail', 'forum'] as const

const suspensions: Suspension[] = [
  { kind: 'none' },
  { kind: 'forever' },
  ...days.map((day) => ({ kind: 'until' as const, until: startOf(day) }))
]
const someDay = fc.constantFrom(null, ...days)
const someMeasure: fc.Arbitrary<Measure> = fc.oneof(
  fc.constant<Measure>({ kind: 'warning' }),
  someDay.map((until): Measure => ({ kind: 'suspension', until })),
  fc
    .record({ module: fc.constantFrom(...mapped), until: someDay })
    .map(({ module, until }): Measure => ({ kind: 'moduleRefusal', module, until }))
)
const keyOf = (measure: Measure): string => (measure.kind === 'moduleRefusal' ? measure.module : measure.kind)
const someMeasures = fc.uniqueArray(someMeasure, { minLength: 1, maxLength: 5, selector: keyOf })

const noneGone = (): [] => []

function snapshotOf(suspension: Suspension, groups: readonly string[]): AccountSnapshot {
  return {
    ...{ id: '7', login: 'k.beispiel', label: 'Kim Beispiel', schoolClass: '7b' },
    ...{ suspension, directory: 'dc=school', selfEnding: true },
    modules: Object.fromEntries(
      mapped.map((module) => [module, { group: `modul-${module}`, member: groups.includes(module) }])
    )
  }
}
const someSnapshot = fc
  .tuple(fc.constantFrom(...suspensions), fc.subarray([...mapped]))
  .map(([suspension, groups]) => snapshotOf(suspension, groups))

const planned = {
  ...{ case: '5b5f3c6e-3b0f-4c39-9f4e-0a6a1d6f5c11', proposal: 1, day: '2026-11-22' },
  planning: newestPlanning
}

describe('the plan of measures', () => {
  it('is the same for equal input, in whatever order the measures stand, and another for other measures', () => {
    fc.assert(
      fc.property(someMeasures, someMeasures, someSnapshot, (measures, others, snapshot) => {
        const hash = hashPlan(sanctionPlan({ ...planned, measures, snapshot }))
        expect(hashPlan(sanctionPlan({ ...planned, measures: measures.toReversed(), snapshot }))).toBe(hash)
        const text = (list: Measure[]): string =>
          JSON.stringify(list.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b))))
        const isSame = text(measures) === text(others)
        expect(hashPlan(sanctionPlan({ ...planned, measures: others, snapshot })) === hash).toBe(isSame)
        expect(hashPlan(sanctionPlan({ ...planned, proposal: 2, measures, snapshot }))).not.toBe(hash)
      })
    )
  })

  it('P9 P10: carries out exactly the measures, never shortens a suspension, and touches nothing else', () => {
    fc.assert(
      fc.property(someMeasures, someSnapshot, fc.boolean(), (measures, snapshot, chess) => {
        const plan = planSchema.parse(sanctionPlan({ ...planned, measures, snapshot }))
        const directory = new MemoryDirectory()
        const groups = Object.values(snapshot.modules).flatMap(({ group, member }) => (member ? [group] : []))
        let account = directory.seed({
          login: 'k.beispiel',
          suspension: snapshot.suspension,
          groups: chess ? [...groups, 'schach-ag'] : groups
        })
        const before = account
        for (const step of plan.steps) {
          const open = openChange(step, account, nothingDemanded, now)
          // A step that has nothing to do would not be in the plan.
          if (open.kind !== 'change') throw new Error(open.kind)
          account = { ...account, ...open.change }
          expect(openChange(step, account, nothingDemanded, now)).toEqual({ kind: 'nothing' })
        }
        expect(reachOf(account.suspension, now)).toBeGreaterThanOrEqual(reachOf(before.suspension, now))
        const refused = measures.flatMap((one) => {
          if (one.kind === 'suspension') return mapped.map((module) => `modul-${module}`)
          return one.kind === 'moduleRefusal' ? [`modul-${one.module}`] : []
        })
        expect(account.groups.toSorted()).toEqual(
          before.groups.filter((name) => !refused.includes(name)).toSorted()
        )
        const wanted = measures.find((one) => one.kind === 'suspension')
        if (wanted === undefined) expect(account.suspension).toEqual(before.suspension)
        else {
          const until = wanted.until === null ? Infinity : Date.parse(startOf(wanted.until)) / 1000
          expect(reachOf(account.suspension, now)).toBeGreaterThanOrEqual(until)
        }
        // Each group is left once, whatever asks for it.
        const left = plan.steps.flatMap(({ kind, after }) => (kind === 'refuseModule' ? [after] : []))
        expect(left).toHaveLength(
          groups.length - account.groups.filter((name) => name !== 'schach-ag').length
        )
        const effects = effectsOf(measures, { ...planned, measures, snapshot }, noneGone)
        expect(plan.steps.length > 0).toBe(effects.some((effect) => !effect.idle))
      })
    )
  })

  it('says by itself what it was computed from', () => {
    const snapshot = snapshotOf({ kind: 'none' }, ['wlan'])
    const measures: Measure[] = [{ kind: 'suspension', until: null }, { kind: 'warning' }]
    const plan = sanctionPlan({ ...planned, measures, snapshot })
    expect(basisOf(plan)).toEqual({
      ...{ snapshot, proposal: 1, measures: measures.toReversed() },
      planning: newestPlanning,
      starts: expect.any(Function) as () => string
    })
    expect(plan.basis).toMatchObject({ case: planned.case, directory: 'dc=school' })
  })

  it('of a warning alone has no step and still a hash', () => {
    const plan = sanctionPlan({
      ...planned,
      measures: [{ kind: 'warning' }],
      snapshot: snapshotOf({ kind: 'none' }, [])
    })
    expect(plan.steps).toEqual([])
    expect(hashPlan(plan)).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('measures that cannot be proposed', () => {
  const snapshot = snapshotOf({ kind: 'none' }, [])
  const check = (...measures: Measure[]): unknown => checkMeasures(measures, snapshot, now)

  it('a day that has come, the same measure twice, a module without a group', () => {
    expect(check({ kind: 'suspension', until: '2026-11-22' })).toMatchObject({
      failure: { code: 'sanctions.dayInPast', parameters: { day: '2026-11-22' } }
    })
    expect(
      check({ kind: 'suspension', until: null }, { kind: 'suspension', until: '2026-12-01' })
    ).toMatchObject({
      failure: { code: 'sanctions.measureTwice' }
    })
    expect(check({ kind: 'moduleRefusal', module: 'office', until: null })).toMatchObject({
      failure: { code: 'sanctions.moduleNotMapped', parameters: { module: 'office' } }
    })
    expect(moduleIds).toContain('office')
    expect(check({ kind: 'moduleRefusal', module: 'wlan', until: null }, { kind: 'warning' })).toEqual({
      ok: true,
      value: undefined
    })
  })

  it('says who ends a measure: the directory, the app, nobody', () => {
    const measures: Measure[] = [
      { kind: 'warning' },
      { kind: 'suspension', until: '2026-12-01' },
      { kind: 'moduleRefusal', module: 'wlan', until: '2026-12-01' },
      { kind: 'moduleRefusal', module: 'mail', until: null }
    ]
    const ends = (selfEnding: boolean): string[] =>
      effectsOf(measures, { ...planned, measures, snapshot: { ...snapshot, selfEnding } }, noneGone).map(
        ({ endsBy }) => endsBy
      )
    expect(ends(true)).toEqual(['nobody', 'directory', 'nobody', 'app'])
    expect(ends(false)).toEqual(['nobody', 'app', 'nobody', 'app'])
  })
})
