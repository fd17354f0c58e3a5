import { describe, expect, it } from 'vitest'
import { failureOf, persons, readOk, rejections, sourceOf } from './rosters'

const table =
  'Nachname;Vorname;Geburtsdatum;Klasse;ID\r\nMüßig;Zoë;03.05.2014;5a;4711\r\nÖzdemir;Łukasz;1.2.2013;6b;4712\r\n'
const western = table.replace('Łukasz', 'Lukas')

describe('encodings', () => {
  it.each([
    ['utf-8', 'utf-8', table],
    ['utf-8', 'utf-8', `\uFEFF${table}`],
    ['utf-16le', 'utf-16le', table],
    ['utf-16le', 'utf-16le', `\uFEFF${table}`],
    ['utf-16be', 'utf-16be', table],
    ['utf-16be', 'utf-16be', `\uFEFF${table}`],
    ['windows-1252', 'windows-1252', western]
  ])('finds %s', async (found, written, text) => {
    const result = await readOk(sourceOf({ 'liste.csv': text }, written))
    expect(result.reading.encoding).toBe(found)
    expect(result.entries[0]?.familyName).toBe('Müßig')
    expect(result.entries[1]?.givenName).toBe(text.includes('Łukasz') ? 'Łukasz' : 'Lukas')
    expect(result.columnNames[0]).toBe('Nachname')
  })

  // The 27 assigned bytes of Windows-1252 between 0x80 and 0x9F (Microsoft's code page table).
  const upper: readonly (readonly [number, string])[] = [
    [0x80, '€'],
    [0x82, '‚'],
    [0x83, 'ƒ'],
    [0x84, '„'],
    [0x85, '…'],
    [0x86, '†'],
    [0x87, '‡'],
    [0x88, 'ˆ'],
    [0x89, '‰'],
    [0x8a, 'Š'],
    [0x8b, '‹'],
    [0x8c, 'Œ'],
    [0x8e, 'Ž'],
    [0x91, '‘'],
    [0x92, '’'],
    [0x93, '“'],
    [0x94, '”'],
    [0x95, '•'],
    [0x96, '–'],
    [0x97, '—'],
    [0x98, '˜'],
    [0x99, '™'],
    [0x9a, 'š'],
    [0x9b, '›'],
    [0x9c, 'œ'],
    [0x9e, 'ž'],
    [0x9f, 'Ÿ']
  ]
  it.each(upper)('reads byte 0x%s of Windows-1252 right', async (byte, character) => {
    const bytes = Buffer.from('Nachname;Vorname\nAb?cd;Jörn\n', 'latin1')
    bytes[bytes.indexOf('?')] = byte
    const result = await readOk(sourceOf({ 'liste.csv': bytes }))
    expect(result.reading.encoding).toBe('windows-1252')
    expect(result.entries[0]?.familyName).toBe(`Ab${character}cd`)
    expect(result.entries[0]?.givenName).toBe('Jörn')
  })

  it.each([0x81, 0x8d, 0x8f, 0x90, 0x9d])('lists a row with the unassigned byte %i', async (byte) => {
    const bytes = Buffer.from('Nachname;Vorname\nAb?cd;Jan\nKlein;Eva\n', 'latin1')
    bytes[bytes.indexOf('?')] = byte
    const result = await readOk(sourceOf({ 'liste.csv': bytes }), { encoding: 'windows-1252' })
    expect(rejections(result)).toEqual(['2 unreadableCharacters'])
  })

  it('lists the rows of a mixed file that stand in the other encoding', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Nachname;Vorname;ID\nMüller;Änne;1\n', 'latin1'),
      Buffer.from('Schröder;Jörg;2\n', 'utf-8'),
      Buffer.from('Groß;Udo;3\n', 'latin1')
    ])
    const result = await readOk(sourceOf({ 'liste.csv': bytes }))
    expect(persons(result)).toEqual(['Müller, Änne | - | 1 | ', 'Groß, Udo | - | 3 | '])
    expect(rejections(result)).toEqual(['3 unreadableCharacters'])
    expect(result.rejectedIds).toEqual(['2'])
  })

  it('obeys the encoding a person chose', async () => {
    const source = sourceOf({ 'liste.csv': 'Nachname;Vorname\nMÃ¼ller;Ute\n' })
    expect((await readOk(source, { encoding: 'utf-8' })).entries[0]?.familyName).toBe('MÃ¼ller')
    const legacy = sourceOf({ 'liste.csv': western }, 'windows-1252')
    expect(rejections(await readOk(legacy, { encoding: 'utf-8' }))).toEqual([
      '2 unreadableCharacters',
      '3 unreadableCharacters'
    ])
  })

  it('keeps a character whole that lies on the border of two pieces of the file', async () => {
    const filler = 'x'.repeat(64 * 1024 - 45)
    for (let shift = 0; shift < 8; shift += 1) {
      const text = `Nachname;Vorname;Bemerkung\nA;B;${filler}${'y'.repeat(shift)}\nÄÖÜäöüßÄÖÜ;Łódź;\n`
      expect((await readOk(sourceOf({ 'l.csv': text }))).entries[1]?.familyName).toBe('ÄÖÜäöüßÄÖÜ')
    }
  })

  it('refuses what is no text, with a reason', async () => {
    const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), Buffer.alloc(100)])
    expect(await failureOf(sourceOf({ 'bild.csv': png }))).toBe('roster.binaryFile')
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919 + (index >> 3)) % 256))
    expect(await failureOf(sourceOf({ 'liste.csv': noise }))).toBe('roster.binaryFile')
    expect(await failureOf(sourceOf({ 'liste.csv': noise }, 'utf-8'), { encoding: 'windows-1252' })).toBe(
      'roster.binaryFile'
    )
    const excel = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
    expect(await failureOf(sourceOf({ 'liste.xls': excel }))).toBe('roster.spreadsheet')
  })
})
