import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rosterPreviewSchema, rosterFormats } from '../../../../../src-main/contract/roster'
import { readRoster } from '../../../../../src-main/jobs/accounts/roster'
import { failureOf, readOk, sourceOf, today } from './rosters'

describe('reading a roster', () => {
  it('never throws and loses no row, whatever the bytes', async () => {
    const shards = fc.constantFrom(
      'Nachname;Vorname;ID\n',
      'Arnold;Mia;1\n',
      '"',
      ';',
      '\n',
      '\r',
      ',',
      '\0',
      'ü',
      'Ã¼',
      '\u202E',
      '"a";"b"\n',
      '|',
      '\t',
      'Bach;Ben;2\r\n',
      'sourcedId,givenName,familyName\n',
      'x'.repeat(130),
      'PK\x03\x04',
      'sep=,\n',
      '#'
    )
    const text = fc.array(shards, { maxLength: 40 }).map((parts) => Buffer.from(parts.join('')))
    const noise = fc.uint8Array({ maxLength: 400 })
    const mixed = fc.tuple(text, noise, text).map((parts) => Buffer.concat(parts))
    const format = fc.constantFrom('auto' as const, ...rosterFormats)
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, noise, mixed), format, async (bytes, chosen) => {
        const names = { oneroster: 'users.csv', sds: 'student.csv', clever: 'students.csv' }
        const name = (names as Record<string, string>)[chosen] ?? 'liste.csv'
        const result = await readRoster(sourceOf({ [name]: bytes }), { format: chosen }, { today })
        if (!result.ok) {
          expect(result.failure.code).toMatch(/^roster\./u)
          return
        }
        const { counts, entries, rejected, reading } = result.value
        expect(counts.rows).toBe(counts.accepted + counts.merged + counts.rejected)
        expect([entries.length, rejected.length]).toEqual([counts.accepted, counts.rejected])
        expect(rosterPreviewSchema.shape.reading.safeParse(reading).error).toBeUndefined()
        expect(rosterPreviewSchema.shape.entries.safeParse(entries).error).toBeUndefined()
        expect(rosterPreviewSchema.shape.rejected.safeParse(rejected).error).toBeUndefined()
      }),
      { numRuns: 400 }
    )
  })

  it('finds every line of a file again as a person or a rejection', async () => {
    const cell = fc.constantFrom('Arnold', 'Mia', '', 'Ö', '"Bach"', '"', 'a"b', '7')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
        async (rows) => {
          const lines = rows.map((row, index) => `x${String(index)};${row.join(';')}`)
          const source = sourceOf({ 'liste.csv': ['ID;Nachname;Vorname', ...lines].join('\n') })
          const result = await readOk(source, { separator: ';', hasHeader: true })
          const found = new Set([...result.entries, ...result.rejected].map(({ line }) => line))
          const spanned = result.entries.length + result.rejected.length
          expect(found.size).toBe(spanned)
          expect(spanned).toBe(lines.length)
        }
      ),
      { numRuns: 300 }
    )
  })

  it('takes 100,000 rows in seconds without holding up the thread', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => {
      const id = String(index)
      return `Müller-${letters(index)};"Anna ${letters(index * 7)}";${String((index % 28) + 1)}.05.2014;${String((index % 9) + 5)}a;${id}`
    })
    const source = sourceOf(
      { 'liste.csv': `Nachname;Vorname;Geburtsdatum;Klasse;ID\n${rows.join('\n')}\n` },
      'windows-1252'
    )
    let turns = 0
    let reading = true
    const takeTurn = () => {
      turns += 1
      if (reading) setImmediate(takeTurn)
    }
    setImmediate(takeTurn)
    const result = await readOk(source)
    reading = false
    expect(result.counts.accepted).toBe(100_000)
    // One turn about every eight milliseconds of work, which takes several hundred of them.
    expect(turns).toBeGreaterThan(20)
  }, 30_000)

  it('stops when asked to', async () => {
    const source = sourceOf({ 'liste.csv': `Nachname;Vorname\n${'Arnold;Mia\n'.repeat(200_000)}` })
    const stop = new AbortController()
    const reading = readRoster(source, {}, { today, signal: stop.signal })
    setImmediate(() => {
      stop.abort()
    })
    const result = await reading
    expect(result.ok ? 'done' : result.failure.code).toBe('application.cancelled')
  })

  it('refuses more rows than any school has', async () => {
    const source = sourceOf({ 'liste.csv': `Nachname;Vorname\n${'a;\n'.repeat(1_000_001)}` })
    expect(await failureOf(source)).toBe('roster.tooManyRows')
  }, 60_000)
})

function letters(number: number): string {
  return number.toString(26).replaceAll(/\d/gu, (digit) => String.fromCharCode(113 + Number(digit)))
}
