import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ModuleGroups } from '../../../../src-main/contract/modules'
import type { Plan } from '../../../../src-main/contract/plan'
import type { Measure } from '../../../../src-main/contract/sanctions'
import { followsFromCase } from '../../../../src-main/jobs/sanctions/follows'
import {
  planningVersions,
  type AccountSnapshot,
  type PlanningVersion
} from '../../../../src-main/jobs/sanctions/measures'
import { sanctionPlan } from '../../../../src-main/jobs/sanctions/sanctionPlan'
import { changedAt, placesIn, somethingElse } from '../../support/changedPlaces'
import { codeOf } from '../../support/sanctionsSchool'

const record = {
  id: '5b5f3c6e-3b0f-4c39-9f4e-0a6a1d6f5c11',
  account: 'a1',
  names: { login: 'k.beispiel', givenName: 'Kim', familyName: 'Beispiel' },
  schoolClass: '7b'
}
const groups: ModuleGroups = { wlan: 'modul-wlan', mail: 'modul-mail', forum: '' }
const snapshot: AccountSnapshot = {
  ...{ id: 'a1', login: 'k.beispiel', label: 'Kim Beispiel', schoolClass: '7b' },
  ...{ suspension: { kind: 'none' }, directory: 'dc=school', selfEnding: true },
  modules: { wlan: { group: 'modul-wlan', member: true }, mail: { group: 'modul-mail', member: true } }
}
const measures: Measure[] = [
  { kind: 'suspension', until: '2026-12-20' },
  { kind: 'moduleRefusal', module: 'wlan', until: null }
]

function planOf(planning: PlanningVersion, of: Partial<AccountSnapshot> = {}): Plan {
  return sanctionPlan({
    ...{ case: record.id, proposal: 1, day: '2026-11-22', planning, measures },
    snapshot: { ...snapshot, ...of }
  })
}
const told = { record, measures, proposal: 1 }

/** `day` is the proposal's, which no measure hangs on; the ledger's own time stands beside it. */
const free = new Set(['day'])

describe('a plan follows from its case', () => {
  it.each(planningVersions)(
    'in planning %i: as it was computed, and where nobody knows the groups any more',
    (planning) => {
      const plan = planOf(planning)
      expect(followsFromCase(plan, told, groups).ok).toBe(true)
      expect(followsFromCase(plan, told, null).ok).toBe(true)
      // Through the store and back.
      expect(followsFromCase(JSON.parse(JSON.stringify(plan)) as Plan, told, groups).ok).toBe(true)
    }
  )

  it.each(planningVersions)(
    'in planning %i: changed in any one place of plan, steps or snapshot it does not',
    (planning) => {
      const plan = planOf(planning)
      const account = JSON.parse(String(plan.basis['account'])) as AccountSnapshot
      // What the directory showed is believed, as long as no step hangs on it.
      const believed = new Set(['selfEnding', ...(planning === 1 ? ['modules.mail.member'] : [])])
      const ofPlan = placesIn(plan).filter(({ path }) => !free.has(path.join('.')))
      const ofSnapshot = placesIn(account).filter(({ path }) => !believed.has(path.join('.')))
      fc.assert(
        fc.property(
          fc.oneof(
            fc.constantFrom(...ofPlan).map((place) => ({ ...place, isOfSnapshot: false })),
            fc.constantFrom(...ofSnapshot).map((place) => ({ ...place, isOfSnapshot: true }))
          ),
          somethingElse,
          ({ path, value, isOfSnapshot }, other) => {
            fc.pre(JSON.stringify(value) !== JSON.stringify(other))
            // Of the first version nothing hangs on a module that no measure is about.
            fc.pre(
              !(planning === 1 && isOfSnapshot && path.join('.') === 'modules.mail' && other === undefined)
            )
            const mutated = isOfSnapshot
              ? changedAt(plan, ['basis', 'account'], JSON.stringify(changedAt(account, path, other)))
              : changedAt(plan, path, other)
            expect(followsFromCase(mutated, told, groups).ok).toBe(false)
          }
        ),
        { numRuns: 2_000 }
      )
    }
  )

  it.each([
    ['another account', { id: 'a2' }],
    ['another login', { login: 'kollege' }],
    ['another name', { label: 'Karl Kollege' }],
    ['another class', { schoolClass: '5a' }]
  ])('computed in full for %s it does not', (_, of) => {
    expect(codeOf(followsFromCase(planOf(2, of), told, groups))).toBe('sanctions.planNotOfCase')
    expect(codeOf(followsFromCase(planOf(1, of), told, groups))).toBe('sanctions.planNotOfCase')
  })

  it('computed in full for groups that are not mapped it does not', () => {
    const admins = { ...snapshot.modules, wlan: { group: 'netz-admins', member: true } }
    const more = { ...snapshot.modules, forum: { group: 'netz-admins', member: false } }
    const fewer = { wlan: { group: 'modul-wlan', member: true } }
    for (const modules of [admins, more, fewer]) {
      expect(codeOf(followsFromCase(planOf(2, { modules }), told, groups))).toBe('sanctions.groupsDiffer')
    }
    expect(codeOf(followsFromCase(planOf(1, { modules: admins }), told, groups))).toBe(
      'sanctions.groupsDiffer'
    )
  })

  it('for other measures, another proposal or another case it does not', () => {
    const [first] = measures
    for (const other of [
      { ...told, measures: [first!] },
      { ...told, measures: [] },
      { ...told, proposal: 2 },
      { ...told, record: { ...record, id: '6b5f3c6e-3b0f-4c39-9f4e-0a6a1d6f5c11' } },
      { ...told, record: { ...record, account: '' } }
    ]) {
      expect(codeOf(followsFromCase(planOf(2), other, groups))).toBe('sanctions.planNotOfCase')
    }
  })

  it('of the first version a person who was renamed before a further proposal is still the same', () => {
    const again = { ...told, proposal: 2 }
    const plan = (planning: PlanningVersion): Plan =>
      sanctionPlan({
        ...{ case: record.id, proposal: 2, day: '2026-11-22', planning, measures },
        snapshot: { ...snapshot, label: 'Kim Neumann', login: 'k.neumann' }
      })
    expect(followsFromCase(plan(1), again, groups).ok).toBe(true)
    expect(codeOf(followsFromCase(plan(2), again, groups))).toBe('sanctions.planNotOfCase')
  })

  it('of a PC in another time zone it is the same', () => {
    const zone = (hours: number) => (day: string) =>
      new Date(Date.parse(`${day}T00:00:00Z`) + hours * 3_600_000).toISOString()
    const plan = (hours: number): Plan =>
      sanctionPlan(
        { case: record.id, proposal: 1, day: '2026-11-22', planning: 2, measures, snapshot },
        zone(hours)
      )
    expect(followsFromCase(plan(-1), told, groups).ok).toBe(true)
    expect(followsFromCase(plan(12), told, groups).ok).toBe(true)
    expect(codeOf(followsFromCase(plan(24), told, groups))).toBe('sanctions.planNotOfCase')
  })
})
