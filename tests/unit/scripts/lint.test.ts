import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import typescript from 'typescript-eslint'
import { root } from '../../../scripts/setup/places.mjs'
import { lintSeeds } from './lintSeeds'

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[]
}

/** Rules of typescript-eslint that the house does without, or that another tool asks. */
const without: Readonly<Record<string, string>> = {
  'consistent-type-definitions': 'types and interfaces are both fine',
  'require-await': 'a method of a port may be async without awaiting',
  'no-unsafe-class-instance-assignment': 'Oxlint has no such rule yet; ESLint asks it of Vue’s files'
}

/** `typescript/no-deprecated`, `@typescript-eslint/no-deprecated`: `no-deprecated`. */
const bare = (rule: string): string => rule.slice(rule.lastIndexOf('/') + 1)

let folder: string
/** Rules that found something in the file of each seed. */
const found = new Map<string, Set<string>>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-lint-'))
  const compilerOptions = {
    ...{ strict: true, target: 'ES2023', lib: ['ES2023', 'DOM'], types: [], noEmit: true },
    ...{ module: 'ESNext', moduleResolution: 'Bundler' }
  }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['.'] }))
  for (const [rule, seed] of Object.entries(lintSeeds)) {
    await writeFile(join(folder, `${bare(rule)}.ts`), `${seed}\n`)
  }
  const program = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const answer = spawnSync(
    process.execPath,
    [program, '--config', join(root, '.oxlintrc.json'), '--format', 'json'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, OXLINT_TSGOLINT_PATH: join(root, 'node_modules', '.bin', 'tsgolint') }
    }
  )
  for (const { code, filename } of (JSON.parse(answer.stdout) as Report).diagnostics) {
    const rule = /\((.+)\)$/.exec(code)?.[1] ?? code
    found.set(filename, (found.get(filename) ?? new Set()).add(rule))
  }
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The rules that are switched on, without the comments of the file. */
async function activeRules(): Promise<string[]> {
  const text = await readFile(join(root, '.oxlintrc.json'), 'utf8')
  const { rules } = JSON.parse(text.replaceAll(/^\s*\/\/.*$/gm, '')) as { rules: Record<string, unknown> }
  return Object.keys(rules)
}

describe('the linter', () => {
  it('has a seed for each of its rules', async () => {
    expect(Object.keys(lintSeeds).toSorted()).toEqual((await activeRules()).toSorted())
  })

  it.each(Object.keys(lintSeeds))('finds what %s forbids', (rule) => {
    expect([...(found.get(`${bare(rule)}.ts`) ?? [])]).toContain(bare(rule))
  })

  it('asks of TypeScript what ESLint asks of Vue’s files', async () => {
    const configured = [
      ...typescript.configs.strictTypeChecked,
      ...typescript.configs.stylisticTypeChecked
    ].flatMap(({ rules }) => Object.entries(rules ?? {}))
    const wanted = configured.filter(([, level]) => level !== 'off').map(([rule]) => bare(rule))
    const active = new Set((await activeRules()).map(bare))
    expect([...new Set(wanted)].filter((rule) => !active.has(rule) && !(rule in without))).toEqual([])
  })
})
