import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../../../src-main/contract/settings'
import { emptySchool, planned as plannedOf } from '../years'
import { account, entry, planning, snapshotOf, steps, type Given } from './school'

const group = (name: string) => ({
  id: `group-${name}`,
  dn: `cn=${name},ou=gruppen,dc=schule,dc=test`,
  name,
  isClass: false,
  members: 0
})
const settings = { ...defaultSettings, modules: { ...defaultSettings.modules, mail: 'modul-mail' } }

function school(accounts: Parameters<typeof snapshotOf>[0] = []): Pick<Given, 'snapshot' | 'settings'> {
  const snapshot = snapshotOf(accounts)
  const groups = [...snapshot.groups, group('Chor'), group('Schach'), group('modul-mail')]
  return { snapshot: { ...snapshot, groups }, settings }
}

describe('groups of the list', () => {
  it('P12: a new person becomes a member of those that are there, as they are spelled there', async () => {
    const planned = await planning({ entries: [entry({ groups: ['chor', 'Schach'] })], ...school() })
    expect(steps(planned, 'create')[0]?.after?.['groups']).toEqual(['Chor', 'Schach'])
    expect(planned.notices).toEqual([])
  })

  it('P12: a known person joins what is missing and leaves nothing', async () => {
    const there = account({ groups: ['Schach', 'Theater'] })
    const planned = await planning({ entries: [entry({ groups: ['Chor', 'schach'] })], ...school([there]) })
    expect(steps(planned)).toMatchObject([
      {
        kind: 'changeGroups',
        before: { memberships: [{ group: 'Chor', member: false }] },
        after: { memberships: [{ group: 'Chor', member: true }] },
        reason: { code: 'groupsInRoster', parameters: { groups: 'Chor' } }
      }
    ])
    expect(planned.counts).toMatchObject({ changeGroups: 1, unchanged: 0 })
    const empty = await planning({ entries: [entry()], ...school([there]) })
    expect(empty.plan).toBeNull()
    expect(empty.counts).not.toHaveProperty('changeGroups')
  })

  it('P10: unknown ones, classes and the groups of modules are named, none is made or joined', async () => {
    const groups = ['7b', 'Chor', 'Robotik', 'modul-mail']
    const planned = await planning({ entries: [entry({ groups })], ...school() })
    expect(steps(planned, 'create')[0]?.after?.['groups']).toEqual(['Chor'])
    expect(steps(planned).map(({ kind }) => kind)).not.toContain('createGroup')
    expect(planned.notices).toEqual([
      { code: 'groupsNotJoined', parameters: { count: 3, groups: '7b, Robotik, modul-mail' } }
    ])
  })

  it('of a list that only adds are shown for known persons, not planned', async () => {
    const planned = await planning({
      entries: [entry({ groups: ['Chor'] })],
      ...school([account()]),
      scope: { coverage: 'adds', classes: null }
    })
    expect(planned.plan).toBeNull()
    expect(planned.notPlanned).toMatchObject([{ what: 'groups', from: '', to: 'Chor' }])
  })

  it.each(['Gruppen', 'Kurse', 'groups'])('stand in the column %s, several in a cell', async (name) => {
    const list = `ID\tNachname\tVorname\tKlasse\t${name}\n1\tMuster\tMia\t5a\tChor, Schach;AG Chor| Chor\n`
    const year = await plannedOf(emptySchool, { 'y1.csv': list })
    expect(year.read.entries[0]?.groups).toEqual(['AG Chor', 'Chor', 'Schach'])
    expect(year.read.notices).toEqual([])
  })
})
