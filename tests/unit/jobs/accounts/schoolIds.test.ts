import { describe, expect, it } from 'vitest'
import { afterYear, deeds, planned, refusedYear, type School } from './years'

const given = ['Mia', 'Ben', 'Ida', 'Oda', 'Udo', 'Lea', 'Max', 'Eva', 'Jan', 'Zoe', 'Tim', 'Kai']
const family = [
  'Arnold',
  'Bachmann',
  'Cramer',
  'Dornseif',
  'Ehrlich',
  'Fuchs',
  'Gruber',
  'Holzapfel',
  'Immendorf',
  'Jahnke',
  'Kowalski',
  'Lindner'
]
interface Person {
  readonly id: string
  readonly name: string
  readonly day: string
}
const persons: readonly Person[] = family.map((name, index) => ({
  id: `0${String(101 + index)}`,
  name: `${name};${given[index]!}`,
  day: `${String(index + 10)}.03.2014`
}))
const line = ({ id, name, day }: Person): string => `${id};${name};${day};7b`
const list = (people: readonly Person[], header = 'ID;Nachname;Vorname;Geburtsdatum;Klasse'): string =>
  [header, ...people.map(line)].join('\n')

async function lastYear(people = persons, header?: string): Promise<School> {
  return afterYear({ 'y1.csv': list(people, header) })
}

describe('an id alone proves no person', () => {
  it('P3: another family name, first name and birth date under one id is a doubt, never a rename', async () => {
    const school = await lastYear()
    const stranger = { id: '0101', name: 'Zander;Wim', day: '24.12.2012' }
    const year = await planned(school, { 'y2.csv': list([stranger, ...persons.slice(1)]) })
    expect(deeds(year)).toEqual([])
    expect(year.doubtful).toMatchObject([
      {
        line: 2,
        newPossible: false,
        candidates: [{ login: 'm.arnold', why: 'sameIdOtherPerson' }]
      }
    ])
  })

  it.each([
    ['a changed family name', { id: '0101', name: 'Zander;Mia', day: '10.03.2014' }],
    ['a changed first name', { id: '0101', name: 'Arnold;Milo', day: '10.03.2014' }],
    ['both names changed under one birth date', { id: '0101', name: 'Zander;Milo', day: '10.03.2014' }],
    ['a mended birth date', { id: '0101', name: 'Arnold;Mia', day: '10.03.2013' }],
    ['a double name', { id: '0101', name: 'Arnold-Zander;Mia', day: '10.04.2014' }]
  ])('P3: %s is a rename or nothing, without a question', async (_, person) => {
    const year = await planned(await lastYear(), { 'y2.csv': list([person, ...persons.slice(1)]) })
    expect(year.doubtful).toEqual([])
    expect(year.guard).toBeNull()
    expect(year.counts).toMatchObject({ create: 0, leave: 0 })
  })

  it('a first name and a birth date of somebody else under the family’s id are a sibling, not a rename', async () => {
    const sibling = { id: '0101', name: 'Arnold;Wim', day: '24.12.2012' }
    const year = await planned(await lastYear(), { 'y2.csv': list([sibling, ...persons.slice(1)]) })
    expect(year.doubtful.map(({ candidates }) => candidates.map(({ why }) => why))).toEqual([
      ['sameIdOtherPerson']
    ])
  })

  it('a running number that has moved is recognised as a whole', async () => {
    const school = await lastYear()
    const newcomer = { id: '0101', name: 'Aal;Jo', day: '01.01.2015' }
    const moved = [newcomer, ...persons].map((person, index) => ({
      ...person,
      id: `0${String(101 + index)}`
    }))
    expect(await refusedYear(school, { 'y2.csv': list(moved) })).toBe('plan.idsOfOthers')
    // Without the numbers, name and birth date find everybody.
    const columns = { familyName: 1, givenName: 2, birthDate: 3, schoolClass: 4 }
    const year = await planned(school, { 'y2.csv': list(moved) }, { columns })
    expect(deeds(year)).toEqual(['create Jo Aal'])
  })

  it('so is a list whose names stand in each other’s column', async () => {
    const swapped = list(persons, 'ID;Vorname;Nachname;Geburtsdatum;Klasse')
    expect(await refusedYear(await lastYear(), { 'y2.csv': swapped })).toBe('plan.namesSwapped')
    const withoutIds = swapped.replaceAll(/^\d+;/gmu, ';')
    expect(await refusedYear(await lastYear(), { 'y2.csv': withoutIds })).toBe('plan.namesSwapped')
  })

  it('more renames than the set share ask for their number', async () => {
    const renamed = persons.map((person, index) =>
      index < 3 ? { ...person, name: `Neu${'abc'[index]!};${given[index]!}` } : person
    )
    const year = await planned(await lastYear(), { 'y2.csv': list(renamed) })
    expect(year.counts.rename).toBe(3)
    expect(year.guard).toEqual({ leavers: 0, governed: 12, renames: 3 })
  })

  it('zeros that a spreadsheet has taken from the whole column are given back', async () => {
    const school = await lastYear()
    const bare = persons.map((person) => ({ ...person, id: String(Number(person.id)) }))
    const newcomer = { id: '205', name: 'Neumann;Jo', day: '01.01.2015' }
    const year = await planned(school, { 'y2.csv': list([...bare, newcomer]) })
    expect(deeds(year)).toEqual(['create Jo Neumann'])
    expect(year.plan?.steps.at(-1)?.after).toMatchObject({ schoolId: '0205' })
    // One number without its zero, and a name that fits.
    const one = await planned(school, { 'y2.csv': list([bare[0]!, ...persons.slice(1)]) })
    expect(deeds(one)).toEqual([])
  })

  it('a number that only looks like another one without its zero keeps apart who is somebody else', async () => {
    const newcomer = { id: '101', name: 'Neumann;Jo', day: '01.01.2015' }
    const year = await planned(await lastYear(), { 'y2.csv': list([...persons, newcomer]) })
    expect(deeds(year)).toEqual(['create Jo Neumann'])
  })

  it('P3: name and birth date carry over to the school’s number what had one of Netzwart’s own', async () => {
    const without = list(persons.map((person) => ({ ...person, id: '' })))
    const school = await afterYear({ 'y1.csv': without })
    expect(school.snapshot.accounts.map(({ schoolId }) => schoolId)[0]).toMatch(/^NW-/u)
    const year = await planned(school, { 'y2.csv': list(persons) })
    expect(year.doubtful).toEqual([])
    expect(year.counts).toMatchObject({ create: 0, leave: 0, rename: 12 })
    expect(year.plan?.steps[0]).toMatchObject({
      kind: 'rename',
      after: { schoolId: '0101' },
      reason: { code: 'schoolIdMissing' }
    })
  })
})
