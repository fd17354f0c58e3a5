import { expect, it } from 'vitest'
import type { PendingSlip } from '../../../../src-main/contract/slips'
import { groupByClass, selectionOf, slipsOfPlan } from '../../../../src-renderer/features/slips/grouping'

function slip(schoolClass: string, familyName: string): PendingSlip {
  return {
    account: `${schoolClass}-${familyName}`,
    plan: 'a'.repeat(64),
    login: familyName.toLowerCase(),
    givenName: 'Kim',
    familyName,
    schoolClass,
    since: '2026-11-22T08:00:00.000Z'
  }
}

it('groups slips by class as a school counts, people by name, without a class last', () => {
  const groups = groupByClass([slip('', 'Zink'), slip('10a', 'Adam'), slip('5b', 'Öz'), slip('5b', 'Nowak')])
  expect(groups.map(({ name, slips }) => [name, slips.map(({ familyName }) => familyName)])).toEqual([
    ['5b', ['Nowak', 'Öz']],
    ['10a', ['Adam']],
    ['', ['Zink']]
  ])
})

it('shows whether all, some or none of a class are selected', () => {
  const group = { name: '5b', slips: [slip('5b', 'Nowak'), slip('5b', 'Öz')] }
  expect(selectionOf(group, new Set())).toBe(false)
  expect(selectionOf(group, new Set(['5b-Nowak']))).toBe('indeterminate')
  expect(selectionOf(group, new Set(['5b-Nowak', '5b-Öz', 'other']))).toBe(true)
})

it('chooses whom a plan has made, and nobody where the address names no plan', () => {
  const own = { ...slip('5b', 'Nowak'), plan: 'b'.repeat(64) }
  const slips = [slip('5b', 'Öz'), own, slip('', 'Zink')]
  expect(slipsOfPlan(slips, own.plan)).toEqual({ accounts: [own.account], classes: ['5b'] })
  expect(slipsOfPlan(slips, undefined)).toEqual({ accounts: [], classes: [] })
})
