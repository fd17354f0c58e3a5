import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../../scripts/setup/places.mjs'

const adapters = join(root, 'src-main', 'world', 'directory')
const tests = join(root, 'tests', 'integration', 'directory')

/** The folders of adapters that speak to a school's server. */
async function adapterNames(): Promise<string[]> {
  const entries = await readdir(adapters, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(adapters, entry.name, 'open.ts')))
    .map(({ name }) => name)
}

/** What a test file imports of the adapters, and which suites it runs. */
async function runs(): Promise<{ text: string }[]> {
  const names = (await readdir(tests)).filter((name) => name.endsWith('.ts'))
  return Promise.all(names.map(async (name) => ({ text: await readFile(join(tests, name), 'utf8') })))
}

it.each(['directorySuite', 'lostAnswersSuite'])('every directory adapter passes %s', async (suite) => {
  const files = await runs()
  const names = await adapterNames()
  expect(names.length).toBeGreaterThan(0)
  const forgotten = names.filter(
    (name) => !files.some(({ text }) => text.includes(`directory/${name}/`) && text.includes(`${suite}(`))
  )
  expect(forgotten).toEqual([])
})
