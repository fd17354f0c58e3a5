import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountSortKeys, accountStates, personKinds } from '../../../../src-main/contract/accounts'
import '../../../../src-renderer/app/features'
import {
  addressOf,
  filtersFrom,
  isFiltered,
  noFilters,
  queryOf,
  sortedBy,
  type AccountFilters
} from '../../../../src-renderer/features/accounts/filters'
import { actionsFor, sameNames, sortedNames } from '../../../../src-renderer/features/accounts/person'
import { eventText, meaningText, reasonText } from '../../../../src-renderer/features/accounts/words'

const name = fc.option(fc.string({ minLength: 1 }), { nil: null })
const filters: fc.Arbitrary<AccountFilters> = fc.record({
  text: fc.string(),
  schoolClass: name,
  group: name,
  state: fc.option(fc.constantFrom(...accountStates), { nil: null }),
  kind: fc.option(fc.constantFrom(...personKinds), { nil: null }),
  sort: fc.constantFrom(...accountSortKeys),
  descending: fc.boolean()
})

describe('filters of the list of accounts', () => {
  it('come back from the address of the screen as they were', () => {
    fc.assert(
      fc.property(filters, (some) => {
        expect(filtersFrom(addressOf(some))).toEqual(some)
      })
    )
  })

  it('ignore what is no filter', () => {
    expect(
      filtersFrom({ state: 'dancing', kind: ['pupil'], sort: 'dn', order: 'sideways', class: null })
    ).toEqual(noFilters)
  })

  it('never ask main for a longer text than the contract allows', () => {
    expect(queryOf({ ...noFilters, text: 'x'.repeat(500) }, 0, 200).text).toHaveLength(200)
  })

  it('know whether anything is filtered away', () => {
    expect(isFiltered({ ...noFilters, text: '  ', descending: true })).toBe(false)
    expect(isFiltered({ ...noFilters, kind: 'teacher' })).toBe(true)
  })

  it('turn the order round at the second click on a column', () => {
    const once = sortedBy(noFilters, 'login')
    expect([once.sort, once.descending]).toEqual(['login', false])
    expect(sortedBy(once, 'login').descending).toBe(true)
    expect(sortedBy(sortedBy(once, 'login'), 'state').descending).toBe(false)
  })
})

describe('page of a person', () => {
  it('P9: offers to suspend only who is not suspended, and to lift only who is', () => {
    expect(actionsFor({ state: 'active', suspension: { kind: 'none' } })).toContain('suspend')
    expect(actionsFor({ state: 'active', suspension: { kind: 'none' } })).not.toContain('lift')
    const suspended = actionsFor({ state: 'suspended', suspension: { kind: 'forever' } })
    expect(suspended).toContain('lift')
    expect(suspended).not.toContain('suspend')
  })

  it('P1: offers a guardian no classes', () => {
    const active = { state: 'active', suspension: { kind: 'none' } } as const
    expect(actionsFor({ ...active, kind: 'guardian' })).not.toContain('changeClasses')
    expect(actionsFor({ ...active, kind: 'pupil' })).toContain('changeClasses')
  })

  it('offers to unlock only who is locked out', () => {
    expect(actionsFor({ state: 'lockedOut', suspension: { kind: 'none' } })).toContain('unlock')
    expect(actionsFor({ state: 'active', suspension: { kind: 'none' } })).not.toContain('unlock')
  })

  it('compares lists of names as sets and sorts classes as a school counts', () => {
    expect(sameNames(['a', 'b'], ['b', 'a'])).toBe(true)
    expect(sameNames(['a'], ['a', 'b'])).toBe(false)
    expect(sortedNames(['10a', 'EF', '5b', '5a'])).toEqual(['5a', '5b', '10a', 'EF'])
  })

  it('P5: says in words how a request was verified, with the note behind it', () => {
    expect(reasonText('schoolIdCard: Frau Beispiel')).toBe('Schülerausweis gezeigt: Frau Beispiel')
    expect(reasonText('classDiffers')).toBe('Die Klasse in der Schülerliste war eine andere')
    expect(reasonText('Störung: im Unterricht')).toBe('Störung: im Unterricht')
  })

  it('keeps what has no words as it is', () => {
    expect(eventText('suspend')).toBe('Gesperrt')
    expect(eventText('other')).toBe('Geändert (other)')
    expect(meaningText('suspendedForGood')).toBe('auf Dauer gesperrt')
    expect(meaningText('NORMAL_ACCOUNT')).toBe('NORMAL_ACCOUNT')
    expect(meaningText(null)).toBe('')
  })
})
