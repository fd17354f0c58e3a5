import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  rosterFields,
  type ColumnMap,
  type DoubtfulMatch,
  type MatchDecisions
} from '../../../../src-main/contract/roster'
import { fieldOf, mapped, readingToKeep } from '../../../../src-renderer/features/rosters/columns'
import {
  decisionValue,
  isSame,
  openFirst,
  refusedRows,
  sameNameDecisions,
  skipUndecided,
  undecided,
  withoutRows
} from '../../../../src-renderer/features/rosters/decisions'

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
      kind: 'pupil',
      school: null
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

type Candidate = DoubtfulMatch['candidates'][number]

function candidate(account: string, changes: Partial<Candidate> = {}): Candidate {
  return {
    account,
    login: account,
    givenName: 'Mia',
    familyName: 'Muster',
    schoolId: null,
    classes: [],
    birthDate: null,
    why: 'sameName',
    ...changes
  }
}

function doubt(row: string, ...candidates: Candidate[]): DoubtfulMatch {
  const [template] = doubtful
  if (template === undefined) throw new Error('no row')
  const entry = { ...template.entry, schoolId: `S-${row}`, birthDate: '2015-03-04' }
  return { ...template, row, entry, candidates }
}

describe('the first adoption of a directory without id numbers', () => {
  it('decides the rows whose name fits exactly one account', () => {
    const rows = [doubt('a', candidate('id-1')), doubt('b', candidate('id-2'))]
    expect(sameNameDecisions(rows, {})).toEqual({ a: { account: 'id-1' }, b: { account: 'id-2' } })
  })

  it('leaves namesakes on either side to a person', () => {
    const twoRows = [doubt('a', candidate('id-1')), doubt('b', candidate('id-1'))]
    expect(sameNameDecisions(twoRows, {})).toEqual({})
    const twoAccounts = [candidate('id-1', { why: 'namesakes' }), candidate('id-2', { why: 'namesakes' })]
    expect(sameNameDecisions([doubt('a', ...twoAccounts)], {})).toEqual({})
  })

  it.each([
    'similarSpelling',
    'changedFamilyName',
    'sameNameOtherId',
    'namesakes',
    'sameIdOtherKind'
  ] as const)('does not take an account for the reason %s, nor a namesake beside it', (why) => {
    expect(sameNameDecisions([doubt('a', candidate('id-1', { why }))], {})).toEqual({})
    expect(sameNameDecisions([doubt('a', candidate('id-1'), candidate('id-2', { why }))], {})).toEqual({})
  })

  it('does not take an account with another birth date or id number', () => {
    expect(sameNameDecisions([doubt('a', candidate('id-1', { birthDate: '2015-04-03' }))], {})).toEqual({})
    expect(sameNameDecisions([doubt('a', candidate('id-1', { schoolId: 'S-z' }))], {})).toEqual({})
    const same = candidate('id-1', { birthDate: '2015-03-04', schoolId: 'S-a' })
    expect(sameNameDecisions([doubt('a', same)], {})).toEqual({ a: { account: 'id-1' } })
  })

  it('keeps what was decided, and takes no account that was chosen for another row', () => {
    const rows = [
      doubt('a', candidate('id-1')),
      doubt('b', candidate('id-2')),
      doubt('c', candidate('id-2', { why: 'similarSpelling' }))
    ]
    expect(sameNameDecisions(rows, { a: 'skip' })).toEqual({ b: { account: 'id-2' } })
    expect(sameNameDecisions(rows, { c: { account: 'id-2' } })).toEqual({ a: { account: 'id-1' } })
  })

  it('never names an account twice nor decides a decided row, whatever the doubts are', () => {
    const whys = ['sameName', 'similarSpelling', 'namesakes', 'sameNameOtherId'] as const
    const accounts = fc.constantFrom('id-1', 'id-2', 'id-3', 'id-4')
    const doubts = fc.array(fc.array(fc.tuple(accounts, fc.constantFrom(...whys)), { maxLength: 2 }), {
      maxLength: 8
    })
    const chosen = fc.dictionary(
      fc.constantFrom('0', '1', '2', '3'),
      fc.oneof(
        fc.constantFrom('new' as const, 'skip' as const),
        accounts.map((account) => ({ account }))
      )
    )
    fc.assert(
      fc.property(doubts, chosen, (candidates, before) => {
        const rows = candidates.map((found, row) =>
          doubt(String(row), ...found.map(([account, why]) => candidate(account, { why })))
        )
        const there = new Set(rows.map(({ row }) => row))
        const decided = Object.fromEntries(Object.entries(before).filter(([row]) => there.has(row)))
        const taken = sameNameDecisions(rows, decided)
        expect(Object.keys(taken).filter((row) => row in decided)).toEqual([])
        const names = Object.values(taken).map(decisionValue)
        const others = Object.values(decided).map(decisionValue)
        expect(new Set(names).size).toBe(names.length)
        expect(names.filter((name) => others.includes(name))).toEqual([])
      })
    )
  })

  it('lists first what is still open', () => {
    const rows = [doubt('a'), doubt('b'), doubt('c')]
    expect(openFirst(rows, { a: 'skip' }).map(({ row }) => row)).toEqual(['b', 'c', 'a'])
  })
})
