import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  rosterFields,
  type ColumnMap,
  type DoubtfulMatch,
  type MatchDecisions
} from '../../../../src-main/contract/roster'
import { fieldOf, mapped, readingToKeep } from '../../../../src-renderer/features/plans/columns'
import {
  decisionValue,
  isSame,
  refusedRows,
  skipUndecided,
  undecided,
  withoutRows
} from '../../../../src-renderer/features/plans/decisions'

const columnMaps = fc
  .uniqueArray(fc.constantFrom(...rosterFields))
  .map((fields): ColumnMap => Object.fromEntries(fields.map((field, column) => [field, column])))

describe('columns', () => {
  it('fill one field each, whatever is chosen in whatever order', () => {
    const choices = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 12 }), fc.option(fc.constantFrom(...rosterFields)))
    )
    fc.assert(
      fc.property(columnMaps, choices, (start, chosen) => {
        let columns = start
        for (const [column, field] of chosen) {
          columns = mapped(columns, column, field)
          expect(fieldOf(columns, column)).toBe(field)
        }
        const places = Object.values(columns)
        expect(new Set(places).size).toBe(places.length)
      })
    )
  })

  it('are kept in a profile only where a person maps them', () => {
    const found = {
      format: 'csv',
      encoding: 'windows-1252',
      separator: ';',
      hasHeader: true,
      columns: { familyName: 1, givenName: 0 },
      kind: 'pupil'
    } as const
    expect(readingToKeep(found).columns).toEqual({ familyName: 1, givenName: 0 })
    expect(readingToKeep({ ...found, format: 'schild' })).toMatchObject({ format: 'schild', columns: null })
  })
})

const doubtful: readonly DoubtfulMatch[] = ['a', 'b', 'c'].map((row, index) => ({
  row,
  line: index + 2,
  entry: {
    line: index + 2,
    schoolId: null,
    familyName: 'Muster',
    givenName: row,
    birthDate: null,
    classes: ['5a'],
    kind: 'pupil',
    mail: null,
    leavesOn: null
  },
  candidates: []
}))

describe('decisions about doubtful rows', () => {
  const decisions: MatchDecisions = { a: { account: 'id-1' }, b: 'new' }

  it('leave out only what nobody has decided', () => {
    expect(undecided(doubtful, decisions).map(({ row }) => row)).toEqual(['c'])
    expect(skipUndecided(doubtful, decisions)).toEqual({ ...decisions, c: 'skip' })
  })

  it('are asked for again when they were not possible', () => {
    const again = refusedRows(doubtful.slice(0, 1), decisions)
    expect(again).toEqual(['a'])
    expect(withoutRows(decisions, again)).toEqual({ b: 'new' })
  })

  it('are told apart by account', () => {
    expect(isSame({ account: 'id-1' }, { account: 'id-1' })).toBe(true)
    expect(isSame({ account: 'id-1' }, { account: 'id-2' })).toBe(false)
    expect(isSame(undefined, 'new')).toBe(false)
    expect(decisionValue({ account: 'new' })).not.toBe(decisionValue('new'))
  })
})
