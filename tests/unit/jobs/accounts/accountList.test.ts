import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accountQuerySchema,
  accountSortKeys,
  type Account,
  type AccountQuery
} from '../../../../src-main/contract/accounts'
import { AccountList } from '../../../../src-main/jobs/accounts/accountList'
import { MemoryDirectory } from '../../support/memoryDirectory'

const directory = new MemoryDirectory()
const people = [
  ['a.mueller', 'Änne', 'Müller', '10a'],
  ['z.weiss', 'Zoë', 'Weiß', '7b'],
  ['m.zander', 'Max', 'Zander', '9c'],
  ['o.aaken', 'Özil', 'van Aaken', '5a']
] as const
const accounts = people.map(([login, givenName, familyName, schoolClass], index) =>
  directory.seed({
    login,
    givenName,
    familyName,
    displayName: `${givenName} ${familyName}`,
    classes: [schoolClass],
    groups: index < 2 ? ['chor'] : [],
    schoolId: `100${index}`,
    suspension: index === 3 ? { kind: 'forever' } : { kind: 'none' }
  })
)

function ask(list: AccountList, query: AccountQuery) {
  return list.query(accountQuerySchema.parse(query))
}

function logins(list: AccountList, query: AccountQuery): string[] {
  return ask(list, query).rows.map(({ login }) => login)
}

describe('AccountList', () => {
  const list = new AccountList(accounts, '2026-11-22T08:00:00.000Z')

  it.each([
    ['müller', ['a.mueller']],
    ['MULLER', ['a.mueller']],
    ['mueller anne', ['a.mueller']],
    ['aenne', ['a.mueller']],
    ['weiss', ['z.weiss']],
    ['Weiß zoe', ['z.weiss']],
    ['7b', ['z.weiss']],
    ['1002', ['m.zander']],
    ['oezil', ['o.aaken']],
    ['müller zander', []],
    ['   ', ['a.mueller', 'o.aaken', 'z.weiss', 'm.zander']]
  ])('finds "%s" without regard to case and accents', (text, found) => {
    expect(logins(list, { text }).sort()).toEqual([...found].sort())
  })

  it('sorts as Germans do, classes by number, and pages through', () => {
    expect(logins(list, {})).toEqual(['a.mueller', 'o.aaken', 'z.weiss', 'm.zander'])
    expect(logins(list, { sort: 'class' })).toEqual(['o.aaken', 'z.weiss', 'm.zander', 'a.mueller'])
    expect(logins(list, { sort: 'class', descending: true })[0]).toBe('a.mueller')
    expect(logins(list, { offset: 1, limit: 2 })).toEqual(['o.aaken', 'z.weiss'])
    expect(ask(list, { offset: 1, limit: 2 })).toMatchObject({ all: 4, total: 4 })
  })

  it('filters, and counts for the menus over everything that the text matches', () => {
    expect(logins(list, { state: 'suspended' })).toEqual(['o.aaken'])
    expect(logins(list, { schoolClass: '10a', group: 'chor' })).toEqual(['a.mueller'])
    expect(logins(list, { kind: 'teacher' })).toEqual([])
    const page = ask(list, { state: 'suspended' })
    expect(page.facets.states).toEqual([
      { name: 'active', count: 3 },
      { name: 'suspended', count: 1 }
    ])
    expect(page.facets.classes.map(({ name }) => name)).toEqual(['5a', '7b', '9c', '10a'])
    expect(ask(list, { text: 'zander', group: 'chor' })).toMatchObject({
      total: 0,
      facets: { classes: [{ name: '9c', count: 1 }], groups: [] }
    })
  })

  it('keeps up with changed, new and removed accounts', () => {
    const [first, second] = accounts as [Account, Account]
    const own = new AccountList(accounts, '2026-11-22T08:00:00.000Z')
    own.update(first.id, { ...first, familyName: 'Zyla', state: 'suspended' })
    expect(logins(own, { text: 'zyla' })).toEqual(['a.mueller'])
    expect(ask(own, {}).facets.states).toContainEqual({ name: 'suspended', count: 2 })
    own.update(second.id, null)
    expect(ask(own, {})).toMatchObject({ all: 3, total: 3 })
    expect(own.find(second.id)).toBeUndefined()
    own.update('new', { ...second, id: 'new', login: 'n.neu' })
    expect(logins(own, { text: 'n.neu' })).toEqual(['n.neu'])
    expect(own.find('new')?.login).toBe('n.neu')
  })

  it('stays in order through changes, in every order', () => {
    const changes = fc.array(
      fc.record({ index: fc.nat(11), familyName: fc.constantFrom('Ä', 'a', 'B', 'ß'), gone: fc.boolean() })
    )
    fc.assert(
      fc.property(changes, fc.constantFrom(...accountSortKeys), (wishes, sort) => {
        const [base] = accounts as [Account]
        const many = Array.from({ length: 10 }, (_, index): Account => ({
          ...base,
          id: `id${index}`,
          login: `l${index}`,
          familyName: 'M'
        }))
        const changing = new AccountList(many, '2026-11-22T08:00:00.000Z')
        logins(changing, { sort })
        for (const { index, familyName, gone } of wishes) {
          const account = { ...base, id: `id${index}`, login: `l${index}`, familyName }
          changing.update(account.id, gone ? null : account)
        }
        const fresh = new AccountList(changing.all, '2026-11-22T08:00:00.000Z')
        expect(logins(changing, { sort })).toEqual(logins(fresh, { sort }))
      })
    )
  })

  // How quickly stands in `npm run bench -- list`.
  it('finds of 30,000 accounts exactly those that are asked for', async () => {
    const many = Array.from({ length: 30_000 }, (_, index): Account => {
      const [base] = accounts as [Account]
      const classes = [`${5 + (index % 8)}${'abcd'.charAt(index % 4)}`]
      const familyName = `Müller${index % 5_000}`
      return {
        ...base,
        id: `id${index}`,
        login: `a.mueller${index}`,
        familyName,
        classes,
        schoolId: `${index}`
      }
    })
    const large = new AccountList(many, '2026-11-22T08:00:00.000Z')
    const inClass = many.filter(({ classes }) => classes.includes('7c'))
    const named = inClass.filter(({ familyName, login }) =>
      [familyName, login].some((name) => /m(ü|ue)ller12/i.test(name))
    )
    await large.warm()
    expect(ask(large, { text: 'm' }).total).toBe(many.length)
    expect(ask(large, { text: 'mül anne' }).total).toBe(many.length)
    expect(ask(large, { text: '7c müller12' }).total).toBe(named.length)
    expect(ask(large, { schoolClass: '7c', state: 'active', descending: true }).total).toBe(inClass.length)
    expect(ask(large, { text: 'gibtesnicht' }).total).toBe(0)
    expect(named.length).toBeGreaterThan(0)
  })
})
