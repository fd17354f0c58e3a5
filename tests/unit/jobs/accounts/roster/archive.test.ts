import { describe, expect, it } from 'vitest'
import { failureOf, persons, readOk, sourceOf, zipOf } from './rosters'

const list = Buffer.from('Nachname;Vorname;Klasse\nArnold;Mia;5a\n')

async function zipFailure(entries: Parameters<typeof zipOf>[0]): Promise<string> {
  return failureOf(sourceOf({ 'liste.zip': zipOf(entries) }))
}

describe('zip archives', () => {
  it('are read like their files; hidden and side files are left out', async () => {
    const zip = zipOf([
      { name: 'Export/', content: Buffer.alloc(0) },
      { name: 'Export/liste.csv', content: list },
      { name: '__MACOSX/Export/._liste.csv', content: Buffer.from('x') },
      { name: 'Export/.DS_Store', content: Buffer.from('x') }
    ])
    const result = await readOk(sourceOf({ 'liste.zip': zip }))
    expect(persons(result)).toEqual(['Arnold, Mia | - | - | 5a'])
    expect(result.files).toEqual([{ name: 'Export/liste.csv', bytes: list.length }])
  })

  it('are refused when they explode', async () => {
    expect(await zipFailure([{ name: 'a.csv', content: Buffer.alloc(40 * 1024 * 1024, 'A;B\n') }])).toBe(
      'roster.archiveTooLarge'
    )
    expect(await zipFailure([{ name: 'a.csv', content: list, claimedSize: 0xfffffff0 }])).toBe(
      'roster.archiveTooLarge'
    )
  })

  it('are refused when their sizes or checksums lie', async () => {
    expect(await zipFailure([{ name: 'a.csv', content: list, claimedSize: 10 }])).toBe(
      'roster.archiveDamaged'
    )
    expect(await zipFailure([{ name: 'a.csv', content: list, checksum: 1 }])).toBe('roster.archiveDamaged')
    const cut = Buffer.from(zipOf([{ name: 'a.csv', content: list }])).subarray(0, 60)
    expect(await failureOf(sourceOf({ 'a.zip': cut }))).toBe('roster.archiveDamaged')
  })

  it('are refused with too many files', async () => {
    const entries = Array.from({ length: 501 }, (_, index) => ({
      name: `${String(index)}.csv`,
      content: list
    }))
    expect(await zipFailure(entries)).toBe('roster.tooManyFiles')
  })

  it.each(['../liste.csv', '/etc/liste.csv', 'C:/liste.csv', 'a/../../liste.csv'])(
    'are refused with the name %s',
    async (name) => {
      expect(await zipFailure([{ name, content: list }])).toBe('roster.archiveUnsafe')
    }
  )

  it('are refused when encrypted, nested, empty or really a spreadsheet', async () => {
    expect(await zipFailure([{ name: 'a.csv', content: list, encrypted: true }])).toBe(
      'roster.archiveEncrypted'
    )
    expect(await zipFailure([{ name: 'a.zip', content: zipOf([{ name: 'b.csv', content: list }]) }])).toBe(
      'roster.archiveNested'
    )
    expect(await zipFailure([])).toBe('roster.noFile')
    expect(await zipFailure([{ name: '[Content_Types].xml', content: list }])).toBe('roster.spreadsheet')
  })
})
