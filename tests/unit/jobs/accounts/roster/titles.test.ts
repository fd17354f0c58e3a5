import { describe, expect, it } from 'vitest'
import { afterYear, planYear } from '../years'
import { persons, readOk, rejections, sourceOf } from './rosters'

const rows = ['1;Ahrens;Anna;5a', '2;Brandt;Ben;5b']
const taken = ['Ahrens, Anna | - | 1 | 5a', 'Brandt, Ben | - | 2 | 5b']
const header = 'ID;Nachname;Vorname;Klasse'

async function read(...lines: string[]) {
  return readOk(sourceOf({ 'liste.csv': `${lines.join('\r\n')}\r\n` }))
}

describe('a header below the lines of a title (P3)', () => {
  it.each([
    ['one line', ['Schülerliste der Gesamtschule Musterstadt;;;']],
    ['a line and an empty one', ['Schülerliste der Gesamtschule Musterstadt;;;', '']],
    ['a line without separators', ['Schülerliste der Gesamtschule Musterstadt', '']],
    ['commas in it', ['Schülerliste, Gesamtschule Musterstadt, Jahrgang 5, 6, 7, 8, 9, 10', ';;;']],
    ['two cells', ['Stand:;01.11.2026;;', 'Gesamtschule;;;', ';;;']]
  ])('is found: %s', async (_, titles) => {
    const result = await read(...titles, header, ...rows)
    expect(persons(result)).toEqual(taken)
    expect(result.reading).toMatchObject({ separator: ';', hasHeader: true })
    expect(result.columnNames).toEqual(header.split(';'))
    expect(result.sample[0]).toEqual(rows[0]?.split(';'))
    const filled = titles.filter((line) => line !== '')
    expect(rejections(result)).toEqual(filled.map((line) => `${String(titles.indexOf(line) + 1)} noPerson`))
    expect(result.counts.rows).toBe(2 + filled.length)
  })

  it.each([
    ['LUSD', 'lusd', 'Schueler_Schuelernummer;Schueler_Nachname;Schueler_Vorname;Klassen_Klassenbezeichnung'],
    ['LUSD’s data source', 'lusd', 'SLR_ID;SLR_Name;SLR_Vorname;KLA_Klassennamen'],
    ['DaNiS', 'danis', 'SchuelerIdentNummer;SchuelerNachname;SchuelerRufname;GruppeBezeichung']
  ])('is found in the words of %s', async (_, format, words) => {
    const result = await read('Schülerliste der Gesamtschule Musterstadt;;;', '', words, ...rows)
    expect(result.reading.format).toBe(format)
    expect(persons(result)).toEqual(taken)
    expect(rejections(result)).toEqual(['1 noPerson'])
  })

  it('is found under 49 lines, and not sought further', async () => {
    const titles = (count: number): string[] =>
      Array.from({ length: count }, (_, line) => `Hinweis ${line};;;`)
    expect(persons(await read(...titles(49), header, ...rows))).toEqual(taken)
    const deep = await readOk(sourceOf({ 'liste.csv': [...titles(50), header, ...rows].join('\n') }), {
      columns: { schoolId: 0, familyName: 1, givenName: 2, schoolClass: 3 },
      hasHeader: false
    })
    expect(deep.counts.accepted).toBe(2)
  })

  it('never passes over persons who stand above a header that was pasted in', async () => {
    const reading = { columns: { schoolId: 0, familyName: 1, givenName: 2, schoolClass: 3 } }
    const result = await readOk(sourceOf({ 'liste.csv': [rows[0], header, rows[1]].join('\n') }), reading)
    expect(persons(result)).toEqual(taken)
  })

  it('takes the account of nobody whose name is a line above', async () => {
    const school = await afterYear({ 'y1.csv': [header, ...rows, '3;Cramer;Cem;5b'].join('\n') })
    const { planning } = await planYear(school, { 'y2.csv': ['Cramer Cem;;;', header, ...rows].join('\n') })
    if (!planning.ok) throw new Error(planning.failure.code)
    expect(planning.value.plan).toBeNull()
    expect(planning.value.mayBeMeant).toMatchObject([{ familyName: 'Cramer', line: 1 }])
  })
})
