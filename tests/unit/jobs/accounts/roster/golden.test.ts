import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rosterFormats, type RosterEntry } from '../../../../../src-main/contract/roster'
import type { RosterSource } from '../../../../../src-main/jobs/accounts/roster'
import { readOk } from './rosters'

/** What a golden file says, in the order of its lines. */
interface Expected {
  readonly format: string
  /** Guardians get accounts; absent: not. */
  readonly guardians?: true
  /** Rows of all its files that are about persons, counted by hand; side files count only what does not fit. */
  readonly rows: number
  readonly columnsNotRead: string
  /** `file line code` of each row that is not taken over. */
  readonly rejected: readonly string[]
  readonly persons: readonly Omit<RosterEntry, 'line'>[]
}

/** One export file, or the folder of one export, and beside it, as `NAME.json`, what it says. */
const folder = join(import.meta.dirname, 'golden')
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => basename(name, '.json'))

function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Expected
}

function sourceOf(name: string): RosterSource {
  const entry = readdirSync(folder).find(
    (file) => file !== `${name}.json` && basename(file, suffix(file)) === name
  )
  if (entry === undefined) throw new Error(`${name}.json stands alone`)
  const path = join(folder, entry)
  const paths = statSync(path).isDirectory() ? readdirSync(path).map((file) => join(path, file)) : [path]
  return { name: entry, files: paths.map((file) => ({ name: basename(file), bytes: readFileSync(file) })) }
}

function suffix(file: string): string {
  return statSync(join(folder, file)).isDirectory() ? '' : file.slice(file.lastIndexOf('.'))
}

describe('golden files', () => {
  it.each(names)('%s is recognised and read without losing a row', async (name) => {
    const expected = expectedOf(name)
    const result = await readOk(sourceOf(name), {}, expected.guardians)
    const { counts, entries, notices, reading, rejected } = result
    expect(reading.format).toBe(expected.format)
    expect(entries).toEqual(
      expected.persons.map((person) => ({ line: expect.any(Number) as number, ...person }))
    )
    expect(rejected.map(({ file, line, code }) => `${file} ${String(line)} ${code}`)).toEqual(
      expected.rejected
    )
    expect(counts.rows).toBe(expected.rows)
    const notRead = notices.find(({ code }) => code === 'columnsNotRead')
    expect(notRead?.parameters['columns'] ?? '').toBe(expected.columnsNotRead)
  })

  it('are there for every format, none without what it says', () => {
    expect(new Set(names.map((name) => expectedOf(name).format))).toEqual(new Set(rosterFormats))
    const described = new Set(names)
    const lone = readdirSync(folder).filter(
      (file) => !file.endsWith('.json') && !described.has(basename(file, suffix(file)))
    )
    expect(lone).toEqual([])
  })
})
