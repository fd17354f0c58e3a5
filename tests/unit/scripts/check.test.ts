import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digestOf, PassedChecks } from '../../../scripts/check/passed.mjs'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-check-'))
  await mkdir(join(folder, 'src', 'node_modules'), { recursive: true })
  await writeFile(join(folder, 'src', 'one.ts'), 'one')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const digest = (): string => digestOf(['src', 'other.json'], folder)

describe('what a check has read', () => {
  it.each<[string, () => Promise<void>]>([
    ['a file’s content', () => writeFile(join(folder, 'src', 'one.ts'), 'two')],
    ['a file’s name', () => rename(join(folder, 'src', 'one.ts'), join(folder, 'src', 'two.ts'))],
    ['a new file', () => writeFile(join(folder, 'src', 'two.ts'), '')],
    ['a file that is gone', () => rm(join(folder, 'src', 'one.ts'))],
    ['a configuration that was not there', () => writeFile(join(folder, 'other.json'), '{}')],
    ['another package', () => writeFile(join(folder, 'package-lock.json'), '{}')]
  ])('is another by %s', async (_name, change) => {
    const before = digest()
    expect(digest()).toBe(before)
    await change()
    expect(digest()).not.toBe(before)
  })

  it('is the same whatever lies beside it or was installed', async () => {
    const before = digest()
    await writeFile(join(folder, 'beside.ts'), '')
    await writeFile(join(folder, 'src', 'node_modules', 'package.ts'), '')
    expect(digest()).toBe(before)
  })
})

describe('a check that has passed', () => {
  it('is known by what it has read, until it fails', () => {
    const passed = new PassedChecks(join(folder, 'cache'))
    expect(passed.has('types', 'a')).toBe(false)
    passed.note('types', 'a')
    expect(passed.has('types', 'a')).toBe(true)
    expect(passed.has('types', 'b')).toBe(false)
    expect(passed.has('lint', 'a')).toBe(false)
    passed.forget('types')
    expect(passed.has('types', 'a')).toBe(false)
  })
})
