import { describe, expect, it } from 'vitest'
import { failureOf, persons, readOk, rejections, sourceOf } from './rosters'

describe('tables', () => {
  it.each([';', ',', '\t', '|'] as const)('finds the separator %j', async (separator) => {
    const rows = [
      ['Nachname', 'Vorname', 'Klasse', 'Bemerkung'],
      ['Arnold', 'Mia', '5a', 'a'],
      ['"Bach; Sohn, und | Co"', 'Ben', '5b', '"x,y;z|w"']
    ]
    const text = rows.map((row) => row.join(separator)).join('\n')
    const result = await readOk(sourceOf({ 'liste.csv': text }))
    expect(result.reading.separator).toBe(separator)
    expect(persons(result)).toEqual(['Arnold, Mia | - | - | 5a', 'Bach; Sohn, und | Co, Ben | - | - | 5b'])
  })

  it.each(['\n', '\r\n', '\r'])('counts lines right with line end %j', async (end) => {
    const text = ['Nachname;Vorname', 'Arnold;Mia', '', '   ', ';Ben', 'Dorn;Ida'].join(end)
    const result = await readOk(sourceOf({ 'liste.csv': text }))
    expect(result.entries.map((entry) => entry.line)).toEqual([2, 6])
    expect(rejections(result)).toEqual(['5 familyNameMissing'])
  })

  it('reads quotes, doubled quotes and line breaks in remarks by RFC 4180', async () => {
    const text =
      'Nachname;Vorname;Bemerkung;ID\r\n"Arnold";"Mia";"sagt ""ja"";\r\nund nein";1\r\nBach;Ben;;2\r\n;Cem;;3\r\n'
    const result = await readOk(sourceOf({ 'liste.csv': text }))
    expect(persons(result)).toEqual(['Arnold, Mia | - | 1 | ', 'Bach, Ben | - | 2 | '])
    expect(result.entries.map((entry) => entry.line)).toEqual([2, 4])
    expect(rejections(result)).toEqual(['5 familyNameMissing'])
    expect(result.sample[0]?.[2]).toBe('sagt "ja";\nund nein')
  })

  it.each([
    ['at the beginning of a name', 'Nachname;Vorname;ID\n"Arnold;Mia;1\nBach;Ben;2\nDorn;Ida;3\n'],
    ['with quoted rows behind it', 'Nachname;Vorname;ID\n"Arnold;Mia;1\n"Bach";Ben;2\nDorn;"Ida";3\n'],
    ['that pairs with a later one', 'Nachname;Vorname;ID\n"Arnold;Mia;1\nBach";Ben;2\nDorn;Ida;3\n'],
    ['inside a name', 'Nachname;Vorname;ID\nArn"old;Mia;1\nBach;Ben;2\nDorn;Ida;3\n']
  ])('a lost quote %s costs no other row', async (_, text) => {
    const result = await readOk(sourceOf({ 'liste.csv': text }))
    expect(rejections(result)[0]).toBe('2 unreadableQuotes')
    expect(persons(result)).toContain('Dorn, Ida | - | 3 | ')
    expect(result.rejectedIds).toContain('1')
    expect(result.counts.rows).toBe(3)
  })

  it('a lost quote in a remark swallows no rows', async () => {
    const text = 'Nachname;Vorname;ID;Text\nA;Mia;1;"oh\nB;Ben;2;x"\nC;Ida;3;\n'
    const result = await readOk(sourceOf({ 'liste.csv': text }))
    expect(rejections(result)).toEqual(['2 unreadableQuotes', '3 unreadableQuotes'])
    expect(result.rejectedIds).toEqual(['1', '2'])
    expect(persons(result)).toEqual(['C, Ida | - | 3 | '])
  })

  it('obeys what Excel says of the separator, and what a person says before it', async () => {
    const text = 'sep=|\nNachname|Vorname\nArnold|Mia\n'
    const result = await readOk(sourceOf({ 'liste.csv': text }))
    expect([result.reading.separator, result.entries[0]?.line]).toEqual(['|', 3])
    expect((await readOk(sourceOf({ 'liste.csv': text }), { separator: ';' })).reading.separator).toBe(';')
  })

  it('lists rows that are cut off or have a cell too many', async () => {
    const text = 'Nachname;Vorname;ID;Klasse\nArnold;Mia;1;5a\nBach;Ben\nDorn;Ida;3;5a;5b\nEster;Oda;4;5a;;\n'
    const result = await readOk(sourceOf({ 'liste.csv': text }))
    expect(rejections(result)).toEqual(['3 tooFewColumns', '4 tooManyColumns'])
    expect(result.rejectedIds).toEqual(['3'])
    expect(result.counts.accepted).toBe(2)
  })

  it('skips a line of ten megabytes and goes on', async () => {
    const text = `Nachname;Vorname\nArnold;Mia\n${'x'.repeat(10 * 1024 * 1024)};y\nDorn;Ida\n`
    const result = await readOk(sourceOf({ 'liste.csv': text }))
    expect(rejections(result)).toEqual(['3 lineTooLong'])
    expect(result.entries.map((entry) => entry.line)).toEqual([2, 4])
    expect(result.rejected[0]?.excerpt.length).toBeLessThanOrEqual(120)
  })

  it('says what is wrong with files that hold nobody', async () => {
    expect(await failureOf(sourceOf({ 'liste.csv': '' }))).toBe('roster.emptyFile')
    expect(await failureOf(sourceOf({ 'liste.csv': ' \r\n\r\n' }))).toBe('roster.emptyFile')
    expect(await failureOf(sourceOf({ 'liste.csv': '\uFEFF' }))).toBe('roster.emptyFile')
    expect(await failureOf(sourceOf({ 'liste.csv': 'Nachname;Vorname;Klasse\n' }))).toBe('roster.noRows')
    expect(await failureOf({ name: 'Ordner', files: [] })).toBe('roster.noFile')
    expect(await failureOf(sourceOf({ 'liste.csv': 'Nachname;Vorname\n' + 'a;'.repeat(600) + '\n' }))).toBe(
      'roster.tooManyColumns'
    )
  })

  it('asks for a mapping instead of guessing where nothing names the columns', async () => {
    const source = sourceOf({ 'liste.csv': 'Arnold;Mia;5a\nBach;Ben;5b\n' })
    const unmapped = await readOk(source)
    expect([unmapped.reading.hasHeader, unmapped.columnNames]).toEqual([false, ['1', '2', '3']])
    expect(rejections(unmapped)).toEqual(['1 familyNameMissing', '2 familyNameMissing'])
    const mapped = await readOk(source, { columns: { familyName: 0, givenName: 1, schoolClass: 2 } })
    expect(persons(mapped)).toEqual(['Arnold, Mia | - | - | 5a', 'Bach, Ben | - | - | 5b'])
    expect(await failureOf(source, { columns: { givenName: 1 } })).toBe('roster.familyNameUnmapped')
    expect(await failureOf(source, { columns: { familyName: 1 } })).toBe('roster.givenNameUnmapped')
  })

  it('joins several tables of one shape, each read by its own header', async () => {
    const result = await readOk(
      sourceOf({
        '5a.csv': 'Nachname;Vorname;Klasse\nArnold;Mia;5a\n',
        '5b.csv': 'Klasse;Vorname;Nachname\n5b;Ben;Bach\n',
        'bild.png': 'x'
      })
    )
    expect(persons(result)).toEqual(['Arnold, Mia | - | - | 5a', 'Bach, Ben | - | - | 5b'])
    expect(result.files.map((file) => file.name)).toEqual(['5a.csv', '5b.csv'])
  })
})
