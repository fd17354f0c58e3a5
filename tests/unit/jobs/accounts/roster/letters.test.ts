import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { persons, readOk, rejections, sourceOf } from './rosters'

const header = 'Schüler-ID;Nachname;Vorname;Klasse'
const school = [
  '1;Müller;Jörg;5a',
  '2;Größer;Änne;5a',
  '3;Jäger;Björn;5b',
  '4;Özdemir;Gül;5b',
  '5;Çelik;José;6a',
  '6;Übelhör;André;6a'
]
const list = `${[header, ...school].join('\r\n')}\r\n`
const taken = school.map((row) => {
  const [id, family, given, schoolClass] = row.split(';')
  return `${family}, ${given} | - | ${id} | ${schoolClass}`
})

const once = (text: string): string => iconv.decode(Buffer.from(text, 'utf8'), 'windows-1252')
const encodings = {
  cp850: (text: string) => iconv.encode(text, 'cp850'),
  macintosh: (text: string) => iconv.encode(text, 'macintosh'),
  'windows-1252': (text: string) => iconv.encode(text, 'windows-1252'),
  // What Windows-1252 does not assign passes as the control that it is: `Ý` is C3 9D.
  'utf-8-doubled': (text: string) => Buffer.from(Buffer.from(text, 'utf8').toString('latin1'), 'utf8')
} as const
type Encoding = keyof typeof encodings
const names = Object.keys(encodings) as Encoding[]

async function read(bytes: Uint8Array, encoding: Encoding | null = null) {
  return readOk(sourceOf({ 'liste.csv': bytes }), { encoding })
}

describe('an encoding that only its letters tell (P3)', () => {
  it.each(names)('is recognised: %s', async (name) => {
    const result = await read(encodings[name](list))
    expect(result.reading.encoding).toBe(name)
    expect(persons(result)).toEqual(taken)
    const told = result.notices.filter(({ code }) => code.startsWith('encoding'))
    const expected = name === 'windows-1252' ? [] : ['encodingUnusual']
    expect(told.map(({ code }) => code)).toEqual(expected)
  })

  it.each(names)('is read where somebody says so: %s', async (name) => {
    const result = await read(encodings[name](list), name)
    expect(persons(result)).toEqual(taken)
    expect(result.notices.filter(({ code }) => code.startsWith('encoding'))).toEqual([])
  })

  it('is shown by a word', async () => {
    const { notices } = await read(encodings.cp850(list))
    const told = notices.find(({ code }) => code === 'encodingUnusual')
    expect(told?.parameters).toMatchObject({ file: 'liste.csv', encoding: 'CP850 (MS-DOS)' })
    expect(told?.parameters['example']).toMatch(/[äöüß]/u)
  })

  it.each([
    ['Groß', 'cp850', 'Groá'],
    ['Jäger', 'macintosh', 'Jèger'],
    ['Köhler', 'macintosh', 'Kšhler']
  ] as const)('is asked about where %s might be another name, too', async (name, encoding, other) => {
    const bytes = encodings[encoding](`ID;Nachname;Vorname\n1;${name};Eva\n`)
    const [doubt] = (await read(bytes)).notices.filter(({ code }) => code === 'encodingDoubtful')
    expect(doubt?.parameters['example']).toBe(name)
    expect(other).not.toBe(name)
    const chosen = await read(bytes, encoding)
    expect(persons(chosen)).toEqual([`${name}, Eva | - | 1 | `])
    expect(chosen.notices.map(({ code }) => code)).not.toContain('encodingDoubtful')
  })

  it.each(['Žižek', 'O’Connor', 'Müller–Lang', 'NOËL', 'Šarić', 'Ærø', 'Peña', 'Þór', 'SØRENSEN', 'Ýmir'])(
    'never asks about %s in Windows-1252',
    async (name) => {
      const text = name.replace('ć', 'c')
      const result = await read(iconv.encode(`ID;Nachname;Vorname\n1;${text};Eva\n`, 'windows-1252'))
      expect(result.reading.encoding).toBe('windows-1252')
      expect(persons(result)).toEqual([`${text}, Eva | - | 1 | `])
      expect(result.notices.filter(({ code }) => code.startsWith('encoding'))).toEqual([])
    }
  )

  it('keeps a single doubly encoded row as a trace, and asks where some rows are not', async () => {
    const rows = [`7;${once('Schröder')};Eva;6b`, ...school]
    const single = await read(Buffer.from([header, ...rows].join('\n')))
    expect(single.reading.encoding).toBe('utf-8')
    expect(rejections(single)).toEqual(['2 unreadableCharacters'])
    const most = [...school.map(once), '8;Böhm;Tim;6b'].join('\n')
    const mixed = await read(Buffer.from(`${once(header)}\n${most}\n`))
    expect(mixed.reading.encoding).toBe('utf-8-doubled')
    expect(persons(mixed)).toEqual(taken)
    expect(mixed.notices.map(({ code }) => code)).toContain('encodingDoubtful')
    expect(mixed.traces).toHaveLength(1)
  })

  it('never takes one for another in silence, whatever the names', async () => {
    const german = ['Müller', 'Köhler', 'Jäger', 'Groß', 'Özgür', 'Ünal', 'Ärmel', 'Förster', 'Weiß', 'Böhm']
    const others = ['Çelik', 'André', 'Zoë', 'Björk', 'Peña', 'Søren', 'João', 'Émile', 'Noël', 'Krämer']
    const someNames = fc.uniqueArray(fc.constantFrom(...german, ...others), { minLength: 1, maxLength: 8 })
    const seen = { certain: 0, asked: 0 }
    await fc.assert(
      fc.asyncProperty(someNames, fc.constantFrom(...names), async (chosen, name) => {
        const text = `ID;Nachname;Vorname\n${chosen.map((one, row) => `${String(row)};${one};Eva`).join('\n')}\n`
        const result = await read(encodings[name](text))
        const isAsked = result.notices.some(({ code }) => code === 'encodingDoubtful')
        seen[isAsked ? 'asked' : 'certain'] += 1
        if (isAsked || (name === 'utf-8-doubled' && chosen.length < 2)) return
        expect(persons(result)).toEqual(chosen.map((one, row) => `${one}, Eva | - | ${String(row)} | `))
      }),
      { numRuns: 150 }
    )
    expect(seen.certain).toBeGreaterThan(seen.asked)
    expect(seen.asked).toBeGreaterThan(0)
  })
})

