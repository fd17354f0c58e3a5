import { describe, expect, it } from 'vitest'
import { ledgerQuerySchema, statementKindNames } from '../../../../src-main/contract/ledger'
import '../../../../src-renderer/app/features'
import { kindChoiceOf, kindsIn, kindsOf } from '../../../../src-renderer/features/journal/areas'
import {
  addressOf,
  filtersFrom,
  isDay,
  isFiltered,
  noFilters,
  queryOf
} from '../../../../src-renderer/features/journal/filters'
import { targetOf } from '../../../../src-renderer/features/journal/subjects'
import { groupsOfFour, headInWords } from '../../../../src-renderer/shared/digest'
import { statementAreas } from '../../../../src-renderer/shared/looks'

describe('filters of the journal', () => {
  it('come back from the address as they were written into it', () => {
    const filters = {
      text: 'wlan',
      kind: 'cases',
      person: 'p1',
      subject: 'case:1',
      from: '2026-11-01',
      until: '2026-11-30'
    } as const
    expect(filtersFrom(addressOf(filters))).toEqual(filters)
    expect(addressOf(noFilters)).toEqual({})
  })

  it('leave out what is no filter', () => {
    expect(
      filtersFrom({ kind: 'constructor', from: '2026-02-30', until: 'heute', subject: 'x'.repeat(201) })
    ).toEqual(noFilters)
    expect(filtersFrom({ text: ['a', 'b'], person: null })).toEqual(noFilters)
  })

  it('ask main for what the contract takes, an area as its kinds', () => {
    const query = queryOf({ ...noFilters, kind: 'people', text: 'x'.repeat(300) }, 200, 100)
    expect(ledgerQuerySchema.safeParse(query).success).toBe(true)
    expect(query.kinds).toEqual([...kindsIn('people')])
    expect(query.text).toHaveLength(200)
  })

  it('turn days round that stand in the wrong order', () => {
    const { from, until } = queryOf({ ...noFilters, from: '2026-11-30', until: '2026-11-01' }, 0, 1)
    expect([from, until]).toEqual(['2026-11-01', '2026-11-30'])
  })

  it('count as none while only blanks were typed', () => {
    expect(isFiltered({ ...noFilters, text: '   ' })).toBe(false)
    expect(isFiltered({ ...noFilters, subject: 'case:1' })).toBe(true)
  })

  it('know which days exist', () => {
    expect(['2026-02-28', '2028-02-29', '2026-02-29', '26-1-1'].map(isDay)).toEqual([
      true,
      true,
      false,
      false
    ])
  })
})

describe('areas of the journal', () => {
  it('hold every kind once', () => {
    const kinds = statementAreas().flatMap(([area]) => kindsIn(area))
    expect([...kinds].sort()).toEqual([...statementKindNames].sort())
  })

  it('stand in the order of the filter, and so do their kinds', () => {
    expect(statementAreas().map(([area]) => area)).toEqual([
      'cases',
      'flags',
      'orders',
      'standingOrders',
      'disclosures',
      'people',
      'accounts',
      'signIns',
      'copies',
      'upkeep'
    ])
    expect(kindsIn('upkeep')).toEqual([
      'settings.changed',
      'connection.changed',
      'backup.made',
      'store.moved',
      'device.registered',
      'clock.wentBack'
    ])
  })

  it('take areas and kinds, nothing else', () => {
    expect([kindChoiceOf('cases'), kindChoiceOf('founding'), kindChoiceOf('x'), kindChoiceOf(null)]).toEqual([
      'cases',
      'founding',
      null,
      null
    ])
    expect(kindsOf(null)).toEqual([])
  })
})

describe('what an entry leads to', () => {
  const everything = (): boolean => true
  const nothing = (): boolean => false

  it('is the case or the run, for whoever may see it', () => {
    expect(targetOf('case:ab/c', everything)).toEqual({ label: 'Fall öffnen', to: '/cases/ab%2Fc' })
    expect(targetOf('plan:ff', everything)).toEqual({ label: 'Ausführung öffnen', to: '/plans/ff' })
    expect([
      targetOf('case:1', nothing),
      targetOf('ledger', everything),
      targetOf('person:1', everything)
    ]).toEqual([null, null, null])
  })
})

describe('hashes', () => {
  it('are written in groups of four', () => {
    expect(groupsOfFour('0123456789ab')).toBe('0123 4567 89ab')
    expect(groupsOfFour('01234')).toBe('0123 4')
    expect(headInWords({ sequence: 42, hash: `3f5a${'0'.repeat(60)}` })).toMatch(/^42: 3f5a 0000 /)
  })
})
