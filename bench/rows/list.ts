import type { Account } from '../../src-main/contract/accounts'
import { accountQuerySchema, accountSortKeys } from '../../src-main/contract/accounts'
import { AccountList } from '../../src-main/jobs/accounts/accountList'
import type { Row } from '../support/row'

const size = 30_000

/** The slowest answer while somebody types, filters and sorts in a list of 30,000 accounts. */
export async function filterAndSort(): Promise<readonly Row[]> {
  const list = new AccountList(
    Array.from({ length: size }, (_, index) => accountAt(index)),
    new Date().toISOString()
  )
  // As the app does after each reading of the directory.
  await list.warm()
  const queries = [
    ...['m', 'mü', 'mue', 'müller', 'müller 7', 'nobody at all'].map((text) => ({ text })),
    ...accountSortKeys.flatMap((sort) => [{ sort }, { sort, descending: true, text: 'a' }]),
    { schoolClass: '7b' },
    { state: 'suspended' as const },
    { offset: size - 200 }
  ]
  const times = queries.map((query) => {
    const parsed = accountQuerySchema.parse(query)
    const started = performance.now()
    list.query(parsed)
    return performance.now() - started
  })
  const slowest = Math.max(...times)
  return [
    {
      work: `${size} rows: filter, sort (slowest of ${times.length})`,
      peer: null,
      own: slowest,
      unit: 'ms',
      value: slowest,
      bar: 50,
      remarks: 'in main; after the reading has warmed it'
    }
  ]
}

function accountAt(index: number): Account {
  const familyName = ['Müller', 'Schmidt', 'Öztürk', 'van den Berg', 'Łukasz', 'Nguyễn'][index % 6] ?? ''
  const givenName = ['Änne', 'Ben', 'Çelin', 'Dörte', 'Élodie'][index % 5] ?? ''
  return {
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    dn: `uid=p${index},ou=pupils,dc=schule,dc=example`,
    login: `p.${index}`,
    givenName,
    familyName: `${familyName}${index % 997}`,
    displayName: `${givenName} ${familyName}${index % 997}`,
    schoolId: String(index),
    kind: 'pupil',
    classes: [`${(index % 6) + 5}${'abcdef'[index % 5] ?? ''}`],
    groups: ['wlan'],
    suspension: index % 50 === 0 ? { kind: 'forever' } : { kind: 'none' },
    leaverSince: null,
    mustChangePassword: false,
    mail: null,
    state: index % 50 === 0 ? 'suspended' : 'active',
    lastSignIn: null,
    createdAt: null
  }
}
