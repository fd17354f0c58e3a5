import { describe, expect, it } from 'vitest'
import { readDay } from '../../../../../src-main/jobs/accounts/roster/fields'
import { persons, readOk, rejections, sourceOf, today } from './rosters'

async function readRows(...rows: string[]) {
  return readOk(sourceOf({ 'liste.csv': ['Nachname;Vorname;Geburtsdatum;Klasse;ID', ...rows].join('\n') }))
}

describe('rows', () => {
  it('P3: tidies names and keeps them as the school writes them', async () => {
    const result = await readRows(
      '  von   der\u00A0Heide ;Anna\u0308 Lena;;5a;1',
      "O'Brien-Groß;Zoë;;5a;2",
      'ʻAkau;李;;5a;3'
    )
    expect(persons(result)).toEqual([
      'von der Heide, Annä Lena | - | 1 | 5a',
      "O'Brien-Groß, Zoë | - | 2 | 5a",
      'ʻAkau, 李 | - | 3 | 5a'
    ])
  })

  it.each([
    ['an empty last name', ';Mia', 'familyNameMissing'],
    ['a blank last name', ' \u00A0 ;Mia', 'familyNameMissing'],
    ['an empty first name', 'Arnold;', 'givenNameMissing'],
    ['a name of 200 characters', `${'A'.repeat(200)};Mia`, 'nameTooLong'],
    ['a name without letters', 'Arnold;-12-', 'nameHasNoLetters'],
    ['NUL', 'Arn\0old;Mia', 'nameHasControlCharacters'],
    ['a bell', 'Arnold;Mi\u0007a', 'nameHasControlCharacters'],
    ['a right-to-left override', 'Arnold;\u202EaiM', 'nameHasControlCharacters'],
    ['a right-to-left mark', 'Arnold\u200F;Mia', 'nameHasControlCharacters'],
    ['a first strong isolate', '\u2068Arnold\u2069;Mia', 'nameHasControlCharacters']
  ])('lists a row with %s', async (_, names, code) => {
    const result = await readRows(`${names};;5a;77`, 'Bach;Ben;;5a;78')
    expect(rejections(result)).toEqual([`2 ${code}`])
    expect(result.rejectedIds).toEqual(['77'])
    expect(result.rejected[0]?.excerpt).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(result.rejected[0]?.excerpt.length).toBeLessThanOrEqual(120)
  })

  it('makes hidden characters visible in the excerpt', async () => {
    const result = await readRows('Arn\0old;\u202EaiM;;5a;1')
    expect(result.rejected[0]?.excerpt).toBe('Arn␀old;⟨U+202E⟩aiM;;5a;1')
  })

  it.each([
    ['03.05.2014', '2014-05-03'],
    ['3.5.2014', '2014-05-03'],
    ['3.5.14', '2014-05-03'],
    ['3.5.87', '1987-05-03'],
    ['2014-05-03', '2014-05-03'],
    ['20140503', '2014-05-03'],
    ['03.05.2014 00:00:00', '2014-05-03'],
    ['2014-05-03T00:00:00', '2014-05-03'],
    ['29.02.2012', '2012-02-29'],
    ['', null],
    ['29.02.2013', undefined],
    ['29.02.1900', undefined],
    ['31.04.2014', undefined],
    ['00.00.0000', undefined],
    ['05/03/2014', undefined],
    ['2014-13-01', undefined],
    ['gestern', undefined]
  ])('reads the day %j as %j', (text, day) => {
    expect(readDay(text, today)).toBe(day)
  })

  it('lists birth dates that no member of a school can have', async () => {
    const result = await readRows('A;Mia;31.12.1899;5a;1', 'B;Ben;18.08.2026;5a;2', 'C;Ida;17.08.2026;5a;3')
    expect(rejections(result)).toEqual(['2 birthDateInvalid', '3 birthDateInvalid'])
    expect(result.rejected[0]?.parameters).toEqual({ value: '31.12.1899' })
  })

  it('lists ids that a spreadsheet has damaged', async () => {
    const result = await readRows('A;Mia;;5a;1,23E+08', 'B;Ben;;5a;12 34', 'C;Ida;;5a;00123')
    expect(rejections(result)).toEqual(['2 idRewritten', '3 idInvalid'])
    expect(result.entries[0]?.schoolId).toBe('00123')
  })

  it.each([
    ['="0101"', '0101'],
    ['"=""0101"""', '0101'],
    ["'0101", '0101'],
    ['101.0', '101'],
    ['101,00', '101'],
    ['A-1.0', 'A-1.0'],
    ['1E+05', null],
    ['1,02E+02', null],
    ['#NV', null],
    ['#N/A', null],
    ['#WERT!', null],
    ['####', null]
  ])('reads the id %s as %s, or refuses it by name', async (cell, id) => {
    const result = await readRows(`A;Mia;;5a;${cell}`, 'Bach;Ben;;5a;2')
    if (id === null) {
      expect(result.rejected[0]).toMatchObject({ line: 2, code: 'idRewritten', parameters: { value: cell } })
    } else expect(result.entries[0]?.schoolId).toBe(id)
  })

  it('joins the classes of one person and gives up an id that two persons have', async () => {
    const result = await readRows(
      'Arnold;Mia;03.05.2014;5b;1',
      'Bach;Ben;;5a;2',
      'Arnold;Mia;3.5.2014;5a;1',
      'Dorn;Ida;;5a;2',
      'Bach;Ben;;6a;2'
    )
    expect(persons(result)).toEqual(['Arnold, Mia | 2014-05-03 | 1 | 5a 5b'])
    expect(rejections(result)).toEqual(['3 duplicateId', '5 duplicateId', '6 duplicateId'])
    expect(result.rejected[0]?.parameters).toEqual({ id: '2', lines: '3, 5, 6' })
    expect(result.rejectedIds).toEqual(['2'])
    expect(result.counts).toEqual({
      rows: 5,
      accepted: 1,
      merged: 1,
      rejected: 3,
      withoutId: 0,
      withoutClass: 0
    })
  })

  it('without ids, joins equal rows and lists what cannot be told apart', async () => {
    const result = await readRows(
      'Arnold;Mia;03.05.2014;5a;',
      'Arnold;Mia;03.05.2014;5a;',
      'Bach;Ben;;5a;',
      'Bach;Ben;;5a;',
      'Dorn;Ida;01.01.2014;5a;',
      'Dorn;Ida;01.01.2014;5b;',
      'Ester;Oda;02.02.2014;5a;9',
      'Ester;Oda;02.02.2014;5a;'
    )
    expect(persons(result)).toEqual(['Arnold, Mia | 2014-05-03 | - | 5a', 'Ester, Oda | 2014-02-02 | 9 | 5a'])
    expect(result.rejected.map((row) => row.line)).toEqual([4, 5, 6, 7, 9])
    expect(new Set(result.rejected.map((row) => row.code))).toEqual(new Set(['duplicatePerson']))
    expect(result.traces.map(({ line, texts }) => [line, texts[0]?.split('\n')[0]])).toEqual([
      [4, 'Bach'],
      [5, 'Bach'],
      [6, 'Dorn'],
      [7, 'Dorn'],
      [9, 'Ester']
    ])
  })

  it('reads kind, status, e-mail and leaving day where columns hold them', async () => {
    const header = 'Nachname;Vorname;Rolle;Status;E-Mail;Abgangsdatum;Schülernummer'
    const result = await readOk(
      sourceOf({
        'liste.csv': [
          header,
          'A;Mia;Schülerin;aktiv;mia@schule.example;;1',
          'B;Ben;Lehrkraft;;kein;31.08.2026;2',
          'C;Ida;Hausgeist;;;;3',
          'D;Udo;;Abgänger;;;4',
          'E;Eva;;Abgang;;31.08.2026;5',
          'F;Leo;;Warteliste;;;6',
          'G;Lea;;;;32.08.2026;7'
        ].join('\n')
      })
    )
    expect(result.entries.map(({ kind, mail, leavesOn }) => [kind, mail, leavesOn])).toEqual([
      ['pupil', 'mia@schule.example', null],
      ['teacher', null, '2026-08-31'],
      ['pupil', null, '2026-08-31']
    ])
    expect(rejections(result)).toEqual([
      '4 kindUnknown',
      '5 statusNotCurrent',
      '7 statusNotCurrent',
      '8 leavingDateInvalid'
    ])
    // The person whom the roster calls gone is the only one whose account may become a leaver's.
    expect(result.rejectedIds).toEqual(['3', '6', '7'])
  })

  it('sorts classes as a school does and names the same persons by the same digest', async () => {
    const result = await readRows('A;Mia;;10a;1', 'B;Ben;;5a;2', 'C;Ida;;Q1;3', 'D;Udo;;5a;4')
    expect(result.classes).toEqual([
      { name: '5a', count: 2 },
      { name: '10a', count: 1 },
      { name: 'Q1', count: 1 }
    ])
    const other = await readOk(
      sourceOf(
        { 'anders.txt': 'ID,Klasse,Vorname,Nachname\n1,10a,Mia,A\n2,5a,Ben,B\n3,Q1,Ida,C\n4,5a,Udo,D' },
        'utf-16le'
      )
    )
    expect(other.digest).toBe(result.digest)
    expect(result.digest).toMatch(/^[0-9a-f]{64}$/)
    expect((await readRows('A;Mia;;10b;1', 'B;Ben;;5a;2', 'C;Ida;;Q1;3', 'D;Udo;;5a;4')).digest).not.toBe(
      result.digest
    )
  })
})
