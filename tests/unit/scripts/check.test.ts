import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FileFacts } from '../../../scripts/check/facts.mjs'
import { digestOf, PassedChecks } from '../../../scripts/check/passed.mjs'
import { importsDigest, reachOf, textsOf } from '../../../scripts/check/reach.mjs'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-check-'))
  await mkdir(join(folder, 'src', 'node_modules'), { recursive: true })
  await writeFile(join(folder, 'src', 'one.ts'), 'one')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const digest = (): string => digestOf(['src', 'other.json'], folder)
const facts = (): FileFacts => new FileFacts(folder, join(folder, 'cache', 'facts.json'))

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
  it('is known by what it has read', () => {
    const passed = new PassedChecks(join(folder, 'cache'))
    expect(passed.has('types', 'a')).toBe(false)
    passed.note('types', 'a')
    expect(passed.has('types', 'a')).toBe(true)
    expect(passed.has('types', 'b')).toBe(false)
    expect(passed.has('lint', 'a')).toBe(false)
    passed.note('types', 'b')
    expect(passed.has('types', 'a')).toBe(false)
  })
})

describe('files that a check has to look at again', () => {
  const write = (name: string, text: string): Promise<void> => writeFile(join(folder, 'src', name), text)
  const files = {
    'rule.ts': "export { word } from './words'\nexport type { Shape } from './shapes/index'\n",
    'words.ts': "export const word = 'Wort'\n",
    'screen.ts': "export { word } from './rule'\n",
    'lazy.ts': "export const later = () => import('./screen')\n",
    'alone.ts': "import { join } from 'node:path'\n"
  }
  const changed = (passed: PassedChecks): string[] =>
    passed
      .changed('lint', reachOf(['src'], ['common.json'], facts()))
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
    passed.noteEach('lint', reachOf(['src'], ['common.json'], facts()))
    expect(changed(passed)).toEqual([])
    await change()
    expect(changed(passed)).toEqual(expected.toSorted())
  })
})

/** What others see of a file is what its exports declare. */
describe('a change inside a file', () => {
  const write = (name: string, text: string): Promise<void> => writeFile(join(folder, 'src', name), text)
  const reached = (): ReadonlyMap<string, string> => reachOf(['src'], [], facts())
  const screen = join('src', 'screen.ts')

  it.each<[string, string, string, boolean]>([
    [
      'in a function that says its type',
      'export const twice = (n: number): number => n * 2',
      'export const twice = (n: number): number => n + n',
      false
    ],
    ['in a type', 'export const a: string = x', 'export const a: number = x', true],
    ['in a type that is inferred', 'export const a = shape(1)', 'export const a = shape("1")', true],
    ['in a value that is its own type', "export const a = 'b'", "export const a = 'c'", true],
    [
      'in what is said of a deprecated one',
      'export const a: 1 = 1',
      '/** @deprecated */\nexport const a: 1 = 1',
      true
    ],
    [
      'in what only the body imports',
      "import { b } from './one'\nexport const a = (): number => b",
      "import { c } from './two'\nexport const a = (): number => c",
      false
    ],
    [
      'in what a type imports',
      "import type { B } from './one'\nexport const a = (b: B): B => b",
      "import type { B } from './two'\nexport const a = (b: B): B => b",
      true
    ]
  ])('concerns who imports it where it stands %s', async (_name, before, after, concerns) => {
    await write('screen.ts', "import { a } from './rule'\n")
    await write('rule.ts', before)
    const first = reached()
    await write('rule.ts', after)
    const second = reached()
    expect(second.get(screen) !== first.get(screen)).toBe(concerns)
    expect(second.get(join('src', 'rule.ts'))).not.toBe(first.get(join('src', 'rule.ts')))
  })

  it('is found behind a function that says its type, in the types that it names', async () => {
    await write('screen.ts', "import { a } from './rule'\n")
    await write('rule.ts', "import type { B } from './shape'\nexport const a = (): B => 1 as unknown as B")
    await write('shape.ts', 'export interface B { x: string }')
    const first = reached().get(screen)
    await write('shape.ts', 'export interface B { x: number }')
    expect(reached().get(screen)).not.toBe(first)
  })

  it('is remembered by its text', async () => {
    await write('rule.ts', 'export const a: number = 1')
    const first = facts()
    const before = reachOf(['src'], [], first)
    first.keep()
    expect(reachOf(['src'], [], facts())).toEqual(before)
    await write('rule.ts', 'export const a: string = "1"')
    expect(reachOf(['src'], [], facts())).not.toEqual(before)
  })

  it('changes the import rules only by its imports', async () => {
    const imports = (): string => importsDigest(['src'], [], facts())
    await write('rule.ts', "import { a } from './one'\nexport const b = a")
    const before = imports()
    await write('rule.ts', "import { a } from './one'\nexport const b = [a]")
    expect(imports()).toBe(before)
    await write('rule.ts', "import type { a } from './one'\nexport const b = [a]")
    const typed = imports()
    expect(typed).not.toBe(before)
    await write('rule.ts', "import type { a } from './one'\nexport const b = import('packaged')")
    expect(imports()).not.toBe(typed)
    const known = imports()
    await write('rule2.ts', '')
    expect(imports()).not.toBe(known)
  })

  it('is formatted by itself', async () => {
    const texts = (): ReadonlyMap<string, string> => textsOf(['src'], [], facts())
    await write('screen.ts', "import { a } from './rule'\n")
    await write('rule.ts', 'export const a = 1')
    const before = texts()
    await write('rule.ts', 'export const a = 2')
    expect([...texts()].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)).toEqual([
      join('src', 'rule.ts')
    ])
  })
})
