import { describe, expect, it } from 'vitest'
import { afterYear, deeds, inEncoding, kept, planned } from './years'

const names = [
  'Cramer;Cem',
  'Müller;Änne',
  'Öztürk;Umut',
  'Weiß;Jörg',
  'Arnold;Mia',
  'Bach;Ben',
  'Dorn;Ida',
  'Ester;Oda',
  'Groß;Udo',
  'Hahn;Lea',
  'Jung;Max',
  'Kern;Eva'
]
const header = 'Nachname;Vorname;Geburtsdatum;Klasse'
const rows = names.map((name, index) => `${name};${String(index + 10)}.03.2014;6b`)
const list = (lines: readonly string[]): string => `${[header, ...lines].join('\r\n')}\r\n`

describe('P8: a list without ids in which one row is damaged', () => {
  it.each([
    ['a typo in the date', 'Cramer;Cem;31.02.2014;6b'],
    ['a short row', 'Cramer;Cem'],
    ['a lost quote', '"Cramer;Cem;10.03.2014;6b'],
    ['a cell too many', 'Cramer;Cem;10.03.2014;6b;;x'],
    ['an unreadable letter', 'Cramer;C\uFFFDm;10.03.2014;6b'],
    ['a number for a date', 'Cramer;Cem;41708;6b']
  ])('keeps the account behind %s, and says whose it may be', async (_, damaged) => {
    const school = await afterYear({ 'y1.csv': list(rows) })
    const year = await planned(school, { 'y2.csv': list([damaged, ...rows.slice(1)]) })
    expect(deeds(year)).toEqual([])
    expect(kept(year)).toEqual([expect.stringMatching(/^Cem Cramer (?:name|birthDate) 2$/u)])
    expect(year.read.counts.rejected).toBe(1)
  })

  it('keeps the account behind an unknown status word', async () => {
    const withStatus = (status: string): string =>
      `${header};Status\n${rows.map((row, index) => `${row};${index === 0 ? status : 'aktiv'}`).join('\n')}`
    const school = await afterYear({ 'y1.csv': withStatus('aktiv') })
    const year = await planned(school, { 'y2.csv': withStatus('Wiederholer/in 2') })
    expect(deeds(year)).toEqual([])
    expect(kept(year)).toEqual(['Cem Cramer name 2'])
    expect(deeds(await planned(school, { 'y2.csv': withStatus('Abgang') }))).toEqual(['leave Cem Cramer'])
  })

  it('does not lose everybody with an umlaut to one line of another encoding', async () => {
    const school = await afterYear({ 'y1.csv': list(rows) })
    const stranger = inEncoding('Jäger;Jördis;01.02.2015;5a\r\n', 'windows-1252')
    const y2 = Buffer.concat([inEncoding(list(rows), 'utf-8'), stranger])
    const year = await planned(school, { 'y2.csv': y2 })
    expect(year.read.reading.encoding).toBe('utf-8')
    expect(deeds(year)).toEqual([])
    expect(year.read.rejected).toMatchObject([{ line: 14, code: 'unreadableCharacters' }])

    const own = inEncoding('Müller;Änne;11.03.2014;6b\r\n', 'windows-1252')
    const moved = Buffer.concat([inEncoding(list(rows.toSpliced(1, 1)), 'utf-8'), own])
    expect(kept(await planned(school, { 'y2.csv': moved }))).toEqual([
      expect.stringMatching(/^Änne Müller (?:name|birthDate) 13$/u)
    ])
  })

  it('keeps the others where one line of UTF-8 stands in a list of Windows-1252', async () => {
    const school = await afterYear({ 'y1.csv': list(rows) })
    const most = inEncoding(list(rows.toSpliced(1, 1)), 'windows-1252')
    const y2 = Buffer.concat([most, inEncoding('Müller;Änne;11.03.2014;6b\r\n', 'utf-8')])
    const year = await planned(school, { 'y2.csv': y2 })
    expect(deeds(year)).toEqual([])
    expect(kept(year)).toEqual([expect.stringMatching(/^Änne Müller (?:name|birthDate) 13$/u)])
  })
})

describe('P8: a folder with one file per class', () => {
  const ofClass = (schoolClass: string, from: number): string =>
    `ID;Nachname;Vorname;Klasse\n${['Arnold;Mia', 'Bach;Ben', 'Dorn;Ida']
      .map((name, index) => `${String(from + index)};${name}-${schoolClass};${schoolClass}`)
      .join('\n')}`

  it('names the file that holds only its header, and its class does not leave', async () => {
    const school = await afterYear({ '5a.csv': ofClass('5a', 10), '6b.csv': ofClass('6b', 20) })
    const year = await planned(school, {
      '5a.csv': ofClass('5a', 10),
      '6b.csv': 'ID;Nachname;Vorname;Klasse\n'
    })
    expect(deeds(year)).toEqual([])
    expect(year.read.silentFiles).toEqual(['6b.csv'])
    expect(year.mayBeMeant.map(({ file, why }) => `${file} ${why}`)).toEqual(
      Array.from({ length: 3 }, () => '6b.csv silentFile')
    )
  })
})

describe('P8: ids that a spreadsheet or a typing error has damaged', () => {
  const withIds = (first: string, second = '0103'): string =>
    `ID;${header}\n${rows
      .map((row, index) => {
        const id = index === 0 ? first : index === 1 ? second : `0${String(102 + index)}`
        return `${id};${row}`
      })
      .join('\n')}`

  it.each(['1,02E+02', '1E+05', '01 02', '#NV', '0103'])('keeps the account behind %s', async (id) => {
    const school = await afterYear({ 'y1.csv': withIds('0102') })
    const year = await planned(school, { 'y2.csv': withIds(id) })
    expect(deeds(year)).toEqual([])
    expect(kept(year)).toContainEqual(expect.stringMatching(/^Cem Cramer (?:id|name|birthDate) 2$/u))
  })
})
