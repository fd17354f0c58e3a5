import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digestOf, PassedChecks } from '../../../scripts/check/passed.mjs'
import { reachOf } from '../../../scripts/check/reach.mjs'

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

describe('files that a check has to look at again', () => {
  const write = (name: string, text: string): Promise<void> => writeFile(join(folder, 'src', name), text)
  const files = {
    'rule.ts': "import { word } from './words'\nimport type { Shape } from './shapes/index'\n",
    'words.ts': "export const word = 'Wort'\n",
    'screen.ts': "export { word } from './rule'\n",
    'lazy.ts': "export const later = () => import('./screen')\n",
    'alone.ts': "import { join } from 'node:path'\n"
  }
  const changed = (passed: PassedChecks): string[] =>
    passed
      .changed('lint', reachOf(['src'], ['common.json'], folder))
      .map((path) => path.replace('src/', ''))
      .toSorted()

  it.each<[string, () => Promise<void>, readonly string[]]>([
    ['a file that nobody imports', () => write('alone.ts', ''), ['alone.ts']],
    [
      'one that others import, however far',
      () => write('words.ts', ''),
      ['lazy.ts', 'rule.ts', 'screen.ts', 'words.ts']
    ],
    ['one in the middle', () => write('screen.ts', 'export {}'), ['lazy.ts', 'screen.ts']],
    [
      'one that was missing',
      async () => {
        await mkdir(join(folder, 'src', 'shapes'))
        await write(join('shapes', 'index.ts'), '')
      },
      ['lazy.ts', 'rule.ts', 'screen.ts', 'shapes/index.ts']
    ],
    ['one that is gone', () => rm(join(folder, 'src', 'words.ts')), ['lazy.ts', 'rule.ts', 'screen.ts']],
    [
      'one that is found before another',
      () => write('words.d.ts', ''),
      [...Object.keys(files), 'one.ts', 'words.d.ts']
    ],
    [
      'what counts for all',
      () => writeFile(join(folder, 'common.json'), '{}'),
      [...Object.keys(files), 'one.ts']
    ],
    ['nothing', async () => undefined, []]
  ])('are those that reach %s', async (_name, change, expected) => {
    for (const [name, text] of Object.entries(files)) await write(name, text)
    const passed = new PassedChecks(join(folder, 'cache'))
    expect(changed(passed)).toHaveLength(6)
    passed.noteEach('lint', reachOf(['src'], ['common.json'], folder))
    expect(changed(passed)).toEqual([])
    await change()
    expect(changed(passed)).toEqual(expected.toSorted())
  })
})
