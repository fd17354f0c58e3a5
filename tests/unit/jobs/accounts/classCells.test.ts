import { describe, expect, it } from 'vitest'
import { readSchoolClasses } from '../../../../src-main/jobs/accounts/roster/fields'
import { account, entry, planning, steps } from './planning/school'
import { afterYear, deeds, emptySchool, planned } from './years'

describe('P3: the classes of one cell', () => {
  const classesOf = (cell: string, year = ''): readonly string[] | string => {
    const read = readSchoolClasses(cell, year)
    return 'value' in read ? read.value : read.rejection.code
  }

  it.each<[string, readonly string[]]>([
    ['7a', ['7a']],
    ['7a, 7b', ['7a', '7b']],
    ['7b;7a|7b', ['7a', '7b']],
    ['10b,10b-Mathe', ['10b', '10b-Mathe']],
    ['EF, Q1', ['EF', 'Q1']],
    // What looks like no class stays what it is, and is not torn apart.
    ['5a, Frau Meyer', ['5a, Frau Meyer']],
    ['Sonnen, Mond und Sterne', ['Sonnen, Mond und Sterne']],
    ['7a, k.A.', ['7a']],
    ['05. Jan', []],
    ['2011-05-01', []],
    ['1.5.2011', []],
    ['-', []],
    ['', []]
  ])('%s', (cell, classes) => {
    expect(classesOf(cell)).toEqual(classes)
  })

  it('belong to the year of a column of its own where a letter stands alone', () => {
    expect(classesOf('b', '10')).toEqual(['10b'])
    expect(classesOf('B', '05')).toEqual(['5B'])
    expect(classesOf('7b', '7')).toEqual(['7b'])
    expect(classesOf('b', 'EF')).toEqual(['b'])
    expect(classesOf('Q', '11')).toEqual(['Q'])
    expect(classesOf('', '7')).toEqual([])
  })

  it('are read from `Jahrgang` and `Klasse`', async () => {
    const year = await planned(emptySchool, {
      'y1.csv': 'ID;Nachname;Vorname;Jahrgang;Klasse\n1;Arnold;Mia;10;b\n2;Bach;Ben;5;a\n'
    })
    expect(year.read.classes).toEqual([
      { name: '5a', count: 1 },
      { name: '10b', count: 1 }
    ])
    expect(year.read.notices).toEqual([])
  })
})

describe('P3: one class in several spellings', () => {
  const head = 'ID;Nachname;Vorname;Klasse'
  const list = (...classes: string[]): string =>
    `${head}\n${classes.map((name, place) => `${String(place + 1)};Muster${'abcdefgh'[place] ?? ''};Ida;${name}`).join('\n')}\n`

  it('is the directory’s, and nobody changes the class by it', async () => {
    const school = await afterYear({ 'y1.csv': list('10a', '7b', '10a') })
    const year = await planned(school, { 'y2.csv': list('10 a', '07b', '010.A') })
    expect(deeds(year)).toEqual([])
  })

  it('is that of most rows where the directory has none, and the others are named', async () => {
    const planned = await planning({
      entries: ['9 c', '9c', '9C', '9c', '09.c', '9-c'].map((name, place) =>
        entry({
          line: place + 2,
          schoolId: `90${String(place)}`,
          familyName: `Neu${'abcdef'[place] ?? ''}`,
          classes: [name]
        })
      )
    })
    const created = steps(planned).filter(({ kind }) => kind === 'create')
    expect(new Set(created.map(({ after }) => JSON.stringify(after?.['classes'])))).toEqual(
      new Set(['["9c"]'])
    )
    expect(planned.notices).toEqual([
      {
        code: 'classesSpelled',
        parameters: { count: 4, spellings: '09.c → 9c, 9 c → 9c, 9-c → 9c, 9C → 9c' }
      }
    ])
  })

  it('is chosen by whatever spelling the list has', async () => {
    const planned = await planning({
      entries: [
        entry({ line: 2, schoolId: '1', familyName: 'Eins', classes: ['10 a'] }),
        entry({ line: 3, schoolId: '2', familyName: 'Zwei', classes: ['7b'] })
      ],
      accounts: [account({ login: 'a.eins', schoolId: '9', classes: ['10a'] })],
      scope: { coverage: 'adds', classes: ['10 a'] }
    })
    const created = steps(planned).filter(({ kind }) => kind === 'create')
    expect(created.map(({ after }) => after?.['classes'])).toEqual([['10a']])
  })

  it('are two classes where the directory has both', async () => {
    const [one, other] = [
      account({ login: 'a.eins', schoolId: '1', classes: ['10a'] }),
      account({ login: 'b.zwei', schoolId: '2', classes: ['10 a'] })
    ]
    const rows = [
      entry({ line: 2, schoolId: '1', classes: ['10 a'] }),
      entry({ line: 3, schoolId: '2', classes: ['10a'] })
    ]
    const planned = await planning({ entries: rows, accounts: [one, other] })
    expect(steps(planned).map(({ after }) => after?.['classes'])).toEqual([['10 a'], ['10a']])
    expect(planned.notices).toEqual([])
  })

  it('leaves names alone that are no year with letters', async () => {
    const entries = ['1.1', '11', 'Q1', 'Q 1', '10abc'].map((name, place) =>
      entry({
        line: place + 2,
        schoolId: `80${String(place)}`,
        familyName: `Neu${'abcde'[place] ?? ''}`,
        classes: [name]
      })
    )
    const planned = await planning({ entries })
    expect(planned.notices).toEqual([])
    expect(steps(planned).filter(({ kind }) => kind === 'createClass')).toHaveLength(5)
  })
})
