import { expect, it } from 'vitest'
import { AccountList } from '../../../../src-main/jobs/accounts/accountList'
import { findPersons } from '../../../../src-main/jobs/accounts/foundPersons'
import { MemoryDirectory } from '../../support/memoryDirectory'

const directory = new MemoryDirectory()
const pupil = directory.seed({
  ...{ login: 'geheim.login', givenName: 'Şeyma', familyName: 'Müller', displayName: 'Şeyma Müller' },
  ...{ schoolId: '4711', classes: ['7b'], kind: 'pupil' }
})
directory.seed({ login: 'weg', givenName: 'Lea', familyName: 'Müller', leaverSince: '2026-07-01' })
for (let place = 0; place < 20; place += 1)
  directory.seed({ login: `t${place}`, givenName: 'Kim', familyName: `Lehrer${place}`, kind: 'teacher' })
const list = new AccountList([...directory.accounts.values()], '2026-11-28T08:00:00.000Z')

it('finds by name and class, and by nothing that is not shown', () => {
  const found = {
    id: pupil.id,
    givenName: 'Şeyma',
    familyName: 'Müller',
    classes: ['7b'],
    kind: 'pupil'
  }
  for (const text of ['müller', 'mueller', 'seyma 7b', '7b'])
    expect(findPersons(list, text)).toEqual({ total: 1, rows: [found] })
  for (const text of ['geheim', '4711', 'Lea'])
    expect(findPersons(list, text)).toEqual({ total: 0, rows: [] })
})

it('shows eight at a time and says how many there are', () => {
  const { total, rows } = findPersons(list, 'Lehrer')
  expect([total, rows.length]).toEqual([20, 8])
})