describe('names of Central Europe and Turkey (P3)', () => {
  const polish = ['1;Wałęsa;Łukasz;5a', '2;Żółć;Agnieszka;5a', '3;Dąbrowski;Paweł;5b', '4;Müller;Jörg;5b']
  const czech = ['1;Dvořák;Jiří;5a', '2;Šťastný;Tomáš;5a', '3;Kovář;Ondřej;5b', '4;Müller;Jörg;5b']
  const slovak = ['1;Šťastná;Ľudmila;5a', '2;Kráľ;Matúš;5a', '3;Gregorová;Zdeňka;5b', '4;Müller;Jörg;5b']
  const turkish = ['1;Yıldız;Işıl;5a', '2;Şahin;Ayşe;5a', '3;Özdemir;Oğuz;5b', '4;Müller;Jörg;5b']
  const listOf = (rows: readonly string[]): string => `ID;Nachname;Vorname;Klasse\n${rows.join('\n')}\n`
  const takenOf = (rows: readonly string[]): string[] =>
    rows.map((one) => {
      const [id, family, given, schoolClass] = one.split(';')
      return `${family}, ${given} | - | ${id} | ${schoolClass}`
    })

  it.each([
    ['cp852', polish, 'cp852'],
    ['cp852', czech, 'cp852'],
    ['windows-1250', czech, 'windows-1250'],
    ['iso-8859-2', czech, 'iso-8859-2'],
    ['windows-1250', slovak, 'windows-1250'],
    ['windows-1250', polish, 'windows-1250'],
    ['iso-8859-2', polish, 'iso-8859-2'],
    ['iso-8859-9', turkish, 'windows-1254'],
    ['windows-1254', turkish, 'windows-1254']
  ] as const)('are recognised in %s, or asked about', async (encoding, rows, found) => {
    const bytes = iconv.encode(listOf(rows), encoding)
    const result = await read(bytes)
    expect(result.reading.encoding).toBe(found)
    expect(persons(result)).toEqual(takenOf(rows))
    expect(result.notices.map(({ code }) => code)).toContainEqual(
      expect.stringMatching(/^encoding(?:Unusual|Doubtful)$/u)
    )
  })

  it('are no names where a single one was read in the everyday encoding', async () => {
    const result = await read(iconv.encode(listOf(['1;Łukasz;Eva;5a', '2;Müller;Jörg;5b']), 'windows-1250'))
    expect(result.reading.encoding).toBe('windows-1252')
    expect(persons(result)).toEqual(['Müller, Jörg | - | 2 | 5b'])
    expect(rejections(result)).toEqual(['2 unreadableCharacters'])
  })

  it.each(['cp850', 'windows-1252', 'macintosh'] as const)(
    'leave a German school in %s as certain as it was, with names of other countries',
    async (encoding) => {
      const rows = [
        ...school,
        '7;Núñez;Iñigo;6a',
        '8;Gonçalves;Renée;6a',
        '9;Sørensen;Åse;6a',
        '10;Nicolò;Zoë;6a',
        '11;Guimarães;Anaïs;6a',
        '12;Györi;Réka;6a',
        '13;Lê;Hélène;6a'
      ]
      const result = await read(iconv.encode(`${header}\n${rows.join('\n')}\n`, encoding))
      expect(result.reading.encoding).toBe(encoding)
      expect(persons(result).slice(6)).toEqual(takenOf(rows).slice(6))
      expect(result.notices.map(({ code }) => code)).not.toContain('encodingDoubtful')
    }
  )
})
