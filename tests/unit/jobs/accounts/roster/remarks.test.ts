import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutRemarks } from '../../../../../src-main/jobs/accounts/roster/remarks'
import { afterYear, planYear } from '../years'
import { persons, readOk, rejections, sourceOf } from './rosters'

describe('what is no part of a name (P3)', () => {
  it.each([
    ['Dr. Müller', 'Müller'],
    ['Dr Müller', 'Müller'],
    ['Prof. Dr. med. von der Heide', 'von der Heide'],
    ['Dipl.-Ing. Groß', 'Groß'],
    ['Dr.Sommer', 'Sommer'],
    ['Müller, Dr.', 'Müller'],
    ['Müller (Beurlaubt)', 'Müller'],
    ['Müller [Gast] (bis 31.01.)', 'Müller'],
    ['Meier geb. Schulz', 'Meier'],
    ['Meier, geborene Schulz', 'Meier'],
    ['Nele*', 'Nele'],
    ['* Nele', 'Nele'],
    ['(Beurlaubt)', '']
  ])('%s is %s', (written, name) => {
    expect(withoutRemarks(written)).toBe(name)
  })

  it.each([
    'Drăgan',
    'Drews',
    'Profitlich',
    'St. John',
    'Hans-Georg',
    'Geber',
    'Anna M.',
    'Magdalena',
    'D’Arc',
    'Gebauer'
  ])('%s stays as it is', (name) => {
    expect(withoutRemarks(name)).toBe(name)
  })

  it('leaves every name of letters alone', () => {
    const word = fc
      .stringMatching(/^[A-ZÄÖÜ][a-zäöüß]{1,10}$/u)
      .filter((text) => !/^(?:Dr|Prof|Pd|Geb)/u.test(text))
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(name, (text) => {
        expect(withoutRemarks(text)).toBe(text)
      })
    )
  })

  it('is told with its lines and an example, and N.N. is nobody', async () => {
    const result = await readOk(
      sourceOf({
        'liste.csv': [
          'ID;Nachname;Vorname;Klasse',
          '1;Ahrens;Anna;5a',
          '2;Dr. Brandt;Ben;5a',
          '3;Cramer (Beurlaubt);Cem*;5a',
          '4;N.N.;N.N.;5a',
          '5;N. N.;;5a'
        ].join('\n')
      })
    )
    expect(persons(result)).toEqual([
      'Ahrens, Anna | - | 1 | 5a',
      'Brandt, Ben | - | 2 | 5a',
      'Cramer, Cem | - | 3 | 5a'
    ])
    expect(rejections(result)).toEqual(['5 noPerson', '6 noPerson'])
    expect(result.notices).toContainEqual({
      code: 'remarksTakenOff',
      parameters: { count: 2, lines: '3, 4', example: 'Ben Dr. Brandt → Ben Brandt' }
    })
  })

  it('never enters a login or a display name', async () => {
    const list = 'ID;Nachname;Vorname;Klasse\n2;Dr. Brandt;Ben*;5a\n3;Cramer geb. Groß;Cem;5a'
    const school = await afterYear({ 'y1.csv': list })
    expect(school.snapshot.accounts.map(({ login, displayName }) => [login, displayName])).toEqual([
      ['b.brandt', 'Ben Brandt'],
      ['c.cramer', 'Cem Cramer']
    ])
    const { planning } = await planYear(school, { 'y2.csv': list })
    expect(planning.ok && planning.value.plan).toBeNull()
  })
})
